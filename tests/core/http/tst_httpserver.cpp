// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/http/parkingserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

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
    void answersThatWaitForNoEventGoOutAtOnce();
    void clientMayLeaveDuringALongPoll_data() { answersRequests_data(); }
    void clientMayLeaveDuringALongPoll();
    void firstSendCounts();
    void emptyReplyDoesNothing();
    void largeBodiesPassBothWays_data() { answersRequests_data(); }
    void largeBodiesPassBothWays();
    void chunksAndTrailersArrive();
    void continueIsSentBeforeTheBody();
    void continueWaitsForEarlierAnswers();
    void answerToHeadHasNoBody();
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
    QVERIFY(parking.parked.back().reply.isPending());
    // It goes out with the event: had it been written, it would be read in this turn.
    QCoreApplication::processEvents();
    QCOMPARE(client->received(), QByteArray());

    parking.parked.back().reply.send({200, {}, "event"});
    QTRY_COMPARE(client->received(), accepted + okAnswer("event"));
}

void tst_HttpServer::answersThatWaitForNoEventGoOutAtOnce()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        if (parked.request.method == "POST")
            parked.reply.send({202, {}, {}});
        else if (parked.request.target != "/next")
            parked.reply.send({200, {}, parked.request.target});
    };
    const auto client = parking.connectBy(Transport::SocketPair);
    const QByteArray accepted = "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n";
    const QByteArray post = postHead("/response", 2) + "\r\n{}";

    client->write(post);
    QTRY_COMPARE(client->received(), accepted);
    client->write(getRequest("/1") + post + getRequest("/next"));
    QTRY_COMPARE(client->received(), accepted + okAnswer("/1"));
    QCOMPARE(parking.parked.size(), 4U);
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

void tst_HttpServer::answerToHeadHasNoBody()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) { parked.reply.send({200, {}, "body"}); };
    const auto client = parking.connectBy(Transport::SocketPair);

    client->write("HEAD / HTTP/1.1\r\n\r\n" + getRequest("/"));

    QTRY_COMPARE(client->received(),
                 "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + okAnswer("body"));
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
        // What all connections share stays with this one.
        const auto staying = parking.connectBy(Transport::SocketPair);
        const auto leaving = parking.connectBy(transport);
        for (const auto &client : {staying.get(), leaving.get()})
            client->write(getRequest("/1"));
        QTRY_COMPARE(parking.parked.size(), 2U);
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
