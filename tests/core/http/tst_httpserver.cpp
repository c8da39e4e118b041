// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpserver.h"

#include "tests/core/http/streamclient.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <deque>
#include <functional>
#include <memory>

#include <sys/socket.h>
#include <unistd.h>

using namespace coldframe;
using coldframe::test::StreamClient;

namespace {

enum class Transport { Tcp, SocketPair };

struct ParkedRequest
{
    HttpRequest request;
    HttpReply reply;
};

/// A server whose requests stay parked until the test answers them.
class ParkingServer
{
public:
    explicit ParkingServer(HttpServer::Options options = {})
        : server(
            std::make_unique<HttpServer>(options, [this](HttpRequest request, HttpReply reply) {
                parked.push_back({std::move(request), reply});
                if (onRequest)
                    onRequest(parked.back());
            }))
    { }

    std::unique_ptr<StreamClient> connectBy(Transport transport)
    {
        if (transport == Transport::Tcp)
            return std::make_unique<StreamClient>(server->listenOnLoopback().value());
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return nullptr;
        server->adoptConnection(ends[0]);
        return std::make_unique<StreamClient>(StreamClient::Descriptor{ends[1]});
    }

    std::function<void(const ParkedRequest &)> onRequest;
    std::deque<ParkedRequest> parked;
    std::unique_ptr<HttpServer> server;
};

QByteArray okAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

QByteArray getRequest(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

QByteArray postHead(const QByteArray &target, qint64 size)
{
    return "POST " + target
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(size) + "\r\n";
}

qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

/// Six megabytes that differ everywhere.
QByteArray largeBody()
{
    QByteArray body(6 * 1024 * 1024, Qt::Uninitialized);
    quint32 value = 1;
    for (char &byte : body) {
        value = value * 1664525U + 1013904223U;
        byte = static_cast<char>(value >> 24U);
    }
    return body;
}

} // namespace

Q_DECLARE_METATYPE(Transport)

class tst_HttpServer : public QObject
{
    Q_OBJECT

private slots:
    void answersRequests_data();
    void answersRequests();
    void keepsConnections_data() { answersRequests_data(); }
    void keepsConnections();
    void pipelinedAnswersLeaveInOrder_data() { answersRequests_data(); }
    void pipelinedAnswersLeaveInOrder();
    void pollInTheSameWriteIsParkedBehindItsAnswer();
    void clientMayLeaveDuringALongPoll_data() { answersRequests_data(); }
    void clientMayLeaveDuringALongPoll();
    void firstSendCounts();
    void emptyReplyDoesNothing();
    void largeBodiesPassBothWays_data() { answersRequests_data(); }
    void largeBodiesPassBothWays();
    void bodyOverTheCapKeepsTheConnection();
    void chunksAndTrailersArrive();
    void continueIsSentBeforeTheBody();
    void continueWaitsForEarlierAnswers();
    void checksTheHost_data();
    void checksTheHost();
    void hostIsNotCheckedWhereNoWebPageIs();
    void malformedRequestIsAnsweredBehindTheOthers();
    void tooLongHeadIsAnswered();
    void readsOnBehindTheLastAnswer();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void answerToHeadHasNoBody();
    void clientThatDoesNotReadIsNotReadFrom();
    void unansweredRequestsAreLimited();
    void closeConnectionsEndsEverything();
    void handlerMayCloseConnections();
    void handlerMayDeleteTheServer();
    void descriptorsAreClosed_data() { answersRequests_data(); }
    void descriptorsAreClosed();
    void portInUseIsAnError();
};

COLDFRAME_TEST(tst_HttpServer);

void tst_HttpServer::answersRequests_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::newRow("over TCP") << Transport::Tcp;
    QTest::newRow("over an adopted socket") << Transport::SocketPair;
}

