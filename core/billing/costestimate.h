// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costitem.h"
#include "core/billing/money.h"
#include "core/billing/pricebook.h"
#include "core/lambda/functionconfig.h"
#include "core/lambda/report.h"

#include <chrono>
#include <vector>

namespace coldframe {

/// What an invocation has to do with SnapStart where it is charged.
enum class SnapStartUse {
    None, ///< without it, or with Java, for which it is free (contract/billing.md, section 1)
    Warm, ///< nothing is restored; the version's snapshot is kept all the same
    Restored, ///< its environment came from the snapshot
};

/// What Lambda meters of one invocation. The two times add up to the billed duration.
struct InvocationUsage
{
    MebiBytes memory; ///< configured, not used
    MebiBytes ephemeralStorage = limits::SmallestEphemeralStorage;
    std::chrono::milliseconds handler{}; ///< billed when warm
    std::chrono::milliseconds init{}; ///< what the cold start adds to it; 0 when warm
    SnapStartUse snapStart = SnapStartUse::None;

    bool operator==(const InvocationUsage &) const = default;
};

/// Splits the report's billed duration: the handler's own time is rounded up, the init part is
/// the rest; with SnapStart it is the restore.
InvocationUsage usageOf(const FunctionConfig &function, const Report &report);

/// One line of a bill with what it was computed from: price x requests, price x GB x seconds, or
/// price x GB of what is restored, whose GB count like GB-seconds.
struct CostLine
{
    CostItem item = CostItem::Requests;
    UnitPrice price;
    std::int64_t requests = 0; ///< of CostItem::Requests
    GigabyteSeconds usage; ///< of every other item
    MebiBytes size; ///< of one invocation: memory, or storage above 512 MB
    std::chrono::milliseconds time{}; ///< of one invocation
    Money cost;

    bool operator==(const CostLine &) const = default;
};

/// A bill. Nothing in it is rounded.
struct CostEstimate
{
    std::vector<CostLine> lines;
    std::vector<CostItem> unpriced; ///< used, but the price book has no price: not in the total
    std::vector<CostItem> apart; ///< billed by the month whatever is called: not in the total

    Money total() const;
    Money totalOf(CostItem item) const; ///< of all lines of that item

    bool operator==(const CostEstimate &) const = default;
};

/// How many invocations a price "per million" is for.
inline constexpr std::int64_t OneMillion = 1'000'000;

/// One invocation at the first tier's price, without the free tier. A million of them cost
/// OneMillion times each line exactly.
CostEstimate invocationCost(const Prices &prices, const InvocationUsage &usage);

/// What one account uses in one month in one region on one architecture.
struct MonthlyUsage
{
    std::int64_t requests = 0; ///< on demand and provisioned together
    GigabyteSeconds duration; ///< on demand
    GigabyteSeconds ephemeralStorage; ///< above 512 MB
    GigabyteSeconds provisionedConcurrency; ///< configured, see provisionedConcurrency()
    GigabyteSeconds provisionedDuration; ///< served by provisioned concurrency

    MonthlyUsage operator+(const MonthlyUsage &other) const;
    bool operator==(const MonthlyUsage &) const = default;
};

/// The same invocation that many times, on demand.
MonthlyUsage monthlyUsage(const InvocationUsage &usage, std::int64_t invocations);

/// Provisioned concurrency that was enabled for a time, which is rounded up to 5 minutes.
GigabyteSeconds provisionedConcurrency(std::int64_t environments, MebiBytes memory,
                                       std::chrono::seconds enabled);

/// A month with tiers. The free tier (or the part of it that this usage gets; {} for none) is
/// taken off before the first tier and never off provisioned duration; AWS itself applies its
/// requests to provisioned functions too (cost-and-tuning, D.2 and D.3).
CostEstimate monthlyCost(const Prices &prices, const MonthlyUsage &usage, FreeTier freeTier);

} // namespace coldframe
