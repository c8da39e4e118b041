// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies that are taken as they arrive, and what happens when they stop arriving.
#include "core/http/httpbodyreceiver.h"

#include "tests/core/http/parkingserver.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <unistd.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_HttpBodyReceiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsArriveBeforeTheBodyIsComplete_data();
    void partsArriveBeforeTheBodyIsComplete();
    void bodyHasNoCap();
    void othersAreCollected();
    void emptyBodyIsFinished();
    void answersStayInOrder();
    void continueIsSent();
    void clientThatLeavesIsTold_data() { partsArriveBeforeTheBodyIsComplete_data(); }
    void clientThatLeavesIsTold();
    void malformedChunkIsTold();
    void halfClosingClientReadsItsAnswer_data();
    void halfClosingClientReadsItsAnswer();
    void malformedChunkOfACollectedBodyIsTold();
    void completeRequestsAreNotTruncated();
    void serverThatEndsTheConnectionDoesNotTell();
    void pausedConnectionIsNotReadFrom();
    void pauseHoldsBackWhatIsRead();
    void otherConnectionsGoOnDuringAPause();
    void nothingIsReadBehindTheEnd();
    void receiverMayEndEverything_data();
    void receiverMayEndEverything();
    void foreignHostReachesNoReceiver();
    void answerMayCloseTheConnection();
    void adoptedConnectionStays();
};

COLDFRAME_TEST(tst_HttpBodyReceiver);

namespace {

/// What became of one body.
struct Taken
{
    QByteArray body;
    qint64 bytes = 0;
    HttpHeaders trailers;
    QByteArray end; // "finish" or "abort"
    HttpReply reply;
    std::function<void()> onPart;
    std::function<void()> onEnd;
};

class TakingReceiver final : public HttpBodyReceiver
{
public:
    explicit TakingReceiver(std::shared_ptr<Taken> taken)
        : m_taken(std::move(taken))
    { }

    void receive(QByteArrayView part) override
    {
        m_taken->bytes += part.size();
        if (m_taken->bytes < 1'000'000)
            m_taken->body.append(part);
        if (m_taken->onPart)
            m_taken->onPart();
    }
    void finish(const HttpHeaders &trailers) override
    {
        m_taken->trailers = trailers;
        end("finish");
    }
    void abort() override { end("abort"); }

private:
    void end(const QByteArray &how)
    {
        m_taken->end += how;
        if (m_taken->onEnd)
            m_taken->onEnd();
    }

    std::shared_ptr<Taken> m_taken;
};

/// Bodies of /taken are taken as they arrive; other requests are parked.
class TakingServer
{
public:
    explicit TakingServer(HttpServer::Options options = {})
        : server(std::make_unique<HttpServer>(
            options,
            [this](HttpRequest request, HttpReply reply) {
                parked.push_back({std::move(request), reply});
                if (onRequest)
                    onRequest(parked.back());
            },
            [this](const HttpRequest &head, const HttpReply &reply) {
                return choose(head, reply);
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

    std::function<void(Taken &)> onHead;
    std::function<void(const ParkedRequest &)> onRequest;
    std::deque<std::shared_ptr<Taken>> taken;
    std::deque<ParkedRequest> parked;
    std::unique_ptr<HttpServer> server;

private:
    std::shared_ptr<HttpBodyReceiver> choose(const HttpRequest &head, const HttpReply &reply)
    {
        if (!head.target.startsWith("/taken"))
            return nullptr;
        taken.push_back(std::make_shared<Taken>());
        taken.back()->reply = reply;
        if (onHead)
            onHead(*taken.back());
        return std::make_shared<TakingReceiver>(taken.back());
    }
};

const QByteArray chunkedHead
    = "POST /taken HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

void tst_HttpBodyReceiver::partsArriveBeforeTheBodyIsComplete_data()
{
    QTest::addColumn<Transport>("transport");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("hasTrailers");

    const QByteArray withLength = postHead("/taken", 5) + "\r\nabc";
    QTest::newRow("a length, over TCP")
        << Transport::Tcp << withLength << QByteArray("de") << false;
    QTest::newRow("a length, over an adopted socket")
        << Transport::SocketPair << withLength << QByteArray("de") << false;
    QTest::newRow("chunks") << Transport::Tcp << chunkedHead + "3\r\nabc\r\n"
                            << QByteArray("2\r\nde\r\n0\r\nA: b\r\n\r\n") << true;
    QTest::newRow("half a chunk") << Transport::SocketPair << chunkedHead + "5\r\nabc"
                                  << QByteArray("de\r\n0\r\nA: b\r\n\r\n") << true;
}

void tst_HttpBodyReceiver::partsArriveBeforeTheBodyIsComplete()
{
    QFETCH(const Transport, transport);
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, rest);
    QFETCH(const bool, hasTrailers);
    TakingServer taking;
    const auto client = taking.connectBy(transport);

    client->write(begin);
    QTRY_COMPARE(taking.taken.size(), 1U);
    Taken &taken = *taking.taken.front();
    QTRY_COMPARE(taken.body, QByteArray("abc"));
    QVERIFY(taken.end.isEmpty());
    QVERIFY(taken.reply.isPending());

    client->write(rest);
    QTRY_COMPARE(taken.end, QByteArray("finish"));
    QCOMPARE(taken.body, QByteArray("abcde"));
    QCOMPARE(taken.trailers, hasTrailers ? (HttpHeaders{{"A", "b"}}) : HttpHeaders());
    taken.reply.send({200, {}, "done"});
    QTRY_COMPARE(client->received(), okAnswer("done"));
    QVERIFY(taking.parked.empty());
}

void tst_HttpBodyReceiver::bodyHasNoCap()
{
    TakingServer taking({.bodyBytes = 100});
    const auto client = taking.connectBy(Transport::SocketPair);
    const QByteArray body = largeBody();

    client->write(postHead("/taken", body.size()) + "\r\n" + body);

    QTRY_COMPARE(taking.taken.size(), 1U);
    QTRY_COMPARE(taking.taken.front()->end, QByteArray("finish"));
    QCOMPARE(taking.taken.front()->bytes, body.size());
}

void tst_HttpBodyReceiver::othersAreCollected()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);

