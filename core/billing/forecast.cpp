// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecast.h"

#include <algorithm>

namespace coldframe {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t Mebibyte = 1'048'576;
constexpr std::int64_t FreePayloadBytes = 256 * 1024;
constexpr std::int64_t PayloadStepBytes = 64 * 1024;
constexpr std::int64_t FreeStreamedBytes = 6 * Mebibyte;
constexpr std::int64_t Gibibyte = 1024 * Mebibyte;
constexpr seconds ShortestCache = std::chrono::hours(3);
using FiveMinutes = std::chrono::duration<std::int64_t, std::ratio<300>>;

/// Memory or storage times a time with a fraction of a millisecond, so many times: the fraction is
/// rounded once for all of them.
GigabyteSeconds usageOfMany(MebiBytes size, microseconds each, std::int64_t count)
{
    const auto whole = std::chrono::floor<milliseconds>(each);
    const std::int64_t fraction = (each - whole).count();
    return GigabyteSeconds::of(size, whole) * count
        + GigabyteSeconds::of(size, milliseconds((fraction * count + 500) / 1000));
}

/// Each GB counts like a GB-second.
GigabyteSeconds gigabytesOfMany(MebiBytes size, std::int64_t count)
{
    return GigabyteSeconds::of(size, seconds(1)) * count;
}

std::int64_t partOf(std::int64_t count, std::int64_t parts)
{
    const CheckedInteger::Value whole = CheckedInteger::Value(count) * parts;
    return static_cast<std::int64_t>((whole + AllParts / 2) / AllParts);
}

bool isExactPart(std::int64_t count, std::int64_t parts)
{
    return CheckedInteger::Value(count) * parts % AllParts == 0;
}

CostFormula shareFormula(std::int64_t count, std::int64_t parts)
{
    return CostFormula()
        .number(count)
        .times()
        .percent(parts)
        .sign(isExactPart(count, parts) ? FormulaSign::Equals : FormulaSign::IsAbout)
        .number(partOf(count, parts));
}

/// Puts a month's lines together.
class Bill
{
public:
    Bill(const Prices &prices, const Traffic &traffic, const FreeTier &freeTier)
        : m_prices(prices)
        , m_traffic(traffic)
        , m_freeTier(freeTier)
    {
        m_forecast.architecture = prices.architecture;
        countRequests();
        roundTimes();
    }

    Forecast make()
    {
        addRequests();
        addDuration();
        addStorage();
        addProvisioned();
        addSnapStart();
        addStreaming();
        addTenantIsolation();
        return std::move(m_forecast);
    }

private:
    using Steps = std::vector<FormulaStep>;

    void countRequests()
    {
        const bool isProvisioned = m_traffic.provisioned.environments > 0;
        m_forecast.provisionedRequests
            = isProvisioned ? partOf(m_traffic.requests, m_traffic.provisioned.servedParts) : 0;
        m_forecast.onDemandRequests = m_traffic.requests - m_forecast.provisionedRequests;
        m_forecast.coldStarts = partOf(m_forecast.onDemandRequests, m_traffic.coldParts);
    }

    void roundTimes()
    {
        if (m_traffic.meaning == DurationMeaning::AverageBilled) {
            m_forecast.handlerEach = std::chrono::round<microseconds>(m_traffic.duration);
            m_forecast.initEach = std::chrono::round<microseconds>(m_traffic.init);
            return;
        }
        const auto warm = std::chrono::ceil<milliseconds>(m_traffic.duration);
        m_forecast.handlerEach = warm;
        m_forecast.initEach
            = std::chrono::ceil<milliseconds>(m_traffic.duration + m_traffic.init) - warm;
    }

    /// Nothing when the book has no price for the item; says so once.
    std::optional<UnitPrice> priceOrNote(CostItem item)
    {
        const std::optional<UnitPrice> price = priceOf(m_prices, item);
        if (!price)
            m_forecast.unpriced.push_back(item);
        return price;
    }

    void addLine(CostItem item, UnitPrice price, Money cost, Steps steps, CostFormula formula,
                 int tier = 1)
    {
        steps.push_back(
            {FormulaStepKind::Cost, std::move(formula.times().price(price).equals().money(cost))});
        m_forecast.lines.push_back(
            {item, tier, price, cost, std::move(steps), isApproximate(m_prices, item)});
    }

