// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecast.h"

#include "core/billing/costestimate.h"
#include "tests/core/billing/formulavalue.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

PriceBook shippedBook()
{
    return PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")).value();
}

Prices shippedPrices(Architecture architecture, const char *region = "us-east-1")
{
    return shippedBook().prices(QString::fromLatin1(region), architecture).value();
}

Traffic trafficOf(std::int64_t requests, std::chrono::nanoseconds duration, std::int64_t memory)
{
    Traffic traffic;
    traffic.requests = requests;
    traffic.duration = duration;
    traffic.memory = MebiBytes{memory};
    return traffic;
}

Traffic withCold(Traffic traffic, std::int64_t parts, std::chrono::nanoseconds init)
{
    traffic.coldParts = parts;
    traffic.init = init;
    return traffic;
}

constexpr FreeTier NoFreeTier{};
constexpr FreeTier WholeFreeTier{1'000'000, 400'000, 100};

} // namespace

Q_DECLARE_METATYPE(coldframe::Traffic)
Q_DECLARE_METATYPE(coldframe::FreeTier)

class tst_Forecast : public QObject
{
    Q_OBJECT

private slots:
    void matchesTheWorkedExamples_data();
    void matchesTheWorkedExamples();
    void everyFormulaHolds_data();
    void everyFormulaHolds();
    void agreesWithAMonthsCost_data();
    void agreesWithAMonthsCost();
    void initIsCountedBehindTheHandlersTime();
    void freeTierGoesToTheHandlersTimeFirst();
    void linesOfTiersAreNumbered();
    void tellsWhatHasNoPrice();
    void marksApproximatePrices();
    void countsUtilisationOfProvisionedTime();
    void roundsOnceForAColdStart_data();
    void roundsOnceForAColdStart();
    void countsRequestsOfAPayload_data();
    void countsRequestsOfAPayload();
    void countsRequestsOfAMonth_data();
    void countsRequestsOfAMonth();
    void refusesWhatLambdaHasNot_data();
    void refusesWhatLambdaHasNot();
    void showsNoWrongTotalWhenItDoesNotFit();
};

COLDFRAME_TEST(tst_Forecast);

