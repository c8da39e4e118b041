// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/billedduration.h"
#include "core/billing/money.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

UnitPrice price(const QString &text)
{
    return UnitPrice::fromText(text).value();
}

} // namespace

class tst_Money : public QObject
{
    Q_OBJECT

private slots:
    void billsEveryStartedMillisecondOnce_data();
    void billsEveryStartedMillisecondOnce();
    void readsPricesWithoutLosingADigit_data();
    void readsPricesWithoutLosingADigit();
    void refusesWhatIsNoPrice_data();
    void refusesWhatIsNoPrice();
    void multipliesExactly_data();
    void multipliesExactly();
    void roundsOnlyForDisplay_data();
    void roundsOnlyForDisplay();
    void addsSubtractsAndCompares();
    void neverWrapsAround();
    void writesGigabyteSeconds();
};

COLDFRAME_TEST(tst_Money);

void tst_Money::billsEveryStartedMillisecondOnce_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<qint64>("initMicroseconds");
    QTest::addColumn<qint64>("billed");

    QTest::newRow("one ceiling on the sum") << qint64(133'610) << qint64(80'000) << qint64(214);
    QTest::newRow("a long cold start") << qint64(3'016'780) << qint64(84'000) << qint64(3101);
    QTest::newRow("two fractions are added before rounding")
        << qint64(3'004'920) << qint64(111'230) << qint64(3117);
    QTest::newRow("a warm invocation") << qint64(933'590) << qint64(-1) << qint64(934);
    QTest::newRow("a whole millisecond stays") << qint64(5'000) << qint64(-1) << qint64(5);
    QTest::newRow("nothing is free") << qint64(0) << qint64(-1) << qint64(0);
    QTest::newRow("two halves make one") << qint64(500) << qint64(500) << qint64(1);
}

void tst_Money::billsEveryStartedMillisecondOnce()
{
    QFETCH(qint64, microseconds);
    QFETCH(qint64, initMicroseconds);
    QFETCH(qint64, billed);
    std::optional<std::chrono::microseconds> init;
    if (initMicroseconds >= 0)
        init = std::chrono::microseconds(initMicroseconds);

    QCOMPARE(billedDuration(std::chrono::microseconds(microseconds), init).count(), billed);
}

void tst_Money::readsPricesWithoutLosingADigit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");

    QTest::newRow("a price of a GB-second") << u"0.0000166667"_qs << u"0.0000166667"_qs;
    QTest::newRow("trailing zeros carry nothing") << u"0.0000150000"_qs << u"0.000015"_qs;
    QTest::newRow("twelve decimals") << u"0.123456789012"_qs << u"0.123456789012"_qs;
    QTest::newRow("whole dollars") << u"12"_qs << u"12"_qs;
    QTest::newRow("six digits before the point") << u"999999.5"_qs << u"999999.5"_qs;
    QTest::newRow("zero") << u"0.00"_qs << u"0"_qs;
}

void tst_Money::readsPricesWithoutLosingADigit()
{
    QFETCH(QString, text);
    QFETCH(QString, written);

    const Result<UnitPrice> read = UnitPrice::fromText(text);

    QVERIFY(read);
    QCOMPARE(read->exactText(), written);
}

void tst_Money::refusesWhatIsNoPrice_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("a point alone") << u"."_qs;
    QTest::newRow("no digit before the point") << u".5"_qs;
    QTest::newRow("no digit behind the point") << u"5."_qs;
    QTest::newRow("an exponent") << u"2e-7"_qs;
    QTest::newRow("a sign") << u"-1"_qs;
    QTest::newRow("a comma") << u"0,5"_qs;
    QTest::newRow("two points") << u"0.1.2"_qs;
    QTest::newRow("a blank") << u" 1"_qs;
    QTest::newRow("digits of another script") << u"\u0661"_qs;
    QTest::newRow("more decimals than stay exact") << u"0.1234567890123"_qs;
    QTest::newRow("seven digits before the point") << u"1000000"_qs;
}

void tst_Money::refusesWhatIsNoPrice()
{
    QFETCH(QString, text);

    const Result<UnitPrice> read = UnitPrice::fromText(text);

    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::InvalidArgument);
    QCOMPARE(read.error().detail, text);
}

