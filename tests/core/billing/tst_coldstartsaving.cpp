// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/coldstartsaving.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ColdStartSaving : public QObject
{
    Q_OBJECT

private slots:
    void billsWhatIsLeft_data();
    void billsWhatIsLeft();
    void savesNothingWithoutInitDuration();
    void pricesAMillionColdStarts();
};

COLDFRAME_TEST(tst_ColdStartSaving);

namespace {

Report coldReport(std::chrono::microseconds init, std::chrono::microseconds duration)
{
    Report report;
    report.initDuration = init;
    report.duration = duration;
    report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(init + duration);
    return report;
}

Prices usualPrices()
{
    const PriceBook book
        = PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")).value();
    return book.prices(QStringLiteral("us-east-1"), Architecture::X86_64).value();
}

} // namespace

void tst_ColdStartSaving::billsWhatIsLeft_data()
{
    QTest::addColumn<int>("savedMicroseconds");
    QTest::addColumn<int>("billedMilliseconds");

    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("whole milliseconds") << 20'000 << 20;
    QTest::newRow("too little for a millisecond") << 300 << 0;
    QTest::newRow("little that is the millisecond") << 600 << 1;
    QTest::newRow("never more than the init phase") << 90'000 << 50;
    QTest::newRow("never less than nothing") << -5 << 0;
}

void tst_ColdStartSaving::billsWhatIsLeft()
{
    QFETCH(int, savedMicroseconds);
    QFETCH(int, billedMilliseconds);

    const ColdStartSaving saving = coldStartSaving(usualPrices(), {}, coldReport(50ms, 1500us),
                                                   std::chrono::microseconds(savedMicroseconds));

    QCOMPARE(saving.billed, billedMilliseconds * 1ms);
}

void tst_ColdStartSaving::savesNothingWithoutInitDuration()
{
    Report report = coldReport(50ms, 1ms);
    report.initDuration.reset();

    QVERIFY(coldStartSaving(usualPrices(), {}, report, 20ms) == ColdStartSaving{});
}

void tst_ColdStartSaving::pricesAMillionColdStarts()
{
    FunctionConfig function;
    function.memory = MebiBytes{1024};

    // 20,000 GB-seconds at 0.0000166667 USD.
    QCOMPARE(coldStartSaving(usualPrices(), function, coldReport(50ms, 1500us), 20ms)
                 .perMillion.exactText(),
             QStringLiteral("0.333334"));
}

#include "tst_coldstartsaving.moc"