    void addUsage(CostItem item, GigabyteSeconds usage, Steps steps)
    {
        if (usage.isZero())
            return;
        if (const auto price = priceOrNote(item))
            addLine(item, *price, price->forUsage(usage), std::move(steps),
                    CostFormula().usage(usage));
    }

    void addGigabytes(CostItem item, MebiBytes size, std::int64_t count, Steps steps)
    {
        if (count == 0)
            return;
        if (const auto price = priceOrNote(item))
            addLine(item, *price, price->forUsage(gigabytesOfMany(size, count)), std::move(steps),
                    std::move(CostFormula().number(count).times().gigabytes(size)));
    }

    void addCount(CostItem item, std::int64_t count, Steps steps)
    {
        const std::int64_t free = std::min(count, m_freeTier.requests);
        m_freeTier.requests -= free;
        if (free > 0)
            steps.push_back(
                {FormulaStepKind::FreeTier,
                 CostFormula().number(count).minus().number(free).equals().number(count - free)});
        if (count == 0)
            return;
        if (const auto price = priceOrNote(item))
            addLine(item, *price, price->forCount(count - free), std::move(steps),
                    CostFormula().number(count - free));
    }

    void addRequests()
    {
        addCount(CostItem::Requests, m_traffic.requests, {});
        const std::int64_t each = requestsOfPayload(m_traffic.payloadBytes) - 1;
        if (each == 0)
            return;
        Steps steps;
        steps.push_back({FormulaStepKind::PayloadRequestsEach,
                         CostFormula()
                             .sign(FormulaSign::OpenRoundUp)
                             .sign(FormulaSign::Open)
                             .number(m_traffic.payloadBytes)
                             .minus()
                             .number(FreePayloadBytes)
                             .sign(FormulaSign::Close)
                             .sign(FormulaSign::DividedBy)
                             .number(PayloadStepBytes)
                             .sign(FormulaSign::CloseRoundUp)
                             .equals()
                             .number(each)});
        steps.push_back({FormulaStepKind::Quantity,
                         CostFormula()
                             .number(m_traffic.requests)
                             .times()
                             .number(each)
                             .equals()
                             .number(m_traffic.requests * each)});
        addCount(CostItem::PayloadRequests, m_traffic.requests * each, std::move(steps));
    }

    void noteSplit(Steps &steps) const
    {
        if (m_traffic.provisioned.environments == 0)
            return;
        steps.push_back({FormulaStepKind::OnDemandRequests,
                         CostFormula()
                             .number(m_traffic.requests)
                             .minus()
                             .number(m_forecast.provisionedRequests)
                             .equals()
                             .number(m_forecast.onDemandRequests)});
    }

    void noteHandlerTime(Steps &steps) const
    {
        if (m_traffic.meaning == DurationMeaning::AverageBilled
            || m_forecast.handlerEach == m_traffic.duration)
            return;
        steps.push_back({FormulaStepKind::BilledEach,
                         CostFormula()
                             .sign(FormulaSign::OpenRoundUp)
                             .milliseconds(m_traffic.duration)
                             .sign(FormulaSign::CloseRoundUp)
                             .equals()
                             .milliseconds(m_forecast.handlerEach)});
    }

    void noteInitTime(Steps &steps) const
    {
        if (m_traffic.meaning == DurationMeaning::AverageBilled)
            return;
        steps.push_back({FormulaStepKind::InitEach,
                         CostFormula()
                             .sign(FormulaSign::OpenRoundUp)
                             .milliseconds(m_traffic.duration)
                             .plus()
                             .milliseconds(m_traffic.init)
                             .sign(FormulaSign::CloseRoundUp)
                             .minus()
                             .milliseconds(m_forecast.handlerEach)
                             .equals()
                             .milliseconds(m_forecast.initEach)});
    }

    static FormulaStep quantityStep(MebiBytes size, microseconds each, std::int64_t count)
    {
        const bool isWhole = each == std::chrono::floor<milliseconds>(each);
        return {FormulaStepKind::Quantity,
                CostFormula()
                    .number(count)
                    .times()
                    .seconds(each)
                    .times()
                    .gigabytes(size)
                    .sign(isWhole ? FormulaSign::Equals : FormulaSign::IsAbout)
                    .usage(usageOfMany(size, each, count))};
    }

