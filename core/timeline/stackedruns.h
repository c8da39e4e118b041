// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <span>
#include <vector>

namespace coldframe {

/// No more runs than this are stacked: the latest ones.
inline constexpr int LargestStack = 40;

/// The runs of a session to stack below the one that is shown, oldest first: those that ran in the
/// same environment. Below a cold run that are the ones that followed; below a warm one all other
/// warm ones, so that like is compared with like.
std::vector<StackedRun> stackedRuns(const InvocationRecord &shown,
                                    std::span<const InvocationRecord *const> session);

/// Adds a lane for each run, all of them from the beginning of the axis.
void stackRuns(Timeline &timeline, std::vector<StackedRun> runs);

} // namespace coldframe
