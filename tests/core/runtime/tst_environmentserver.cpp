// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentserver.h"

#include "tests/core/runtime/runtimeclient.h"
#include "tests/support/testmain.h"

#include <QTcpSocket>
#include <QTest>

#include <array>

#include <sys/socket.h>

using namespace coldframe;
using namespace coldframe::test;

class tst_EnvironmentServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listensOnLoopback();
    void routesByPrefix_data();
    void routesByPrefix();
    void bodiesAreTakenPerRoute();
    void adoptedConnectionsAreServed();
    void connectionsCanBeClosed();
    void handlerMayDeleteTheServer();
};

COLDFRAME_TEST(tst_EnvironmentServer);

namespace {

EnvironmentServer::Handler saying(const char *text)
{
    return [text](const HttpRequest &, const HttpReply &reply) { reply.send({200, {}, text}); };
}

} // namespace

void tst_EnvironmentServer::listensOnLoopback()
{
    EnvironmentServer server;
    QCOMPARE(server.address(), QString());

    QVERIFY(server.listenOnLoopback());

    QVERIFY(server.address().startsWith(QStringLiteral("127.0.0.1:")));
    QVERIFY(server.address().section(u':', 1).toInt() > 0);
}

void tst_EnvironmentServer::routesByPrefix_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *target, int status, const char *body) {
        QTest::newRow(target) << QByteArray(target) << status << QByteArray(body);
    };
    row("/a", 200, "a");
    row("/a/", 200, "a");
    row("/a/b/c", 200, "a");
    row("/a?b", 200, "a");
    row("/b/x", 200, "b");
    row("/ab", 404, "404 page not found\n");
    row("/", 404, "404 page not found\n");
    row("/x/a", 404, "404 page not found\n");
    row("*", 404, "404 page not found\n");
}

void tst_EnvironmentServer::routesByPrefix()
{
    QFETCH(const QByteArray, target);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    EnvironmentServer server;
    server.route("/a", saying("a"));
    server.route("/b", saying("b"));
    QVERIFY(server.listenOnLoopback());
    RuntimeClient client(server);

    client.get(target);

    const ApiAnswer answer = client.receive();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
}

void tst_EnvironmentServer::bodiesAreTakenPerRoute()
{
    class Receiver final : public HttpBodyReceiver
    {
    public:
        explicit Receiver(HttpReply reply)
            : m_reply(std::move(reply))
        { }
        void receive(QByteArrayView part) override { m_body.append(part); }
        void finish(const HttpHeaders &) override { m_reply.send({200, {}, "taken " + m_body}); }
        void abort() override { }

    private:
        HttpReply m_reply;
        QByteArray m_body;
    };
    EnvironmentServer server;
    server.route("/a", saying("collected"));
    server.route("/b", saying("collected"), [](const HttpRequest &, const HttpReply &reply) {
        return std::make_shared<Receiver>(reply);
    });
    QVERIFY(server.listenOnLoopback());
    RuntimeClient client(server);

    client.post("/a", "x");
    client.post("/b", "y");

    QCOMPARE(client.receive().body, QByteArray("collected"));
    QCOMPARE(client.receive().body, QByteArray("taken y"));
}

void tst_EnvironmentServer::adoptedConnectionsAreServed()
{
    EnvironmentServer server;
    server.route("/a", saying("a"));
    std::array<int, 2> ends{};
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
    server.adoptConnection(ends[0]);
    QTcpSocket inherited;
    inherited.setSocketDescriptor(ends[1]);

    inherited.write("GET /a HTTP/1.1\r\n\r\n");

    QByteArray received;
    QTRY_VERIFY((received += inherited.readAll()).endsWith("\r\n\r\na"));
}

void tst_EnvironmentServer::connectionsCanBeClosed()
{
    EnvironmentServer server;
    HttpReply parked;
    server.route("/a", [&parked](const HttpRequest &, const HttpReply &reply) { parked = reply; });
    QVERIFY(server.listenOnLoopback());
    RuntimeClient client(server);
    client.get("/a");
    QTRY_VERIFY(parked.isPending());

    server.closeConnections();

    QVERIFY(!parked.isPending());
    QTRY_VERIFY(!client.isConnected());
    client.connect();
    client.get("/a");
    QTRY_VERIFY(parked.isPending());
}

void tst_EnvironmentServer::handlerMayDeleteTheServer()
{
    auto server = std::make_unique<EnvironmentServer>();
    QByteArray seen;
    server->route("/a", [&server, &seen](const HttpRequest &request, const HttpReply &) {
        server.reset();
        seen = request.target;
    });
    QVERIFY(server->listenOnLoopback());
    RuntimeClient client(*server);

    client.get("/a/b");

    QTRY_VERIFY(!client.isConnected());
    QCOMPARE(seen, QByteArray("/a/b"));
}

#include "tst_environmentserver.moc"
