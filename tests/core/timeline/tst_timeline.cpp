// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/lambda/invocation.h"
#include "tests/core/timeline/runstory.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace std::chrono_literals;

using ImportSpans = std::vector<ImportSpan>;

class tst_Timeline : public QObject
{
    Q_OBJECT

private slots:
    void addsUpPhases_data();
    void addsUpPhases();
    void keepsTheSandboxOutOfTheInitPhase();
    void givesExtensionsLanes_data();
    void givesExtensionsLanes();
    void putsImportsBelowExtensions();
    void nestsImports_data();
    void nestsImports();
    void neverHasMoreLanesThanTheLargestCount();
    void tellsFiguresOfAPhase();
    void tellsFiguresOfAnImport();
    void tellsFiguresOfAFold();
    void findsTheWayBetweenLanes_data();
    void findsTheWayBetweenLanes();
    void putsTheHandlerAndItsSpansBelowImports();
    void givesSpansThatOverlapLanes();
    void laysATraceFromAFileByDepth();
    void buildsFromAHundredThousandImports();
};

COLDFRAME_TEST(tst_Timeline);

namespace {

ImportSpan import(const char *module, int depth, std::chrono::nanoseconds begin,
                  std::chrono::nanoseconds duration)
{
    ImportSpan span;
    span.module = QString::fromLatin1(module);
    span.depth = depth;
    span.begin = begin;
    span.duration = duration;
    return span;
}

std::vector<Phase> coldPhases()
{
    return {{PhaseKind::InterpreterStart, 0ms, 20ms},
            {PhaseKind::Bootstrap, 20ms, 5ms},
            {PhaseKind::HandlerImport, 25ms, 14ms},
            {PhaseKind::RuntimeReady, 39ms, 1ms},
            {PhaseKind::Invoke, 40ms, 10ms}};
}

InvocationRecord coldRecord()
{
    InvocationRecord record;
    record.coldStart = ColdStartReason::FirstInvocation;
    record.phases = coldPhases();
    record.imports = {import("app", 0, 25ms, 14ms), import("json", 1, 26ms, 4ms),
                      import("json.decoder", 2, 27ms, 2ms), import("boto3", 1, 32ms, 6ms)};
    record.imports[1].file = QStringLiteral("/usr/lib/python3.11/json/__init__.py");
    record.imports[1].self = 2ms;
    record.imports[1].origin = ImportOrigin::StandardLibrary;
    record.imports[3].self = 6ms;
    return record;
}

/// "app | json boto3 | json.decoder": the lanes of modules.
QString describe(const Timeline &timeline)
{
    QStringList lanes;
    for (std::size_t lane = 1; lane < timeline.lanes.size(); ++lane) {
        QStringList modules;
        for (const LaneSpan &span : timeline.lanes[lane])
            modules.append(timeline.imports[std::size_t(span.index)].module);
        lanes.append(modules.join(u' '));
    }
    return lanes.join(QStringLiteral(" | "));
}

} // namespace

void tst_Timeline::addsUpPhases_data()
{
    QTest::addColumn<InvocationRecord>("record");
    QTest::addColumn<std::chrono::nanoseconds>("init");
    QTest::addColumn<std::chrono::nanoseconds>("invoke");
    QTest::addColumn<std::chrono::nanoseconds>("total");
    QTest::addColumn<int>("lanes");

    const std::chrono::nanoseconds none{};
    InvocationRecord record;
    QTest::newRow("nothing was run") << record << none << none << none << 0;
    record.phases = {{PhaseKind::Invoke, 0ms, 3ms}};
    QTest::newRow("warm") << record << none << std::chrono::nanoseconds(3ms)
                          << std::chrono::nanoseconds(3ms) << 1;
    record.phases = {{PhaseKind::InterpreterStart, 0ms, 9ms}, {PhaseKind::Bootstrap, 9ms, 1ms}};
    QTest::newRow("ended before the handler was called")
        << record << std::chrono::nanoseconds(10ms) << none << std::chrono::nanoseconds(10ms) << 1;
    record.phases = {{PhaseKind::Invoke, 10ms, 3ms}, {PhaseKind::ProcessStart, 0ms, 10ms}};
    QTest::newRow("in any order") << record << std::chrono::nanoseconds(10ms)
                                  << std::chrono::nanoseconds(3ms) << std::chrono::nanoseconds(13ms)
                                  << 1;
    QTest::newRow("cold with modules")
        << coldRecord() << std::chrono::nanoseconds(40ms) << std::chrono::nanoseconds(10ms)
        << std::chrono::nanoseconds(50ms) << 4;
}