void tst_HttpServer::answersRequests()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    const auto client = parking.connectBy(transport);

    client->write(postHead("/a?b", 3) + "X-Y: z\r\n\r\nabc");
    QTRY_COMPARE(parking.parked.size(), 1U);
    const ParkedRequest &parked = parking.parked.front();
    QCOMPARE(parked.request.method, QByteArray("POST"));
    QCOMPARE(parked.request.target, QByteArray("/a?b"));
    QCOMPARE(headerValue(parked.request.headers, "x-y").toByteArray(), QByteArray("z"));
    QCOMPARE(parked.request.body, QByteArray("abc"));
    QVERIFY(parked.reply.isPending());

    parked.reply.send({201, {{"A", "b"}}, "done"});
    QVERIFY(!parked.reply.isPending());
    QTRY_COMPARE(client->received(),
                 QByteArray("HTTP/1.1 201 Created\r\nA: b\r\nContent-Length: 4\r\n\r\ndone"));
}

void tst_HttpServer::keepsConnections()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        parked.reply.send({200, {}, parked.request.target});
    };
    const auto client = parking.connectBy(transport);

    QByteArray expected;
    for (const QByteArray target : {"/1", "/2", "/3"}) {
        client->write(getRequest(target));
        expected += okAnswer(target);
        QTRY_COMPARE(client->received(), expected);
    }
    QVERIFY(!client->wasDisconnected());
}

void tst_HttpServer::pipelinedAnswersLeaveInOrder()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    const auto client = parking.connectBy(transport);
    client->write(getRequest("/1") + getRequest("/2") + getRequest("/3"));
    QTRY_COMPARE(parking.parked.size(), 3U);

    parking.parked[2].reply.send({200, {}, "three"});
    parking.parked[1].reply.send({200, {}, "two"});
    QVERIFY(!parking.parked[1].reply.isPending());
    QVERIFY(parking.parked[0].reply.isPending());
    parking.parked[0].reply.send({200, {}, "one"});

    QTRY_COMPARE(client->received(), okAnswer("one") + okAnswer("two") + okAnswer("three"));
}

void tst_HttpServer::pollInTheSameWriteIsParkedBehindItsAnswer()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        if (parked.request.method == "POST")
            parked.reply.send({202, {}, {}});
    };
    const auto client = parking.connectBy(Transport::SocketPair);
    const QByteArray accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";

    client->write(postHead("/response", 2) + "\r\n{}" + getRequest("/next"));
    QTRY_COMPARE(parking.parked.size(), 2U);
    QTRY_COMPARE(client->received(), accepted);
    QVERIFY(parking.parked.back().reply.isPending());

    parking.parked.back().reply.send({200, {}, "event"});
    QTRY_COMPARE(client->received(), accepted + okAnswer("event"));
}

void tst_HttpServer::clientMayLeaveDuringALongPoll()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    const auto client = parking.connectBy(transport);
    client->write(getRequest("/1") + getRequest("/2"));
    QTRY_COMPARE(parking.parked.size(), 2U);
    parking.parked[1].reply.send({200, {}, "waits for the first"});

    client->leave();

    QTRY_VERIFY(!parking.parked[0].reply.isPending());
    for (const ParkedRequest &parked : parking.parked)
        parked.reply.send({200, {}, "nobody reads this"});
    QVERIFY(client->received().isEmpty());
}

void tst_HttpServer::firstSendCounts()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::SocketPair);
    client->write(getRequest("/1") + getRequest("/2"));
    QTRY_COMPARE(parking.parked.size(), 2U);

    parking.parked[1].reply.send({200, {}, "second"});
    parking.parked[1].reply.send({200, {}, "again"});
    parking.parked[0].reply.send({200, {}, "first"});
    parking.parked[0].reply.send({200, {}, "again"});

    QTRY_COMPARE(client->received(), okAnswer("first") + okAnswer("second"));
}

void tst_HttpServer::emptyReplyDoesNothing()
{
    const HttpReply reply;
    QVERIFY(!reply.isPending());
    reply.send({});
}

void tst_HttpServer::largeBodiesPassBothWays()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        parked.reply.send({200, {}, parked.request.body});
    };
    const auto client = parking.connectBy(transport);
    const QByteArray body = largeBody();

    client->write(postHead("/", body.size()) + "\r\n" + body + getRequest("/next"));

    const QByteArray expected = okAnswer(body) + okAnswer({});
    QTRY_COMPARE(client->received().size(), expected.size());
    QVERIFY(client->received() == expected);
    QCOMPARE(parking.parked.front().request.bodyBytes, body.size());
}

