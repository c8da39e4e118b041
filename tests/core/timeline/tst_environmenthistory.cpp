// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/environmenthistory.h"

#include "tests/core/timeline/environmentstory.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <functional>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

using Story = std::function<void(EnvironmentHistory &)>;
Q_DECLARE_METATYPE(Story)

class tst_EnvironmentHistory : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheLifeOfAnEnvironment_data();
    void tellsTheLifeOfAnEnvironment();
    void spansHaveNoGaps();
    void lanesAreInTheOrderOfTheirBeginning();
    void openSpansGoOn();
    void whatHasNoIdHasNoLane();
    void withoutTimesItBeginsWhenItIsTold();
    void dropsLanesThatEndedFirst();
    void cutsTheBeginningOfALongLife();
    void statesWithoutRecordsAreBounded();
    void numberOfLanesIsBounded();
    void statusOfAnInvocationIsKept();
};

COLDFRAME_TEST(tst_EnvironmentHistory);

namespace {

QString nameOfActivity(EnvironmentActivity activity)
{
    switch (activity) {
    case EnvironmentActivity::Init:
        return QStringLiteral("init");
    case EnvironmentActivity::Invocation:
        return QStringLiteral("run");
    case EnvironmentActivity::Idle:
        return QStringLiteral("idle");
    case EnvironmentActivity::Frozen:
        return QStringLiteral("frozen");
    case EnvironmentActivity::Shutdown:
        return QStringLiteral("shutdown");
    }
    return {};
}

/// "run(a) 50-62": milliseconds; "…" goes on, "~" ends about there.
QString describe(const EnvironmentLane &lane)
{
    QStringList words;
    for (const EnvironmentSpan &span : lane.spans) {
        const auto milliseconds = [](WallTime time) {
            return std::chrono::duration_cast<std::chrono::milliseconds>(time - StoryBegin).count();
        };
        QString word = nameOfActivity(span.activity);
        if (!span.requestId.isEmpty())
            word += u'(' + span.requestId + u')';
        words.append(QStringLiteral("%1 %2-%3%4%5")
                         .arg(word)
                         .arg(milliseconds(span.begin))
                         .arg(milliseconds(span.end))
                         .arg(span.isOpen ? QStringLiteral("…") : QString(),
                              span.isEndApproximate ? QStringLiteral("~") : QString()));
    }
    return words.join(QStringLiteral(", "));
}

void tell(EnvironmentHistory &history, std::initializer_list<EnvironmentDescription> environments,
          std::chrono::milliseconds now)
{
    history.setEnvironments(std::vector<EnvironmentDescription>(environments), at(now));
}

} // namespace

