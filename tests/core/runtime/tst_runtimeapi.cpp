// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "tests/core/runtime/runtimeclient.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <array>

#include <sys/socket.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneInvocation();
    void headersOfAnEvent();
    void headersThatAreSentOnlyWithAValue();
    void contentTypeOfTheEvent();
    void bytesOfTheEventAreLeftAlone();
    void theFirstNextEndsTheInitPhase();
    void anEventThatWaitsForItsRuntime();
    void aRuntimeThatWaitsForItsEvent();
    void anEventWaitsForTheStateThatWasAnnounced();
    void stateBehindAnAnswer();
    void theSameEventOnASecondNext();
    void twoPollsGetOneEventEach();
    void aSecondResponseIsRefused();
    void aResponseToAnEarlierEventIsRefused();
    void invocationIds_data();
    void invocationIds();
    void answersThatAreRefused_data();
    void answersThatAreRefused();
    void idIsCheckedBeforeSize();
    void stateIsCheckedBeforeModeAndSize();
    void modeIsCheckedBeforeSize();
    void aTruncatedResponse();
    void wordsOfAForbiddenTransition();
    void largestResponse();
    void responseThatIsTooLarge();
    void unknownResponseMode();
    void streamingForABufferedCallerIsTakenAsAWhole();
    void ping();
    void wrongPaths_data();
    void wrongPaths();
    void wrongMethods_data();
    void wrongMethods();
    void initTraceIsNoCallOfTheLifecycle();
    void aForeignHostIsRefused();
    void theInheritedSocketServesTheSame();
    void severalInvocationsOnOneConnection();
    void aClientThatLeavesWhilePolling();
    void resetStartsAnew();

private:
    void send(const QByteArray &bytes) { m_client->send(bytes); }
    void get(const QByteArray &path) { m_client->get(path); }
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        m_client->post(path, body, headers);
    }
    QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                       const QByteArray &body) const
    {
        return m_client->request(method, path, headers, body);
    }
    ApiAnswer receive() { return m_client->receive(); }
    void deliver(const QByteArray &body);

    std::unique_ptr<RuntimeApiFixture> m_fixture;
    RuntimeApi *m_api = nullptr;
    RuntimeClient *m_client = nullptr;
};

void tst_RuntimeApi::init()
{
    m_fixture = std::make_unique<RuntimeApiFixture>();
    m_api = &m_fixture->api;
    m_client = m_fixture->client.get();
    QVERIFY(m_client);
}

void tst_RuntimeApi::cleanup()
{
    m_fixture.reset();
}

void tst_RuntimeApi::deliver(const QByteArray &body)
{
    m_api->deliver(eventOf(body));
    get(nextPath);
    QCOMPARE(receive().status, 200);
}

void tst_RuntimeApi::oneInvocation()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    QSignalSpy delivered(m_api, &RuntimeApi::delivered);
    deliver("{\"order\":7}");
    QCOMPARE(delivered.size(), 1);
    QCOMPARE(m_api->state(), RuntimeState::Running);

    post(invocationPath("response"), "{\"done\":true}");

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, okBody);
    QCOMPARE(headerValue(answer.headers, "Content-Type").toByteArray(),
             QByteArray("application/json"));
    QCOMPARE(m_api->state(), RuntimeState::ResponseSent);
    QCOMPARE(answered.size(), 1);
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QCOMPARE(result.body, QByteArray("{\"done\":true}"));
    QVERIFY(!result.isError);
    QCOMPARE(result.errorType, QString());
}

