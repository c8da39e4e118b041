// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/breakeven.h"

#include <algorithm>
#include <limits>

namespace coldframe {

namespace {

using std::chrono::microseconds;

/// Both above zero; what does not fit is the largest number.
std::int64_t quotientRoundedUp(CheckedInteger::Value dividend, CheckedInteger::Value divisor)
{
    return static_cast<std::int64_t>(std::min<CheckedInteger::Value>(
        (dividend + divisor - 1) / divisor, std::numeric_limits<std::int64_t>::max() / 2));
}

ProvisionedBreakEven breakEvenOf(int tier, UnitPrice onDemand, UnitPrice configured,
                                 UnitPrice duration)
{
    ProvisionedBreakEven result;
    result.tier = tier;
    const std::int64_t saved = onDemand.picoDollars() - duration.picoDollars();
    if (saved > 0)
        result.utilisation = (configured.picoDollars() * AllParts + saved / 2) / saved;
    result.formula.price(configured)
        .sign(FormulaSign::DividedBy)
        .sign(FormulaSign::Open)
        .price(onDemand)
        .minus()
        .price(duration)
        .sign(FormulaSign::Close);
    if (result.utilisation)
        result.formula.sign(FormulaSign::IsAbout).percent(*result.utilisation);
    return result;
}

Prices firstTierOnly(Prices prices)
{
    prices.duration.resize(1);
    prices.duration.front().gigabyteSeconds.reset();
    return prices;
}

Traffic onDemandOnly(Traffic traffic)
{
    traffic.provisioned = {};
    traffic.snapStart = {};
    return traffic;
}

CostFormula rateFormula(Money month, Money million, std::int64_t requests)
{
    constexpr std::int64_t SecondsOfAMonth = std::chrono::seconds(OneMonth).count();
    const std::int64_t milliRate
        = static_cast<std::int64_t>(CheckedInteger::Value(requests) * 10'000 / SecondsOfAMonth);
    return CostFormula()
        .money(month)
        .sign(FormulaSign::DividedBy)
        .sign(FormulaSign::Open)
        .decimal(SecondsOfAMonth, 0, FormulaUnit::Seconds)
        .times()
        .money(million)
        .sign(FormulaSign::DividedBy)
        .number(1'000'000)
        .sign(FormulaSign::Close)
        .sign(FormulaSign::IsAbout)
        .decimal(milliRate, 4, FormulaUnit::PerSecond);
}

void addCapacity(InstanceComparison &comparison, const PeakLoad &peak)
{
    using Wide = CheckedInteger::Value;
    // Thousandths of requests a second times microseconds.
    const Wide busy = Wide(peak.milliRequests) * peak.cpu.count();
    comparison.milliCpus = quotientRoundedUp(busy, 1'000'000);
    const Wide underWay = Wide(peak.milliRequests) * peak.duration.count();
    comparison.concurrency = quotientRoundedUp(underWay, 1'000'000'000);
    comparison.memory = MebiBytes{
        static_cast<std::int64_t>(std::min<Wide>(Wide(comparison.concurrency) * peak.memory.value,
                                                 std::numeric_limits<std::int64_t>::max() / 2))};
    const std::int64_t byCpu
        = quotientRoundedUp(comparison.milliCpus, comparison.instance.milliCpus);
    const std::int64_t byMemory
        = quotientRoundedUp(comparison.memory.value, comparison.instance.memory.value);
    comparison.instances = std::max({std::int64_t{1}, byCpu, byMemory});
}

} // namespace

std::vector<ProvisionedBreakEven> provisionedBreakEvens(const Prices &prices)
{
    std::vector<ProvisionedBreakEven> result;
    if (!prices.provisionedConcurrency || !prices.provisionedDuration)
        return result;
    for (const DurationTier &tier : prices.duration)
        result.push_back(breakEvenOf(static_cast<int>(result.size()) + 1, tier.price,
                                     *prices.provisionedConcurrency, *prices.provisionedDuration));
    return result;
}

std::optional<std::int64_t> slowestPayingArm(const Prices &x86, const Prices &arm)
{
    if (x86.duration.empty() || arm.duration.empty()
        || arm.duration.front().price.picoDollars() == 0)
        return std::nullopt;
    return x86.duration.front().price.picoDollars() * AllParts
        / arm.duration.front().price.picoDollars();
}

Money millionOnDemand(const Prices &prices, const Traffic &traffic)
{
    Traffic million = onDemandOnly(traffic);
    million.requests = 1'000'000;
    return forecastOf(firstTierOnly(prices), million, {}).total();
}

InstanceComparison compareWithInstance(const Instance &instance, const Prices &prices,
                                       const Traffic &traffic, const PeakLoad &peak)
{
    InstanceComparison comparison;
    comparison.instance = instance;
    comparison.month = instance.hourly.forCount(OneMonth.count());
    const Money million = millionOnDemand(prices, traffic);
    comparison.breakEvenRequests = comparison.month.timesIn(million, 1'000'000);
    if (comparison.breakEvenRequests)
        comparison.breakEven
            = rateFormula(comparison.month, million, *comparison.breakEvenRequests);
    addCapacity(comparison, peak);
    return comparison;
}

} // namespace coldframe
