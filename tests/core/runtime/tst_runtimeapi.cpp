// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <array>

#include <sys/socket.h>

using namespace coldframe;

class tst_RuntimeApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void oneInvocation();
    void headersOfAnEvent();
    void headersThatAreSentOnlyWithAValue();
    void bytesOfTheEventAreLeftAlone();
    void theFirstNextEndsTheInitPhase();
    void anEventThatWaitsForItsRuntime();
    void aRuntimeThatWaitsForItsEvent();
    void theSameEventOnASecondNext();
    void aSecondResponseIsRefused();
    void answersThatAreRefused_data();
    void answersThatAreRefused();
    void stateIsCheckedBeforeSize();
    void wordsOfAForbiddenTransition();
    void errors_data();
    void errors();
    void initErrors_data();
    void initErrors();
    void afterAnInitErrorThereIsNoNext();
    void initErrorAfterNextIsForbidden();
    void largestResponse();
    void responseThatIsTooLarge();
    void unknownResponseMode();
    void streamingIsTakenAsAWhole();
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
    struct Answer
    {
        int status = 0;
        HttpHeaders headers;
        QByteArray body;
    };

    void send(const QByteArray &bytes) { m_client->write(bytes); }
    void get(const QByteArray &path) { send(request("GET", path, {}, {})); }
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        send(request("POST", path, headers, body));
    }
    QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                       const QByteArray &body) const;
    Answer receive();
    void deliver(const QByteArray &body);

    SystemClock m_clock;
    std::unique_ptr<RuntimeApi> m_api;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_received;
};

namespace {

const QString requestId = QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
const QByteArray nextPath = "/2018-06-01/runtime/invocation/next";
const QByteArray initErrorPath = "/2018-06-01/runtime/init/error";
const QByteArray okBody = "{\"status\":\"OK\"}\n";

QByteArray invocationPath(const char *action, const QString &id = requestId)
{
    return "/2018-06-01/runtime/invocation/" + id.toLatin1() + '/' + action;
}

RuntimeEvent eventOf(const QByteArray &body)
{
    RuntimeEvent event;
    event.requestId = requestId;
    event.body = body;
    event.deadline = WallTime(std::chrono::milliseconds(1542409706888));
    event.functionArn = QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:orders");
    event.traceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0";
    return event;
}

} // namespace

Q_DECLARE_METATYPE(coldframe::RuntimeAnswer)
Q_DECLARE_METATYPE(coldframe::Instant)

void tst_RuntimeApi::init()
{
    m_api = std::make_unique<RuntimeApi>(m_clock);
    QVERIFY(m_api->listen().has_value());
    m_received.clear();
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(m_api->address().section(u':', 0, 0),
                            quint16(m_api->address().section(u':', 1).toUShort()));
    QVERIFY(m_client->waitForConnected());
}

void tst_RuntimeApi::cleanup()
{
    m_client.reset();
    m_api.reset();
}

QByteArray tst_RuntimeApi::request(const QByteArray &method, const QByteArray &path,
                                   const QByteArray &headers, const QByteArray &body) const
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: " + m_api->address().toLatin1()
        + "\r\n" + headers;
    if (method != "GET")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

