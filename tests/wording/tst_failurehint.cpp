// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorpayload.h"
#include "tests/support/testmain.h"
#include "wording/failurehint.h"
#include "wording/failureplace.h"

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
    row("an exception without frames", "ValueError", "no", python, "stack trace say where");
}

void tst_FailureHint::hint()
{
    QFETCH(InvocationRecord, record);
    QFETCH(QString, part);

    const QString hint = failureHint(record);

    QVERIFY2(hint.contains(part), qPrintable(hint));
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
