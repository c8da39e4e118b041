// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/responsetext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_ResponseText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void statusCodes_data();
    void statusCodes();
    void bodies_data();
    void bodies();
    void aLargeResponseIsCut();
    void aLongLineIsCut();
    void laterGivesTheSame();
};

void tst_ResponseText::forms_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<QString>("formatted");

    QTest::newRow("an object is indented") << QByteArray(R"({"b":1,"a":[2]})") << true
                                           << u"{\n  \"b\": 1,\n  \"a\": [\n    2\n  ]\n}"_qs;
    QTest::newRow("a text") << QByteArray(R"("done")") << true << u"\"done\""_qs;
    QTest::newRow("null") << QByteArray("null") << true << u"null"_qs;
    QTest::newRow("what is not JSON stays") << QByteArray("<html>") << false << u"<html>"_qs;
    QTest::newRow("nothing") << QByteArray() << false << QString();
}

void tst_ResponseText::forms()
{
    QFETCH(QByteArray, response);
    QFETCH(bool, isJson);
    QFETCH(QString, formatted);

    const ResponseText text = readResponse(response);

    QCOMPARE(text.isJson, isJson);
    QCOMPARE(text.formatted, formatted);
    QCOMPARE(text.raw, QString::fromUtf8(response));
    QVERIFY(!text.isCut);
}

void tst_ResponseText::statusCodes_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<int>("code");

    QTest::newRow("of an answer") << QByteArray(R"({"statusCode":404})") << 404;
    QTest::newRow("a text is none") << QByteArray(R"({"statusCode":"404"})") << 0;
    QTest::newRow("a number out of range is none") << QByteArray(R"({"statusCode":1000})") << 0;
    QTest::newRow("deeper ones do not count") << QByteArray(R"({"a":{"statusCode":200}})") << 0;
    QTest::newRow("no object") << QByteArray("[200]") << 0;
}

void tst_ResponseText::statusCodes()
{
    QFETCH(QByteArray, response);
    QFETCH(int, code);

    QCOMPARE(readResponse(response).statusCode.value_or(0), code);
}

void tst_ResponseText::bodies_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("body");

    QTest::newRow("text") << QByteArray(R"({"statusCode":200,"body":"hello"})") << u"hello"_qs;
    QTest::newRow("JSON is indented")
        << QByteArray(R"({"statusCode":200,"body":"{\"a\":1}"})") << u"{\n  \"a\": 1\n}"_qs;
    QTest::newRow("base64 is decoded")
        << QByteArray(R"({"statusCode":200,"body":"aGk=","isBase64Encoded":true})") << u"hi"_qs;
    QTest::newRow("without a status it is no answer") << QByteArray(R"({"body":"x"})") << QString();
    QTest::newRow("an object is no body")
        << QByteArray(R"({"statusCode":200,"body":{}})") << QString();
}

void tst_ResponseText::bodies()
{
    QFETCH(QByteArray, response);
    QFETCH(QString, body);

    QCOMPARE(readResponse(response).body.value_or(QString()), body);
}

void tst_ResponseText::aLargeResponseIsCut()
{
    QByteArray response("[");
    for (int i = 0; i < 400'000; ++i)
        response += "1,";
    response += "1]";

    const ResponseText text = readResponse(response);

    QVERIFY(text.isCut);
    QVERIFY(text.isJson);
    QVERIFY(text.formatted.size() <= LongestShownText);
}

void tst_ResponseText::aLongLineIsCut()
{
    const ResponseText text = readResponse('"' + QByteArray(200'000, 'x') + '"');

    QVERIFY(text.isCut);
    QCOMPARE(text.raw.size(), LongestShownLine + 1);
}

void tst_ResponseText::laterGivesTheSame()
{
    const QByteArray response(R"({"statusCode":200,"body":"x"})");
    QObject context;
    ResponseText text;

    whenDone(readResponseLater(response), &context,
             [&text](const Result<ResponseText> &answer) { text = answer.value(); });

    QTRY_COMPARE(text, readResponse(response));
}

COLDFRAME_TEST(tst_ResponseText);

#include "tst_responsetext.moc"