void tst_RuntimeApi::headersOfAnEvent()
{
    m_api->deliver(eventOf("{}"));
    get(nextPath);

    const ApiAnswer answer = receive();

    const auto value
        = [&answer](const char *name) { return headerValue(answer.headers, name).toByteArray(); };
    QCOMPARE(answer.status, 200);
    QCOMPARE(value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(value("Lambda-Runtime-Aws-Request-Id"), requestId.toLatin1());
    QCOMPARE(value("Lambda-Runtime-Deadline-Ms"), QByteArray("1542409706888"));
    QCOMPARE(value("Lambda-Runtime-Invoked-Function-Arn"),
             QByteArray("arn:aws:lambda:us-east-1:123456789012:function:orders"));
    QCOMPARE(value("Lambda-Runtime-Trace-Id"),
             QByteArray("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;"
                        "Sampled=0"));
    QVERIFY(headerValue(answer.headers, "Lambda-Runtime-Client-Context").isNull());
    QVERIFY(headerValue(answer.headers, "Lambda-Runtime-Cognito-Identity").isNull());
    QVERIFY(headerValue(answer.headers, "Lambda-Runtime-Aws-Tenant-Id").isNull());
    QVERIFY(headerValue(answer.headers, "Lambda-Runtime-Invocation-Id").isNull());
}

void tst_RuntimeApi::headersThatAreSentOnlyWithAValue()
{
    RuntimeEvent event = eventOf("{}");
    event.clientContext = R"({"custom":{"a":"b"}})";
    event.cognitoIdentity = R"({"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"})";
    event.tenantId = "tenant-1";
    event.invocationId = "attempt-1";
    m_api->deliver(event);
    get(nextPath);

    const ApiAnswer answer = receive();

    QCOMPARE(headerValue(answer.headers, "Lambda-Runtime-Client-Context").toByteArray(),
             event.clientContext);
    QCOMPARE(headerValue(answer.headers, "Lambda-Runtime-Cognito-Identity").toByteArray(),
             event.cognitoIdentity);
    QCOMPARE(answer.header("Lambda-Runtime-Aws-Tenant-Id"), event.tenantId);
    QCOMPARE(answer.header("Lambda-Runtime-Invocation-Id"), event.invocationId);
}

void tst_RuntimeApi::contentTypeOfTheEvent()
{
    RuntimeEvent event = eventOf("a,b");
    event.contentType = "text/csv";

    QCOMPARE(m_fixture->deliver(event).header("Content-Type"), QByteArray("text/csv"));
}

void tst_RuntimeApi::bytesOfTheEventAreLeftAlone()
{
    const QByteArray event = " {\"b\" : 1.0,\r\n\"a\":\"\xc3\xbc\\u00fc\",\"a\":2e1}\n";
    m_api->deliver(eventOf(event));
    get(nextPath);

    QCOMPARE(receive().body, event);
}

void tst_RuntimeApi::theFirstNextEndsTheInitPhase()
{
    QSignalSpy initialised(m_api, &RuntimeApi::initialised);
    QSignalSpy ready(m_api, &RuntimeApi::ready);

    get(nextPath);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(initialised.size(), 1);
    m_api->deliver(eventOf("1"));
    receive();
    post(invocationPath("response"), "1");
    receive();
    get(nextPath);

    QTRY_COMPARE(ready.size(), 2);
    QCOMPARE(initialised.size(), 1);
}

void tst_RuntimeApi::anEventThatWaitsForItsRuntime()
{
    m_api->deliver(eventOf("\"early\""));
    QCOMPARE(m_api->state(), RuntimeState::Started);

    get(nextPath);

    QCOMPARE(receive().body, QByteArray("\"early\""));
}

void tst_RuntimeApi::aRuntimeThatWaitsForItsEvent()
{
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
    QVERIFY(m_client->hasReceivedNothing());

    m_api->deliver(eventOf("\"late\""));

    QCOMPARE(receive().body, QByteArray("\"late\""));
}

/// The init phase is over with the question, and the invocation begins with the event: what lies
/// between is neither.
void tst_RuntimeApi::anEventWaitsForTheStateThatWasAnnounced()
{
    QSignalSpy initialised(m_api, &RuntimeApi::initialised);
    QSignalSpy delivered(m_api, &RuntimeApi::delivered);
    QSignalSpy told(m_api, &RuntimeApi::stateTold);
    connect(m_api, &RuntimeApi::initialised, m_api, [this] { m_api->deliver(eventOf("1")); });

    send(request("GET", nextPath, "Coldframe-State: follows\r\n", {}));
    QTRY_COMPARE(initialised.size(), 1);
    QCOMPARE(delivered.size(), 0);
    post("/coldframe/state", "{}");

    QCOMPARE(receive().body, QByteArray("1"));
    QCOMPARE(receive().status, 202);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toByteArray(), QByteArray("{}"));
    QCOMPARE(delivered.size(), 1);
}