void tst_HttpServer::bodyOverTheCapKeepsTheConnection()
{
    ParkingServer parking({.bodyBytes = 100'000});
    const auto client = parking.connectBy(Transport::Tcp);

    client->write(postHead("/", 100'001) + "\r\n" + QByteArray(100'001, 'a') + getRequest("/next"));

    QTRY_COMPARE(parking.parked.size(), 2U);
    QVERIFY(parking.parked[0].request.bodyTooLarge);
    QCOMPARE(parking.parked[0].request.bodyBytes, 100'001);
    QVERIFY(parking.parked[0].request.body.isEmpty());
    parking.parked[0].reply.send({413, {}, {}});
    parking.parked[1].reply.send({200, {}, "event"});
    QTRY_COMPARE(client->received(),
                 "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n" + okAnswer("event"));
    QVERIFY(!client->wasDisconnected());
}

void tst_HttpServer::chunksAndTrailersArrive()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::SocketPair);

    client->write("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTrailer: X-Error\r\n\r\n"
                  "3\r\nabc\r\n");
    client->write("2\r\nde\r\n0\r\nX-Error: e30=\r\n\r\n");

    QTRY_COMPARE(parking.parked.size(), 1U);
    QCOMPARE(parking.parked[0].request.body, QByteArray("abcde"));
    QCOMPARE(parking.parked[0].request.trailers, (HttpHeaders{{"X-Error", "e30="}}));
}

void tst_HttpServer::continueIsSentBeforeTheBody()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::Tcp);

    client->write(postHead("/", 3) + "Expect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client->received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(parking.parked.empty());

    client->write("abc");
    QTRY_COMPARE(parking.parked.size(), 1U);
    QCOMPARE(parking.parked[0].request.body, QByteArray("abc"));
}

void tst_HttpServer::continueWaitsForEarlierAnswers()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::SocketPair);
    client->write(getRequest("/1") + postHead("/2", 3) + "Expect: 100-continue\r\n\r\n");
    QTRY_COMPARE(parking.parked.size(), 1U);
    QVERIFY(client->received().isEmpty());

    parking.parked[0].reply.send({200, {}, "first"});

    QTRY_COMPARE(client->received(), okAnswer("first") + "HTTP/1.1 100 Continue\r\n\r\n");
}

void tst_HttpServer::checksTheHost_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("hostHeader");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const char *header, int status) {
        QTest::newRow(name) << QByteArray("1.1") << QByteArray(header) << status;
    };
    row("IPv4 loopback", "Host: 127.0.0.1\r\n", 200);
    row("IPv4 loopback with a port", "Host: 127.0.0.1:9001\r\n", 200);
    row("localhost in any case", "host: LocalHost:80\r\n", 200);
    row("IPv6 loopback", "Host: [::1]\r\n", 200);
    row("IPv6 loopback with a port", "Host: [::1]:9001\r\n", 200);
    row("another name", "Host: example.com\r\n", 403);
    row("a name that begins like ours", "Host: localhost.example.com\r\n", 403);
    row("a name behind ours", "Host: localhost:80@example.com\r\n", 403);
    row("another address", "Host: 192.168.0.1:80\r\n", 403);
    row("an empty name", "Host:\r\n", 403);
    row("no header", "", 400);
    row("two headers", "Host: localhost\r\nHost: localhost\r\n", 400);
    QTest::newRow("HTTP/1.0 knows no such header") << QByteArray("1.0") << QByteArray() << 200;
}

void tst_HttpServer::checksTheHost()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, hostHeader);
    QFETCH(int, status);
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) { parked.reply.send({}); };
    const auto client = parking.connectBy(Transport::Tcp);

    client->write("GET / HTTP/" + version + "\r\n" + hostHeader + "\r\n");

    QTRY_VERIFY(client->received().endsWith("\r\n\r\n"));
    QCOMPARE(client->received().mid(9, 3).toInt(), status);
    QCOMPARE(parking.parked.empty(), status != 200);
    QVERIFY(!client->received().contains("Access-Control"));
}