    void addDuration()
    {
        Steps steps;
        noteSplit(steps);
        noteHandlerTime(steps);
        steps.push_back(
            quantityStep(m_traffic.memory, m_forecast.handlerEach, m_forecast.onDemandRequests));
        addTiers(CostItem::Duration,
                 usageOfMany(m_traffic.memory, m_forecast.handlerEach, m_forecast.onDemandRequests),
                 std::move(steps));

        Steps coldSteps{{FormulaStepKind::ColdStarts,
                         shareFormula(m_forecast.onDemandRequests, m_traffic.coldParts)}};
        noteInitTime(coldSteps);
        coldSteps.push_back(
            quantityStep(m_traffic.memory, m_forecast.initEach, m_forecast.coldStarts));
        addTiers(CostItem::Init,
                 usageOfMany(m_traffic.memory, m_forecast.initEach, m_forecast.coldStarts),
                 std::move(coldSteps));
    }

    /// Takes what is left of the free tier, then of the tiers in turn.
    void addTiers(CostItem item, GigabyteSeconds usage, Steps steps)
    {
        if (usage.isZero())
            return;
        const GigabyteSeconds free = std::min(
            usage, GigabyteSeconds::whole(m_freeTier.gigabyteSeconds).without(m_freeUsed));
        m_freeUsed = m_freeUsed + free;
        GigabyteSeconds rest = usage.without(free);
        if (!free.isZero())
            steps.push_back({FormulaStepKind::FreeTier,
                             CostFormula().usage(usage).minus().usage(free).equals().usage(rest)});
        bool isFirst = true;
        while (isFirst || !rest.isZero()) {
            const DurationTier &tier = m_prices.duration[m_tier];
            const GigabyteSeconds part = tier.gigabyteSeconds
                ? std::min(rest, GigabyteSeconds::whole(*tier.gigabyteSeconds).without(m_tierUsed))
                : rest;
            if (part.isZero() && !rest.isZero()) {
                ++m_tier;
                m_tierUsed = {};
                continue;
            }
            Steps own = isFirst ? steps : Steps();
            if (part < rest || !isFirst)
                own.push_back({FormulaStepKind::TierPart, CostFormula().usage(part)});
            addLine(item, tier.price, tier.price.forUsage(part), std::move(own),
                    CostFormula().usage(part), static_cast<int>(m_tier) + 1);
            m_tierUsed = m_tierUsed + part;
            rest = rest.without(part);
            isFirst = false;
        }
    }

    void addStorage()
    {
        const MebiBytes above{m_traffic.ephemeralStorage.value
                              - limits::SmallestEphemeralStorage.value};
        if (above.value <= 0)
            return;
        // Requests of provisioned environments use it for as long.
        const GigabyteSeconds handler
            = usageOfMany(above, m_forecast.handlerEach, m_traffic.requests);
        const GigabyteSeconds init = usageOfMany(above, m_forecast.initEach, m_forecast.coldStarts);
        CostFormula formula;
        formula.sign(FormulaSign::Open)
            .number(m_traffic.requests)
            .times()
            .seconds(m_forecast.handlerEach);
        if (!init.isZero())
            formula.plus().number(m_forecast.coldStarts).times().seconds(m_forecast.initEach);
        formula.sign(FormulaSign::Close).times().gigabytes(above);
        const bool isWhole = m_traffic.meaning == DurationMeaning::OfEachRequest;
        formula.sign(isWhole ? FormulaSign::Equals : FormulaSign::IsAbout).usage(handler + init);
        addUsage(CostItem::EphemeralStorage, handler + init,
                 {{FormulaStepKind::Quantity, std::move(formula)}});
    }

    void addProvisioned()
    {
        const ProvisionedPlan &plan = m_traffic.provisioned;
        if (plan.environments == 0)
            return;
        const seconds enabled = std::chrono::ceil<FiveMinutes>(plan.enabled);
        const GigabyteSeconds configured
            = GigabyteSeconds::of(m_traffic.memory, enabled) * plan.environments;
        addUsage(CostItem::ProvisionedConcurrency, configured,
                 {{FormulaStepKind::Quantity,
                   CostFormula()
                       .number(plan.environments)
                       .times()
                       .seconds(enabled)
                       .times()
                       .gigabytes(m_traffic.memory)
                       .equals()
                       .usage(configured)}});
        Steps steps{{FormulaStepKind::ServedByProvisioned,
                     shareFormula(m_traffic.requests, plan.servedParts)}};
        noteHandlerTime(steps);
        steps.push_back(
            quantityStep(m_traffic.memory, m_forecast.handlerEach, m_forecast.provisionedRequests));
        const GigabyteSeconds served
            = usageOfMany(m_traffic.memory, m_forecast.handlerEach, m_forecast.provisionedRequests);
        addUsage(CostItem::ProvisionedDuration, served, std::move(steps));
        const CheckedInteger::Value available = configured.megabyteMilliseconds().value();
        if (available > 0)
            m_forecast.utilisation = static_cast<std::int64_t>(std::min<CheckedInteger::Value>(
                served.megabyteMilliseconds().value() * AllParts / available, AllParts * 1000));
    }

