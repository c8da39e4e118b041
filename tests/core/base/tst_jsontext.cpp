// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;

class tst_JsonText : public QObject
{
    Q_OBJECT

private slots:
    void pointsAtTheError_data();
    void pointsAtTheError();
    void acceptsWhatTheParserAccepts_data();
    void acceptsWhatTheParserAccepts();
    void seesNothingOfTheTextBefore_data();
    void seesNothingOfTheTextBefore();
    void keepsTheOrderOfMembers();
    void refusesDeepNesting();
};

COLDFRAME_TEST(tst_JsonText);

void tst_JsonText::pointsAtTheError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("nothing at all") << QByteArray() << 1 << 1;
    QTest::newRow("a word") << QByteArray("hello") << 1 << 1;
    QTest::newRow("a missing comma") << QByteArray("{\"a\": 1 \"b\": 2}") << 1 << 9;
    QTest::newRow("on the third line") << QByteArray("{\n  \"a\": 1,\n  b\n}") << 3 << 3;
    QTest::newRow("columns count characters, not bytes")
        << QByteArray("{\"\xc3\xa4\xf0\x9f\x98\x80\": x}") << 1 << 8;
    QTest::newRow("a brace that was never closed") << QByteArray("{\"a\": 1") << 1 << 8;
}

void tst_JsonText::pointsAtTheError()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QFETCH(int, column);

    const Result<OrderedJson> parsed = parseJson(text);
    const Result<void> checked = checkJson(text);

    QVERIFY(!parsed && !checked);
    QCOMPARE(parsed.error().code, Error::Code::InvalidJson);
    QVERIFY(!parsed.error().detail.isEmpty());
    QVERIFY2(!parsed.error().detail.contains(u"last read"), qPrintable(parsed.error().detail));
    QCOMPARE(parsed.error().position->line, line);
    QCOMPARE(parsed.error().position->column, column);
    QVERIFY(checked.error() == parsed.error());
}

void tst_JsonText::acceptsWhatTheParserAccepts_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("an object") << QByteArray("{\"a\": [1, 2.5, null, true]}");
    QTest::newRow("a string") << QByteArray("\"x\"");
    QTest::newRow("a number") << QByteArray("42");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("blanks around it") << QByteArray(" \n{} ");
}

void tst_JsonText::acceptsWhatTheParserAccepts()
{
    QFETCH(QByteArray, text);

    QVERIFY(parseJson(text).has_value());
    QVERIFY(checkJson(text).has_value());
}

void tst_JsonText::seesNothingOfTheTextBefore_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("a bracket") << QByteArray("[1, 2]") << QByteArray("[1, 2");
    QTest::newRow("a word") << QByteArray("true") << QByteArray("tru");
    QTest::newRow("a number") << QByteArray("1.5") << QByteArray("1.");
    QTest::newRow("a quotation mark") << QByteArray("\"ab\"") << QByteArray("\"a");
}

/// The memory for the check is kept for the next one.
void tst_JsonText::seesNothingOfTheTextBefore()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, text);

    QVERIFY(checkJson(before).has_value());
    QVERIFY(!checkJson(text).has_value());
    QVERIFY(!checkJson(QByteArrayView(before).first(text.size())).has_value());
}

void tst_JsonText::keepsTheOrderOfMembers()
{
    const QByteArray text = "{\"z\":1,\"a\":{\"y\":2,\"b\":3}}";

    QCOMPARE(writeJson(*parseJson(text), JsonLayout::Compact), text);
}

void tst_JsonText::refusesDeepNesting()
{
    const auto nested = [](int levels) {
        return QByteArray(levels, '[') + "\"[[\\\"[\"" + QByteArray(levels, ']');
    };

    QVERIFY(parseJson(nested(1'000)).has_value());
    const Result<OrderedJson> deep = parseJson(nested(100'000));
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, Error::Code::InvalidJson);
    QCOMPARE(deep.error().position->column, 1'001);
}

#include "tst_jsontext.moc"
