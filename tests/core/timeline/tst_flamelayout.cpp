// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/flamelayout.h"

#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_FlameLayout : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyWithoutATimeline();
    void keepsTheTimesInTheOrderOfTime();
    void putsTheLongestAtTheLeft();
    void mergesEqualStacks();
    void keepsEqualNamesBelowDifferentParentsApart();
    void countsOverlappingSpansOnce();
    void addsUpToThePhases_data();
    void addsUpToThePhases();
    void findsAnImportInAnyOrder_data();
    void findsAnImportInAnyOrder();
    void theHandlerLiesAboveItsSpans();
    void spansOfTheInitPhaseGoBelowImports();
    void leavesOutWhatRunsBeside();
    void endsAtTheLargestDepth();
    void laysOutAHundredThousandImports();
};

COLDFRAME_TEST(tst_FlameLayout);

namespace {

Timeline heavy(const InvocationRecord &record)
{
    return flameOf(timelineOf(record), FlameOrder::LeftHeavy);
}

} // namespace

void tst_FlameLayout::isEmptyWithoutATimeline()
{
    QVERIFY(flameOf({}, FlameOrder::Time).isEmpty());
    QVERIFY(flameOf({}, FlameOrder::LeftHeavy).isEmpty());
}

void tst_FlameLayout::keepsTheTimesInTheOrderOfTime()
{
    InvocationRecord record = test::coldRun();
    record.spans = {test::connectionTo("db", 5432, 45ms, 10ms)};

    const Timeline flame = flameOf(timelineOf(record), FlameOrder::Time);

    QCOMPARE(test::lanesOf(flame),
             QStringLiteral("whole@0+60 | phase3@0+10 phase4@10+30 phase8@40+20 | app@10+30 "
                            "db@45+10 | a@11+12 b@24+12 | c@12+4"));
    QVERIFY(!flame.isSum);
    QVERIFY(factsOf(flame, {2, 0}).hasBegin);
    QCOMPARE(flame.extent, 60ms);
}

void tst_FlameLayout::putsTheLongestAtTheLeft()
{
    // a and b take 12 ms both: the one that began first stays first.
    InvocationRecord record = test::coldRun();
    record.imports[3].self = 14ms;
    record.imports[0].self = 4ms;

    const Timeline flame = heavy(record);

    QCOMPARE(test::lanesOf(flame),
             QStringLiteral("whole@0+60 | phase4@0+30 phase8@30+20 phase3@50+10 | app@0+30 | "
                            "b@0+14 a@14+12 | c@14+4"));
    QVERIFY(flame.isSum);
    QVERIFY(!factsOf(flame, {2, 0}).hasBegin);
}

void tst_FlameLayout::mergesEqualStacks()
{
    InvocationRecord record = test::coldRun();
    record.spans
        = {test::connectionTo("db", 5432, 42ms, 2ms), test::connectionTo("web", 443, 45ms, 3ms),
           test::connectionTo("db", 5432, 50ms, 4ms)};

    const Timeline flame = heavy(record);

    QVERIFY2(test::lanesOf(flame).contains(u"db*2@30+6 web@36+3"),
             qPrintable(test::lanesOf(flame)));
    // What it is told by is the longest one.
    QVERIFY(positionOf(flame, {LaneKind::Spans, 2}).isValid());
}

void tst_FlameLayout::keepsEqualNamesBelowDifferentParentsApart()
{
    InvocationRecord record = test::coldRun();
    record.imports[3].self = 9ms;
    record.imports.push_back(test::importOf("c", 2, 25ms, 3ms, 3ms));

    QVERIFY2(test::lanesOf(heavy(record)).endsWith(u"| c@0+4 c@12+3"),
             qPrintable(test::lanesOf(heavy(record))));
}

void tst_FlameLayout::countsOverlappingSpansOnce()
{
    InvocationRecord record = test::coldRun();
    record.spans = {test::connectionTo("a", 1, 42ms, 10ms), test::connectionTo("b", 2, 44ms, 10ms),
                    test::connectionTo("c", 3, 45ms, 2ms)};

    const Timeline flame = heavy(record);

    QCOMPARE(flame.total, 60ms);
    QVERIFY2(test::lanesOf(flame).contains(u"a@30+10 b@40+2 c@42+0"),
             qPrintable(test::lanesOf(flame)));
}

void tst_FlameLayout::addsUpToThePhases_data()
{
    QTest::addColumn<FlameOrder>("order");

    QTest::newRow("time") << FlameOrder::Time;
    QTest::newRow("left heavy") << FlameOrder::LeftHeavy;
}

