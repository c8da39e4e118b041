// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codelanguage.h"
#include "gui/base/gotolinebar.h"
#include "gui/base/indentation.h"
#include "gui/base/linecomments.h"
#include "gui/base/textpositions.h"
#include "gui/base/textsearch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

/// The pure functions behind the editor.
class tst_TextEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positions_data();
    void positions();
    void placesOutsideOfTheText();
    void languages_data();
    void languages();
    void comments_data();
    void comments();
    void indentations_data();
    void indentations();
    void finding_data();
    void finding();
    void replacing_data();
    void replacing();
    void brokenExpression();
    void enteredPositions_data();
    void enteredPositions();
};

void tst_TextEditing::positions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("utf16");
    QTest::addColumn<int>("utf8");

    QTest::newRow("begin") << u"abc"_qs << 1 << 1 << 0 << 0;
    QTest::newRow("end") << u"abc"_qs << 1 << 4 << 3 << 3;
    QTest::newRow("an emoji is one column") << u"a😀b"_qs << 1 << 3 << 3 << 5;
    QTest::newRow("after an emoji's neighbour") << u"a😀b"_qs << 1 << 4 << 4 << 6;
    QTest::newRow("two bytes") << u"äb"_qs << 1 << 2 << 1 << 2;
    QTest::newRow("three bytes") << u"漢b"_qs << 1 << 2 << 1 << 3;
    QTest::newRow("second line") << u"😀\nx😀y"_qs << 2 << 3 << 6 << 10;
    QTest::newRow("CR LF is one end") << u"a\r\nb"_qs << 2 << 1 << 3 << 3;
    QTest::newRow("CR alone is an end") << u"a\rb"_qs << 2 << 1 << 2 << 2;
    QTest::newRow("last empty line") << u"a\n"_qs << 2 << 1 << 2 << 2;
}

void tst_TextEditing::positions()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(int, utf16);
    QFETCH(int, utf8);
    const TextPosition position{.line = line, .column = column};

    QCOMPARE(utf16OffsetAt(text, position), utf16);
    QCOMPARE(utf8OffsetAt(text, position), utf8);
    QCOMPARE(positionAtUtf16Offset(text, utf16), position);
    QCOMPARE(positionAtUtf8Offset(text, utf8), position);
    QCOMPARE(utf8Length(text), text.toUtf8().size());
    QCOMPARE(utf8OffsetAt(text, position), QStringView(text).first(utf16).toUtf8().size());
}

void tst_TextEditing::placesOutsideOfTheText()
{
    const QString text = u"ab\n😀d\n"_qs;

    QCOMPARE(utf16OffsetAt(text, {.line = 1, .column = 99}), 2);
    QCOMPARE(utf16OffsetAt(text, {.line = 99, .column = 1}), text.size());
    QCOMPARE(utf16OffsetAt(text, {.line = 0, .column = 0}), 0);
    QCOMPARE(positionAtUtf16Offset(text, 99), (TextPosition{.line = 3, .column = 1}));
    // Inside of the emoji is its begin.
    QCOMPARE(positionAtUtf16Offset(text, 4), (TextPosition{.line = 2, .column = 1}));
    QCOMPARE(positionAtUtf8Offset(text, 5), (TextPosition{.line = 2, .column = 1}));
    QCOMPARE(utf16ColumnAt(text, {.line = 2, .column = 2}), 2);
}

