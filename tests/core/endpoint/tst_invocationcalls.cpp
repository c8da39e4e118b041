// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/endpoint/endpointfixture.h"
#include "tests/support/testmain.h"

Q_DECLARE_METATYPE(coldframe::Error)
Q_DECLARE_METATYPE(coldframe::OrderedJson)

using namespace coldframe;
using namespace coldframe::test;

class tst_InvocationCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWithTheResponse();
    void answersBeforeExtensionsAreDone();
    void functionErrorsAreAnswers_data();
    void functionErrorsAreAnswers();
    void emptyBodyIsAnEmptyObject();
    void logTailOnRequest();
    void clientContext();
    void wrongCalls_data();
    void wrongCalls();
    void functionComesBeforeJson();
    void sizes_data();
    void sizes();
    void dryRunRunsNothing();
    void eventsGoToTheQueue();
    void eventThatTheQueueRefuses();
    void eventsWithoutAQueue();
    void whatCouldNotBeRun_data();
    void whatCouldNotBeRun();
    void severalAtATime();
    void leavingCallerStopsNothing();
    void functionsFindTheEndpoint();
    void runOptionsCountFromThenOn();
    void endpointEndsBeforeTheInvocation();
};

COLDFRAME_TEST(tst_InvocationCalls);

namespace {

ApiCall invoke(const QByteArray &body = "{}", const QByteArray &headers = {},
               const QByteArray &function = "orders")
{
    return {.method = "POST",
            .target = "/2015-03-31/functions/" + function + "/invocations",
            .body = body,
            .headers = headers};
}

/// Sends a call, lets its invocation end with a record and gives what the caller got.
ApiAnswer finished(EndpointFixture &fixture, const ApiCall &call,
                   InvocationRecord (*record)(const InvocationRequest &))
{
    const auto client = fixture.sendAndRun(call);
    if (!client)
        return {};
    fixture.invoker.finish(record(fixture.invoker.running()));
    return fixture.answer(*client);
}

InvocationRecord succeeded(const InvocationRequest &request)
{
    return warmRecord(request, R"({"greeting": "Hello"})");
}

} // namespace

void tst_InvocationCalls::answersWithTheResponse()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke(R"({"name": "Ada"})"));
    QVERIFY(client);
    const InvocationRequest request = fixture.invoker.running();
    QCOMPARE(request.function.name, QStringLiteral("orders"));
    QCOMPARE(request.event, QByteArray(R"({"name": "Ada"})"));
    QVERIFY(request.responseMode == ResponseMode::Buffered);

    fixture.invoker.finish(succeeded(request));

    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray(R"({"greeting": "Hello"})"));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(answer.header("X-Amz-Executed-Version"), QByteArray("$LATEST"));
    QCOMPARE(answer.header("x-amzn-RequestId"), request.requestId.toLatin1());
    QVERIFY(headerValue(answer.headers, "X-Amz-Function-Error").isNull());
    QVERIFY(headerValue(answer.headers, "X-Amz-Log-Result").isNull());
}

void tst_InvocationCalls::answersBeforeExtensionsAreDone()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke());
    QVERIFY(client);
    Q_EMIT fixture.invoker.responded(fixture.invoker.running().requestId,
                                     InvocationStatus::Succeeded, "1");
    QCOMPARE(fixture.answer(*client).body, QByteArray("1"));
    fixture.invoker.finish(succeeded(fixture.invoker.running())); // answers nothing more
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions/orders"}).status, 200);
    QVERIFY(client->received().endsWith("\r\n\r\n1"));
}

void tst_InvocationCalls::functionErrorsAreAnswers_data()
{
    QTest::addColumn<InvocationStatus>("status");
    QTest::newRow("failed") << InvocationStatus::Failed;
    QTest::newRow("timed out") << InvocationStatus::TimedOut;
    QTest::newRow("stopped") << InvocationStatus::Stopped;
}

void tst_InvocationCalls::functionErrorsAreAnswers()
{
    QFETCH(const InvocationStatus, status);
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke());
    QVERIFY(client);
    InvocationRecord record = failedRecord(fixture.invoker.running());
    record.status = status;
    const QByteArray payload = record.response;
    QString told;
    connect(&fixture.endpoint, &LambdaEndpoint::served, this,
            [&told](const ServedRequest &request) { told = request.error; });

    fixture.invoker.finish(record);

    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("X-Amz-Function-Error"), QByteArray("Unhandled"));
    QCOMPARE(answer.body, payload);
    QCOMPARE(answer.errorType(), QByteArray());
    QCOMPARE(told, QStringLiteral("Unhandled"));
}

void tst_InvocationCalls::emptyBodyIsAnEmptyObject()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke(QByteArray()));
    QVERIFY(client);
    QCOMPARE(fixture.invoker.running().event, QByteArray("{}"));
}

