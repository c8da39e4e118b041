// SPDX-License-Identifier: GPL-3.0-or-later
// Responses that are handed out as they arrive (runtime-api, section 8).
#include "core/runtime/runtimeapi.h"

#include "core/lambda/limits.h"
#include "tests/core/runtime/runtimeclient.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_RuntimeApiStreaming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }

    void partsArriveBeforeTheEnd();
    void emptyResponse();
    void withALength();
    void bufferedResponseForAStreamingCaller();
    void callsWhileAResponseArrives_data();
    void callsWhileAResponseArrives();
    void nextBehindTheResponse();
    void errorOnTheWay_data();
    void errorOnTheWay();
    void errorOnTheWayKeepsAnAdoptedConnection();
    void errorForABufferedCaller();
    void cutOffResponse_data();
    void cutOffResponse();
    void tooLargeForABufferedCaller();
    void moreThanMayBeStreamed();
    void largeResponseDoesNotStayInMemory();
    void bandwidth_data();
    void bandwidth();
    void callerMayPause();
    void pauseEndsWithTheResponse();
    void resetInTheMiddle();
    void callerMayResetWhenItBegins();

private:
    ApiAnswer deliver(ResponseMode mode = ResponseMode::Streamed);
    void beginResponse(const QByteArray &headers = {});
    RuntimeAnswer answer() const { return m_answered->first().first().value<RuntimeAnswer>(); }

    std::unique_ptr<RuntimeApiFixture> m_fixture;
    RuntimeApi *m_api = nullptr;
    RuntimeClient *m_client = nullptr;
    std::unique_ptr<QSignalSpy> m_started;
    std::unique_ptr<QSignalSpy> m_answered;
    QByteArray m_response; // so far
    qint64 m_bytes = 0;
};

COLDFRAME_TEST(tst_RuntimeApiStreaming);

namespace {

const QByteArray errorTrailers = "Lambda-Runtime-Function-Error-Type: Function.Broken\r\n"
                                 "Lambda-Runtime-Function-Error-Body: "
    + QByteArray("{\"errorType\":\"Broken\",\"errorMessage\":\"half way\"}").toBase64() + "\r\n";

} // namespace

void tst_RuntimeApiStreaming::init()
{
    m_fixture = std::make_unique<RuntimeApiFixture>();
    m_api = &m_fixture->api;
    m_client = m_fixture->client.get();
    QVERIFY(m_client);
    m_response.clear();
    m_bytes = 0;
    m_started = std::make_unique<QSignalSpy>(m_api, &RuntimeApi::responseStarted);
    m_answered = std::make_unique<QSignalSpy>(m_api, &RuntimeApi::answered);
    connect(m_api, &RuntimeApi::responseAppended, this, [this](const QByteArray &part) {
        m_bytes += part.size();
        if (m_bytes < 10'000'000)
            m_response += part;
    });
}

ApiAnswer tst_RuntimeApiStreaming::deliver(ResponseMode mode)
{
    RuntimeEvent event = eventOf("1");
    event.responseMode = mode;
    return m_fixture->deliver(event);
}

void tst_RuntimeApiStreaming::beginResponse(const QByteArray &headers)
{
    m_client->send(m_client->chunkedHead(invocationPath("response"), streamingMode + headers));
}

void tst_RuntimeApiStreaming::partsArriveBeforeTheEnd()
{
    deliver();
    beginResponse("content-type: text/plain\r\n");
    QTRY_COMPARE(m_api->state(), RuntimeState::InvocationResponse);
    QCOMPARE(m_started->size(), 0);

    m_client->send(RuntimeClient::chunk("one "));
    QTRY_COMPARE(m_response, QByteArray("one "));
    QCOMPARE(m_started->size(), 1);
    QCOMPARE(m_started->first().first().toByteArray(), QByteArray("text/plain"));
    m_client->send(RuntimeClient::chunk("two"));
    QTRY_COMPARE(m_response, QByteArray("one two"));
    QCOMPARE(m_answered->size(), 0);

    m_client->send("0\r\n\r\n");
    const ApiAnswer accepted = m_client->receive();
    QCOMPARE(accepted.status, 202);
    QCOMPARE(accepted.body, okBody);
    QVERIFY(m_client->isConnected());
    QCOMPARE(m_started->size(), 1);
    QCOMPARE(m_answered->size(), 1);
    QVERIFY(!answer().isError);
    QVERIFY(answer().streamed);
    QCOMPARE(answer().body, QByteArray());
    QCOMPARE(answer().contentType, QByteArray("text/plain"));
    QCOMPARE(answer().responseBytes, 7);
    QVERIFY(answer().firstByteAt == m_started->first().at(1).value<Instant>());
    QCOMPARE(m_api->state(), RuntimeState::ResponseSent);
}

