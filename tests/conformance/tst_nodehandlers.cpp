// SPDX-License-Identifier: GPL-3.0-or-later
// environment, sections 5.2 and 7: handlers in Node.js and how they fail.
#include "tests/conformance/handlers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_NodeHandlers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolution_data();
    void resolution() { CHECK_HANDLER(m_test); }
    void loadingErrors_data();
    void loadingErrors() { CHECK_HANDLER(m_test); }
    void completion_data();
    void completion() { CHECK_HANDLER(m_test); }
    void callbacks_data();
    void callbacks();
    void withoutCallbacks_data();
    void withoutCallbacks();
    void streaming_data();
    void streaming() { CHECK_HANDLER(m_test); }
    void errors_data();
    void errors() { CHECK_HANDLER(m_test); }
    void crashes_data();
    void crashes() { CHECK_HANDLER(m_test); }

private:
    HandlerTest m_test;
};

namespace {

const QByteArray nodeOk = "exports.handler = async () => 'ok';\n";
const QByteArray okModule = "export const handler = async () => 'ok';\n";

bool hasCallbacks()
{
    return versionOf("nodejs").major < 24;
}

void streamed(InvocationRequest &request)
{
    request.responseMode = ResponseMode::Streamed;
}

HandlerRow streamingRow(const QByteArray &body, std::vector<Outcome> outcomes)
{
    HandlerRow row = nodeRow("exports.handler = awslambda.streamifyResponse("
                             "async (event, stream, context) => {\n"
                                 + body + "});\n",
                             std::move(outcomes));
    row.change = streamed;
    return row;
}

} // namespace

void tst_NodeHandlers::resolution_data()
{
    QTest::addColumn<HandlerRow>("row");
    const std::vector<Outcome> answered{succeeded("\"ok\"")};
    const auto addRow = [&](const char *name, std::map<QByteArray, QByteArray> files,
                            const char *handler) {
        QTest::newRow(name) << HandlerRow{"nodejs", std::move(files), handler, {"{}"}, answered};
    };
    addRow("a folder in front", {{"src/app.js", nodeOk}}, "src/app.handler");
    addRow("nested exports",
           {{"app.js", "exports.a = { word: 'ok', b: { async h() { return 'ok'; } } };"}},
           "app.a.b.h");
    addRow("this is the parent",
           {{"app.js", "exports.a = { word: 'ok', async h() { return this.word; } };"}}, "app.a.h");
    addRow("without an extension first",
           {{"app", nodeOk}, {"app.js", "exports.handler = async () => 'js';"}}, "app.handler");
    addRow(".js as a module when the package says so",
           {{"app.js", okModule}, {"package.json", R"({"type":"module"})"}}, "app.handler");
    addRow(".mjs", {{"app.mjs", okModule}}, "app.handler");
    addRow(".cjs", {{"app.cjs", nodeOk}}, "app.handler");
    addRow(".js before .mjs",
           {{"app.js", nodeOk}, {"app.mjs", "export const handler = async () => 'mjs';"}},
           "app.handler");
    addRow("a package of node_modules",
           {{"node_modules/thing/package.json", R"({"main":"main.js"})"},
            {"node_modules/thing/main.js", nodeOk}},
           "thing.handler");
    addRow("top-level await",
           {{"app.mjs",
             "const word = await Promise.resolve('ok');\n"
             "export const handler = async () => word;\n"}},
           "app.handler");
}

