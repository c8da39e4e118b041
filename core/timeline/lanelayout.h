// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timescale.h"

#include <chrono>
#include <span>
#include <vector>

namespace coldframe {

/// One thing in a lane. Within a lane spans are sorted by begin and do not overlap.
struct LaneSpan
{
    std::chrono::nanoseconds begin{};
    std::chrono::nanoseconds duration{};
    int index = 0; ///< of what it stands for, in the list that the lane was made from

    std::chrono::nanoseconds end() const { return begin + duration; }
    bool operator==(const LaneSpan &) const = default;
};

/// What is painted and clicked: one span, or a run of neighbours that are too narrow each.
struct Bar
{
    double x = 0; ///< within the view: a span that begins before it is cut at 0
    double width = 0;
    int first = 0; ///< index of its first span within the lane
    int last = 0; ///< index of its last span
    int longest = 0; ///< index of the span that took the longest

    double right() const { return x + width; }
    int count() const { return last - first + 1; }
    bool operator==(const Bar &) const = default;
};

/// Lays out the visible spans of a lane from left to right. Neighbours narrower than minimumWidth
/// pixels are folded into one bar at least that wide, so the number of bars is bounded by the width
/// and not by the number of spans. Bars never overlap.
std::vector<Bar> layOutLane(std::span<const LaneSpan> spans, const TimeScale &scale,
                            double minimumWidth = 3.0);

/// Index of the bar under x, or -1.
int barAt(std::span<const Bar> bars, double x);

/// Index of the bar that a span is part of, or -1 when it is not visible.
int barOfSpan(std::span<const Bar> bars, int span);

/// Index of the first span that has time in common with begin to end, else of the nearest one; -1
/// in an empty lane.
int spanNear(std::span<const LaneSpan> spans, std::chrono::nanoseconds begin,
             std::chrono::nanoseconds end);

} // namespace coldframe