    client->write(postHead("/taken", 1) + "\r\na" + postHead("/other", 1) + "\r\nb"
                  + postHead("/taken", 1) + "\r\nc");

    QTRY_COMPARE(taking.taken.size(), 2U);
    QTRY_COMPARE(taking.taken.back()->body, QByteArray("c"));
    QCOMPARE(taking.taken.front()->body, QByteArray("a"));
    QCOMPARE(taking.parked.size(), 1U);
    QCOMPARE(taking.parked.front().request.body, QByteArray("b"));
}

void tst_HttpBodyReceiver::emptyBodyIsFinished()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);

    client->write(getRequest("/taken") + chunkedHead + "0\r\n\r\n");

    QTRY_COMPARE(taking.taken.size(), 2U);
    QTRY_COMPARE(taking.taken.back()->end, QByteArray("finish"));
    QCOMPARE(taking.taken.front()->end, QByteArray("finish"));
    QCOMPARE(taking.taken.front()->bytes, 0);
}

void tst_HttpBodyReceiver::answersStayInOrder()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);
    client->write(getRequest("/1") + postHead("/taken", 1) + "\r\na" + getRequest("/3"));
    QTRY_COMPARE(taking.parked.size(), 2U);

    taking.parked[1].reply.send({200, {}, "third"});
    taking.taken.front()->reply.send({200, {}, "second"});
    taking.parked[0].reply.send({200, {}, "first"});

    QTRY_COMPARE(client->received(), okAnswer("first") + okAnswer("second") + okAnswer("third"));
}

void tst_HttpBodyReceiver::continueIsSent()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::Tcp);

    client->write(postHead("/taken", 3) + "Expect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client->received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));

    client->write("abc");
    QTRY_COMPARE(taking.taken.front()->end, QByteArray("finish"));
}

void tst_HttpBodyReceiver::clientThatLeavesIsTold()
{
    QFETCH(const Transport, transport);
    QFETCH(const QByteArray, begin);
    TakingServer taking;
    const auto client = taking.connectBy(transport);
    client->write(begin);
    QTRY_COMPARE(taking.taken.size(), 1U);
    QTRY_COMPARE(taking.taken.front()->body, QByteArray("abc"));

    client->leave();

    QTRY_COMPARE(taking.taken.front()->end, QByteArray("abort"));
    QTRY_VERIFY(!taking.taken.front()->reply.isPending());
    QCOMPARE(taking.taken.front()->end, QByteArray("abort"));
}

void tst_HttpBodyReceiver::malformedChunkIsTold()
{
    TakingServer taking;
    taking.onHead = [](Taken &taken) {
        taken.onEnd = [&taken] { taken.reply.send({400, {}, "cut off"}); };
    };
    const auto client = taking.connectBy(Transport::Tcp);

    client->write(chunkedHead + "1\r\na\r\nx\r\n");

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(taking.taken.front()->end, QByteArray("abort"));
    QCOMPARE(client->received(),
             QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 7\r\n"
                        "Connection: close\r\n\r\ncut off"));
}

void tst_HttpBodyReceiver::halfClosingClientReadsItsAnswer_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("whose body is taken") << QByteArray("/taken");
    QTest::newRow("whose body is collected") << QByteArray("/other");
}

