// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningrun.h"
#include "tests/core/invoker/answeringinvoker.h"
#include "tests/core/invoker/invokertest.h"
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_TuningRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void baselineThenSizesInTurn();
    void onlyColdStarts();
    void quickMeansNoQuota();
    void weightedEvents_data();
    void weightedEvents();
    void aRunThatWasColdIsRepeated();
    void aFunctionThatFails();
    void aSizeThatFails();
    void errorsOfTheInvoker();
    void stops();
    void oneAtATime();
    void wrongPlans_data();
    void wrongPlans();
    void progress();
    void aRealFunction();
};

namespace {

/// 80 ms of waiting and 60 ms of CPU time; under a quota what that makes.
std::optional<Result<InvocationRecord>> compute(const InvocationRequest &request)
{
    InvocationRecord record = warmRecord(request, "null");
    record.report.duration = 140ms;
    record.report.maxMemoryUsed = MebiBytes{50};
    record.cpuTime = 60ms;
    record.cpuTimeMeans = CpuTimeMeans::ControlGroup;
    if (request.start == StartChoice::ForceCold) {
        record.coldStart = ColdStartReason::Requested;
        record.report.initDuration = 400ms;
        record.report.duration = 9s; // a first run counts nowhere but as a cold start
    }
    return record;
}

TuningPlan shortPlan()
{
    TuningPlan plan = samplePlan();
    plan.request = eventFor(QStringLiteral("compute"));
    plan.request.function.timeout = 30s;
    plan.number = 5;
    plan.verifiedSizes = 3;
    return plan;
}

Result<TuningMeasurements> finished(TuningRun &run, const TuningPlan &plan)
{
    const Async<TuningMeasurements> future = run.run(plan);
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
        return failure(Error::Code::Cancelled, QStringLiteral("it does not end"));
    return future.result();
}

} // namespace

void tst_TuningRun::baselineThenSizesInTurn()
{
    AnsweringInvoker invoker(compute);
    TuningRun run(invoker);

    const auto measured = finished(run, shortPlan());

    QVERIFY(measured.has_value());
    QCOMPARE(measured->baseline.size(), std::size_t(5));
    QCOMPARE(measured->baseline.front(), (BaselineSample{140ms, 60ms, 0ns}));
    QCOMPARE(measured->baselineMemory, MebiBytes{3008});
    QCOMPARE(measured->peakMemory, MebiBytes{50});
    QVERIFY(measured->cpuMeans == CpuTimeMeans::ControlGroup);
    QCOMPARE(measured->sizes.size(), std::size_t(3));
    for (const SizeMeasurement &size : measured->sizes)
        QCOMPARE(size.durations, Samples(5, 140ms));

    QCOMPARE(invoker.requests.size(), std::size_t(6 + 3 * 6));
    for (std::size_t i = 0; i < invoker.requests.size(); ++i) {
        const InvocationRequest &request = invoker.requests[i];
        QVERIFY(request.emulation.measuresCpu);
        QCOMPARE(request.emulation.limitsCpu, i >= 6);
        // The first run of each environment starts it.
        QCOMPARE(request.start == StartChoice::ForceCold, i == 0 || (i >= 6 && i < 9));
    }
    std::set<QString> versions;
    for (std::size_t i = 6; i < 9; ++i) {
        QCOMPARE(invoker.requests[i].function.memory, invoker.requests[i + 3].function.memory);
        QCOMPARE(invoker.requests[i].function.version, invoker.requests[i + 3].function.version);
        versions.insert(invoker.requests[i].function.version);
    }
    versions.insert(invoker.requests[0].function.version);
    QCOMPARE(versions.size(), std::size_t(4)); // they must not end each other's environments
    QVERIFY(versions.count(QStringLiteral("$LATEST")) == 0);
}

void tst_TuningRun::onlyColdStarts()
{
    AnsweringInvoker invoker(compute);
    TuningRun run(invoker);
    TuningPlan plan = shortPlan();
    plan.onlyColdStarts = true;

    const auto measured = finished(run, plan);

    QVERIFY(measured.has_value());
    QCOMPARE(invoker.requests.size(), std::size_t(5 + 3 * 5));
    for (const InvocationRequest &request : invoker.requests)
        QVERIFY(request.start == StartChoice::ForceCold);
    QCOMPARE(measured->baseline.front(), (BaselineSample{9s, 60ms, 400ms}));
    QCOMPARE(measured->sizes.front().durations, Samples(5, 9400ms));
}