void tst_TextEditing::languages_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("firstLine");
    QTest::addColumn<CodeLanguage>("language");

    QTest::newRow("Python") << u"/a/handler.py"_qs << QString() << CodeLanguage::Python;
    QTest::newRow("a module") << u"index.mjs"_qs << QString() << CodeLanguage::JavaScript;
    QTest::newRow("TypeScript") << u"index.ts"_qs << QString() << CodeLanguage::TypeScript;
    QTest::newRow("capitals") << u"EVENT.JSON"_qs << QString() << CodeLanguage::Json;
    QTest::newRow("two endings") << u"order.expect.json"_qs << QString() << CodeLanguage::Json;
    QTest::newRow("a template") << u"template.yaml"_qs << QString() << CodeLanguage::Yaml;
    QTest::newRow("the custom runtime's file")
        << u"/x/bootstrap"_qs << QString() << CodeLanguage::Bash;
    QTest::newRow("by its interpreter")
        << u"tool"_qs << u"#!/usr/bin/env python3"_qs << CodeLanguage::Python;
    QTest::newRow("the name counts more")
        << u"a.md"_qs << u"#!/bin/sh"_qs << CodeLanguage::Markdown;
    QTest::newRow("unknown") << u"LICENSE"_qs << u"GNU"_qs << CodeLanguage::Plain;
}

void tst_TextEditing::languages()
{
    QFETCH(QString, name);
    QFETCH(QString, firstLine);
    QFETCH(CodeLanguage, language);

    QCOMPARE(languageOf(name, firstLine), language);
}

void tst_TextEditing::comments_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("comesBack");

    QTest::newRow("one line") << u"x = 1"_qs << u"# x = 1"_qs << true;
    QTest::newRow("one column for all")
        << u"  a\n    b\n  c"_qs << u"  # a\n  #   b\n  # c"_qs << true;
    QTest::newRow("blank lines stay") << u"a\n\nb"_qs << u"# a\n\n# b"_qs << true;
    QTest::newRow("a mixture becomes comments") << u"# a\nb"_qs << u"# # a\n# b"_qs << true;
    QTest::newRow("without a blank") << u"#a\n  #b"_qs << u"a\n  b"_qs << false;
    QTest::newRow("only blank lines") << u"  \n"_qs << u"  \n"_qs << true;
    QTest::newRow("Windows line ends") << u"a\r\nb\r"_qs << u"# a\r\n# b\r"_qs << true;
}

void tst_TextEditing::comments()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(bool, comesBack);

    QCOMPARE(toggleLineComments(before, u"#"_qs), after);
    if (comesBack)
        QCOMPARE(toggleLineComments(after, u"#"_qs), before);
}

void tst_TextEditing::indentations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("tabs");

    QTest::newRow("nothing to judge by") << u"a\nb\n"_qs << 4 << false;
    QTest::newRow("two") << u"a:\n  b:\n    c\nd:\n  e\n"_qs << 2 << false;
    QTest::newRow("four") << u"a:\n    b\n\n    c:\n        d\n"_qs << 4 << false;
    QTest::newRow("tabs") << u"a:\n\tb\n\t\tc\n"_qs << 4 << true;
    QTest::newRow("aligned stars do not count") << u"/*\n * x\n */\nf {\n  a\n}\n"_qs << 2 << false;
}

void tst_TextEditing::indentations()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    QFETCH(bool, tabs);

    const Indentation expected{.width = width, .tabs = tabs};
    QVERIFY(indentationOf(text, usualIndentation(CodeLanguage::Python)) == expected);
}

void tst_TextEditing::finding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<SearchQuery>("query");
    QTest::addColumn<QStringList>("found");

    const auto row
        = [](const char *name, const QString &text, const SearchQuery &query,
             const QStringList &found) { QTest::newRow(name) << text << query << found; };
    row("any case", u"Order order"_qs, {.pattern = u"order"_qs}, {u"Order"_qs, u"order"_qs});
    row("its own case", u"Order order"_qs, {.pattern = u"order"_qs, .matchCase = true},
        {u"order"_qs});
    row("whole words", u"order orders reorder order_id"_qs,
        {.pattern = u"order"_qs, .wholeWords = true}, {u"order"_qs});
    row("a dot is a dot", u"a.b axb"_qs, {.pattern = u"a.b"_qs}, {u"a.b"_qs});
    row("a dot of an expression", u"a.b axb"_qs, {.pattern = u"a.b"_qs, .regularExpression = true},
        {u"a.b"_qs, u"axb"_qs});
    row("line by line", u"ab\r\nb\nb"_qs, {.pattern = u"b$"_qs, .regularExpression = true},
        {u"b"_qs, u"b"_qs, u"b"_qs});
    row("nothing is no match", u"abc"_qs, {.pattern = u"x*"_qs, .regularExpression = true}, {});
    row("umlauts in any case", u"ÄÖ äö"_qs, {.pattern = u"äö"_qs}, {u"ÄÖ"_qs, u"äö"_qs});
    row("an emoji", u"x😀y😀"_qs, {.pattern = u"😀"_qs}, {u"😀"_qs, u"😀"_qs});
}

