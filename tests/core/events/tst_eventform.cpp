// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventform.h"

#include "core/events/jsondifference.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::at;
using coldframe::test::edited;
using coldframe::test::shippedTemplate;
using coldframe::test::textOf;
using coldframe::test::valuesOf;

class tst_EventForm : public QObject
{
    Q_OBJECT

private slots:
    void editedEventChangesTheForm_data();
    void editedEventChangesTheForm();
    void editsThatDoNotDecideChangeNothing_data();
    void editsThatDoNotDecideChangeNothing();
    void deletedPlacesKeepOrEmptyTheValue_data();
    void deletedPlacesKeepOrEmptyTheValue();
    void changedParameterKeepsOwnAdditions();
    void changedParameterReplacesItsPlaces();
    void editsAreFollowedWhenAsked();
    void followedHostIsNoHeaderOfTheUser();
    void hiddenValuesAreNotForgotten();
    void moreAndFewerRecordsKeepEdits();
    void wrongValueLeavesEverything();
    void appliesDifferences_data();
    void appliesDifferences();
    void placesAreTold();
};

COLDFRAME_TEST(tst_EventForm);

namespace {

EventForm formOf(const QString &id, const QByteArray &values = "{}")
{
    auto form = EventForm::create(shippedTemplate(id), valuesOf(values));
    if (!form)
        qFatal("%s", qPrintable(form.error().detail));
    return *form;
}

} // namespace

void tst_EventForm::editedEventChangesTheForm_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *tag, QString id, QByteArray values, QByteArray pointer,
                        QByteArray json, QString name, QByteArray value) {
        QTest::addRow("%s: %s", qPrintable(id), tag)
            << id << values << pointer << json << name << value;
    };
    row("a name", u"hello"_qs, "{}", "/name", R"("\"😀\n")", u"name"_qs, R"("\"😀\n")");
    row("an encoded key", u"s3"_qs, "{}", "/Records/0/s3/object/key", R"("a+b%2Bc/d")", u"key"_qs,
        R"("a b+c/d")");
    row("a bucket", u"s3"_qs, "{}", "/Records/0/s3/bucket/name", R"("other")", u"bucket"_qs,
        R"("other")");
    row("a new version", u"s3"_qs, "{}", "/Records/0/s3/object/versionId", R"("v")",
        u"versionId"_qs, R"("v")");
    row("a query", u"apigw-rest"_qs, "{}", "/multiValueQueryStringParameters", R"({"a":["1","2"]})",
        u"query"_qs, R"({"a":["1","2"]})");
    row("a header", u"apigw-rest"_qs, "{}", "/multiValueHeaders/X-New", R"(["1"])", u"headers"_qs,
        R"({"Accept":["application/json"],"Content-Type":["application/json"],"X-New":["1"]})");
    row("cookies", u"apigw-rest"_qs, "{}", "/headers/Cookie", R"("a=1; b=2")", u"cookies"_qs,
        R"(["a=1","b=2"])");
    row("a time in milliseconds", u"apigw-rest"_qs, "{}", "/requestContext/requestTimeEpoch",
        "1718635693007", u"time"_qs, R"("2024-06-17T14:48:13.007Z")");
    row("a custom domain", u"apigw-rest"_qs, "{}", "/requestContext/domainName",
        R"("api.example.com")", u"customDomain"_qs, R"("api.example.com")");
    row("a custom domain no more", u"apigw-rest"_qs, R"({"customDomain":"api.example.com"})",
        "/requestContext/domainName", R"("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")",
        u"customDomain"_qs, R"("")");
    row("the region in a host", u"apigw-rest"_qs, "{}", "/requestContext/domainName",
        R"("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")", u"region"_qs, R"("eu-west-1")");
    row("a body in Base64", u"apigw-rest"_qs, R"({"body":"a","binary":true})", "/body", R"("w6k=")",
        u"body"_qs, R"("é")");
    row("a body no more", u"apigw-rest"_qs, R"({"body":"a"})", "/body", "null", u"body"_qs,
        R"("")");
    row("a raw query", u"apigw-http-v2"_qs, "{}", "/rawQueryString", R"("a=1&a=x+y")", u"query"_qs,
        R"({"a":["1","x y"]})");
    row("a route", u"apigw-http-v2"_qs, "{}", "/routeKey", R"("GET /pets/{pet}")", u"route"_qs,
        R"("/pets/{pet}")");
    row("the default route", u"apigw-http-v2"_qs, "{}", "/routeKey", R"("$default")", u"route"_qs,
        R"("$default")");
    row("no default route any more", u"apigw-http-v2"_qs, R"({"route":"$default"})", "/routeKey",
        R"("GET /pets/{id}")", u"route"_qs, R"("/pets/{id}")");
    row("a path behind a stage", u"apigw-http-v2"_qs, R"({"stage":"dev"})", "/rawPath",
        R"("/dev/other")", u"path"_qs, R"("/other")");
    row("a JSON body", u"sqs"_qs, "{}", "/Records/0/body", R"("{\"a\":1}")", u"body"_qs,
        R"({"a":1})");
    row("a text body", u"sqs"_qs, "{}", "/Records/0/body", R"("{\"a\":")", u"body"_qs,
        R"("{\"a\":")");
    row("the account in an ARN", u"sqs"_qs, "{}", "/Records/0/eventSourceARN",
        R"("arn:aws:sqs:us-east-1:000000000001:orders")", u"account"_qs, R"("000000000001")");
    row("the queue in an ARN", u"sqs"_qs, "{}", "/Records/0/eventSourceARN",
        R"("arn:aws:sqs:us-east-1:123456789012:other")", u"queue"_qs, R"("other")");
    row("a message attribute", u"sqs"_qs, R"({"attributes":{"a":"1"}})",
        "/Records/0/messageAttributes/a/stringValue", R"("2")", u"attributes"_qs, R"({"a":"2"})");
    row("records by hand", u"sqs"_qs, "{}", "/Records", R"([{},{},{}])", u"count"_qs, "3");
    row("an attribute value", u"dynamodb"_qs, "{}", "/Records/0/dynamodb/NewImage",
        R"({"id":{"S":"1001"},"n":{"N":"1.50"},"m":{"M":{"x":{"BOOL":true}}}})", u"newItem"_qs,
        R"({"n":{"N":"1.50"},"m":{"x":true}})");
    row("a key", u"dynamodb"_qs, "{}", "/Records/0/dynamodb/Keys", R"({"id":{"N":"5"}})",
        u"keys"_qs, R"({"id":5})");
    row("an event name", u"dynamodb"_qs, "{}", "/Records/0/eventName", R"("REMOVE")", u"event"_qs,
        R"("REMOVE")");
    row("a subject no more", u"sns"_qs, "{}", "/Records/0/Sns/Subject", "null", u"subject"_qs,
        R"("")");
    row("a topic", u"sns"_qs, "{}", "/Records/0/Sns/TopicArn",
        R"("arn:aws:sns:eu-west-1:123456789012:t")", u"topic"_qs, R"("t")");
}