tst_RuntimeApi::Answer tst_RuntimeApi::receive()
{
    Answer answer;
    qsizetype end = -1;
    qsizetype length = 0;
    (void)QTest::qWaitFor([&] {
        m_received += m_client->readAll();
        end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        answer.headers.clear();
        for (const QByteArray &line :
             m_received.left(end).replace("\r\n", "\n").split('\n').mid(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.push_back({line.left(colon), line.mid(colon + 1).trimmed()});
        }
        length = headerValue(answer.headers, "Content-Length").toInt();
        return m_received.size() >= end + 4 + length;
    });
    if (end < 0)
        return answer;
    answer.status = m_received.mid(9, 3).toInt();
    answer.body = m_received.mid(end + 4, length);
    m_received.remove(0, end + 4 + length);
    return answer;
}

void tst_RuntimeApi::deliver(const QByteArray &body)
{
    m_api->deliver(eventOf(body));
    get(nextPath);
    QCOMPARE(receive().status, 200);
}

void tst_RuntimeApi::oneInvocation()
{
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    QSignalSpy delivered(m_api.get(), &RuntimeApi::delivered);
    deliver("{\"order\":7}");
    QCOMPARE(delivered.size(), 1);
    QCOMPARE(m_api->state(), RuntimeState::Running);

    post(invocationPath("response"), "{\"done\":true}");

    const Answer answer = receive();
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

    const Answer answer = receive();

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
}

void tst_RuntimeApi::headersThatAreSentOnlyWithAValue()
{
    RuntimeEvent event = eventOf("{}");
    event.clientContext = R"({"custom":{"a":"b"}})";
    event.cognitoIdentity = R"({"cognitoIdentityId":"i","cognitoIdentityPoolId":"p"})";
    m_api->deliver(event);
    get(nextPath);

    const Answer answer = receive();

    QCOMPARE(headerValue(answer.headers, "Lambda-Runtime-Client-Context").toByteArray(),
             event.clientContext);
    QCOMPARE(headerValue(answer.headers, "Lambda-Runtime-Cognito-Identity").toByteArray(),
             event.cognitoIdentity);
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
    QSignalSpy initialised(m_api.get(), &RuntimeApi::initialised);
    QSignalSpy ready(m_api.get(), &RuntimeApi::ready);

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
    QVERIFY(m_client->bytesAvailable() == 0);

    m_api->deliver(eventOf("\"late\""));

    QCOMPARE(receive().body, QByteArray("\"late\""));
}

void tst_RuntimeApi::theSameEventOnASecondNext()
{
    QSignalSpy delivered(m_api.get(), &RuntimeApi::delivered);
    deliver("\"once\"");

    get(nextPath);

    const Answer again = receive();
    QCOMPARE(again.status, 200);
    QCOMPARE(again.body, QByteArray("\"once\""));
    QCOMPARE(headerValue(again.headers, "Lambda-Runtime-Aws-Request-Id").toByteArray(),
             requestId.toLatin1());
    QCOMPARE(delivered.size(), 1);
}

void tst_RuntimeApi::aSecondResponseIsRefused()
{
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");
    post(invocationPath("response"), "\"first\"");
    QCOMPARE(receive().status, 202);

    post(invocationPath("response"), "\"second\"");

    const int status = receive().status;
    QVERIFY2(status == 400 || status == 403, qPrintable(QString::number(status)));
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
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    if (isRunning)
        deliver("1");

    post(path, "1");

    const Answer answer = receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body,
             QByteArray("{\"errorMessage\":\"Invalid request ID\","
                        "\"errorType\":\"InvalidRequestID\"}\n"));
    QCOMPARE(headerValue(answer.headers, "Content-Type").toByteArray(),
             QByteArray("application/json"));
    QCOMPARE(answered.size(), 0);
    QCOMPARE(m_api->state(), isRunning ? RuntimeState::Running : RuntimeState::Started);
}

void tst_RuntimeApi::stateIsCheckedBeforeSize()
{
    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '));

    QCOMPARE(receive().status, 400);
}

void tst_RuntimeApi::wordsOfAForbiddenTransition()
{
    get(nextPath);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
    QTcpSocket other;
    other.connectToHost(QStringLiteral("127.0.0.1"), m_client->peerPort());
    other.write(request("POST", initErrorPath, {}, "{}"));

    QByteArray received;
    QTRY_VERIFY((received += other.readAll()).contains("}\n"));

    QVERIFY(received.startsWith("HTTP/1.1 403 "));
    QVERIFY2(
        received.endsWith("{\"errorMessage\":\"State transition from Ready to InitError failed "
                          "for runtime. Error: State transition is not allowed\","
                          "\"errorType\":\"InvalidStateTransition\"}\n"),
        received.constData());
}

void tst_RuntimeApi::errors_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("posted");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QString>("platformErrorType");

    const QByteArray python = "{\"errorMessage\": \"no good\", \"errorType\": \"ValueError\", "
                              "\"requestId\": \"1\", \"stackTrace\": []}";
    QTest::newRow("without a header: the body byte for byte")
        << QByteArray() << python << python << QStringLiteral("ValueError")
        << QStringLiteral("Runtime.Unknown");
    QTest::newRow("a type of the platform's")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.MarshalError\r\n") << python
        << python << QStringLiteral("ValueError") << QStringLiteral("Runtime.MarshalError");
    QTest::newRow("a type of the function's own")
        << QByteArray("lambda-runtime-function-error-type: Function.mine\r\n") << python << python
        << QStringLiteral("ValueError") << QStringLiteral("Function.Unknown");
    QTest::newRow("a body that is not JSON")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n")
        << QByteArray("\xff not JSON") << QByteArray("\xff not JSON")
        << QStringLiteral("Runtime.Oops") << QStringLiteral("Runtime.Oops");
    QTest::newRow("no body: the platform's own")
        << QByteArray("Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n") << QByteArray()
        << QByteArray("{\"errorType\":\"Runtime.Oops\","
                      "\"errorMessage\":\"Unknown application error occurred\"}")
        << QStringLiteral("Runtime.Oops") << QStringLiteral("Runtime.Oops");
    QTest::newRow("an empty cause")
        << QByteArray("Lambda-Runtime-Function-XRay-Error-Cause: \r\n") << python << python
        << QStringLiteral("ValueError") << QStringLiteral("Runtime.Unknown");
}