void tst_RuntimeApiStreaming::emptyResponse()
{
    deliver();
    beginResponse();
    m_client->send("0\r\n\r\n");

    QCOMPARE(m_client->receive().status, 202);
    QCOMPARE(m_started->size(), 1);
    QCOMPARE(m_started->first().first().toByteArray(), QByteArray("application/octet-stream"));
    QCOMPARE(m_answered->size(), 1);
    QVERIFY(answer().streamed && !answer().isError && !answer().firstByteAt);
}

void tst_RuntimeApiStreaming::withALength()
{
    deliver();

    m_client->post(invocationPath("response"), "{\"a\":1}", streamingMode);

    QCOMPARE(m_client->receive().status, 202);
    QCOMPARE(m_response, QByteArray("{\"a\":1}"));
    QCOMPARE(answer().responseBytes, 7);
}

void tst_RuntimeApiStreaming::bufferedResponseForAStreamingCaller()
{
    deliver();

    m_client->post(invocationPath("response"), "{\"a\":1}", "Content-Type: application/json\r\n");

    QCOMPARE(m_client->receive().status, 202);
    QCOMPARE(m_started->size(), 0);
    QCOMPARE(answer().body, QByteArray("{\"a\":1}"));
    QCOMPARE(answer().contentType, QByteArray("application/json"));
    QVERIFY(!answer().streamed);
}

void tst_RuntimeApiStreaming::callsWhileAResponseArrives_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");

    QTest::newRow("next") << QByteArray("GET") << nextPath << 403;
    QTest::newRow("another response") << QByteArray("POST") << invocationPath("response") << 403;
    QTest::newRow("an error") << QByteArray("POST") << invocationPath("error") << 403;
    QTest::newRow("a response to another event")
        << QByteArray("POST") << invocationPath("response", QStringLiteral("x")) << 400;
}

void tst_RuntimeApiStreaming::callsWhileAResponseArrives()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    deliver();
    beginResponse();
    m_client->send(RuntimeClient::chunk("one"));
    QTRY_COMPARE(m_response, QByteArray("one"));
    RuntimeClient other(m_fixture->server);

    other.send(other.request(method, path, streamingMode, {}));

    QCOMPARE(other.receive().status, status);
    QCOMPARE(m_api->state(), RuntimeState::InvocationResponse);
    m_client->send("0\r\n\r\n");
    QCOMPARE(m_client->receive().status, 202);
    QVERIFY(!answer().isError);
}

void tst_RuntimeApiStreaming::nextBehindTheResponse()
{
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(deliver().status, 200);
        beginResponse();
        m_client->send(RuntimeClient::chunk("x") + "0\r\n\r\n"
                       + m_client->request("GET", nextPath, {}, {}));
        QCOMPARE(m_client->receive().status, 202);
        QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
        m_api->deliver(eventOf("2"));
        QCOMPARE(m_client->receive().body, QByteArray("2"));
        m_client->post(invocationPath("response"), "2");
        QCOMPARE(m_client->receive().status, 202);
    }
    QCOMPARE(m_response, QByteArray("xxx"));
    QCOMPARE(m_answered->size(), 6);
}

