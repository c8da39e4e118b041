// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/sizechoice.h"

#include <algorithm>
#include <tuple>

namespace coldframe {

namespace {

/// For comparing parts only; no amount that is shown comes from it.
double approximately(Money amount)
{
    return amount.exactText().toDouble();
}

std::size_t balancedSize(const std::vector<SizeCandidate> &candidates, double weight)
{
    double mostCost = 0;
    double longest = 0;
    for (const SizeCandidate &candidate : candidates) {
        mostCost = std::max(mostCost, approximately(candidate.cost));
        longest = std::max(longest, static_cast<double>(candidate.duration.count()));
    }
    const auto sum = [&](const SizeCandidate &candidate) {
        const double cost = mostCost > 0 ? approximately(candidate.cost) / mostCost : 0;
        const double duration
            = longest > 0 ? static_cast<double>(candidate.duration.count()) / longest : 0;
        return weight * cost + (1 - weight) * duration;
    };
    const auto best = std::min_element(
        candidates.begin(), candidates.end(),
        [&sum](const auto &one, const auto &other) { return sum(one) < sum(other); });
    return static_cast<std::size_t>(best - candidates.begin());
}

} // namespace

std::optional<std::size_t> bestSize(const std::vector<SizeCandidate> &candidates,
                                    TuningStrategy strategy, double balancedWeight)
{
    if (candidates.empty())
        return std::nullopt;
    if (strategy == TuningStrategy::Balanced)
        return balancedSize(candidates, std::clamp(balancedWeight, 0.0, 1.0));
    const auto best = std::min_element(
        candidates.begin(), candidates.end(), [strategy](const auto &one, const auto &other) {
            return strategy == TuningStrategy::Cost
                ? std::tie(one.cost, one.duration) < std::tie(other.cost, other.duration)
                : std::tie(one.duration, one.cost) < std::tie(other.duration, other.cost);
        });
    return static_cast<std::size_t>(best - candidates.begin());
}

} // namespace coldframe
