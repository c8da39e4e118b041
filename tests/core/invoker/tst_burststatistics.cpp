// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/burststatistics.h"

#include "tests/support/testmain.h"

#include <QList>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_BurstStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearestRankIsASample_data();
    void nearestRankIsASample();
    void nothingWithoutSamples();
    void latenciesAreByNearestRank();
    void sortsOutcomes_data();
    void sortsOutcomes();
    void countsHowInvocationsEnd();
    void countsThrottlesByReason();
    void keepsTheFirstErrorOnly();
    void latencyIsWithoutTheLocalWait();
    void throttledAndStoppedOnesHaveNoLatency();
    void measuresWhatIsInFlight();
    void coldStartsStandWhereTheirEnvironmentBegan();
    void bucketsBecomeWiderInsteadOfMore();
    void quietStretchesHoldTheLevel();
    void widerBucketsLoseNothing();
};

COLDFRAME_TEST(tst_BurstStatistics);

namespace {

using Kind = BurstOutcome::Kind;

BurstOutcome outcome(Kind kind, bool isCold = false, std::chrono::nanoseconds localWait = {})
{
    BurstOutcome made;
    made.kind = kind;
    made.isCold = isCold;
    made.localWait = localWait;
    return made;
}

std::vector<std::chrono::nanoseconds> milliseconds(const QList<int> &values)
{
    std::vector<std::chrono::nanoseconds> samples;
    for (const int value : values)
        samples.push_back(std::chrono::milliseconds(value));
    return samples;
}

QList<int> upTo(int last)
{
    QList<int> values;
    for (int i = last; i >= 1; --i)
        values.append(i);
    return values;
}

} // namespace

void tst_BurstStatistics::nearestRankIsASample_data()
{
    QTest::addColumn<QList<int>>("samples");
    QTest::addColumn<double>("percent");
    QTest::addColumn<int>("expected");

    const QList<int> five{15, 20, 35, 40, 50};
    QTest::newRow("5 of 5: the first") << five << 5.0 << 15;
    QTest::newRow("30 of 5: the second") << five << 30.0 << 20;
    QTest::newRow("40 of 5: still the second") << five << 40.0 << 20;
    QTest::newRow("just above 40 of 5: the third") << five << 40.1 << 35;
    QTest::newRow("50 of 5: the third") << five << 50.0 << 35;
    QTest::newRow("100 of 5: the last") << five << 100.0 << 50;
    QTest::newRow("one sample is every percentile") << QList<int>{7} << 99.0 << 7;
    QTest::newRow("50 of 2: the first") << QList<int>{1, 2} << 50.0 << 1;
    QTest::newRow("99 of 100") << upTo(100) << 99.0 << 99;
    QTest::newRow("99 of 101") << upTo(101) << 99.0 << 100;
    QTest::newRow("rounding makes no rank") << upTo(1000) << 99.9 << 999;
    QTest::newRow("in any order") << QList<int>{3, 1, 2} << 50.0 << 2;
    QTest::newRow("equal ones count") << QList<int>{1, 1, 1, 9} << 75.0 << 1;
}

void tst_BurstStatistics::nearestRankIsASample()
{
    QFETCH(QList<int>, samples);
    QFETCH(double, percent);
    QFETCH(int, expected);

    QCOMPARE(nearestRank(milliseconds(samples), percent),
             std::optional<std::chrono::nanoseconds>(std::chrono::milliseconds(expected)));
}

void tst_BurstStatistics::nothingWithoutSamples()
{
    QVERIFY(!nearestRank({}, 50));
    QVERIFY(!latenciesOf({}));
}

void tst_BurstStatistics::latenciesAreByNearestRank()
{
    QCOMPARE(latenciesOf(milliseconds(upTo(200))),
             std::optional(BurstLatencies{100ms, 180ms, 198ms, 200ms}));
}

