// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace coldframe {

enum class FlameOrder {
    Time, ///< each box where it happened
    LeftHeavy, ///< equal stacks are merged, the longest one at the left
};

/// The same invocation as one stack of calls from top to bottom: the whole, its phases, and below
/// them what was imported and what happened inside the handler. Extensions and stacked runs are
/// left out, because they run beside it. In the left heavy order the axis is a sum of times that
/// begins at 0; what overlaps counts once, so a box is as wide as its own time and its boxes below.
/// A trace from a file stays as it is.
Timeline flameOf(const Timeline &timeline, FlameOrder order);

} // namespace coldframe
