// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecastcomparison.h"

namespace coldframe {

namespace {

ForecastSide sideOf(const PriceBook &book, const ForecastPlan &plan, Architecture architecture)
{
    ForecastSide side;
    const Result<Prices> prices = book.prices(plan.region, architecture);
    if (!prices)
        return side;
    const Traffic traffic = architecture == Architecture::Arm64
        ? scaledTraffic(plan.traffic, plan.armThousandths)
        : plan.traffic;
    side.prices = *prices;
    side.forecast = forecastOf(*prices, traffic, plan.freeTier);
    side.provisioned = provisionedBreakEvens(*prices);
    return side;
}

/// The month's average where no peak is given, rounded up to thousandths of a request a second.
std::int64_t peakOf(const ForecastPlan &plan)
{
    constexpr std::int64_t Seconds = std::chrono::seconds(OneMonth).count();
    return plan.peakMilliRequests > 0 ? plan.peakMilliRequests
                                      : (plan.traffic.requests * 1000 + Seconds - 1) / Seconds;
}

} // namespace

ForecastComparison compareForecasts(const ActivePriceBook &book, const ForecastPlan &plan)
{
    ForecastComparison comparison;
    comparison.plan = plan;
    comparison.x86 = sideOf(book.book, plan, Architecture::X86_64);
    comparison.arm = sideOf(book.book, plan, Architecture::Arm64);
    if (comparison.x86.prices && comparison.arm.prices)
        comparison.slowestPayingArm
            = slowestPayingArm(*comparison.x86.prices, *comparison.arm.prices);
    const auto duration = std::chrono::ceil<std::chrono::microseconds>(plan.traffic.duration);
    comparison.peak = {peakOf(plan), duration, plan.cpu.value_or(duration),
                       plan.memoryUsed.value_or(plan.traffic.memory)};
    const ForecastSide &side = comparison.side(plan.architecture);
    if (!side.prices)
        return comparison;
    const Traffic traffic = plan.architecture == Architecture::Arm64
        ? scaledTraffic(plan.traffic, plan.armThousandths)
        : plan.traffic;
    for (const Instance &instance : book.instances.instances(plan.region))
        comparison.instances.push_back(
            compareWithInstance(instance, *side.prices, traffic, comparison.peak));
    return comparison;
}

} // namespace coldframe
