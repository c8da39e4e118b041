// SPDX-License-Identifier: GPL-3.0-or-later
// environment, sections 5.1 and 7: handlers in Python and how they fail.
#include "tests/conformance/handlers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_PythonHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolution_data();
    void resolution() { CHECK_HANDLER(m_test); }
    void loadingErrors_data();
    void loadingErrors() { CHECK_HANDLER(m_test); }
    void values_data();
    void values() { CHECK_HANDLER(m_test); }
    void errors_data();
    void errors() { CHECK_HANDLER(m_test); }
    void eventsThatAreNotJson();
    void snapshots_data();
    void snapshots() { CHECK_HANDLER(m_test); }

private:
    HandlerTest m_test;
};

namespace {

const QByteArray pythonOk = "def handler(event, context):\n    return 'ok'\n";

/// The payload of an error of the init phase, spaced as Python's json module does.
QByteArray initPayload(const QByteArray &type, const QByteArray &message,
                       const QByteArray &stack = "[]")
{
    return "{\"errorMessage\": \"" + message + "\", \"errorType\": \"" + type
        + "\", \"requestId\": \"\", \"stackTrace\": " + stack + '}';
}

} // namespace

void tst_PythonHandlers::resolution_data()
{
    QTest::addColumn<HandlerRow>("row");
    const std::vector<Outcome> answered{succeeded("\"ok\"")};
    QTest::newRow("the last dot splits")
        << HandlerRow{"python",
                      {{"pkg/__init__.py", ""}, {"pkg/mod.py", pythonOk}},
                      "pkg.mod.handler",
                      {"{}"},
                      answered};
    QTest::newRow("a slash is a dot") << HandlerRow{
        "python", {{"folder/mod.py", pythonOk}}, "folder/mod.handler", {"{}"}, answered};
    QTest::newRow("the task root comes first")
        << HandlerRow{"python",
                      {{"app.py", "import json_like\n" + pythonOk}, {"json_like.py", ""}},
                      "app.handler",
                      {"{}"},
                      answered};
}

