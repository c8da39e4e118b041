// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoint as unmodified clients see it: boto3, the AWS CLI and AWS's SDK for JavaScript.
#include "tests/conformance/endpointserver.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace coldframe::test;

class tst_Endpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void boto3_data();
    void boto3();
    void commandLine_data();
    void commandLine();
    void sdk_data();
    void sdk();
    void throttledCallsAreRetried_data();
    void throttledCallsAreRetried();

private:
    /// Whether the output has the form, a regular expression for each line.
    static void compare(const ProgramRun &run, const QByteArray &form)
    {
        const QString problem = QStringLiteral("exit code %1\n%2\n%3")
                                    .arg(run.exitCode)
                                    .arg(QString::fromUtf8(run.out), QString::fromUtf8(run.err));
        QVERIFY2(run.exitCode == 0, qPrintable(problem));
        const QList<QByteArray> lines = run.out.trimmed().split('\n');
        const QList<QByteArray> forms = form.trimmed().split('\n');
        QVERIFY2(lines.size() == forms.size(), qPrintable(problem));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QRegularExpression expression(
                QRegularExpression::anchoredPattern(QString::fromUtf8(forms.at(i))));
            QVERIFY2(expression.isValid(), forms.at(i).constData());
            QVERIFY2(expression.match(QString::fromUtf8(lines.at(i))).hasMatch(),
                     qPrintable(QString::fromUtf8(forms.at(i)) + u'\n' + problem));
        }
    }

    std::unique_ptr<EndpointServer> m_server;
};

COLDFRAME_TEST(tst_Endpoint);

void tst_Endpoint::initTestCase()
{
    m_server = std::make_unique<EndpointServer>();
    QVERIFY2(m_server->problem().isEmpty(), qPrintable(m_server->problem()));
}

void tst_Endpoint::boto3_data()
{
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QByteArray>("form");
    const auto add = [](const char *title, const char *statements, const char *form) {
        QTest::newRow(title) << QByteArray(statements) << QByteArray(form);
    };

    add("invoke", R"(
answer = client.invoke(FunctionName='echo', Payload=b'{"a": [1, "\xc3\xa9"]}')
show(answer['StatusCode'], answer['ExecutedVersion'], 'FunctionError' in answer, text(answer))
)",
        R"(200 \$LATEST false \{"a": \[1, "(?:é|\\u00e9)\x22\]\})");
    add("invoke by ARN", R"(
arn = client.get_function(FunctionName='echo')['Configuration']['FunctionArn']
show(arn, text(client.invoke(FunctionName=arn, Payload=b'1')))
show(text(client.invoke(FunctionName=arn + ':$LATEST', Payload=b'2')))
show(text(client.invoke(FunctionName='123456789012:function:echo', Qualifier='$LATEST', Payload=b'3')))
)",
        R"(arn:aws:lambda:us-east-1:123456789012:function:echo 1
2
3)");
    add("request id, context and settings", R"(
import base64
context = base64.b64encode(b'{"custom": {"k": "v"}}').decode()
answer = client.invoke(FunctionName='context', ClientContext=context)
seen = json.loads(text(answer))
show(seen['id'] == answer['ResponseMetadata']['RequestId'], seen['arn'], seen['memory'], seen['custom'])
)",
        R"(true arn:aws:lambda:us-east-1:123456789012:function:context "?512"? \{"k": "v"\})");
    add("log tail", R"(
import base64
answer = client.invoke(FunctionName='echo', Payload=b'7', LogType='Tail')
log = base64.b64decode(answer['LogResult']).decode().splitlines()
show(text(answer), log[-4 if log[-1].startswith('REPORT') else 0], 'echo 7' in log, log[-1][:6])
)",
        R"(7 .*RequestId: .* true REPORT)");
    add("function error", R"(
answer = client.invoke(FunctionName='fail')
payload = json.loads(text(answer))
show(answer['StatusCode'], answer['FunctionError'], payload['errorType'], payload['errorMessage'])
)",
        R"(200 Unhandled ValueError told to fail)");
    add("timeout", R"(
answer = client.invoke(FunctionName='slow')
show(answer['StatusCode'], answer['FunctionError'], text(answer))
)",
        R"(200 Unhandled .*Task timed out after 1.00 seconds.*)");
    add("asynchronous", R"(
answer = client.invoke(FunctionName='echo', InvocationType='Event', Payload=b'1')
show(answer['StatusCode'], len(text(answer)))
)",
        R"(202 0)");
    add("dry run", R"(
answer = client.invoke(FunctionName='echo', InvocationType='DryRun')
show(answer['StatusCode'], len(text(answer)))
)",
        R"(204 0)");
    add("unknown function", R"(
error(client.invoke, FunctionName='nope')
error(client.invoke, FunctionName='echo', Qualifier='live')
error(client.get_function, FunctionName='nope')
)",
        R"(ResourceNotFoundException 404 Function not found: arn:aws:lambda:us-east-1:123456789012:function:nope
