// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventdocument.h"
#include "gui/events/eventfile.h"
#include "gui/events/fieldtext.h"
#include "tests/gui/events/eventsamples.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace coldframe::test;

namespace {

OrderedJson jsonOf(const QByteArray &text)
{
    return parseJson(text).value();
}

EventParameter parameterNamed(const char *name)
{
    return **findParameter(queueTemplate(), QString::fromLatin1(name));
}

} // namespace

class tst_EventDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateMakesItsEvent();
    void aParameterChangesItsPlaces();
    void membersOfTheUserStay();
    void anEditedTextMovesParameters();
    void anEditedTextStaysAsItIs();
    void aFinishedEditUpdatesWhatIsDerived();
    void brokenJsonIsKeptAndLocksTheForm();
    void theFormComesBackWithTheJson();
    void anInvalidValueChangesNothing();
    void aForeignEventShowsWhatCanBeRead();
    void aDraftIsTakenUp();
    void aDraftMayBeBroken();
    void aLargeTextIsCheckedButHasNoForm();
    void indentingKeepsTheValue();
    void fieldTexts_data();
    void fieldTexts();
    void fileNames_data();
    void fileNames();
};

void tst_EventDocument::aTemplateMakesItsEvent()
{
    EventDocument document;

    QVERIFY(document.load(queueTemplate()).has_value());

    QCOMPARE(document.name(), u"Messages of a queue"_qs);
    QVERIFY(document.isFormUsable());
    QVERIFY(!document.isTextEdited());
    QCOMPARE(jsonOf(document.text())["queue"].get<std::string>(), std::string("orders"));
}

void tst_EventDocument::aParameterChangesItsPlaces()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    const QSignalSpy replaced(&document, &EventDocument::textReplaced);

    QVERIFY(document.editParameter(u"queue"_qs, "bills").has_value());

    QCOMPARE(jsonOf(document.text())["queue"].get<std::string>(), std::string("bills"));
    QCOMPARE(replaced.count(), 1);
}

void tst_EventDocument::membersOfTheUserStay()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    OrderedJson event = jsonOf(document.text());
    event["mine"] = {1, 2, 3};
    event["mode"] = "medium";
    document.editText(writeJson(event, JsonLayout::Compact));

    QVERIFY(document.editParameter(u"queue"_qs, "bills").has_value());

    const OrderedJson after = jsonOf(document.text());
    QVERIFY((after["mine"] == OrderedJson{1, 2, 3}));
    QCOMPARE(after["mode"].get<std::string>(), std::string("medium"));
    QCOMPARE(after["queue"].get<std::string>(), std::string("bills"));
}

void tst_EventDocument::anEditedTextMovesParameters()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    OrderedJson event = jsonOf(document.text());
    event["count"] = 7;
    const QSignalSpy changes(&document, &EventDocument::formChanged);

    document.editText(writeJson(event, JsonLayout::Compact));

    QCOMPARE(changes.count(), 1);
    QCOMPARE(document.form()->values().find(u"count"_qs)->get<int>(), 7);
    QVERIFY(document.isTextEdited());
}

void tst_EventDocument::anEditedTextStaysAsItIs()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    const QSignalSpy replaced(&document, &EventDocument::textReplaced);
    const QByteArray typed("{ \"queue\" :\t\"x\" }");

    document.editText(typed);

    QCOMPARE(document.text(), typed);
    QCOMPARE(replaced.count(), 0);
}

void tst_EventDocument::aFinishedEditUpdatesWhatIsDerived()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    OrderedJson event = jsonOf(document.text());
    const auto digest = event["md5"];
    event["body"] = "{\"orderId\":2}";
    document.editText(writeJson(event, JsonLayout::Indented));
    QVERIFY(jsonOf(document.text())["md5"] == digest);

    document.finishEditing();

    QVERIFY(jsonOf(document.text())["md5"] != digest);
    QCOMPARE(jsonOf(document.text())["body"].get<std::string>(), std::string("{\"orderId\":2}"));
}

void tst_EventDocument::brokenJsonIsKeptAndLocksTheForm()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    const QByteArray broken("{\n  \"queue\": ,\n}");

    document.editText(broken);

    QVERIFY(document.problem().has_value());
    QCOMPARE(document.problem()->position, (TextPosition{2, 12}));
    QVERIFY(!document.isFormUsable());
    QVERIFY(!document.editParameter(u"queue"_qs, "bills").has_value());
    QCOMPARE(document.text(), broken);
}

void tst_EventDocument::theFormComesBackWithTheJson()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    QVERIFY(document.editParameter(u"queue"_qs, "bills").has_value());
    document.editText("{");

    document.editText(R"({"count": 3})");

    QVERIFY(document.isFormUsable());
    QCOMPARE(document.form()->values().find(u"count"_qs)->get<int>(), 3);
    QCOMPARE(document.form()->values().find(u"queue"_qs)->get<std::string>(), std::string("bills"));
}

