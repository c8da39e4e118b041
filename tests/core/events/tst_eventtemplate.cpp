// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventform.h"

#include "core/events/jsonvalue.h"
#include "tests/core/events/templates.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using coldframe::test::valuesOf;

/// The language of template files, on small templates of its own.
class tst_EventTemplate : public QObject
{
    Q_OBJECT

private slots:
    void renders_data();
    void renders();
    void brokenFilesSayWhereAndWhat_data();
    void brokenFilesSayWhereAndWhat();
    void idsDifferFromRecordToRecord();
    void anotherSeedMakesOtherIds();
};

COLDFRAME_TEST(tst_EventTemplate);

namespace {

const char parameterList[] = R"([
  {"name":"text","type":"text","label":"T","help":"h","default":"t"},
  {"name":"number","type":"integer","label":"N","help":"h","default":2},
  {"name":"flag","type":"boolean","label":"F","help":"h"},
  {"name":"map","type":"map","label":"M","help":"h"},
  {"name":"list","type":"list","label":"L","help":"h"},
  {"name":"json","type":"json","label":"J","help":"h"},
  {"name":"region","type":"region"}])";

Result<EventTemplate> templateOf(const QByteArray &body, const QByteArray &derived = "{}")
{
    const QByteArray file = R"({"id":"x","service":"S","title":"T","summary":"U.","parameters":)"
        + QByteArray(parameterList) + R"(,"derived":)" + derived + R"(,"body":)" + body + "}";
    return readEventTemplate(file, QStringLiteral("s/x.json"));
}

} // namespace

void tst_EventTemplate::renders_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("derived");
    QTest::addColumn<QByteArray>("values");
    QTest::addColumn<QByteArray>("event");

    const auto row = [](const char *tag, const char *body, const char *values, const char *event,
                        const char *derived = "{}") {
        QTest::newRow(tag) << QByteArray(body) << QByteArray(derived) << QByteArray(values)
                           << QByteArray(event);
    };
    row("constants", R"({"a":[1,null,{"b":true}]})", "{}", R"({"a":[1,null,{"b":true}]})");
    row("an escaped placeholder is text", R"({"a":["$${text}"],"b":"${text}$${text}$"})", "{}",
        R"({"a":["${text}"],"b":"t${text}$"})");
    row("a dollar is text", R"({"a":"$default","b":"$ {x}"})", "{}",
        R"({"a":"$default","b":"$ {x}"})");
    row("a lone placeholder keeps its type", R"(["${number}","${flag}","${map}","${json}"])",
        R"({"json":[null]})", R"([2,false,{},[null]])");
    row("inside text everything is text", R"("${text}/${number}/${flag}")", "{}", R"("t/2/false")");
    row("a quote breaks nothing", R"({"a":"<${text}>"})", R"({"text":"\"}\n😀"})",
        R"({"a":"<\"}\n😀>"})");
    row("a placeholder in a value is not evaluated", R"({"a":"${text}"})",
        R"({"text":"${number}"})", R"({"a":"${number}"})");
    row("a name with placeholders", R"({"${text}-${number}":1})", "{}", R"({"t-2":1})");
    row("empty becomes null", R"(["${map|null-if-empty}","${list|null-if-empty}"])", "{}",
        "[null,null]");
    row("empty is left out", R"({"a":"${map|absent-if-empty}","b":["${list|absent-if-empty}"]})",
        "{}", R"({"b":[]})");
    row("full is neither", R"({"a":"${map|absent-if-empty}","b":"${list|null-if-empty}"})",
        R"({"map":{"k":"v"},"list":["x"]})", R"({"a":{"k":"v"},"b":["x"]})");
    row("a condition on a flag", R"({"a":{"$when":"${flag}","then":1,"else":2}})",
        R"({"flag":true})", R"({"a":1})");
    row("a condition without the branch", R"({"a":{"$when":"${flag}","then":1}})", "{}", "{}");
    row("a condition on a value", R"({"a":{"$when":"${text}","is":"t","then":1}})", "{}",
        R"({"a":1})");
    row("a condition on several values", R"({"a":{"$when":"${number}","in":[1,2],"then":1}})", "{}",
        R"({"a":1})");
    row("a condition on a pattern", R"({"a":{"$when":"${text}","matches":"^t","then":1}})", "{}",
        R"({"a":1})");
    row("so many times", R"({"$each":"${number}","as":{"i":"${index}"}})", "{}",
        R"([{"i":0},{"i":1}])");
    row("for each text", R"({"$each":"${list}","as":{"v":"${item}"}})", R"({"list":["a","b"]})",
        R"([{"v":"a"},{"v":"b"}])");
    row("for each entry, a list", R"({"$each":"${map}","as":"${item.name}=${item.value}"})",
        R"({"map":{"a":"1"}})", R"(["a=1"])");
    row("for each entry, an object",
        R"({"$each":"${map}","name":"x-${item.name}","value":["${item.value}"]})",
        R"({"map":{"a":"1"}})", R"({"x-a":["1"]})");
    row("merged objects, the later one wins", R"({"$merge":[{"a":1,"b":1},"${map}"]})",
        R"({"map":{"b":"2","c":"3"}})", R"({"a":1,"b":"2","c":"3"})");
    row("a derived value", R"(["${arn}","${arn|md5}"])", "{}",
        R"(["arn:aws:us-east-1:t","6133cb265c34228430d6def9113db2bd"])",
        R"({"arn":"arn:${region|partition}:${region}:${text}"})");
    row("a nested document is serialised, then encoded", R"({"a":"${inner|json|base64}"})",
        R"({"text":"\""})", R"({"a":"eyJ0IjoiXCIifQ=="})", R"({"inner":{"t":"${text}"}})");
}

