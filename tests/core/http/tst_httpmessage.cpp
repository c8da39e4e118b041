// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpmessage.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_HttpMessage : public QObject
{
    Q_OBJECT

private slots:
    void findsHeaders();
    void writesResponseHeads_data();
    void writesResponseHeads();
};

COLDFRAME_TEST(tst_HttpMessage);

void tst_HttpMessage::findsHeaders()
{
    const HttpHeaders headers{{"Accept", "a"}, {"accept", "b"}, {"X-Empty", ""}};

    QCOMPARE(headerValue(headers, "ACCEPT").toByteArray(), QByteArray("a"));
    QVERIFY(headerValue(headers, "X-Missing").isNull());
    QVERIFY(headerValue(headers, "Accep").isNull());
    QVERIFY(!headerValue(headers, "x-empty").isNull());
    QVERIFY(headerValue(headers, "x-empty").isEmpty());
}

void tst_HttpMessage::writesResponseHeads_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("headerValue");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<QByteArray>("head");

    QTest::newRow("a body has its length")
        << 200 << QByteArray("1") << QByteArray("12345") << true
        << QByteArray("HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 5\r\n\r\n");
    QTest::newRow("an empty body has one as well")
        << 202 << QByteArray("1") << QByteArray() << true
        << QByteArray("HTTP/1.1 202 Accepted\r\nX-A: 1\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("no content has no length")
        << 204 << QByteArray("1") << QByteArray() << true
        << QByteArray("HTTP/1.1 204 No Content\r\nX-A: 1\r\n\r\n");
    QTest::newRow("the last answer says so")
        << 403 << QByteArray("1") << QByteArray() << false
        << QByteArray("HTTP/1.1 403 Forbidden\r\nX-A: 1\r\nContent-Length: 0\r\n"
                      "Connection: close\r\n\r\n");
    QTest::newRow("a value can't add a header")
        << 200 << QByteArray("1\r\nX-B: 2\n\0", 11) << QByteArray() << true
        << QByteArray("HTTP/1.1 200 OK\r\nX-A: 1  X-B: 2  \r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("a status without a phrase of ours is still well-formed")
        << 418 << QByteArray("1") << QByteArray() << true
        << QByteArray("HTTP/1.1 418 Other\r\nX-A: 1\r\nContent-Length: 0\r\n\r\n");
}

void tst_HttpMessage::writesResponseHeads()
{
    QFETCH(int, status);
    QFETCH(QByteArray, headerValue);
    QFETCH(QByteArray, body);
    QFETCH(bool, keepAlive);
    QFETCH(QByteArray, head);

    const HttpResponse response{status, {{"X-A", headerValue}}, body};

    QCOMPARE(responseHead(response, keepAlive), head);
}

#include "tst_httpmessage.moc"
