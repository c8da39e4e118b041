// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventform.h"
#include "core/events/jsonvalue.h"

#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QSet>
#include <QTest>

#include <nlohmann/json.hpp>

#include <set>
#include <string>

using namespace coldframe;
using coldframe::test::shippedTemplate;
using coldframe::test::textOf;
using coldframe::test::valuesOf;

/// What holds for every template in templates/events.
class tst_ShippedTemplates : public QObject
{
    Q_OBJECT

private slots:
    void manifestIsComplete_data();
    void manifestIsComplete();
    void rendersTheSameTwice_data();
    void rendersTheSameTwice();
    void hardTextsComeBack_data();
    void hardTextsComeBack();
    void formToEventToFormIsTheIdentity_data();
    void formToEventToFormIsTheIdentity();
    void anyEditIsReadWithoutHarm_data();
    void anyEditIsReadWithoutHarm();
    void batchOfTenMessages();
    void largestBatchIsMadeAndRead();
};

COLDFRAME_TEST(tst_ShippedTemplates);

namespace {

void addTemplateRows()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : test::shippedTemplateIds())
        QTest::newRow(qPrintable(id)) << id;
}

} // namespace

void tst_ShippedTemplates::manifestIsComplete_data()
{
    addTemplateRows();
}

void tst_ShippedTemplates::manifestIsComplete()
{
    QFETCH(QString, id);
    const EventTemplate eventTemplate = shippedTemplate(id);
    QVERIFY(!eventTemplate.keywords.isEmpty());
    QCOMPARE(eventTemplate.summary.count(u". "_qs), 1);
    QVERIFY(eventTemplate.summary.endsWith(u'.'));
    for (const EventParameter &parameter : eventTemplate.parameters) {
        QVERIFY2(parameter.help.endsWith(u'.'), qPrintable(parameter.name));
        QVERIFY2(parameter.pattern.isEmpty() || !parameter.accepts.isEmpty(),
                 qPrintable(parameter.name));
    }
}

void tst_ShippedTemplates::rendersTheSameTwice_data()
{
    addTemplateRows();
}

void tst_ShippedTemplates::rendersTheSameTwice()
{
    QFETCH(QString, id);
    const auto first = renderEvent(shippedTemplate(id), {});
    const auto second = renderEvent(shippedTemplate(id), {});
    QVERIFY(first && second);
    QCOMPARE(writeJson(*first, JsonLayout::Indented), writeJson(*second, JsonLayout::Indented));
}

void tst_ShippedTemplates::hardTextsComeBack_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");

    const QList<std::pair<const char *, QString>> texts{
        {"a quote", u"say \"hi\" \\ {}"_qs},    {"an emoji", u"naïve 😀 日本"_qs},
        {"a newline", u"a\r\nb\tc"_qs},         {"a placeholder", u"${name} $${x} %41+&=#?"_qs},
        {"JSON", u"{\"a\": [1, \"\\\"\"]}"_qs}, {"a lone brace", u"{"_qs},
    };
    for (const QString &id : test::shippedTemplateIds()) {
        for (const EventParameter &parameter : shippedTemplate(id).parameters) {
            for (const auto &[what, text] : texts) {
                if (parseParameter(parameter, text))
                    QTest::addRow("%s in %s of %s", what, qPrintable(parameter.name),
                                  qPrintable(id))
                        << id << parameter.name << text;
            }
        }
    }
}

void tst_ShippedTemplates::hardTextsComeBack()
{
    QFETCH(QString, id);
    QFETCH(QString, name);
    QFETCH(QString, text);

    const EventTemplate eventTemplate = shippedTemplate(id);
    const auto parameter = findParameter(eventTemplate, name);
    QVERIFY(parameter);
    const auto value = parseParameter(**parameter, text);
    QVERIFY(value);
    ParameterValues values = defaultValues(eventTemplate);
    values.set(name, *value);
    if (name == u"oldItem"_qs)
        values.set(u"event"_qs, "MODIFY"); // an insert has no place for it

    const auto event = renderEvent(eventTemplate, values);
    QVERIFY(event);
    const auto parsed = parseJson(writeJson(*event, JsonLayout::Indented));
    QVERIFY(parsed);
    QCOMPARE(textOf(readParameters(eventTemplate, *parsed)), textOf(values));
}

