// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/lambda/invocation.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

/// Begin and duration of a module are rounded apart from each other, so a sibling may seem to begin
/// a little before its lane is free.
constexpr std::chrono::nanoseconds RoundingOfSpans = 2us;

std::size_t laneFor(const ImportSpan &import, const std::vector<std::vector<LaneSpan>> &lanes,
                    std::size_t first)
{
    std::size_t lane
        = static_cast<std::size_t>(std::clamp(import.depth, 0, LargestLaneCount - 2)) + first;
    while (lane < lanes.size() && lane - first + 2 < LargestLaneCount && !lanes[lane].empty()
           && lanes[lane].back().end() - RoundingOfSpans > import.begin)
        ++lane;
    return lane;
}

/// Lanes of modules; an empty lane only where a depth was left out.
void layImports(Timeline &timeline)
{
    std::vector<int> order(timeline.imports.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto importAt = [&](int index) -> const ImportSpan & {
        return timeline.imports[static_cast<std::size_t>(index)];
    };
    const auto earlier
        = [&](int left, int right) { return importAt(left).begin < importAt(right).begin; };
    if (!std::is_sorted(order.begin(), order.end(), earlier))
        std::stable_sort(order.begin(), order.end(), earlier);

    for (const int index : order) {
        const ImportSpan &import = importAt(index);
        const std::size_t lane
            = laneFor(import, timeline.lanes, std::size_t(timeline.extensionLanes) + 1);
        if (lane >= timeline.lanes.size())
            timeline.lanes.resize(lane + 1);
        timeline.lanes[lane].push_back({import.begin, import.duration, index});
        timeline.total = std::max(timeline.total, import.begin + import.duration);
    }
}

/// What overlaps goes to the next free lane, so that connections that stand side by side are seen.
void laySpans(Timeline &timeline)
{
    std::vector<int> order(timeline.spans.size());
    std::iota(order.begin(), order.end(), 0);
    const auto spanOf
        = [&](int index) -> const HandlerSpan & { return timeline.spans[std::size_t(index)]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](int left, int right) { return spanOf(left).begin < spanOf(right).begin; });
    const std::size_t first = timeline.lanes.size();
    for (const int index : order) {
        const HandlerSpan &span = spanOf(index);
        std::size_t lane = first;
        while (lane < timeline.lanes.size() && timeline.lanes[lane].back().end() > span.begin
               && lane - first + 1 < LargestSpanLaneCount)
            ++lane;
        if (lane == timeline.lanes.size())
            timeline.lanes.emplace_back();
        timeline.lanes[lane].push_back({span.begin, span.duration, index});
        timeline.total = std::max(timeline.total, span.begin + span.duration);
    }
    timeline.spanLanes = static_cast<int>(timeline.lanes.size() - first);
}

struct TimeRange
{
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds end{};
};

/// From the first to the last of the phases that count; nothing when none does.
template <typename Counts>
std::optional<TimeRange> rangeOf(const std::vector<Phase> &phases, Counts counts)
{
    std::optional<TimeRange> range;
    for (const Phase &phase : phases) {
        if (!counts(phase.kind))
            continue;
        if (!range)
            range = TimeRange{phase.begin, phase.begin};
        range->begin = std::min(range->begin, phase.begin);
        range->end = std::max(range->end, phase.begin + phase.duration);
    }
    return range;
}

bool isInvokePhase(PhaseKind kind)
{
    return kind == PhaseKind::Invoke || kind == PhaseKind::ExtensionsDone;
}

/// A lane for each extension that was at work. One that did not get ready was still at work when
/// the phase ended.
void layExtensions(Timeline &timeline, const std::vector<ExtensionSpan> &extensions)
{
    const auto init = rangeOf(timeline.phases, isInitPhase);
    const auto invoke = rangeOf(timeline.phases, isInvokePhase);
    for (const ExtensionSpan &extension : extensions) {
        std::vector<LaneSpan> lane;
        const auto add = [&](ExtensionWork work, std::chrono::nanoseconds begin,
                             std::chrono::nanoseconds end, bool isFinished) {
            if (end < begin)
                return;
            lane.push_back({begin, end - begin, static_cast<int>(timeline.extensions.size())});
            timeline.extensions.push_back(
                {extension.name, extension.isExternal, work, begin, end - begin, isFinished});
            timeline.total = std::max(timeline.total, end);
        };
        if (extension.registered && (extension.ready || init))
            add(ExtensionWork::Init, *extension.registered,
                extension.ready ? *extension.ready : init->end, extension.ready.has_value());
        if (extension.done && invoke)
            add(ExtensionWork::Invoke, invoke->begin, *extension.done, true);
        if (!lane.empty())
            timeline.lanes.push_back(std::move(lane));
    }
    timeline.extensionLanes = static_cast<int>(timeline.lanes.size()) - 1;
}