ResourceNotFoundException 404 Function not found: arn:aws:lambda:us-east-1:123456789012:function:echo:live
ResourceNotFoundException 404 Function not found: arn:aws:lambda:us-east-1:123456789012:function:nope)");
    add("no JSON", R"(error(client.invoke, FunctionName='echo', Payload=b'{a'))",
        R"(InvalidRequestContentException 400 Could not parse request body into json: .*)");
    add("two qualifiers", R"(error(client.invoke, FunctionName='echo:live', Qualifier='other'))",
        R"(InvalidParameterValueException 400 The derived qualifier .*)");
    add("no name", R"(error(client.invoke, FunctionName='a b'))",
        R"(ClientError 400 1 validation error detected: Value 'a b' at 'functionName' .*)");
    add("too large", R"(
error(client.invoke, FunctionName='echo', Payload=b'"' + b'x' * 6291455 + b'"')
error(client.invoke, FunctionName='echo', InvocationType='Event', Payload=b'"' + b'x' * 1048575 + b'"')
)",
        R"(ClientError 413 6291457 byte payload is too large for the RequestResponse invocation type .*
ClientError 413 1048577 byte payload is too large for the Event invocation type .*)");
    add("call that is not answered", R"(error(client.list_layers))",
        R"(ClientError 404 GET /2018-10-31/layers is no call that Coldframe answers)");
    add("list in pages", R"(
pages = client.get_paginator('list_functions').paginate(PaginationConfig={'PageSize': 4})
show([[f['FunctionName'] for f in page['Functions']] for page in pages])
)",
        R"(\[\["caller", "context", "echo", "fail"\], \["node-caller", "slow", "stream"\]\])");
    add("describe", R"(
f = client.get_function(FunctionName='stream')
show(f['Configuration']['Runtime'], f['Configuration']['State'], f['Code']['Location'])
c = client.get_function_configuration(FunctionName='slow')
show(c['Timeout'], c['MemorySize'], c['Handler'], c['LastUpdateStatus'], c['Version'])
)",
        R"(nodejs20.x Active file:///.*/code
1 512 app.never Successful \$LATEST)");
    add("waiters", R"(
for name in ('function_active', 'function_active_v2', 'function_updated', 'function_updated_v2', 'function_exists'):
    client.get_waiter(name).wait(FunctionName='echo')
show('all')
)",
        R"(all)");
    add("change", R"(
before = client.get_function_configuration(FunctionName='context')
after = client.update_function_configuration(FunctionName='context', MemorySize=1024, Timeout=30,
    Environment={'Variables': {'STAGE': 'test'}}, RevisionId=before['RevisionId'])
show(after['MemorySize'], after['Timeout'], after['Environment'])
seen = json.loads(text(client.invoke(FunctionName='context')))
show(seen['memory'], seen['stage'])
error(client.update_function_configuration, FunctionName='context', Timeout=5, RevisionId=before['RevisionId'])
error(client.update_function_configuration, FunctionName='context', Timeout=901)
error(client.update_function_configuration, FunctionName='context', Role='arn:aws:iam::123456789012:role/r')
client.update_function_configuration(FunctionName='context', MemorySize=512, Environment={'Variables': {}})
)",
        R"(1024 30 \{"Variables": \{"STAGE": "test"\}\}
