// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/history/runstore.h"
#include "core/statistics/ranktest.h"

#include <optional>
#include <vector>

namespace coldframe {

/// What a trend shows. Larger is worse for all of them.
enum class TrendFigure {
    Duration, ///< ms
    BilledDuration, ///< ms
    InitDuration, ///< ms, cold starts only
    MaxMemoryUsed, ///< MB
    Cost, ///< of one invocation by the given prices, in millionths of a US dollar
};

/// Of one invocation; not set without prices for its region.
std::optional<Money> costOf(const RunSummary &run, const std::optional<PriceBook> &prices);

/// In the figure's unit; not set when the run has none. For drawing and for ranks, not for adding
/// up: money is rounded here.
std::optional<double> figureOf(const RunSummary &run, TrendFigure figure,
                               const std::optional<PriceBook> &prices);

/// The newest runs of a query, and in any case those of the baseline that it would find.
Result<std::vector<RunSummary>> trendRuns(const RunStore &store, RunQuery query, int limit);

struct TrendPoint
{
    RunId id = 0;
    WallTime at{};
    double value = 0;
    bool isCold = false;
    bool isBaseline = false;
    WorkspaceCommit commit;
    bool isNewCommit = false; ///< another one than that of the point before it

    bool operator==(const TrendPoint &) const = default;
};

/// The runs of one function that succeeded, the oldest first. The others ended early or late for
/// reasons of their own, so that their figures say nothing about the code's speed.
std::vector<TrendPoint> trendOf(const std::vector<RunSummary> &runs, TrendFigure figure,
                                const std::optional<PriceBook> &prices);

/// Compares the last runs of a trend with its baseline, warm ones with warm ones where there are
/// enough of them on both sides, else cold ones with cold ones. Runs from before the end of the
/// baseline are left out.
struct TrendRegression
{
    Regression regression;
    bool isOfColdStarts = false;
    bool hasBaseline = false;
};

/// How many runs after the baseline count at most: the newest, for a mistake that was mended is no
/// news. Those of the last commit alone where there are enough.
inline constexpr std::size_t LaterRuns = 20;

TrendRegression regressionOf(const std::vector<TrendPoint> &trend);

/// "duration", "billed", "init", "memory", "cost", as the command line has them.
QString trendFigureName(TrendFigure figure);
std::optional<TrendFigure> trendFigureNamed(const QString &name);

} // namespace coldframe
