// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"

#include "core/events/jsonvalue.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_Encoding : public QObject
{
    Q_OBJECT

private slots:
    void encodes_data();
    void encodes();
    void refusesTheWrongKind_data();
    void refusesTheWrongKind();
    void bytesGoThroughSteps_data();
    void bytesGoThroughSteps();
    void gzipIsTheSameEveryTime();
    void gzipThatEndsEarlyIsRefused();
    void unsignedBytesAreRead();
    void namesAreUnique();
};

COLDFRAME_TEST(tst_Encoding);

namespace {

EncodingInput inputWith(const QString &argument)
{
    return {argument, 2, [](const QString &) { return OrderedJson("/pets/42/toys/ball"); }};
}

} // namespace

void tst_Encoding::encodes_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoded");

    const auto row = [](const char *tag, const char *step, const char *plain, const char *encoded) {
        QTest::newRow(tag) << QString::fromUtf8(step) << QByteArray(plain) << QByteArray(encoded);
    };
    row("S3 key: blank, plus, slash", "form-url", R"("a b+c/d")", R"("a+b%2Bc/d")");
    row("S3 key: not ASCII", "form-url", R"("ü/😀.txt")", R"("%C3%BC/%F0%9F%98%80.txt")");
    row("URI component", "uri", R"("a b/c")", R"("a%20b%2Fc")");
    row("URI component that keeps slashes", "uri:/", R"("a b/c")", R"("a%20b/c")");
    row("Base64 of UTF-8", "base64", R"("é")", R"("w6k=")");
    row("hex of UTF-8", "hex", R"("é")", R"("c3a9")");
    row("text of hex digits", "from-hex", R"("c3a9")", R"("é")");
    row("bytes of UTF-8", "byte-list", R"("é!")", "[-61,-87,33]");
    row("bytes of nothing", "byte-list", R"("")", "[]");
    row("MD5 of UTF-8", "md5", R"("é")", R"("66ddcd97cfdeabb2f6fb8a999b4bc76f")");
    row("MD5 of nothing", "md5", R"("")", R"("d41d8cd98f00b204e9800998ecf8427e")");
    row("size of UTF-8", "byte-size", R"("é")", "2");
    row("JSON inside a string", "json", R"({"a":"\""})", R"("{\"a\":\"\\\"\"}")");
    row("a document of JSON", "document", R"({"a":1})", R"("{\"a\":1}")");
    row("a document of text", "document", R"("a\"b")", R"("a\"b")");
    row("a number as text", "text", "42", R"("42")");
    row("a boolean as text", "text", "true", R"("true")");
    row("a text stays text", "text", R"("x")", R"("x")");
    row("a number moved", "plus:3", "4", "7");
    row("a number a record", "step:5", "4", "14");
    row("the part before a dot", "first-part:.", R"("a.b.c")", R"("a")");
    row("partition of Europe", "partition", R"("eu-west-1")", R"("aws")");
    row("partition of China", "partition", R"("cn-north-1")", R"("aws-cn")");
    row("partition of GovCloud", "partition", R"("us-gov-west-1")", R"("aws-us-gov")");
    row("hosts in China", "dns-suffix", R"("cn-north-1")", R"("amazonaws.com.cn")");
    row("the name of a region", "region-name", R"("eu-west-1")", "\"EU (Ireland)\"");
    row("a region in the name of a bucket", "without-hyphens", R"("eu-west-1")", R"("euwest1")");
    row("a region without a name", "region-name", R"("xx-new-9")", R"("xx-new-9")");
    row("hosts elsewhere", "dns-suffix", R"("us-gov-west-1")", R"("amazonaws.com")");

    row("ISO with milliseconds", "iso-ms", R"("2024-06-17T14:48:13.007Z")",
        R"("2024-06-17T14:48:13.007Z")");
    row("ISO with seconds", "iso-seconds", R"("2024-06-17T14:48:13.999Z")",
        R"("2024-06-17T14:48:13Z")");
    row("ISO without separators", "iso-basic", R"("2024-06-17T14:48:13.007Z")",
        R"("20240617T144813Z")");
    row("ISO with an offset", "iso-offset", R"("2024-06-17T14:48:13.007Z")",
        R"("2024-06-17T14:48:13.007+0000")");
    row("seconds since 1970", "epoch-seconds", R"("2024-06-17T14:48:13.999Z")", "1718635693");
    row("seconds with a fraction", "epoch-seconds-fraction", R"("2024-06-17T14:48:13.250Z")",
        "1718635693.25");
    row("milliseconds since 1970", "epoch-ms", R"("2024-06-17T14:48:13.007Z")", "1718635693007");
    row("microseconds since 1970", "epoch-us", R"("2024-06-17T14:48:13.007Z")", "1718635693007000");
    row("as API Gateway writes it", "api-gateway-time", R"("2024-06-17T14:48:13.007Z")",
        R"("17/Jun/2024:14:48:13 +0000")");
    row("shifted", "shift-ms:-13007", R"("2024-06-17T14:48:13.007Z")",
        R"("2024-06-17T14:48:00.000Z")");
    row("a step a record", "step-ms:500", R"("2024-06-17T14:48:13.007Z")",
        R"("2024-06-17T14:48:14.007Z")");

    row("the last value of each name", "last-values", R"({"a":["1","2"],"b":["3"]})",
        R"({"a":"2","b":"3"})");
    row("values joined", "joined-values", R"({"a":["1","2"],"b":["3"]})", R"({"a":"1,2","b":"3"})");
    row("a query string", "query-string", R"({"a b":["1&2","ü"],"c":[""]})",
        R"("a%20b=1%262&a%20b=%C3%BC&c=")");
    row("no query", "query-string", "{}", R"("")");
    row("a map percent-encoded", "uri-names-and-values", R"({"a b":["x y"],"c":"d/e"})",
        R"({"a%20b":["x%20y"],"c":"d%2Fe"})");
    row("names in lower case", "lower-names", R"({"Accept":"A"})", R"({"accept":"A"})");
    row("a list joined", "join:; ", R"(["a=1","b=2"])", R"("a=1; b=2")");
    row("an empty list joined", "join:; ", "[]", R"("")");
    row("how many", "count", R"(["a","b"])", "2");
    row("the route of a path", "route-for:path", R"("/pets/{id}/{rest+}")",
        R"("/pets/{id}/{rest+}")");
    row("a path that has no route is its own", "route-for:path", R"("/cats/{id}")",
        R"("/pets/42/toys/ball")");
    row("what a path has in its places", "path-values:path", R"("/pets/{id}/{rest+}")",
        R"({"id":"42","rest":"toys/ball"})");
    row("a greedy place has no leading slash", "path-values:path", R"("/{proxy+}")",
        R"({"proxy":"pets/42/toys/ball"})");
    row("a plain place has no slash at all", "path-values:path", R"("/pets/{id}")", "{}");

    row("attribute values", "dynamodb",
        R"({"s":"x","n":42,"d":0.5,"b":false,"z":null,"l":[1,"a"],"m":{"k":"v"},"e":{},"f":[]})",
        R"({"s":{"S":"x"},"n":{"N":"42"},"d":{"N":"0.5"},"b":{"BOOL":false},"z":{"NULL":true},)"
        R"("l":{"L":[{"N":"1"},{"S":"a"}]},"m":{"M":{"k":{"S":"v"}}},"e":{"M":{}},"f":{"L":[]}})");
    row("sets and binary values are typed by hand", "dynamodb",
        R"({"a":{"SS":["x"]},"b":{"NS":["1"]},"c":{"B":"AQ=="},"d":{"N":"1.50"}})",
        R"({"a":{"SS":["x"]},"b":{"NS":["1"]},"c":{"B":"AQ=="},"d":{"N":"1.50"}})");
    row("an empty set is no set", "dynamodb", R"({"a":{"SS":[]}})",
        R"({"a":{"M":{"SS":{"L":[]}}}})");
    row("size of items", "dynamodb-size", R"({"id":"1001","é":7})", "10");
}