void tst_RuntimeApi::stateBehindAnAnswer()
{
    QSignalSpy told(m_api, &RuntimeApi::stateTold);
    QSignalSpy ready(m_api, &RuntimeApi::ready);
    deliver("1");
    post(invocationPath("response"), "1");
    post("/coldframe/state", "{}");
    receive();
    QCOMPARE(receive().status, 202);

    QCOMPARE(told.size(), 1);
    QCOMPARE(ready.size(), 0);
    get(nextPath);
    QTRY_COMPARE(ready.size(), 1);
    get("/coldframe/state");
    m_api->deliver(eventOf("2"));
    QCOMPARE(receive().body, QByteArray("2"));
    QCOMPARE(receive().status, 405);
}

void tst_RuntimeApi::theSameEventOnASecondNext()
{
    QSignalSpy delivered(m_api, &RuntimeApi::delivered);
    deliver("\"once\"");

    get(nextPath);

    const ApiAnswer again = receive();
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, QByteArray("\"once\""));
    QCOMPARE(headerValue(again.headers, "Lambda-Runtime-Aws-Request-Id").toByteArray(),
             requestId.toLatin1());
    QCOMPARE(delivered.size(), 1);
}

void tst_RuntimeApi::twoPollsGetOneEventEach()
{
    QSignalSpy ready(m_api, &RuntimeApi::ready);
    RuntimeClient other(m_fixture->server);
    get(nextPath);
    QTRY_COMPARE(ready.size(), 1);
    other.get(nextPath);
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(ready.size(), 1);

    m_api->deliver(eventOf("1"));
    QCOMPARE(receive().body, QByteArray("1"));
    QVERIFY(other.hasReceivedNothing());
    post(invocationPath("response"), "1");
    QCOMPARE(receive().status, 202);

    RuntimeEvent second = eventOf("2");
    second.requestId = QStringLiteral("00000000-0000-0000-0000-000000000002");
    m_api->deliver(second);
    get(nextPath);
    QCOMPARE(other.receive().body, QByteArray("2"));
    QVERIFY(m_client->hasReceivedNothing());
}

void tst_RuntimeApi::aResponseToAnEarlierEventIsRefused()
{
    deliver("1");
    post(invocationPath("response"), "1");
    QCOMPARE(receive().status, 202);
    RuntimeEvent second = eventOf("2");
    second.requestId = QStringLiteral("00000000-0000-0000-0000-000000000002");
    QCOMPARE(m_fixture->deliver(second).status, 200);

    post(invocationPath("response"), "late");

    QCOMPARE(receive().body, apiErrorBody("Invalid request ID", "InvalidRequestID"));
    QCOMPARE(m_api->state(), RuntimeState::Running);
}

void tst_RuntimeApi::invocationIds_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");

    const QByteArray id = "attempt-1";
    QTest::newRow("no echo") << id << QByteArray() << 202;
    QTest::newRow("the right echo")
        << id << QByteArray("lambda-runtime-invocation-id: attempt-1\r\n") << 202;
    QTest::newRow("an echo of another attempt")
        << id << QByteArray("Lambda-Runtime-Invocation-Id: attempt-0\r\n") << 400;
    QTest::newRow("an empty echo") << id << QByteArray("Lambda-Runtime-Invocation-Id:\r\n") << 400;
    QTest::newRow("none was sent")
        << QByteArray() << QByteArray("Lambda-Runtime-Invocation-Id: x\r\n") << 202;
}