void tst_EnvironmentHistory::tellsTheLifeOfAnEnvironment_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<QString>("life");

    using State = EnvironmentState;
    QTest::newRow("an init phase goes on") << Story([](auto &history) {
        tell(history, {environmentIn(State::Initialising, 0ms)}, 30ms);
    }) << QStringLiteral("init 0-30…");
    QTest::newRow("provisioned: init, then it waits") << Story([](auto &history) {
        tell(history, {environmentIn(State::Initialising, 0ms)}, 30ms);
        tell(history, {environmentIn(State::Idle, 50ms)}, 80ms);
    }) << QStringLiteral("init 0-50, idle 50-80…");
    QTest::newRow("frozen since exactly then") << Story([](auto &history) {
        tell(history, {environmentIn(State::Idle, 50ms)}, 51ms);
        tell(history, {environmentIn(State::Frozen, 52ms)}, 80ms);
    }) << QStringLiteral("init 0-50, idle 50-52, frozen 52-80…");
    QTest::newRow("a cold start from its record alone")
        << Story([](auto &history) { history.append(coldInvocation(12ms)); })
        << QStringLiteral("init 0-50, run(a) 50-62");
    QTest::newRow("a cold start, told busy first") << Story([](auto &history) {
        tell(history, {environmentIn(State::Initialising, 0ms)}, 30ms);
        tell(history, {environmentIn(State::Busy, 50ms)}, 60ms);
        history.append(coldInvocation(12ms));
        tell(history, {environmentIn(State::Frozen, 64ms)}, 90ms);
    }) << QStringLiteral("init 0-50, run(a) 50-62, idle 62-64, frozen 64-90…");
    QTest::newRow("it runs, and no record yet")
        << Story([](auto &history) { tell(history, {environmentIn(State::Busy, 50ms)}, 70ms); })
        << QStringLiteral("init 0-50, run 50-70…");
    QTest::newRow("an invocation that nobody told the record of") << Story([](auto &history) {
        tell(history, {environmentIn(State::Busy, 50ms)}, 70ms);
        tell(history, {environmentIn(State::Idle, 75ms)}, 80ms);
    }) << QStringLiteral("init 0-50, run 50-75, idle 75-80…");
    QTest::newRow("several between two announcements")
        << Story([](auto &history) {
               tell(history, {environmentIn(State::Idle, 50ms)}, 60ms);
               history.append(invocationAt(61ms, 4ms, QStringLiteral("a")));
               history.append(invocationAt(70ms, 5ms, QStringLiteral("b")));
               tell(history, {environmentIn(State::Idle, 75ms)}, 90ms);
           })
        << QStringLiteral(
               "init 0-50, idle 50-61, run(a) 61-65, idle 65-70, run(b) 70-75, idle 75-90…");
    QTest::newRow("records in the wrong order") << Story([](auto &history) {
        history.append(invocationAt(70ms, 5ms, QStringLiteral("b")));
        history.append(invocationAt(61ms, 4ms, QStringLiteral("a")));
    }) << QStringLiteral("init 0-50, idle 50-61, run(a) 61-65, idle 65-70, run(b) 70-75");
    QTest::newRow("frozen before the next event") << Story([](auto &history) {
        tell(history, {environmentIn(State::Frozen, 52ms)}, 60ms);
        history.append(invocationAt(80ms, 5ms));
    }) << QStringLiteral("init 0-50, idle 50-52, frozen 52-80, run(a) 80-85");
    QTest::newRow("it told that it waits a little before its record ends")
        << Story([](auto &history) {
               tell(history, {environmentIn(State::Frozen, 84ms)}, 90ms);
               history.append(invocationAt(80ms, 5ms));
           })
        << QStringLiteral("init 0-50, idle 50-80, run(a) 80-85, frozen 85-90…");
    QTest::newRow("gone between two announcements: about then") << Story([](auto &history) {
        tell(history, {environmentIn(State::Frozen, 52ms)}, 60ms);
        tell(history, {}, 90ms);
    }) << QStringLiteral("init 0-50, idle 50-52, frozen 52-90~");
    QTest::newRow("its shutdown was told") << Story([](auto &history) {
        tell(history, {environmentIn(State::Frozen, 52ms)}, 60ms);
        tell(history, {environmentIn(State::ShuttingDown, 80ms)}, 85ms);
        tell(history, {}, 120ms);
    }) << QStringLiteral("init 0-50, idle 50-52, frozen 52-80, shutdown 80-120~");
    QTest::newRow("stopped: it shuts down during the invocation") << Story([](auto &history) {
        tell(history, {environmentIn(State::Busy, 60ms)}, 70ms);
        tell(history, {environmentIn(State::ShuttingDown, 84ms)}, 84ms);
        history.append(invocationAt(60ms, 25ms));
        tell(history, {}, 110ms);
    }) << QStringLiteral("init 0-50, idle 50-60, run(a) 60-85, shutdown 85-110~");
    QTest::newRow("a record that comes after the end") << Story([](auto &history) {
        tell(history, {environmentIn(State::Busy, 60ms)}, 70ms);
        tell(history, {}, 90ms);
        history.append(invocationAt(60ms, 25ms));
    }) << QStringLiteral("init 0-50, idle 50-60, run(a) 60-85, idle 85-90~");
    QTest::newRow("an init phase that was repeated inside the invocation")
        << Story([](auto &history) {
               InvocationRecord record = coldInvocation(12ms);
               record.initInsideInvoke = true;
               record.environment.initialisedAt.reset();
               history.append(record);
           })
        << QStringLiteral("run(a) 0-62~");
    QTest::newRow("the same announcement twice") << Story([](auto &history) {
        tell(history, {environmentIn(State::Idle, 50ms)}, 60ms);
        tell(history, {environmentIn(State::Idle, 50ms)}, 70ms);
    }) << QStringLiteral("init 0-50, idle 50-70…");
}

void tst_EnvironmentHistory::tellsTheLifeOfAnEnvironment()
{
    QFETCH(Story, story);
    QFETCH(QString, life);
    EnvironmentHistory history;

    story(history);

    QCOMPARE(history.laneCount(), 1);
    // What is only known from records is open at their end, with no time in it.
    QCOMPARE(describe(history.lane(0)), life);
}

void tst_EnvironmentHistory::spansHaveNoGaps()
{
    EnvironmentHistory history;
    for (int i = 0; i < 500; ++i) {
        history.append(invocationAt(std::chrono::milliseconds(60 + 7 * i), 5ms));
        if (i % 3 == 0)
            tell(history,
                 {environmentIn(EnvironmentState::Frozen, std::chrono::milliseconds(66 + 7 * i))},
                 std::chrono::milliseconds(67 + 7 * i));
    }

    const std::vector<EnvironmentSpan> &spans = history.lane(0).spans;
    QVERIFY(spans.size() > 1000);
    for (std::size_t i = 1; i < spans.size(); ++i) {
        QCOMPARE(spans[i].begin, spans[i - 1].end);
        QVERIFY(spans[i].end >= spans[i].begin);
    }
}

void tst_EnvironmentHistory::lanesAreInTheOrderOfTheirBeginning()
{
    EnvironmentHistory history;
    EnvironmentDescription later
        = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("later"));
    later.startedAt = at(10ms);
    const auto earlier = environmentIn(EnvironmentState::Idle, 60ms, QStringLiteral("earlier"));
    tell(history, {later}, 70ms);
    tell(history, {later, earlier}, 80ms);

    QCOMPARE(history.laneCount(), 2);
    QCOMPARE(history.lane(0).environment.id, QStringLiteral("earlier"));
    QCOMPARE(history.laneOf(QStringLiteral("later")), 1);
    QCOMPARE(history.laneOf(QStringLiteral("none")), -1);
    QCOMPARE(history.begin(), at(0ms));
    QCOMPARE(history.end(), at(80ms));
}

