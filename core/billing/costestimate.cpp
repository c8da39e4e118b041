// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/costestimate.h"

#include "core/billing/billedduration.h"

#include <algorithm>

namespace coldframe {

namespace {

MebiBytes storageAboveFree(MebiBytes storage)
{
    return MebiBytes{
        std::max<std::int64_t>(0, storage.value - limits::SmallestEphemeralStorage.value)};
}

void appendRequests(CostEstimate &estimate, const std::optional<UnitPrice> &price,
                    std::int64_t requests)
{
    if (!price)
        return estimate.unpriced.push_back(CostItem::Requests);
    CostLine line;
    line.price = *price;
    line.requests = requests;
    line.cost = price->forCount(requests);
    estimate.lines.push_back(line);
}

CostLine usageLine(CostItem item, UnitPrice price, GigabyteSeconds usage)
{
    CostLine line;
    line.item = item;
    line.price = price;
    line.usage = usage;
    line.cost = price.forUsage(usage);
    return line;
}

CostLine timeLine(CostItem item, UnitPrice price, MebiBytes size, std::chrono::milliseconds time)
{
    CostLine line = usageLine(item, price, GigabyteSeconds::of(size, time));
    line.size = size;
    line.time = time;
    return line;
}

void appendSnapStart(CostEstimate &estimate, const Prices &prices, const InvocationUsage &usage)
{
    if (usage.snapStart == SnapStartUse::None)
        return;
    estimate.apart.push_back(CostItem::SnapStartCache);
    if (usage.snapStart != SnapStartUse::Restored)
        return;
    if (!prices.snapStartRestore)
        return estimate.unpriced.push_back(CostItem::SnapStartRestore);
    CostLine line = usageLine(CostItem::SnapStartRestore, *prices.snapStartRestore,
                              GigabyteSeconds::of(usage.memory, std::chrono::seconds(1)));
    line.size = usage.memory;
    estimate.lines.push_back(line);
}

/// None for Java.
SnapStartUse snapStartUseOf(const FunctionConfig &function, const Report &report)
{
    if (function.runtime.startsWith(QLatin1String("java")))
        return SnapStartUse::None;
    if (report.billedRestoreDuration)
        return SnapStartUse::Restored;
    return function.snapStart ? SnapStartUse::Warm : SnapStartUse::None;
}

void appendDurationTiers(CostEstimate &estimate, const std::vector<DurationTier> &tiers,
                         GigabyteSeconds usage)
{
    GigabyteSeconds rest = usage;
    for (const DurationTier &tier : tiers) {
        const GigabyteSeconds width
            = tier.gigabyteSeconds ? GigabyteSeconds::whole(*tier.gigabyteSeconds) : rest;
        const GigabyteSeconds used = std::min(rest, width);
        if (!used.isZero())
            estimate.lines.push_back(usageLine(CostItem::Duration, tier.price, used));
        rest = rest.without(used);
    }
}

void appendUsage(CostEstimate &estimate, CostItem item, const std::optional<UnitPrice> &price,
                 GigabyteSeconds usage)
{
    if (usage.isZero())
        return;
    if (price)
        estimate.lines.push_back(usageLine(item, *price, usage));
    else
        estimate.unpriced.push_back(item);
}

} // namespace

InvocationUsage usageOf(const FunctionConfig &function, const Report &report)
{
    InvocationUsage usage;
    usage.memory = function.memory;
    usage.ephemeralStorage = function.ephemeralStorage;
    usage.handler = report.initDuration || report.billedRestoreDuration
        ? std::min(billedDuration(report.duration), report.billedDuration)
        : report.billedDuration;
    usage.init = report.billedDuration - usage.handler;
    usage.snapStart = snapStartUseOf(function, report);
    return usage;
}

Money CostEstimate::total() const
{
    Money sum;
    for (const CostLine &line : lines)
        sum += line.cost;
    return sum;
}

Money CostEstimate::totalOf(CostItem item) const
{
    Money sum;
    for (const CostLine &line : lines) {
        if (line.item == item)
            sum += line.cost;
    }
    return sum;
}

CostEstimate invocationCost(const Prices &prices, const InvocationUsage &usage)
{
    const UnitPrice duration
        = prices.duration.empty() ? UnitPrice() : prices.duration.front().price;
    CostEstimate estimate;
    appendRequests(estimate, prices.request, 1);
    estimate.lines.push_back(timeLine(CostItem::Duration, duration, usage.memory, usage.handler));
    if (usage.init > std::chrono::milliseconds::zero())
        estimate.lines.push_back(timeLine(CostItem::Init, duration, usage.memory, usage.init));

    const MebiBytes storage = storageAboveFree(usage.ephemeralStorage);
    if (storage.value > 0) {
        if (prices.ephemeralStorage)
            estimate.lines.push_back(timeLine(CostItem::EphemeralStorage, *prices.ephemeralStorage,
                                              storage, usage.handler + usage.init));
        else
            estimate.unpriced.push_back(CostItem::EphemeralStorage);
    }
    appendSnapStart(estimate, prices, usage);
    return estimate;
}

MonthlyUsage MonthlyUsage::operator+(const MonthlyUsage &other) const
{
    return {requests + other.requests, duration + other.duration,
            ephemeralStorage + other.ephemeralStorage,
            provisionedConcurrency + other.provisionedConcurrency,
            provisionedDuration + other.provisionedDuration};
}

MonthlyUsage monthlyUsage(const InvocationUsage &usage, std::int64_t invocations)
{
    const std::chrono::milliseconds time = usage.handler + usage.init;
    MonthlyUsage month;
    month.requests = invocations;
    month.duration = GigabyteSeconds::of(usage.memory, time) * invocations;
    month.ephemeralStorage
        = GigabyteSeconds::of(storageAboveFree(usage.ephemeralStorage), time) * invocations;
    return month;
}

GigabyteSeconds provisionedConcurrency(std::int64_t environments, MebiBytes memory,
                                       std::chrono::seconds enabled)
{
    using FiveMinutes = std::chrono::duration<std::int64_t, std::ratio<300>>;
    return GigabyteSeconds::of(memory, std::chrono::ceil<FiveMinutes>(enabled)) * environments;
}

CostEstimate monthlyCost(const Prices &prices, const MonthlyUsage &usage, FreeTier freeTier)
{
    CostEstimate estimate;
    appendRequests(estimate, prices.request,
                   std::max<std::int64_t>(0, usage.requests - freeTier.requests));
    appendDurationTiers(estimate, prices.duration,
                        usage.duration.without(GigabyteSeconds::whole(freeTier.gigabyteSeconds)));
    appendUsage(estimate, CostItem::EphemeralStorage, prices.ephemeralStorage,
                usage.ephemeralStorage);
    appendUsage(estimate, CostItem::ProvisionedConcurrency, prices.provisionedConcurrency,
                usage.provisionedConcurrency);
    appendUsage(estimate, CostItem::ProvisionedDuration, prices.provisionedDuration,
                usage.provisionedDuration);
    return estimate;
}

} // namespace coldframe
