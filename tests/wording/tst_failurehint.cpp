// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"
#include "tests/support/testmain.h"
#include "wording/failurehint.h"
#include "wording/failureplace.h"

#include <QRegularExpression>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

InvocationRecord failedRecord(const char *type, const char *message, const char *runtime)
{
    InvocationRecord record;
    record.status = InvocationStatus::Failed;
    record.errorType = QString::fromLatin1(type);
    record.report.errorType = record.errorType;
    record.function.runtime = QString::fromLatin1(runtime);
    record.function.handler = QStringLiteral("app.handler");
    record.function.codeDirectory = QStringLiteral("/home/ada/hello");
    record.response = platformErrorPayload(record.errorType, QString::fromUtf8(message));
    return record;
}

} // namespace

class tst_FailureHint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hint_data();
    void hint();
    void successNeedsNone();
    void timeoutNamesTheLimit();
    void timeoutSaysWhereTheTimeWent_data();
    void timeoutSaysWhereTheTimeWent();
    void aStreamMayBeLarger();
    void anUnknownTypeWithAPlace();
    void stopIsNoFault();
    void aKillAtTheMemoryLimitIsCalledSo();
    void place_data();
    void place();
};

void tst_FailureHint::hint_data()
{
    QTest::addColumn<InvocationRecord>("record");
    QTest::addColumn<QString>("part");

    const auto row = [](const char *name, const char *type, const char *message,
                        const char *runtime, const char *part) {
        QTest::newRow(name) << failedRecord(type, message, runtime) << QString::fromUtf8(part);
    };
    const char *python = "python3.12";
    const char *node = "nodejs20.x";
    row("a missing Python package", "Runtime.ImportModuleError",
        "Unable to import module 'app': No module named 'requests.adapters'", python,
        "pip install --target . requests");
    row("a missing Node.js package", "Runtime.ImportModuleError",
        "Error: Cannot find module '@aws-sdk/client-s3'\nRequire stack:", node,
        "npm install @aws-sdk/client-s3");
    row("a missing ES module package", "Runtime.ImportModuleError",
        "Cannot find package 'left-pad' imported from /var/task/app.mjs", node,
        "npm install left-pad");
    row("a missing file of the function", "Runtime.ImportModuleError",
        "Error: Cannot find module './lib/db'", node, "the file “./lib/db”, which is not there");
    row("no file for the handler", "Runtime.ImportModuleError",
        "Unable to import module 'app': No module named 'app'", python, "Correct the handler");
    row("no file for a Node.js handler", "Runtime.ImportModuleError",
        "Error: Cannot find module '/var/task/app'", node, "Correct the handler");
    row("an import that fails otherwise", "Runtime.ImportModuleError",
        "Unable to import module 'app': cannot import name 'x'", python, "could not be imported");
    row("Python syntax with a line", "Runtime.UserCodeSyntaxError",
        "Syntax error in module 'app': invalid syntax (app.py, line 7)", python, "app.py, line 7");
    row("Node.js syntax without a line", "Runtime.UserCodeSyntaxError",
        "SyntaxError: Unexpected token", node, "stack trace");
    row("no such function", "Runtime.HandlerNotFound", "Handler 'handler' missing on module 'app'",
        python, "no function “handler”");
    row("a handler without a dot", "Runtime.MalformedHandlerName", "Bad handler 'app'", python,
        "file.function");
    row("a file named as a built-in module", "Runtime.BuiltInModuleConflict",
        "Cannot use built-in module app as a handler module", python, "another name");
    row("a set is no JSON", "Runtime.MarshalError",
        "Unable to marshal response: Object of type set is not JSON serializable", python,
        "type set");
    row("a response that refers to itself", "Runtime.MarshalError",
        "Unable to marshal response: Circular reference detected", python, "is not JSON");
    row("a BigInt in Node.js", "Error", "Unable to stringify response body", node, "is not JSON");
    row("an event that is no JSON", "Runtime.UnmarshalError", "Unable to unmarshal input", python,
        "Correct the event");
    row("exit with a status", "Runtime.ExitError",
        "RequestId: 1 Error: Runtime exited with error: exit status 3", python, "exit status 3");
    row("killed by a signal", "Runtime.ExitError",
        "RequestId: 1 Error: Runtime exited with error: signal: segmentation fault", python,
        "(segmentation fault)");
    row("exit without a reason", "Runtime.ExitError",
        "RequestId: 1 Error: Runtime exited without providing a reason", python,
        "Do not call exit");
    row("out of memory", "Runtime.OutOfMemory", "signal: killed", python, "all of its 128 MB");
    row("no bootstrap", "Runtime.InvalidEntrypoint", "Couldn't find valid bootstrap(s)",
        "provided.al2023", "chmod +x bootstrap");
    row("a promise that never settles", "Runtime.NodeJsExit", "", node, "never settled");
    row("the same in another spelling", "Runtime.NodejsExit", "", node, "never settled");
    row("a rejected promise", "Runtime.UnhandledPromiseRejection", "Error: no", node, "Await it");
    row("a timeout told by its type", "Sandbox.Timedout", "Task timed out", python,
        "its timeout of 3.00 s");
    row("a large response", "Function.ResponseSizeTooLarge", "Response payload size", python,
        "6 MB");
    const char *own = "provided.al2023";
    row("a response that broke off", "Runtime.TruncatedResponse", "", own,
        "middle of the response");
    row("a mode that does not exist", "Runtime.InvalidResponseModeHeader", "", own, "“streaming”");
    row("a folder that cannot be entered", "Runtime.InvalidWorkingDir", "", own, "chmod 755");
    row("a program that cannot be started", "Runtime.InvalidTaskConfig", "", own,
        "handler “app.handler” and the runtime provided.al2023");
    row("a client context that is no JSON", "Runtime.LambdaContextUnmarshalError",
        "Unable to parse Client Context JSON", python, "client context");
    row("a handler with a callback", "Runtime.CallbackHandlerDeprecated", "", "nodejs24.x",
        "make it async");
    row("a Java class that is missing", "Runtime.BadFunctionCode", "Class not found: a.B", "java21",
        "compiled into /home/ada/hello");
    row("the same by Java's own name", "java.lang.ClassNotFoundException", "a.B", "java21",
        "The class of the handler");
    row("a Ruby file that cannot be loaded", "Init<LoadError>", "cannot load such file -- x",
        "ruby3.3", "while it was loaded");
    row("an init phase that failed", "Runtime.InitError", "", own, "outside of the handler");
    row("a hook before the snapshot", "Runtime.BeforeSnapshotError", "no", python,
        "before the snapshot");
    row("the same in Java", "BeforeCheckpointError", "no", "java21", "before the snapshot");
    row("a hook after the restore", "Runtime.AfterRestoreError", "no", python, "after the restore");
    row("the same in Java's words", "AfterRestoreError", "no", "java21", "after the restore");
    row("the caller's name for it", "SnapStartException", "no", python, "after the restore");
    row("hooks that take too long", "Runtime.RestoreHookUserTimeout", "", python, "10 seconds");
    row("the caller's name for that", "SnapStartTimeoutException", "", python, "10 seconds");
    row("an environment that failed", "Sandbox.Failure", "", python, "coldframe-cli doctor");
    row("a runtime that is away", "Runtime.Unavailable", "", python, "run it again");
    row("a timeout by its old name", "Sandbox.Timeout", "", python, "its timeout of 3.00 s");
    row("a timeout by another name", "Runtime.InvokeTimeout", "", python, "its timeout of 3.00 s");
    row("an extension that crashed", "Extension.Crash", "", python, "ended while it was still");
    row("an extension that gave up", "Extension.ExitError", "", python, "could not go on");
    row("an extension that did not get ready", "Extension.InitError", "", python,
        "could not get ready");
    row("an extension that cannot be started", "Extension.LaunchError", "", python, "chmod +x");
    row("eleven extensions", "Extension.TooManyExtensions", "", python, "10 extensions");
    row("an extension that is late", "Extension.RegistrationClosed", "", python,
        "register as soon");
    row("another refusal of an extension", "Extension.InvalidEventType", "", python,
        "(Extension.InvalidEventType)");
    row("a type of the runtime's that is unknown", "Runtime.Unknown",
        "Unknown application error occurred", own, "form Runtime.Reason");
    row("a type of the function's that is unknown", "Function.Unknown", "", own,
        "form Runtime.Reason");
    row("an exception without frames", "ValueError", "no", python, "stack trace say where");
    row("an async handler in Python", "Runtime.MarshalError",
        "Unable to marshal response: Object of type coroutine is not JSON serializable", python,
        "asyncio.run()");
    row("a thrown text", "Runtime.Unknown", "no", node, "stack trace say where");
    row("a Python handler without parameters", "TypeError",
        "handler() takes 0 positional arguments but 2 were given", python,
        "def handler(event, context)");
    row("a syntax error of an ES module", "Runtime.UserCodeSyntaxError",
        "SyntaxError: Unexpected token ';'", node, "node --check");
}