void tst_Encoding::encodes()
{
    QFETCH(QString, step);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, encoded);

    const Encoding *encoding = findEncoding(step.section(u':', 0, 0));
    QVERIFY(encoding);
    const EncodingInput input = inputWith(step.section(u':', 1));
    const auto value = encoding->encode(OrderedJson::parse(plain.toStdString()), input);
    QVERIFY(value);
    QCOMPARE(writeJson(*value, JsonLayout::Compact), encoded);

    // Reading back and encoding again ends at the same place, whatever was lost on the way.
    if (!encoding->decode)
        return;
    const auto back = encoding->decode(*value, input);
    QVERIFY(back);
    const auto again = encoding->encode(*back, input);
    QVERIFY(again);
    QCOMPARE(writeJson(*again, JsonLayout::Compact), encoded);
}

void tst_Encoding::refusesTheWrongKind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("forward");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("an epoch of no time") << u"epoch-ms"_qs << true << QByteArray(R"("soon")");
    QTest::newRow("an epoch that is no number") << u"epoch-ms"_qs << false << QByteArray(R"("x")");
    QTest::newRow("an epoch before 1970") << u"epoch-ms"_qs << false << QByteArray("-5");
    QTest::newRow("an epoch after all time") << u"epoch-ms"_qs << false << QByteArray("1e300");
    QTest::newRow("Base64 that is none") << u"base64"_qs << false << QByteArray(R"("***")");
    QTest::newRow("Base64 of a number") << u"base64"_qs << true << QByteArray("7");
    QTest::newRow("hex digits that are none") << u"from-hex"_qs << true << QByteArray(R"("0g")");
    QTest::newRow("half a byte in hex") << u"from-hex"_qs << true << QByteArray(R"("abc")");
    QTest::newRow("a list of numbers that are no bytes")
        << u"byte-list"_qs << false << QByteArray("[1,256]");
    QTest::newRow("a list of no numbers") << u"byte-list"_qs << false << QByteArray(R"(["1"])");
    QTest::newRow("gzip that is none") << u"gzip"_qs << false << QByteArray(R"("plain")");
    QTest::newRow("a query of no map") << u"query-string"_qs << true << QByteArray("7");
    QTest::newRow("attributes of no map") << u"dynamodb"_qs << true << QByteArray("[1]");
    QTest::newRow("an attribute with two types")
        << u"dynamodb"_qs << false << QByteArray(R"({"a":{"S":"x","N":"1"}})");
    QTest::newRow("a number attribute that is a number")
        << u"dynamodb"_qs << false << QByteArray(R"({"a":{"N":1}})");
    QTest::newRow("an API Gateway time in another zone")
        << u"api-gateway-time"_qs << false << QByteArray(R"("17/Jun/2024:14:48:13 +0200")");
}

