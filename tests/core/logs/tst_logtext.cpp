// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logtext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_LogText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void whole_data();
    void whole();
    void aRowReadsOnlyWhatCanBeSeen();
    void aCutRowEndsBetweenCharacters();
    void aJsonLineIsIndentedInTheDetail();
    void aBrokenJsonLineStaysAsItIs();
};

void tst_LogText::rows_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");

    QTest::newRow("plain text stays") << QByteArray("hello") << u"hello"_qs;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a carriage return is an arrow") << QByteArray("a\rb") << u"a ↵ b"_qs;
    QTest::newRow("a Windows newline is one arrow") << QByteArray("a\r\nb") << u"a ↵ b"_qs;
    QTest::newRow("an empty rest is no arrow") << QByteArray("a\r") << u"a"_qs;
    QTest::newRow("a tab is four blanks") << QByteArray("a\tb") << u"a    b"_qs;
    QTest::newRow("a no-break space is a blank") << QByteArray("a\xc2\xa0"
                                                               "b")
                                                 << u"a b"_qs;
    QTest::newRow("umlauts") << QByteArray("gr\xc3\xbc\xc3\x9f") << u"grüß"_qs;
    QTest::newRow("beyond the basic plane") << QByteArray("\xf0\x9f\x98\x80!") << u"😀!"_qs;
    QTest::newRow("a NUL is escaped") << QByteArray("a\0b", 3) << u"a\\x00b"_qs;
    QTest::newRow("a bell is escaped") << QByteArray("\x07") << u"\\x07"_qs;
    QTest::newRow("a lone continuation byte is escaped") << QByteArray("\x80z") << u"\\x80z"_qs;
    QTest::newRow("a cut character is escaped") << QByteArray("z\xe2\x82") << u"z\\xe2\\x82"_qs;
    QTest::newRow("an overlong slash is escaped") << QByteArray("\xc0\xaf") << u"\\xc0\\xaf"_qs;
    QTest::newRow("a surrogate is escaped") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_qs;
    QTest::newRow("a C1 control is escaped") << QByteArray("\xc2\x85") << u"\\x85"_qs;
    QTest::newRow("a colour of a terminal is left out")
        << QByteArray("\x1b[1;31mred\x1b[0m") << u"red"_qs;
    QTest::newRow("another escape sequence is shown") << QByteArray("\x1b[2J") << u"\\x1b[2J"_qs;
}

void tst_LogText::rows()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, text);

    QCOMPARE(rowText(line), text);
}

void tst_LogText::whole_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text");

    QTest::newRow("a traceback of Python")
        << QByteArray("[ERROR] KeyError: 'id'\rTraceback (most recent call last):\r"
                      "\xc2\xa0\xc2\xa0"
                      "File \"/var/task/app.py\", line 3, in handler\r"
                      "\xc2\xa0\xc2\xa0\xc2\xa0\xc2\xa0"
                      "return event['id']")
        << u"[ERROR] KeyError: 'id'\nTraceback (most recent call last):\n"
           "  File \"/var/task/app.py\", line 3, in handler\n    return event['id']"_qs;
    QTest::newRow("tabs stay") << QByteArray("REPORT\tDuration: 1 ms\t")
                               << u"REPORT\tDuration: 1 ms\t"_qs;
    QTest::newRow("bytes are escaped") << QByteArray("\xff\xfe") << u"\\xff\\xfe"_qs;
}

void tst_LogText::whole()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, text);

    QCOMPARE(readableText(line), text);
}

void tst_LogText::aRowReadsOnlyWhatCanBeSeen()
{
    const QString row = rowText(QByteArray(262'144, 'x'));

    QVERIFY(row.size() < 3'000);
    QVERIFY(row.endsWith(u'…'));
}

void tst_LogText::aCutRowEndsBetweenCharacters()
{
    // 2,000 bytes end inside the 667th three-byte character.
    const QString row = rowText(QByteArray("\xe2\x82\xac").repeated(1'000));

    QVERIFY(!row.contains(u'\\'));
    QCOMPARE(row, QString(666, u'€') + u'…');
}

void tst_LogText::aJsonLineIsIndentedInTheDetail()
{
    QCOMPARE(detailText(R"({"level":"INFO","n":1})"),
             u"{\n  \"level\": \"INFO\",\n  \"n\": 1\n}"_qs);
}

void tst_LogText::aBrokenJsonLineStaysAsItIs()
{
    QCOMPARE(detailText("{'level': 'INFO'}"), u"{'level': 'INFO'}"_qs);
}

COLDFRAME_TEST(tst_LogText);

#include "tst_logtext.moc"