void tst_NodeHandlers::loadingErrors_data()
{
    QTest::addColumn<HandlerRow>("row");
    const auto addRow = [](const char *name, const QByteArray &text, const char *handler,
                           const char *type, const QByteArray &message) {
        QTest::newRow(name) << HandlerRow{
            "nodejs",
            {{"app.js", text}},
            handler,
            {"{}"},
            {failed(type,
                    QByteArray("{\"errorType\":\"") + type + "\",\"errorMessage\":\"" + message
                        + "\",\"trace\":[<any>]}")}};
    };
    addRow("two dots", nodeOk, "../app.handler", "Runtime.MalformedHandlerName",
           "'../app.handler' is not a valid handler name. Use absolute paths when specifying root "
           "directories in handler names.");
    addRow("no dot", nodeOk, "apphandler", "Runtime.MalformedHandlerName", "Bad handler");
    addRow("a missing module", nodeOk, "missing.handler", "Runtime.ImportModuleError",
           R"(Error: Cannot find module 'missing'\nRequire stack:<any>)");
    addRow("a missing dependency", "require('no-such-module');\n" + nodeOk, "app.handler",
           "Runtime.ImportModuleError",
           R"(Error: Cannot find module 'no-such-module'\nRequire stack:<any>)");
    addRow("a syntax error", "exports.handler = async () => {\n", "app.handler",
           "Runtime.UserCodeSyntaxError", "SyntaxError: <any>");
    addRow("a missing export", nodeOk, "app.other", "Runtime.HandlerNotFound",
           "app.other is undefined or not exported");
    addRow("no function", "exports.handler = 7;\n", "app.handler", "Runtime.HandlerNotFound",
           "app.handler is not a function");
}

void tst_NodeHandlers::completion_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("a promise decides")
        << nodeRow("exports.handler = (event) => new Promise((resolve) => "
                   "setTimeout(() => resolve('late'), 20));\n",
                   {succeeded("\"late\"")});
    QTest::newRow("nothing is null")
        << nodeRow("exports.handler = async () => {};\n", {succeeded("null")});
    QTest::newRow("a promise does not wait for the event loop")
        << nodeRow("exports.handler = async () => { setTimeout(() => {}, 600000); return 1; };\n",
                   {succeeded("1")});
    QTest::newRow("a promise that never settles")
        << nodeRow("exports.handler = () => new Promise(() => {});\n",
                   {failed("Runtime.NodeJsExit", "<any>")});
}

void tst_NodeHandlers::callbacks_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("the first call counts")
        << nodeRow("exports.handler = (event, context, callback) => "
                   "{ callback(null, 'first'); callback(null, 'second'); };\n",
                   {succeeded("\"first\"")});
    HandlerRow waits
        = nodeRow("let ran = false;\nexports.handler = (event, context, callback) => {\n"
                  "    if (event.second) return callback(null, ran);\n"
                  "    setTimeout(() => { ran = true; }, 100);\n"
                  "    callback(null, 'waited');\n};\n",
                  {succeeded("\"waited\""), succeeded("true")});
    waits.events = {"{}", R"({"second":true})"};
    QTest::newRow("it waits for an empty event loop") << waits;
    QTest::newRow("it need not wait")
        << nodeRow("exports.handler = (event, context, callback) => {\n"
                   "    context.callbackWaitsForEmptyEventLoop = false;\n"
                   "    setTimeout(() => {}, 600000);\n    callback(null, 'at once');\n};\n",
                   {succeeded("\"at once\"")});
    QTest::newRow("an error") << nodeRow("exports.handler = (event, context, callback) => "
                                         "callback(new RangeError('no'));\n",
                                         {failed("RangeError", "<any>")});
    QTest::newRow("without promise and callback")
        << nodeRow("exports.handler = (event) => 'ignored';\n", {succeeded("null")});
    QTest::newRow("context.succeed")
        << nodeRow("exports.handler = (event, context) => { context.succeed('old'); };\n",
                   {succeeded("\"old\"")});
    QTest::newRow("context.fail") << nodeRow(
        "exports.handler = (event, context) => { context.fail(new RangeError('no')); };\n",
        {failed("RangeError", "<any>")});
    QTest::newRow("context.done") << nodeRow(
        "exports.handler = (event, context) => { context.done(null, 'old'); };\n",
        {succeeded("\"old\"")});
}

void tst_NodeHandlers::callbacks()
{
    if (!hasCallbacks())
        QSKIP("from Node.js 24 on there are no callbacks");
    CHECK_HANDLER(m_test);
}

void tst_NodeHandlers::withoutCallbacks_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("a plain value is the response")
        << nodeRow("exports.handler = (event) => 'plain';\n", {succeeded("\"plain\"")});
    QTest::newRow("a handler with a callback")
        << nodeRow("exports.handler = (event, context, callback) => callback(null, 1);\n",
                   {failed("<any>", "<any>")});
}

void tst_NodeHandlers::withoutCallbacks()
{
    if (hasCallbacks())
        QSKIP("this is so from Node.js 24 on");
    CHECK_HANDLER(m_test);
}