void tst_InvocationCalls::logTailOnRequest()
{
    EndpointFixture fixture;
    const ApiAnswer answer
        = finished(fixture, invoke("{}", "X-Amz-Log-Type: Tail\r\n"), succeeded);
    const QByteArray log = QByteArray::fromBase64(answer.header("X-Amz-Log-Result"));
    QVERIFY2(log.startsWith("START RequestId: " + answer.header("x-amzn-RequestId")),
             log.constData());
    QVERIFY2(log.contains("[INFO] greeting Ada\nEND RequestId: "), log.constData());

    const auto client = fixture.sendAndRun(invoke("{}", "X-Amz-Log-Type: Tail\r\n"));
    QVERIFY(client);
    Q_EMIT fixture.invoker.responded(fixture.invoker.running().requestId,
                                     InvocationStatus::Succeeded, "1");
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions/orders"}).status, 200);
    QCOMPARE(client->received(), QByteArray()); // the log is complete at the end only
    fixture.invoker.finish(succeeded(fixture.invoker.running()));
    QCOMPARE(fixture.answer(*client).status, 200);
}

void tst_InvocationCalls::clientContext()
{
    EndpointFixture fixture;
    const QByteArray context = R"({"custom":{"a":"b"}})";
    const auto client = fixture.sendAndRun(
        invoke("{}", "X-Amz-Client-Context: " + context.toBase64() + "\r\n"));
    QVERIFY(client);
    QCOMPARE(fixture.invoker.running().clientContext, context);
}

void tst_InvocationCalls::wrongCalls_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message"); // part of it

    const auto add = [](const char *title, const char *body, const QByteArray &headers,
                        const char *type, const char *message) {
        QTest::newRow(title) << QByteArray(body) << headers << QByteArray(type)
                             << QByteArray(message);
    };
    const char *content = "InvalidRequestContentException";
    const char *validation = "ValidationException";
    add("no JSON", "{name: 1}", {}, content,
        "Could not parse request body into json: Could not parse payload into json: ");
    add("JSON cut off", R"({"a":)", {}, content, "Could not parse request body into json");
    add("no UTF-8", "\"\xff\"", {}, content, "Could not parse request body into json");
    add("type of invocation", "{}", "X-Amz-Invocation-Type: Later\r\n", validation,
        "enum value set: [Event, RequestResponse, DryRun]");
    add("type of log", "{}", "X-Amz-Log-Type: All\r\n", validation, "[None, Tail]");
    add("context that is no base64", "{}", "X-Amz-Client-Context: ??\r\n", content,
        "valid Base64-encoded JSON");
    add("context that is no JSON", "{}",
        "X-Amz-Client-Context: " + QByteArray("{").toBase64() + "\r\n", content,
        "valid Base64-encoded JSON");
    add("context too long", "{}",
        "X-Amz-Client-Context: " + QByteArray(3584, 'A') + "\r\n", content, "3583");
    add("tenant", "{}", "X-Amz-Tenant-Id: blue\r\n", "InvalidParameterValueException",
        "X-Amz-Tenant-Id");
    add("durable execution", "{}", "X-Amz-Durable-Execution-Name: a\r\n",
        "InvalidParameterValueException", "X-Amz-Durable-Execution-Name");
}

void tst_InvocationCalls::wrongCalls()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, message);
    EndpointFixture fixture;

    const ApiAnswer answer = fixture.call(invoke(body, headers));

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.errorType(), type);
    QVERIFY2(answer.body.contains(message), answer.body.constData());
    QVERIFY(fixture.invoker.requests.empty());
}

/// The order in which Lambda checks (invoke-api, section 4).
void tst_InvocationCalls::functionComesBeforeJson()
{
    EndpointFixture fixture;
    QCOMPARE(fixture.call(invoke("{", {}, "nope")).status, 404);
    QCOMPARE(fixture.call(invoke("{", "X-Amz-Invocation-Type: DryRun\r\n")).status, 400);
}

void tst_InvocationCalls::sizes_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");

    const QByteArray event = "X-Amz-Invocation-Type: Event\r\n";
    const QByteArray dryRun = "X-Amz-Invocation-Type: DryRun\r\n";
    QTest::newRow("largest synchronous") << dryRun << 6'291'456 << 204 << QByteArray();
    QTest::newRow("too large synchronous")
        << QByteArray() << 6'291'457 << 413
        << QByteArray("6291457 byte payload is too large for the RequestResponse invocation type "
                      "(limit 6291456 bytes)");
    QTest::newRow("largest asynchronous") << event << 1'048'576 << 202 << QByteArray();
    QTest::newRow("too large asynchronous")
        << event << 1'048'577 << 413
        << QByteArray("1048577 byte payload is too large for the Event invocation type (limit "
                      "1048576 bytes)");
    QTest::newRow("far too large asynchronous")
        << event << 7'000'000 << 413
        << QByteArray("7000000 byte payload is too large for the Event invocation type");
}

