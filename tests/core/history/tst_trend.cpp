// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/trend.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

namespace {

PriceBook priceBook()
{
    return *PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing"));
}

RunSummary run(int number, std::chrono::microseconds duration)
{
    RunSummary summary = summaryOf(runNumber(number), {});
    summary.id = number;
    summary.duration = duration;
    return summary;
}

enum Kind { Warm, Cold, WarmBaseline, ColdBaseline };

/// So many runs behind those that are there, each a bit slower than the one before.
void add(std::vector<RunSummary> &runs, Kind kind, int count, std::chrono::microseconds duration)
{
    for (int i = 0; i < count; ++i) {
        RunSummary each = run(static_cast<int>(runs.size()), duration + i * 1us);
        if (kind == Cold || kind == ColdBaseline)
            each.coldStart = ColdStartReason::Requested;
        if (kind == WarmBaseline || kind == ColdBaseline)
            each.tags = {baselineTag()};
        runs.push_back(each);
    }
}

} // namespace

class tst_Trend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figures();
    void costIsThatOfTheReport();
    void isInTheOrderOfTime();
    void onlyRunsThatSucceededCount();
    void marksCommits();
    void comparesLikeWithLike_data();
    void comparesLikeWithLike();
    void onlyTheNewestCount();
    void theLastCommitCountsAlone();
    void theLimitLeavesTheBaselineWhole();
    void names();
};