"?1024"? test
PreconditionFailedException 412 .*
ClientError 400 1 validation error detected: .*
InvalidParameterValueException 400 Role can't be changed here.*)");
    add("reserved concurrency", R"(
show('ReservedConcurrentExecutions' in client.get_function_concurrency(FunctionName='fail'))
show(client.put_function_concurrency(FunctionName='fail', ReservedConcurrentExecutions=5)['ReservedConcurrentExecutions'])
show(client.get_function_concurrency(FunctionName='fail')['ReservedConcurrentExecutions'])
show(client.get_account_settings()['AccountLimit']['UnreservedConcurrentExecutions'])
error(client.put_function_concurrency, FunctionName='fail', ReservedConcurrentExecutions=901)
show(client.delete_function_concurrency(FunctionName='fail')['ResponseMetadata']['HTTPStatusCode'])
)",
        R"(false
5
5
995
InvalidParameterValueException 400 .*minimum value of \[100\].
204)");
    add("provisioned concurrency", R"(
put = client.put_provisioned_concurrency_config(FunctionName='fail', Qualifier='live', ProvisionedConcurrentExecutions=1)
show(put['RequestedProvisionedConcurrentExecutions'], put['Status'] in ('IN_PROGRESS', 'READY'))
show(client.get_provisioned_concurrency_config(FunctionName='fail', Qualifier='live')['RequestedProvisionedConcurrentExecutions'])
show(client.list_provisioned_concurrency_configs(FunctionName='fail')['ProvisionedConcurrencyConfigs'][0]['FunctionArn'])
client.delete_provisioned_concurrency_config(FunctionName='fail', Qualifier='live')
error(client.get_provisioned_concurrency_config, FunctionName='fail', Qualifier='live')
error(client.put_provisioned_concurrency_config, FunctionName='fail', Qualifier='$LATEST', ProvisionedConcurrentExecutions=1)
)",
        R"(1 true
1
arn:aws:lambda:us-east-1:123456789012:function:fail:live
ProvisionedConcurrencyConfigNotFoundException 404 No Provisioned Concurrency Config found for this function
InvalidParameterValueException 400 .*unpublished function versions.)");
    add("settings of asynchronous invocation", R"(
put = client.put_function_event_invoke_config(FunctionName='fail', MaximumRetryAttempts=0,
    DestinationConfig={'OnFailure': {'Destination': 'arn:aws:lambda:us-east-1:123456789012:function:echo'}})
show(put['FunctionArn'], put['MaximumRetryAttempts'], put['LastModified'].year > 2000)
client.update_function_event_invoke_config(FunctionName='fail', MaximumEventAgeInSeconds=90)
got = client.get_function_event_invoke_config(FunctionName='fail')
show(got['MaximumRetryAttempts'], got['MaximumEventAgeInSeconds'], got['DestinationConfig']['OnFailure']['Destination'])
show(len(client.list_function_event_invoke_configs(FunctionName='fail')['FunctionEventInvokeConfigs']))
client.delete_function_event_invoke_config(FunctionName='fail')
error(client.get_function_event_invoke_config, FunctionName='fail')
)",
        R"(arn:aws:lambda:us-east-1:123456789012:function:fail:\$LATEST 0 true
0 90 arn:aws:lambda:us-east-1:123456789012:function:echo
1
ResourceNotFoundException 404 .*doesn't have an EventInvokeConfig)");
    add("a function that calls another", R"(
answer = client.invoke(FunctionName='caller', Payload=b'{"from": "caller"}')
show(answer.get('FunctionError', 'no error'), text(answer))
)",
        R"(no error \{"status": 200, "answer": \{"from": "caller"\}\})");
    add("several at a time", R"(
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(4) as pool:
    answers = pool.map(lambda i: text(client.invoke(FunctionName='echo', Payload=str(i))), range(8))
show(list(answers))
)",
        R"(\["0", "1", "2", "3", "4", "5", "6", "7"\])");
}