void tst_FailureHint::hint()
{
    QFETCH(InvocationRecord, record);
    QFETCH(QString, part);

    const QString hint = failureHint(record);

    QVERIFY2(hint.contains(part), qPrintable(hint));
    static const QRegularExpression placeholder(QStringLiteral("%[0-9]"));
    QVERIFY2(!hint.contains(placeholder), qPrintable(hint));
}

void tst_FailureHint::successNeedsNone()
{
    InvocationRecord record;
    record.response = "{\"errorType\":\"Runtime.ExitError\"}";

    QCOMPARE(failureHint(record), QString());
}

void tst_FailureHint::timeoutNamesTheLimit()
{
    InvocationRecord record;
    record.status = InvocationStatus::TimedOut;
    record.function.timeout = 15s;

    QVERIFY(failureHint(record).contains(QStringLiteral("15.0 s")));
}

void tst_FailureHint::timeoutSaysWhereTheTimeWent_data()
{
    QTest::addColumn<PhaseKind>("last");
    QTest::addColumn<QString>("part");

    QTest::newRow("in the handler")
        << PhaseKind::Invoke
        << QStringLiteral("The function ran longer than its timeout of 3.00 s");
    QTest::newRow("while the handler's module was loaded")
        << PhaseKind::HandlerImport << QStringLiteral("load less outside of the handler");
    QTest::newRow("while the init phase was repeated, until nothing was left")
        << PhaseKind::InterpreterStart << QStringLiteral("load less outside of the handler");
    QTest::newRow("before the extensions were ready")
        << PhaseKind::ExtensionsReady << QStringLiteral("(missing: slow)");
    QTest::newRow("behind the answer")
        << PhaseKind::ExtensionsDone << QStringLiteral("(missing: slow, lazy)");
}

