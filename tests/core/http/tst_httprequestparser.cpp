// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httprequestparser.h"

#include "tests/core/http/parsedrequests.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using coldframe::test::feed;

class tst_HttpRequestParser : public QObject
{
    Q_OBJECT

private slots:
    void readsStreams_data();
    void readsStreams();
    void resultDoesNotDependOnHowBytesArrive_data() { readsStreams_data(); }
    void resultDoesNotDependOnHowBytesArrive();
    void headerLimitCountsEveryByte();
    void trailersHaveALimit();
    void chunkSizeLineHasALimit();
    void tellsOnceThatTheClientWaits_data();
    void tellsOnceThatTheClientWaits();
    void bodyOverTheCapIsNotKept();
    void failureIsFinal();
    void headIsToldBeforeTheBody();
    void bodiesArePassedOn_data();
    void bodiesArePassedOn();
    void passedOnBodyHasNoCap();
    void onlyTheRequestAtHandIsPassedOn();
    void knowsThatABodyIsIncomplete_data();
    void knowsThatABodyIsIncomplete();
    void incompleteRequestCanBeTaken();
    void requestWaitsUntilItIsTaken();
};

COLDFRAME_TEST(tst_HttpRequestParser);

namespace {

constexpr HttpRequestParser::Limits SmallLimits{.bodyBytes = 8, .headerBytes = 200};

QByteArray describeHeaders(const HttpHeaders &headers)
{
    QByteArray text;
    for (const HttpHeader &header : headers)
        text += " " + header.name + "=" + header.value + ";";
    return text;
}

/// "POST /x 1.1 A=b; 'body' trailers: C=d; (close) (too large: 9)"
QByteArray describe(const HttpRequest &request)
{
    QByteArray text = request.method + ' ' + request.target + " 1."
        + QByteArray::number(request.minorVersion) + describeHeaders(request.headers) + " '"
        + request.body + "'";
    if (!request.trailers.empty())
        text += " trailers:" + describeHeaders(request.trailers);
    if (!request.keepAlive)
        text += " (close)";
    if (request.bodyTooLarge)
        text += " (too large: " + QByteArray::number(request.bodyBytes) + ')';
    else if (request.bodyBytes != request.body.size())
        text += " (bytes not counted)";
    return text;
}

/// All requests of a stream and "failed: <status>" behind them where the parser gave up.
QByteArrayList outcomeOf(const QByteArrayList &pieces)
{
    HttpRequestParser parser(SmallLimits);
    QByteArrayList outcome;
    for (const QByteArray &piece : pieces) {
        for (const HttpRequest &request : feed(parser, piece))
            outcome.append(describe(request));
    }
    if (parser.failureStatus())
        outcome.append("failed: " + QByteArray::number(*parser.failureStatus()));
    return outcome;
}

QByteArrayList singleBytes(const QByteArray &bytes)
{
    QByteArrayList pieces;
    for (const char byte : bytes)
        pieces.append(QByteArray(1, byte));
    return pieces;
}

void readableStreams()
{
    const auto row = [](const char *name, const QByteArray &stream, const QByteArrayList &outcome) {
        QTest::newRow(name) << stream << outcome;
    };
    row("nothing", "", {});
    row("no body", "GET /a?b=c HTTP/1.1\r\n\r\n", {"GET /a?b=c 1.1 ''"});
    row("an incomplete head is no request", "GET / HTTP/1.1\r\nHost: a\r\n", {});
    row("an incomplete body is no request", "PUT / HTTP/1.1\r\nContent-Length: 3\r\n\r\n12", {});
    row("blanks around values don't belong to them",
        "GET / HTTP/1.1\r\nA: \t b c \t\r\nD:e\r\nF:\r\n\r\n", {"GET / 1.1 A=b c; D=e; F=; ''"});
    row("UTF-8 passes", "GET /ä HTTP/1.1\r\nA: ö\r\n\r\n", {"GET /ä 1.1 A=ö; ''"});
    row("a body with its length", "POST / HTTP/1.1\r\ncontent-length: 3\r\n\r\nabc",
        {"POST / 1.1 content-length=3; 'abc'"});
    row("the same length twice",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
        {"POST / 1.1 Content-Length=1; Content-Length=1; 'a'"});
    row("a length of zero", "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        {"POST / 1.1 Content-Length=0; ''", "GET / 1.1 ''"});
    row("pipelined requests",
        "POST /1 HTTP/1.1\r\nContent-Length: 2\r\n\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 "
        "HTTP/1.1\r\n\r\n",
        {"POST /1 1.1 Content-Length=2; '\r\n'", "GET /2 1.1 ''", "GET /3 1.1 ''"});
    row("empty lines before a request", "\r\n\r\nGET / HTTP/1.1\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        {"GET / 1.1 ''", "GET / 1.1 ''"});
    row("a chunked body",
        "POST / HTTP/1.1\r\nTransfer-Encoding: "
        "Chunked\r\n\r\n2\r\nab\r\n03;x=y\r\ncd\n\r\n0\r\n\r\n",
        {"POST / 1.1 Transfer-Encoding=Chunked; 'abcd\n'"});
    row("hexadecimal chunk sizes in either case",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0000A\r\n0123456789\r\nb "
        "\r\n01234567890"
        "\r\n000\r\n\r\n",
        {"POST / 1.1 Transfer-Encoding=chunked; '' (too large: 21)"});
    row("an empty chunked body", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        {"POST / 1.1 Transfer-Encoding=chunked; ''"});
    row("trailers",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nA: "
        "b\r\nContent-Length: 9"
        "\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        {"POST / 1.1 Transfer-Encoding=chunked; 'a' trailers: A=b; Content-Length=9;",
         "GET / 1.1 ''"});
    row("a body of the cap", "POST / HTTP/1.1\r\nContent-Length: 8\r\n\r\n12345678",
        {"POST / 1.1 Content-Length=8; '12345678'"});
    row("a body over the cap is read and thrown away",
        "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n123456789GET / HTTP/1.1\r\n\r\n",
        {"POST / 1.1 Content-Length=9; '' (too large: 9)", "GET / 1.1 ''"});
    row("chunks over the cap are read and thrown away",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n12345678\r\n1\r\n9\r\n0\r\n\r\n"
        "GET / HTTP/1.1\r\n\r\n",
        {"POST / 1.1 Transfer-Encoding=chunked; '' (too large: 9)", "GET / 1.1 ''"});
    row("connection close", "GET / HTTP/1.1\r\nConnection: a , Close\r\n\r\n",
        {"GET / 1.1 Connection=a , Close; '' (close)"});
    row("connection keep-alive", "GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n",
        {"GET / 1.1 Connection=keep-alive; ''"});
    row("HTTP/1.0 ends the connection", "GET / HTTP/1.0\r\n\r\n", {"GET / 1.0 '' (close)"});
}

void malformedStreams()
{
    const auto row = [](const char *name, const QByteArray &stream, int status) {
        QTest::newRow(name) << stream << QByteArrayList{"failed: " + QByteArray::number(status)};
    };
    row("a request line without a target", "GET HTTP/1.1\r\n\r\n", 400);
    row("an empty target", "GET  HTTP/1.1\r\n\r\n", 400);
    row("a target with a blank", "GET /a b HTTP/1.1\r\n\r\n", 400);
    row("a target with a control character", "GET /\x01 HTTP/1.1\r\n\r\n", 400);
    row("a method that is no token", "G(T / HTTP/1.1\r\n\r\n", 400);
    row("no method", " / HTTP/1.1\r\n\r\n", 400);
    row("another protocol", "GET / SIP/2.0\r\n\r\n", 400);
    row("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("bytes of TLS", QByteArray("\x16\x03\x01\x02\x00\x01\n", 7), 400);
    row("a line that ends with a newline only", "GET / HTTP/1.1\n\n", 400);
    row("a return inside a line", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n", 400);
    row("a header without a colon", "GET / HTTP/1.1\r\nA\r\n\r\n", 400);
    row("a header without a name", "GET / HTTP/1.1\r\n: a\r\n\r\n", 400);
    row("a blank before the colon", "GET / HTTP/1.1\r\nA : b\r\n\r\n", 400);
    row("a folded header", "GET / HTTP/1.1\r\nA: b\r\n c: d\r\n\r\n", 400);
    row("a zero byte in a header", QByteArray("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 23), 400);
    row("a length that is negative", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
    row("a length with a sign", "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", 400);
    row("a length with more than digits", "GET / HTTP/1.1\r\nContent-Length: 1a\r\n\r\n", 400);
    row("an empty length", "GET / HTTP/1.1\r\nContent-Length:\r\n\r\n", 400);
    row("a list of lengths", "GET / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n", 400);
    row("two lengths", "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400);
    row("a length beyond 64 bits", "GET / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        400);
    row("length and chunks",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("chunks and length",
        "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400);
    row("chunked twice",
        "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("another coding", "GET / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501);
    row("chunks in HTTP/1.0", "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    row("another expectation", "GET / HTTP/1.1\r\nExpect: more\r\n\r\n", 417);

    const QByteArray chunked = "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("a chunk size with a prefix", chunked + "0x1\r\n", 400);
    row("a chunk size that is negative", chunked + "-1\r\n", 400);
    row("no chunk size", chunked + "\r\n", 400);
    row("only an extension", chunked + ";a=b\r\n", 400);
    row("a control character in an extension", chunked + "1;\x01\r\n", 400);
    row("a chunk size beyond 64 bits", chunked + "10000000000000000\r\n", 400);
    row("chunk sizes whose sum is beyond 64 bits", chunked + "1\r\na\r\n1000000000000000\r\n", 400);
    row("a chunk longer than its size", chunked + "1\r\nab\r\n", 400);
    row("a malformed trailer", chunked + "0\r\nA\r\n\r\n", 400);
    row("a head over the limit",
        "GET / HTTP/1.1\r\nA: " + QByteArray(100, 'a') + "\r\nB: " + QByteArray(100, 'b')
            + "\r\n\r\n",
        431);
    row("a line without an end", QByteArray(201, 'a'), 431);
}

} // namespace

void tst_HttpRequestParser::readsStreams_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArrayList>("outcome");

    readableStreams();
    malformedStreams();
    QTest::newRow("requests before a malformed one are read")
        << QByteArray("GET /1 HTTP/1.1\r\n\r\n?\r\nGET /2 HTTP/1.1\r\n\r\n")
        << QByteArrayList{"GET /1 1.1 ''", "failed: 400"};
}

void tst_HttpRequestParser::readsStreams()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, outcome);

    QCOMPARE(outcomeOf({stream}), outcome);
}

void tst_HttpRequestParser::resultDoesNotDependOnHowBytesArrive()
{
    QFETCH(QByteArray, stream);
    QFETCH(QByteArrayList, outcome);

    for (qsizetype at = 0; at <= stream.size(); ++at)
        QCOMPARE(outcomeOf({stream.first(at), stream.sliced(at)}), outcome);
    QCOMPARE(outcomeOf(singleBytes(stream)), outcome);
}

void tst_HttpRequestParser::headerLimitCountsEveryByte()
{
    const QByteArray begin = "GET / HTTP/1.1\r\nA: ";
    const QByteArray end = "\r\n\r\n";
    const auto sized = [&](qint64 bytes) {
        return begin + QByteArray(bytes - begin.size() - end.size(), 'a') + end;
    };
    HttpRequestParser parser(SmallLimits);

    QCOMPARE(feed(parser, sized(SmallLimits.headerBytes)).size(), 1U);
    QCOMPARE(feed(parser, sized(SmallLimits.headerBytes)).size(), 1U); // each request anew
    QCOMPARE(parser.failureStatus(), std::nullopt);
    QVERIFY(feed(parser, sized(SmallLimits.headerBytes + 1)).empty());
    QCOMPARE(parser.failureStatus(), std::optional(431));
}

void tst_HttpRequestParser::trailersHaveALimit()
{
    HttpRequestParser parser(SmallLimits);
    feed(parser, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n");
    for (int i = 0; i < 50; ++i) {
        QVERIFY(feed(parser, "A: b\r\n").empty());
        QCOMPARE(parser.failureStatus().has_value(), (i + 1) * 6 > SmallLimits.headerBytes);
    }
    QCOMPARE(parser.failureStatus(), std::optional(431));
}

void tst_HttpRequestParser::chunkSizeLineHasALimit()
{
    HttpRequestParser parser({.bodyBytes = 8, .headerBytes = 1'000'000});
    feed(parser, "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    feed(parser, QByteArray(5000, 'a'));
    QCOMPARE(parser.failureStatus(), std::optional(400));
}

void tst_HttpRequestParser::tellsOnceThatTheClientWaits_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("waits");

    QTest::newRow("with a length")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-Continue\r\n\r\n")
        << true;
    QTest::newRow("with chunks") << QByteArray(
        "POST / HTTP/1.1\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n")
                                 << true;
    QTest::newRow("over the cap") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 99\r\nExpect: 100-continue\r\n\r\n")
                                  << true;
    QTest::newRow("not before the head is complete")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n") << false;
    QTest::newRow("not without expecting it")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n") << false;
    QTest::newRow("not without a body")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n")
        << false;
    QTest::newRow("not in HTTP/1.0")
        << QByteArray("POST / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n")
        << false;
    QTest::newRow("not when the body is there already")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\na")
        << false;
    QTest::newRow("not for the request after it")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\na"
                      "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\n")
        << false;
}

void tst_HttpRequestParser::tellsOnceThatTheClientWaits()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, waits);
    HttpRequestParser parser(SmallLimits);

    feed(parser, head);

    QCOMPARE(parser.takeContinueExpected(), waits);
    QVERIFY(!parser.takeContinueExpected());
    QCOMPARE(parser.failureStatus(), std::nullopt);
}

void tst_HttpRequestParser::bodyOverTheCapIsNotKept()
{
    const qint64 size = qint64(5) * 1024 * 1024 * 1024; // more than a test may use
    HttpRequestParser parser(SmallLimits);
    feed(parser, "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n");
    const QByteArray piece(256 * 1024 * 1024, '\0');
    for (qint64 sent = piece.size(); sent < size; sent += piece.size())
        QVERIFY(feed(parser, piece).empty());

    const auto requests = feed(parser, piece);

    QCOMPARE(requests.size(), 1U);
    QVERIFY(requests.front().bodyTooLarge);
    QCOMPARE(requests.front().bodyBytes, size);
    QVERIFY(requests.front().body.isEmpty());
}

void tst_HttpRequestParser::failureIsFinal()
{
    HttpRequestParser parser(SmallLimits);
    feed(parser, "?\r\n");

    QVERIFY(feed(parser, "GET / HTTP/1.1\r\n\r\n").empty());
    QVERIFY(feed(parser, QByteArray(1000, 'a')).empty());
    QCOMPARE(parser.failureStatus(), std::optional(400));
}

void tst_HttpRequestParser::headIsToldBeforeTheBody()
{
    HttpRequestParser parser(SmallLimits);
    const QByteArray stream = "POST /a HTTP/1.1\r\nContent-Length: 2\r\nX-Y: z\r\n\r\nab";
    QByteArrayView bytes = stream;

    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Head);

    QCOMPARE(bytes.toByteArray(), QByteArray("ab"));
    QCOMPARE(parser.request().target, QByteArray("/a"));
    QCOMPARE(headerValue(parser.request().headers, "x-y").toByteArray(), QByteArray("z"));
    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Request);
    QCOMPARE(parser.takeRequest().body, QByteArray("ab"));
}

void tst_HttpRequestParser::bodiesArePassedOn_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<HttpHeaders>("trailers");

    QTest::newRow("with a length")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab\r\nc")
        << QByteArray("ab\r\nc") << HttpHeaders();
    QTest::newRow("in chunks with trailers")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x\r\nc\r\n"
                      "0\r\nA: b\r\n\r\n")
        << QByteArray("abc") << HttpHeaders{{"A", "b"}};
    QTest::newRow("none") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
                          << QByteArray() << HttpHeaders();
    QTest::newRow("no chunk") << QByteArray(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                              << QByteArray() << HttpHeaders();
}

void tst_HttpRequestParser::bodiesArePassedOn()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const QByteArray, body);
    QFETCH(const HttpHeaders, trailers);

    for (const QByteArrayList &pieces : {QByteArrayList{stream}, singleBytes(stream)}) {
        HttpRequestParser parser(SmallLimits);
        QByteArray passed;
        std::vector<HttpRequest> requests;
        for (const QByteArray &piece : pieces) {
            for (HttpRequest &request : test::feedPassingOn(parser, piece, &passed))
                requests.push_back(std::move(request));
        }

        QCOMPARE(passed, body);
        QCOMPARE(requests.size(), 1U);
        QVERIFY(requests.front().body.isEmpty());
        QCOMPARE(requests.front().bodyBytes, body.size());
        QCOMPARE(requests.front().trailers, trailers);
    }
}

void tst_HttpRequestParser::passedOnBodyHasNoCap()
{
    HttpRequestParser parser(SmallLimits);
    const QByteArray body(100'000, 'a');
    QByteArray passed;

    const auto requests = test::feedPassingOn(
        parser, "POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + body, &passed);

    QCOMPARE(requests.size(), 1U);
    QVERIFY(!requests.front().bodyTooLarge);
    QCOMPARE(passed, body);
}

void tst_HttpRequestParser::onlyTheRequestAtHandIsPassedOn()
{
    HttpRequestParser parser(SmallLimits);
    const QByteArray request = "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab";
    QByteArray passed;
    QCOMPARE(test::feedPassingOn(parser, request, &passed).size(), 1U);

    const auto requests = feed(parser, request);

    QCOMPARE(requests.size(), 1U);
    QCOMPARE(requests.front().body, QByteArray("ab"));
}

void tst_HttpRequestParser::knowsThatABodyIsIncomplete_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("incomplete");

    const QByteArray chunked = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("half a head") << QByteArray("POST / HTTP/1.1\r\nContent-Len") << false;
    QTest::newRow("no byte of a body")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n") << true;
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\na")
                                 << true;
    QTest::newRow("a whole body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nab")
                                  << false;
    QTest::newRow("no chunk yet") << chunked << true;
    QTest::newRow("half a chunk") << chunked + "2\r\na" << true;
    QTest::newRow("between chunks") << chunked + "1\r\na\r\n" << true;
    QTest::newRow("without the last line") << chunked + "0\r\n" << true;
    QTest::newRow("all chunks") << chunked + "0\r\n\r\n" << false;
    QTest::newRow("a malformed chunk") << chunked + "x\r\n" << true;
    QTest::newRow("a malformed head behind it")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\na?\r\n") << false;
}

void tst_HttpRequestParser::knowsThatABodyIsIncomplete()
{
    QFETCH(const QByteArray, stream);
    QFETCH(const bool, incomplete);
    HttpRequestParser parser(SmallLimits);

    feed(parser, stream);

    QCOMPARE(parser.isInBody(), incomplete);
}

void tst_HttpRequestParser::incompleteRequestCanBeTaken()
{
    HttpRequestParser parser(SmallLimits);
    feed(parser, "POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nab");

    const HttpRequest request = parser.takeRequest();

    QCOMPARE(request.target, QByteArray("/a"));
    QCOMPARE(request.body, QByteArray("ab"));
    QCOMPARE(request.bodyBytes, 2);
}

void tst_HttpRequestParser::requestWaitsUntilItIsTaken()
{
    HttpRequestParser parser(SmallLimits);
    const QByteArray stream = "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n";
    QByteArrayView bytes = stream;
    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Head);

    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Request);
    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Request);

    QCOMPARE(parser.takeRequest().target, QByteArray("/1"));
    QVERIFY(parser.read(bytes) == HttpRequestParser::Event::Head);
    QCOMPARE(parser.request().target, QByteArray("/2"));
}

#include "tst_httprequestparser.moc"