void tst_PythonHandlers::loadingErrors_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("without a dot")
        << HandlerRow{"python",
                      {{"app.py", pythonOk}},
                      "apphandler",
                      {"{}"},
                      {failed("Runtime.MalformedHandlerName",
                              initPayload("Runtime.MalformedHandlerName",
                                          "Bad handler 'apphandler': not enough values to unpack "
                                          "(expected 2, got 1)",
                                          "<any>"))}};
    QTest::newRow("the name of a built-in module") << HandlerRow{
        "python",
        {{"sys.py", pythonOk}},
        "sys.handler",
        {"{}"},
        {failed("Runtime.BuiltInModuleConflict",
                initPayload("Runtime.BuiltInModuleConflict",
                            "Cannot use built-in module sys as a handler module", "<any>"))}};
    QTest::newRow("a missing module") << HandlerRow{
        "python",
        {{"app.py", pythonOk}},
        "missing.handler",
        {"{}"},
        {failed("Runtime.ImportModuleError",
                initPayload("Runtime.ImportModuleError",
                            "Unable to import module 'missing': No module named "
                            "'missing'",
                            "<any>"))},
        "<any>[ERROR] Runtime.ImportModuleError: Unable to import module 'missing': No "
        "module named 'missing'<any>"};
    QTest::newRow("a missing dependency")
        << HandlerRow{"python",
                      {{"app.py", "import no_such_module\n" + pythonOk}},
                      "app.handler",
                      {"{}"},
                      {failed("Runtime.ImportModuleError",
                              initPayload("Runtime.ImportModuleError",
                                          "Unable to import module 'app': No module named "
                                          "'no_such_module'",
                                          "<any>"))}};
    QTest::newRow("a syntax error")
        << HandlerRow{"python",
                      {{"app.py", "def handler(event, context)\n    return 1\n"}},
                      "app.handler",
                      {"{}"},
                      {failed("Runtime.UserCodeSyntaxError",
                              initPayload("Runtime.UserCodeSyntaxError",
                                          "Syntax error in module 'app': <any> (app.py, line 1)",
                                          R"(["  File \"<any>app.py\" Line 1\n    def handler)"
                                          R"((event, context)<any>"])"))}};
    QTest::newRow("a missing handler")
        << HandlerRow{"python",
                      {{"app.py", pythonOk}},
                      "app.other",
                      {"{}"},
                      {failed("Runtime.HandlerNotFound",
                              initPayload("Runtime.HandlerNotFound",
                                          "Handler 'other' missing on module 'app'", "<any>"))}};
    QTest::newRow("another error at import")
        << HandlerRow{"python",
                      {{"app.py", "raise ValueError('at import')\n"}},
                      "app.handler",
                      {"{}"},
                      {failed("ValueError", initPayload("ValueError", "at import", "<any>"))},
                      "<any>[ERROR] ValueError: at import<any>"};
}

void tst_PythonHandlers::values_data()
{
    QTest::addColumn<HandlerRow>("row");
    const bool isEscaped = versionOf("python").minor < 12;
    QTest::newRow("nothing is null")
        << pythonRow("def handler(event, context):\n    pass\n", {succeeded("null")});
    QTest::newRow("characters beyond ASCII")
        << pythonRow("def handler(event, context):\n    return 'ä'\n",
                     {succeeded(isEscaped ? "\"\\u00e4\"" : "\"ä\"")});
    QTest::newRow("bytes go as they are") << pythonRow(
        "def handler(event, context):\n    return b'\\xffraw'\n", {succeeded("\xffraw")});
    HandlerRow events
        = pythonRow("def handler(event, context):\n    return [type(event).__name__]\n",
                    {succeeded("[\"dict\"]"), succeeded("[\"str\"]"), succeeded("[\"NoneType\"]")});
    events.events = {"{}", "\"x\"", "null"};
    QTest::newRow("events are decoded") << events;
}

void tst_PythonHandlers::errors_data()
{
    QTest::addColumn<HandlerRow>("row");
    HandlerRow raised = pythonRow(
        "def inner():\n    1/0\ndef handler(event, context):\n    inner()\n",
        {failed(
            "ZeroDivisionError",
            R"({"errorMessage": "division by zero", "errorType": "ZeroDivisionError", )"
            R"("requestId": "<id1>", "stackTrace": ["  File \"<any>app.py\", line 4, in )"
            R"(handler\n    inner()\n", "  File \"<any>app.py\", line 2, in inner\n    1/0\n"]})")});
    raised.log
        = "[ERROR] ZeroDivisionError: division by zero<newline>Traceback (most recent call "
          "last):<newline>\u00a0\u00a0File \"<any>app.py\", line 4, in handler<newline><any>";
    QTest::newRow("an exception") << raised;
    QTest::newRow("a value that is not JSON") << pythonRow(
        "def handler(event, context):\n    return {1}\n",
        {failed("Runtime.MarshalError",
                R"({"errorMessage": "Unable to marshal response: Object of type set is )"
                R"(not JSON serializable", "errorType": "Runtime.MarshalError", )"
                R"("requestId": "<id1>", "stackTrace": <any>})")});
    QTest::newRow("exit with a status")
        << pythonRow("import os\ndef handler(event, context):\n    os._exit(1)\n",
                     {failed("Runtime.ExitError",
                             R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id1> )"
                             R"(Error: Runtime exited with error: exit status 1"})")});
    HandlerRow late = pythonRow("import time\ndef handler(event, context):\n    time.sleep(60)\n",
                                {timedOut(R"({"errorType":"Sandbox.Timedout","errorMessage":)"
                                          R"("RequestId: <id1> Error: Task timed out after 1.50 )"
                                          R"(seconds"})")});
    late.change = [](InvocationRequest &request) {
        request.function.timeout = std::chrono::milliseconds(1500);
    };
    late.log = "<time> <id1> Task timed out after 1.50 seconds<any>";
    QTest::newRow("a timeout") << late;
    HandlerRow memory = pythonRow(
        "def handler(event, context):\n    kept = [bytearray(b'x' * 1048576) for _ in range(600)]\n"
        "    return len(kept)\n",
        {failed("Runtime.ExitError",
                R"({"errorType":"Runtime.ExitError","errorMessage":)"
                R"("RequestId: <id1> Error: Runtime exited with error: signal: )"
                R"(killed"})")});
    memory.change = [](InvocationRequest &request) { request.function.memory = MebiBytes{256}; };
    memory.log = "REPORT RequestId: <id1><any>\tMemory Size: 256 MB\tMax Memory Used: 256 MB\t<any>"
                 "Status: error\tError Type: Runtime.OutOfMemory\t";
    QTest::newRow("too much memory") << memory;
    QTest::newRow("a response above the limit")
        << pythonRow("def handler(event, context):\n    return 'x' * 6291555\n",
                     {failed("Function.ResponseSizeTooLarge",
                             R"({"errorType":"Function.ResponseSizeTooLarge","errorMessage":)"
                             R"("Response payload size (6291557 bytes) exceeded maximum allowed )"
                             R"(payload size (6291556 bytes)."})")});
    QTest::newRow("an exit without a reason")
        << pythonRow("import os\ndef handler(event, context):\n    os._exit(0)\n",
                     {failed("Runtime.ExitError",
                             R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: <id1> )"
                             R"(Error: Runtime exited without providing a reason"})")});
}

/// They do not get as far as the handler.
void tst_PythonHandlers::eventsThatAreNotJson()
{
    HandlerRow row = pythonRow(pythonOk, {});
    row.events = {"{"};
    QVERIFY(m_test.difference(row).startsWith(QStringLiteral("refused: ")));
}

void tst_PythonHandlers::snapshots_data()
{
    QTest::addColumn<HandlerRow>("row");
    const QByteArray hooks = "from snapshot_restore_py import register_before_snapshot, "
                             "register_after_restore\n";
    HandlerRow restored
        = pythonRow(hooks
                        + "seen = []\nregister_before_snapshot(seen.append, "
                          "'before')\nregister_after_restore(seen.append, 'after')\n"
                          "def handler(event, context):\n    return seen\n",
                    {succeeded(R"(["before", "after"])")});
    restored.change = withSnapStart;
    QTest::newRow("hooks run") << restored;
    const auto addFailing = [&](const char *name, const QByteArray &hook, const char *type) {
        HandlerRow row = pythonRow(hooks + "def broken():\n    raise ValueError('hook')\nregister_"
                                       + hook + "(broken)\n" + pythonOk,
                                   {failed(type, "<any>hook<any>")});
        row.change = withSnapStart;
        QTest::newRow(name) << row;
    };
    addFailing("a hook before the snapshot fails", "before_snapshot",
               "Runtime.BeforeSnapshotError");
    addFailing("a hook after the restore fails", "after_restore", "Runtime.AfterRestoreError");
}

COLDFRAME_TEST(tst_PythonHandlers);
#include "tst_pythonhandlers.moc"
