// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"
#include "core/statistics/ranktest.h"

#include <optional>
#include <span>
#include <vector>

namespace coldframe {

/// What of two sets of runs is compared as figures.
enum class ComparedFigure {
    InitDuration, ///< of cold runs, nanoseconds
    Duration, ///< nanoseconds
    BilledDuration, ///< nanoseconds, whole milliseconds
    CpuTime, ///< of runs in which it was measured, nanoseconds
    MaxMemoryUsed, ///< MB
    ResponseSize, ///< bytes
};

/// A figure over the runs of one side that have it.
struct FigureSummary
{
    std::size_t runs = 0;
    double median = 0; ///< in the unit of the figure, as the next two
    double smallest = 0;
    double largest = 0;

    bool operator==(const FigureSummary &) const = default;
};

struct FigureComparison
{
    ComparedFigure figure = ComparedFigure::Duration;
    FigureSummary left;
    FigureSummary right;
    /// How sure the difference is; only with runs on both sides. Slower stands for larger.
    std::optional<Regression> confidence;

    double difference() const { return right.median - left.median; }
};

/// Figures that at least one side has, in the order of ComparedFigure.
std::vector<FigureComparison> compareFigures(std::span<const InvocationRecord> left,
                                             std::span<const InvocationRecord> right);

/// The same for the cost of a million runs, each like the middle one of its side.
struct CostComparison
{
    Money left;
    Money right;
};

/// Nothing when a side has no runs or the book no price for one of them.
std::optional<CostComparison> compareCosts(std::span<const InvocationRecord> left,
                                           std::span<const InvocationRecord> right,
                                           const PriceBook &book);

} // namespace coldframe