void tst_EventForm::editedEventChangesTheForm()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);
    QFETCH(QString, name);
    QFETCH(QByteArray, value);

    EventForm form = formOf(id, values);
    const OrderedJson event = edited(form.event(), pointer, json);
    form.setEvent(event);
    QCOMPARE(QByteArray::fromStdString(form.values().find(name)->dump()), value);
    QVERIFY(form.event() == event);
}

void tst_EventForm::editsThatDoNotDecideChangeNothing_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("a member that the template does not know")
        << u"s3"_qs << QByteArray("/Records/0/own") << QByteArray("[1]");
    QTest::newRow("the bucket in its ARN only")
        << u"s3"_qs << QByteArray("/Records/0/s3/bucket/arn")
        << QByteArray(R"("arn:aws:s3:::other")");
    QTest::newRow("a value that is not accepted")
        << u"s3"_qs << QByteArray("/Records/0/eventName") << QByteArray(R"("ObjectEaten")");
    QTest::newRow("a value of another type")
        << u"s3"_qs << QByteArray("/Records/0/s3/object/size") << QByteArray(R"("big")");
    QTest::newRow("a digest") << u"sqs"_qs << QByteArray("/Records/0/md5OfBody")
                              << QByteArray(R"("0")");
    QTest::newRow("an id") << u"sqs"_qs << QByteArray("/Records/0/messageId")
                           << QByteArray(R"("0")");
    QTest::newRow("a constant") << u"sqs"_qs << QByteArray("/Records/0/eventSource")
                                << QByteArray(R"("0")");
    QTest::newRow("an ARN that is none")
        << u"sqs"_qs << QByteArray("/Records/0/eventSourceARN") << QByteArray(R"("queue")");
    QTest::newRow("the time that loses its milliseconds")
        << u"apigw-rest"_qs << QByteArray("/requestContext/requestTime")
        << QByteArray(R"("17/Jun/2024:14:48:14 +0000")");
    QTest::newRow("the whole event is something else")
        << u"s3"_qs << QByteArray("/Records") << QByteArray("7");
}

void tst_EventForm::editsThatDoNotDecideChangeNothing()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);

    EventForm form = formOf(id);
    const QByteArray before = textOf(form.values());
    form.setEvent(edited(form.event(), pointer, json));
    QCOMPARE(textOf(form.values()), before);
    QCOMPARE(at(form.event(), pointer), json);
}