void tst_BurstStatistics::sortsOutcomes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("kind");

    const auto record = [](const char *name, InvocationStatus status, Kind kind) {
        QTest::newRow(name) << int(status) << -1 << int(kind);
    };
    const auto error = [](const char *name, Error::Code code, Kind kind) {
        QTest::newRow(name) << -1 << int(code) << int(kind);
    };
    record("succeeded", InvocationStatus::Succeeded, Kind::Succeeded);
    record("failed", InvocationStatus::Failed, Kind::Failed);
    record("timed out", InvocationStatus::TimedOut, Kind::TimedOut);
    record("stopped", InvocationStatus::Stopped, Kind::Stopped);
    error("throttled", Error::Code::Throttled, Kind::Throttled);
    error("cancelled", Error::Code::Cancelled, Kind::Stopped);
    error("no interpreter", Error::Code::InterpreterNotFound, Kind::NotRun);
}

void tst_BurstStatistics::sortsOutcomes()
{
    QFETCH(int, status);
    QFETCH(int, code);
    QFETCH(int, kind);
    Result<InvocationRecord> result = failure(Error::Code(code), QStringLiteral("why"));
    if (status >= 0) {
        InvocationRecord record;
        record.status = InvocationStatus(status);
        record.coldStart = ColdStartReason::AllBusy;
        record.localWait = 3ms;
        result = record;
    }

    const BurstOutcome sorted = burstOutcomeOf(result);

    QCOMPARE(int(sorted.kind), kind);
    QCOMPARE(sorted.isCold, status >= 0);
    QCOMPARE(sorted.localWait, status >= 0 ? std::chrono::nanoseconds(3ms) : 0ns);
    QCOMPARE(sorted.throttleReason,
             sorted.kind == Kind::Throttled ? QStringLiteral("why") : QString());
    QCOMPARE(sorted.error.has_value(), sorted.kind == Kind::NotRun);
}

void tst_BurstStatistics::countsHowInvocationsEnd()
{
    BurstStatistics statistics;
    for (int i = 0; i < 7; ++i)
        statistics.noteSent(0ms);
    statistics.noteEnded(0ms, 50ms, outcome(Kind::Succeeded, true));
    statistics.noteEnded(0ms, 51ms, outcome(Kind::Succeeded));
    statistics.noteEnded(0ms, 52ms, outcome(Kind::Failed, true));
    statistics.noteEnded(0ms, 53ms, outcome(Kind::TimedOut));
    statistics.noteEnded(0ms, 54ms, outcome(Kind::Stopped));
    statistics.noteEnded(0ms, 55ms, outcome(Kind::NotRun));

    QCOMPARE(statistics.sent, 7);
    QCOMPARE(statistics.succeeded, 2);
    QCOMPARE(statistics.failed, 1);
    QCOMPARE(statistics.timedOut, 1);
    QCOMPARE(statistics.stopped, 1);
    QCOMPARE(statistics.notRun, 1);
    QCOMPARE(statistics.coldStarts, 2);
    QCOMPARE(statistics.endedCount(), 6);
    QCOMPARE(statistics.inFlight(), 1);
    QCOMPARE(statistics.duration, 55ms);
}

void tst_BurstStatistics::countsThrottlesByReason()
{
    BurstStatistics statistics;
    BurstOutcome throttled = outcome(Kind::Throttled);
    for (const char *reason : {"Reserved", "Rate", "Reserved"}) {
        throttled.throttleReason = QLatin1String(reason);
        statistics.noteSent(0ms);
        statistics.noteEnded(0ms, 1ms, throttled);
    }

    QCOMPARE(statistics.throttledCount(), 3);
    QCOMPARE(
        statistics.throttled,
        (std::map<QString, int>{{QStringLiteral("Rate"), 1}, {QStringLiteral("Reserved"), 2}}));
    QCOMPARE(statistics.series().buckets().front().throttled, 3);
    QCOMPARE(statistics.series().buckets().front().ended, 0);
}

void tst_BurstStatistics::keepsTheFirstErrorOnly()
{
    BurstStatistics statistics;
    for (const char *detail : {"first", "second"}) {
        BurstOutcome ended = outcome(Kind::NotRun);
        ended.error = Error{Error::Code::SpawnFailed, QLatin1String(detail)};
        statistics.noteSent(0ms);
        statistics.noteEnded(0ms, 1ms, ended);
    }

    QCOMPARE(statistics.firstError->detail, QStringLiteral("first"));
    QCOMPARE(statistics.notRun, 2);
}