    void addSnapStart()
    {
        const SnapStartPlan &plan = m_traffic.snapStart;
        if (plan.versions == 0)
            return;
        const seconds active = std::max(plan.active, ShortestCache);
        const GigabyteSeconds cached
            = GigabyteSeconds::of(m_traffic.memory, active) * plan.versions;
        addUsage(CostItem::SnapStartCache, cached,
                 {{FormulaStepKind::Quantity,
                   CostFormula()
                       .number(plan.versions)
                       .times()
                       .seconds(active)
                       .times()
                       .gigabytes(m_traffic.memory)
                       .equals()
                       .usage(cached)}});
        addGigabytes(CostItem::SnapStartRestore, m_traffic.memory, m_forecast.coldStarts,
                     {{FormulaStepKind::ColdStarts,
                       shareFormula(m_forecast.onDemandRequests, m_traffic.coldParts)}});
    }

    void addStreaming()
    {
        const std::int64_t above = m_traffic.responseBytes - FreeStreamedBytes;
        if (above <= 0 || m_traffic.requests == 0)
            return;
        const auto price = priceOrNote(CostItem::Streaming);
        if (!price)
            return;
        const CheckedInteger bytes = CheckedInteger(above) * CheckedInteger(m_traffic.requests);
        const CheckedInteger free = std::min(
            bytes, CheckedInteger(m_freeTier.streamedGigabytes) * CheckedInteger(Gibibyte));
        const Money cost = price->forBytes(bytes - free);
        // Written with whole bytes, because a response is seldom a round part of a GB.
        Steps steps{{FormulaStepKind::StreamedEach,
                     CostFormula()
                         .number(m_traffic.responseBytes)
                         .minus()
                         .number(FreeStreamedBytes)
                         .equals()
                         .number(above)}};
        CostFormula formula;
        formula.sign(FormulaSign::Open)
            .number(m_traffic.requests)
            .times()
            .number(above)
            .sign(FormulaSign::DividedBy)
            .number(Gibibyte);
        if (free > CheckedInteger())
            formula.minus().number(
                static_cast<std::int64_t>((free.value() + Gibibyte - 1) / Gibibyte));
        formula.sign(FormulaSign::Close);
        if (free == bytes && free > CheckedInteger()) {
            steps.push_back({FormulaStepKind::FreeTier, CostFormula().number(0)});
            formula = CostFormula();
            formula.number(0);
        }
        addLine(CostItem::Streaming, *price, cost, std::move(steps), std::move(formula));
    }

    void addTenantIsolation()
    {
        if (m_traffic.tenantIsolation)
            addGigabytes(CostItem::TenantIsolation, m_traffic.memory, m_forecast.coldStarts,
                         {{FormulaStepKind::ColdStarts,
                           shareFormula(m_forecast.onDemandRequests, m_traffic.coldParts)}});
    }

    const Prices &m_prices;
    const Traffic &m_traffic;
    FreeTier m_freeTier; // what is left of it
    GigabyteSeconds m_freeUsed;
    std::size_t m_tier = 0;
    GigabyteSeconds m_tierUsed;
    Forecast m_forecast;
};

} // namespace

Money Forecast::total() const
{
    Money sum;
    for (const ForecastLine &line : lines)
        sum += line.cost;
    return sum;
}

Money Forecast::totalOf(CostItem item) const
{
    Money sum;
    for (const ForecastLine &line : lines) {
        if (line.item == item)
            sum += line.cost;
    }
    return sum;
}

Forecast forecastOf(const Prices &prices, const Traffic &traffic, const FreeTier &freeTier)
{
    return Bill(prices, traffic, freeTier).make();
}

std::int64_t requestsOfPayload(std::int64_t bytes)
{
    const std::int64_t above = std::max<std::int64_t>(0, bytes - FreePayloadBytes);
    return 1 + (above + PayloadStepBytes - 1) / PayloadStepBytes;
}

} // namespace coldframe
