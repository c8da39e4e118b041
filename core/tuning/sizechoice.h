// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/billing/money.h"

#include <chrono>
#include <optional>
#include <vector>

namespace coldframe {

/// What the best size is the best in.
enum class TuningStrategy { Cost, Speed, Balanced };

/// A memory size with what an invocation takes and costs there.
struct SizeCandidate
{
    MebiBytes memory;
    std::chrono::nanoseconds duration{};
    Money cost;
};

inline constexpr double DefaultBalancedWeight = 0.5;

/// Index of the best candidate; nothing without any. Cost: the cheapest, of equal ones the faster.
/// Speed: the fastest, of equal ones the cheaper. Balanced: the least sum of both as parts of their
/// largest, cost counting with the weight from 0 (as Speed) to 1 (as Cost) (cost-and-tuning, E.1).
std::optional<std::size_t> bestSize(const std::vector<SizeCandidate> &candidates,
                                    TuningStrategy strategy,
                                    double balancedWeight = DefaultBalancedWeight);

} // namespace coldframe