void tst_BurstStatistics::latencyIsWithoutTheLocalWait()
{
    BurstStatistics statistics;
    statistics.noteSent(10ms);
    statistics.noteEnded(10ms, 110ms, outcome(Kind::Succeeded, true, 60ms));

    QCOMPARE(statistics.latencies(), milliseconds({40}));
    QCOMPARE(statistics.heldByLocalCap, 1);
}

void tst_BurstStatistics::throttledAndStoppedOnesHaveNoLatency()
{
    BurstStatistics statistics;
    for (const Kind kind : {Kind::Throttled, Kind::Stopped, Kind::NotRun}) {
        statistics.noteSent(0ms);
        statistics.noteEnded(0ms, 1ms, outcome(kind));
    }

    QVERIFY(statistics.latencies().empty());
}

void tst_BurstStatistics::measuresWhatIsInFlight()
{
    BurstStatistics statistics;
    for (const auto time : {0ms, 1ms, 2ms})
        statistics.noteSent(time);
    statistics.noteEnded(0ms, 3ms, outcome(Kind::Succeeded));
    statistics.noteEnded(1ms, 6ms, outcome(Kind::Succeeded));

    const std::vector<BurstBucket> &buckets = statistics.series().buckets();
    QCOMPARE(buckets.size(), std::size_t(2));
    QCOMPARE(buckets[0], (BurstBucket{3, 2, 3, 1, 0, 0}));
    QCOMPARE(buckets[1], (BurstBucket{2, 1, 0, 1, 0, 0}));
    QCOMPARE(statistics.mostInFlight(), 3);
}

void tst_BurstStatistics::coldStartsStandWhereTheirEnvironmentBegan()
{
    BurstStatistics statistics;
    statistics.noteSent(1ms);
    statistics.noteEnded(1ms, 42ms, outcome(Kind::Succeeded, true, 20ms));

    const std::vector<BurstBucket> &buckets = statistics.series().buckets();
    QCOMPARE(buckets.size(), std::size_t(9));
    for (std::size_t i = 0; i < buckets.size(); ++i)
        QCOMPARE(buckets[i].coldStarts, i == 4 ? 1 : 0);
}

void tst_BurstStatistics::quietStretchesHoldTheLevel()
{
    BurstStatistics statistics;
    statistics.noteSent(0ms);
    statistics.noteSent(0ms);
    statistics.advance(99ms);

    const std::vector<BurstBucket> &buckets = statistics.series().buckets();
    QCOMPARE(buckets.size(), std::size_t(20));
    for (const BurstBucket &bucket : buckets)
        QCOMPARE(bucket.inFlightAtEnd, 2);
    QCOMPARE(statistics.duration, 99ms);
}

void tst_BurstStatistics::bucketsBecomeWiderInsteadOfMore()
{
    BurstSeries series;
    for (int i = 0; i < 6'000; ++i) {
        series.noteSent(std::chrono::milliseconds(10 * i));
        series.noteEnded(std::chrono::milliseconds(10 * i + 5));
        QVERIFY(series.buckets().size() <= std::size_t(BurstSeries::MostBuckets));
    }

    QCOMPARE(series.width(), 160ms); // 60 s
    QCOMPARE(series.mostInFlight(), 1);
}

void tst_BurstStatistics::widerBucketsLoseNothing()
{
    BurstSeries series;
    for (int i = 0; i < 5'000; ++i) {
        series.noteSent(std::chrono::milliseconds(i));
        if (i % 2 == 0)
            series.noteThrottled(std::chrono::milliseconds(i));
        if (i % 10 == 0)
            series.noteColdStart(std::chrono::milliseconds(i));
    }

    BurstBucket sum;
    for (const BurstBucket &bucket : series.buckets()) {
        sum.sent += bucket.sent;
        sum.throttled += bucket.throttled;
        sum.coldStarts += bucket.coldStarts;
        sum.mostInFlight = std::max(sum.mostInFlight, bucket.mostInFlight);
    }
    QCOMPARE(sum.sent, 5'000);
    QCOMPARE(sum.throttled, 2'500);
    QCOMPARE(sum.coldStarts, 500);
    QCOMPARE(sum.mostInFlight, 2'500);
    QCOMPARE(series.buckets().back().inFlightAtEnd, 2'500);
}

#include "tst_burststatistics.moc"