void tst_RuntimeApiStreaming::errorOnTheWay_data()
{
    QTest::addColumn<QByteArray>("trailers");
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<QString>("platformErrorType");
    QTest::addColumn<QByteArray>("payload");

    QTest::newRow("type and body")
        << errorTrailers << QStringLiteral("Broken") << QStringLiteral("Function.Broken")
        << QByteArray("{\"errorType\":\"Broken\",\"errorMessage\":\"half way\"}");
    QTest::newRow("a type of no namespace")
        << QByteArray("lambda-runtime-function-error-type: unhandled\r\n"
                      "lambda-runtime-function-error-body: e30=\r\n")
        << QStringLiteral("Runtime.Unknown") << QStringLiteral("Runtime.Unknown")
        << QByteArray("{}");
    QTest::newRow("a type only") << QByteArray(
        "Lambda-Runtime-Function-Error-Type: Runtime.Oops\r\n")
                                 << QStringLiteral("Runtime.Oops") << QStringLiteral("Runtime.Oops")
                                 << QByteArray(
                                        "{\"errorType\":\"Runtime.Oops\","
                                        "\"errorMessage\":\"Unknown application error occurred\"}");
}

void tst_RuntimeApiStreaming::errorOnTheWay()
{
    QFETCH(const QByteArray, trailers);
    QFETCH(const QString, errorType);
    QFETCH(const QString, platformErrorType);
    QFETCH(const QByteArray, payload);
    deliver();
    beginResponse("trailer: Lambda-Runtime-Function-Error-Type\r\n");
    m_client->send(RuntimeClient::chunk("half") + "0\r\n" + trailers + "\r\n");

    const ApiAnswer accepted = m_client->receive();

    QCOMPARE(accepted.status, 202);
    QCOMPARE(accepted.header("Connection"), QByteArray("close"));
    QTRY_VERIFY(!m_client->isConnected());
    QCOMPARE(m_response, QByteArray("half"));
    QCOMPARE(m_answered->size(), 1);
    QVERIFY(answer().isError);
    QVERIFY(answer().streamed);
    QCOMPARE(answer().body, payload);
    QCOMPARE(answer().errorType, errorType);
    QCOMPARE(answer().platformErrorType, platformErrorType);
    QCOMPARE(answer().responseBytes, 4);
    // The runtime comes back over another connection.
    m_client->connect();
    QCOMPARE(deliver().status, 200);
}

void tst_RuntimeApiStreaming::errorOnTheWayKeepsAnAdoptedConnection()
{
    std::array<int, 2> ends{};
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    m_fixture->server.adoptConnection(ends[0]);
    QTcpSocket inherited;
    inherited.setSocketDescriptor(ends[1]);
    deliver();

    inherited.write(m_client->chunkedHead(invocationPath("response"), streamingMode)
                    + RuntimeClient::chunk("half") + "0\r\n" + errorTrailers + "\r\n"
                    + m_client->request("GET", nextPath, {}, {}));

    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
    QVERIFY(answer().isError);
    m_api->deliver(eventOf("\"another\""));
    QByteArray received;
    QTRY_VERIFY((received += inherited.readAll()).endsWith("\"another\""));
    QVERIFY(!received.contains("Connection: close"));
}

void tst_RuntimeApiStreaming::errorForABufferedCaller()
{
    deliver(ResponseMode::Buffered);
    beginResponse();
    m_client->send(RuntimeClient::chunk("half") + "0\r\n" + errorTrailers + "\r\n");

    QCOMPARE(m_client->receive().status, 202);
    QVERIFY(answer().isError);
    QCOMPARE(answer().errorType, QStringLiteral("Broken"));
    QCOMPARE(m_bytes, 0);
}

void tst_RuntimeApiStreaming::cutOffResponse_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<int>("started");

    QTest::newRow("before the first byte") << QByteArray() << true << 0;
    QTest::newRow("between chunks") << RuntimeClient::chunk("half") << true << 1;
    QTest::newRow("inside a chunk") << QByteArray("9\r\nhalf") << true << 1;
    QTest::newRow("by a malformed chunk") << RuntimeClient::chunk("half") + "x\r\n" << false << 1;
}

