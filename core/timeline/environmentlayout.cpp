// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/environmentlayout.h"

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

ActivityBar describe(const EnvironmentLane &lane, const Bar &bar)
{
    ActivityBar described;
    described.bar = bar;
    std::array<std::chrono::nanoseconds, 5> times{};
    for (int i = bar.first; i <= bar.last; ++i) {
        const EnvironmentSpan &span = lane.spans[static_cast<std::size_t>(i)];
        times[static_cast<std::size_t>(span.activity)] += span.duration();
        if (span.activity != EnvironmentActivity::Invocation)
            continue;
        ++described.invocations;
        if (span.status == InvocationStatus::Failed || span.status == InvocationStatus::TimedOut)
            ++described.failures;
    }
    described.activity = static_cast<EnvironmentActivity>(
        std::max_element(times.begin(), times.end()) - times.begin());
    return described;
}

} // namespace

std::vector<LaneSpan> laneSpansOf(const EnvironmentLane &lane, WallTime origin)
{
    std::vector<LaneSpan> spans;
    spans.reserve(lane.spans.size());
    for (const EnvironmentSpan &span : lane.spans)
        spans.push_back({span.begin - origin, span.duration(), static_cast<int>(spans.size())});
    return spans;
}

std::vector<ActivityBar> layOutActivities(const EnvironmentLane &lane, WallTime origin,
                                          const TimeScale &scale)
{
    std::vector<ActivityBar> bars;
    for (const Bar &bar : layOutLane(laneSpansOf(lane, origin), scale))
        bars.push_back(describe(lane, bar));
    return bars;
}

int activityBarAt(std::span<const ActivityBar> bars, double x)
{
    const auto after
        = std::upper_bound(bars.begin(), bars.end(), x,
                           [](double at, const ActivityBar &each) { return at < each.bar.x; });
    if (after == bars.begin())
        return -1;
    const auto found = after - 1;
    return x < found->bar.right() ? static_cast<int>(found - bars.begin()) : -1;
}

int activityBarOfSpan(std::span<const ActivityBar> bars, int span)
{
    const auto found
        = std::lower_bound(bars.begin(), bars.end(), span, [](const ActivityBar &each, int index) {
              return each.bar.last < index;
          });
    return found != bars.end() && found->bar.first <= span ? static_cast<int>(found - bars.begin())
                                                           : -1;
}

} // namespace coldframe
