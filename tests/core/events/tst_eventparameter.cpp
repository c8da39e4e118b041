// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventparameter.h"

#include "core/events/eventtemplate.h"
#include "core/events/jsonvalue.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::shippedTemplate;

class tst_EventParameter : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAUserTypes_data();
    void readsWhatAUserTypes();
    void refusesWhatIsNotAccepted_data();
    void refusesWhatIsNotAccepted();
    void textOfEveryDefaultIsReadBack_data();
    void textOfEveryDefaultIsReadBack();
    void unknownNameIsToldTheNearest();
    void unknownNameFarFromAllIsToldAll();
};

COLDFRAME_TEST(tst_EventParameter);

void tst_EventParameter::readsWhatAUserTypes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *tag, QString id, QString name, QString text, QByteArray value) {
        QTest::newRow(tag) << id << name << text << value;
    };
    row("text stays as it is", u"hello"_qs, u"name"_qs, u" \"a\" "_qs, R"(" \"a\" ")");
    row("text that looks like a number stays text", u"hello"_qs, u"name"_qs, u"42"_qs, R"("42")");
    row("an integer", u"sqs"_qs, u"count"_qs, u" 10 "_qs, "10");
    row("a boolean", u"apigw-rest"_qs, u"binary"_qs, u"true"_qs, "true");
    row("a choice", u"dynamodb"_qs, u"event"_qs, u"REMOVE"_qs, R"("REMOVE")");
    row("a query", u"apigw-rest"_qs, u"query"_qs, u"?a=1&b=x+y&a=%C3%A9&c"_qs,
        R"({"a":["1","é"],"b":["x y"],"c":[""]})");
    row("a query where the last value counts", u"alb"_qs, u"query"_qs, u"a=%20b&a=2&c=1"_qs,
        R"({"a":"2","c":"1"})");
    row("a query as JSON, single texts and numbers", u"apigw-rest"_qs, u"query"_qs,
        uR"({"a":"1","b":[2,true]})"_qs, R"({"a":["1"],"b":["2","true"]})");
    row("headers line by line", u"apigw-rest"_qs, u"headers"_qs,
        u"Accept: text/html\nX-Url:http://a/?b=c\nAccept: text/plain"_qs,
        R"({"Accept":["text/html","text/plain"],"X-Url":["http://a/?b=c"]})");
    row("header names of an HTTP API become lower case", u"apigw-http-v2"_qs, u"headers"_qs,
        u"X-Mixed: Case"_qs, R"({"x-mixed":"Case"})");
    row("a map line by line", u"apigw-rest"_qs, u"stageVariables"_qs, u"a=1\nb=2=3"_qs,
        R"({"a":"1","b":"2=3"})");
    row("a list line by line", u"apigw-rest"_qs, u"cookies"_qs, u"a=1\nb=2"_qs, R"(["a=1","b=2"])");
    row("a list as JSON", u"apigw-rest"_qs, u"cookies"_qs, u"[\"a=1\"]"_qs, R"(["a=1"])");
    row("an empty list", u"apigw-rest"_qs, u"cookies"_qs, u""_qs, "[]");
    row("a JSON object", u"dynamodb"_qs, u"keys"_qs, u"{\"id\": 7}"_qs, R"({"id":7})");
    row("a document of JSON", u"sqs"_qs, u"body"_qs, u"{\"a\":1}"_qs, R"({"a":1})");
    row("a document with blanks keeps them as text", u"sqs"_qs, u"body"_qs, u"{ \"a\": 1 }"_qs,
        R"("{ \"a\": 1 }")");
    row("a document that is a number is text", u"sqs"_qs, u"body"_qs, u"42"_qs, R"("42")");
    row("a time", u"s3"_qs, u"time"_qs, u"2024-01-02T03:04:05.678Z"_qs,
        R"("2024-01-02T03:04:05.678Z")");
    row("a time with an offset becomes UTC", u"s3"_qs, u"time"_qs, u"2024-01-02T03:04:05+02:00"_qs,
        R"("2024-01-02T01:04:05.000Z")");
    row("a time to the second loses its fraction", u"eventbridge-schedule"_qs, u"time"_qs,
        u"2024-01-02T03:04:05.678Z"_qs, R"("2024-01-02T03:04:05Z")");
    row("a region", u"s3"_qs, u"region"_qs, u"us-gov-west-1"_qs, R"("us-gov-west-1")");
    row("an account with leading zeros", u"sqs"_qs, u"account"_qs, u"000000000001"_qs,
        R"("000000000001")");
}

void tst_EventParameter::readsWhatAUserTypes()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QByteArray, value);

    const EventTemplate eventTemplate = shippedTemplate(id);
    const auto parameter = findParameter(eventTemplate, name);
    QVERIFY(parameter);
    const auto parsed = parseParameter(**parameter, text);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    QCOMPARE(writeJson(*parsed, JsonLayout::Compact), value);
}

