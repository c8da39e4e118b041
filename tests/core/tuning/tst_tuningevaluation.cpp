// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_TuningEvaluation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void predictionsOfASample();
    void costsAreExact();
    void bestSizes_data();
    void bestSizes();
    void nearlyAsCheapAndFaster();
    void theMemoryFloor();
    void aTimeoutIsForeseen();
    void aFactorChangesCpuTimeOnly();
    void startUpCountsWithColdStarts();
    void threadsAreNoticed();
    void measuredAgainstPredicted();
    void aSizeThatFailedIsNotChosen();
    void whyASizeIsNotMeasured();
    void sizesToMeasure_data();
    void sizesToMeasure();
    void nothingMeasured();
};

void tst_TuningEvaluation::predictionsOfASample()
{
    const TuningResult result = evaluateTuning(samplePlan(), sampleMeasurements(80, 60), {});

    QCOMPARE(result.cpu, std::chrono::nanoseconds(60ms));
    QCOMPARE(result.waiting, std::chrono::nanoseconds(80ms));
    QCOMPARE(result.runs, 20);
    // 41 periods and what is left of 60 ms after 41 quotas of 1.447 ms
    QVERIFY(std::abs((sizeOf(result, 128).predicted - fromMilliseconds(900.6670)).count()) < 1000);
    QCOMPARE(sizeOf(result, 1769).predicted, std::chrono::nanoseconds(140ms));
    QCOMPARE(sizeOf(result, 3008).predicted, std::chrono::nanoseconds(140ms));
    QVERIFY(!sizeOf(result, 1769).isExtrapolated);
    QVERIFY(sizeOf(result, 3008).isExtrapolated);
}

void tst_TuningEvaluation::costsAreExact()
{
    const TuningResult result = evaluateTuning(samplePlan(), sampleMeasurements(0, 300), {});

    const TunedSize &size = sizeOf(result, 1769);
    QCOMPARE(size.billed, 300ms);
    const Money duration = UnitPrice::fromText(u"0.0000166667")
                               ->forUsage(GigabyteSeconds::of(MebiBytes{1769}, 300ms));
    QCOMPARE(size.durationCost.exactText(), duration.exactText());
    QCOMPARE(size.cost.exactText(),
             (duration + UnitPrice::fromText(u"0.0000002")->forCount(1)).exactText());
}

void tst_TuningEvaluation::bestSizes_data()
{
    QTest::addColumn<double>("waiting");
    QTest::addColumn<double>("cpu");
    QTest::addColumn<int>("cost");
    QTest::addColumn<int>("speed");

    // The staircase is a little below the straight line between its steps.
    QTest::newRow("computing") << 0.0 << 300.0 << 1024 << 1769;
    QTest::newRow("waiting: 2 ms are within the quota of 256 MB") << 200.0 << 2.0 << 128 << 256;
    QTest::newRow("both") << 80.0 << 60.0 << 128 << 1769;
}

void tst_TuningEvaluation::bestSizes()
{
    QFETCH(const double, waiting);
    QFETCH(const double, cpu);
    QFETCH(const int, cost);
    QFETCH(const int, speed);

    const TuningResult result = evaluateTuning(samplePlan(), sampleMeasurements(waiting, cpu), {});

    QCOMPARE(bestMemory(result, TuningStrategy::Cost).value, std::int64_t(cost));
    QCOMPARE(bestMemory(result, TuningStrategy::Speed).value, std::int64_t(speed));
}

void tst_TuningEvaluation::nearlyAsCheapAndFaster()
{
    const TuningResult computing = evaluateTuning(samplePlan(), sampleMeasurements(0, 300), {});
    QVERIFY(computing.nearlyAsCheap.has_value());
    QCOMPARE(computing.sizes[*computing.nearlyAsCheap].memory, MebiBytes{1769});

    const TuningResult waiting = evaluateTuning(samplePlan(), sampleMeasurements(200, 2), {});
    QVERIFY(!waiting.nearlyAsCheap.has_value());
}