void tst_NodeHandlers::streaming_data()
{
    QTest::addColumn<HandlerRow>("row");
    QTest::newRow("pieces") << streamingRow(
        "stream.write('one '); stream.write('two'); stream.end();\n", {succeeded("one two")});
    QTest::newRow("event and context") << streamingRow(
        "stream.write(JSON.stringify([event, context.functionName])); stream.end();\n",
        {succeeded(R"([{},"conformance"])")});
    QTest::newRow("the prelude of an HTTP response") << streamingRow(
        "stream = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });\n"
        "stream.write('body'); stream.end();\n",
        {succeeded(QByteArray(R"({"statusCode":201})") + QByteArray(8, '\0') + "body")});
    QTest::newRow("an error in the middle")
        << streamingRow("stream.write('half'); stream.destroy(new RangeError('no'));\n",
                        {failed("RangeError", "<any>")});
    HandlerRow buffered = streamingRow("stream.write('a'); stream.end('b');\n", {succeeded("ab")});
    buffered.change = {};
    QTest::newRow("for a caller who does not stream") << buffered;
}

void tst_NodeHandlers::errors_data()
{
    QTest::addColumn<HandlerRow>("row");
    HandlerRow thrown = nodeRow("exports.handler = async () => { throw new TypeError('no'); };\n",
                                {failed("TypeError",
                                        R"({"errorType":"TypeError","errorMessage":"no",)"
                                        R"("trace":["TypeError: no","    at <any>"]})")});
    thrown.log
        = "<time>\t<id1>\tERROR\tInvoke Error \t{\"errorType\":\"TypeError\",\"errorMessage\":"
          "\"no\",\"stack\":[<any>";
    QTest::newRow("an error") << thrown;
    QTest::newRow("a string") << nodeRow(
        "exports.handler = async () => { throw 'text'; };\n",
        {failed("string", R"({"errorType":"string","errorMessage":"text","trace":[]})")});
    QTest::newRow("getters that throw") << nodeRow(
        "exports.handler = async () => {\n    const error = new Error('x');\n"
        "    Object.defineProperty(error, 'stack', { get() { throw new Error('y'); } });\n"
        "    throw error;\n};\n",
        {failed("handled",
                R"({"errorType":"handled","errorMessage":"callback called with Error )"
                R"(argument, but there was a problem while retrieving one or more of its )"
                R"(message, name, and stack"})")});
    QTest::newRow("a value that is not JSON")
        << nodeRow("exports.handler = async () => ({ n: 1n });\n",
                   {failed("<any>", "<any>Unable to stringify response body<any>")});
}

void tst_NodeHandlers::crashes_data()
{
    QTest::addColumn<HandlerRow>("row");
    HandlerRow rejected
        = nodeRow("exports.handler = () => { Promise.reject(new RangeError('lost')); "
                  "return new Promise((resolve) => setTimeout(resolve, 60000)); };\n",
                  {failed("Runtime.UnhandledPromiseRejection",
                          R"({"errorType":"Runtime.UnhandledPromiseRejection","errorMessage":)"
                          R"("RangeError: lost","trace":[<any>]})")});
    rejected.log = "<time>\t<id1>\tERROR\tUnhandled Promise Rejection \t<any>";
    QTest::newRow("an unhandled rejection") << rejected;
    HandlerRow uncaught = nodeRow(
        "exports.handler = () => { setTimeout(() => { throw new RangeError('loose'); }, 1); "
        "return new Promise((resolve) => setTimeout(resolve, 60000)); };\n",
        {failed("RangeError",
                R"({"errorType":"RangeError","errorMessage":"loose","trace":[<any>]})")});
    uncaught.log = "<time>\t<id1>\tERROR\tUncaught Exception \t<any>";
    QTest::newRow("an uncaught exception") << uncaught;
    QTest::newRow("an exit") << nodeRow(
        "exports.handler = async () => process.exit(1);\n",
        {failed("Runtime.ExitError",
                R"({"errorType":"Runtime.ExitError","errorMessage":)"
                R"("RequestId: <id1> Error: Runtime exited with )"
                R"(error: exit status 1"})")});
}

COLDFRAME_TEST(tst_NodeHandlers);
#include "tst_nodehandlers.moc"
