// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Failures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failures_data();
    void failures();
    void anExceptionLeavesTheEnvironmentAlive_data() { addGrounds(); }
    void anExceptionLeavesTheEnvironmentAlive();
    void aCrashDoesNotTouchTheNextInvocation_data();
    void aCrashDoesNotTouchTheNextInvocation();
    void aResponseThatIsTooLargeLeavesTheEnvironmentAlive_data() { addGrounds(); }
    void aResponseThatIsTooLargeLeavesTheEnvironmentAlive();
    void outputOfAFailedInitPhaseComesBeforeItsReport_data() { addGrounds(); }
    void outputOfAFailedInitPhaseComesBeforeItsReport();
    void outputOfTheInitPhaseComesBeforeStart_data() { addGrounds(); }
    void outputOfTheInitPhaseComesBeforeStart();

private:
    InvokerTest m_test;
};

namespace {

struct Failing
{
    const char *title;
    const char *language;
    const char *handler;
    const char *event;
    const char *errorType;
    const char *message; ///< its beginning; <id> stands for the request id
    const char *logLine; ///< in a line of the log
};

constexpr Failing failingHandlers[] = {
    {"an exception", "python", "raises.handler", "{}", "ValueError", "no good",
     "[ERROR] ValueError: no good\nTraceback (most recent call last):\n"},
    {"a syntax error", "python", "syntax_error.handler", "{}", "Runtime.UserCodeSyntaxError",
     "Syntax error in module 'syntax_error': ",
     "[ERROR] Runtime.UserCodeSyntaxError: Syntax error"},
    {"a module that is missing", "python", "missing_module.handler", "{}",
     "Runtime.ImportModuleError",
     "Unable to import module 'missing_module': No module named 'module_that_does_not_exist'",
     "[ERROR] Runtime.ImportModuleError: Unable to import module 'missing_module'"},
    {"a file that is missing", "python", "nofile.handler", "{}", "Runtime.ImportModuleError",
     "Unable to import module 'nofile': No module named 'nofile'", "[ERROR] "},
    {"a function that is missing", "python", "hello.nothing", "{}", "Runtime.HandlerNotFound",
     "Handler 'nothing' missing on module 'hello'", "[ERROR] Runtime.HandlerNotFound: Handler"},
    {"a handler without a dot", "python", "hello", "{}", "Runtime.MalformedHandlerName",
     "Bad handler 'hello': not enough values to unpack (expected 2, got 1)", "[ERROR] "},
    {"a module of the interpreter", "python", "sys.exit", "{}", "Runtime.BuiltInModuleConflict",
     "Cannot use built-in module sys as a handler module", "[ERROR] "},
    {"an exception while importing", "python", "raises_at_import.handler", "{}", "RuntimeError",
     "no database", "[ERROR] RuntimeError: no database"},
    {"an exit while importing", "python", "exits_at_import.handler", "{}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: exit status 3",
     "RequestId: <id> Error: Runtime exited with error: exit status 3"},
    {"a response that is no JSON", "python", "unserialisable.handler", "{}", "Runtime.MarshalError",
     "Unable to marshal response: Object of type set is not JSON serializable",
     "[ERROR] Runtime.MarshalError: Unable to marshal response"},
    {"sys.exit", "python", "exits.handler", "{\"way\":\"sys.exit\"}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: exit status 1", "Runtime.ExitError"},
    {"exit", "python", "exits.handler", "{\"way\":\"exit\",\"status\":2}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: exit status 2", "Runtime.ExitError"},
    {"os._exit", "python", "exits.handler", "{\"way\":\"os._exit\",\"status\":3}",
     "Runtime.ExitError", "RequestId: <id> Error: Runtime exited with error: exit status 3",
     "RequestId: <id> Error: Runtime exited with error: exit status 3"},
    {"exit without an error", "python", "exits.handler", "{\"way\":\"os._exit\",\"status\":0}",
     "Runtime.ExitError", "RequestId: <id> Error: Runtime exited without providing a reason",
     "RequestId: <id> Error: Runtime exited without providing a reason"},
    {"a signal", "python", "exits.handler", "{\"way\":\"kill\"}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: signal: killed", "signal: killed"},
    {"7 MB of response", "python", "big_response.handler", "{}", "Function.ResponseSizeTooLarge",
     "Response payload size (7000002 bytes) exceeded maximum allowed payload size (6291556 bytes).",
     "REPORT"},
    {"an exception", "nodejs", "raises.handler", "{\"type\":\"TypeError\"}", "TypeError", "no good",
     "\tERROR\tInvoke Error \t{\"errorType\":\"TypeError\",\"errorMessage\":\"no good\""},
    {"an exception outside of a promise", "nodejs", "raises.sync", "{\"message\":\"sync\"}",
     "TypeError", "sync", "\tERROR\tInvoke Error \t"},
    {"a text that is thrown", "nodejs", "raises.handler", "{\"value\":\"only text\"}", "string",
     "only text", "\tERROR\tInvoke Error \t"},
    {"a syntax error", "nodejs", "syntax_error.handler", "{}", "Runtime.UserCodeSyntaxError",
     "SyntaxError: ", "Runtime.UserCodeSyntaxError"},
    {"a module that is missing", "nodejs", "missing_module.handler", "{}",
     "Runtime.ImportModuleError", "Error: Cannot find module 'module-that-does-not-exist'",
     "Runtime.ImportModuleError"},
    {"a file that is missing", "nodejs", "nofile.handler", "{}", "Runtime.ImportModuleError",
     "Error: Cannot find module 'nofile'", "Runtime.ImportModuleError"},
    {"a function that is missing", "nodejs", "hello.nothing", "{}", "Runtime.HandlerNotFound",
     "hello.nothing is undefined or not exported", "Runtime.HandlerNotFound"},
    {"a number for a function", "nodejs", "nested.number", "{}", "Runtime.HandlerNotFound",
     "nested.number is not a function", "Runtime.HandlerNotFound"},
    {"a handler without a dot", "nodejs", "hello", "{}", "Runtime.MalformedHandlerName",
     "Bad handler", "Runtime.MalformedHandlerName"},
    {"a handler outside of the code", "nodejs", "../hello.handler", "{}",
     "Runtime.MalformedHandlerName", "'../hello.handler' is not a valid handler name. ",
     "Runtime.MalformedHandlerName"},
    {"an exception while importing", "nodejs", "raises_at_import.handler", "{}", "RangeError",
     "no database", "\"errorType\":\"RangeError\""},
    {"an exit while importing", "nodejs", "exits_at_import.handler", "{}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: exit status 3", "Runtime.ExitError"},
    {"a rejection while importing", "nodejs", "rejects_at_import.handler", "{}",
     "Runtime.UnhandledPromiseRejection", "Error: nobody listens",
     "Runtime.UnhandledPromiseRejection"},
    {"a response with a big integer", "nodejs", "unserialisable.bigint", "{}", "Error",
     "Unable to stringify response body", "Unable to stringify response body"},
    {"a response with a cycle", "nodejs", "unserialisable.cycle", "{}", "Error",
     "Unable to stringify response body", "Unable to stringify response body"},
    {"process.exit", "nodejs", "exits.handler", "{\"status\":1}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: exit status 1", "Runtime.ExitError"},
    {"exit without an error", "nodejs", "exits.handler", "{\"status\":0}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited without providing a reason", "Runtime.ExitError"},
    {"a signal", "nodejs", "exits.handler", "{\"way\":\"kill\"}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: signal: killed", "signal: killed"},
    {"abort", "nodejs", "exits.handler", "{\"way\":\"abort\"}", "Runtime.ExitError",
     "RequestId: <id> Error: Runtime exited with error: signal: aborted", "signal: aborted"},
    {"a rejection that nobody handles", "nodejs", "rejections.rejection", "{}",
     "Runtime.UnhandledPromiseRejection", "Error: nobody listens", "Unhandled Promise Rejection"},
    {"an exception that nobody catches", "nodejs", "rejections.exception", "{}", "RangeError",
     "nobody catches", "Uncaught Exception"},
    {"a promise that never settles", "nodejs", "never_settles.handler", "{}", "Runtime.NodeJsExit",
     "", "Runtime.NodeJsExit"},
    {"7 MB of response", "nodejs", "big_response.handler", "{}", "Function.ResponseSizeTooLarge",
     "Response payload size (7000002 bytes) exceeded maximum allowed payload size (6291556 bytes).",
     "REPORT"},
};

} // namespace