void addUp(Timeline &timeline, const Phase &phase)
{
    if (isInitPhase(phase.kind))
        timeline.init += phase.duration;
    else if (phase.kind == PhaseKind::Sandbox)
        timeline.sandbox += phase.duration;
    else if (phase.kind == PhaseKind::Restore)
        timeline.restore += phase.duration;
    else
        timeline.invoke += phase.duration;
}

} // namespace

std::chrono::nanoseconds StackedRun::total() const
{
    std::chrono::nanoseconds end{};
    for (const Phase &phase : phases)
        end = std::max(end, phase.begin + phase.duration);
    return end;
}

LaneKind Timeline::kindOf(int lane) const
{
    if (isTrace())
        return LaneKind::Trace;
    if (isFlame())
        return lane == 0 ? LaneKind::Whole : lane == 1 ? LaneKind::Phases : LaneKind::Imports;
    if (lane == 0)
        return LaneKind::Phases;
    if (lane <= extensionLanes)
        return LaneKind::Extension;
    const int fromBelow = static_cast<int>(lanes.size()) - lane;
    if (fromBelow <= runLanes)
        return LaneKind::Run;
    if (fromBelow <= runLanes + spanLanes)
        return LaneKind::Spans;
    return fromBelow <= runLanes + spanLanes + handlerLanes ? LaneKind::Handler : LaneKind::Imports;
}

int Timeline::importLanes() const
{
    if (isFlame() || isTrace())
        return 0;
    return static_cast<int>(lanes.size()) - 1 - extensionLanes - handlerLanes - spanLanes
        - runLanes;
}

Timeline timelineOf(const InvocationRecord &record)
{
    Timeline timeline;
    timeline.phases = record.phases;
    timeline.imports = record.imports;
    timeline.handlerRun = record.handlerRun;
    timeline.spans = record.spans;
    timeline.initInsideInvoke = record.initInsideInvoke;
    if (timeline.phases.empty() && timeline.imports.empty() && timeline.spans.empty())
        return timeline;

    std::stable_sort(
        timeline.phases.begin(), timeline.phases.end(),
        [](const Phase &left, const Phase &right) { return left.begin < right.begin; });
    timeline.lanes.resize(1);
    for (std::size_t i = 0; i < timeline.phases.size(); ++i) {
        const Phase &phase = timeline.phases[i];
        timeline.lanes[0].push_back({phase.begin, phase.duration, static_cast<int>(i)});
        timeline.total = std::max(timeline.total, phase.begin + phase.duration);
        addUp(timeline, phase);
    }
    layExtensions(timeline, record.extensions);
    layImports(timeline);
    if (timeline.handlerRun) {
        timeline.handlerLanes = 1;
        timeline.lanes.push_back({{timeline.handlerRun->begin, timeline.handlerRun->duration, 0}});
    }
    laySpans(timeline);
    timeline.extent = timeline.total;
    return timeline;
}

Timeline timelineOf(const ImportedTrace &trace)
{
    Timeline timeline;
    for (const TraceLane &lane : trace.lanes) {
        const std::size_t first = timeline.lanes.size();
        for (const TraceSpan &span : lane.spans) {
            const std::size_t row
                = first + static_cast<std::size_t>(std::clamp(span.depth, 0, LargestLaneCount - 1));
            if (row >= timeline.lanes.size())
                timeline.lanes.resize(row + 1);
            timeline.lanes[row].push_back(
                {span.begin, span.duration, static_cast<int>(timeline.traceSpans.size())});
            timeline.traceSpans.push_back(span);
        }
        timeline.traceNames.resize(timeline.lanes.size());
        if (first < timeline.lanes.size())
            timeline.traceNames[first] = lane.name.isEmpty() ? lane.process : lane.name;
    }
    timeline.total = trace.total;
    timeline.extent = trace.total;
    return timeline;
}