void tst_Trend::figures()
{
    RunSummary summary = run(1, 12'345us);
    summary.billedDuration = 13ms;
    summary.maxMemoryUsed = MebiBytes{77};

    QCOMPARE(figureOf(summary, TrendFigure::Duration, {}), std::optional(12.345));
    QCOMPARE(figureOf(summary, TrendFigure::BilledDuration, {}), std::optional(13.0));
    QCOMPARE(figureOf(summary, TrendFigure::MaxMemoryUsed, {}), std::optional(77.0));
    QVERIFY(!figureOf(summary, TrendFigure::InitDuration, {}));
    QVERIFY(!figureOf(summary, TrendFigure::Cost, {})); // without prices
    summary.initDuration = 250ms;
    QCOMPARE(figureOf(summary, TrendFigure::InitDuration, {}), std::optional(250.0));
}

void tst_Trend::costIsThatOfTheReport()
{
    RunSummary summary = run(1, 99'500us);
    summary.billedDuration = 100ms;
    summary.memorySize = MebiBytes{1'024};
    // 0.1 s x 1 GB x $0.0000166667 and a request for $0.0000002, in millionths.
    QCOMPARE(figureOf(summary, TrendFigure::Cost, priceBook()), std::optional(1.86667));
    // 75 ms of a restore of 1 GB: $0.0000012500025 and $0.0001397998
    RunSummary restored = summary;
    restored.coldStart = ColdStartReason::FirstInvocation;
    restored.billedDuration = 175ms;
    QCOMPARE(figureOf(restored, TrendFigure::Cost, priceBook()), std::optional(142.9164725));
    restored.runtime = QStringLiteral("java21"); // whose restores are free
    QCOMPARE(figureOf(restored, TrendFigure::Cost, priceBook()), std::optional(3.1166725));
    summary.region = QStringLiteral("moon-1");
    QVERIFY(!figureOf(summary, TrendFigure::Cost, priceBook()));
}

void tst_Trend::isInTheOrderOfTime()
{
    const auto trend = trendOf({run(3, 3ms), run(1, 1ms), run(2, 2ms)}, TrendFigure::Duration, {});

    QCOMPARE(trend.size(), std::size_t(3));
    QCOMPARE(trend[0].value, 1.0);
    QCOMPARE(trend[2].value, 3.0);
}

void tst_Trend::onlyRunsThatSucceededCount()
{
    std::vector<RunSummary> runs{run(1, 1ms), run(2, 2ms), run(3, 3ms)};
    runs[0].status = InvocationStatus::Failed;
    runs[2].status = InvocationStatus::TimedOut;

    QCOMPARE(trendOf(runs, TrendFigure::Duration, {}).size(), std::size_t(1));
}

void tst_Trend::marksCommits()
{
    std::vector<RunSummary> runs{run(1, 1ms), run(2, 1ms), run(3, 1ms)};
    runs[0].metadata.commit.id = runs[1].metadata.commit.id = u"aaa"_qs;
    runs[2].metadata.commit.id = u"bbb"_qs;

    const auto trend = trendOf(runs, TrendFigure::Duration, {});

    QVERIFY(!trend[0].isNewCommit);
    QVERIFY(!trend[1].isNewCommit);
    QVERIFY(trend[2].isNewCommit);
}

void tst_Trend::comparesLikeWithLike_data()
{
    using Verdict = Regression::Verdict;
    using Part = std::pair<Kind, std::pair<int, int>>; // count, milliseconds
    QTest::addColumn<std::vector<Part>>("parts");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<bool>("cold");
    const auto row = [](const char *name, const std::vector<Part> &parts, Verdict verdict,
                        bool cold) { QTest::newRow(name) << parts << verdict << cold; };

    row("slower warm runs; the cold ones between do not matter",
        {{WarmBaseline, {6, 10}}, {Cold, {6, 1}}, {Warm, {6, 20}}}, Verdict::Slower, false);
    row("cold ones where there is nothing else", {{ColdBaseline, {6, 20}}, {Cold, {6, 10}}},
        Verdict::Faster, true);
    row("a baseline of both", {{ColdBaseline, {6, 90}}, {WarmBaseline, {6, 10}}, {Warm, {6, 10}}},
        Verdict::Same, false);
    row("runs before the baseline are none behind it", {{Warm, {9, 50}}, {WarmBaseline, {6, 10}}},
        Verdict::TooFewRuns, false);
    row("cold runs say nothing about a warm baseline", {{WarmBaseline, {6, 10}}, {Cold, {9, 50}}},
        Verdict::TooFewRuns, false);
    row("without a baseline", {{Warm, {9, 50}}}, Verdict::TooFewRuns, true);
}

void tst_Trend::comparesLikeWithLike()
{
    using Part = std::pair<Kind, std::pair<int, int>>;
    QFETCH(const std::vector<Part>, parts);
    QFETCH(const Regression::Verdict, verdict);
    QFETCH(const bool, cold);
    std::vector<RunSummary> runs;
    for (const auto &[kind, part] : parts)
        add(runs, kind, part.first, std::chrono::milliseconds(part.second));

    const TrendRegression answer = regressionOf(trendOf(runs, TrendFigure::Duration, {}));

    QCOMPARE(answer.regression.verdict, verdict);
    QCOMPARE(answer.isOfColdStarts, cold);
}

void tst_Trend::onlyTheNewestCount()
{
    std::vector<RunSummary> runs;
    add(runs, WarmBaseline, 10, 10ms);
    add(runs, Warm, 50, 90ms); // a mistake that was mended
    add(runs, Warm, static_cast<int>(LaterRuns), 10ms);

    const TrendRegression answer = regressionOf(trendOf(runs, TrendFigure::Duration, {}));

    QVERIFY(answer.hasBaseline);
    QCOMPARE(answer.regression.laterRuns, LaterRuns);
    QVERIFY(answer.regression.verdict != Regression::Verdict::Slower
            || answer.regression.medianDifference < 0.1);
}

void tst_Trend::theLastCommitCountsAlone()
{
    std::vector<RunSummary> runs;
    add(runs, WarmBaseline, 10, 10ms);
    add(runs, Warm, 10, 10ms);
    add(runs, Cold, 1, 90ms);
    add(runs, Warm, 6, 40ms);
    for (std::size_t i = 0; i < runs.size(); ++i)
        runs[i].metadata.commit.id = i < 20 ? u"aaa"_qs : u"bbb"_qs; // the cold one is the first

    const TrendRegression answer = regressionOf(trendOf(runs, TrendFigure::Duration, {}));

    QCOMPARE(answer.regression.laterRuns, std::size_t(6));
    QCOMPARE(answer.regression.verdict, Regression::Verdict::Slower);
}

void tst_Trend::theLimitLeavesTheBaselineWhole()
{
    const QTemporaryDir folder;
    auto store = RunStore::open(folder.filePath(u"history.db"_qs));
    QVERIFY(store.has_value());
    std::vector<RunId> baseline;
    for (int number = 0; number < 12; ++number) {
        const auto id = store->append(runNumber(number), {});
        QVERIFY(id.has_value());
        if (number < 6)
            baseline.push_back(*id);
    }
    QVERIFY(store->setBaseline(baseline).has_value());

    const auto runs = trendRuns(*store, {}, 2);

    QVERIFY(runs.has_value());
    QCOMPARE(runs->size(), std::size_t(2 + 6));
}

void tst_Trend::names()
{
    QCOMPARE(trendFigureNamed(u"init"_qs), std::optional(TrendFigure::InitDuration));
    QVERIFY(!trendFigureNamed(u"speed"_qs));
    QCOMPARE(trendFigureName(TrendFigure::MaxMemoryUsed), u"memory"_qs);
}

COLDFRAME_TEST(tst_Trend);

#include "tst_trend.moc"