void tst_Endpoint::boto3()
{
    QFETCH(const QByteArray, statements);
    QFETCH(const QByteArray, form);
    if (const QString reason = reasonToSkipPython(); !reason.isEmpty())
        QSKIP(qPrintable(reason));

    compare(m_server->runPython(statements), form);
}

void tst_Endpoint::commandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<QString>("form"); // of standard output and error

    const auto add = [](const char *title, const char *arguments, bool succeeds, const char *form) {
        QTest::newRow(title) << QString::fromUtf8(arguments).split(u' ') << succeeds
                             << QString::fromUtf8(form);
    };
    add("invoke", "invoke --function-name echo --payload 7 out.json --query StatusCode", true,
        R"(\s*200\s*)");
    add("function error", "invoke --function-name fail out.json --query FunctionError", true,
        R"("Unhandled"\s*)");
    add("list", "list-functions --query Functions[].FunctionName --output text", true,
        R"(caller\s+context\s+echo\s+fail\s+node-caller\s+slow\s+stream\s*)");
    add("describe", "get-function --function-name echo --query Configuration.State", true,
        R"("Active"\s*)");
    add("change",
        "update-function-configuration --function-name slow --description slower --query "
        "Description",
        true, R"("slower"\s*)");
    add("wait", "wait function-active-v2 --function-name echo", true, "");
    add("reserve",
        "put-function-concurrency --function-name slow --reserved-concurrent-executions 3 "
        "--output text",
        true, R"(3\s*)");
    add("reserve no longer", "delete-function-concurrency --function-name slow", true, "");
    add("account", "get-account-settings --query AccountUsage.FunctionCount", true, R"(7\s*)");
    add("unknown function", "invoke --function-name nope out.json", false,
        R"(.*\(ResourceNotFoundException\) when calling the Invoke operation: Function not found: arn:.*nope.*)");
    add("wrong setting", "update-function-configuration --function-name slow --timeout 1000", false,
        R"(.*\(ValidationException\) when calling the UpdateFunctionConfiguration operation.*)");
}

void tst_Endpoint::commandLine()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, succeeds);
    QFETCH(const QString, form);
    if (const QString reason = reasonToSkipCli(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const QStringList common{QStringLiteral("--endpoint-url"),    m_server->url(),
                             QStringLiteral("--region"),          QStringLiteral("us-east-1"),
                             QStringLiteral("--no-sign-request"), QStringLiteral("--no-cli-pager")};
    const ProgramRun probe = m_server->run(QStringLiteral("aws"), {QStringLiteral("--version")});
    const bool isFirst = probe.out.contains("aws-cli/1.") || probe.err.contains("aws-cli/1.");

    const ProgramRun run
        = m_server->run(QStringLiteral("aws"),
                        QStringList{QStringLiteral("lambda")} + arguments
                            + (isFirst ? common.first(common.size() - 1) : common));

    const QString text = QString::fromUtf8(run.out + run.err);
    // The first version of the tool ends with another status than the second.
    QVERIFY2((run.exitCode == 0) == succeeds && run.exitCode >= 0, qPrintable(text));
    const QRegularExpression expression(QRegularExpression::anchoredPattern(form),
                                        QRegularExpression::DotMatchesEverythingOption);
    QVERIFY2(expression.match(text).hasMatch(), qPrintable(text));
}

void tst_Endpoint::sdk_data()
{
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QByteArray>("form");
    const auto add = [](const char *title, const char *statements, const char *form) {
        QTest::newRow(title) << QByteArray(statements) << QByteArray(form);
    };

    add("invoke", R"(
const answer = await send('Invoke', { FunctionName: 'echo', Payload: '{"a":1}', LogType: 'Tail' });
show(answer.StatusCode, answer.ExecutedVersion, answer.FunctionError ?? 'no error', textOf(answer.Payload));
show(Buffer.from(answer.LogResult, 'base64').toString().includes('echo {"a": 1}'));
)",
        R"(200 \$LATEST no error \{"a":\s*1\}
true)");
    add("function error", R"(
const answer = await send('Invoke', { FunctionName: 'fail' });
show(answer.StatusCode, answer.FunctionError, JSON.parse(textOf(answer.Payload)).errorType);
)",
        R"(200 Unhandled ValueError)");
    add("errors", R"(
await error('Invoke', { FunctionName: 'nope' });
await error('Invoke', { FunctionName: 'echo', Payload: '{' });
await error('Invoke', { FunctionName: 'echo:a', Qualifier: 'b' });
await error('Invoke', { FunctionName: 'echo', InvocationType: 'Later' });
)",
        R"(ResourceNotFoundException true 404 Function not found: arn:.*:nope
