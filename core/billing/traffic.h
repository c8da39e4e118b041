// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/billing/gigabyteseconds.h"
#include "core/lambda/functionconfig.h"

#include <chrono>
#include <cstdint>

namespace coldframe {

/// A month has 730 hours, as in AWS's own calculations (cost-and-tuning, D.4).
inline constexpr std::chrono::hours OneMonth{730};

/// Shares are whole parts of this.
inline constexpr std::int64_t AllParts = 1'000'000;

/// The most requests of a month, so that no sum leaves its range.
inline constexpr std::int64_t MostMonthlyRequests = 1'000'000'000'000'000;

/// What a rate of requests counts by.
enum class RatePeriod { Month, Day, Hour, Minute, Second };

/// Thousandths of requests in each period as whole requests a month, rounded; at most
/// MostMonthlyRequests.
std::int64_t requestsPerMonth(std::int64_t thousandths, RatePeriod period);

/// Where the time of a request comes from.
enum class DurationMeaning {
    OfEachRequest, ///< each takes this long, and is rounded up to whole milliseconds
    AverageBilled, ///< the average of what was rounded up already, so it may have a fraction
};

/// Provisioned concurrency of a month.
struct ProvisionedPlan
{
    std::int64_t environments = 0; ///< 0 for none
    std::chrono::seconds enabled = OneMonth; ///< of the month; rounded up to 5 minutes
    std::int64_t servedParts
        = AllParts; ///< of AllParts: requests served by it, the rest spills over

    bool operator==(const ProvisionedPlan &) const = default;
};

/// SnapStart of a month; for Java it is free and no plan is needed (contract/billing.md, section
/// 1).
struct SnapStartPlan
{
    std::int64_t versions = 0; ///< published and active; 0 for none
    std::chrono::seconds active = OneMonth; ///< each of them; 3 hours at least

    bool operator==(const SnapStartPlan &) const = default;
};

/// What a month's bill is computed from.
struct Traffic
{
    std::int64_t requests = 0; ///< a month
    std::int64_t coldParts = 0; ///< of AllParts: share of cold starts among on-demand requests
    DurationMeaning meaning = DurationMeaning::OfEachRequest;
    std::chrono::nanoseconds duration{}; ///< of one request
    std::chrono::nanoseconds init{}; ///< of one cold start; the restore time with SnapStart
    MebiBytes memory = limits::SmallestMemory; ///< configured
    MebiBytes ephemeralStorage = limits::SmallestEphemeralStorage;
    ProvisionedPlan provisioned = {};
    SnapStartPlan snapStart = {};
    std::int64_t responseBytes = 0; ///< streamed, of one response
    std::int64_t payloadBytes = 0; ///< of one asynchronous event
    bool tenantIsolation = false; ///< each cold start makes an environment for a tenant

    bool operator==(const Traffic &) const = default;
};

/// Duration and init times a factor in thousandths: what another architecture is assumed to take.
Traffic scaledTraffic(Traffic traffic, std::int64_t thousandths);

/// InvalidArgument that names the first figure that Lambda does not have: memory, storage, shares,
/// negative numbers.
Result<void> checkTraffic(const Traffic &traffic);

} // namespace coldframe
