// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;
using cli::ExitStatus;

class tst_Serve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsage_data();
    void wrongUsage();
    void portInUse();
    void brokenTemplate();
    void servesUntilASignal_data();
    void servesUntilASignal();

private:
    CliTest m_cli;
};

COLDFRAME_TEST(tst_Serve);

namespace {

constexpr int ServeWait = 60'000;
const QString sampleWorkspace
    = QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/workspaces/handlers");

QByteArray readServed(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(ServeWait)) { }
    return process.readLine();
}

/// The processes that the threads of another one have started.
QByteArrayList childrenOf(qint64 process)
{
    QByteArrayList children;
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(threads.filePath(thread + QStringLiteral("/children")));
        if (file.open(QIODevice::ReadOnly))
            children += file.readAll().simplified().split(' ');
    }
    children.removeAll(QByteArray());
    return children;
}

} // namespace

void tst_Serve::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message"); // part of it

    QTest::newRow("no such folder") << words("serve --workspace /no/such/folder")
                                    << QByteArray("/no/such/folder was not found");
    QTest::newRow("folder without functions")
        << words("serve --workspace " COLDFRAME_SOURCE_DIR "/translations")
        << QByteArray("There is no function in " COLDFRAME_SOURCE_DIR "/translations.");
    QTest::newRow("port that is none") << words("serve --port http")
                                       << QByteArray("--port: \"http\", it must be a number from 0 to 65535");
    QTest::newRow("port too large") << words("serve --port 65536") << QByteArray("--port: \"65536\"");
    QTest::newRow("isolation") << words("serve --isolation docker") << QByteArray("--isolation");
    QTest::newRow("folder without its option")
        << words("serve examples") << QByteArray("\"examples\" is not understood");
    QTest::newRow("option") << words("serve --host 0.0.0.0") << QByteArray("host");
}

void tst_Serve::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, message);

    const CliRun run = m_cli.run(arguments);

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains(message), run.err.constData());
    QCOMPARE(run.out, QByteArray());
}

void tst_Serve::portInUse()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QString port = QString::number(other.serverPort());

    const CliRun run = m_cli.run({QStringLiteral("serve"), QStringLiteral("--workspace"),
                                  sampleWorkspace, QStringLiteral("--port"), port});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains("The port can't be used: 127.0.0.1:" + port.toLatin1()),
             run.err.constData());
    QVERIFY2(run.err.contains("Choose another with --port"), run.err.constData());
}

void tst_Serve::brokenTemplate()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("template.yaml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Transform: AWS::Serverless-2016-10-31\nResources: [");
    file.close();

    const CliRun run
        = m_cli.run({QStringLiteral("serve"), QStringLiteral("--workspace"), folder.path()});

    QCOMPARE(run.status, ExitStatus::NotRun);
    QVERIFY2(run.err.contains("YAML is not valid at line "), run.err.constData());
}

void tst_Serve::servesUntilASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("interrupt") << SIGINT;
    QTest::newRow("terminate") << SIGTERM;
}

void tst_Serve::servesUntilASignal()
{
    QFETCH(const int, signal);
    QTemporaryDir cache;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), cache.path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(COLDFRAME_BINARY_DIR "/cli/coldframe-cli"),
                  {QStringLiteral("serve"), QStringLiteral("--workspace"), sampleWorkspace,
                   QStringLiteral("--port"), QStringLiteral("0")});

    const QString greeting = QString::fromUtf8(readServed(process));
    const QRegularExpression address(
        QStringLiteral("^Lambda's API is served on (http://127.0.0.1:([0-9]+)) until Ctrl\\+C"));
    const QRegularExpressionMatch match = address.match(greeting);
    QVERIFY2(match.hasMatch(), qPrintable(greeting));
    const QByteArray url = match.captured(1).toLatin1();
    const QByteArray functions = readServed(process);
    QVERIFY2(functions.startsWith("Functions: ") && functions.contains("hello-python"),
             functions.constData());
    const QByteArray withCli = readServed(process);
    QVERIFY2(withCli.contains("aws lambda invoke --endpoint-url " + url), withCli.constData());
    const QByteArray withPython = readServed(process);
    QVERIFY2(withPython.contains("boto3.client(\"lambda\", endpoint_url=\"" + url),
             withPython.constData());

    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), match.captured(2).toUShort());
    QVERIFY(socket.waitForConnected(ServeWait));
    socket.write("POST /2015-03-31/functions/hello-python/invocations HTTP/1.1\r\nHost: "
                 + url.sliced(7) + "\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(socket.waitForBytesWritten(ServeWait));
    const QByteArray served = readServed(process);
    const QRegularExpression line(QStringLiteral(
        "^[-0-9]{10}T[:.0-9]{12}Z Invoke hello-python 200 (Unhandled )?[0-9.]+ ms [-0-9a-f]{36}\n$"));
    QVERIFY2(line.match(QString::fromUtf8(served)).hasMatch(), served.constData());
    const QByteArrayList children = childrenOf(process.processId());
    QVERIFY(!children.isEmpty()); // the environment is there

    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(ServeWait));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    for (const QByteArray &child : children)
        QVERIFY(!QFile::exists(QStringLiteral("/proc/") + QLatin1String(child)));
}

#include "tst_serve.moc"