void tst_TuningRun::quickMeansNoQuota()
{
    AnsweringInvoker invoker(compute);
    TuningRun run(invoker);
    TuningPlan plan = shortPlan();
    plan.verifiedSizes = 0;

    const auto measured = finished(run, plan);

    QVERIFY(measured.has_value());
    QVERIFY(measured->sizes.empty());
    QCOMPARE(invoker.requests.size(), std::size_t(6));

    plan.verifiedSizes = 3;
    plan.quota = QuotaMeans::None;
    QVERIFY(finished(run, plan)->sizes.empty());
}

void tst_TuningRun::weightedEvents_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QList<int>>("weights");
    QTest::addColumn<QList<int>>("counts");

    QTest::newRow("parts") << 100 << QList<int>{5, 15, 30} << QList<int>{10, 30, 60};
    QTest::newRow("the last takes the rest") << 10 << QList<int>{1, 1, 1} << QList<int>{3, 3, 4};
    QTest::newRow("one") << 5 << QList<int>{7} << QList<int>{5};
}

void tst_TuningRun::weightedEvents()
{
    QFETCH(const int, number);
    QFETCH(const QList<int>, weights);
    QFETCH(const QList<int>, counts);
    TuningPlan plan = shortPlan();
    plan.number = number;
    for (int i = 0; i < weights.size(); ++i)
        plan.events.push_back({QByteArray::number(i), weights[i]});

    const std::vector<QByteArray> events = eventsOf(plan);

    QCOMPARE(events.size(), std::size_t(number));
    for (int i = 0; i < counts.size(); ++i)
        QCOMPARE(std::count(events.begin(), events.end(), QByteArray::number(i)),
                 std::ptrdiff_t(counts[i]));
}

void tst_TuningRun::aRunThatWasColdIsRepeated()
{
    int runs = 0;
    AnsweringInvoker invoker([&runs](const InvocationRequest &request) {
        auto answer = compute(request);
        if (++runs == 3)
            (*answer)->coldStart = ColdStartReason::EnvironmentLost;
        return answer;
    });
    TuningRun run(invoker);
    TuningPlan plan = shortPlan();
    plan.verifiedSizes = 0;

    const auto measured = finished(run, plan);

    QCOMPARE(measured->baseline.size(), std::size_t(5));
    QCOMPARE(invoker.requests.size(), std::size_t(7));
}

void tst_TuningRun::aFunctionThatFails()
{
    AnsweringInvoker invoker(failAlways);
    TuningRun run(invoker);

    const auto measured = finished(run, shortPlan());

    QVERIFY(measured.has_value()); // not our error
    QVERIFY(measured->isGivenUp);
    QCOMPARE(measured->baselineFailed.failures, 3);
    QCOMPARE(measured->baselineFailed.errorType, QStringLiteral("ValueError"));
    QVERIFY(measured->baselineFailed.status == InvocationStatus::Failed);
    QCOMPARE(invoker.requests.size(), std::size_t(3));
}

void tst_TuningRun::aSizeThatFails()
{
    AnsweringInvoker invoker([](const InvocationRequest &request) {
        return request.function.memory == MebiBytes{128} ? failAlways(request) : compute(request);
    });
    TuningRun run(invoker);

    const auto measured = finished(run, shortPlan());

    QVERIFY(measured.has_value());
    const SizeMeasurement &smallest = measured->sizes.front();
    QCOMPARE(smallest.memory, MebiBytes{128});
    QVERIFY(smallest.isGivenUp);
    QCOMPARE(smallest.failed.failures, 2);
    QCOMPARE(measured->sizes.back().durations.size(), std::size_t(5));
    QCOMPARE(invoker.requests.size(), std::size_t(6 + 2 + 2 * 6));
}

void tst_TuningRun::errorsOfTheInvoker()
{
    AnsweringInvoker invoker(throttle);
    TuningRun run(invoker);

    const auto measured = finished(run, shortPlan());

    QVERIFY(!measured.has_value());
    QVERIFY(measured.error().code == Error::Code::Throttled);
    QVERIFY(!run.isRunning());
}

