// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/invoker/invokertest.h"

#include "core/runtime/sandbox.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTest>
#include <QUuid>

#include <algorithm>

namespace coldframe::test {

namespace {

const QString python = QStringLiteral("python");
const QString nodeJs = QStringLiteral("nodejs");

void addRows(const QString &language)
{
    const QByteArray title = language == python ? "Python" : "Node.js";
    QTest::addRow("%s in bubblewrap", title.constData())
        << Ground{language, IsolationChoice::Bubblewrap};
    QTest::addRow("%s without isolation", title.constData())
        << Ground{language, IsolationChoice::None};
}

} // namespace

InvokerTest::InvokerTest()
    : m_invoker(std::make_unique<LocalInvoker>(
        LocalInvoker::Options{QStringLiteral(COLDFRAME_SOURCE_DIR), m_cache.path()}))
{ }

Result<InvocationRecord> InvokerTest::run(InvocationRequest request)
{
    QEventLoop loop;
    Result<InvocationRecord> result = failure(Error::Code::Cancelled);
    whenDone(m_invoker->invoke(std::move(request)), &loop, [&](Result<InvocationRecord> record) {
        result = std::move(record);
        loop.quit();
    });
    loop.exec();
    return result;
}

void addGrounds()
{
    QTest::addColumn<Ground>("ground");
    addRows(python);
    addRows(nodeJs);
}

void addGrounds(const QString &language)
{
    QTest::addColumn<Ground>("ground");
    addRows(language);
}

QString reasonToSkip(const Ground &ground)
{
    if (ground.isolation != IsolationChoice::Bubblewrap)
        return {};
    static const Result<QString> bubblewrap = findBubblewrap();
    return bubblewrap
        ? QString()
        : QStringLiteral("bubblewrap does not work here: ") + bubblewrap.error().detail;
}

InvocationRequest requestFor(const Ground &ground, const QString &module, const QByteArray &event,
                             const QString &function)
{
    InvocationRequest request;
    request.function.name = module;
    request.function.runtime = ground.language;
    request.function.handler = module + u'.' + function;
    request.function.codeDirectory
        = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/") + ground.language;
    request.function.memory = MebiBytes{1024};
    request.function.timeout = std::chrono::seconds(60);
    request.event = event;
    request.isolation = ground.isolation;
    return request;
}

InvocationRequest requestForFolder(const Ground &ground, const QString &folder,
                                   const QByteArray &event)
{
    InvocationRequest request = requestFor(ground, QStringLiteral("app"), event);
    request.function.codeDirectory = folder;
    return request;
}

void writeHandler(const Ground &ground, const QString &folder, const QByteArray &answer)
{
    const bool isPython = ground.language == python;
    QFile file(folder + (isPython ? QStringLiteral("/app.py") : QStringLiteral("/app.js")));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s can't be written", qPrintable(file.fileName()));
    file.write(isPython ? "def handler(event, context):\n    return '" + answer + "'\n"
                        : "exports.handler = async () => '" + answer + "';\n");
}

QByteArrayList textsOf(const std::vector<LogLine> &lines)
{
    QByteArrayList texts;
    for (const LogLine &line : lines)
        texts.append(line.text);
    return texts;
}

QByteArray reportLine(const InvocationRecord &record)
{
    return record.log.empty() ? QByteArray() : record.log.back().text;
}

std::vector<int> processesWith(const QByteArray &text)
{
    std::vector<int> processes;
    for (const QString &entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const int process = entry.toInt(&isNumber);
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (isNumber && commandLine.open(QIODevice::ReadOnly)
            && commandLine.readAll().contains(text))
            processes.push_back(process);
    }
    return processes;
}

InvocationRequest requestOf(const Ground &ground, const char *handler, const char *event)
{
    InvocationRequest request = requestFor(ground, QString::fromLatin1(handler), event);
    request.function.handler = QString::fromLatin1(handler);
    return request;
}

bool hasLineWith(const InvocationRecord &record, const QByteArray &text)
{
    return std::any_of(record.log.begin(), record.log.end(),
                       [&text](const LogLine &line) { return line.text.contains(text); });
}

qsizetype lineWith(const InvocationRecord &record, const QByteArray &text)
{
    const QByteArrayList texts = textsOf(record.log);
    const auto found = std::find_if(texts.begin(), texts.end(), [&text](const QByteArray &line) {
        return line.contains(text);
    });
    return found == texts.end() ? -1 : std::distance(texts.begin(), found);
}

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void withOneSecond(InvocationRequest &request)
{
    request.function.timeout = std::chrono::seconds(1);
}

void withSnapStart(InvocationRequest &request)
{
    request.function.snapStart = true;
}

void withJson(InvocationRequest &request)
{
    request.function.logging.format = LogFormat::Json;
}

} // namespace coldframe::test
