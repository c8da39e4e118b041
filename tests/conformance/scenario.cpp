// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/scenario.h"

#include "tests/conformance/textpattern.h"

#include <QDir>
#include <QFile>
#include <QTcpSocket>
#include <QTest>

namespace coldframe::test {

namespace {

const QString scenarioFolder = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/conformance/scenario/");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(path));
    return file.readAll();
}

QByteArray withRequestIds(QByteArray text, const QByteArrayList &requestIds)
{
    for (qsizetype i = 0; i < requestIds.size(); ++i)
        text.replace("<id" + QByteArray::number(i + 1) + '>', requestIds.at(i));
    return text;
}

QByteArray nameOf(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return "succeeded";
    case InvocationStatus::Failed:
        return "failed";
    case InvocationStatus::TimedOut:
        return "timed out";
    case InvocationStatus::Stopped:
        return "stopped";
    }
    return {};
}

} // namespace

QString outcomeDifference(const InvocationRecord &record, const Outcome &outcome,
                          const QByteArrayList &requestIds)
{
    const QByteArrayList actual{nameOf(record.status), record.errorType.toUtf8(), record.response};
    const QByteArrayList wanted{nameOf(outcome.status), outcome.errorType.toUtf8(),
                                outcome.response};
    const QString difference = lineDifference(actual, wanted, requestIds);
    return difference.isEmpty() ? QString()
                                : QStringLiteral("status, error type, response: ") + difference;
}

Outcome succeeded(const QByteArray &response)
{
    return {InvocationStatus::Succeeded, response, {}};
}

Outcome failed(const char *errorType, const QByteArray &response)
{
    return {InvocationStatus::Failed, response, QString::fromLatin1(errorType)};
}

Outcome timedOut(const QByteArray &response)
{
    return {InvocationStatus::TimedOut, response, QStringLiteral("Sandbox.Timedout")};
}

ScenarioTest::ScenarioTest()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server,
                     [this] { takeConnection(); });
    QObject::connect(&invoker(), &Invoker::environmentsChanged, &m_server,
                     [this](const std::vector<EnvironmentDescription> &environments) {
                         m_environments = environments;
                     });
}

ScenarioTest::~ScenarioTest() = default;

void ScenarioTest::takeConnection()
{
    QTcpSocket *const peer = m_server.nextPendingConnection();
    QObject::connect(peer, &QTcpSocket::readyRead, peer, [this, peer] {
        while (peer->canReadLine()) {
            m_shown.append(peer->readLine().chopped(1));
            peer->write("+");
        }
    });
    QObject::connect(peer, &QTcpSocket::disconnected, peer, &QObject::deleteLater);
}

QString ScenarioTest::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort());
}

QString ScenarioTest::folder() const
{
    return m_folder->filePath(QStringLiteral("function"));
}

InvocationRequest ScenarioTest::prepare(const Scenario &scenario)
{
    m_shown.clear();
    m_records.clear();
    m_folder = std::make_unique<QTemporaryDir>();
    QDir root(m_folder->path());
    root.mkpath(QStringLiteral("function"));
    const QByteArray library = contentOf(scenarioFolder + QStringLiteral("lambda_platform.py"));
    writeFile(folder() + QStringLiteral("/bootstrap"),
              contentOf(scenarioFolder + QStringLiteral("bootstrap")), true);
    writeFile(folder() + QStringLiteral("/lambda_platform.py"), library);
    writeFile(folder() + QStringLiteral("/program.py"), scenario.runtime);

    InvocationRequest request;
    request.function.name = QStringLiteral("scenario");
    request.function.runtime = QStringLiteral("provided.al2023");
    request.function.handler = QStringLiteral("program.handler");
    request.function.codeDirectory = folder();
    request.function.memory = MebiBytes{1024};
    request.function.timeout = std::chrono::seconds(60);
    request.function.environment = {{QStringLiteral("TEST_ADDRESS"), address()}};
    request.event = "{}";
    request.isolation = IsolationChoice::Automatic;
    if (!scenario.extensions.empty()) {
        root.mkpath(QStringLiteral("layer/extensions"));
        root.mkpath(QStringLiteral("layer/scenario"));
        const QString layer = root.filePath(QStringLiteral("layer"));
        writeFile(layer + QStringLiteral("/scenario/lambda_platform.py"), library);
        for (const auto &[name, program] : scenario.extensions) {
            writeFile(layer + QStringLiteral("/extensions/") + name,
                      contentOf(scenarioFolder + QStringLiteral("extension")), true);
            writeFile(layer + QStringLiteral("/scenario/%1.py").arg(name), program);
        }
        request.function.layers = {layer};
    }
    if (scenario.change)
        scenario.change(request);
    return request;
}

Result<InvocationRecord> ScenarioTest::run(InvocationRequest request)
{
    return m_invoker.run(std::move(request));
}

QString ScenarioTest::difference(const Scenario &scenario, const Expected &expected)
{
    InvocationRequest request = prepare(scenario);
    QByteArrayList requestIds;
    for (qsizetype i = 0; i < scenario.events.size(); ++i)
        requestIds.append(newRequestId().toLatin1());
    QStringList differences;
    for (qsizetype i = 0; i < scenario.events.size(); ++i) {
        request.requestId = QString::fromLatin1(requestIds.at(i));
        request.event = withRequestIds(scenario.events.at(i), requestIds);
        const Result<InvocationRecord> record = run(request);
        if (!record)
            return QStringLiteral("refused: %1 (%2)")
                .arg(record.error().detail)
                .arg(int(record.error().code));
        m_records.push_back(*record);
        if (std::size_t(i) < expected.outcomes.size())
            differences << outcomeDifference(*record, expected.outcomes[std::size_t(i)],
                                             requestIds);
    }
    if (scenario.recycles)
        recycle();
    const QByteArrayList wanted = linesOf(expected.shown);
    waitForShown(wanted.size());
    differences << lineDifference(m_shown, wanted, requestIds);
    QByteArrayList log;
    for (const InvocationRecord &record : m_records)
        log += textsOf(record.log);
    differences << missingLine(log, linesOf(expected.log), requestIds);
    differences.removeAll(QString());
    if (!differences.isEmpty())
        differences << QStringLiteral("the whole log:\n  ") + QString::fromUtf8(log.join("\n  "));
    recycle();
    return differences.join(u'\n');
}

bool ScenarioTest::waitForShown(qsizetype count)
{
    return QTest::qWaitFor([&] { return m_shown.size() >= count; }, patience);
}

void ScenarioTest::recycle()
{
    invoker().recycle();
    if (!QTest::qWaitFor([this] { return m_environments.empty(); }, patience))
        qWarning("the environments did not end");
}

void writeFile(const QString &path, const QByteArray &text, bool isProgram)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s can't be written", qPrintable(path));
    file.close();
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup
                            | QFile::ExeOther);
}

QString reasonToSkipScenarios()
{
    return QFile::exists(QStringLiteral("/usr/bin/python3"))
        ? QString()
        : QStringLiteral("the rows' programs need /usr/bin/python3");
}

QString reasonToSkipIsolation()
{
    return reasonToSkip({QStringLiteral("python"), IsolationChoice::Bubblewrap});
}

} // namespace coldframe::test