void tst_TuningRun::stops()
{
    FakeInvoker invoker;
    TuningRun run(invoker);
    const Async<TuningMeasurements> future = run.run(shortPlan());
    QVERIFY(invoker.isRunning());

    run.cancel();

    QCOMPARE(invoker.stopped, QStringList{invoker.requests.front().requestId});
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.result().error().code == Error::Code::Cancelled);
    QCOMPARE(invoker.requests.size(), std::size_t(1));
}

void tst_TuningRun::oneAtATime()
{
    AnsweringInvoker invoker(neverAnswer);
    TuningRun run(invoker);
    const Async<TuningMeasurements> first = run.run(shortPlan());

    const Async<TuningMeasurements> second = run.run(shortPlan());

    QVERIFY(second.isFinished());
    QVERIFY(second.result().error().code == Error::Code::InvalidArgument);
    QVERIFY(!first.isFinished());
}

using PlanChange = void (*)(TuningPlan &plan);
Q_DECLARE_METATYPE(PlanChange)

void tst_TuningRun::wrongPlans_data()
{
    QTest::addColumn<PlanChange>("change");
    const auto row = [](const char *name, PlanChange change) { QTest::newRow(name) << change; };
    row("no sizes", [](TuningPlan &plan) { plan.sizes.clear(); });
    row("too small", [](TuningPlan &plan) { plan.sizes.push_back(MebiBytes{127}); });
    row("too large", [](TuningPlan &plan) { plan.sizes.push_back(MebiBytes{10241}); });
    row("too few runs", [](TuningPlan &plan) { plan.number = 4; });
    row("too much discarded", [](TuningPlan &plan) { plan.discard = 0.41; });
    row("weight", [](TuningPlan &plan) { plan.balancedWeight = 1.1; });
    row("more events than runs", [](TuningPlan &plan) { plan.events.resize(6); });
    row("an event without weight", [](TuningPlan &plan) { plan.events.push_back({"{}", 0}); });
}

void tst_TuningRun::wrongPlans()
{
    QFETCH(const PlanChange, change);
    AnsweringInvoker invoker(compute);
    TuningRun run(invoker);
    TuningPlan plan = shortPlan();
    QVERIFY(checkTuningPlan(plan).has_value());
    change(plan);

    const auto measured = finished(run, plan);

    QVERIFY(!measured.has_value());
    QVERIFY(measured.error().code == Error::Code::InvalidArgument);
    QVERIFY(invoker.requests.empty());
}

void tst_TuningRun::progress()
{
    AnsweringInvoker invoker(compute);
    TuningRun run(invoker);
    std::vector<TuningProgress> told;
    connect(&run, &TuningRun::progressed, this,
            [&told](const TuningProgress &progress) { told.push_back(progress); });

    QVERIFY(finished(run, shortPlan()).has_value());

    QCOMPARE(told.size(), std::size_t(24));
    for (std::size_t i = 0; i < told.size(); ++i) {
        QCOMPARE(told[i].done, static_cast<int>(i));
        QCOMPARE(told[i].total, 24);
        QCOMPARE(told[i].stage == TuningProgress::Stage::Verification, i >= 6);
    }
}

/// Under the quota of 512 MB, 29 % of a processor, computing takes longer than without a limit.
void tst_TuningRun::aRealFunction()
{
    InvokerTest test;
    TuningRun run(test.invoker());
    TuningPlan plan = samplePlan();
    plan.request = requestFor(plainPython, QStringLiteral("burns"), "{\"burnMs\": 60}");
    plan.request.function.timeout = 60s;
    plan.sizes = {MebiBytes{512}};
    plan.number = 5;
    plan.verifiedSizes = 1;

    const auto measured = finished(run, plan);

    QVERIFY2(measured.has_value(), measured ? "" : qPrintable(measured.error().detail));
    QCOMPARE(measured->baseline.size(), std::size_t(5));
    for (const BaselineSample &sample : measured->baseline)
        QVERIFY(sample.cpu >= 48ms);
    QCOMPARE(measured->sizes.size(), std::size_t(1));
    QCOMPARE(measured->sizes.front().durations.size(), std::size_t(5));
    QVERIFY(*trimmedMean(measured->sizes.front().durations, 0.2) > 150ms); // 60 / 0.29 is 207
    const TuningResult result = evaluateTuning(plan, *measured, {});
    QVERIFY(result.sizes.front().predicted > 150ms);
    QVERIFY(result.sizes.front().measured.has_value());
}

COLDFRAME_TEST(tst_TuningRun);

#include "tst_tuningrun.moc"
