// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/environmenthistory.h"
#include "core/timeline/lanelayout.h"

namespace coldframe {

/// A drawn bar of an environment's lane, with what it stands for.
struct ActivityBar
{
    Bar bar;
    EnvironmentActivity activity = EnvironmentActivity::Idle; ///< that takes the most of its time
    int invocations = 0;
    int failures = 0; ///< of its invocations: failed or timed out
    bool operator==(const ActivityBar &) const = default;
};

/// A lane on an axis that begins at origin; index is that of the span within the lane.
std::vector<LaneSpan> laneSpansOf(const EnvironmentLane &lane, WallTime origin);

/// The bars of a lane; what is too narrow is folded, as layOutLane() does.
std::vector<ActivityBar> layOutActivities(const EnvironmentLane &lane, WallTime origin,
                                          const TimeScale &scale);

/// Index of the bar under x, or -1.
int activityBarAt(std::span<const ActivityBar> bars, double x);

/// Index of the bar that a span is part of, or -1 when it is not visible.
int activityBarOfSpan(std::span<const ActivityBar> bars, int span);

} // namespace coldframe