void tst_FailureHint::timeoutSaysWhereTheTimeWent()
{
    QFETCH(PhaseKind, last);
    QFETCH(QString, part);
    InvocationRecord record;
    record.status = InvocationStatus::TimedOut;
    record.phases = {{PhaseKind::ProcessStart, 0ns, 1ms}, {last, 1ms, 3s}};
    if (isInitPhase(last)) // the handler never began
        record.phases.push_back({PhaseKind::Invoke, 3001ms, 0ns});
    record.extensions = {{QStringLiteral("quick"), true, 1ms, 2ms, 3ms},
                         {QStringLiteral("slow"), true, 1ms, {}, {}},
                         {QStringLiteral("lazy"), true, 1ms, 2ms, {}}};

    const QString hint = failureHint(record);

    QVERIFY2(hint.contains(part), qPrintable(hint));
}

void tst_FailureHint::aStreamMayBeLarger()
{
    InvocationRecord record = failedRecord("Function.ResponseSizeTooLarge", "", "nodejs22.x");
    record.streamed = true;

    QVERIFY(failureHint(record).contains(QStringLiteral("200 MB")));
}

void tst_FailureHint::anUnknownTypeWithAPlace()
{
    InvocationRecord record = failedRecord("Function.Unknown", "", "python3.12");
    record.response = R"json({"errorMessage":"no","errorType":"Oops","stackTrace":[
            "  File \"/var/task/app.py\", line 3, in handler\n    f()\n"]})json";

    QCOMPARE(failureHint(record), QStringLiteral("The error arose in app.py, line 3."));
}

void tst_FailureHint::stopIsNoFault()
{
    InvocationRecord record;
    record.status = InvocationStatus::Stopped;

    QVERIFY(failureHint(record).contains(QStringLiteral("was stopped")));
}

void tst_FailureHint::aKillAtTheMemoryLimitIsCalledSo()
{
    InvocationRecord record = failedRecord(
        "Runtime.ExitError", "Error: Runtime exited with error: signal: killed", "python3.12");
    record.function.memory = MebiBytes{256};
    record.report.memorySize = MebiBytes{256};
    record.report.maxMemoryUsed = MebiBytes{256};

    QVERIFY(failureHint(record).contains(QStringLiteral("all of its 256 MB")));
}

void tst_FailureHint::place_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("hint");

    QTest::newRow("Python's last own frame")
        << QByteArray(R"json({"errorMessage":"no","errorType":"ValueError","stackTrace":[
            "  File \"/var/task/app.py\", line 3, in handler\n    f()\n",
            "  File \"/var/task/lib/f.py\", line 12, in f\n    json.loads(1)\n",
            "  File \"/usr/lib/python3.11/json/__init__.py\", line 339, in loads\n"]})json")
        << QStringLiteral("The error arose in lib/f.py, line 12.");
    QTest::newRow("Node.js's first own frame")
        << QByteArray(R"json({"errorType":"TypeError","errorMessage":"no","trace":[
            "TypeError: no", "    at parse (/var/task/node_modules/x/index.js:1:1)",
            "    at inner (/var/task/app.js:9:5)", "    at h (/var/task/app.js:3:1)"]})json")
        << QStringLiteral("The error arose in app.js, line 9.");
    QTest::newRow("an ES module without isolation")
        << QByteArray(R"json({"errorType":"TypeError","errorMessage":"no","trace":[
            "TypeError: no", "    at file:///home/ada/hello/app.mjs:4:9"]})json")
        << QStringLiteral("The error arose in app.mjs, line 4.");
    QTest::newRow("only frames of others")
        << QByteArray(R"json({"errorType":"ValueError","errorMessage":"no","stackTrace":[
            "  File \"/var/task/vendor/site-packages/x.py\", line 3, in h\n"]})json")
        << QStringLiteral("The function ended with an error; the log and the stack trace say where "
                          "it arose.");
}

void tst_FailureHint::place()
{
    QFETCH(QByteArray, payload);
    QFETCH(QString, hint);
    InvocationRecord record = failedRecord("", "", "python3.12");
    record.response = payload;

    QCOMPARE(failureHint(record), hint);
}

COLDFRAME_TEST(tst_FailureHint);

#include "tst_failurehint.moc"