void tst_RuntimeApi::invocationIds()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, header);
    QFETCH(const int, status);

    for (const char *action : {"response", "error"}) {
        RuntimeEvent event = eventOf("1");
        event.invocationId = sent;
        QCOMPARE(m_fixture->deliver(event).status, 200);

        post(invocationPath(action), "{}", header);

        const ApiAnswer answer = receive();
        QCOMPARE(answer.status, status);
        if (status == 400) {
            QCOMPARE(answer.body, apiErrorBody("Invalid invocation ID", "InvalidInvocationId"));
            QCOMPARE(m_api->state(), RuntimeState::Running);
            post(invocationPath(action), "{}");
            QCOMPARE(receive().status, 202);
        }
    }
}

void tst_RuntimeApi::aSecondResponseIsRefused()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    deliver("1");
    post(invocationPath("response"), "\"first\"");
    QCOMPARE(receive().status, 202);

    post(invocationPath("response"), "\"second\"");

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("State transition from RuntimeResponseSentState to "
                                 "InvocationResponse failed"));
    QCOMPARE(answered.size(), 1);
    QCOMPARE(m_api->state(), RuntimeState::ResponseSent);
}

void tst_RuntimeApi::answersThatAreRefused_data()
{
    QTest::addColumn<bool>("isRunning");
    QTest::addColumn<QByteArray>("path");

    const QString other = QStringLiteral("00000000-0000-0000-0000-000000000000");
    QTest::newRow("a response before any event") << false << invocationPath("response");
    QTest::newRow("an error before any event") << false << invocationPath("error");
    QTest::newRow("a response to another request") << true << invocationPath("response", other);
    QTest::newRow("an error of another request") << true << invocationPath("error", other);
    QTest::newRow("a response without id") << true << invocationPath("response", {});
}

void tst_RuntimeApi::answersThatAreRefused()
{
    QFETCH(const bool, isRunning);
    QFETCH(const QByteArray, path);
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    if (isRunning)
        deliver("1");

    post(path, "1");

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body,
             QByteArray("{\"errorMessage\":\"Invalid request ID\","
                        "\"errorType\":\"InvalidRequestID\"}\n"));
    QCOMPARE(headerValue(answer.headers, "Content-Type").toByteArray(),
             QByteArray("application/json"));
    QCOMPARE(answered.size(), 0);
    QCOMPARE(m_api->state(), isRunning ? RuntimeState::Running : RuntimeState::Started);
}

void tst_RuntimeApi::idIsCheckedBeforeSize()
{
    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '));

    QCOMPARE(receive().body, apiErrorBody("Invalid request ID", "InvalidRequestID"));
}

void tst_RuntimeApi::stateIsCheckedBeforeModeAndSize()
{
    deliver("1");
    post(invocationPath("response"), "1");
    QCOMPARE(receive().status, 202);

    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '),
         "Lambda-Runtime-Function-Response-Mode: sideways\r\n");

    QCOMPARE(receive().status, 403);
}

void tst_RuntimeApi::modeIsCheckedBeforeSize()
{
    deliver("1");

    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '),
         "Lambda-Runtime-Function-Response-Mode: sideways\r\n");

    QCOMPARE(receive().status, 400);
}

void tst_RuntimeApi::aTruncatedResponse()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    deliver("1");
    send("POST " + invocationPath("response")
         + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n");

    const ApiAnswer answer = receive();

    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body,
             apiErrorBody("HTTP request detected as truncated", "TruncatedHTTPRequest"));
    QCOMPARE(answered.size(), 1);
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.errorType, QStringLiteral("Runtime.TruncatedResponse"));
    QCOMPARE(result.platformErrorType, QStringLiteral("Runtime.TruncatedResponse"));
    QCOMPARE(result.responseBytes, 2);
    // The runtime may go on, over another connection.
    m_client->connect();
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
}