Q_DECLARE_METATYPE(const Failing *)

void tst_Failures::failures_data()
{
    QTest::addColumn<Ground>("ground");
    QTest::addColumn<const Failing *>("failing");

    for (const Failing &failing : failingHandlers) {
        for (const IsolationChoice isolation :
             {IsolationChoice::Bubblewrap, IsolationChoice::None}) {
            QTest::addRow("%s: %s, %s", failing.language, failing.title,
                          isolation == IsolationChoice::None ? "without isolation"
                                                             : "in bubblewrap")
                << Ground{QString::fromLatin1(failing.language), isolation} << &failing;
        }
    }
}

void tst_Failures::failures()
{
    FETCH_GROUND(ground);
    QFETCH(const Failing *, failing);
    InvocationRequest request = requestOf(ground, failing->handler, failing->event);
    request.requestId = newRequestId();
    const QByteArray id = request.requestId.toLatin1();

    RUN(record, m_test, request);

    QCOMPARE(record.status, InvocationStatus::Failed);
    QCOMPARE(record.errorType, QString::fromLatin1(failing->errorType));
    const ErrorPayload payload = parseErrorPayload(record.response);
    QCOMPARE(payload.errorType, QString::fromLatin1(failing->errorType));
    const QString message = QString::fromLatin1(QByteArray(failing->message).replace("<id>", id));
    QVERIFY2(payload.errorMessage.startsWith(message), record.response.constData());
    const QByteArray line = QByteArray(failing->logLine).replace("<id>", id);
    QVERIFY2(hasLineWith(record, line), textsOf(record.log).join('\n').constData());
    QVERIFY2(reportLine(record).startsWith("REPORT RequestId: " + id), reportLine(record));
    QVERIFY2(reportLine(record).contains("\tStatus: error\tError Type: "), reportLine(record));
    QCOMPARE(record.report.status, QStringLiteral("error"));
    QVERIFY(hasLineWith(record, "START RequestId: " + id));
    QVERIFY(hasLineWith(record, "END RequestId: " + id));
    // A failed init phase is repeated inside the invocation and counts as its duration.
    QVERIFY((record.isCold() && !record.initInsideInvoke)
            == record.report.initDuration.has_value());
    QCOMPARE(record.phases.back().kind, PhaseKind::Invoke);
}

