// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "wording/figures.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_Figures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void duration_data();
    void duration();
    void durationInGerman();
    void bytes_data();
    void bytes();
    void memory();
    void money_data();
    void money();
    void moneyInGerman();

private:
    const QLocale m_english{QLocale::English, QLocale::UnitedStates};
};

void tst_Figures::duration_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 ms");
    QTest::newRow("below a microsecond") << qint64(300) << QStringLiteral("0.30 µs");
    QTest::newRow("microseconds") << qint64(482'000) << QStringLiteral("482 µs");
    QTest::newRow("rounds up into the next unit") << qint64(999'600) << QStringLiteral("1.00 ms");
    QTest::newRow("a few milliseconds") << qint64(4'820'000) << QStringLiteral("4.82 ms");
    QTest::newRow("rounding costs a decimal") << qint64(9'996'000) << QStringLiteral("10.0 ms");
    QTest::newRow("tens of milliseconds") << qint64(48'200'000) << QStringLiteral("48.2 ms");
    QTest::newRow("hundreds of milliseconds") << qint64(482'400'000) << QStringLiteral("482 ms");
    QTest::newRow("a second") << qint64(1'000'000'000) << QStringLiteral("1.00 s");
    QTest::newRow("seconds") << qint64(12'340'000'000) << QStringLiteral("12.3 s");
    QTest::newRow("almost a minute") << qint64(59'990'000'000) << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << qint64(125'000'000'000) << QStringLiteral("2 min 5 s");
    QTest::newRow("a difference can be negative")
        << qint64(-48'200'000) << QStringLiteral("-48.2 ms");
}

void tst_Figures::duration()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, text);

    QCOMPARE(formatDuration(std::chrono::nanoseconds(nanoseconds), m_english), text);
}

void tst_Figures::durationInGerman()
{
    QCOMPARE(formatDuration(48'200us, QLocale(QLocale::German)), QStringLiteral("48,2 ms"));
}

void tst_Figures::bytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0 bytes");
    QTest::newRow("bytes") << qint64(482) << QStringLiteral("482 bytes");
    QTest::newRow("a kB has 1,024 bytes") << qint64(4'915) << QStringLiteral("4.8 kB");
    QTest::newRow("Lambda's largest event") << qint64(6'291'456) << QStringLiteral("6.0 MB");
}

void tst_Figures::bytes()
{
    QFETCH(qint64, size);
    QFETCH(QString, text);

    QCOMPARE(formatBytes(size, m_english), text);
}

void tst_Figures::memory()
{
    QCOMPARE(formatMebiBytes(MebiBytes{1769}, m_english), QStringLiteral("1,769 MB"));
}

void tst_Figures::money_data()
{
    QTest::addColumn<QString>("price");
    QTest::addColumn<qint64>("times");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("exact");

    QTest::newRow("nothing") << QStringLiteral("0.2") << qint64(0) << QStringLiteral("$0.00")
                             << QStringLiteral("$0.00");
    QTest::newRow("one request") << QStringLiteral("0.0000002") << qint64(1)
                                 << QStringLiteral("< $0.01") << QStringLiteral("$0.0000002");
    QTest::newRow("half a cent is below a cent")
        << QStringLiteral("0.005") << qint64(1) << QStringLiteral("< $0.01")
        << QStringLiteral("$0.005");
    QTest::newRow("a million requests") << QStringLiteral("0.0000002") << qint64(1'000'000)
                                        << QStringLiteral("$0.20") << QStringLiteral("$0.20");
    QTest::newRow("thousands are grouped")
        << QStringLiteral("1.234") << qint64(1000) << QStringLiteral("$1,234.00")
        << QStringLiteral("$1,234.00");
    QTest::newRow("a saving") << QStringLiteral("0.5") << qint64(-1) << QStringLiteral("-$0.50")
                              << QStringLiteral("-$0.50");
    QTest::newRow("overflow is no figure")
        << QStringLiteral("999999") << std::numeric_limits<qint64>::max()
        << QStringLiteral("more than can be counted") << QStringLiteral("more than can be counted");
}

void tst_Figures::money()
{
    QFETCH(QString, price);
    QFETCH(qint64, times);
    QFETCH(QString, text);
    QFETCH(QString, exact);
    const Result<UnitPrice> unit = UnitPrice::fromText(price);
    QVERIFY(unit);
    const Money amount = unit->forCount(1) * times;

    QCOMPARE(formatMoney(amount, m_english), text);
    QCOMPARE(formatExactMoney(amount, m_english), exact);
}

void tst_Figures::moneyInGerman()
{
    const Money amount = UnitPrice::fromText(u"1234.5")->forCount(1);

    QCOMPARE(formatMoney(amount, QLocale(QLocale::German)), QStringLiteral("$1.234,50"));
}

COLDFRAME_TEST(tst_Figures);

#include "tst_figures.moc"