void tst_EventDocument::anInvalidValueChangesNothing()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    const QByteArray before = document.text();

    QVERIFY(!document.editParameter(u"count"_qs, 99).has_value());

    QCOMPARE(document.text(), before);
}

void tst_EventDocument::aForeignEventShowsWhatCanBeRead()
{
    EventDocument document;

    QVERIFY(document.load(queueTemplate(), {R"({"queue":"mine","count":"many"})", u"queue"_qs, {}},
                          EventDocument::Kept::Draft)
                .has_value());

    QCOMPARE(document.form()->values().find(u"queue"_qs)->get<std::string>(), std::string("mine"));
    QCOMPARE(document.form()->values().find(u"count"_qs)->get<int>(), 2);
}

void tst_EventDocument::aDraftIsTakenUp()
{
    EventDocument first;
    QVERIFY(first.load(queueTemplate()).has_value());
    QVERIFY(first.editParameter(u"queue"_qs, "bills").has_value());
    first.setName(u"my bills"_qs);

    EventDocument second;
    QVERIFY(second.load(queueTemplate(), first.draft(), EventDocument::Kept::Draft).has_value());

    QCOMPARE(second.draft(), first.draft());
    QCOMPARE(second.draft().templateId, u"queue"_qs);
    QCOMPARE(second.form()->values().find(u"queue"_qs)->get<std::string>(), std::string("bills"));
}

void tst_EventDocument::aDraftMayBeBroken()
{
    EventDocument document;

    QVERIFY(document.load(queueTemplate(), {"{\"a\":", u"queue"_qs, u"x"_qs},
                          EventDocument::Kept::Draft)
                .has_value());

    QCOMPARE(document.text(), QByteArray("{\"a\":"));
    QVERIFY(document.problem().has_value());
}

void tst_EventDocument::aLargeTextIsCheckedButHasNoForm()
{
    EventDocument document;
    QVERIFY(document.load(queueTemplate()).has_value());
    const QByteArray large
        = "{\"queue\":\"" + QByteArray(EventDocument::LargestFormText, 'x') + "\"}";

    document.editText(large);

    QVERIFY(!document.problem().has_value());
    QVERIFY(!document.isFormUsable());
    document.editText(large.chopped(1));
    QVERIFY(document.problem().has_value());
}

void tst_EventDocument::indentingKeepsTheValue()
{
    EventDocument document;
    document.load(R"({"b":1,"a":[2]})", u"x"_qs);

    document.indent();

    QCOMPARE(document.text(), QByteArray("{\n  \"b\": 1,\n  \"a\": [\n    2\n  ]\n}"));
}

void tst_EventDocument::fieldTexts_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");

    QTest::newRow("a text") << u"queue"_qs << QByteArray("\"orders\"") << u"orders"_qs;
    QTest::newRow("a map is a line an entry")
        << u"headers"_qs << QByteArray(R"({"a":"1","b":"x y"})") << u"a: 1\nb: x y"_qs;
    QTest::newRow("a map that lines cannot hold is JSON")
        << u"headers"_qs << QByteArray(R"({"a:b":"1"})") << u"{\"a:b\":\"1\"}"_qs;
    QTest::newRow("a document is indented")
        << u"body"_qs << QByteArray(R"({"a":1})") << u"{\n  \"a\": 1\n}"_qs;
    QTest::newRow("a document may be text") << u"body"_qs << QByteArray("\"hi\"") << u"hi"_qs;
}

void tst_EventDocument::fieldTexts()
{
    QFETCH(QString, parameter);
    QFETCH(QByteArray, value);
    QFETCH(QString, text);
    const EventParameter asked = parameterNamed(qPrintable(parameter));

    QCOMPARE(fieldText(asked, jsonOf(value)), text);

    const auto back = fieldValue(asked, text);
    QVERIFY(back.has_value());
    QVERIFY(*back == jsonOf(value));
}

void tst_EventDocument::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");

    QTest::newRow("a plain one") << u"order"_qs << u"order"_qs;
    QTest::newRow("without its ending") << u" order.json "_qs << u"order"_qs;
    QTest::newRow("a path stays in its folder") << u"../../etc/x"_qs << u"-..-etc-x"_qs;
    QTest::newRow("hidden ones do not exist") << u".order"_qs << u"order"_qs;
    QTest::newRow("nothing is left") << u"..."_qs << QString();
    QTest::newRow("umlauts may stay") << u"Größe 1"_qs << u"Größe 1"_qs;
}

void tst_EventDocument::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, file);

    QCOMPARE(eventFileName(name), file);
}

COLDFRAME_TEST(tst_EventDocument);

#include "tst_eventdocument.moc"