void tst_Timeline::addsUpPhases()
{
    QFETCH(InvocationRecord, record);
    QFETCH(std::chrono::nanoseconds, init);
    QFETCH(std::chrono::nanoseconds, invoke);
    QFETCH(std::chrono::nanoseconds, total);
    QFETCH(int, lanes);

    const Timeline timeline = timelineOf(record);

    QCOMPARE(timeline.init.count(), init.count());
    QCOMPARE(timeline.invoke.count(), invoke.count());
    QCOMPARE(timeline.total.count(), total.count());
    QCOMPARE(int(timeline.lanes.size()), lanes);
    QCOMPARE(timeline.isEmpty(), lanes == 0);
    if (lanes > 0)
        QVERIFY(std::is_sorted(timeline.lanes[0].begin(), timeline.lanes[0].end(),
                               [](auto left, auto right) { return left.begin < right.begin; }));
}

void tst_Timeline::keepsTheSandboxOutOfTheInitPhase()
{
    InvocationRecord record;
    record.initInsideInvoke = true;
    record.phases
        = {{PhaseKind::Sandbox, 0ms, 7ms},          {PhaseKind::ProcessStart, 7ms, 3ms},
           {PhaseKind::ExtensionsReady, 10ms, 5ms}, {PhaseKind::Restore, 15ms, 2ms},
           {PhaseKind::Invoke, 17ms, 4ms},          {PhaseKind::ExtensionsDone, 21ms, 6ms}};

    const Timeline timeline = timelineOf(record);

    QVERIFY(timeline.sandbox == 7ms);
    QVERIFY(timeline.init == 8ms);
    QVERIFY(timeline.restore == 2ms);
    QVERIFY(timeline.invoke == 10ms);
    QVERIFY(timeline.initInsideInvoke);
}

void tst_Timeline::givesExtensionsLanes_data()
{
    QTest::addColumn<ExtensionSpan>("span");
    QTest::addColumn<QString>("stretches"); // begin-end of each; ? when it did not finish

    const QString name = QStringLiteral("collector");
    QTest::newRow("a cold start") << ExtensionSpan{name, true, 12ms, 30ms, 48ms}
                                  << QStringLiteral("12-30 40-48");
    QTest::newRow("warm: only what it did with the event")
        << ExtensionSpan{name, true, {}, {}, 45ms} << QStringLiteral("40-45");
    QTest::newRow("it works longer than the response takes")
        << ExtensionSpan{name, true, 12ms, 30ms, 90ms} << QStringLiteral("12-30 40-90");
    QTest::newRow("without events it is at work in the init phase only")
        << ExtensionSpan{name, false, 12ms, 30ms, {}} << QStringLiteral("12-30");
    QTest::newRow("it was not ready when the init phase was over")
        << ExtensionSpan{name, true, 12ms, {}, {}} << QStringLiteral("12-40?");
    QTest::newRow("it never registered") << ExtensionSpan{name, true, {}, {}, {}} << QString();
    QTest::newRow("nonsense has no width")
        << ExtensionSpan{name, true, 30ms, 12ms, 1ms} << QString();
}

void tst_Timeline::givesExtensionsLanes()
{
    QFETCH(ExtensionSpan, span);
    QFETCH(QString, stretches);
    InvocationRecord record = coldRecord();
    record.imports.clear();
    record.extensions = {span};

    const Timeline timeline = timelineOf(record);

    QStringList found;
    for (const ExtensionStretch &stretch : timeline.extensions) {
        QCOMPARE(stretch.name, span.name);
        QCOMPARE(stretch.isExternal, span.isExternal);
        const auto end = stretch.begin + stretch.duration;
        found.append(QStringLiteral("%1-%2%3")
                         .arg(stretch.begin / 1ms)
                         .arg(end / 1ms)
                         .arg(stretch.isFinished ? QString() : QStringLiteral("?")));
        QVERIFY(timeline.total >= end);
    }
    QCOMPARE(found.join(u' '), stretches);
    QCOMPARE(timeline.extensionLanes, stretches.isEmpty() ? 0 : 1);
    QCOMPARE(int(timeline.lanes.size()), 1 + timeline.extensionLanes);
}

void tst_Timeline::putsImportsBelowExtensions()
{
    InvocationRecord record = coldRecord();
    record.extensions = {{QStringLiteral("one"), true, 5ms, 30ms, 48ms},
                         {QStringLiteral("two"), false, 6ms, 31ms, {}}};

    const Timeline timeline = timelineOf(record);

    QCOMPARE(timeline.extensionLanes, 2);
    QVERIFY(timeline.kindOf(0) == LaneKind::Phases);
    QVERIFY(timeline.kindOf(2) == LaneKind::Extension);
    QVERIFY(timeline.kindOf(3) == LaneKind::Imports);
    QCOMPARE(factsOf(timeline, {2, 0}).extension->name, QStringLiteral("two"));
    QVERIFY(factsOf(timeline, {1, 1}).extension->work == ExtensionWork::Invoke);
    const BarFacts module = factsOf(timeline, {3, 0});
    QVERIFY(!module.extension && !module.phase);
    QCOMPARE(module.module, QStringLiteral("app"));
    QCOMPARE(factsOf(timeline, {4, 0}).module, QStringLiteral("json"));
}

