// SPDX-License-Identifier: GPL-3.0-or-later
// Answers whose body is sent in parts.
#include "tests/core/http/parkingserver.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_HttpParts : public QObject
{
    Q_OBJECT

private slots:
    void partsArriveAsTheyAreSent_data();
    void partsArriveAsTheyAreSent();
    void connectionIsKept();
    void olderClientsReadToTheEnd();
    void answerToHeadHasNoParts();
    void partsWaitForEarlierAnswers();
    void onlyTheFirstAnswerCounts();
    void slowClientIsNoticed();
    void leavingClientIsTold();
    void connectionsThatAreClosedAreTold();
};

COLDFRAME_TEST(tst_HttpParts);

namespace {

const QByteArray beginOfParts = "HTTP/1.1 200 OK\r\nA: b\r\nTransfer-Encoding: chunked\r\n\r\n";

HttpResponse headWithA()
{
    return {200, {{"A", "b"}}, "is left out"};
}

} // namespace

void tst_HttpParts::partsArriveAsTheyAreSent_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::newRow("over TCP") << Transport::Tcp;
    QTest::newRow("over an adopted socket") << Transport::SocketPair;
}

void tst_HttpParts::partsArriveAsTheyAreSent()
{
    QFETCH(Transport, transport);
    ParkingServer parking;
    const auto client = parking.connectBy(transport);
    client->write(getRequest("/"));
    QTRY_COMPARE(parking.parked.size(), 1U);
    const HttpReply &reply = parking.parked.front().reply;

    reply.begin(headWithA());
    QVERIFY(!reply.isPending());
    QTRY_COMPARE(client->received(), beginOfParts);
    reply.sendPart("one");
    QTRY_COMPARE(client->received(), beginOfParts + "3\r\none\r\n");
    reply.sendPart({}); // would be the end
    reply.sendPart("a part of 18 bytes");
    QTRY_COMPARE(client->received(), beginOfParts + "3\r\none\r\n12\r\na part of 18 bytes\r\n");
    reply.finish();
    QTRY_COMPARE(client->received(),
                 beginOfParts + "3\r\none\r\n12\r\na part of 18 bytes\r\n0\r\n\r\n");
}

void tst_HttpParts::connectionIsKept()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        parked.reply.begin(headWithA());
        parked.reply.sendPart(parked.request.target);
        parked.reply.finish();
    };
    const auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/1"));
    const QByteArray first = beginOfParts + "2\r\n/1\r\n0\r\n\r\n";
    QTRY_COMPARE(client->received(), first);
    client->write(getRequest("/2"));
    QTRY_COMPARE(client->received(), first + beginOfParts + "2\r\n/2\r\n0\r\n\r\n");
    QVERIFY(!client->wasDisconnected());
}

/// HTTP/1.0 has no chunks (RFC 9112, 6.1).
void tst_HttpParts::olderClientsReadToTheEnd()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        parked.reply.begin(headWithA());
        parked.reply.sendPart("one");
        parked.reply.sendPart("two");
        parked.reply.finish();
    };
    const auto client = parking.connectBy(Transport::Tcp);
    client->write("GET / HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QTRY_COMPARE(client->received(),
                 QByteArray("HTTP/1.1 200 OK\r\nA: b\r\nConnection: close\r\n\r\nonetwo"));
    QTRY_VERIFY(client->wasDisconnected());
}

void tst_HttpParts::answerToHeadHasNoParts()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        if (parked.request.method == "GET")
            return parked.reply.send({200, {}, "next"});
        parked.reply.begin(headWithA());
        parked.reply.sendPart("one");
        parked.reply.finish();
    };
    const auto client = parking.connectBy(Transport::Tcp);
    client->write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + getRequest("/"));
    QTRY_COMPARE(client->received(), beginOfParts + okAnswer("next"));
}

void tst_HttpParts::partsWaitForEarlierAnswers()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/1") + getRequest("/2") + getRequest("/3"));
    QTRY_COMPARE(parking.parked.size(), 3U);

    parking.parked[2].reply.send({200, {}, "three"});
    parking.parked[1].reply.begin(headWithA());
    parking.parked[1].reply.sendPart("two");
    QVERIFY(parking.parked[1].reply.unwrittenBytes() > 0);
    parking.parked[0].reply.send({200, {}, "one"});
    QTRY_COMPARE(client->received(), okAnswer("one") + beginOfParts + "3\r\ntwo\r\n");
    parking.parked[1].reply.finish();
    QTRY_COMPARE(client->received(), okAnswer("one") + beginOfParts + "3\r\ntwo\r\n0\r\n\r\n"
                     + okAnswer("three"));
}

void tst_HttpParts::onlyTheFirstAnswerCounts()
{
    ParkingServer parking;
    parking.onRequest = [](const ParkedRequest &parked) {
        parked.reply.begin(headWithA());
        parked.reply.send({500, {}, "too late"});
        parked.reply.begin({500, {}, {}});
        parked.reply.finish();
        parked.reply.finish();
        parked.reply.sendPart("too late");
    };
    const auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/"));
    QTRY_COMPARE(client->received(), beginOfParts + "0\r\n\r\n");
}

void tst_HttpParts::slowClientIsNoticed()
{
    ParkingServer parking;
    const auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/"));
    QTRY_COMPARE(parking.parked.size(), 1U);
    const HttpReply reply = parking.parked.front().reply;
    client->stopReading();
    int calls = 0;
    reply.begin(headWithA(), [&calls] { ++calls; });
    const QByteArray part = largeBody();
    while (reply.unwrittenBytes() == 0)
        reply.sendPart(part);
    QCOMPARE(calls, 0);

    client->resumeReading();
    QTRY_COMPARE(reply.unwrittenBytes(), 0);
    QVERIFY(calls > 0);
    reply.finish();
    QTRY_VERIFY(client->received().endsWith("\r\n0\r\n\r\n"));
}

void tst_HttpParts::leavingClientIsTold()
{
    ParkingServer parking;
    auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/"));
    QTRY_COMPARE(parking.parked.size(), 1U);
    const HttpReply reply = parking.parked.front().reply;
    int calls = 0;
    reply.begin(headWithA(), [&calls, &reply] {
        ++calls;
        QCOMPARE(reply.unwrittenBytes(), 0);
    });
    client->leave();
    QTRY_COMPARE(calls, 1);
    reply.sendPart("nobody reads this");
    reply.finish();
    QCOMPARE(reply.unwrittenBytes(), 0);
}

void tst_HttpParts::connectionsThatAreClosedAreTold()
{
    ParkingServer parking;
    auto client = parking.connectBy(Transport::Tcp);
    client->write(getRequest("/"));
    QTRY_COMPARE(parking.parked.size(), 1U);
    int calls = 0;
    parking.parked.front().reply.begin(headWithA(), [&calls] { ++calls; });
    parking.server->closeConnections();
    QCOMPARE(calls, 1);
    QTRY_VERIFY(client->wasDisconnected());
}

#include "tst_httpparts.moc"