void tst_RuntimeApi::errors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QString, platformErrorType);
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");

    post(invocationPath("error"), posted, header);

    const Answer answer = receive();
    QCOMPARE(answer.status, 202);
    QCOMPARE(answer.body, okBody);
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.body, payload);
    QCOMPARE(result.errorType, errorType);
    QCOMPARE(result.platformErrorType, platformErrorType);
}

void tst_RuntimeApi::initErrors_data()
{
    errors_data();
}

void tst_RuntimeApi::initErrors()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, posted);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, errorType);
    QFETCH(const QString, platformErrorType);
    QSignalSpy failed(m_api.get(), &RuntimeApi::initFailed);

    post(initErrorPath, posted, header);

    QCOMPARE(receive().status, 202);
    QCOMPARE(failed.size(), 1);
    const auto result = failed.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.body, payload);
    QCOMPARE(result.errorType, errorType);
    QCOMPARE(result.platformErrorType, platformErrorType);
    QCOMPARE(m_api->state(), RuntimeState::InitError);
}

void tst_RuntimeApi::afterAnInitErrorThereIsNoNext()
{
    post(initErrorPath, "{}");
    QCOMPARE(receive().status, 202);

    get(nextPath);

    const Answer answer = receive();
    QCOMPARE(answer.status, 403);
    QVERIFY(answer.body.contains("State transition from InitError to Ready failed"));
}

void tst_RuntimeApi::initErrorAfterNextIsForbidden()
{
    deliver("1");

    post(initErrorPath, "{}");

    QCOMPARE(receive().status, 403);
    QCOMPARE(m_api->state(), RuntimeState::Running);
}

void tst_RuntimeApi::largestResponse()
{
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");
    const QByteArray body(limits::ResponseBytes, ' ');

    post(invocationPath("response"), body);

    QCOMPARE(receive().status, 202);
    QVERIFY(!answered.first().first().value<RuntimeAnswer>().isError);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().body.size(), limits::ResponseBytes);
}

void tst_RuntimeApi::responseThatIsTooLarge()
{
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");

    post(invocationPath("response"), QByteArray(limits::ResponseBytes + 1, ' '));

    const Answer answer = receive();
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
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");

    post(invocationPath("response"), "1", "Lambda-Runtime-Function-Response-Mode: sideways\r\n");

    const Answer answer = receive();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body,
             QByteArray("{\"errorMessage\":\"Invalid function response mode\","
                        "\"errorType\":\"InvalidFunctionResponseMode\"}\n"));
    const auto result = answered.first().first().value<RuntimeAnswer>();
    QVERIFY(result.isError);
    QCOMPARE(result.errorType, QStringLiteral("Runtime.InvalidResponseModeHeader"));
    QCOMPARE(result.body, QByteArray());
}

void tst_RuntimeApi::streamingIsTakenAsAWhole()
{
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
    deliver("1");

    send("POST " + invocationPath("response") + " HTTP/1.1\r\nhost: " + m_api->address().toLatin1()
         + "\r\nlambda-runtime-function-response-mode: streaming\r\n"
           "transfer-encoding: chunked\r\ntrailer: Lambda-Runtime-Function-Error-Type\r\n\r\n"
           "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n");

    QCOMPARE(receive().status, 202);
    QCOMPARE(answered.first().first().value<RuntimeAnswer>().body, QByteArray("{\"a\":1}"));
}

void tst_RuntimeApi::ping()
{
    get("/2018-06-01/ping");

    const Answer answer = receive();
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
    QSignalSpy traced(m_api.get(), &RuntimeApi::initTraced);

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
    m_api->adoptConnection(ends[0]);
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
    QSignalSpy answered(m_api.get(), &RuntimeApi::answered);
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
    const quint16 port = m_client->peerPort();
    m_client->abort();
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QStringLiteral("127.0.0.1"), port);
    QVERIFY(m_client->waitForConnected());

    m_api->deliver(eventOf("\"not lost\""));
    get(nextPath);

    QCOMPARE(receive().body, QByteArray("\"not lost\""));
}

void tst_RuntimeApi::resetStartsAnew()
{
    deliver("\"old\"");
    QSignalSpy initialised(m_api.get(), &RuntimeApi::initialised);
    const quint16 port = m_client->peerPort();

    m_api->reset();

    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_api->state(), RuntimeState::Started);
    m_client->connectToHost(QStringLiteral("127.0.0.1"), port);
    QVERIFY(m_client->waitForConnected());
    post(invocationPath("response"), "1");
    QCOMPARE(receive().status, 400);
    get(nextPath);
    QTRY_COMPARE(initialised.size(), 1);
    m_api->deliver(eventOf("\"new\""));
    QCOMPARE(receive().body, QByteArray("\"new\""));
}

COLDFRAME_TEST(tst_RuntimeApi);

#include "tst_runtimeapi.moc"
