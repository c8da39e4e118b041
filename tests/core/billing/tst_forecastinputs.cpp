// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecastinputs.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

RunFigures threeRuns()
{
    RunFigures runs;
    runs.runs = 3;
    runs.coldRuns = 1;
    runs.coldParts = 333'333;
    runs.averageBilled = 2'300us;
    runs.averageBilledInit = 49ms;
    runs.averageInit = 48'900us;
    runs.p50 = 1ms;
    runs.p90 = 2ms;
    runs.p99 = 3ms;
    runs.averageCpu = 900us;
    runs.memoryUsed = MebiBytes{40};
    return runs;
}

constexpr FreeTier WholeTier{1'000'000, 400'000, 100};

} // namespace

class tst_ForecastInputs : public QObject
{
    Q_OBJECT

private slots:
    void typedFiguresCountWithoutRuns();
    void runsGiveTheDuration_data();
    void runsGiveTheDuration();
    void runsGiveWhatIsAskedOfThem();
    void initNeedsAColdRun();
    void freeTierIsNeverMoreThanThereIs();
    void areKeptAsText();
    void nonsenseBecomesTheDefault_data();
    void nonsenseBecomesTheDefault();
    void comparesBothArchitecturesAndInstances();
    void comparesWithInstancesOnTheFunctionsArchitecture();
    void aRegionWithoutPricesHasNoForecast();
    void averageIsThePeakWithoutOne();
    void jsonHasExactAmountsAndFormulas();
};

COLDFRAME_TEST(tst_ForecastInputs);