void tst_EventForm::deletedPlacesKeepOrEmptyTheValue_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");

    QTest::newRow("a value without an empty form is kept")
        << u"s3"_qs << QByteArray("{}") << QByteArray("/Records/0/s3/object") << u"key"_qs
        << u"key"_qs << QByteArray(R"("uploads/summer holiday.jpg")");
    QTest::newRow("a version that may be absent is empty")
        << u"s3"_qs << QByteArray(R"({"versionId":"v"})") << QByteArray("/Records/0/s3/object")
        << u"versionId"_qs << u"versionId"_qs << QByteArray(R"("")");
    QTest::newRow("cookies that may be absent are none")
        << u"apigw-http-v2"_qs << QByteArray(R"({"cookies":["a=1"]})") << QByteArray("")
        << u"cookies"_qs << u"cookies"_qs << QByteArray("[]");
    QTest::newRow("without its deciding place the next one decides")
        << u"s3"_qs << QByteArray(R"({"bucket":"from-form"})") << QByteArray("/Records/0/s3/bucket")
        << u"name"_qs << u"bucket"_qs << QByteArray(R"("from-form")");
}

void tst_EventForm::deletedPlacesKeepOrEmptyTheValue()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, parent);
    QFETCH(QString, member);
    QFETCH(QString, name);
    QFETCH(QByteArray, value);

    EventForm form = formOf(id, values);
    OrderedJson event = form.event();
    event[OrderedJson::json_pointer(parent.toStdString())].erase(member.toStdString());
    form.setEvent(event);
    QCOMPARE(QByteArray::fromStdString(form.values().find(name)->dump()), value);
}

void tst_EventForm::changedParameterKeepsOwnAdditions()
{
    EventForm form = formOf(u"s3"_qs);
    OrderedJson event = edited(form.event(), "/Records/0/own", R"({"x":1})");
    event = edited(event, "/Records/0/s3/object/own", "true");
    event = edited(event, "/Records/0/eventVersion", R"("2.6")");
    event["Records"][0].erase("responseElements");
    form.setEvent(event);

    QVERIFY(form.setParameter(u"bucket"_qs, "other-bucket"));
    QVERIFY(form.setParameter(u"event"_qs, "ObjectRemoved:Delete"));

    QCOMPARE(at(form.event(), "/Records/0/own"), QByteArray(R"({"x":1})"));
    QCOMPARE(at(form.event(), "/Records/0/s3/object/own"), QByteArray("true"));
    QCOMPARE(at(form.event(), "/Records/0/eventVersion"), QByteArray(R"("2.6")"));
    QCOMPARE(at(form.event(), "/Records/0/responseElements"), QByteArray("absent"));
    QCOMPARE(at(form.event(), "/Records/0/s3/bucket/name"), QByteArray(R"("other-bucket")"));
    QCOMPARE(at(form.event(), "/Records/0/s3/bucket/arn"),
             QByteArray(R"("arn:aws:s3:::other-bucket")"));
    QCOMPARE(at(form.event(), "/Records/0/s3/object/size"), QByteArray("absent"));

    QVERIFY(form.setParameter(u"event"_qs, "ObjectCreated:Copy"));
    QCOMPARE(at(form.event(), "/Records/0/s3/object/size"), QByteArray("1024"));
}

void tst_EventForm::changedParameterReplacesItsPlaces()
{
    EventForm form = formOf(u"s3"_qs);
    form.setEvent(edited(form.event(), "/Records/0/s3/bucket/arn", R"("arn:aws:s3:::mismatch")"));
    QVERIFY(form.setParameter(u"key"_qs, "k"));
    QCOMPARE(at(form.event(), "/Records/0/s3/bucket/arn"),
             QByteArray(R"("arn:aws:s3:::mismatch")"));
    QVERIFY(form.setParameter(u"bucket"_qs, "other"));
    QCOMPARE(at(form.event(), "/Records/0/s3/bucket/arn"), QByteArray(R"("arn:aws:s3:::other")"));
}

void tst_EventForm::editsAreFollowedWhenAsked()
{
    EventForm form = formOf(u"sqs"_qs, R"({"count":2})");
    const QByteArray digest = at(form.event(), "/Records/0/md5OfBody");
    form.setEvent(edited(form.event(), "/Records/0/body", R"("hello")"));
    QCOMPARE(at(form.event(), "/Records/0/md5OfBody"), digest);

    form.followEdits();
    QCOMPARE(at(form.event(), "/Records/0/md5OfBody"),
             QByteArray(R"("5d41402abc4b2a76b9719d911017c592")"));
    QCOMPARE(at(form.event(), "/Records/1/body"), QByteArray(R"("hello")"));
}