void tst_Failures::anExceptionLeavesTheEnvironmentAlive()
{
    FETCH_GROUND(ground);
    const InvocationRequest request = requestOf(ground, "raises.handler", "{}");

    RUN(first, m_test, request);
    RUN(second, m_test, request);

    QCOMPARE(first.status, InvocationStatus::Failed);
    QCOMPARE(second.status, InvocationStatus::Failed);
    QVERIFY(!second.isCold());
    QCOMPARE(second.environment.id, first.environment.id);
}

void tst_Failures::aCrashDoesNotTouchTheNextInvocation_data()
{
    QTest::addColumn<Ground>("ground");
    QTest::addColumn<QByteArray>("handler");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("errorType");

    const auto row = [](const char *title, const char *language, const char *handler,
                        const char *event, const char *errorType) {
        for (const IsolationChoice isolation :
             {IsolationChoice::Bubblewrap, IsolationChoice::None}) {
            QTest::addRow("%s, %s: %s", language, title,
                          isolation == IsolationChoice::None ? "without isolation"
                                                             : "in bubblewrap")
                << Ground{QString::fromLatin1(language), isolation} << QByteArray(handler)
                << QByteArray(event) << QString::fromLatin1(errorType);
        }
    };
    row("exit", "python", "exits.handler", "{\"way\":\"os._exit\"}", "Runtime.ExitError");
    row("exit", "nodejs", "exits.handler", "{}", "Runtime.ExitError");
    row("exit after an error was posted", "nodejs", "rejections.rejection", "{}",
        "Runtime.UnhandledPromiseRejection");
    row("exit after an exception was posted", "nodejs", "rejections.exception", "{}", "RangeError");
    row("no init phase", "python", "missing_module.handler", "{}", "Runtime.ImportModuleError");
    row("no init phase", "nodejs", "missing_module.handler", "{}", "Runtime.ImportModuleError");
}

void tst_Failures::aCrashDoesNotTouchTheNextInvocation()
{
    FETCH_GROUND(ground);
    QFETCH(const QByteArray, handler);
    QFETCH(const QByteArray, event);
    QFETCH(const QString, errorType);
    const InvocationRequest request = requestOf(ground, handler.constData(), event.constData());

    RUN(first, m_test, request);
    RUN(second, m_test, request);

    QCOMPARE(first.errorType, errorType);
    // The same failure of its own, not the first one's late end.
    QCOMPARE(second.errorType, errorType);
    QVERIFY(second.coldStart == ColdStartReason::EnvironmentReset);
    QVERIFY(second.initInsideInvoke);
    QCOMPARE(second.environment.id, first.environment.id);
}

void tst_Failures::aResponseThatIsTooLargeLeavesTheEnvironmentAlive()
{
    FETCH_GROUND(ground);

    RUN(large, m_test, requestOf(ground, "big_response.handler", "{}"));
    RUN(small, m_test, requestOf(ground, "big_response.handler", "{\"size\":1}"));

    QCOMPARE(large.errorType, QStringLiteral("Function.ResponseSizeTooLarge"));
    QCOMPARE(small.response, QByteArray("\"x\""));
    QVERIFY(!small.isCold());
}

void tst_Failures::outputOfAFailedInitPhaseComesBeforeItsReport()
{
    FETCH_GROUND(ground);

    RUN(record, m_test, requestOf(ground, "raises_at_import.handler", "{}"));

    const qsizetype error = lineWith(record, "no database");
    const qsizetype report = lineWith(record, "INIT_REPORT ");
    QVERIFY(error > 0);
    QVERIFY2(error < report, textsOf(record.log).join('\n').constData());
    QVERIFY(textsOf(record.log)[report].contains("Phase: init\tStatus: error\tError Type: "));
}

void tst_Failures::outputOfTheInitPhaseComesBeforeStart()
{
    FETCH_GROUND(ground);
    InvocationRequest request = requestOf(ground, "logs.handler", "{}");
    request.start = StartChoice::ForceCold;

    RUN(record, m_test, request);

    // Several lines: a race would show with the last of them.
    const qsizetype output = lineWith(record, "while importing");
    if (ground.language == QStringLiteral("nodejs"))
        QVERIFY(output > 0);
    QVERIFY2(output < lineWith(record, "START RequestId: "),
             textsOf(record.log).join('\n').constData());
}

COLDFRAME_TEST(tst_Failures);

#include "tst_failures.moc"
