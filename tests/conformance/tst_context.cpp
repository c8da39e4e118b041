// SPDX-License-Identifier: GPL-3.0-or-later
// environment, section 6: the context object.
#include "tests/conformance/handlers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_ContextObject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data();
    void members() { CHECK_HANDLER(m_test); }
    void clientContext_data();
    void clientContext() { CHECK_HANDLER(m_test); }

private:
    HandlerTest m_test;
};

namespace {

/// A handler that answers with one expression about its context.
HandlerRow asking(const QByteArray &runtime, const QByteArray &expression, const QByteArray &answer)
{
    return runtime == "python"
        ? pythonRow("import json\ndef handler(event, context):\n    return " + expression + "\n",
                    {succeeded(answer)})
        : nodeRow("exports.handler = async (event, context) => " + expression + ";\n",
                  {succeeded(answer)});
}

} // namespace

void tst_ContextObject::members_data()
{
    QTest::addColumn<HandlerRow>("row");
    const auto python = [](const char *name, const char *expression, const char *answer) {
        QTest::addRow("Python: %s", name) << asking("python", expression, answer);
    };
    const auto node = [](const char *name, const char *expression, const char *answer) {
        QTest::addRow("Node.js: %s", name) << asking("nodejs", expression, answer);
    };
    python("request id", "context.aws_request_id", "\"<id1>\"");
    node("request id", "context.awsRequestId", "\"<id1>\"");
    python("name and version", "[context.function_name, context.function_version]",
           R"(["conformance", "$LATEST"])");
    node("name and version", "[context.functionName, context.functionVersion]",
         R"(["conformance","$LATEST"])");
    const char *const arn = "\"arn:aws:lambda:us-east-1:123456789012:function:conformance\"";
    python("ARN", "context.invoked_function_arn", arn);
    node("ARN", "context.invokedFunctionArn", arn);
    python("memory is a text", "context.memory_limit_in_mb", "\"1024\"");
    node("memory is a text", "context.memoryLimitInMB", "\"1024\"");
    python("log group and stream", "[context.log_group_name, context.log_stream_name]",
           R"(["/aws/lambda/conformance", "<number>/<number>/<number>/[$LATEST]<hex32>"])");
    node("log group and stream", "[context.logGroupName, context.logStreamName]",
         R"(["/aws/lambda/conformance","<number>/<number>/<number>/[$LATEST]<hex32>"])");
    python("identity is always there",
           "[context.identity.cognito_identity_id, context.identity.cognito_identity_pool_id]",
           "[null, null]");
    node("identity is undefined", "typeof context.identity", "\"undefined\"");
    python("client context is None", "context.client_context is None", "true");
    node("client context is undefined", "typeof context.clientContext", "\"undefined\"");
    python("tenant", "getattr(context, 'tenant_id', 'missing')", "null");
    node("tenant", "context.tenantId ?? null", "null");
    python("remaining time",
           "50000 < context.get_remaining_time_in_millis() <= 60000 and "
           "isinstance(context.get_remaining_time_in_millis(), int)",
           "true");
    node("remaining time",
         "context.getRemainingTimeInMillis() > 50000 && "
         "context.getRemainingTimeInMillis() <= 60000",
         "true");
    python("log", "context.log('written')", "null");
    node("methods",
         "[typeof context.done, typeof context.fail, typeof context.succeed, "
         "context.callbackWaitsForEmptyEventLoop]",
         versionOf("nodejs").major < 24 ? R"(["function","function","function",true])" : "<any>");
}

void tst_ContextObject::clientContext_data()
{
    QTest::addColumn<HandlerRow>("row");
    const auto withContext = [](HandlerRow row) {
        row.change = [](InvocationRequest &request) {
            request.clientContext
                = R"({"custom":{"a":"b"},"env":{"c":"d"},"client":)"
                  R"({"installation_id":"1","app_title":"2","app_version_name":"3",)"
                  R"("app_version_code":"4","app_package_name":"5"}})";
        };
        return row;
    };
    QTest::newRow("Python") << withContext(
        asking("python",
               "[context.client_context.custom, context.client_context.env] + "
               "[getattr(context.client_context.client, name) for name in ('installation_id', "
               "'app_title', 'app_version_name', 'app_version_code', 'app_package_name')]",
               R"([{"a": "b"}, {"c": "d"}, "1", "2", "3", "4", "5"])"));
    QTest::newRow("Node.js") << withContext(
        asking("nodejs", "[context.clientContext.custom, context.clientContext.client.app_title]",
               R"([{"a":"b"},"2"])"));
}

COLDFRAME_TEST(tst_ContextObject);
#include "tst_context.moc"