void tst_InvocationCalls::sizes()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const int, bytes);
    QFETCH(const int, status);
    QFETCH(const QByteArray, message);
    LambdaEndpoint::Options options;
    options.acceptEvent = [](const InvocationRequest &request) -> Result<QString> {
        return request.requestId;
    };
    EndpointFixture fixture(options);

    const ApiAnswer answer
        = fixture.call(invoke('"' + QByteArray(bytes - 2, 'x') + '"', headers));

    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.contains(message), answer.body.constData());
    if (status == 413)
        QCOMPARE(answer.errorType(), QByteArray("RequestEntityTooLargeException"));
}

void tst_InvocationCalls::dryRunRunsNothing()
{
    EndpointFixture fixture;
    const ApiAnswer answer
        = fixture.call(invoke("{}", "X-Amz-Invocation-Type: DryRun\r\n"));
    QCOMPARE(answer.status, 204);
    QCOMPARE(answer.body, QByteArray());
    QVERIFY(fixture.invoker.requests.empty());
}

void tst_InvocationCalls::eventsGoToTheQueue()
{
    std::vector<InvocationRequest> accepted;
    LambdaEndpoint::Options options;
    options.acceptEvent = [&accepted](const InvocationRequest &request) -> Result<QString> {
        accepted.push_back(request);
        return request.requestId;
    };
    EndpointFixture fixture(options);

    const ApiAnswer answer = fixture.call(
        invoke("[1]", "X-Amz-Invocation-Type: Event\r\nX-Amz-Client-Context: e30=\r\n"));

    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, QByteArray());
    QCOMPARE(answer.header("Content-Length"), QByteArray("0"));
    QVERIFY(headerValue(answer.headers, "X-Amz-Executed-Version").isNull());
    QVERIFY(fixture.invoker.requests.empty());
    QCOMPARE(accepted.size(), 1U);
    QCOMPARE(accepted[0].event, QByteArray("[1]"));
    QCOMPARE(accepted[0].requestId.toLatin1(), answer.header("x-amzn-RequestId"));
    QCOMPARE(accepted[0].clientContext, QByteArray()); // is not passed (invoke-api, section 5)
}

void tst_InvocationCalls::eventThatTheQueueRefuses()
{
    LambdaEndpoint::Options options;
    options.acceptEvent = [](const InvocationRequest &) -> Result<QString> {
        return failure(Error::Code::Unwritable, QStringLiteral("events.sqlite: disk full"));
    };
    EndpointFixture fixture(options);
    const ApiAnswer answer = fixture.call(invoke("{}", "X-Amz-Invocation-Type: Event\r\n"));
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.errorType(), QByteArray("ServiceException"));
    QVERIFY(answer.body.contains("disk full"));
}

void tst_InvocationCalls::eventsWithoutAQueue()
{
    EndpointFixture fixture;
    QCOMPARE(fixture.call(invoke("{}", "X-Amz-Invocation-Type: Event\r\n")).status, 500);
}

void tst_InvocationCalls::whatCouldNotBeRun_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<OrderedJson>("members"); // some of the body's

    const auto add = [](const char *title, Error::Code code, const char *detail, int status,
                        const char *type, const OrderedJson &members) {
        QTest::newRow(title) << Error{code, QString::fromLatin1(detail)} << status
                             << QByteArray(type) << members;
    };
    const OrderedJson user{{"Type", "User"}};
    const OrderedJson service{{"Type", "Service"}};
    add("throttled", Error::Code::Throttled, "ReservedFunctionConcurrentInvocationLimitExceeded",
        429, "TooManyRequestsException",
        {{"Reason", "ReservedFunctionConcurrentInvocationLimitExceeded"},
         {"Type", "User"},
         {"message", "Rate Exceeded."}});
    add("wrong setting", Error::Code::InvalidArgument, "handler: it is empty", 400,
        "InvalidParameterValueException", {{"message", "handler: it is empty"}});
    add("runtime", Error::Code::UnsupportedRuntime, "cobol1.x", 502, "InvalidRuntimeException",
        service);
    add("interpreter", Error::Code::InterpreterNotFound, "python3", 502,
        "InvalidRuntimeException", service);
    add("client", Error::Code::RuntimeClientNotFound, "aws_lambda_ric", 502,
        "InvalidRuntimeException", service);
    add("folder", Error::Code::NotFound, "/nowhere", 500, "ServiceException", service);
    add("program", Error::Code::SpawnFailed, "bwrap: no", 500, "ServiceException", service);
    add("end of the program", Error::Code::Cancelled, "", 500, "ServiceException", service);
    add("size", Error::Code::EventTooLarge, "7", 413, "RequestEntityTooLargeException", user);
    add("JSON", Error::Code::InvalidJson, "no value", 400, "InvalidRequestContentException", user);
}

