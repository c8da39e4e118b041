// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/environmentlayout.h"

#include "tests/core/timeline/environmentstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_EnvironmentLayout : public QObject
{
    Q_OBJECT

private slots:
    void eachWideSpanIsABar();
    void foldsWhatIsTooNarrow();
    void aFoldTellsWhatTakesTheMostTime();
    void everySpanIsInOneBar();
    void findsBars();
    void numberOfBarsIsBoundedByTheWidth();

private:
    static EnvironmentHistory manyInvocations(int count);
};

COLDFRAME_TEST(tst_EnvironmentLayout);

/// One each 10 ms, which runs for 4 ms; every fifth fails.
EnvironmentHistory tst_EnvironmentLayout::manyInvocations(int count)
{
    EnvironmentHistory history;
    for (int i = 0; i < count; ++i) {
        InvocationRecord record = invocationAt(std::chrono::milliseconds(60 + 10 * i), 4ms);
        if (i % 5 == 0)
            record.status = InvocationStatus::Failed;
        history.append(record);
    }
    return history;
}

void tst_EnvironmentLayout::eachWideSpanIsABar()
{
    EnvironmentHistory history;
    history.append(coldInvocation(50ms));
    const TimeScale scale(100ms, 1000);

    const auto bars = layOutActivities(history.lane(0), history.begin(), scale);

    QCOMPARE(bars.size(), std::size_t(2));
    QCOMPARE(bars[0].activity, EnvironmentActivity::Init);
    QCOMPARE(bars[0].bar.width, 500.0);
    QCOMPARE(bars[0].invocations, 0);
    QCOMPARE(bars[1].activity, EnvironmentActivity::Invocation);
    QCOMPARE(bars[1].bar.x, 500.0);
    QCOMPARE(bars[1].invocations, 1);
    QCOMPARE(bars[1].failures, 0);
}

void tst_EnvironmentLayout::foldsWhatIsTooNarrow()
{
    const EnvironmentHistory history = manyInvocations(1000);
    const TimeScale scale(history.end() - history.begin(), 100);

    const auto bars = layOutActivities(history.lane(0), history.begin(), scale);

    QVERIFY(bars.size() <= 34);
    int invocations = 0;
    int failures = 0;
    for (const ActivityBar &bar : bars) {
        invocations += bar.invocations;
        failures += bar.failures;
    }
    QCOMPARE(invocations, 1000);
    QCOMPARE(failures, 200);
}

void tst_EnvironmentLayout::aFoldTellsWhatTakesTheMostTime()
{
    const EnvironmentHistory history = manyInvocations(1000);
    const TimeScale scale(history.end() - history.begin(), 100);

    const auto bars = layOutActivities(history.lane(0), history.begin(), scale);

    QCOMPARE(bars[bars.size() / 2].activity, EnvironmentActivity::Idle); // 6 of 10 ms
}

void tst_EnvironmentLayout::everySpanIsInOneBar()
{
    const EnvironmentHistory history = manyInvocations(300);
    for (const double width : {1.0, 30.0, 500.0, 4000.0}) {
        const auto bars = layOutActivities(history.lane(0), history.begin(),
                                           TimeScale(history.end() - history.begin(), width));
        int next = 0;
        for (const ActivityBar &bar : bars) {
            QCOMPARE(bar.bar.first, next);
            next = bar.bar.last + 1;
        }
        QCOMPARE(next, static_cast<int>(history.lane(0).spans.size()));
    }
}

void tst_EnvironmentLayout::findsBars()
{
    EnvironmentHistory history;
    history.append(coldInvocation(50ms));
    const auto bars = layOutActivities(history.lane(0), history.begin(), TimeScale(100ms, 1000));

    QCOMPARE(activityBarAt(bars, -1), -1);
    QCOMPARE(activityBarAt(bars, 499), 0);
    QCOMPARE(activityBarAt(bars, 501), 1);
    QCOMPARE(activityBarAt(bars, 1001), -1);
    QCOMPARE(activityBarOfSpan(bars, 1), 1);
    QCOMPARE(activityBarOfSpan(bars, 2), -1);
}

void tst_EnvironmentLayout::numberOfBarsIsBoundedByTheWidth()
{
    const EnvironmentHistory history = manyInvocations(10'000);
    TimeScale scale(history.end() - history.begin(), 1200);
    for (int step = 0; step < 12; ++step) {
        QVERIFY(layOutActivities(history.lane(0), history.begin(), scale).size() <= 401);
        scale = scale.zoomed(3, 600);
    }
}

#include "tst_environmentlayout.moc"
