// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline.h"

#include "core/lambda/invocation.h"

#include <algorithm>
#include <cstddef>

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

LaneKind Timeline::kindOf(int lane) const
{
    if (lane == 0)
        return LaneKind::Phases;
    return lane <= extensionLanes ? LaneKind::Extension : LaneKind::Imports;
}

Timeline timelineOf(const InvocationRecord &record)
{
    Timeline timeline;
    timeline.phases = record.phases;
    timeline.imports = record.imports;
    timeline.initInsideInvoke = record.initInsideInvoke;
    if (timeline.phases.empty() && timeline.imports.empty())
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
    return timeline;
}

const LaneSpan &spanAt(const Timeline &timeline, SpanPosition position)
{
    return timeline
        .lanes[static_cast<std::size_t>(position.lane)][static_cast<std::size_t>(position.span)];
}

BarFacts factsOf(const Timeline &timeline, int lane, const Bar &bar)
{
    BarFacts facts;
    facts.count = bar.count();
    facts.begin = spanAt(timeline, {lane, bar.first}).begin;
    const auto longest = static_cast<std::size_t>(spanAt(timeline, {lane, bar.longest}).index);
    facts.kind = timeline.kindOf(lane);
    if (facts.kind == LaneKind::Phases) {
        facts.phase = timeline.phases[longest].kind;
    } else if (facts.kind == LaneKind::Extension) {
        facts.extension = timeline.extensions[longest];
    } else {
        const ImportSpan &import = timeline.imports[longest];
        facts.module = import.module;
        facts.file = import.file;
        facts.origin = import.origin;
    }
    for (int i = bar.first; i <= bar.last; ++i) {
        const LaneSpan &span = spanAt(timeline, {lane, i});
        facts.duration += span.duration;
        if (facts.kind == LaneKind::Imports)
            facts.self += timeline.imports[static_cast<std::size_t>(span.index)].self;
    }
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