void tst_TextEditing::finding()
{
    QFETCH(QString, text);
    QFETCH(SearchQuery, query);
    QFETCH(QStringList, found);

    const auto expression = expressionFor(query);
    QVERIFY(expression);
    QStringList actual;
    for (const TextMatch &match : findAll(text, *expression))
        actual.push_back(text.mid(match.begin, match.length));

    QCOMPARE(actual, found);
}

void tst_TextEditing::replacing_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<bool>("regularExpression");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("result");

    QTest::newRow("plain") << u"b"_qs << false << u"$1\\n"_qs << u"a=$1\\n; a=c;"_qs;
    QTest::newRow("groups") << u"(\\w)=(\\w)"_qs << true << u"$2=\\1"_qs << u"b=a; c=a;"_qs;
    QTest::newRow("whole match") << u"a="_qs << true << u"[$0]"_qs << u"[a=]b; [a=]c;"_qs;
    QTest::newRow("escapes") << u"; "_qs << true << u"\\n\\t\\\\$$"_qs << u"a=b\n\t\\$a=c;"_qs;
    QTest::newRow("sign at the end") << u"c;"_qs << true << u"c$"_qs << u"a=b; a=c$"_qs;
    QTest::newRow("by nothing") << u"a="_qs << false << QString() << u"b; c;"_qs;
}

void tst_TextEditing::replacing()
{
    QFETCH(QString, pattern);
    QFETCH(bool, regularExpression);
    QFETCH(QString, replacement);
    QFETCH(QString, result);
    const QString text = u"a=b; a=c;"_qs;
    const SearchQuery query{.pattern = pattern, .regularExpression = regularExpression};
    const auto expression = expressionFor(query);
    QVERIFY(expression);

    QCOMPARE(replaceAll(text, query, *expression, replacement).text, result);

    // One by one gives the same.
    QString single = text;
    const auto matches = findAll(text, *expression);
    for (auto match = matches.rbegin(); match != matches.rend(); ++match)
        single.replace(match->begin, match->length,
                       replacementAt(text, *match, query, *expression, replacement));
    QCOMPARE(single, result);
}

void tst_TextEditing::brokenExpression()
{
    const auto expression = expressionFor({.pattern = u"a("_qs, .regularExpression = true});

    QVERIFY(!expression);
    QCOMPARE(expression.error().code, Error::Code::InvalidArgument);
    QVERIFY(!expression.error().detail.isEmpty());
}

void tst_TextEditing::enteredPositions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");

    QTest::newRow("a line") << u"12"_qs << 12 << 1;
    QTest::newRow("line and column") << u" 12:5 "_qs << 12 << 5;
    QTest::newRow("a colon too many") << u"12:"_qs << 12 << 1;
    QTest::newRow("no number") << u"x"_qs << 0 << 0;
    QTest::newRow("no column") << u"1:x"_qs << 0 << 0;
    QTest::newRow("nothing") << QString() << 0 << 0;
    QTest::newRow("lines begin at one") << u"0"_qs << 0 << 0;
    QTest::newRow("nothing is negative") << u"-3"_qs << 0 << 0;
}

void tst_TextEditing::enteredPositions()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);

    const auto position = parseTextPosition(text);

    QCOMPARE(position.has_value(), line > 0);
    if (position)
        QCOMPARE(*position, (TextPosition{.line = line, .column = column}));
}

COLDFRAME_TEST(tst_TextEditing);

#include "tst_textediting.moc"