void tst_HttpServer::hostIsNotCheckedWhereNoWebPageIs()
{
    ParkingServer unchecked({.checkHost = false});
    const auto network = unchecked.connectBy(Transport::Tcp);
    network->write("GET / HTTP/1.1\r\nHost: example.com\r\n\r\n");
    QTRY_COMPARE(unchecked.parked.size(), 1U);

    ParkingServer checked;
    const auto adopted = checked.connectBy(Transport::SocketPair);
    adopted->write("GET / HTTP/1.1\r\n\r\n");
    QTRY_COMPARE(checked.parked.size(), 1U);
}

void tst_HttpServer::malformedRequestIsAnsweredBehindTheOthers()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/1") + "nonsense\r\n\r\n" + getRequest("/2"));
    QTRY_COMPARE(parking.parked.size(), 1U);

    parking.parked[0].reply.send({200, {}, "first"});

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(client->received(),
             okAnswer("first")
                 + "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    QCOMPARE(parking.parked.size(), 1U);
}

void tst_HttpServer::tooLongHeadIsAnswered()
{
    ParkingServer parking({.headerBytes = 1000});
    const auto client = parking.connectBy(Transport::Tcp);

    client->write("GET / HTTP/1.1\r\nA: " + QByteArray(2'000'000, 'a'));

    QTRY_VERIFY(client->wasDisconnected());
    QVERIFY(client->received().startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"));
    QVERIFY(parking.parked.empty());
}

/// Else the connection would be reset, which may take the answer away from the client.
void tst_HttpServer::readsOnBehindTheLastAnswer()
{
    ParkingServer parking;
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()), 0);
    parking.server->adoptConnection(ends[0]);
    const auto sendAll = [&ends](const QByteArray &bytes) {
        qsizetype sent = 0;
        const auto sendSome = [&] {
            const ssize_t taken = ::send(ends[1], bytes.constData() + sent,
                                         size_t(bytes.size() - sent), MSG_NOSIGNAL);
            sent += qMax<ssize_t>(0, taken);
            return sent == bytes.size() || (taken < 0 && errno == EPIPE);
        };
        return QTest::qWaitFor(sendSome) && sent == bytes.size();
    };

    QVERIFY(sendAll("nonsense\r\n\r\n"));
    QByteArray received;
    const auto receiveAll = [&ends, &received] {
        std::array<char, 1000> buffer{};
        const ssize_t got = ::recv(ends[1], buffer.data(), buffer.size(), 0);
        received.append(buffer.data(), qMax<ssize_t>(0, got));
        return got == 0;
    };
    QVERIFY(QTest::qWaitFor(receiveAll));
    QVERIFY(received.startsWith("HTTP/1.1 400 "));
    QVERIFY(sendAll(QByteArray(2'000'000, 'a')));
    ::close(ends[1]);
}

void tst_HttpServer::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("requestEnd");
    QTest::newRow("connection close") << QByteArray(" HTTP/1.1\r\nHost: localhost\r\n"
                                                    "Connection: close\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray(" HTTP/1.0\r\nHost: localhost\r\n\r\n");
}

void tst_HttpServer::closesWhenAsked()
{
    QFETCH(QByteArray, requestEnd);
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::Tcp);
    client->write("GET /1" + requestEnd + getRequest("/2"));
    QTRY_COMPARE(parking.parked.size(), 1U);

    const QByteArray body = largeBody();
    parking.parked[0].reply.send({200, {}, body});

    QTRY_VERIFY(client->wasDisconnected());
    const QByteArray expected = "HTTP/1.1 200 OK\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    QCOMPARE(client->received().size(), expected.size());
    QVERIFY(client->received() == expected);
    QCOMPARE(parking.parked.size(), 1U);
}

void tst_HttpServer::answerToHeadHasNoBody()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) { parked.reply.send({200, {}, "body"}); };
    const auto client = parking.connectBy(Transport::SocketPair);

    client->write("HEAD / HTTP/1.1\r\n\r\n" + getRequest("/"));

    QTRY_COMPARE(client->received(),
                 "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + okAnswer("body"));
}

