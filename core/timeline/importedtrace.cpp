// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/importedtrace.h"

#include <algorithm>

namespace coldframe {

namespace {

/// A lane while it is filled: the spans that were not over when the last one began.
struct NestingLane
{
    std::vector<TraceSpan> spans;
    std::vector<std::chrono::nanoseconds> open; ///< their ends, outermost first

    bool takes(const TraceSpan &span)
    {
        // An empty span at the end of another one is behind it, not in it.
        while (!open.empty() && open.back() <= span.begin)
            open.pop_back();
        return open.empty() || span.end() <= open.back();
    }

    void add(TraceSpan span)
    {
        span.depth = static_cast<int>(open.size());
        open.push_back(span.end());
        spans.push_back(std::move(span));
    }
};

} // namespace

std::vector<TraceLane> nestedLanes(const QString &process, const QString &name,
                                   std::vector<TraceSpan> spans)
{
    std::stable_sort(spans.begin(), spans.end(), [](const TraceSpan &left, const TraceSpan &right) {
        return left.begin != right.begin ? left.begin < right.begin
                                         : left.duration > right.duration;
    });
    constexpr std::size_t mostLanes = 64; // what is left then, is cut to nest in the last one
    std::vector<NestingLane> nesting;
    for (TraceSpan &span : spans) {
        auto lane = std::find_if(nesting.begin(), nesting.end(),
                                 [&span](NestingLane &each) { return each.takes(span); });
        if (lane == nesting.end() && nesting.size() < mostLanes)
            lane = nesting.insert(nesting.end(), NestingLane{});
        if (lane == nesting.end()) {
            lane = std::prev(nesting.end());
            span.duration = std::max(lane->open.back() - span.begin, span.duration.zero());
        }
        lane->add(std::move(span));
    }
    std::vector<TraceLane> lanes;
    for (std::size_t i = 0; i < nesting.size(); ++i) {
        lanes.push_back({process, i == 0 ? name : QStringLiteral("%1 %2").arg(name).arg(i + 1),
                         std::move(nesting[i].spans)});
    }
    return lanes;
}

std::chrono::nanoseconds endOf(const std::vector<TraceLane> &lanes)
{
    std::chrono::nanoseconds end{};
    for (const TraceLane &lane : lanes) {
        for (const TraceSpan &span : lane.spans)
            end = std::max(end, span.end());
    }
    return end;
}

} // namespace coldframe
