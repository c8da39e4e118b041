// SPDX-License-Identifier: GPL-3.0-or-later
// What the server refuses, and how a connection ends that can't go on.
#include "tests/core/http/parkingserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cerrno>

#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_HttpServerLimits : public QObject
{
    Q_OBJECT

private slots:
    void bodyOverTheCapKeepsTheConnection();
    void checksTheHost_data();
    void checksTheHost();
    void hostIsNotCheckedWhereNoWebPageIs();
    void malformedRequestIsAnsweredBehindTheOthers();
    void tooLongHeadIsAnswered();
    void readsOnBehindTheLastAnswer();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void clientThatDoesNotReadIsNotReadFrom();
    void unansweredRequestsAreLimited();
};

COLDFRAME_TEST(tst_HttpServerLimits);

void tst_HttpServerLimits::bodyOverTheCapKeepsTheConnection()
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

void tst_HttpServerLimits::checksTheHost_data()
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

void tst_HttpServerLimits::checksTheHost()
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

void tst_HttpServerLimits::hostIsNotCheckedWhereNoWebPageIs()
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

void tst_HttpServerLimits::malformedRequestIsAnsweredBehindTheOthers()
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

void tst_HttpServerLimits::tooLongHeadIsAnswered()
{
    ParkingServer parking({.headerBytes = 1000});
    const auto client = parking.connectBy(Transport::Tcp);

    client->write("GET / HTTP/1.1\r\nA: " + QByteArray(2'000'000, 'a'));

    QTRY_VERIFY(client->wasDisconnected());
    QVERIFY(client->received().startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n"));
    QVERIFY(parking.parked.empty());
}

void tst_HttpServerLimits::readsOnBehindTheLastAnswer()
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
        return QTest::qWaitFor(sendSome, 60'000) && sent == bytes.size();
    };

    QVERIFY(sendAll("nonsense\r\n\r\n"));
    QByteArray received;
    const auto receiveAll = [&ends, &received] {
        std::array<char, 1000> buffer{};
        const ssize_t got = ::recv(ends[1], buffer.data(), buffer.size(), 0);
        received.append(buffer.data(), qMax<ssize_t>(0, got));
        return got == 0;
    };
    QVERIFY(QTest::qWaitFor(receiveAll, 60'000));
    QVERIFY(received.startsWith("HTTP/1.1 400 "));
    QVERIFY(sendAll(QByteArray(2'000'000, 'a')));
    ::close(ends[1]);
}

void tst_HttpServerLimits::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("requestEnd");
    QTest::newRow("connection close") << QByteArray(" HTTP/1.1\r\nHost: localhost\r\n"
                                                    "Connection: close\r\n\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray(" HTTP/1.0\r\nHost: localhost\r\n\r\n");
}

void tst_HttpServerLimits::closesWhenAsked()
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

void tst_HttpServerLimits::clientThatDoesNotReadIsNotReadFrom()
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
    QTRY_VERIFY_WITH_TIMEOUT(parking.parked.size() >= 80, 60'000);
    for (int turn = 0; turn < 2000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(parking.parked.size() < 120);

    client->resumeReading();
    QTRY_COMPARE_WITH_TIMEOUT(client->received().size(),
                              qsizetype(Requests) * okAnswer(answerBody).size(), 60'000);
    QCOMPARE(parking.parked.size(), Requests);
}

void tst_HttpServerLimits::unansweredRequestsAreLimited()
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

#include "tst_httpserverlimits.moc"