void tst_EventForm::followedHostIsNoHeaderOfTheUser()
{
    EventForm form = formOf(u"apigw-rest"_qs);
    const QByteArray headers = QByteArray::fromStdString(form.values().find(u"headers"_qs)->dump());
    form.setEvent(edited(form.event(), "/requestContext/domainName",
                         R"("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")"));
    QCOMPARE(QByteArray::fromStdString(form.values().find(u"headers"_qs)->dump()), headers);
    form.followEdits();
    QCOMPARE(at(form.event(), "/headers/Host"),
             QByteArray(R"("a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com")"));
}

void tst_EventForm::hiddenValuesAreNotForgotten()
{
    EventForm form = formOf(u"s3"_qs, R"({"size":77,"event":"ObjectRemoved:Delete"})");
    form.setEvent(edited(form.event(), "/Records/0/own", "1"));
    QVERIFY(*form.values().find(u"size"_qs) == OrderedJson(77));
    QVERIFY(form.setParameter(u"event"_qs, "ObjectCreated:Put"));
    QCOMPARE(at(form.event(), "/Records/0/s3/object/size"), QByteArray("77"));
}

void tst_EventForm::moreAndFewerRecordsKeepEdits()
{
    EventForm form = formOf(u"sqs"_qs, R"({"count":2})");
    form.setEvent(edited(form.event(), "/Records/1/body", R"("poison")"));
    QVERIFY(form.setParameter(u"count"_qs, 3));
    QCOMPARE(form.event()["Records"].size(), std::size_t(3));
    QCOMPARE(at(form.event(), "/Records/1/body"), QByteArray(R"("poison")"));
    QVERIFY(form.event()["Records"][2]["messageId"] != form.event()["Records"][1]["messageId"]);
    QVERIFY(form.setParameter(u"count"_qs, 2));
    QCOMPARE(form.event()["Records"].size(), std::size_t(2));
    QCOMPARE(at(form.event(), "/Records/1/body"), QByteArray(R"("poison")"));
}

void tst_EventForm::wrongValueLeavesEverything()
{
    EventForm form = formOf(u"sqs"_qs);
    const OrderedJson event = form.event();
    const auto done = form.setParameter(u"count"_qs, 0);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Error::Code::InvalidParameter);
    QVERIFY(form.event() == event);
    QVERIFY(*form.values().find(u"count"_qs) == OrderedJson(1));
}

void tst_EventForm::appliesDifferences_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("result");

    const auto row = [](const char *tag, const char *target, const char *before, const char *after,
                        const char *result) {
        QTest::newRow(tag) << QByteArray(target) << QByteArray(before) << QByteArray(after)
                           << QByteArray(result);
    };
    row("nothing changed", R"({"own":1})", R"({"a":1})", R"({"a":1})", R"({"own":1})");
    row("an untouched document becomes the new one", R"({"a":1})", R"({"a":1})", R"({"z":0,"a":2})",
        R"({"z":0,"a":2})");
    row("a new member comes where the template has it", R"({"a":1,"c":3,"own":4})",
        R"({"a":1,"c":3})", R"({"a":1,"b":2,"c":3})", R"({"a":1,"b":2,"c":3,"own":4})");
    row("a new first member", R"({"c":3,"own":4})", R"({"c":3})", R"({"b":2,"c":3})",
        R"({"b":2,"c":3,"own":4})");
    row("a member that goes", R"({"a":9,"own":1})", R"({"a":1})", "{}", R"({"own":1})");
    row("a deleted member stays away", R"({"own":1})", R"({"a":1,"b":1})", R"({"a":1,"b":2})",
        R"({"b":2,"own":1})");
    row("elements added", R"(["own",2])", "[1,2]", "[1,2,3]", R"(["own",2,3])");
    row("elements removed", R"(["own",2,3])", "[1,2,3]", "[1]", R"(["own"])");
    row("elements of the user are kept at the end", R"([1,2,"own"])", "[1,2]", "[1]",
        R"([1,"own"])");
    row("JSON inside a string", R"({"s":"{\"a\":1,\"own\":2}"})", R"({"s":"{\"a\":1}"})",
        R"({"s":"{\"a\":5}"})", R"({"s":"{\"a\":5,\"own\":2}"})");
    row("another kind", R"({"a":[1,2]})", R"({"a":{}})", R"({"a":7})", R"({"a":7})");
}

void tst_EventForm::appliesDifferences()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, result);

    const auto parse
        = [](const QByteArray &text) { return OrderedJson::parse(text.toStdString()); };
    QCOMPARE(QByteArray::fromStdString(
                 applyDifference(parse(target), parse(before), parse(after)).dump()),
             result);
}

void tst_EventForm::placesAreTold()
{
    const auto places = placesOf(shippedTemplate(u"s3"_qs), {});
    QVERIFY(places);
    QCOMPARE(places->at(u"bucket"_qs),
             (QStringList{u"/Records/0/s3/bucket/name"_qs, u"/Records/0/s3/bucket/arn"_qs}));
}

#include "tst_eventform.moc"