InvalidRequestContentException true 400 Could not parse request body into json: .*
InvalidParameterValueException true 400 The derived qualifier .*
ValidationException true 400 1 validation error detected: .*)");
    add("asynchronous and dry run", R"(
for (const InvocationType of ['Event', 'DryRun'])
    show((await send('Invoke', { FunctionName: 'echo', InvocationType })).StatusCode);
)",
        R"(202
204)");
    add("pages", R"(
const names = [];
for await (const page of sdk.paginateListFunctions({ client, pageSize: 2 }, {}))
    names.push(page.Functions.map((each) => each.FunctionName));
show(names);
)",
        R"(\[\["caller","context"\],\["echo","fail"\],\["node-caller","slow"\],\["stream"\]\])");
    add("waiters", R"(
for (const wait of [sdk.waitUntilFunctionActive, sdk.waitUntilFunctionActiveV2, sdk.waitUntilFunctionExists,
    sdk.waitUntilFunctionUpdated, sdk.waitUntilFunctionUpdatedV2])
    show((await wait({ client, maxWaitTime: 60 }, { FunctionName: 'echo' })).state);
)",
        R"(SUCCESS
SUCCESS
SUCCESS
SUCCESS
SUCCESS)");
    add("settings", R"(
show((await send('PutFunctionConcurrency', { FunctionName: 'fail', ReservedConcurrentExecutions: 4 })).ReservedConcurrentExecutions);
show((await send('GetFunction', { FunctionName: 'fail' })).Concurrency);
await send('DeleteFunctionConcurrency', { FunctionName: 'fail' });
const config = await send('PutFunctionEventInvokeConfig', { FunctionName: 'fail', MaximumRetryAttempts: 1 });
show(config.MaximumRetryAttempts, config.LastModified instanceof Date);
await send('DeleteFunctionEventInvokeConfig', { FunctionName: 'fail' });
)",
        R"(4
