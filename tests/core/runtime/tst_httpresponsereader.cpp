// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/httpresponsereader.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_HttpResponseReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void answersUntilTheEnd_data();
    void answersUntilTheEnd();
    void noAnswers_data();
    void noAnswers();
};

namespace {

using ReaderProgress = HttpResponseReader::Progress;

} // namespace

void tst_HttpResponseReader::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("keepAlive");

    QTest::newRow("no body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n") << 200
                             << true;
    QTest::newRow("a body") << QByteArray("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n12\r\n3")
                            << 200 << true;
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << true;
    QTest::newRow("no reason") << QByteArray("HTTP/1.1 500\r\nContent-Length: 0\r\n\r\n") << 500
                               << true;
    QTest::newRow("the server wants to close")
        << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx") << 200
        << false;
    QTest::newRow("HTTP/1.0 closes")
        << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx") << 200 << false;
    QTest::newRow("HTTP/1.0 that keeps")
        << QByteArray("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 1\r\n\r\nx")
        << 200 << true;
    QTest::newRow("continue first")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\n"
                      "Content-Length: 2\r\n\r\nok")
        << 202 << true;
    QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                          "5;a=b\r\n\r\n0\r\n\r\na\r\n0123456789\r\n0\r\n"
                                          "Sum: 1\r\n\r\n")
                            << 200 << true;
    QTest::newRow("bare line feeds")
        << QByteArray("HTTP/1.1 200 OK\nContent-Length: 2\n\nok") << 200 << true;
    QTest::newRow("no end is told") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << 200 << false;
}

void tst_HttpResponseReader::answers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    QFETCH(const bool, keepAlive);

    for (const qsizetype size : {bytes.size(), qsizetype(1), qsizetype(3)}) {
        HttpResponseReader reader;
        for (qsizetype at = 0; at < bytes.size(); at += size) {
            const bool isLast = at + size >= bytes.size();
            QCOMPARE(reader.feed(QByteArrayView(bytes).sliced(at, qMin(size, bytes.size() - at))),
                     isLast ? ReaderProgress::Complete : ReaderProgress::Reading);
        }
        QCOMPARE(reader.status(), status);
        QCOMPARE(reader.keepAlive(), keepAlive);
    }
}

void tst_HttpResponseReader::answersUntilTheEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isWhole");

    QTest::newRow("a body to the end")
        << QByteArray("HTTP/1.0 200 OK\r\nServer: a\r\n\r\nsome") << true;
    QTest::newRow("no body") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\n") << false;
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                                 << false;
}

void tst_HttpResponseReader::answersUntilTheEnd()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, isWhole);
    HttpResponseReader reader;
    QCOMPARE(reader.feed(bytes), ReaderProgress::Reading);

    QCOMPARE(reader.end(), isWhole ? ReaderProgress::Complete : ReaderProgress::Malformed);
    QVERIFY(!reader.keepAlive());
}

void tst_HttpResponseReader::noAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("another protocol") << QByteArray("220 mail.example ready\r\n");
    QTest::newRow("HTTP/2") << QByteArray("HTTP/2 200\r\n\r\n");
    QTest::newRow("no number") << QByteArray("HTTP/1.1 OK? really\r\n\r\n");
    QTest::newRow("no chunk size") << QByteArray("HTTP/1.1 200 OK\r\n"
                                                 "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
    QTest::newRow("a chunk that is too long")
        << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n");
    QTest::newRow("an endless line") << QByteArray(70'000, 'a');
    QTest::newRow("an endless head")
        << "HTTP/1.1 200 OK\r\n" + QByteArray("A: b\r\n").repeated(20'000);
}

void tst_HttpResponseReader::noAnswers()
{
    QFETCH(const QByteArray, bytes);
    HttpResponseReader reader;

    QCOMPARE(reader.feed(bytes), ReaderProgress::Malformed);
    QCOMPARE(reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
             ReaderProgress::Malformed);
}

COLDFRAME_TEST(tst_HttpResponseReader);

#include "tst_httpresponsereader.moc"