void tst_ForecastInputs::typedFiguresCountWithoutRuns()
{
    ForecastInputs inputs;
    inputs.measuredColdShare = true;

    const ForecastPlan plan = planOf(inputs, {}, std::nullopt, WholeTier);

    QCOMPARE(plan.traffic.requests, 1'000'000);
    QVERIFY(plan.traffic.duration == 100ms);
    QVERIFY(plan.traffic.meaning == DurationMeaning::OfEachRequest);
    QCOMPARE(plan.traffic.coldParts, 10'000);
    QVERIFY(plan.traffic.init == 300ms);
    QVERIFY(!plan.cpu);
    QVERIFY(!plan.memoryUsed);
    QVERIFY(plan.freeTier == FreeTier{});
}

void tst_ForecastInputs::runsGiveTheDuration_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<qint64>("microseconds");

    QTest::newRow("average") << int(DurationSource::Average) << qint64(2'300);
    QTest::newRow("p50") << int(DurationSource::P50) << qint64(1'000);
    QTest::newRow("p90") << int(DurationSource::P90) << qint64(2'000);
    QTest::newRow("p99") << int(DurationSource::P99) << qint64(3'000);
    QTest::newRow("typed") << int(DurationSource::Typed) << qint64(100'000);
}

void tst_ForecastInputs::runsGiveTheDuration()
{
    QFETCH(int, source);
    QFETCH(qint64, microseconds);
    ForecastInputs inputs;
    inputs.durationSource = DurationSource(source);

    const ForecastPlan plan = planOf(inputs, {}, threeRuns(), WholeTier);

    QVERIFY(plan.traffic.duration == std::chrono::microseconds(microseconds));
    QCOMPARE(plan.traffic.meaning == DurationMeaning::AverageBilled,
             inputs.durationSource == DurationSource::Average);
}

void tst_ForecastInputs::runsGiveWhatIsAskedOfThem()
{
    ForecastInputs inputs;
    inputs.measuredColdShare = true;

    ForecastPlan plan = planOf(inputs, {}, threeRuns(), WholeTier);
    QCOMPARE(plan.traffic.coldParts, 333'333);
    QVERIFY(plan.traffic.init == 49ms);
    QVERIFY(plan.cpu.value() == 900us);
    QCOMPARE(plan.memoryUsed.value().value, 40);

    inputs.durationSource = DurationSource::P90;
    inputs.cpu = 5ms;
    plan = planOf(inputs, {}, threeRuns(), WholeTier);
    QVERIFY(plan.traffic.init == 48'900us); // rounded up together with the duration
    QVERIFY(plan.cpu.value() == 5ms);
}

void tst_ForecastInputs::initNeedsAColdRun()
{
    RunFigures runs = threeRuns();
    runs.coldRuns = 0;

    QVERIFY(planOf({}, {}, runs, WholeTier).traffic.init == 300ms);
}

void tst_ForecastInputs::freeTierIsNeverMoreThanThereIs()
{
    ForecastInputs inputs;
    inputs.freeTier = true;
    inputs.freeRequests = 5'000'000;
    inputs.freeGigabyteSeconds = 1'000;

    QVERIFY(
        (planOf(inputs, {}, std::nullopt, WholeTier).freeTier == FreeTier{1'000'000, 1'000, 100}));
}

void tst_ForecastInputs::areKeptAsText()
{
    ForecastInputs inputs;
    inputs.rateThousandths = 12'500;
    inputs.period = RatePeriod::Second;
    inputs.durationSource = DurationSource::P99;
    inputs.duration = 1'234us;
    inputs.measuredColdShare = true;
    inputs.coldParts = 5;
    inputs.measuredInit = false;
    inputs.init = 7us;
    inputs.armThousandths = 950;
    inputs.freeTier = true;
    inputs.freeRequests = 1;
    inputs.freeGigabyteSeconds = 2;
    inputs.provisioned = {3, 8h, 900'000};
    inputs.snapStart = {2, 100h};
    inputs.responseBytes = 10'000'000;
    inputs.payloadBytes = 300'000;
    inputs.tenantIsolation = true;
    inputs.peakMilliRequests = 60'000;
    inputs.cpu = 3ms;

    QVERIFY(forecastInputsFrom(textOf(inputs)) == inputs);
    QVERIFY(forecastInputsFrom(textOf(ForecastInputs())) == ForecastInputs());
}

void tst_ForecastInputs::nonsenseBecomesTheDefault_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << u"{"_qs;
    QTest::newRow("a list") << u"[1]"_qs;
    QTest::newRow("values out of range")
        << u"{\"coldParts\": 1000001, \"period\": 9, \"armThousandths\": 0, \"durationUs\": -1}"_qs;
    QTest::newRow("values of another kind")
        << u"{\"coldParts\": \"1\", \"freeTier\": 1, \"initUs\": 1.5}"_qs;
}

void tst_ForecastInputs::nonsenseBecomesTheDefault()
{
    QFETCH(QString, text);

    QVERIFY(forecastInputsFrom(text) == ForecastInputs());
}

namespace {

ActivePriceBook shipped()
{
    return loadActivePriceBook(QStringLiteral(COLDFRAME_SOURCE_DIR), {}).value();
}

ForecastPlan examplePlan()
{
    ForecastPlan plan;
    plan.region = QStringLiteral("us-east-1");
    plan.traffic.requests = 3'000'000;
    plan.traffic.duration = 120ms;
    plan.traffic.memory = MebiBytes{1536};
    plan.freeTier = WholeTier;
    return plan;
}

} // namespace

void tst_ForecastInputs::comparesBothArchitecturesAndInstances()
{
    ForecastPlan plan = examplePlan();
    plan.armThousandths = 1250;

    const ForecastComparison comparison = compareForecasts(shipped(), plan);

    QCOMPARE(comparison.x86.forecast.value().total().exactText(), u"2.733338"_qs);
    // 150 ms x 3e6 x 1.5 GB = 675,000 - 400,000 = 275,000 GB-s x 0.0000133334 = 3.666685; 0.4
    QCOMPARE(comparison.arm.forecast.value().total().exactText(), u"4.066685"_qs);
    QCOMPARE(comparison.slowestPayingArm.value(), 1'249'996);
    QVERIFY(comparison.instances.size() > 20);
    QCOMPARE(comparison.x86.provisioned.size(), std::size_t(3));
}

void tst_ForecastInputs::comparesWithInstancesOnTheFunctionsArchitecture()
{
    ForecastPlan plan = examplePlan();
    const auto first = [&plan] {
        return compareForecasts(shipped(), plan).instances.front().breakEvenRequests.value();
    };

    const std::int64_t x86 = first();
    plan.architecture = Architecture::Arm64;

    QVERIFY(first() > x86); // arm64 costs less, so that it takes more requests
}

void tst_ForecastInputs::aRegionWithoutPricesHasNoForecast()
{
    ForecastPlan plan = examplePlan();
    plan.region = QStringLiteral("af-south-1");

    const ForecastComparison comparison = compareForecasts(shipped(), plan);

    QVERIFY(comparison.x86.forecast);
    QVERIFY(!comparison.arm.forecast);
    QVERIFY(!comparison.slowestPayingArm);
    QVERIFY(comparison.instances.empty());
}

void tst_ForecastInputs::averageIsThePeakWithoutOne()
{
    ForecastPlan plan = examplePlan(); // 3e6 / 2,628,000 s = 1.1416
    QCOMPARE(compareForecasts(shipped(), plan).peak.milliRequests, 1142);

    plan.peakMilliRequests = 50'000;
    QCOMPARE(compareForecasts(shipped(), plan).peak.milliRequests, 50'000);
}

void tst_ForecastInputs::jsonHasExactAmountsAndFormulas()
{
    const ActivePriceBook book = shipped();

    const OrderedJson json = forecastToJson(compareForecasts(book, examplePlan()), book);

    QCOMPARE(json["x86_64"]["total"].get<std::string>(), std::string("2.733338"));
    QCOMPARE(json["x86_64"]["lines"][1]["item"].get<std::string>(), std::string("duration"));
    QCOMPARE(json["x86_64"]["lines"][1]["formulas"][0].get<std::string>(),
             std::string("3000000 * 0.12 * 1.5 = 540000"));
    QCOMPARE(json["priceBook"]["date"].get<std::string>(), std::string("2026-09-19"));
    QVERIFY(json["instances"].size() > 20);
}

#include "tst_forecastinputs.moc"