void tst_HttpServer::clientThatDoesNotReadIsNotReadFrom()
{
    constexpr std::size_t Requests = 400;
    const QByteArray requestBody(20'000, 'r');
    const QByteArray answerBody(200'000, 'a');
    ParkingServer parking;
    parking.onRequest = [&answerBody](const ParkedRequest &parked) {
        parked.reply.send({200, {}, answerBody});
    };
    const auto client = parking.connectBy(Transport::SocketPair);
    client->stopReading();
    for (std::size_t i = 0; i < Requests; ++i)
        client->write(postHead("/", requestBody.size()) + "\r\n" + requestBody);

    // 80 MB of answers may not all wait in memory: reading requests has to stop on the way.
    QTRY_VERIFY(parking.parked.size() >= 80);
    for (int turn = 0; turn < 2000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(parking.parked.size() < 120);

    client->resumeReading();
    QTRY_COMPARE(client->received().size(), qsizetype(Requests) * okAnswer(answerBody).size());
    QCOMPARE(parking.parked.size(), Requests);
}

void tst_HttpServer::unansweredRequestsAreLimited()
{
    constexpr std::size_t Requests = 1000;
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::SocketPair);
    const QByteArray body(10'000, 'r'); // so that one reading does not find all requests
    for (std::size_t i = 0; i < Requests; ++i)
        client->write(postHead("/", body.size()) + "\r\n" + body);

    QTRY_VERIFY(parking.parked.size() >= 128);
    for (int turn = 0; turn < 2000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(parking.parked.size() < 200);

    parking.onRequest = [](const ParkedRequest &parked) { parked.reply.send({}); };
    for (const ParkedRequest &parked : std::deque<ParkedRequest>(parking.parked))
        parked.reply.send({});
    QTRY_COMPARE(parking.parked.size(), Requests);
    QTRY_COMPARE(client->received().size(), qsizetype(Requests) * okAnswer({}).size());
}

void tst_HttpServer::closeConnectionsEndsEverything()
{
    ParkingServer parking;
    const auto first = parking.connectBy(Transport::Tcp);
    const auto second = parking.connectBy(Transport::SocketPair);
    first->write(getRequest("/1"));
    second->write(getRequest("/2"));
    QTRY_COMPARE(parking.parked.size(), 2U);

    parking.server->closeConnections();

    QVERIFY(!parking.parked[0].reply.isPending());
    QVERIFY(!parking.parked[1].reply.isPending());
    QTRY_VERIFY(first->wasDisconnected());
    QTRY_VERIFY(second->wasDisconnected());
}

void tst_HttpServer::handlerMayCloseConnections()
{
    ParkingServer parking;
    parking.onRequest = [&parking](const ParkedRequest &) { parking.server->closeConnections(); };
    const auto client = parking.connectBy(Transport::SocketPair);

    client->write(getRequest("/1") + getRequest("/2"));

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(parking.parked.size(), 1U);
}

void tst_HttpServer::handlerMayDeleteTheServer()
{
    ParkingServer parking;
    parking.onRequest = [&parking](const ParkedRequest &) { parking.server.reset(); };
    const auto client = parking.connectBy(Transport::SocketPair);

    client->write(getRequest("/1") + getRequest("/2"));

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(parking.parked.size(), 1U);
    QVERIFY(!parking.parked[0].reply.isPending());
    parking.parked[0].reply.send({});
}

void tst_HttpServer::descriptorsAreClosed()
{
    QFETCH(Transport, transport);
    const qsizetype before = openDescriptors();
    {
        ParkingServer parking;
        const auto leaving = parking.connectBy(transport);
        leaving->write(getRequest("/1"));
        QTRY_COMPARE(parking.parked.size(), 1U);
        const qsizetype connected = openDescriptors();
        leaving->leave();
        QTRY_COMPARE(openDescriptors(), connected - 2); // both ends
    }
    QCOMPARE(openDescriptors(), before);
}

void tst_HttpServer::portInUseIsAnError()
{
    ParkingServer first;
    ParkingServer second;
    const Result<quint16> port = first.server->listenOnLoopback();
    QVERIFY(port);
    QVERIFY(*port > 0);

    const Result<quint16> again = second.server->listenOnLoopback(*port);
    QVERIFY(!again);
    QVERIFY(again.error().detail.contains(QString::number(*port)));
}

#include "tst_httpserver.moc"