void tst_TuningEvaluation::theMemoryFloor()
{
    TuningMeasurements measurements = sampleMeasurements(200, 2);
    measurements.peakMemory = MebiBytes{214}; // x 1.2 = 256.8

    const TuningResult result = evaluateTuning(samplePlan(), measurements, {});

    QCOMPARE(result.memoryFloor, MebiBytes{257});
    QVERIFY(sizeOf(result, 256).obstacle == SizeObstacle::TooLittleMemory);
    QVERIFY(sizeOf(result, 512).obstacle == SizeObstacle::None);
    QCOMPARE(bestMemory(result, TuningStrategy::Cost), MebiBytes{512});
    measurements.peakMemory = MebiBytes{213}; // x 1.2 = 255.6
    QCOMPARE(evaluateTuning(samplePlan(), measurements, {}).memoryFloor, MebiBytes{256});
}

void tst_TuningEvaluation::aTimeoutIsForeseen()
{
    TuningPlan plan = samplePlan();
    plan.request.function.timeout = 3s;

    const TuningResult result = evaluateTuning(plan, sampleMeasurements(0, 300), {});

    QVERIFY(sizeOf(result, 128).obstacle == SizeObstacle::TimesOut); // 4.1 s
    QVERIFY(sizeOf(result, 256).obstacle == SizeObstacle::None);
}

void tst_TuningEvaluation::aFactorChangesCpuTimeOnly()
{
    Calibration calibration;
    calibration.source = Calibration::Source::Given;
    calibration.factor = 2;

    const TuningResult result
        = evaluateTuning(samplePlan(), sampleMeasurements(80, 60), calibration);

    QCOMPARE(sizeOf(result, 1769).predicted, std::chrono::nanoseconds(140ms));
    QCOMPARE(sizeOf(result, 1769).onLambda, std::chrono::nanoseconds(200ms));
    QCOMPARE(sizeOf(result, 1769).billed, 200ms);
}

void tst_TuningEvaluation::startUpCountsWithColdStarts()
{
    TuningPlan plan = samplePlan();
    plan.onlyColdStarts = true;
    plan.request.function.timeout = 1s;
    TuningMeasurements measurements = sampleMeasurements(10, 0, 5);
    for (std::size_t i = 0; i < 5; ++i)
        measurements.baseline[i].startUp
            = std::chrono::seconds(1 + i); // of these nothing is left out

    const TuningResult result = evaluateTuning(plan, measurements, {});

    QCOMPARE(result.startUp, std::chrono::nanoseconds(3s));
    QCOMPARE(sizeOf(result, 128).predicted, std::chrono::nanoseconds(3010ms));
    QVERIFY(sizeOf(result, 128).obstacle == SizeObstacle::None); // not under the timeout
}

void tst_TuningEvaluation::threadsAreNoticed()
{
    TuningMeasurements measurements = sampleMeasurements(0, 100);
    for (BaselineSample &sample : measurements.baseline)
        sample.cpu = 200ms; // two processors during 100 ms

    const TuningResult result = evaluateTuning(samplePlan(), measurements, {});

    QCOMPARE(result.parallelism, 2.0);
    QCOMPARE(result.waiting, 0ns);
    QVERIFY(sizeOf(result, 3008).predicted < 150ms);
    QVERIFY(sizeOf(result, 1769).predicted > 180ms);
}