void tst_Timeline::nestsImports_data()
{
    QTest::addColumn<ImportSpans>("imports");
    QTest::addColumn<QString>("lanes");

    QTest::newRow("each depth is a lane")
        << ImportSpans{import("app", 0, 0ms, 9ms), import("a", 1, 1ms, 3ms),
                       import("b", 2, 2ms, 1ms), import("c", 1, 5ms, 2ms)}
        << QStringLiteral("app | a c | b");
    QTest::newRow("sorted by begin")
        << ImportSpans{import("late", 0, 5ms, 1ms), import("early", 0, 1ms, 1ms)}
        << QStringLiteral("early late");
    QTest::newRow("side by side in two lanes")
        << ImportSpans{import("a", 0, 0ms, 5ms), import("b", 0, 3ms, 5ms), import("c", 0, 6ms, 1ms)}
        << QStringLiteral("a c | b");
    QTest::newRow("a rounding is not side by side")
        << ImportSpans{import("a", 0, 0ms, 5001us), import("b", 0, 5ms, 5ms)}
        << QStringLiteral("a b");
    QTest::newRow("a depth that was left out is an empty lane")
        << ImportSpans{import("a", 0, 0ms, 5ms), import("b", 2, 1ms, 1ms), import("c", 1, 2ms, 1ms)}
        << QStringLiteral("a | c | b");
    QTest::newRow("a negative depth is the first")
        << ImportSpans{import("a", -3, 0ms, 5ms)} << QStringLiteral("a");
}

void tst_Timeline::nestsImports()
{
    QFETCH(ImportSpans, imports);
    QFETCH(QString, lanes);
    InvocationRecord record;
    record.imports = imports;

    QCOMPARE(describe(timelineOf(record)), lanes);
}

void tst_Timeline::neverHasMoreLanesThanTheLargestCount()
{
    InvocationRecord record;
    for (int i = 0; i < 1000; ++i)
        record.imports.push_back(import("a", i, std::chrono::microseconds(i * 10), 1s));

    QCOMPARE(int(timelineOf(record).lanes.size()), LargestLaneCount);
}

void tst_Timeline::tellsFiguresOfAPhase()
{
    const BarFacts facts = factsOf(timelineOf(coldRecord()), {0, 2});

    QVERIFY(facts.phase == PhaseKind::HandlerImport);
    QCOMPARE(facts.count, 1);
    QCOMPARE(facts.begin.count(), std::chrono::nanoseconds(25ms).count());
    QCOMPARE(facts.duration.count(), std::chrono::nanoseconds(14ms).count());
    QCOMPARE(facts.share, 0.28);
    QVERIFY(facts.module.isEmpty());
}

void tst_Timeline::tellsFiguresOfAnImport()
{
    const BarFacts facts = factsOf(timelineOf(coldRecord()), {2, 0});

    QVERIFY(!facts.phase);
    QCOMPARE(facts.module, QStringLiteral("json"));
    QCOMPARE(facts.file, QStringLiteral("/usr/lib/python3.11/json/__init__.py"));
    QCOMPARE(facts.origin, ImportOrigin::StandardLibrary);
    QCOMPARE(facts.duration.count(), std::chrono::nanoseconds(4ms).count());
    QCOMPARE(facts.self.count(), std::chrono::nanoseconds(2ms).count());
    QCOMPARE(facts.share, 0.08);
}

void tst_Timeline::tellsFiguresOfAFold()
{
    const Timeline timeline = timelineOf(coldRecord());
    const std::vector<Bar> bars = layOutLane(timeline.lanes[2], TimeScale(timeline.total, 10));
    QCOMPARE(int(bars.size()), 1);

    const BarFacts facts = factsOf(timeline, 2, bars[0]);

    QCOMPARE(facts.count, 2);
    QCOMPARE(facts.module, QStringLiteral("boto3"));
    QCOMPARE(facts.begin.count(), std::chrono::nanoseconds(26ms).count());
    QCOMPARE(facts.duration.count(), std::chrono::nanoseconds(10ms).count());
    QCOMPARE(facts.self.count(), std::chrono::nanoseconds(8ms).count());
    QCOMPARE(facts.share, 0.2);
}