void tst_RuntimeApi::wordsOfAForbiddenTransition()
{
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
    RuntimeClient other(m_fixture->server);
    other.post(initErrorPath, "{}");

    const ApiAnswer answer = other.receive();

    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.body,
             apiErrorBody("State transition from Ready to InitError failed for runtime. Error: "
                          "State transition is not allowed",
                          "InvalidStateTransition"));
}

void tst_RuntimeApi::largestResponse()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    deliver("1");
    const QByteArray body(limits::ResponseBytes, ' ');

    post(invocationPath("response"), body);

    QCOMPARE(receive().status, 202);
    QVERIFY(!answered.first().first().value<RuntimeAnswer>().isError);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().body.size(), limits::ResponseBytes);
}

void tst_RuntimeApi::responseThatIsTooLarge()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    deliver("1");

    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '));

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.body,
             QByteArray("{\"errorMessage\":\"Exceeded maximum allowed payload size "
                        "(6291556 bytes).\",\"errorType\":\"RequestEntityTooLarge\"}\n"));
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.errorType, QStringLiteral("Function.ResponseSizeTooLarge"));
    QCOMPARE(result.body,
             QByteArray("{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":"
                        "\"Response payload size (6291557 bytes) exceeded maximum allowed payload "
                        "size (6291556 bytes).\"}"));
    // The runtime may go on.
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
}

void tst_RuntimeApi::unknownResponseMode()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    deliver("1");

    post(invocationPath("response"), "1", "Lambda-Runtime-Function-Response-Mode: sideways\r\n");

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body,
             QByteArray("{\"errorMessage\":\"Invalid function response mode\","
                        "\"errorType\":\"InvalidFunctionResponseMode\"}\n"));
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.errorType, QStringLiteral("Runtime.InvalidResponseModeHeader"));
    QCOMPARE(result.body, QByteArray());
}

void tst_RuntimeApi::streamingForABufferedCallerIsTakenAsAWhole()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    QSignalSpy appended(m_api, &RuntimeApi::responseAppended);
    deliver("1");

    send(m_client->chunkedHead(invocationPath("response"),
                               "lambda-runtime-function-response-mode: streaming\r\n"
                               "trailer: Lambda-Runtime-Function-Error-Type\r\n")
         + "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");

    QCOMPARE(receive().status, 202);
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QCOMPARE(result.body, QByteArray("{\"a\":1}"));
    QVERIFY(!result.isError);
    QVERIFY(result.streamed);
    QCOMPARE(result.responseBytes, 7);
    QCOMPARE(result.contentType, QByteArray("application/octet-stream"));
    QCOMPARE(appended.size(), 0);
}

void tst_RuntimeApi::ping()
{
    get("/2018-06-01/ping");

    const ApiAnswer answer = receive();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("pong"));
}

void tst_RuntimeApi::wrongPaths_data()
{
    QTest::addColumn<QByteArray>("path");

    for (const char *path :
         {"/", "/2018-06-01", "/2018-06-01/pingpong", "/2018-06-01/runtime",
          "/2018-06-01/runtime/invocation/", "/2018-06-01/runtime/invocation/x",
          "/2018-06-01/runtime/invocation/x/y", "/2018-06-01/runtime/invocation/x/response/y",
          "/2018-06-01/runtime/restore/next", "/2020-01-01/extension/register",
          "/2018-06-01/runtime/init/errors", "/coldframe", "*"})
        QTest::newRow(path) << QByteArray(path);
}

void tst_RuntimeApi::wrongPaths()
{
    QFETCH(const QByteArray, path);

    get(path);

    QCOMPARE(receive().status, 404);
    QCOMPARE(m_api->state(), RuntimeState::Started);
}