void tst_Encoding::refusesTheWrongKind()
{
    QFETCH(QString, name);
    QFETCH(bool, forward);
    QFETCH(QByteArray, value);

    const Encoding *encoding = findEncoding(name);
    QVERIFY(encoding);
    const auto json = OrderedJson::parse(value.toStdString());
    QVERIFY(!(forward ? encoding->encode : encoding->decode)(json, inputWith({})));
}

void tst_Encoding::bytesGoThroughSteps_data()
{
    QTest::addColumn<QStringList>("steps");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("encoded"); // empty: whatever it is, it comes back

    QTest::newRow("JSON in gzip in Base64") << QStringList{u"json"_qs, u"gzip"_qs, u"base64"_qs}
                                            << QByteArray(R"({"a":["é"]})") << QByteArray();
    QTest::newRow("text in gzip in hex")
        << QStringList{u"gzip"_qs, u"hex"_qs} << QByteArray(R"("naïve 😀")") << QByteArray();
    QTest::newRow("nothing in gzip")
        << QStringList{u"gzip"_qs, u"base64"_qs} << QByteArray(R"("")") << QByteArray();
    QTest::newRow("hex digits in Base64") << QStringList{u"from-hex"_qs, u"base64"_qs}
                                          << QByteArray(R"("00ff80")") << QByteArray(R"("AP+A")");
    QTest::newRow("hex digits as bytes") << QStringList{u"from-hex"_qs, u"byte-list"_qs}
                                         << QByteArray(R"("00ff80")") << QByteArray("[0,-1,-128]");
    QTest::newRow("digest of bytes that are no text")
        << QStringList{u"from-hex"_qs, u"md5"_qs} << QByteArray(R"("ff")")
        << QByteArray(R"("00594fd4f42ba43fc1ca0427a0576295")");
}

void tst_Encoding::bytesGoThroughSteps()
{
    QFETCH(QStringList, steps);
    QFETCH(QByteArray, plain);
    QFETCH(QByteArray, encoded);

    auto value = OrderedJson::parse(plain.toStdString());
    bool comesBack = true;
    for (const QString &step : steps) {
        const auto next = findEncoding(step)->encode(value, inputWith({}));
        QVERIFY2(next, qPrintable(step));
        value = *next;
        comesBack = comesBack && findEncoding(step)->decode;
    }
    if (!encoded.isEmpty())
        QCOMPARE(writeJson(value, JsonLayout::Compact), encoded);
    for (qsizetype i = steps.size() - 1; comesBack && i >= 0; --i) {
        const auto back = findEncoding(steps.at(i))->decode(value, inputWith({}));
        QVERIFY2(back, qPrintable(steps.at(i)));
        value = *back;
    }
    if (comesBack)
        QCOMPARE(writeJson(value, JsonLayout::Compact), plain);
}

void tst_Encoding::gzipIsTheSameEveryTime()
{
    const OrderedJson plain = jsonString(u"log "_qs.repeated(1000));
    const auto packed = findEncoding(u"gzip"_qs)->encode(plain, inputWith({}));
    QVERIFY(packed && packed->is_binary());
    const auto hex = findEncoding(u"hex"_qs)->encode(*packed, inputWith({}));
    // Magic, deflate, no flags, no time, no hint, and file system 0.
    QVERIFY(stringOf(*hex).startsWith(u"1f8b0800000000000000"_qs));
    QVERIFY(packed->get_binary().size() < 100);
    QVERIFY(*findEncoding(u"gzip"_qs)->encode(plain, inputWith({})) == *packed);
}

void tst_Encoding::gzipThatEndsEarlyIsRefused()
{
    auto packed = *findEncoding(u"gzip"_qs)->encode(OrderedJson("text"), inputWith({}));
    packed.get_binary().pop_back();
    QVERIFY(!findEncoding(u"gzip"_qs)->decode(packed, inputWith({})));
}

void tst_Encoding::unsignedBytesAreRead()
{
    const auto text
        = findEncoding(u"byte-list"_qs)->decode(OrderedJson::parse("[195,169]"), inputWith({}));
    QVERIFY(text && stringOf(*text) == u"é"_qs);
}

void tst_Encoding::namesAreUnique()
{
    QStringList names = encodingNames();
    QVERIFY(names.size() > 20);
    QCOMPARE(names.removeDuplicates(), 0);
}

#include "tst_encoding.moc"