void tst_RuntimeApiStreaming::cutOffResponse()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const bool, leaves);
    QFETCH(const int, started);
    deliver();
    beginResponse();
    m_client->send(sent);
    QTRY_COMPARE(m_response, sent.isEmpty() ? QByteArray() : QByteArray("half"));
    QTRY_VERIFY(m_api->state() != RuntimeState::Running);

    if (leaves)
        m_client->leave();
    else
        QCOMPARE(m_client->receive().body,
                 apiErrorBody("HTTP request detected as truncated", "TruncatedHTTPRequest"));

    QTRY_COMPARE(m_answered->size(), 1);
    QVERIFY(answer().isError);
    QVERIFY(answer().streamed);
    QCOMPARE(answer().errorType, QStringLiteral("Runtime.TruncatedResponse"));
    QVERIFY(answer().body.contains(requestId.toLatin1()));
    QCOMPARE(answer().responseBytes, m_response.size());
    QCOMPARE(m_started->size(), started);
    QCOMPARE(m_api->state(), RuntimeState::ResponseSent);
}

void tst_RuntimeApiStreaming::tooLargeForABufferedCaller()
{
    deliver(ResponseMode::Buffered);
    beginResponse();
    m_client->send(RuntimeClient::chunk(QByteArray(limits::ResponseBytes, ' '))
                   + RuntimeClient::chunk(" ") + "0\r\n\r\n");

    QCOMPARE(m_client->receive().status, 413);
    QCOMPARE(answer().errorType, QStringLiteral("Function.ResponseSizeTooLarge"));
    QCOMPARE(answer().responseBytes, limits::ResponseBytes + 1);
}