void tst_HttpBodyReceiver::halfClosingClientReadsItsAnswer()
{
    QFETCH(const QByteArray, target);
    TakingServer taking;
    taking.onHead = [](Taken &taken) {
        taken.onEnd = [&taken] { taken.reply.send({400, {}, "cut off"}); };
    };
    bool wasTruncated = false;
    taking.onRequest = [&wasTruncated](const ParkedRequest &parked) {
        wasTruncated = parked.request.truncated && parked.request.body == "ab";
        parked.reply.send({400, {}, "cut off"});
    };
    std::array<int, 2> ends{};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()), 0);
    taking.server->adoptConnection(ends[0]);
    const QByteArray bytes = postHead(target, 3) + "\r\nab";
    QCOMPARE(::send(ends[1], bytes.constData(), size_t(bytes.size()), 0), bytes.size());

    ::shutdown(ends[1], SHUT_WR);

    QByteArray received;
    const auto receiveAll = [&ends, &received] {
        std::array<char, 1000> buffer{};
        const ssize_t got = ::recv(ends[1], buffer.data(), buffer.size(), 0);
        received.append(buffer.data(), qMax<ssize_t>(0, got));
        return got == 0;
    };
    QVERIFY(QTest::qWaitFor(receiveAll, 60'000));
    ::close(ends[1]);
    QCOMPARE(received, QByteArray("HTTP/1.1 400 Bad Request\r\nContent-Length: 7\r\n\r\ncut off"));
    QCOMPARE(wasTruncated, target == "/other");
}

void tst_HttpBodyReceiver::malformedChunkOfACollectedBodyIsTold()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::Tcp);

    client->write("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "1\r\nab\r\n");

    QTRY_VERIFY(client->wasDisconnected()); // although nobody answers
    QCOMPARE(taking.parked.size(), 1U);
    QVERIFY(taking.parked.front().request.truncated);
    QVERIFY(client->received().startsWith("HTTP/1.1 400 "));
}

void tst_HttpBodyReceiver::completeRequestsAreNotTruncated()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);
    client->write(postHead("/taken", 1) + "\r\na" + postHead("/other", 1) + "\r\nb");
    QTRY_COMPARE(taking.parked.size(), 1U);

    client->leave();

    QTRY_VERIFY(!taking.parked.front().reply.isPending());
    QCOMPARE(taking.parked.size(), 1U);
    QVERIFY(!taking.parked.front().request.truncated);
    QCOMPARE(taking.taken.front()->end, QByteArray("finish"));
}

void tst_HttpBodyReceiver::serverThatEndsTheConnectionDoesNotTell()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);
    client->write(postHead("/taken", 3) + "\r\nab");
    QTRY_COMPARE(taking.taken.size(), 1U);
    QTRY_COMPARE(taking.taken.front()->body, QByteArray("ab"));

    taking.server->closeConnections();

    QTRY_VERIFY(client->wasDisconnected());
    QVERIFY(taking.taken.front()->end.isEmpty());
    QVERIFY(!taking.taken.front()->reply.isPending());
}

void tst_HttpBodyReceiver::pausedConnectionIsNotReadFrom()
{
    TakingServer taking;
    taking.onHead = [](Taken &taken) {
        taken.onPart = [&taken] {
            if (taken.bytes >= 1'000'000)
                taken.reply.pauseReading();
        };
    };
    const auto client = taking.connectBy(Transport::SocketPair);
    const QByteArray body = largeBody();
    client->write(postHead("/taken", body.size()) + "\r\n" + body + getRequest("/next"));
    QTRY_COMPARE(taking.taken.size(), 1U);
    Taken &taken = *taking.taken.front();
    QTRY_VERIFY(taken.bytes >= 1'000'000);

    for (int turn = 0; turn < 2000; ++turn)
        QCoreApplication::processEvents();
    QVERIFY2(taken.bytes < 1'500'000, qPrintable(QString::number(taken.bytes)));

    taken.onPart = {};
    taken.reply.resumeReading();
    QTRY_COMPARE(taken.end, QByteArray("finish"));
    QCOMPARE(taken.bytes, body.size());
    QTRY_COMPARE(taking.parked.size(), 1U);
}

void tst_HttpBodyReceiver::pauseHoldsBackWhatIsRead()
{
    TakingServer taking;
    taking.onHead = [](Taken &taken) { taken.onPart = [&taken] { taken.reply.pauseReading(); }; };
    const auto client = taking.connectBy(Transport::SocketPair);
    // In one write, so that all of it is read at once.
    client->write(chunkedHead + "1\r\na\r\n1\r\nb\r\n1\r\nc\r\n0\r\nA: b\r\n\r\n"
                  + getRequest("/next"));

    for (const char *body : {"a", "ab", "abc"}) {
        QTRY_VERIFY(!taking.taken.empty() && taking.taken.front()->body == body);
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        QCOMPARE(taking.taken.front()->body, QByteArray(body));
        QVERIFY(taking.taken.front()->end.isEmpty());
        QVERIFY(taking.parked.empty());
        taking.taken.front()->reply.resumeReading();
    }

    QTRY_COMPARE(taking.parked.size(), 1U);
    QCOMPARE(taking.taken.front()->end, QByteArray("finish"));
    QCOMPARE(taking.taken.front()->trailers, (HttpHeaders{{"A", "b"}}));
}