void tst_FlameLayout::addsUpToThePhases()
{
    QFETCH(FlameOrder, order);
    const Timeline timeline = timelineOf(test::coldRun());

    const Timeline flame = flameOf(timeline, order);

    QCOMPARE(flame.init, timeline.init);
    QCOMPARE(flame.flame.front().duration, timeline.init + timeline.invoke);
    for (const FlameNode &node : flame.flame)
        QVERIFY(node.duration >= node.self);
}

void tst_FlameLayout::findsAnImportInAnyOrder_data()
{
    addsUpToThePhases_data();
}

void tst_FlameLayout::findsAnImportInAnyOrder()
{
    QFETCH(FlameOrder, order);
    const Timeline flame = flameOf(timelineOf(test::coldRun()), order);

    for (int import = 0; import < 4; ++import) {
        const SpanPosition position = positionOf(flame, {LaneKind::Imports, import});
        QVERIFY(position.isValid());
        QCOMPARE(factsOf(flame, position).module, flame.imports[std::size_t(import)].module);
    }
    QVERIFY(!positionOf(flame, {LaneKind::Imports, 4}).isValid());
}

void tst_FlameLayout::theHandlerLiesAboveItsSpans()
{
    InvocationRecord record = test::coldRun();
    record.handlerRun = HandlerRun{42ms, 15ms};
    record.spans = {test::connectionTo("db", 5432, 45ms, 10ms)};

    const Timeline timed = flameOf(timelineOf(record), FlameOrder::Time);
    const Timeline sums = heavy(record);

    QVERIFY2(test::lanesOf(timed).contains(u"app@10+30 whole@42+15 | a@11+12 b@24+12 db@45+10"),
             qPrintable(test::lanesOf(timed)));
    // 20 ms of invoke: 5 beside the handler, 15 with it, 10 of which the connection.
    QVERIFY2(test::lanesOf(sums).contains(u"| app@0+30 whole@30+15 | a@0+12 b@12+12 db@30+10 |"),
             qPrintable(test::lanesOf(sums)));
}

void tst_FlameLayout::spansOfTheInitPhaseGoBelowImports()
{
    InvocationRecord record = test::coldRun();
    record.spans
        = {test::connectionTo("early", 1, 12ms, 3ms), test::connectionTo("too", 2, 13ms, 3ms)};

    const Timeline flame = flameOf(timelineOf(record), FlameOrder::Time);

    QVERIFY2(test::lanesOf(flame).endsWith(u"| c@12+4 | early@12+3 | too@13+3"),
             qPrintable(test::lanesOf(flame)));
    QCOMPARE(heavy(record).total, 60ms);
}

void tst_FlameLayout::leavesOutWhatRunsBeside()
{
    InvocationRecord record = test::coldRun();
    record.extensions = {{QStringLiteral("collector"), true, 2ms, 9ms, 70ms}};
    const Timeline flame = flameOf(timelineOf(record), FlameOrder::Time);

    QVERIFY(flame.extensions.empty());
    QCOMPARE(int(flame.lanes.size()), 5);
}

void tst_FlameLayout::endsAtTheLargestDepth()
{
    InvocationRecord record = test::coldRun();
    record.imports.clear();
    for (int depth = 0; depth < 1000; ++depth)
        record.imports.push_back(test::importOf(qPrintable(QString::number(depth)), depth,
                                                10ms + depth * 1us, 20ms - depth * 2us, 2us));

    const Timeline flame = heavy(record);

    QVERIFY(int(flame.lanes.size()) <= LargestLaneCount);
    QCOMPARE(flame.total, 60ms);
    QVERIFY(positionOf(flame, {LaneKind::Imports, 999}).isValid());
}

void tst_FlameLayout::laysOutAHundredThousandImports()
{
    InvocationRecord record = test::coldRun();
    record.imports.resize(1);
    for (int i = 1; i < 100'000; ++i)
        record.imports.push_back(test::importOf(qPrintable(QString::number(i % 500)), 1 + i % 7,
                                                10ms + i * 100ns, 100ns, 100ns));

    const Timeline flame = heavy(record);

    QVERIFY(flame.flame.size() < 10'000);
    for (const auto &lane : flame.lanes) {
        for (std::size_t i = 1; i < lane.size(); ++i)
            QVERIFY(lane[i].begin >= lane[i - 1].end());
    }
}

#include "tst_flamelayout.moc"