void tst_RuntimeApi::wrongMethods_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("POST next") << QByteArray("POST") << nextPath;
    QTest::newRow("PUT next") << QByteArray("PUT") << nextPath;
    QTest::newRow("GET response") << QByteArray("GET") << invocationPath("response");
    QTest::newRow("GET error") << QByteArray("GET") << invocationPath("error");
    QTest::newRow("GET init/error") << QByteArray("GET") << initErrorPath;
    QTest::newRow("DELETE init/error") << QByteArray("DELETE") << initErrorPath;
}

void tst_RuntimeApi::wrongMethods()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);

    send(request(method, path, {}, {}));

    QCOMPARE(receive().status, 405);
    QCOMPARE(m_api->state(), RuntimeState::Started);
}

void tst_RuntimeApi::initTraceIsNoCallOfTheLifecycle()
{
    QSignalSpy traced(m_api, &RuntimeApi::initTraced);

    post("/coldframe/init-trace", "{\"imports\":[]}");

    QCOMPARE(receive().status, 202);
    QCOMPARE(m_api->state(), RuntimeState::Started);
    QCOMPARE(traced.first().first().toByteArray(), QByteArray("{\"imports\":[]}"));
}

void tst_RuntimeApi::aForeignHostIsRefused()
{
    send("GET " + nextPath + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");

    QCOMPARE(receive().status, 403);
    QCOMPARE(m_api->state(), RuntimeState::Started);
}

void tst_RuntimeApi::theInheritedSocketServesTheSame()
{
    std::array<int, 2> ends{};
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    m_fixture->server.adoptConnection(ends[0]);
    QTcpSocket inherited;
    inherited.setSocketDescriptor(ends[1]);
    m_api->deliver(eventOf("\"inside\""));

    inherited.write("GET " + nextPath + " HTTP/1.1\r\nHost: anything\r\n\r\n");

    QByteArray received;
    QTRY_VERIFY((received += inherited.readAll()).endsWith("\"inside\""));
    QVERIFY(received.startsWith("HTTP/1.1 200 "));
}

void tst_RuntimeApi::severalInvocationsOnOneConnection()
{
    QSignalSpy answered(m_api, &RuntimeApi::answered);
    for (int i = 0; i < 3; ++i) {
        const QByteArray body = QByteArray::number(i);
        deliver(body);
        // The response and the next poll in one packet, as our bootstraps do it.
        send(request("POST", invocationPath("response"), {}, body)
             + request("GET", nextPath, {}, {}));
        QCOMPARE(receive().status, 202);
        QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
        QCOMPARE(answered.last().first().value<RuntimeAnswer>().body, body);
        m_api->deliver(eventOf("\"between\""));
        QCOMPARE(receive().body, QByteArray("\"between\""));
        post(invocationPath("response"), "0");
        QCOMPARE(receive().status, 202);
    }
    QCOMPARE(answered.size(), 6);
}

void tst_RuntimeApi::aClientThatLeavesWhilePolling()
{
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
    m_client->leave();
    m_client->connect();

    m_api->deliver(eventOf("\"not lost\""));
    get(nextPath);

    QCOMPARE(receive().body, QByteArray("\"not lost\""));
}

void tst_RuntimeApi::resetStartsAnew()
{
    deliver("\"old\"");
    QSignalSpy initialised(m_api, &RuntimeApi::initialised);

    m_fixture->server.closeConnections();
    m_api->reset();

    QTRY_VERIFY(!m_client->isConnected());
    QCOMPARE(m_api->state(), RuntimeState::Started);
    m_client->connect();
    post(invocationPath("response"), "1");
    QCOMPARE(receive().status, 400);
    get(nextPath);
    QTRY_COMPARE(initialised.size(), 1);
    m_api->deliver(eventOf("\"new\""));
    QCOMPARE(receive().body, QByteArray("\"new\""));
}

COLDFRAME_TEST(tst_RuntimeApi);

#include "tst_runtimeapi.moc"
