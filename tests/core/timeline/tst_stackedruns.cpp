// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/stackedruns.h"

#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_StackedRuns : public QObject
{
    Q_OBJECT

private slots:
    void choosesRunsOfTheSameEnvironment_data();
    void choosesRunsOfTheSameEnvironment();
    void keepsTheLatestOnly();
    void addsALaneForEach();
    void replacesTheStack();
    void longRunsMakeTheAxisLonger();
    void tellsWhatABarOfThemIs();
    void dividesTheInvokePhase();
};

COLDFRAME_TEST(tst_StackedRuns);

namespace {

using Records = std::vector<InvocationRecord>;

std::vector<StackedRun> stacked(const InvocationRecord &shown, const Records &session)
{
    std::vector<const InvocationRecord *> records;
    for (const InvocationRecord &record : session)
        records.push_back(&record);
    return stackedRuns(shown, records);
}

Records wholeSession()
{
    Records session{test::warmRun("third", 3, 3ms),   test::coldRun(),
                    test::warmRun("second", 2, 2ms),  test::warmRun("other", 2, 9ms),
                    test::warmRun("nowhere", 2, 9ms), test::warmRun("no phases", 4, 9ms),
                    test::warmRun("before", 0, 9ms)};
    session[3].environment.id = QStringLiteral("two");
    session[4].environment.id.clear();
    session[5].phases.clear();
    session[6].startedAt = WallTime{500ms};
    return session;
}

} // namespace

void tst_StackedRuns::choosesRunsOfTheSameEnvironment_data()
{
    QTest::addColumn<int>("shown");
    QTest::addColumn<QString>("ids");

    QTest::newRow("below a cold run those that followed") << 1 << QStringLiteral("second third");
    QTest::newRow("below a warm run the other warm ones") << 2 << QStringLiteral("before third");
    QTest::newRow("without an environment none") << 4 << QString();
}

void tst_StackedRuns::choosesRunsOfTheSameEnvironment()
{
    QFETCH(int, shown);
    QFETCH(QString, ids);
    const Records session = wholeSession();

    QStringList found;
    for (const StackedRun &run : stacked(session[std::size_t(shown)], session))
        found.append(run.requestId);

    QCOMPARE(found.join(u' '), ids);
}

void tst_StackedRuns::keepsTheLatestOnly()
{
    Records session{test::coldRun()};
    for (int i = 2; i < 102; ++i)
        session.push_back(test::warmRun("warm", i, 1ms));

    const std::vector<StackedRun> runs = stacked(session.front(), session);

    QCOMPARE(int(runs.size()), LargestStack);
    QCOMPARE(runs.back().ordinal, 101);
}

void tst_StackedRuns::addsALaneForEach()
{
    const Records session = wholeSession();
    Timeline timeline = timelineOf(session[1]);
    const auto lanes = static_cast<int>(timeline.lanes.size());

    stackRuns(timeline, stacked(session[1], session));

    QCOMPARE(int(timeline.lanes.size()), lanes + 2);
    QCOMPARE(timeline.runLanes, 2);
    QVERIFY(timeline.kindOf(lanes - 1) == LaneKind::Imports);
    QVERIFY(timeline.kindOf(lanes) == LaneKind::Run);
    QCOMPARE(timeline.extent, 60ms);
    QCOMPARE(timeline.total, 60ms);
}

void tst_StackedRuns::replacesTheStack()
{
    const Records session = wholeSession();
    Timeline timeline = timelineOf(session[1]);
    const Timeline alone = timeline;
    stackRuns(timeline, stacked(session[1], session));

    stackRuns(timeline, {});

    QVERIFY(timeline.lanes == alone.lanes);
    QVERIFY(timeline.runs.empty() && timeline.runParts.empty());
    Timeline empty;
    stackRuns(empty, stacked(session[1], session));
    QVERIFY(empty.isEmpty());
}

void tst_StackedRuns::longRunsMakeTheAxisLonger()
{
    const Records session{test::coldRun(), test::warmRun("slow", 2, 900ms)};
    Timeline timeline = timelineOf(session[0]);

    stackRuns(timeline, stacked(session[0], session));

    QCOMPARE(timeline.extent, 900ms);
    QCOMPARE(timeline.total, 60ms);
}

void tst_StackedRuns::tellsWhatABarOfThemIs()
{
    Records session{test::coldRun(), test::warmRun("second", 2, 4ms)};
    session[1].phases.push_back({PhaseKind::ExtensionsDone, 4ms, 1ms});
    Timeline timeline = timelineOf(session[0]);
    stackRuns(timeline, stacked(session[0], session));
    const int lane = static_cast<int>(timeline.lanes.size()) - 1;

    const BarFacts facts = factsOf(timeline, {lane, 1});

    QVERIFY(facts.kind == LaneKind::Run);
    QCOMPARE(facts.run->requestId, QStringLiteral("second"));
    QCOMPARE(facts.run->total(), 5ms);
    QVERIFY(facts.phase == PhaseKind::ExtensionsDone);
    QVERIFY(positionOf(timeline, {LaneKind::Run, 1}) == (SpanPosition{lane, 1}));
}

void tst_StackedRuns::dividesTheInvokePhase()
{
    Records session{test::coldRun(), test::warmRun("second", 2, 10ms),
                    test::warmRun("third", 3, 10ms)};
    session[1].handlerRun = HandlerRun{1ms, 6ms};
    session[2].handlerRun = HandlerRun{5ms, 6ms}; // ends behind its phase: not to be trusted
    Timeline timeline = timelineOf(session[0]);

    stackRuns(timeline, stacked(session[0], session));

    QStringList parts;
    for (const RunPart &part : timeline.runParts)
        parts.append(QStringLiteral("%1:%2@%3+%4")
                         .arg(part.run)
                         .arg(int(part.step))
                         .arg(part.phase.begin / 1ms)
                         .arg(part.phase.duration / 1ms));
    QCOMPARE(parts.join(u' '), QStringLiteral("0:1@0+1 0:2@1+6 0:3@7+3 1:0@0+10"));
}

#include "tst_stackedruns.moc"