void tst_Forecast::matchesTheWorkedExamples_data()
{
    QTest::addColumn<Architecture>("architecture");
    QTest::addColumn<Traffic>("traffic");
    QTest::addColumn<FreeTier>("freeTier");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("shown");
    const auto x86 = Architecture::X86_64;
    const auto arm = Architecture::Arm64;

    // The sheet's own examples (cost-and-tuning, D.3).
    // 3e6 x 0.12 s x 1.5 GB = 540,000 GB-s, less 400,000: x 0.0000166667 = 2.333338
    // 3e6 - 1e6 requests x 0.0000002 = 0.4
    QTest::newRow("3 million of 120 ms at 1,536 MB with the free tier")
        << x86 << trafficOf(3'000'000, 120ms, 1536) << WholeFreeTier << u"2.733338"_qs
        << u"2.73"_qs;
    QTest::newRow("7.44 million of 2 s at 1 GB")
        << x86 << trafficOf(7'440'000, 2s, 1024) << NoFreeTier << u"249.488496"_qs << u"249.49"_qs;
    Traffic storage = trafficOf(6'000'000, 280ms, 4096);
    storage.ephemeralStorage = MebiBytes{2048};
    QTest::newRow("6 million of 280 ms at 4 GB with 2 GB of storage and the free tier")
        << x86 << storage << WholeFreeTier << u"106.411412"_qs << u"106.41"_qs;
    QTest::newRow("6 billion of 1,024 ms at 512 MB")
        << x86 << trafficOf(6'000'000'000, 1024ms, 512) << NoFreeTier << u"52400.1024"_qs
        << u"52400.10"_qs;
    QTest::newRow("9 billion of 1,024 ms at 1 GB reach the second tier")
        << x86 << trafficOf(9'000'000'000, 1024ms, 1024) << NoFreeTier << u"150040.2"_qs
        << u"150040.20"_qs;
    QTest::newRow("100,000 of 350 ms at 128 MB")
        << x86 << trafficOf(100'000, 350ms, 128) << NoFreeTier << u"0.0929168125"_qs << u"0.09"_qs;
    QTest::newRow("100,000 of 350 ms at 512 MB on arm64")
        << arm << trafficOf(100'000, 350ms, 512) << NoFreeTier << u"0.2533345"_qs << u"0.25"_qs;

    // 90.2 ms are billed as 91; 5e6 x 0.091 s x 2 GB = 910,000 GB-s, less 400,000 = 510,000
    // x 0.0000133334 = 6.800034; 4e6 requests x 0.0000002 = 0.8; together 7.600034
    QTest::newRow("arm64, a started millisecond, free tier")
        << arm << trafficOf(5'000'000, 90'200us, 2048) << WholeFreeTier << u"7.600034"_qs
        << u"7.60"_qs;

    // 120.4 ms are billed as 121, 120.4 + 300.3 = 420.7 as 421, so a cold start adds 300.
    // 1e7 x 0.121 s x 0.5 GB = 605,000 GB-s x 0.0000166667 = 10.0833535
    // 1 % of 1e7 = 100,000 x 0.3 s x 0.5 GB = 15,000 GB-s = 0.2500005
    // 1e7 requests = 2; together 12.333354
    QTest::newRow("one in a hundred is cold, and its init is billed")
        << x86 << withCold(trafficOf(10'000'000, 120'400us, 512), 10'000, 300'300us) << NoFreeTier
        << u"12.333354"_qs << u"12.33"_qs;

    // 2e6 x 0.25 s x 1 GB = 500,000 GB-s = 8.33335; 2 % = 40,000 x 0.5 s = 20,000 GB-s = 0.333334
    // /tmp: 5,120 - 512 = 4,608 MB = 4.5 GB x (500,000 s + 20,000 s) = 2,340,000 GB-s
    // x 0.0000000309 = 0.072306; 2e6 requests = 0.4; together 9.13899
    Traffic coldStorage = withCold(trafficOf(2'000'000, 250ms, 1024), 20'000, 500ms);
    coldStorage.ephemeralStorage = MebiBytes{5120};
    QTest::newRow("storage is billed during the init phase too")
        << x86 << coldStorage << NoFreeTier << u"9.13899"_qs << u"9.14"_qs;

    // 100 h 2 min = 360,120 s, in whole 5 minutes 360,300 s; x 10 x 1 GB = 3,603,000 GB-s
    // x 0.0000041667 = 15.0126201
    // 75 % of 4e6 = 3e6 x 0.2 s x 1 GB = 600,000 GB-s x 0.0000097222 = 5.83332
    // on demand 1e6 x 0.2 s = 200,000 GB-s and 10 % of 1e6 x 0.4 s = 40,000 GB-s: both are free
    // 4e6 - 1e6 requests = 0.6; together 21.4459401
    Traffic provisioned = withCold(trafficOf(4'000'000, 200ms, 1024), 100'000, 400ms);
    provisioned.provisioned = {10, 100h + 2min, 750'000};
    QTest::newRow("provisioned concurrency serves three of four, the rest spills over")
        << x86 << provisioned << WholeFreeTier << u"21.4459401"_qs << u"21.45"_qs;

    // 6e9 x 1 s x 1 GB = 6e9 GB-s: the whole first tier, 100,000.2
    // 10 % = 6e8 x 0.5 s = 3e8 GB-s of the second tier x 0.000015 = 4,500
    // 6e9 requests = 1,200; together 105,700.2
    QTest::newRow("init alone reaches the second tier")
        << x86 << withCold(trafficOf(6'000'000'000, 1s, 1024), 100'000, 500ms) << NoFreeTier
        << u"105700.2"_qs << u"105700.20"_qs;

    // 8e9 x 2 s x 1 GB = 16e9 GB-s: 6e9 x 0.0000166667 = 100,000.2; 9e9 x 0.000015 = 135,000;
    // 1e9 x 0.0000133334 = 13,333.4; 8e9 requests = 1,600; together 249,933.6
    QTest::newRow("8 billion of 2 s at 1 GB reach the third tier")
        << x86 << trafficOf(8'000'000'000, 2s, 1024) << NoFreeTier << u"249933.6"_qs
        << u"249933.60"_qs;

    // 1e6 x 0.3 s x 1 GB = 300,000 GB-s, less the 100,000 that are left = 200,000 = 3.33334
    // 1e6 - 250,000 requests = 750,000 = 0.15; together 3.48334
    QTest::newRow("another function has used a part of the free tier")
        << x86 << trafficOf(1'000'000, 300ms, 1024) << FreeTier{250'000, 100'000} << u"3.48334"_qs
        << u"3.48"_qs;

    // cache: 1 h counts as 3 h = 10,800 s x 2 versions x 2 GB = 43,200 GB-s x 0.0000015046
    // = 0.06499872; 5 % of 1e6 = 50,000 restores x 2 GB = 100,000 GB x 0.0001397998 = 13.97998
    // 1e6 x 0.1 s x 2 GB = 200,000 GB-s = 3.33334; 50,000 x 0.15 s x 2 GB = 15,000 = 0.2500005
    // 1e6 requests = 0.2; together 17.82831922
    Traffic snapStart = withCold(trafficOf(1'000'000, 100ms, 2048), 50'000, 150ms);
    snapStart.snapStart = {2, 1h};
    QTest::newRow("SnapStart: cache and restores")
        << x86 << snapStart << NoFreeTier << u"17.82831922"_qs << u"17.83"_qs;

    // 10 MB - 6 MB = 4 MB x 100,000 = 400,000 MB = 390.625 GB, less 100 = 290.625 x 0.008 = 2.325
    // 100,000 requests and 100,000 x 1 s x 0.5 GB = 50,000 GB-s are free
    Traffic streaming = trafficOf(100'000, 1s, 512);
    streaming.responseBytes = 10 * 1'048'576;
    QTest::newRow("responses of 10 MB are streamed")
        << x86 << streaming << WholeFreeTier << u"2.325"_qs << u"2.33"_qs;

    // 400,000 - 262,144 = 137,856 bytes = 2.1 x 65,536, so 3 requests more each: 6e6
    // 2e6 - 1e6 free = 1e6 = 0.2; 6e6 = 1.2; 2e6 x 0.05 s x 0.125 GB = 12,500 GB-s are free
    Traffic payload = trafficOf(2'000'000, 50ms, 128);
    payload.payloadBytes = 400'000;
    QTest::newRow("asynchronous events of 400,000 bytes count as four requests")
        << x86 << payload << WholeFreeTier << u"1.4"_qs << u"1.40"_qs;

    // 20 % of 1e6 = 200,000 environments x 0.5 GB = 100,000 GB x 0.000166667 = 16.6667
    // 1e6 x 0.01 s x 0.5 GB = 5,000 GB-s = 0.0833335; 200,000 x 0.1 s x 0.5 GB = 10,000 = 0.166667
    // 1e6 requests = 0.2; together 17.1167005
    Traffic tenants = withCold(trafficOf(1'000'000, 10ms, 512), 200'000, 100ms);
    tenants.tenantIsolation = true;
    QTest::newRow("tenant isolation")
        << x86 << tenants << NoFreeTier << u"17.1167005"_qs << u"17.12"_qs;

    // 1e6 x 2.4 ms = 2,400 s x 0.125 GB = 300 GB-s = 0.00500001; 1e6 requests = 0.2
    Traffic average = trafficOf(1'000'000, 2'400us, 128);
    average.meaning = DurationMeaning::AverageBilled;
    QTest::newRow("an average of rounded times is not rounded again")
        << x86 << average << NoFreeTier << u"0.20500001"_qs << u"0.21"_qs;

    QTest::newRow("nothing") << x86 << trafficOf(0, 100ms, 128) << NoFreeTier << u"0"_qs
                             << u"0.00"_qs;
}

void tst_Forecast::matchesTheWorkedExamples()
{
    QFETCH(Architecture, architecture);
    QFETCH(Traffic, traffic);
    QFETCH(FreeTier, freeTier);
    QFETCH(QString, exact);
    QFETCH(QString, shown);

    const Forecast forecast = forecastOf(shippedPrices(architecture), traffic, freeTier);

    QCOMPARE(forecast.total().exactText(), exact);
    QCOMPARE(forecast.total().roundedText(2), shown);
    QVERIFY(forecast.unpriced.empty());
    QVERIFY(checkTraffic(traffic));
}

void tst_Forecast::everyFormulaHolds_data()
{
    matchesTheWorkedExamples_data();
}

void tst_Forecast::everyFormulaHolds()
{
    QFETCH(Architecture, architecture);
    QFETCH(Traffic, traffic);
    QFETCH(FreeTier, freeTier);

    const Forecast forecast = forecastOf(shippedPrices(architecture), traffic, freeTier);

    for (const ForecastLine &line : forecast.lines) {
        QVERIFY(!line.steps.empty());
        QCOMPARE(line.steps.back().kind, FormulaStepKind::Cost);
        const auto &last = std::get<FormulaFigure>(line.steps.back().formula.tokens().back());
        QCOMPARE(last.digits, line.cost.exactText());
        for (const FormulaStep &step : line.steps)
            QVERIFY2(test::FormulaValue::holds(step.formula, 1e-12),
                     qPrintable(QString::number(int(line.item))));
    }
}

void tst_Forecast::agreesWithAMonthsCost_data()
{
    QTest::addColumn<qint64>("requests");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<qint64>("memory");

    QTest::newRow("little") << qint64(12'345) << qint64(7) << qint64(129);
    QTest::newRow("much") << qint64(987'654'321) << qint64(12'001) << qint64(10'240);
}

void tst_Forecast::agreesWithAMonthsCost()
{
    QFETCH(qint64, requests);
    QFETCH(qint64, milliseconds);
    QFETCH(qint64, memory);
    const Prices prices = shippedPrices(Architecture::Arm64);
    const std::chrono::milliseconds time(milliseconds);

    const Forecast forecast = forecastOf(prices, trafficOf(requests, time, memory), WholeFreeTier);

    const InvocationUsage usage{MebiBytes{memory}, MebiBytes{512}, time, 0ms};
    const CostEstimate month = monthlyCost(prices, monthlyUsage(usage, requests), WholeFreeTier);
    QCOMPARE(forecast.total().exactText(), month.total().exactText());
}

void tst_Forecast::initIsCountedBehindTheHandlersTime()
{
    const Forecast forecast
        = forecastOf(shippedPrices(Architecture::X86_64),
                     withCold(trafficOf(6'000'000'000, 1s, 1024), 100'000, 500ms), NoFreeTier);

    QCOMPARE(forecast.totalOf(CostItem::Duration).exactText(), u"100000.2"_qs);
    QCOMPARE(forecast.totalOf(CostItem::Init).exactText(), u"4500"_qs);
    QCOMPARE(forecast.coldStarts, 600'000'000);
}

void tst_Forecast::freeTierGoesToTheHandlersTimeFirst()
{
    // 300,000 GB-s of handler are free, and 100,000 of the 200,000 GB-s of init.
    const Forecast forecast
        = forecastOf(shippedPrices(Architecture::X86_64),
                     withCold(trafficOf(1'000'000, 300ms, 1024), 200'000, 1s), WholeFreeTier);

    QCOMPARE(forecast.totalOf(CostItem::Duration).exactText(), u"0"_qs);
    QCOMPARE(forecast.totalOf(CostItem::Init).exactText(), u"1.66667"_qs);
}

void tst_Forecast::linesOfTiersAreNumbered()
{
    const Forecast forecast = forecastOf(shippedPrices(Architecture::X86_64),
                                         trafficOf(8'000'000'000, 2s, 1024), NoFreeTier);

    QList<int> tiers;
    for (const ForecastLine &line : forecast.lines) {
        if (line.item == CostItem::Duration)
            tiers.append(line.tier);
    }
    QCOMPARE(tiers, (QList<int>{1, 2, 3}));
}

void tst_Forecast::tellsWhatHasNoPrice()
{
    Traffic traffic = withCold(trafficOf(1'000'000, 100ms, 1024), 10'000, 100ms);
    traffic.ephemeralStorage = MebiBytes{1024};
    traffic.provisioned = {1, 730h, 500'000};
    traffic.snapStart = {1, 730h};
    traffic.responseBytes = 10 * 1'048'576;
    traffic.tenantIsolation = true;

    const Forecast forecast
        = forecastOf(shippedPrices(Architecture::X86_64, "af-south-1"), traffic, NoFreeTier);

    QVERIFY((forecast.unpriced
             == std::vector{CostItem::Requests, CostItem::EphemeralStorage,
                            CostItem::ProvisionedConcurrency, CostItem::ProvisionedDuration,
                            CostItem::SnapStartCache, CostItem::SnapStartRestore,
                            CostItem::Streaming, CostItem::TenantIsolation}));
    // 500,000 x 0.1 s x 1 GB = 50,000 GB-s x 0.0000221 = 1.105; 5,000 x 0.1 s = 500 GB-s = 0.01105
    QCOMPARE(forecast.total().exactText(), u"1.11605"_qs);
}

void tst_Forecast::marksApproximatePrices()
{
    const Forecast forecast = forecastOf(shippedPrices(Architecture::X86_64, "eu-west-1"),
                                         trafficOf(1'000'000, 100ms, 128), NoFreeTier);

    QVERIFY(!forecast.lines.empty());
    for (const ForecastLine &line : forecast.lines)
        QVERIFY(line.approximate);
    for (const ForecastLine &line : forecastOf(shippedPrices(Architecture::X86_64),
                                               trafficOf(1'000'000, 100ms, 128), NoFreeTier)
                                        .lines)
        QVERIFY(!line.approximate);
}

void tst_Forecast::countsUtilisationOfProvisionedTime()
{
    // 600,000 s of work in 3,603,000 s
    Traffic traffic = trafficOf(4'000'000, 200ms, 1024);
    traffic.provisioned = {10, 100h + 2min, 750'000};
    QCOMPARE(forecastOf(shippedPrices(Architecture::X86_64), traffic, {}).utilisation.value(),
             166'527);

    traffic.requests *= 10;
    QVERIFY(forecastOf(shippedPrices(Architecture::X86_64), traffic, {}).utilisation.value()
            > AllParts);

    traffic.provisioned.environments = 0;
    QVERIFY(!forecastOf(shippedPrices(Architecture::X86_64), traffic, {}).utilisation);
}

void tst_Forecast::roundsOnceForAColdStart_data()
{
    QTest::addColumn<qint64>("duration"); // microseconds
    QTest::addColumn<qint64>("init");
    QTest::addColumn<qint64>("billed"); // milliseconds

    // The vectors of the documentation (cost-and-tuning, D.2).
    QTest::newRow("133.61 and 80") << qint64(133'610) << qint64(80'000) << qint64(214);
    QTest::newRow("3,016.78 and 84") << qint64(3'016'780) << qint64(84'000) << qint64(3101);
    QTest::newRow("3,004.92 and 111.23") << qint64(3'004'920) << qint64(111'230) << qint64(3117);
    QTest::newRow("no init") << qint64(933'590) << qint64(0) << qint64(934);
}

void tst_Forecast::roundsOnceForAColdStart()
{
    QFETCH(qint64, duration);
    QFETCH(qint64, init);
    QFETCH(qint64, billed);
    const Traffic traffic = withCold(trafficOf(1, std::chrono::microseconds(duration), 1024),
                                     AllParts, std::chrono::microseconds(init));

    const Forecast forecast = forecastOf(shippedPrices(Architecture::X86_64), traffic, {});

    QCOMPARE((forecast.handlerEach + forecast.initEach).count(), billed * 1000);
}

void tst_Forecast::countsRequestsOfAPayload_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("requests");

    QTest::newRow("none") << qint64(0) << qint64(1);
    QTest::newRow("256 kB") << qint64(262'144) << qint64(1);
    QTest::newRow("a byte more") << qint64(262'145) << qint64(2);
    QTest::newRow("320 kB") << qint64(327'680) << qint64(2);
    QTest::newRow("1 MB") << qint64(1'048'576) << qint64(13);
}

void tst_Forecast::countsRequestsOfAPayload()
{
    QFETCH(qint64, bytes);
    QFETCH(qint64, requests);

    QCOMPARE(requestsOfPayload(bytes), requests);
}

void tst_Forecast::countsRequestsOfAMonth_data()
{
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<int>("period");
    QTest::addColumn<qint64>("requests");

    QTest::newRow("a month") << qint64(3'000'000'000) << int(RatePeriod::Month)
                             << qint64(3'000'000);
    QTest::newRow("24 a day, 730 / 24 days")
        << qint64(24'000) << int(RatePeriod::Day) << qint64(730);
    QTest::newRow("10 an hour") << qint64(10'000) << int(RatePeriod::Hour) << qint64(7'300);
    QTest::newRow("1 a minute") << qint64(1'000) << int(RatePeriod::Minute) << qint64(43'800);
    QTest::newRow("2.5 a second") << qint64(2'500) << int(RatePeriod::Second) << qint64(6'570'000);
    QTest::newRow("half a request is one") << qint64(500) << int(RatePeriod::Month) << qint64(1);
    QTest::newRow("more than can be")
        << qint64(9'000'000'000'000'000) << int(RatePeriod::Second) << qint64(MostMonthlyRequests);
}

void tst_Forecast::countsRequestsOfAMonth()
{
    QFETCH(qint64, thousandths);
    QFETCH(int, period);
    QFETCH(qint64, requests);

    QCOMPARE(requestsPerMonth(thousandths, RatePeriod(period)), requests);
}

void tst_Forecast::refusesWhatLambdaHasNot_data()
{
    QTest::addColumn<Traffic>("traffic");
    QTest::addColumn<QString>("detail");
    const Traffic good = trafficOf(1'000, 100ms, 128);

    QTest::newRow("memory") << trafficOf(1'000, 100ms, 64) << u"memory: 64, 128..10240"_qs;
    QTest::newRow("a negative number")
        << trafficOf(-1, 100ms, 128) << u"requests: -1, 0..1000000000000000"_qs;
    QTest::newRow("a share above all")
        << withCold(good, 1'000'001, 0ms) << u"cold-share: 1000001, 0..1000000"_qs;
    Traffic payload = good;
    payload.payloadBytes = 1'048'577;
    QTest::newRow("a payload") << payload << u"payload: 1048577, 0..1048576"_qs;
}

void tst_Forecast::refusesWhatLambdaHasNot()
{
    QFETCH(Traffic, traffic);
    QFETCH(QString, detail);

    const Result<void> checked = checkTraffic(traffic);

    QVERIFY(!checked);
    QCOMPARE(checked.error().code, Error::Code::InvalidArgument);
    QCOMPARE(checked.error().detail, detail);
}

void tst_Forecast::showsNoWrongTotalWhenItDoesNotFit()
{
    Traffic traffic = trafficOf(MostMonthlyRequests, 24h, 10'240);
    traffic.ephemeralStorage = MebiBytes{10'240};

    const Forecast forecast = forecastOf(shippedPrices(Architecture::X86_64), traffic, {});

    QVERIFY(forecast.total().isOverflowed());
    QCOMPARE(forecast.total().exactText(), QString());
}

#include "tst_forecast.moc"