void tst_InvocationCalls::whatCouldNotBeRun()
{
    QFETCH(const Error, error);
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const OrderedJson, members);
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke());
    QVERIFY(client);

    fixture.invoker.fail(error);

    const ApiAnswer answer = fixture.answer(*client);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.errorType(), type);
    for (const auto &[name, value] : members.items())
        QCOMPARE(answer.json()[name], value);
    QCOMPARE(!answer.header("Retry-After").isEmpty(), status == 429);
    QVERIFY(headerValue(answer.headers, "X-Amz-Function-Error").isNull());
}

void tst_InvocationCalls::severalAtATime()
{
    EndpointFixture fixture;
    const auto first = fixture.send(invoke("1"));
    QTRY_COMPARE(fixture.invoker.requests.size(), 1U);
    const auto second = fixture.send(invoke("2", {}, "mail"));
    QTRY_COMPARE(fixture.invoker.requests.size(), 2U);
    Q_EMIT fixture.invoker.responded(fixture.invoker.requests[1].requestId,
                                     InvocationStatus::Succeeded, "two");
    Q_EMIT fixture.invoker.responded(fixture.invoker.requests[0].requestId,
                                     InvocationStatus::Succeeded, "one");
    QCOMPARE(fixture.answer(*first).body, QByteArray("one"));
    QCOMPARE(fixture.answer(*second).body, QByteArray("two"));
}

void tst_InvocationCalls::leavingCallerStopsNothing()
{
    EndpointFixture fixture;
    const auto client = fixture.sendAndRun(invoke());
    QVERIFY(client);
    int served = 0;
    connect(&fixture.endpoint, &LambdaEndpoint::served, this, [&served] { ++served; });
    client->leave();
    QCOMPARE(fixture.call({.target = "/2015-03-31/functions/orders"}).status, 200);
    QVERIFY(fixture.invoker.stopped.isEmpty());
    QVERIFY(fixture.invoker.isRunning());
    fixture.invoker.finish(succeeded(fixture.invoker.running()));
    QTRY_COMPARE(served, 2);
}

void tst_InvocationCalls::functionsFindTheEndpoint()
{
    LambdaEndpoint::Options options;
    options.callEachOther = true;
    EndpointFixture fixture(options);
    FunctionConfig own = EndpointFixture::function("own");
    own.environment = {{QStringLiteral("AWS_ENDPOINT_URL_LAMBDA"), QStringLiteral("http://x")}};
    fixture.endpoint.registry().setFunctions({EndpointFixture::function("orders"), own});

    const QString name = QStringLiteral("AWS_ENDPOINT_URL_LAMBDA");
    const auto first = fixture.sendAndRun(invoke());
    QVERIFY(first);
    const auto second = fixture.send(invoke("{}", {}, "own"));
    QTRY_COMPARE(fixture.invoker.requests.size(), 2U);
    QCOMPARE(fixture.invoker.requests[0].function.environment.at(name), fixture.endpoint.url());
    QCOMPARE(fixture.invoker.requests[1].function.environment.at(name),
             QStringLiteral("http://x"));
    const OrderedJson shown
        = fixture.call({.target = "/2015-03-31/functions/orders/configuration"}).json();
    QCOMPARE(shown["Environment"]["Variables"], (OrderedJson{{"STAGE", "test"}}));
}

void tst_InvocationCalls::runOptionsCountFromThenOn()
{
    LambdaEndpoint::Options options;
    options.callEachOther = true;
    EndpointFixture fixture(options);
    EmulationOptions emulation;
    emulation.freezesBetweenInvocations = false;

    fixture.endpoint.setRunOptions(IsolationChoice::None, emulation);

    QVERIFY(fixture.sendAndRun(invoke()));
    const InvocationRequest &request = fixture.invoker.requests.back();
    QCOMPARE(request.isolation, IsolationChoice::None);
    QVERIFY(request.emulation == emulation);
    QCOMPARE(request.function.environment.at(QStringLiteral("AWS_ENDPOINT_URL_LAMBDA")),
             fixture.endpoint.url());
}

void tst_InvocationCalls::endpointEndsBeforeTheInvocation()
{
    auto fixture = std::make_unique<EndpointFixture>();
    const auto client = fixture->sendAndRun(invoke());
    QVERIFY(client);
    fixture->endpoint.stop();
    QTRY_VERIFY(client->wasDisconnected());
    fixture->invoker.finish(succeeded(fixture->invoker.running()));
    QCoreApplication::processEvents();
    QCOMPARE(client->received(), QByteArray());
}

#include "tst_invocationcalls.moc"