void tst_Timeline::findsTheWayBetweenLanes_data()
{
    QTest::addColumn<SpanPosition>("from");
    QTest::addColumn<int>("lane");
    QTest::addColumn<SpanPosition>("to");

    QTest::newRow("down from a phase to its modules")
        << SpanPosition{0, 2} << 1 << SpanPosition{1, 0};
    QTest::newRow("down to the first import") << SpanPosition{1, 0} << 2 << SpanPosition{2, 0};
    QTest::newRow("up to the importer") << SpanPosition{3, 0} << 2 << SpanPosition{2, 0};
    QTest::newRow("down where nothing was imported: the nearest")
        << SpanPosition{2, 1} << 3 << SpanPosition{3, 0};
    QTest::newRow("no such lane") << SpanPosition{3, 0} << 4 << SpanPosition{};
    QTest::newRow("above the first") << SpanPosition{0, 0} << -1 << SpanPosition{};
}

void tst_Timeline::findsTheWayBetweenLanes()
{
    QFETCH(SpanPosition, from);
    QFETCH(int, lane);
    QFETCH(SpanPosition, to);
    const Timeline timeline = timelineOf(coldRecord());
    const LaneSpan &span = spanAt(timeline, from);

    const SpanPosition found = neighbourInLane(timeline, lane, span.begin, span.end());

    QCOMPARE(found.lane, to.lane);
    QCOMPARE(found.span, to.span);
    QCOMPARE(found.isValid(), to.isValid());
}

void tst_Timeline::putsTheHandlerAndItsSpansBelowImports()
{
    InvocationRecord record = coldRecord();
    record.handlerRun = HandlerRun{41ms, 8ms};
    record.spans = {test::connectionTo("db", 5432, 42ms, 5ms)};

    const Timeline timeline = timelineOf(record);

    const auto lanes = static_cast<int>(timeline.lanes.size());
    QCOMPARE(timeline.handlerLanes, 1);
    QCOMPARE(timeline.spanLanes, 1);
    QVERIFY(timeline.kindOf(lanes - 3) == LaneKind::Imports);
    QVERIFY(timeline.kindOf(lanes - 2) == LaneKind::Handler);
    QVERIFY(timeline.kindOf(lanes - 1) == LaneKind::Spans);
    QCOMPARE(factsOf(timeline, {lanes - 2, 0}).duration, 8ms);
    QCOMPARE(factsOf(timeline, {lanes - 1, 0}).span->port, 5432);
    QVERIFY(positionOf(timeline, {LaneKind::Spans, 0}) == (SpanPosition{lanes - 1, 0}));
    QVERIFY(!positionOf(timeline, {LaneKind::Run, 0}).isValid());
}

void tst_Timeline::givesSpansThatOverlapLanes()
{
    InvocationRecord record = coldRecord();
    for (int i = 0; i < 100; ++i)
        record.spans.push_back(test::connectionTo("db", i, 41ms + i * 10us, i < 3 ? 1ms : 5ms));

    const Timeline timeline = timelineOf(record);

    QCOMPARE(timeline.spanLanes, LargestSpanLaneCount);
    record.spans.resize(2);
    record.spans.push_back(test::connectionTo("db", 1, 45ms, 1ms));
    QCOMPARE(timelineOf(record).spanLanes, 2);
}

void tst_Timeline::laysATraceFromAFileByDepth()
{
    const auto span = [](const char *name, int depth, std::chrono::nanoseconds begin) {
        TraceSpan each;
        each.name = QString::fromLatin1(name);
        each.begin = begin;
        each.duration = 1ms;
        each.depth = depth;
        return each;
    };
    ImportedTrace trace;
    trace.lanes = {{{}, QStringLiteral("main"), {span("a", 0, 0ms), span("b", 1, 0ms)}},
                   {QStringLiteral("worker"), {}, {span("c", 0, 2ms)}}};
    trace.total = 3ms;

    const Timeline timeline = timelineOf(trace);

    QVERIFY(timeline.isTrace());
    QCOMPARE(int(timeline.lanes.size()), 3);
    QCOMPARE(timeline.extent, 3ms);
    QCOMPARE(factsOf(timeline, {2, 0}).trace->name, QStringLiteral("c"));
    QVERIFY(timeline.traceNames
            == (std::vector<QString>{QStringLiteral("main"), {}, QStringLiteral("worker")}));
    QVERIFY(positionOf(timeline, {LaneKind::Trace, 1}) == (SpanPosition{1, 0}));
}

void tst_Timeline::buildsFromAHundredThousandImports()
{
    InvocationRecord record;
    record.phases = coldPhases();
    for (int i = 0; i < 100'000; ++i)
        record.imports.push_back(
            import("module", i % 8, std::chrono::microseconds(i), std::chrono::microseconds(1)));
    Timeline timeline;
    std::size_t bars = 0;

    QBENCHMARK
    {
        timeline = timelineOf(record);
        bars = 0;
        for (const auto &lane : timeline.lanes)
            bars += layOutLane(lane, TimeScale(timeline.total, 1200)).size();
    }

    QCOMPARE(int(timeline.lanes.size()), 9);
    QVERIFY(bars > 400 && bars < 9 * 400);
}

#include "tst_timeline.moc"
