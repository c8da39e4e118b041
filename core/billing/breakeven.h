// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecast.h"
#include "core/billing/instances.h"

#include <optional>
#include <vector>

namespace coldframe {

/// From which utilisation on provisioned concurrency costs less than on demand, in parts of
/// AllParts; above AllParts it never does. Without free tier and cold starts (cost-and-tuning,
/// D.4).
struct ProvisionedBreakEven
{
    int tier = 1; ///< of the on-demand duration price
    std::optional<std::int64_t> utilisation; ///< not set where provisioned duration costs no less
    CostFormula formula;

    bool pays() const { return utilisation && *utilisation <= AllParts; }

    bool operator==(const ProvisionedBreakEven &) const = default;
};

/// One for each duration tier of the book; none when it has no price for provisioned concurrency.
std::vector<ProvisionedBreakEven> provisionedBreakEvens(const Prices &prices);

/// How many times longer arm64 may take until it costs as much as x86_64, in parts of AllParts,
/// rounded down; duration at the first tier (cost-and-tuning, D.4).
std::optional<std::int64_t> slowestPayingArm(const Prices &x86, const Prices &arm);

/// The busiest moment, and what one request needs of a computer that has many at once.
struct PeakLoad
{
    std::int64_t milliRequests = 0; ///< a second, in thousandths
    std::chrono::microseconds duration{}; ///< of one request
    std::chrono::microseconds cpu{}; ///< CPU time of one request
    MebiBytes memory; ///< of one request under way

    bool operator==(const PeakLoad &) const = default;
};

/// A function against an instance that is always on: what it costs, and whether it would do.
struct InstanceComparison
{
    Instance instance;
    Money month; ///< of one instance
    std::optional<std::int64_t> breakEvenRequests; ///< a month; rounded down
    CostFormula breakEven; ///< in requests a second
    std::int64_t milliCpus = 0; ///< that the peak needs, in thousandths, rounded up
    std::int64_t concurrency = 0; ///< requests under way at the peak, rounded up
    MebiBytes memory; ///< that those need
    std::int64_t instances = 1; ///< that the peak needs, by CPU and memory

    bool servesPeak() const { return instances == 1; }
    Money fleet() const { return month * instances; }

    bool operator==(const InstanceComparison &) const = default;
};

/// What a million requests like these cost on demand, at the first tier's price, without free tier
/// and without what is paid by the month.
Money millionOnDemand(const Prices &prices, const Traffic &traffic);

/// Breaks even where month = requests x cost of one (cost-and-tuning, D.4), and shows beside it
/// whether the instance serves the peak: the one without the other misleads.
InstanceComparison compareWithInstance(const Instance &instance, const Prices &prices,
                                       const Traffic &traffic, const PeakLoad &peak);

} // namespace coldframe