const LaneSpan &spanAt(const Timeline &timeline, SpanPosition position)
{
    return timeline
        .lanes[static_cast<std::size_t>(position.lane)][static_cast<std::size_t>(position.span)];
}

namespace {

void tellPart(BarFacts &facts, const Timeline &timeline, TimelinePart part)
{
    const auto index = static_cast<std::size_t>(part.index);
    facts.kind = part.kind;
    switch (part.kind) {
    case LaneKind::Phases:
        facts.phase = timeline.phases[index].kind;
        return;
    case LaneKind::Extension:
        facts.extension = timeline.extensions[index];
        return;
    case LaneKind::Imports: {
        const ImportSpan &import = timeline.imports[index];
        facts.module = import.module;
        facts.file = import.file;
        facts.fileBytes = import.fileBytes;
        facts.origin = import.origin;
        facts.hasFailed = import.hasFailed;
        return;
    }
    case LaneKind::Handler:
        return;
    case LaneKind::Spans:
        facts.span = timeline.spans[index];
        return;
    case LaneKind::Trace:
        facts.trace = timeline.traceSpans[index];
        facts.file = facts.trace->file;
        return;
    case LaneKind::Run: {
        const RunPart &runPart = timeline.runParts[index];
        facts.run = timeline.runs[static_cast<std::size_t>(runPart.run)];
        facts.phase = runPart.phase.kind;
        facts.step = runPart.step;
        return;
    }
    case LaneKind::Whole:
        return;
    }
}

} // namespace

TimelinePart partAt(const Timeline &timeline, SpanPosition position)
{
    const int index = spanAt(timeline, position).index;
    return timeline.isFlame() ? timeline.flame[static_cast<std::size_t>(index)].part
                              : TimelinePart{timeline.kindOf(position.lane), index};
}

SpanPosition positionOf(const Timeline &timeline, TimelinePart part)
{
    const auto laneCount = static_cast<int>(timeline.lanes.size());
    const bool isMerged = timeline.isFlame() && part.kind == LaneKind::Imports;
    const int node = isMerged && part.index < static_cast<int>(timeline.flameOfImport.size())
        ? timeline.flameOfImport[static_cast<std::size_t>(part.index)]
        : -1;
    for (int lane = 0; lane < laneCount; ++lane) {
        if (!timeline.isFlame() && timeline.kindOf(lane) != part.kind)
            continue;
        const auto &spans = timeline.lanes[static_cast<std::size_t>(lane)];
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const SpanPosition position{lane, static_cast<int>(i)};
            if (isMerged ? spans[i].index == node : partAt(timeline, position) == part)
                return position;
        }
    }
    return {};
}

BarFacts factsOf(const Timeline &timeline, int lane, const Bar &bar)
{
    BarFacts facts;
    facts.count = bar.count();
    facts.hasBegin = !timeline.isSum;
    facts.begin = spanAt(timeline, {lane, bar.first}).begin;
    tellPart(facts, timeline, partAt(timeline, {lane, bar.longest}));
    for (int i = bar.first; i <= bar.last; ++i) {
        const LaneSpan &span = spanAt(timeline, {lane, i});
        facts.duration += span.duration;
        if (timeline.isFlame())
            facts.self += timeline.flame[static_cast<std::size_t>(span.index)].self;
        else if (facts.kind == LaneKind::Imports)
            facts.self += timeline.imports[static_cast<std::size_t>(span.index)].self;
    }
    if (timeline.isFlame())
        facts.merged
            = timeline.flame[static_cast<std::size_t>(spanAt(timeline, {lane, bar.longest}).index)]
                  .count;
    if (timeline.total.count() > 0)
        facts.share = static_cast<double>(facts.duration.count())
            / static_cast<double>(timeline.total.count());
    return facts;
}

BarFacts factsOf(const Timeline &timeline, SpanPosition position)
{
    return factsOf(timeline, position.lane,
                   {.first = position.span, .last = position.span, .longest = position.span});
}

SpanPosition neighbourInLane(const Timeline &timeline, int lane, std::chrono::nanoseconds begin,
                             std::chrono::nanoseconds end)
{
    if (lane < 0 || lane >= static_cast<int>(timeline.lanes.size()))
        return {};
    const int span = spanNear(timeline.lanes[static_cast<std::size_t>(lane)], begin, end);
    return span < 0 ? SpanPosition{} : SpanPosition{lane, span};
}

} // namespace coldframe
