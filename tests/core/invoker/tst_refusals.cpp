// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/limits.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Refusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotRun_data();
    void whatIsNotRun();
    void placeOfTheFirstWrongCharacter_data();
    void placeOfTheFirstWrongCharacter();
    void whatIsStillRun_data();
    void whatIsStillRun();
    void theNearestInterpreterRuns_data();
    void theNearestInterpreterRuns();
    void missingBootstraps();
    void aCacheThatCannotBeWrittenCostsTimeOnly();

private:
    InvokerTest m_test;
};

namespace {

const Ground pythonGround{QStringLiteral("python"), IsolationChoice::None};

QByteArray eventOfSize(qsizetype bytes)
{
    return '"' + QByteArray(bytes - 2, 'x') + '"';
}

} // namespace

void tst_Refusals::whatIsNotRun_data()
{
    QTest::addColumn<RequestChange>("change");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail"); ///< a part of it

    const auto row
        = [](const char *title, Error::Code code, const char *detail, RequestChange change) {
              QTest::newRow(title) << change << static_cast<int>(code) << QString::fromUtf8(detail);
          };
    using Request = InvocationRequest;
    row("an event that is no JSON", Error::Code::InvalidJson, "",
        [](Request &request) { request.event = "hello"; });
    row("an empty event", Error::Code::InvalidJson, "",
        [](Request &request) { request.event = ""; });
    row("an event that is too large", Error::Code::EventTooLarge, "6291457",
        [](Request &request) { request.event = eventOfSize(limits::SynchronousEventBytes + 1); });
    row("a language that is not run here", Error::Code::UnsupportedRuntime, "dotnet8",
        [](Request &request) { request.function.runtime = QStringLiteral("dotnet8"); });
    row("no runtime at all", Error::Code::UnsupportedRuntime, "",
        [](Request &request) { request.function.runtime.clear(); });
    row("a folder that is missing", Error::Code::NotFound, "/nonexistent/code",
        [](Request &request) {
            request.function.codeDirectory = QStringLiteral("/nonexistent/code");
        });
    row("a file for a folder", Error::Code::NotFound, "hello.py",
        [](Request &request) { request.function.codeDirectory += QStringLiteral("/hello.py"); });
    row("no folder", Error::Code::NotFound, "",
        [](Request &request) { request.function.codeDirectory.clear(); });
    row("no handler", Error::Code::InvalidArgument, "handler",
        [](Request &request) { request.function.handler.clear(); });
    row("too little memory", Error::Code::InvalidArgument, "memory: 127 MB",
        [](Request &request) { request.function.memory = MebiBytes{127}; });
    row("too much memory", Error::Code::InvalidArgument, "memory: 10241 MB",
        [](Request &request) { request.function.memory = MebiBytes{10'241}; });
    row("no time", Error::Code::InvalidArgument, "timeout",
        [](Request &request) { request.function.timeout = 0s; });
    row("negative time", Error::Code::InvalidArgument, "timeout",
        [](Request &request) { request.function.timeout = -1s; });
    row("too much time", Error::Code::InvalidArgument, "timeout",
        [](Request &request) { request.function.timeout = 900'001ms; });
    row("a variable that begins with a digit", Error::Code::InvalidArgument, "\"1A\"",
        [](Request &request) { request.function.environment[QStringLiteral("1A")] = QString(); });
    row("a variable of one letter", Error::Code::InvalidArgument, "\"A\"",
        [](Request &request) { request.function.environment[QStringLiteral("A")] = QString(); });
    row("a variable with a line break", Error::Code::InvalidArgument, "\"AB\n\"",
        [](Request &request) { request.function.environment[QStringLiteral("AB\n")] = QString(); });
    row("a variable with a sign", Error::Code::InvalidArgument, "\"A=B\"",
        [](Request &request) { request.function.environment[QStringLiteral("A=B")] = QString(); });
    row("a variable with a NUL", Error::Code::InvalidArgument, "TABLE", [](Request &request) {
        request.function.environment[QStringLiteral("TABLE")] = QString(3, QChar(0));
    });
    row("more than 4 KB of variables", Error::Code::InvalidArgument, "4097 bytes",
        [](Request &request) {
            request.function.environment[QStringLiteral("AB")] = QString(4088, u'x');
        });
    row("a variable that Lambda sets itself", Error::Code::InvalidArgument, "\"AWS_REGION\"",
        [](Request &request) {
            request.function.environment[QStringLiteral("AWS_REGION")]
                = QStringLiteral("eu-west-1");
        });
    row("too little storage", Error::Code::InvalidArgument, "ephemeral storage: 511 MB",
        [](Request &request) { request.function.ephemeralStorage = MebiBytes{511}; });
    row("too much storage", Error::Code::InvalidArgument, "ephemeral storage: 10241 MB",
        [](Request &request) { request.function.ephemeralStorage = MebiBytes{10'241}; });
    row("a log level with text", Error::Code::InvalidArgument,
        "LogLevel is not supported when LogFormat is set to \"Text\".",
        [](Request &request) { request.function.logging.applicationLevel = LogLevel::Debug; });
    row("a system log level with text", Error::Code::InvalidArgument, "LogLevel is not supported",
        [](Request &request) { request.function.logging.systemLevel = LogLevel::Warn; });
    row("a system log level that does not exist", Error::Code::InvalidArgument, "system log level",
        [](Request &request) {
            request.function.logging = {LogFormat::Json, LogLevel::Info, LogLevel::Error};
        });
    row("a log level that does not exist", Error::Code::InvalidArgument, "application log level",
        [](Request &request) {
            request.function.logging = {LogFormat::Json, LogLevel::None, LogLevel::Info};
        });
    row("a layer that is missing", Error::Code::NotFound, "/nonexistent/layer",
        [](Request &request) { request.function.layers = {QStringLiteral("/nonexistent/layer")}; });
    row("six layers", Error::Code::InvalidArgument, "Cannot reference more than 5 layers.",
        [](Request &request) { request.function.layers = QStringList(6, QStringLiteral("/usr")); });
    row("one layer twice", Error::Code::InvalidArgument, "Two different versions",
        [](Request &request) { request.function.layers = QStringList(2, QStringLiteral("/usr")); });
    row("a client context that is no JSON", Error::Code::InvalidJson, "client context",
        [](Request &request) { request.clientContext = "{custom"; });
    row("a client context that is too large", Error::Code::InvalidArgument,
        "client context: 3584 bytes in base64",
        [](Request &request) { request.clientContext = '"' + QByteArray(2'686 - 2, 'x') + '"'; });
}

void tst_Refusals::whatIsNotRun()
{
    QFETCH(const RequestChange, change);
    QFETCH(const int, code);
    QFETCH(const QString, detail);
    InvocationRequest request = requestFor(pythonGround, QStringLiteral("hello"));
    change(request);

    const Result<InvocationRecord> record = m_test.run(request);

    QVERIFY(!record.has_value());
    QCOMPARE(static_cast<int>(record.error().code), code);
    QVERIFY2(record.error().detail.contains(detail), qPrintable(record.error().detail));
}

void tst_Refusals::placeOfTheFirstWrongCharacter_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("first line") << QByteArray("{\"a\": x}") << 1 << 7;
    QTest::newRow("third line") << QByteArray("{\n  \"a\": 1,\n  b: 2\n}") << 3 << 3;
    QTest::newRow("characters count, not bytes")
        << QByteArray("{\"\xc3\xbc\xf0\x9f\x98\x80\" 1}") << 1 << 7;
}

void tst_Refusals::placeOfTheFirstWrongCharacter()
{
    QFETCH(const QByteArray, event);
    QFETCH(const int, line);
    QFETCH(const int, column);

    const Result<InvocationRecord> record
        = m_test.run(requestFor(pythonGround, QStringLiteral("hello"), event));

    QVERIFY(!record.has_value());
    QVERIFY(record.error().position.has_value());
    QCOMPARE(record.error().position->line, line);
    QCOMPARE(record.error().position->column, column);
}

void tst_Refusals::whatIsStillRun_data()
{
    QTest::addColumn<RequestChange>("change");

    using Request = InvocationRequest;
    const auto row
        = [](const char *title, RequestChange change) { QTest::newRow(title) << change; };
    row("the largest event",
        [](Request &request) { request.event = eventOfSize(limits::SynchronousEventBytes); });
    row("an event that is no object", [](Request &request) { request.event = "[1]"; });
    row("null", [](Request &request) { request.event = "null"; });
    row("the least memory", [](Request &request) { request.function.memory = MebiBytes{128}; });
    row("the most memory", [](Request &request) { request.function.memory = MebiBytes{10'240}; });
    row("the longest time", [](Request &request) { request.function.timeout = 900s; });
    row("4 KB of variables", [](Request &request) {
        request.function.environment[QStringLiteral("AB")] = QString(4087, u'x');
    });
    row("the most storage",
        [](Request &request) { request.function.ephemeralStorage = MebiBytes{10'240}; });
    row("levels with JSON", [](Request &request) {
        request.function.logging = {LogFormat::Json, LogLevel::Trace, LogLevel::Debug};
    });
    row("the largest client context",
        [](Request &request) { request.clientContext = "{\"custom\":\"" + QByteArray(2'685 - 13, 'x') + "\"}"; });
    row("a variable with an underscore is dropped",
        [](Request &request) { request.function.environment[QStringLiteral("_")] = QString(); });
}

void tst_Refusals::whatIsStillRun()
{
    QFETCH(const RequestChange, change);
    InvocationRequest request = requestFor(pythonGround, QStringLiteral("echo"));
    change(request);

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QCOMPARE(record.response, request.event);
}

void tst_Refusals::theNearestInterpreterRuns_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("versionBegin");

    QTest::newRow("a Python that nobody has")
        << QStringLiteral("python3.99") << QStringLiteral("python") << QStringLiteral("Python 3.");
    QTest::newRow("a Node.js that nobody has")
        << QStringLiteral("nodejs998.x") << QStringLiteral("nodejs") << QStringLiteral("Node.js ");
}

void tst_Refusals::theNearestInterpreterRuns()
{
    QFETCH(const QString, runtime);
    QFETCH(const QString, language);
    QFETCH(const QString, versionBegin);
    InvocationRequest request
        = requestFor({language, IsolationChoice::None}, QStringLiteral("hello"));
    request.function.runtime = runtime;

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::Succeeded);
    QCOMPARE(record.function.runtime, runtime);
    QVERIFY(record.environment.interpreterVersion.startsWith(versionBegin));
    QVERIFY(!record.environment.interpreterVersion.contains(QStringLiteral("99")));
}

void tst_Refusals::missingBootstraps()
{
    const QTemporaryDir empty;
    LocalInvoker invoker({empty.path(), empty.path()});

    const Async<InvocationRecord> run
        = invoker.invoke(requestFor(pythonGround, QStringLiteral("hello")));

    QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 30'000);
    QVERIFY(!run.result().has_value());
    QCOMPARE(run.result().error().code, Error::Code::NotFound);
    QVERIFY(run.result().error().detail.startsWith(empty.path()));
}

void tst_Refusals::aCacheThatCannotBeWrittenCostsTimeOnly()
{
    LocalInvoker invoker({QStringLiteral(COLDFRAME_SOURCE_DIR), QStringLiteral("/dev/null/cache")});

    const Async<InvocationRecord> run
        = invoker.invoke(requestFor(pythonGround, QStringLiteral("hello")));

    QTRY_VERIFY_WITH_TIMEOUT(run.isFinished(), 30'000);
    QVERIFY(run.result().has_value());
    QCOMPARE(run.result()->status, InvocationStatus::Succeeded);
}

COLDFRAME_TEST(tst_Refusals);

#include "tst_refusals.moc"
