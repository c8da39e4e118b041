// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/costestimate.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

constexpr bool WithFreeTier = true;
constexpr bool WithoutFreeTier = false;

InvocationUsage invocation(std::int64_t megabytes, std::chrono::milliseconds handler,
                           std::chrono::milliseconds init = 0ms, std::int64_t storage = 512)
{
    return {MebiBytes{megabytes}, MebiBytes{storage}, handler, init};
}

PriceBook bundledBook()
{
    return PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")).value();
}

Prices pricesOf(const char *region, Architecture architecture)
{
    return bundledBook().prices(QString::fromLatin1(region), architecture).value();
}

} // namespace

Q_DECLARE_METATYPE(coldframe::MonthlyUsage)
Q_DECLARE_METATYPE(coldframe::InvocationUsage)

class tst_CostEstimate : public QObject
{
    Q_OBJECT

private slots:
    void pricesOneInvocation_data();
    void pricesOneInvocation();
    void splitsTheBilledDurationOfAReport_data();
    void splitsTheBilledDurationOfAReport();
    void tellsWhatALineWasComputedFrom();
    void pricesARestore_data();
    void pricesARestore();
    void leavesOutWhatHasNoPrice();
    void pricesAMonth_data();
    void pricesAMonth();
    void takesTheFreeTierOffBeforeTheFirstTier();
    void roundsProvisionedTimeUpToFiveMinutes_data();
    void roundsProvisionedTimeUpToFiveMinutes();
    void showsNoWrongTotalWhenItDoesNotFit();
};

COLDFRAME_TEST(tst_CostEstimate);

void tst_CostEstimate::pricesOneInvocation_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<InvocationUsage>("usage");
    QTest::addColumn<QString>("requests");
    QTest::addColumn<QString>("duration");
    QTest::addColumn<QString>("init");
    QTest::addColumn<QString>("storage");
    QTest::addColumn<QString>("total");
    QTest::addColumn<QString>("million");

    // 0.0000166667 x 0.125 GB x 0.1 s = 0.00000020833375
    QTest::newRow("warm, 128 MB, 100 ms") << Architecture::X86_64 << invocation(128, 100ms)
                                          << u"0.0000002"_qs << u"0.00000020833375"_qs << u"0"_qs
                                          << u"0"_qs << u"0.00000040833375"_qs << u"0.40833375"_qs;
    // 134 ms: 0.0000166667 x 0.125 x 0.134; 80 ms: 0.0000166667 x 0.125 x 0.08
    QTest::newRow("a cold start shows its init apart")
        << Architecture::X86_64 << invocation(128, 134ms, 80ms) << u"0.0000002"_qs
        << u"0.000000279167225"_qs << u"0.000000166667"_qs << u"0"_qs << u"0.000000645834225"_qs
        << u"0.645834225"_qs;
    // 0.0000133334 x 0.5 x 0.35 = 0.000002333345
    QTest::newRow("arm64 costs less")
        << Architecture::Arm64 << invocation(512, 350ms) << u"0.0000002"_qs << u"0.000002333345"_qs
        << u"0"_qs << u"0"_qs << u"0.000002533345"_qs << u"2.533345"_qs;
    // storage: 0.0000000309 x 1.5 GB x 0.3 s (handler and init) = 0.000000013905
    QTest::newRow("storage above 512 MB, during the init phase too")
        << Architecture::X86_64 << invocation(1024, 200ms, 100ms, 2048) << u"0.0000002"_qs
        << u"0.00000333334"_qs << u"0.00000166667"_qs << u"0.000000013905"_qs
        << u"0.000005213915"_qs << u"5.213915"_qs;
    QTest::newRow("nothing but the request")
        << Architecture::X86_64 << invocation(128, 0ms) << u"0.0000002"_qs << u"0"_qs << u"0"_qs
        << u"0"_qs << u"0.0000002"_qs << u"0.2"_qs;
}

void tst_CostEstimate::pricesOneInvocation()
{
    QFETCH(Architecture, architecture);
    QFETCH(InvocationUsage, usage);
    QFETCH(QString, requests);
    QFETCH(QString, duration);
    QFETCH(QString, init);
    QFETCH(QString, storage);
    QFETCH(QString, total);
    QFETCH(QString, million);

    const CostEstimate cost = invocationCost(pricesOf("us-east-1", architecture), usage);

    QCOMPARE(cost.totalOf(CostItem::Requests).exactText(), requests);
    QCOMPARE(cost.totalOf(CostItem::Duration).exactText(), duration);
    QCOMPARE(cost.totalOf(CostItem::Init).exactText(), init);
    QCOMPARE(cost.totalOf(CostItem::EphemeralStorage).exactText(), storage);
    QCOMPARE(cost.total().exactText(), total);
    QCOMPARE((cost.total() * OneMillion).exactText(), million);
    QVERIFY(cost.unpriced.empty());
}

