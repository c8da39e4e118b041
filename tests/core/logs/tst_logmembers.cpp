// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logmembers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members();
    void pathsOfAllMembers();
    void wholeObjects_data();
    void wholeObjects();
    void objectsOfLines_data();
    void objectsOfLines();
    void escapes();
};

void tst_LogMembers::members()
{
    const QByteArray object(
        R"({ "a" : "x" , "n":-1.5e3, "l":[1,[2,{"k":"v"}]],"o":{"a":true}, "o.b":1 })");
    const auto text = [&object](const char *path) {
        const auto piece = jsonMember(object, path);
        return piece ? piece->text() : u"-"_qs;
    };
    QCOMPARE(text("a"), u"x"_qs);
    QCOMPARE(jsonMember(object, "n")->number(), std::optional(-1500.0));
    QCOMPARE(text("l.0"), u"1"_qs);
    QCOMPARE(text("l.1.1.k"), u"v"_qs);
    QCOMPARE(text("l.2"), u"-"_qs);
    QCOMPARE(text("l.x"), u"-"_qs);
    QCOMPARE(text("o.a"), u"true"_qs);
    QCOMPARE(text("o.b"), u"1"_qs);
    QCOMPARE(text("o"), u"{\"a\":true}"_qs);
    QCOMPARE(text("o.c"), u"-"_qs);
    QCOMPARE(text("b"), u"-"_qs);
}

void tst_LogMembers::pathsOfAllMembers()
{
    QStringList found;
    visitMembers(R"({"a":1,"b":{"c":"x","d":{}},"e":[{"f":1}]})",
                 [&found](const QByteArray &path, const JsonPiece &value) {
                     found.append(QString::fromUtf8(path) + u"="_qs + value.text());
                 });

    QCOMPARE(found, (QStringList{u"a=1"_qs, u"b.c=x"_qs, u"e=[{\"f\":1}]"_qs}));
}

void tst_LogMembers::wholeObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("whole");
    const auto row
        = [](const char *text, bool whole) { QTest::newRow(text) << QByteArray(text) << whole; };
    row("{}", true);
    row(" { } ", true);
    row(R"({"a":1,"b":[{"c":"}"}]})", true);
    row(R"({"a":1}})", false);
    row(R"({"a":1,})", false);
    row(R"({"a" 1})", false);
    row(R"({"a":x})", false);
    row(R"({"a":"b)", false);
    row("{a}", false);
    row("", false);
}

void tst_LogMembers::wholeObjects()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, whole);

    QCOMPARE(isWholeJsonObject(text), whole);
}

void tst_LogMembers::objectsOfLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("object");
    QTest::newRow("the whole line") << QByteArray(" {\"a\":1}\n") << QByteArray("{\"a\":1}");
    QTest::newRow("behind the prefix of Python")
        << QByteArray("[INFO]\t2026-01-02T03:04:05.678Z\t\t{\"a\":1}") << QByteArray("{\"a\":1}");
    QTest::newRow("in the middle of a sentence") << QByteArray("got {\"a\":1}") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"a\":1") << QByteArray();
}

void tst_LogMembers::objectsOfLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, object);

    const auto found = jsonObjectOf(line);

    QCOMPARE(found ? found->toByteArray() : QByteArray(), object);
}

void tst_LogMembers::escapes()
{
    QCOMPARE(unescapedJson(R"(a\"b\\c\/d\n\u00e4\ud83d\ude00)"),
             QString::fromUtf8("a\"b\\c/d\n\xc3\xa4\xf0\x9f\x98\x80"));
    QCOMPARE(unescapedJson(R"(a\)"), u"a\\"_qs);
    QCOMPARE(unescapedJson(R"(a\u12)"), u"a\\u12"_qs);
}

COLDFRAME_TEST(tst_LogMembers);

#include "tst_logmembers.moc"