void tst_EnvironmentHistory::openSpansGoOn()
{
    EnvironmentHistory history;
    tell(history, {environmentIn(EnvironmentState::Frozen, 52ms)}, 60ms);
    QCOMPARE(describe(history.lane(0)), QStringLiteral("init 0-50, idle 50-52, frozen 52-60…"));

    history.advance(at(100ms));
    QCOMPARE(describe(history.lane(0)), QStringLiteral("init 0-50, idle 50-52, frozen 52-100…"));
    history.advance(at(90ms));
    QCOMPARE(history.end(), at(100ms));
}

void tst_EnvironmentHistory::whatHasNoIdHasNoLane()
{
    EnvironmentHistory history;
    tell(history, {environmentIn(EnvironmentState::Idle, 60ms, QString())}, 70ms);
    QVERIFY(history.isEmpty());
}

void tst_EnvironmentHistory::withoutTimesItBeginsWhenItIsTold()
{
    EnvironmentHistory history;
    EnvironmentDescription bare;
    bare.id = QStringLiteral("bare");
    history.setEnvironments(std::vector{bare}, at(70ms));
    QCOMPARE(history.begin(), at(70ms));
}

void tst_EnvironmentHistory::dropsLanesThatEndedFirst()
{
    EnvironmentHistory history;
    const auto add = [&](const QString &id, int count) {
        for (int i = 0; i < count; ++i)
            history.append(
                invocationAt(std::chrono::milliseconds(60 + i), 1ms, QString::number(i), id));
    };
    add(QStringLiteral("ended"), 4'000);
    tell(history, {environmentIn(EnvironmentState::Idle, 90s, QStringLiteral("alive"))}, 91s);
    add(QStringLiteral("alive"), 6'000);
    QCOMPARE(history.laneCount(), 2);
    QCOMPARE(history.invocationCount(), 10'000);

    add(QStringLiteral("alive"), 1);

    QCOMPARE(history.laneCount(), 1);
    QCOMPARE(history.lane(0).environment.id, QStringLiteral("alive"));
    QCOMPARE(history.invocationCount(), 6'001);
}

void tst_EnvironmentHistory::cutsTheBeginningOfALongLife()
{
    EnvironmentHistory history;
    for (int i = 0; i < 25'000; ++i)
        history.append(
            invocationAt(std::chrono::milliseconds(60 + 3 * i), 1ms, QString::number(i)));

    QVERIFY(history.invocationCount() <= EnvironmentHistory::KeptInvocations);
    QVERIFY(history.invocationCount() > EnvironmentHistory::KeptInvocations * 9 / 10);
    const EnvironmentLane &lane = history.lane(0);
    QVERIFY(lane.isCut);
    QCOMPARE(lane.spans.front().begin, history.begin());
    QVERIFY(history.begin() > at(60ms));
    const auto last = std::find_if(lane.spans.rbegin(), lane.spans.rend(), [](const auto &span) {
        return span.activity == EnvironmentActivity::Invocation;
    });
    QCOMPARE(last->requestId, QStringLiteral("24999"));
}

void tst_EnvironmentHistory::statesWithoutRecordsAreBounded()
{
    EnvironmentHistory history;
    for (int i = 0; i < 50'000; ++i)
        tell(history,
             {environmentIn(i % 2 ? EnvironmentState::Busy : EnvironmentState::Idle,
                            std::chrono::milliseconds(60 + i))},
             std::chrono::milliseconds(60 + i));

    QVERIFY(history.lane(0).isCut);
    QVERIFY(history.lane(0).spans.size() <= 40'001);
}

void tst_EnvironmentHistory::numberOfLanesIsBounded()
{
    EnvironmentHistory history;
    for (int i = 0; i < EnvironmentHistory::KeptLanes + 20; ++i)
        tell(history,
             {environmentIn(EnvironmentState::Idle, std::chrono::milliseconds(60 + i),
                            QString::number(i))},
             std::chrono::milliseconds(60 + i));

    QCOMPARE(history.laneCount(), EnvironmentHistory::KeptLanes);
    QCOMPARE(history.laneOf(QStringLiteral("0")), -1);
    QVERIFY(history.laneOf(QStringLiteral("1019")) >= 0);
}

void tst_EnvironmentHistory::statusOfAnInvocationIsKept()
{
    EnvironmentHistory history;
    InvocationRecord record = coldInvocation(12ms, QStringLiteral("request"));
    record.status = InvocationStatus::TimedOut;
    history.append(record);

    const EnvironmentSpan span = history.lane(0).spans.at(1);
    QCOMPARE(span.status, InvocationStatus::TimedOut);
    QVERIFY(span.isCold);
    QCOMPARE(span.requestId, QStringLiteral("request"));
}

#include "tst_environmenthistory.moc"