void tst_EventTemplate::renders()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, derived);
    QFETCH(QByteArray, values);
    QFETCH(QByteArray, event);

    const auto eventTemplate = templateOf(body, derived);
    QVERIFY2(eventTemplate, eventTemplate ? "" : qPrintable(eventTemplate.error().detail));
    const auto rendered = renderEvent(*eventTemplate, valuesOf(values));
    QVERIFY(rendered);
    QCOMPARE(writeJson(*rendered, JsonLayout::Compact), event);

    // What is read from the event makes the same event again.
    const auto again
        = renderEvent(*eventTemplate, readParameters(*eventTemplate, *rendered, valuesOf(values)));
    QVERIFY(again);
    QCOMPARE(writeJson(*again, JsonLayout::Compact), event);
}

void tst_EventTemplate::brokenFilesSayWhereAndWhat_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("detail");

    const auto manifest = [](const char *rest) {
        return QByteArray(R"({"id":"x","service":"S","title":"T","summary":"U.",)") + rest + "}";
    };
    const auto body = [&manifest](const char *rest) {
        return manifest((QByteArray(R"("parameters":[{"name":"text","type":"text","label":"T",)"
                                    R"("help":"h","default":"t"}],)")
                         + rest)
                            .constData());
    };
    const auto parameter = [&manifest](const char *rest) {
        return manifest(
            (QByteArray(R"("body":{},"parameters":[{"name":"a","label":"A","help":"h",)") + rest
             + "}]")
                .constData());
    };
    QTest::newRow("no JSON") << QByteArray("{\n  nonsense") << u"s/x.json:2:*"_qs;
    QTest::newRow("no object") << QByteArray("[]") << u"s/x.json: expected an object"_qs;
    QTest::newRow("no id") << QByteArray("{}") << u"s/x.json: /id: expected a text"_qs;
    QTest::newRow("a misspelled key") << manifest(R"("keyword":[],"parameters":[],"body":{})")
                                      << u"s/x.json: /keyword: unknown key (nearest: keywords)"_qs;
    QTest::newRow("no parameters")
        << manifest(R"("body":{})") << u"s/x.json: /parameters: expected a list"_qs;
    QTest::newRow("no body") << manifest(R"("parameters":[])") << u"s/x.json: /body: missing"_qs;
    QTest::newRow("a type that does not exist")
        << parameter(R"("type":"string")")
        << u"s/x.json: /parameters/0/type: unknown type of parameter"_qs;
    QTest::newRow("an integer without a default")
        << parameter(R"("type":"integer")") << u"s/x.json: /parameters/0/default: missing"_qs;
    QTest::newRow("a default out of range")
        << parameter(R"("type":"integer","minimum":1,"default":0)")
        << u"s/x.json: /parameters/0/default: expected an integer of at least 1"_qs;
    QTest::newRow("a choice of nothing")
        << parameter(R"("type":"choice","default":"x")")
        << u"s/x.json: /parameters/0/choices: belong to a choice, and only there"_qs;
    QTest::newRow("a broken pattern")
        << parameter(R"("type":"text","pattern":"(")")
        << u"s/x.json: /parameters/0/pattern: not a regular expression"_qs;
    QTest::newRow("a place where the parameter is not")
        << parameter(R"("type":"text","place":"/b")")
        << u"s/x.json: /parameters: a is not at its place /b"_qs;
    QTest::newRow("a name that does not exist")
        << body(R"("body":{"a":["${txt}"]})")
        << u"s/x.json: /body/a/0: unknown name txt (nearest: text)"_qs;
    QTest::newRow("an encoding that does not exist")
        << body(R"("body":{"a":"${text|base65}"})")
        << u"s/x.json: /body/a: unknown encoding base65 (nearest: base64)"_qs;
    QTest::newRow("an encoding of the wrong kind")
        << body(R"("body":{"a":"${text|epoch-ms}"})")
        << u"s/x.json: x: epoch-ms cannot be applied to text"_qs;
    QTest::newRow("an operator that does not exist")
        << body(R"("body":{"a":{"$if":1}})") << u"s/x.json: /body/a/$if: unknown operator"_qs;
    QTest::newRow("a condition without branches")
        << body(R"("body":{"$when":"${text}"})") << u"s/x.json: /body: expected then or else"_qs;
    QTest::newRow("a misspelled branch") << body(R"("body":{"$when":"${text}","than":1,"then":1})")
                                         << u"s/x.json: /body/than: unknown key"_qs;
    QTest::newRow("an id of no kind")
        << body(R"("body":"${#guid:a}")")
        << u"s/x.json: /body: unknown kind of id guid; there are uuid, hex, digits, rising, token, label"_qs;
    QTest::newRow("an id without a length")
        << body(R"("body":"${#hex:a}")")
        << u"s/x.json: /body: an id is written #kind:label:length, found #hex:a"_qs;
    QTest::newRow("a derived value that needs itself")
        << body(R"("derived":{"a":"${b}","b":["${a}"]},"body":{})")
        << u"s/x.json: /derived/a: needs itself"_qs;
    QTest::newRow("a derived value that needs itself as an argument")
        << body(R"("derived":{"a":"${text|route-for:a}"},"body":{})")
        << u"s/x.json: /derived/a: needs itself"_qs;
    QTest::newRow("an argument that names nothing")
        << body(R"("body":"${text|route-for:txt}")")
        << u"s/x.json: /body: unknown name txt (nearest: text)"_qs;
    QTest::newRow("a derived value with a parameter's name")
        << body(R"("derived":{"text":"x"},"body":{})")
        << u"s/x.json: /derived/text: is a parameter already"_qs;
}

void tst_EventTemplate::brokenFilesSayWhereAndWhat()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, detail);

    const auto eventTemplate = readEventTemplate(file, QStringLiteral("s/x.json"));
    QVERIFY(!eventTemplate);
    QCOMPARE(eventTemplate.error().code, Error::Code::InvalidTemplate);
    if (detail.endsWith(u'*'))
        QVERIFY2(eventTemplate.error().detail.startsWith(detail.chopped(1)),
                 qPrintable(eventTemplate.error().detail));
    else
        QCOMPARE(eventTemplate.error().detail, detail);
}

void tst_EventTemplate::idsDifferFromRecordToRecord()
{
    const auto eventTemplate = templateOf(
        R"({"$each":"${number}","as":["${#uuid:a}","${#uuid:b}","${#hex:a:8}","${#digits:a:5}",)"
        R"("${#rising:a:20}","${#token:a:9}","${#label:a:7}"]})");
    QVERIFY(eventTemplate);
    const auto event = renderEvent(*eventTemplate, {});
    QVERIFY(event);
    const QList<QString> patterns{
        u"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"_qs,
        u"[0-9a-f-]{36}"_qs,
        u"[0-9a-f]{8}"_qs,
        u"[1-9][0-9]{4}"_qs,
        u"[0-9]{20}"_qs,
        u"[A-Za-z0-9]{9}"_qs,
        u"[a-z][a-z0-9]{6}"_qs,
    };
    for (std::size_t i = 0; i < std::size_t(patterns.size()); ++i) {
        const QString first = stringOf((*event)[0][i]);
        const QString second = stringOf((*event)[1][i]);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(patterns[qsizetype(i)]));
        QVERIFY2(whole.match(first).hasMatch(), qPrintable(first));
        QVERIFY2(whole.match(second).hasMatch(), qPrintable(second));
        QVERIFY(first != second);
    }
    QVERIFY((*event)[0][0] != (*event)[0][1]);
    QVERIFY(stringOf((*event)[0][4]) < stringOf((*event)[1][4]));
}

void tst_EventTemplate::anotherSeedMakesOtherIds()
{
    const auto eventTemplate = templateOf(R"(["${#uuid:a}"])");
    QVERIFY(eventTemplate);
    const auto first = renderEvent(*eventTemplate, {}, 1);
    const auto again = renderEvent(*eventTemplate, {}, 1);
    const auto other = renderEvent(*eventTemplate, {}, 2);
    QVERIFY(*first == *again);
    QVERIFY(*first != *other);
}

#include "tst_eventtemplate.moc"