void tst_Money::multipliesExactly_data()
{
    QTest::addColumn<QString>("unitPrice");
    QTest::addColumn<qint64>("megabytes");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("exact");

    // 0.0000166667 x 0.125 x 0.046 = 0.0000166667 x 0.00575
    QTest::newRow("128 MB during 46 ms")
        << u"0.0000166667"_qs << qint64(128) << qint64(46) << u"0.000000095833525"_qs;
    // 1e-12 / 1024 / 1000
    QTest::newRow("the smallest part of the smallest price")
        << u"0.000000000001"_qs << qint64(1) << qint64(1) << u"0.0000000000000000009765625"_qs;
    // 10 x 900 x 0.0000166667
    QTest::newRow("the largest function for the longest time")
        << u"0.0000166667"_qs << qint64(10240) << qint64(900'000) << u"0.1500003"_qs;
    QTest::newRow("no time costs nothing")
        << u"0.0000166667"_qs << qint64(128) << qint64(0) << u"0"_qs;
}

void tst_Money::multipliesExactly()
{
    QFETCH(QString, unitPrice);
    QFETCH(qint64, megabytes);
    QFETCH(qint64, milliseconds);
    QFETCH(QString, exact);

    const Money cost = price(unitPrice).forUsage(
        GigabyteSeconds::of(MebiBytes{megabytes}, std::chrono::milliseconds(milliseconds)));

    QCOMPARE(cost.exactText(), exact);
}

void tst_Money::roundsOnlyForDisplay_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("shown");

    QTest::newRow("half a cent goes up") << u"0.125"_qs << 2 << u"0.13"_qs;
    QTest::newRow("less than half goes down") << u"0.124999999999"_qs << 2 << u"0.12"_qs;
    QTest::newRow("only the first dropped digit decides") << u"0.1449"_qs << 1 << u"0.1"_qs;
    QTest::newRow("carries into the dollars") << u"9.995"_qs << 2 << u"10.00"_qs;
    QTest::newRow("whole dollars have no point") << u"1.5"_qs << 0 << u"2"_qs;
    QTest::newRow("a tiny amount is shown as nothing") << u"0.000001"_qs << 2 << u"0.00"_qs;
    QTest::newRow("more decimals than there are")
        << u"0.1"_qs << 26 << u"0.10000000000000000000000000"_qs;
}

void tst_Money::roundsOnlyForDisplay()
{
    QFETCH(QString, amount);
    QFETCH(int, decimals);
    QFETCH(QString, shown);
    const Money money = price(amount).forCount(1);

    QCOMPARE(money.roundedText(decimals), shown);
    QCOMPARE(money.exactText(), amount);
}

void tst_Money::addsSubtractsAndCompares()
{
    const Money one = price(u"0.1"_qs).forCount(1);
    const Money two = price(u"0.2"_qs).forCount(1);

    QCOMPARE((one + two).exactText(), u"0.3"_qs);
    QCOMPARE((one - two).exactText(), u"-0.1"_qs);
    QCOMPARE((one - two).roundedText(0), u"0"_qs);
    QCOMPARE((two * -3).exactText(), u"-0.6"_qs);
    QVERIFY(one < two);
    QVERIFY(one - two < Money());
    QVERIFY(one + one == two);
}

void tst_Money::neverWrapsAround()
{
    constexpr std::int64_t Huge = std::numeric_limits<std::int64_t>::max();
    const Money large = price(u"999999"_qs).forCount(10'000'000); // 1e13 USD, close to the end
    const Money overflowed[] = {
        large + large,
        large * 2,
        large * -2,
        Money() - large - large,
        price(u"1"_qs).forCount(Huge),
        price(u"1"_qs).forUsage(
            GigabyteSeconds::of(MebiBytes{Huge}, std::chrono::milliseconds(Huge)) * Huge),
        price(u"1"_qs).forUsage(GigabyteSeconds::whole(Huge)),
    };

    QVERIFY(!large.isOverflowed());
    for (const Money amount : overflowed) {
        QVERIFY(amount.isOverflowed());
        QCOMPARE(amount.exactText(), QString());
        QCOMPARE(amount.roundedText(2), QString());
        QVERIFY(amount > large);
        QVERIFY((amount - amount).isOverflowed());
        QVERIFY((amount * 0).isOverflowed());
    }
}

void tst_Money::writesGigabyteSeconds()
{
    const GigabyteSeconds small = GigabyteSeconds::of(MebiBytes{128}, 46ms);

    QCOMPARE(small.exactText(), u"0.00575"_qs);
    QCOMPARE((small * 1'000'000).exactText(), u"5750"_qs);
    QCOMPARE(GigabyteSeconds::of(MebiBytes{1}, 1ms).exactText(), u"0.0000009765625"_qs);
    QCOMPARE(small.without(GigabyteSeconds::whole(1)).exactText(), u"0"_qs);
    QVERIFY(GigabyteSeconds::whole(1) == GigabyteSeconds::of(MebiBytes{1024}, 1s));
}

#include "tst_money.moc"
