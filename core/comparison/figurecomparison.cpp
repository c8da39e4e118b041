// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/figurecomparison.h"

#include "core/billing/costestimate.h"

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr std::array AllFigures{ComparedFigure::InitDuration,   ComparedFigure::Duration,
                                ComparedFigure::BilledDuration, ComparedFigure::CpuTime,
                                ComparedFigure::MaxMemoryUsed,  ComparedFigure::ResponseSize};

double nanosecondsOf(std::chrono::nanoseconds time)
{
    return static_cast<double>(time.count());
}

std::optional<double> figureOf(const InvocationRecord &record, ComparedFigure figure)
{
    switch (figure) {
    case ComparedFigure::InitDuration:
        if (record.report.initDuration)
            return nanosecondsOf(*record.report.initDuration);
        return std::nullopt;
    case ComparedFigure::Duration:
        return nanosecondsOf(record.report.duration);
    case ComparedFigure::BilledDuration:
        return nanosecondsOf(record.report.billedDuration);
    case ComparedFigure::CpuTime:
        if (record.cpuTime)
            return nanosecondsOf(*record.cpuTime);
        return std::nullopt;
    case ComparedFigure::MaxMemoryUsed:
        return static_cast<double>(record.report.maxMemoryUsed.value);
    case ComparedFigure::ResponseSize:
        return static_cast<double>(record.responseBytes);
    }
    return std::nullopt;
}

std::vector<double> valuesOf(std::span<const InvocationRecord> records, ComparedFigure figure)
{
    std::vector<double> values;
    for (const InvocationRecord &record : records) {
        if (const auto value = figureOf(record, figure))
            values.push_back(*value);
    }
    return values;
}

FigureSummary summaryOf(const std::vector<double> &values)
{
    if (values.empty())
        return {};
    const auto [smallest, largest] = std::minmax_element(values.begin(), values.end());
    return {values.size(), medianOf(values), *smallest, *largest};
}

std::optional<Money> middleCost(std::span<const InvocationRecord> records, const PriceBook &book)
{
    std::vector<Money> costs;
    for (const InvocationRecord &record : records) {
        const auto prices = book.prices(record.function.region, record.function.architecture);
        if (!prices)
            return std::nullopt;
        costs.push_back(invocationCost(*prices, usageOf(record.function, record.report)).total());
    }
    if (costs.empty())
        return std::nullopt;
    std::sort(costs.begin(), costs.end());
    return costs[(costs.size() - 1) / 2];
}

} // namespace

std::vector<FigureComparison> compareFigures(std::span<const InvocationRecord> left,
                                             std::span<const InvocationRecord> right)
{
    std::vector<FigureComparison> comparisons;
    for (const ComparedFigure figure : AllFigures) {
        const std::vector<double> before = valuesOf(left, figure);
        const std::vector<double> after = valuesOf(right, figure);
        if (before.empty() && after.empty())
            continue;
        FigureComparison comparison{figure, summaryOf(before), summaryOf(after), std::nullopt};
        if (!before.empty() && !after.empty())
            comparison.confidence = compareWithBaseline(before, after);
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

std::optional<CostComparison> compareCosts(std::span<const InvocationRecord> left,
                                           std::span<const InvocationRecord> right,
                                           const PriceBook &book)
{
    const auto before = middleCost(left, book);
    const auto after = middleCost(right, book);
    if (!before || !after)
        return std::nullopt;
    return CostComparison{*before * OneMillion, *after * OneMillion};
}

} // namespace coldframe