void tst_ShippedTemplates::formToEventToFormIsTheIdentity_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("values");

    for (const QString &id : test::shippedTemplateIds())
        QTest::addRow("%s: defaults", qPrintable(id)) << id << QByteArray("{}");
    const auto row = [](const char *tag, QString id, QByteArray values) {
        QTest::addRow("%s: %s", qPrintable(id), tag) << id << values;
    };
    row("everything", u"s3"_qs,
        R"({"event":"ObjectRestore:Completed","bucket":"b.c-d","key":"a b/c+d%20é","size":0,)"
        R"("eTag":"e","versionId":"v","configurationId":"","principal":"p","sourceIp":"::1",)"
        R"("region":"cn-north-1","time":"2030-12-31T23:59:59.999Z"})");
    row("everything", u"apigw-rest"_qs,
        R"({"method":"PATCH","path":"/a/b c","resource":"/a/{x}","query":{"q":["1","2"],"":["e"]},)"
        R"("headers":{"Accept":["a","b"],"x":["1"]},"cookies":["a=1","b"],"body":{"a":1},)"
        R"("binary":true,"stage":"v1","stageVariables":{"a":"b"},"sourceIp":"::1",)"
        R"("userAgent":"","apiId":"zz","region":"cn-north-1","account":"000000000000",)"
        R"("time":"2030-12-31T23:59:59.999Z"})");
    row("a custom domain", u"apigw-rest"_qs, R"({"customDomain":"api.example.com","stage":"v1"})");
    row("no headers", u"apigw-rest"_qs, R"({"headers":{}})");
    row("everything", u"apigw-http-v2"_qs,
        R"({"method":"PATCH","path":"/a/b c","route":"/a/{x+}","query":{"q":["1","2"],"r":[""]},)"
        R"("headers":{"accept":"a,b"},"cookies":["a=1","b"],"body":"text","binary":true,)"
        R"("stage":"v1","stageVariables":{"a":"b"},"sourceIp":"::1","userAgent":"","apiId":"zz",)"
        R"("region":"us-gov-east-1","account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
    row("the default route and stage", u"apigw-http-v2"_qs,
        R"({"route":"$default","stage":"$default","path":"/"})");
    row("everything", u"sqs"_qs,
        R"({"body":"x","count":7,"attributes":{"a":"1","b":""},"queue":"q","receiveCount":9,)"
        R"("sender":"s","region":"eu-west-1","account":"000000000000",)"
        R"("time":"2030-12-31T23:59:59.999Z"})");
    row("everything", u"eventbridge-schedule"_qs,
        R"({"rule":"a.b","time":"2030-12-31T23:59:59Z","region":"eu-west-1",)"
        R"("account":"000000000000"})");
    row("everything", u"dynamodb"_qs,
        R"({"event":"MODIFY","table":"t.t","keys":{"p":"a","s":1},)"
        R"("newItem":{"a":[1,{"b":null}],"t":{"SS":["x"]},"big":{"N":"12345678901234567890123"}},)"
        R"("oldItem":{},"count":3,"streamLabel":"2020-01-01T00:00:00.000",)"
        R"("region":"eu-west-1","account":"000000000000","time":"2030-12-31T23:59:59Z"})");
    row("removed by time to live", u"dynamodb"_qs, R"({"event":"REMOVE","expired":true})");
    row("everything", u"sns"_qs,
        R"({"message":"m","subject":"","attributes":{"a":"1"},"topic":"t","region":"eu-west-1",)"
        R"("account":"000000000000","time":"2030-12-31T23:59:59.999Z"})");
}

void tst_ShippedTemplates::formToEventToFormIsTheIdentity()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, values);

    const EventTemplate eventTemplate = shippedTemplate(id);
    const auto complete = completeValues(eventTemplate, valuesOf(values));
    QVERIFY2(complete, complete ? "" : qPrintable(complete.error().detail));
    const auto event = renderEvent(eventTemplate, *complete);
    QVERIFY(event);
    // From the event alone, and with what the form knew before.
    QCOMPARE(textOf(readParameters(eventTemplate, *event)), textOf(*complete));
    QCOMPARE(textOf(readParameters(eventTemplate, *event, *complete)), textOf(*complete));
    // And back: the same event.
    const auto again = renderEvent(eventTemplate, readParameters(eventTemplate, *event));
    QCOMPARE(writeJson(*again, JsonLayout::Indented), writeJson(*event, JsonLayout::Indented));
}

void tst_ShippedTemplates::anyEditIsReadWithoutHarm_data()
{
    addTemplateRows();
}

void tst_ShippedTemplates::anyEditIsReadWithoutHarm()
{
    QFETCH(QString, id);
    const auto untouched = EventForm::create(shippedTemplate(id));
    QVERIFY(untouched);
    std::set<std::string> places{""};
    const OrderedJson flat = untouched->event().flatten();
    for (const auto &[pointer, ignored] : flat.items()) {
        for (OrderedJson::json_pointer place(pointer); !place.empty(); place.pop_back())
            places.insert(place.to_string());
    }
    for (const char *junk : {"null", R"("${name}")", R"([{"":{"S":-1.5e300}}])"}) {
        for (const std::string &place : places) {
            const OrderedJson event
                = test::edited(untouched->event(), QByteArray::fromStdString(place), junk);
            EventForm form = *untouched;
            form.setEvent(event);
            QVERIFY2(completeValues(form.eventTemplate(), form.values()), place.c_str());
            QVERIFY(form.event() == event);
            form.followEdits();
        }
    }
}

void tst_ShippedTemplates::batchOfTenMessages()
{
    const auto event
        = renderEvent(shippedTemplate(u"sqs"_qs), valuesOf(R"({"count":10,"body":"naïve 😀"})"));
    QVERIFY(event);
    const OrderedJson &records = (*event)["Records"];
    QCOMPARE(records.size(), std::size_t(10));
    QSet<QString> messageIds;
    QSet<QString> receipts;
    for (const OrderedJson &record : records) {
        messageIds.insert(stringOf(record["messageId"]));
        receipts.insert(stringOf(record["receiptHandle"]));
        QCOMPARE(
            stringOf(record["md5OfBody"]).toLatin1(),
            QCryptographicHash::hash(stringOf(record["body"]).toUtf8(), QCryptographicHash::Md5)
                .toHex());
    }
    QCOMPARE(messageIds.size(), 10);
    QCOMPARE(receipts.size(), 10);
}

void tst_ShippedTemplates::largestBatchIsMadeAndRead()
{
    const EventTemplate eventTemplate = shippedTemplate(u"sqs"_qs);
    const auto event = renderEvent(eventTemplate, valuesOf(R"({"count":10000,"body":"x"})"));
    QVERIFY(event);
    QSet<QString> messageIds;
    for (const OrderedJson &record : (*event)["Records"])
        messageIds.insert(stringOf(record["messageId"]));
    QCOMPARE(messageIds.size(), 10000);
    QVERIFY(*readParameters(eventTemplate, *event).find(u"count"_qs) == OrderedJson(10000));
}

#include "tst_shippedtemplates.moc"