\{"ReservedConcurrentExecutions":4\}
1 true)");
    add("a function that calls another", R"(
const answer = await send('Invoke', { FunctionName: 'node-caller', Payload: '{"from":"caller"}' });
show(answer.FunctionError ?? 'no error', textOf(answer.Payload));
)",
        R"(no error \{"status":200,"answer":\{"from":"caller"\}\})");
    // The function waits for an answer that it gets only when its first piece has arrived.
    add("first piece before the function ends", R"(
let arrived;
const firstPiece = new Promise((resolve) => { arrived = resolve; });
const server = createServer(async (request, response) => {
    await firstPiece;
    response.end();
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const answer = await send('InvokeWithResponseStream', {
    FunctionName: 'stream',
    Payload: JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` }),
});
show(answer.StatusCode, answer.ExecutedVersion, answer.ResponseStreamContentType);
for await (const event of answer.EventStream) {
    arrived();
    show(event.PayloadChunk ? textOf(event.PayloadChunk.Payload) : event);
}
server.close();
)",
        R"(200 \$LATEST application/vnd.amazon.eventstream
first\s*
second
\{"InvokeComplete":\{\}\})");
    add("stream that fails on the way, with its log", R"(
const answer = await send('InvokeWithResponseStream', { FunctionName: 'stream', Payload: '{"fail":true}', LogType: 'Tail' });
let text = '';
for await (const event of answer.EventStream) {
    text += textOf(event.PayloadChunk?.Payload);
    if (event.InvokeComplete)
        show(text.trim(), event.InvokeComplete.ErrorCode, JSON.parse(event.InvokeComplete.ErrorDetails).errorMessage,
            Buffer.from(event.InvokeComplete.LogResult, 'base64').toString().includes('REPORT RequestId: '));
}
)",
        R"(first RangeError in the middle true)");
    add("stream of a function that does not stream", R"(
const answer = await send('InvokeWithResponseStream', { FunctionName: 'echo', Payload: '"whole"' });
for await (const event of answer.EventStream)
    show(event.PayloadChunk ? textOf(event.PayloadChunk.Payload) : event);
)",
        R"("whole"
\{"InvokeComplete":\{\}\})");
    add("stream of 30 MB to a reader that comes late", R"(
const answer = await send('InvokeWithResponseStream', { FunctionName: 'stream', Payload: '{"size":30000000}' });
let bytes = 0;
for await (const event of answer.EventStream)
    bytes += event.PayloadChunk?.Payload.length ?? 0;
show(bytes);
)",
        R"(30000006)");
    add("errors of a stream", R"(
await error('InvokeWithResponseStream', { FunctionName: 'nope' });
await error('InvokeWithResponseStream', { FunctionName: 'stream', InvocationType: 'Event' });
)",
        R"(ResourceNotFoundException true 404 Function not found: .*
ValidationException true 400 .*\[RequestResponse, DryRun\])");
}

void tst_Endpoint::sdk()
{
    QFETCH(const QByteArray, statements);
    QFETCH(const QByteArray, form);
    if (const QString reason = reasonToSkipSdk(); !reason.isEmpty())
        QSKIP(qPrintable(reason));

    compare(m_server->runSdk(statements), form);
}

void tst_Endpoint::throttledCallsAreRetried_data()
{
    QTest::addColumn<bool>("python");
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QByteArray>("form");

    QTest::newRow("boto3") << true << QByteArray(R"(
client.put_function_concurrency(FunctionName='echo', ReservedConcurrentExecutions=0)
answer = error(client_with(retries={'total_max_attempts': 3}).invoke, FunctionName='echo')
show(answer['ResponseMetadata']['RetryAttempts'], answer['Reason'])
client.delete_function_concurrency(FunctionName='echo')
show(text(client.invoke(FunctionName='echo', Payload=b'1')))
)") << QByteArray(R"(TooManyRequestsException 429 Rate Exceeded.
2 ReservedFunctionConcurrentInvocationLimitExceeded
1)");
    QTest::newRow("JavaScript") << false << QByteArray(R"(
await send('PutFunctionConcurrency', { FunctionName: 'echo', ReservedConcurrentExecutions: 0 });
const failure = await error('Invoke', { FunctionName: 'echo' });
show(failure.$metadata.attempts, failure.Reason);
await error('InvokeWithResponseStream', { FunctionName: 'echo' });
await send('DeleteFunctionConcurrency', { FunctionName: 'echo' });
show(textOf((await send('Invoke', { FunctionName: 'echo', Payload: '1' })).Payload));
)") << QByteArray(R"(TooManyRequestsException true 429 Rate Exceeded.
3 ReservedFunctionConcurrentInvocationLimitExceeded
TooManyRequestsException true 429 Rate Exceeded.
1)");
}

void tst_Endpoint::throttledCallsAreRetried()
{
    QFETCH(const bool, python);
    QFETCH(const QByteArray, statements);
    QFETCH(const QByteArray, form);
    if (const QString reason = python ? reasonToSkipPython() : reasonToSkipSdk(); !reason.isEmpty())
        QSKIP(qPrintable(reason));

    compare(python ? m_server->runPython(statements) : m_server->runSdk(statements), form);
}

#include "tst_endpoint.moc"