void tst_CostEstimate::splitsTheBilledDurationOfAReport_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<qint64>("initMicroseconds");
    QTest::addColumn<qint64>("billed");
    QTest::addColumn<qint64>("handler");
    QTest::addColumn<qint64>("init");

    QTest::newRow("warm: all of it is the handler's")
        << qint64(933'590) << qint64(-1) << qint64(934) << qint64(934) << qint64(0);
    QTest::newRow("cold: the parts add up to the whole")
        << qint64(133'610) << qint64(80'000) << qint64(214) << qint64(134) << qint64(80);
    QTest::newRow("cold: two fractions share one started millisecond")
        << qint64(3'004'920) << qint64(111'230) << qint64(3117) << qint64(3005) << qint64(112);
    QTest::newRow("cold, but the init phase was not billed")
        << qint64(10'500) << qint64(99'000) << qint64(11) << qint64(11) << qint64(0);
    QTest::newRow("a report that billed less than it ran")
        << qint64(10'500) << qint64(99'000) << qint64(10) << qint64(10) << qint64(0);
}

void tst_CostEstimate::splitsTheBilledDurationOfAReport()
{
    QFETCH(qint64, microseconds);
    QFETCH(qint64, initMicroseconds);
    QFETCH(qint64, billed);
    QFETCH(qint64, handler);
    QFETCH(qint64, init);
    FunctionConfig function;
    function.memory = MebiBytes{256};
    function.ephemeralStorage = MebiBytes{1024};
    Report report;
    report.duration = std::chrono::microseconds(microseconds);
    if (initMicroseconds >= 0)
        report.initDuration = std::chrono::microseconds(initMicroseconds);
    report.billedDuration = std::chrono::milliseconds(billed);

    const InvocationUsage usage = usageOf(function, report);

    QVERIFY(usage
            == invocation(256, std::chrono::milliseconds(handler), std::chrono::milliseconds(init),
                          1024));
}

void tst_CostEstimate::tellsWhatALineWasComputedFrom()
{
    const CostEstimate cost = invocationCost(pricesOf("us-east-1", Architecture::X86_64),
                                             invocation(128, 46ms, 210ms, 768));

    QCOMPARE(cost.lines.size(), std::size_t(4));
    const CostLine &duration = cost.lines[1];
    QCOMPARE(duration.item, CostItem::Duration);
    QCOMPARE(duration.price.exactText(), u"0.0000166667"_qs);
    QCOMPARE(duration.size.value, 128);
    QCOMPARE(duration.time.count(), 46);
    QCOMPARE(duration.usage.exactText(), u"0.00575"_qs);
    QCOMPARE(cost.lines[2].item, CostItem::Init);
    QCOMPARE(cost.lines[2].time.count(), 210);
    QCOMPARE(cost.lines[3].item, CostItem::EphemeralStorage);
    QCOMPARE(cost.lines[3].size.value, 256);
    QCOMPARE(cost.lines[3].time.count(), 256);
    QCOMPARE(cost.lines[0].requests, 1);
}

void tst_CostEstimate::pricesARestore_data()
{
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<qint64>("restored"); // billed milliseconds; below 0 when warm
    QTest::addColumn<QString>("init");
    QTest::addColumn<QString>("restore");
    QTest::addColumn<QString>("total");
    QTest::addColumn<int>("apart");

    // 1 GB: 10 ms cost 0.000000166667, 75 ms 0.0000012500025, the restore 0.0001397998
    QTest::newRow("Python, restored") << u"python3.13"_qs << qint64(75) << u"0.0000012500025"_qs
                                      << u"0.0001397998"_qs << u"0.0001414164695"_qs << 1;
    QTest::newRow(".NET, restored") << u"dotnet8"_qs << qint64(75) << u"0.0000012500025"_qs
                                    << u"0.0001397998"_qs << u"0.0001414164695"_qs << 1;
    QTest::newRow("Python, warm") << u"python3.13"_qs << qint64(-1) << u"0"_qs << u"0"_qs
                                  << u"0.000000366667"_qs << 1;
    QTest::newRow("Java: the time is billed, the restore is free")
        << u"java21"_qs << qint64(75) << u"0.0000012500025"_qs << u"0"_qs << u"0.0000016166695"_qs
        << 0;
}

void tst_CostEstimate::pricesARestore()
{
    QFETCH(const QString, runtime);
    QFETCH(const qint64, restored);
    QFETCH(const QString, init);
    QFETCH(const QString, restore);
    QFETCH(const QString, total);
    QFETCH(const int, apart);
    FunctionConfig function;
    function.runtime = runtime;
    function.memory = MebiBytes{1024};
    function.snapStart = true;
    Report report;
    report.duration = 9'500us;
    report.billedDuration = 10ms;
    if (restored >= 0) {
        report.billedRestoreDuration = std::chrono::milliseconds(restored);
        report.restoreDuration = *report.billedRestoreDuration - 300us;
        report.billedDuration += *report.billedRestoreDuration;
    }

    const CostEstimate cost
        = invocationCost(pricesOf("us-east-1", Architecture::X86_64), usageOf(function, report));

    QCOMPARE(cost.totalOf(CostItem::Duration).exactText(), u"0.000000166667"_qs);
    QCOMPARE(cost.totalOf(CostItem::Init).exactText(), init);
    QCOMPARE(cost.totalOf(CostItem::SnapStartRestore).exactText(), restore);
    QCOMPARE(cost.total().exactText(), total);
    QVERIFY(cost.unpriced.empty());
    QVERIFY(cost.apart
            == std::vector<CostItem>(static_cast<std::size_t>(apart), CostItem::SnapStartCache));
}

void tst_CostEstimate::leavesOutWhatHasNoPrice()
{
    const Prices tokyo = pricesOf("ap-northeast-1", Architecture::X86_64);

    const CostEstimate once = invocationCost(tokyo, invocation(128, 100ms, 0ms, 1024));
    const CostEstimate month
        = monthlyCost(tokyo, monthlyUsage(invocation(128, 100ms, 0ms, 1024), OneMillion), {});

    QVERIFY(once.unpriced == std::vector{CostItem::EphemeralStorage});
    QCOMPARE(once.total().exactText(), u"0.00000040833375"_qs);
    QVERIFY(month.unpriced == once.unpriced);
    QVERIFY(month.total() == once.total() * OneMillion);
    QVERIFY(invocationCost(tokyo, invocation(128, 100ms)).unpriced.empty());
}

void tst_CostEstimate::pricesAMonth_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<MonthlyUsage>("usage");
    QTest::addColumn<bool>("freeTier");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("shown");

    // 3e6 x 0.12 s x 1.5 GB = 540,000 GB-s; less 400,000 x 0.0000166667 = 2.333338
    // 2e6 requests x 0.0000002 = 0.4
    QTest::newRow("3 million of 120 ms at 1,536 MB with the free tier")
        << Architecture::X86_64 << monthlyUsage(invocation(1536, 120ms), 3'000'000) << WithFreeTier
        << u"2.733338"_qs << u"2.73"_qs;
    // 14,880,000 GB-s x 0.0000166667 = 248.000496; 7.44e6 x 0.0000002 = 1.488
    QTest::newRow("7.44 million of 2 s at 1 GB")
        << Architecture::X86_64 << monthlyUsage(invocation(1024, 2s), 7'440'000) << WithoutFreeTier
        << u"249.488496"_qs << u"249.49"_qs;
    // 6,720,000 - 400,000 GB-s = 105.333544; 5e6 requests = 1;
    // storage 1.5 GB x 1,680,000 s x 0.0000000309 = 0.077868
    QTest::newRow("6 million of 280 ms at 4 GB with 2 GB of storage and the free tier")
        << Architecture::X86_64 << monthlyUsage(invocation(4096, 280ms, 0ms, 2048), 6'000'000)
        << WithFreeTier << u"106.411412"_qs << u"106.41"_qs;
    // 1.5 GB: 100 x 28,800 s x 1.5 x 0.0000041667 = 18.000144; 500e3 x 0.1 s x 1.5 = 75,000 GB-s
    // x 0.0000097222 = 0.729165; 2.5e6 x 0.12 s x 1.5 = 450,000 - 400,000 GB-s = 0.833335;
    // 3e6 - 1e6 requests = 0.4
    MonthlyUsage provisioned = monthlyUsage(invocation(1536, 120ms), 2'500'000);
    provisioned.requests += 500'000;
    provisioned.provisionedConcurrency = provisionedConcurrency(100, MebiBytes{1536}, 8h);
    provisioned.provisionedDuration = GigabyteSeconds::of(MebiBytes{1536}, 100ms) * 500'000;
    QTest::newRow("100 provisioned for 8 hours, 500,000 served by them, 2.5 million outside")
        << Architecture::X86_64 << provisioned << WithFreeTier << u"19.962644"_qs << u"19.96"_qs;
    // 6e9 x 1.024 s x 0.5 GB = 3.072e9 GB-s = 51,200.1024; 6e9 requests = 1,200
    QTest::newRow("6 billion of 1,024 ms at 512 MB stay in the first tier")
        << Architecture::X86_64 << monthlyUsage(invocation(512, 1024ms), 6'000'000'000)
        << WithoutFreeTier << u"52400.1024"_qs << u"52400.10"_qs;
    // 9.216e9 GB-s: 6e9 x 0.0000166667 = 100,000.2; 3.216e9 x 0.000015 = 48,240;
    // 9e9 requests = 1,800
    QTest::newRow("9 billion of 1,024 ms at 1 GB reach the second tier")
        << Architecture::X86_64 << monthlyUsage(invocation(1024, 1024ms), 9'000'000'000)
        << WithoutFreeTier << u"150040.2"_qs << u"150040.20"_qs;
    // 4,375 GB-s x 0.0000166667 = 0.0729168125; 100,000 requests = 0.02
    QTest::newRow("100,000 of 350 ms at 128 MB on x86_64")
        << Architecture::X86_64 << monthlyUsage(invocation(128, 350ms), 100'000) << WithoutFreeTier
        << u"0.0929168125"_qs << u"0.09"_qs;
    // 17,500 GB-s x 0.0000133334 = 0.2333345; 100,000 requests = 0.02
    QTest::newRow("100,000 of 350 ms at 512 MB on arm64")
        << Architecture::Arm64 << monthlyUsage(invocation(512, 350ms), 100'000) << WithoutFreeTier
        << u"0.2533345"_qs << u"0.25"_qs;
    // 12,500 GB-s x 0.0000166667 = 0.20833375; 1e6 requests = 0.2
    QTest::newRow("a million of 100 ms at 128 MB")
        << Architecture::X86_64 << monthlyUsage(invocation(128, 100ms), 1'000'000)
        << WithoutFreeTier << u"0.40833375"_qs << u"0.41"_qs;
    QTest::newRow("the same with the free tier")
        << Architecture::X86_64 << monthlyUsage(invocation(128, 100ms), 1'000'000) << WithFreeTier
        << u"0"_qs << u"0.00"_qs;
    // arm64, 20e9 GB-s: 7.5e9 x 0.0000133334 = 100,000.5; 11.25e9 x 0.0000120001 = 135,001.125;
    // 1.25e9 x 0.0000106667 = 13,333.375; 2e9 requests = 400
    QTest::newRow("2 billion of 10 s at 1 GB on arm64 reach the third tier")
        << Architecture::Arm64 << monthlyUsage(invocation(1024, 10s), 2'000'000'000)
        << WithoutFreeTier << u"248735"_qs << u"248735.00"_qs;
}

void tst_CostEstimate::pricesAMonth()
{
    QFETCH(Architecture, architecture);
    QFETCH(MonthlyUsage, usage);
    QFETCH(bool, freeTier);
    QFETCH(QString, exact);
    QFETCH(QString, shown);
    const PriceBook book = bundledBook();
    const Prices prices = book.prices(u"us-east-1"_qs, architecture).value();

    const CostEstimate cost = monthlyCost(prices, usage, freeTier ? book.freeTier() : FreeTier{});

    QCOMPARE(cost.total().exactText(), exact);
    QCOMPARE(cost.total().roundedText(2), shown);
    QVERIFY(cost.unpriced.empty());
}

void tst_CostEstimate::takesTheFreeTierOffBeforeTheFirstTier()
{
    const PriceBook book = bundledBook();
    const Prices prices = pricesOf("us-east-1", Architecture::X86_64);
    MonthlyUsage usage;
    usage.duration = GigabyteSeconds::whole(6'000'400'000);

    const CostEstimate cost = monthlyCost(prices, usage, book.freeTier());

    QCOMPARE(cost.totalOf(CostItem::Duration).exactText(), u"100000.2"_qs);
    QCOMPARE(cost.lines.size(), std::size_t(2)); // requests and one tier
}

void tst_CostEstimate::roundsProvisionedTimeUpToFiveMinutes_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<qint64>("gigabyteSeconds");

    QTest::newRow("not at all") << qint64(0) << qint64(0);
    QTest::newRow("a started period counts in full") << qint64(1) << qint64(600);
    QTest::newRow("a whole period stays") << qint64(300) << qint64(600);
    QTest::newRow("one second more") << qint64(301) << qint64(1200);
}

void tst_CostEstimate::roundsProvisionedTimeUpToFiveMinutes()
{
    QFETCH(qint64, seconds);
    QFETCH(qint64, gigabyteSeconds);

    const GigabyteSeconds usage
        = provisionedConcurrency(2, MebiBytes{1024}, std::chrono::seconds(seconds));

    QVERIFY(usage == GigabyteSeconds::whole(gigabyteSeconds));
}

void tst_CostEstimate::showsNoWrongTotalWhenItDoesNotFit()
{
    MonthlyUsage usage = monthlyUsage(invocation(10'240, 900s), 1'000'000'000'000'000'000);
    usage.duration = usage.duration * 1'000'000'000'000'000'000;

    const CostEstimate cost
        = monthlyCost(pricesOf("us-east-1", Architecture::X86_64), usage, bundledBook().freeTier());

    QVERIFY(cost.total().isOverflowed());
    QCOMPARE(cost.total().exactText(), QString());
}

#include "tst_costestimate.moc"