void tst_TuningEvaluation::measuredAgainstPredicted()
{
    TuningMeasurements measurements = sampleMeasurements(80, 60);
    measurements.sizes.push_back({MebiBytes{1769}, Samples(20, 154ms), {}, false});
    measurements.sizes.push_back({MebiBytes{1024}, {}, {}, false});

    const TuningResult result = evaluateTuning(samplePlan(), measurements, {});

    const TunedSize &size = sizeOf(result, 1769);
    QVERIFY(size.measured.has_value());
    QCOMPARE(size.measured->runs, 20);
    QCOMPARE(size.measured->mean, std::chrono::nanoseconds(154ms));
    QVERIFY(std::abs(size.measured->error - 0.1) < 1e-9);
    QVERIFY(size.notMeasured == NotMeasured::Measured);
    QVERIFY(!sizeOf(result, 1024).measured.has_value()); // nothing of it succeeded
    QVERIFY(std::abs(result.meanError.value() - 0.1) < 1e-9);
}

void tst_TuningEvaluation::aSizeThatFailedIsNotChosen()
{
    TuningMeasurements measurements = sampleMeasurements(200, 2);
    measurements.sizes.push_back(
        {MebiBytes{128}, {}, {2, InvocationStatus::Failed, QStringLiteral("MemoryError")}, true});

    const TuningResult result = evaluateTuning(samplePlan(), measurements, {});

    QVERIFY(sizeOf(result, 128).obstacle == SizeObstacle::Failed);
    QCOMPARE(bestMemory(result, TuningStrategy::Cost), MebiBytes{256});
}

void tst_TuningEvaluation::whyASizeIsNotMeasured()
{
    TuningMeasurements measurements = sampleMeasurements(200, 2);
    measurements.peakMemory = MebiBytes{150};
    TuningPlan plan = samplePlan();
    plan.sizes.push_back(MebiBytes{3538}); // two vCPUs
    plan.sizes.push_back(MebiBytes{3539});

    TuningResult result = evaluateTuning(plan, measurements, {});
    QVERIFY(sizeOf(result, 128).notMeasured == NotMeasured::Obstacle);
    QVERIFY(sizeOf(result, 512).notMeasured == NotMeasured::NotAmongThose);
    QVERIFY(sizeOf(result, 3538).notMeasured == NotMeasured::NotAmongThose);
    QVERIFY(sizeOf(result, 3539).notMeasured == NotMeasured::TooManyProcessors);

    plan.verifiedSizes = 0;
    result = evaluateTuning(plan, measurements, {});
    QVERIFY(sizeOf(result, 512).notMeasured == NotMeasured::NotWanted);

    plan.quota = QuotaMeans::None;
    result = evaluateTuning(plan, measurements, {});
    QVERIFY(sizeOf(result, 512).notMeasured == NotMeasured::NoQuota);
}

void tst_TuningEvaluation::sizesToMeasure_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QList<int>>("sizes");

    QTest::newRow("none") << 0 << QList<int>{};
    QTest::newRow("the best of the strategy") << 1 << QList<int>{128};
    QTest::newRow("and the largest") << 2 << QList<int>{128, 3008};
    QTest::newRow("and the best of all strategies") << 4 << QList<int>{128, 1024, 1769, 3008};
    QTest::newRow("and one between") << 5 << QList<int>{128, 1024, 1536, 1769, 3008};
}

void tst_TuningEvaluation::sizesToMeasure()
{
    QFETCH(const int, number);
    QFETCH(const QList<int>, sizes);
    TuningPlan plan = samplePlan();
    plan.verifiedSizes = number;

    QList<int> got;
    for (const MebiBytes size : sizesToVerify(plan, sampleMeasurements(80, 60)))
        got.append(static_cast<int>(size.value));

    if (number == 5) // which one is between is of no account
        QCOMPARE(got.size(), 5);
    else
        QCOMPARE(got, sizes);
}

void tst_TuningEvaluation::nothingMeasured()
{
    const TuningResult result = evaluateTuning(samplePlan(), {}, {});

    QVERIFY(result.sizes.empty());
    QVERIFY(!result.bestFor(TuningStrategy::Cost).has_value());
    QVERIFY(sizesToVerify(samplePlan(), {}).empty());
}

COLDFRAME_TEST(tst_TuningEvaluation);

#include "tst_tuningevaluation.moc"