void tst_HttpBodyReceiver::otherConnectionsGoOnDuringAPause()
{
    TakingServer taking;
    taking.onHead = [](Taken &taken) { taken.reply.pauseReading(); };
    const auto paused = taking.connectBy(Transport::SocketPair);
    paused->write(postHead("/taken", 3) + "\r\nabc");
    QTRY_COMPARE(taking.taken.size(), 1U);

    const auto other = taking.connectBy(Transport::SocketPair);
    other->write(getRequest("/other"));

    QTRY_COMPARE(taking.parked.size(), 1U);
    QVERIFY(taking.taken.front()->body.isEmpty());
}

void tst_HttpBodyReceiver::nothingIsReadBehindTheEnd()
{
    TakingServer taking;
    taking.onHead = [](Taken &taken) { taken.reply.pauseReading(); };
    const auto client = taking.connectBy(Transport::SocketPair);
    client->write(postHead("/taken", 3) + "\r\nabc");
    QTRY_COMPARE(taking.taken.size(), 1U);

    taking.taken.front()->reply.resumeReading();
    taking.server->closeConnections();

    QTRY_VERIFY(client->wasDisconnected());
    QVERIFY(taking.taken.front()->body.isEmpty());
}

void tst_HttpBodyReceiver::receiverMayEndEverything_data()
{
    QTest::addColumn<bool>("atEnd");
    QTest::addColumn<bool>("deletes");

    QTest::newRow("closing connections while the body arrives") << false << false;
    QTest::newRow("closing connections at its end") << true << false;
    QTest::newRow("deleting the server while the body arrives") << false << true;
    QTest::newRow("deleting the server at its end") << true << true;
}

void tst_HttpBodyReceiver::receiverMayEndEverything()
{
    QFETCH(const bool, atEnd);
    QFETCH(const bool, deletes);
    TakingServer taking;
    const auto end = [&taking, deletes] {
        if (deletes)
            taking.server.reset();
        else
            taking.server->closeConnections();
    };
    taking.onHead = [&](Taken &taken) {
        if (atEnd)
            taken.onEnd = end;
        else
            taken.onPart = end;
    };
    const auto client = taking.connectBy(Transport::SocketPair);

    client->write(postHead("/taken", 3) + "\r\nabc" + getRequest("/next"));

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(taking.taken.front()->body, QByteArray("abc"));
    QCOMPARE(taking.taken.front()->end, atEnd ? QByteArray("finish") : QByteArray());
    QVERIFY(taking.parked.empty());
    QVERIFY(!taking.taken.front()->reply.isPending());
    taking.taken.front()->reply.resumeReading();
}

void tst_HttpBodyReceiver::foreignHostReachesNoReceiver()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::Tcp);

    client->write("POST /taken HTTP/1.1\r\nHost: example.com\r\nContent-Length: 1\r\n\r\na");

    QTRY_VERIFY(client->received().startsWith("HTTP/1.1 403 "));
    QVERIFY(taking.taken.empty());
}

void tst_HttpBodyReceiver::answerMayCloseTheConnection()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::Tcp);
    client->write(postHead("/taken", 1) + "\r\na" + getRequest("/next"));
    QTRY_COMPARE(taking.taken.size(), 1U);
    QTRY_COMPARE(taking.taken.front()->end, QByteArray("finish"));

    taking.taken.front()->reply.send(
        {.status = 202, .headers = {}, .body = {}, .closesConnection = true});

    QTRY_VERIFY(client->wasDisconnected());
    QCOMPARE(client->received(),
             QByteArray("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
}

void tst_HttpBodyReceiver::adoptedConnectionStays()
{
    TakingServer taking;
    const auto client = taking.connectBy(Transport::SocketPair);
    client->write(getRequest("/1"));
    QTRY_COMPARE(taking.parked.size(), 1U);

    taking.parked.front().reply.send(
        {.status = 202, .headers = {}, .body = {}, .closesConnection = true});
    QTRY_COMPARE(client->received(),
                 QByteArray("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"));

    client->write(getRequest("/2"));
    QTRY_COMPARE(taking.parked.size(), 2U);
}

#include "tst_httpbodyreceiver.moc"
