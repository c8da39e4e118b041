// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/searchtext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;

class tst_SearchText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasWhatTheFunctionWrote();
    void isLimited();
    void makesExpressions_data();
    void makesExpressions();
};

void tst_SearchText::hasWhatTheFunctionWrote()
{
    InvocationRecord record;
    record.requestId = u"8f5e-11"_qs;
    record.errorType = u"Sandbox.Timedout"_qs;
    record.log = {
        {{}, LogSource::Platform, LogLevel::None, "START RequestId: 8f5e-11 Version: $LATEST"},
        {{},
         LogSource::Platform,
         LogLevel::None,
         R"({"time":"2026","type":"platform.start","record":{}})"},
        {{}, LogSource::Function, LogLevel::None, "[INFO]\t8f5e-11\tan OrderNotFound it was"},
        {{}, LogSource::Extension, LogLevel::None, "START of an agent"},
        {{}, LogSource::Platform, LogLevel::None, "2026 8f5e-11 Task timed out after 3.00 seconds"},
        {{}, LogSource::Platform, LogLevel::None, "END RequestId: 8f5e-11"},
    };

    QCOMPARE(searchText(record),
             QByteArray("[INFO]\t \tan OrderNotFound it was\nSTART of an agent\n"
                        "2026   Task timed out after 3.00 seconds\n"
                        "Sandbox.Timedout NotFound Found"));
}

void tst_SearchText::isLimited()
{
    InvocationRecord record;
    for (int i = 0; i < 100; ++i)
        record.log.push_back({{}, LogSource::Function, LogLevel::None, QByteArray(1'000, 'x')});

    QVERIFY(searchText(record).size() < 66'000);
    QVERIFY(searchText(record).size() > 65'000);
}

void tst_SearchText::makesExpressions_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expression");

    QTest::newRow("a word") << u"timeout"_qs << u"\"timeout\"*"_qs;
    QTest::newRow("several, signs between them")
        << u"KeyError: 'sku_id'"_qs << u"\"KeyError\"* \"sku\"* \"id\"*"_qs;
    QTest::newRow("what means something to SQLite")
        << u"a OR (b* NEAR \"c"_qs << u"\"a\" \"OR\"* \"b\" \"NEAR\"* \"c\""_qs;
    QTest::newRow("letters beyond ASCII") << u"größe"_qs << u"\"größe\"*"_qs;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("no word") << u"-- %"_qs << QString();
}

void tst_SearchText::makesExpressions()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, expression);

    QCOMPARE(searchExpression(typed), expression);
}

COLDFRAME_TEST(tst_SearchText);

#include "tst_searchtext.moc"
