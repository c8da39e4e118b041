// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/billing/activepricebook.h"
#include "core/billing/breakeven.h"

namespace coldframe {

/// What a forecast is asked for: one traffic on both architectures, and against instances.
struct ForecastPlan
{
    Traffic traffic = {}; ///< as on x86_64
    std::int64_t armThousandths = 1000; ///< assumed time on arm64 in thousandths of that
    FreeTier freeTier = {}; ///< what is left of it
    QString region;
    Architecture architecture = Architecture::X86_64; ///< whose price instances are compared with
    std::int64_t peakMilliRequests = 0; ///< a second, in thousandths; 0 for the month's average
    std::optional<std::chrono::microseconds> cpu; ///< of one request; its duration when not known
    std::optional<MebiBytes> memoryUsed; ///< of one request; the configured memory when not known

    bool operator==(const ForecastPlan &) const = default;
};

/// One architecture's side.
struct ForecastSide
{
    std::optional<Prices> prices; ///< not set when the book has none
    std::optional<Forecast> forecast; ///< likewise
    std::vector<ProvisionedBreakEven> provisioned;

    bool operator==(const ForecastSide &) const = default;
};

struct ForecastComparison
{
    ForecastPlan plan;
    ForecastSide x86;
    ForecastSide arm;
    std::optional<std::int64_t> slowestPayingArm; ///< see there
    PeakLoad peak;
    std::vector<InstanceComparison> instances;

    const ForecastSide &side(Architecture architecture) const
    {
        return architecture == Architecture::Arm64 ? arm : x86;
    }
};

/// Milliseconds of work at most, so it may be done while the user types.
ForecastComparison compareForecasts(const ActivePriceBook &book, const ForecastPlan &plan);

/// For scripts: amounts as texts with every digit, formulas as in formulaText's plain form.
OrderedJson forecastToJson(const ForecastComparison &comparison, const ActivePriceBook &book);

/// A stable name: "requests", "initDuration" and so on.
QString costItemName(CostItem item);

/// A formula for machines: "3000000 * 0.12 * 1.5 = 540000".
QString plainFormula(const CostFormula &formula);

} // namespace coldframe