void tst_EventParameter::refusesWhatIsNotAccepted_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("detail");

    const auto row = [](const char *tag, QString id, QString name, QString text, QString detail) {
        QTest::newRow(tag) << id << name << text << detail;
    };
    row("no integer", u"sqs"_qs, u"count"_qs, u"many"_qs, u"count: an integer from 1 to 10000"_qs);
    row("an integer below its range", u"sqs"_qs, u"count"_qs, u"0"_qs,
        u"count: an integer from 1 to 10000"_qs);
    row("an integer above its range", u"sqs"_qs, u"count"_qs, u"10001"_qs,
        u"count: an integer from 1 to 10000"_qs);
    row("a fraction for an integer", u"sqs"_qs, u"count"_qs, u"1.5"_qs,
        u"count: an integer from 1 to 10000"_qs);
    row("a path with a query", u"apigw-http-v2"_qs, u"path"_qs, u"/pets/7?x=1&y"_qs,
        u"path: text: a path that begins with a slash; the query is a parameter by itself"_qs);
    row("no boolean", u"apigw-rest"_qs, u"binary"_qs, u"yes"_qs, u"binary: true or false"_qs);
    row("no such choice", u"dynamodb"_qs, u"event"_qs, u"INSRT"_qs,
        u"event: one of INSERT, MODIFY, REMOVE (nearest: INSERT)"_qs);
    row("a bucket that S3 refuses", u"s3"_qs, u"bucket"_qs, u"My Bucket"_qs,
        u"bucket: text: 3 to 63 lower-case letters, digits, dots and hyphens"_qs);
    row("an empty key", u"s3"_qs, u"key"_qs, u""_qs, u"key: text, a length from 1 to 1024"_qs);
    row("no JSON", u"dynamodb"_qs, u"keys"_qs, u"{id: 7}"_qs, u"keys: a JSON object"_qs);
    row("JSON that is no object", u"dynamodb"_qs, u"keys"_qs, u"[7]"_qs, u"keys: a JSON object"_qs);
    row("a map with a list in it", u"apigw-rest"_qs, u"stageVariables"_qs, u"{\"a\":[1]}"_qs,
        u"stageVariables: a JSON object of texts, or lines name: value"_qs);
    row("a line without a value", u"apigw-rest"_qs, u"headers"_qs, u"Accept"_qs,
        u"headers: a JSON object of lists of texts, or lines name: value"_qs);
    row("a cookie with a semicolon", u"apigw-rest"_qs, u"cookies"_qs, u"a=1; b=2"_qs,
        u"cookies: a JSON list of texts, or a line an entry: name=value without a semicolon"_qs);
    row("a time without a zone", u"s3"_qs, u"time"_qs, u"2024-01-02T03:04:05"_qs,
        u"time: a time like 2024-06-17T14:48:13.000Z"_qs);
    row("a time that does not exist", u"s3"_qs, u"time"_qs, u"2024-13-02T03:04:05Z"_qs,
        u"time: a time like 2024-06-17T14:48:13.000Z"_qs);
    row("no region", u"s3"_qs, u"region"_qs, u"Europe"_qs,
        u"region: a region like eu-central-1"_qs);
    row("an account that is too short", u"sqs"_qs, u"account"_qs, u"123"_qs,
        u"account: an account of 12 digits"_qs);
}

void tst_EventParameter::refusesWhatIsNotAccepted()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, detail);

    const EventTemplate eventTemplate = shippedTemplate(id);
    const auto parameter = findParameter(eventTemplate, name);
    QVERIFY(parameter);
    const auto parsed = parseParameter(**parameter, text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, Error::Code::InvalidParameter);
    QCOMPARE(parsed.error().detail, detail);
}

void tst_EventParameter::textOfEveryDefaultIsReadBack_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : test::shippedTemplateIds())
        QTest::newRow(qPrintable(id)) << id;
}

void tst_EventParameter::textOfEveryDefaultIsReadBack()
{
    QFETCH(QString, id);
    const EventTemplate eventTemplate = shippedTemplate(id);
    for (const EventParameter &parameter : eventTemplate.parameters) {
        const QString text = parameterText(parameter, *parameter.defaultValue);
        const auto parsed = parseParameter(parameter, text);
        QVERIFY2(parsed, qPrintable(parameter.name + u": "_qs + text));
        QCOMPARE(writeJson(*parsed, JsonLayout::Compact),
                 writeJson(*parameter.defaultValue, JsonLayout::Compact));
    }
}

void tst_EventParameter::unknownNameIsToldTheNearest()
{
    ParameterValues values;
    values.set(u"buckt"_qs, "x");
    const auto event = renderEvent(shippedTemplate(u"s3"_qs), values);
    QVERIFY(!event);
    QCOMPARE(event.error().code, Error::Code::InvalidParameter);
    QCOMPARE(event.error().detail, u"buckt: no parameter of s3 (nearest: bucket)"_qs);
}

void tst_EventParameter::unknownNameFarFromAllIsToldAll()
{
    const EventTemplate eventTemplate = shippedTemplate(u"hello"_qs);
    const auto parameter = findParameter(eventTemplate, u"frequency"_qs);
    QVERIFY(!parameter);
    QCOMPARE(parameter.error().detail, u"frequency: no parameter of hello, which has name"_qs);
}

#include "tst_eventparameter.moc"