namespace {

/// Streams a response of this size from a thread of its own, over a plain blocking socket.
class StreamingThread
{
public:
    StreamingThread(EnvironmentServer &server, const QByteArray &head, qint64 bytes)
        : m_server(server)
    {
        std::array<int, 2> ends{};
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return;
        server.adoptConnection(ends[0]);
        m_thread = std::thread([socket = ends[1], head, bytes] {
            const auto sendAll = [socket](const QByteArray &all) {
                for (qsizetype sent = 0; sent < all.size();) {
                    const ssize_t taken = ::send(socket, all.constData() + sent,
                                                 size_t(all.size() - sent), MSG_NOSIGNAL);
                    if (taken < 0)
                        return;
                    sent += taken;
                }
            };
            sendAll(head);
            const QByteArray chunk = RuntimeClient::chunk(QByteArray(65536, 'x'));
            for (qint64 sent = 0; sent < bytes; sent += 65536)
                sendAll(chunk);
            sendAll("0\r\n\r\n");
            std::array<char, 1000> buffer{};
            while (::recv(socket, buffer.data(), buffer.size(), 0) > 0) { }
            ::close(socket);
        });
    }
    ~StreamingThread()
    {
        m_server.closeConnections(); // what it may be waiting for
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    EnvironmentServer &m_server;
    std::thread m_thread;
};

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

void tst_RuntimeApiStreaming::moreThanMayBeStreamed()
{
    const qint64 sent = limits::StreamedResponseBytes + 65536 * 3;
    deliver();
    const StreamingThread runtime(
        m_fixture->server, m_client->chunkedHead(invocationPath("response"), streamingMode), sent);

    QTRY_COMPARE_WITH_TIMEOUT(m_answered->size(), 1, 120'000);

    QVERIFY(answer().isError);
    QCOMPARE(answer().errorType, QStringLiteral("Function.ResponseSizeTooLarge"));
    QCOMPARE(answer().responseBytes, sent);
    QVERIFY(answer().body.contains("(209911808 bytes)"));
    QVERIFY(answer().body.contains("(209715200 bytes)"));
    QCOMPARE(m_bytes, limits::StreamedResponseBytes);
    QCOMPARE(m_api->state(), RuntimeState::ResponseSent);
}

void tst_RuntimeApiStreaming::largeResponseDoesNotStayInMemory()
{
    constexpr qint64 Sent = 1600 * 65536; // 100 MiB
    deliver();
    const qint64 before = residentBytes();
    qint64 most = 0;
    int parts = 0;
    connect(m_api, &RuntimeApi::responseAppended, this, [&](const QByteArray &) {
        if (++parts % 16 == 0)
            most = qMax(most, residentBytes());
    });
    const StreamingThread runtime(
        m_fixture->server, m_client->chunkedHead(invocationPath("response"), streamingMode), Sent);

    QTRY_COMPARE_WITH_TIMEOUT(m_answered->size(), 1, 120'000);

    QCOMPARE(m_bytes, Sent);
    QVERIFY(!answer().isError);
    QVERIFY(most > 0);
    // What this test keeps itself is 10 MB. A sanitizer keeps what was freed for a while.
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(most - before < 40'000'000, qPrintable(QString::number(most - before)));
#endif
}

void tst_RuntimeApiStreaming::bandwidth_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("milliseconds");

    QTest::newRow("6 MiB pass at once") << qint64(6 * 1024 * 1024) << 0;
    QTest::newRow("1 MiB more takes half a second") << qint64(7 * 1024 * 1024) << 500;
}

void tst_RuntimeApiStreaming::bandwidth()
{
    QFETCH(const qint64, bytes);
    QFETCH(const int, milliseconds);
    m_api->setLimitsBandwidth(true);
    deliver();
    QElapsedTimer timer;
    timer.start();
    const StreamingThread runtime(
        m_fixture->server, m_client->chunkedHead(invocationPath("response"), streamingMode), bytes);

    QTRY_COMPARE_WITH_TIMEOUT(m_answered->size(), 1, 60'000);

    const qint64 elapsed = timer.elapsed();
    QCOMPARE(m_bytes, bytes);
    QVERIFY(!answer().isError);
    QVERIFY2(elapsed >= milliseconds, qPrintable(QString::number(elapsed)));
}

void tst_RuntimeApiStreaming::callerMayPause()
{
    constexpr qint64 Sent = 64 * 65536;
    deliver();
    connect(m_api, &RuntimeApi::responseStarted, m_api, &RuntimeApi::pauseResponse);
    const StreamingThread runtime(
        m_fixture->server, m_client->chunkedHead(invocationPath("response"), streamingMode), Sent);
    QTRY_COMPARE(m_started->size(), 1);

    for (int turn = 0; turn < 2000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(m_bytes <= 65536);
    QCOMPARE(m_answered->size(), 0);

    m_api->resumeResponse();
    QTRY_COMPARE(m_answered->size(), 1);
    QCOMPARE(m_bytes, Sent);
}

void tst_RuntimeApiStreaming::pauseEndsWithTheResponse()
{
    deliver();
    connect(m_api, &RuntimeApi::responseStarted, m_api, &RuntimeApi::pauseResponse);
    beginResponse();

    m_client->send("0\r\n\r\n" + m_client->request("GET", nextPath, {}, {}));

    QCOMPARE(m_client->receive().status, 202);
    QTRY_COMPARE(m_api->state(), RuntimeState::Ready);
}

void tst_RuntimeApiStreaming::resetInTheMiddle()
{
    deliver();
    beginResponse();
    m_client->send(RuntimeClient::chunk("half"));
    QTRY_COMPARE(m_response, QByteArray("half"));

    m_api->reset(); // the connection stays here

    m_client->send(RuntimeClient::chunk("rest") + "0\r\n\r\n");
    RuntimeClient other(m_fixture->server);
    m_api->deliver(eventOf("2"));
    other.get(nextPath);
    QCOMPARE(other.receive().body, QByteArray("2"));
    QCOMPARE(m_response, QByteArray("half"));
    QCOMPARE(m_answered->size(), 0);
    QCOMPARE(m_api->state(), RuntimeState::Running);
}

void tst_RuntimeApiStreaming::callerMayResetWhenItBegins()
{
    deliver();
    connect(m_api, &RuntimeApi::responseStarted, m_api, [this] {
        m_fixture->server.closeConnections();
        m_api->reset();
    });
    beginResponse();
    m_client->send(RuntimeClient::chunk("half") + "0\r\n\r\n");

    QTRY_VERIFY(!m_client->isConnected());
    QCOMPARE(m_api->state(), RuntimeState::Started);
    QCOMPARE(m_bytes, 0);
    QCOMPARE(m_answered->size(), 0);
}

#include "tst_runtimeapistreaming.moc"
