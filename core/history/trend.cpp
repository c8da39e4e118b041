// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/trend.h"

#include "core/billing/billedduration.h"
#include "core/billing/costestimate.h"

#include <algorithm>
#include <array>
#include <limits>

namespace coldframe {

namespace {

constexpr std::array trendFigures{TrendFigure::Duration, TrendFigure::BilledDuration,
                                  TrendFigure::InitDuration, TrendFigure::MaxMemoryUsed,
                                  TrendFigure::Cost};

template <typename Duration>
double inMilliseconds(Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// The values of one kind of start: of the baseline, and of the newest runs behind it.
struct Samples
{
    std::vector<double> baseline;
    std::vector<double> later;

    bool isEnough() const
    {
        return std::min(baseline.size(), later.size()) >= Regression::FewestRuns;
    }
};

Samples samplesOf(const std::vector<TrendPoint> &trend, bool cold)
{
    Samples samples;
    bool isOver = false;
    for (auto point = trend.rbegin(); point != trend.rend(); ++point) {
        if (point->isBaseline && point->isCold == cold)
            samples.baseline.push_back(point->value);
        else if (!point->isBaseline && !isOver && samples.baseline.empty() && point->isCold == cold)
            samples.later.push_back(point->value);
        isOver = isOver || samples.later.size() >= LaterRuns
            || (point->isNewCommit && samples.later.size() >= Regression::FewestRuns);
    }
    return samples;
}

} // namespace

Result<std::vector<RunSummary>> trendRuns(const RunStore &store, RunQuery query, int limit)
{
    query.limit = limit;
    Result<std::vector<RunSummary>> runs = store.query(query);
    if (!runs || runs->size() < static_cast<std::size_t>(limit))
        return runs;
    query.after = runs->back().id;
    query.tag = baselineTag();
    query.limit = std::numeric_limits<int>::max();
    return store.query(query).map([&](const std::vector<RunSummary> &baseline) {
        runs->insert(runs->end(), baseline.begin(), baseline.end());
        return std::move(*runs);
    });
}

std::optional<Money> costOf(const RunSummary &run, const std::optional<PriceBook> &prices)
{
    if (!prices)
        return {};
    const Result<Prices> found = prices->prices(run.region, run.architecture);
    if (!found)
        return {};
    FunctionConfig function;
    function.runtime = run.runtime;
    function.memory = run.memorySize;
    function.ephemeralStorage = run.ephemeralStorage;
    Report report;
    report.duration = run.duration;
    report.billedDuration = run.billedDuration;
    report.memorySize = run.memorySize;
    report.initDuration = run.initDuration;
    // A summary keeps no restore, but without an init phase nothing else is billed on top.
    const auto restored = run.billedDuration - billedDuration(run.duration);
    if (run.isCold() && !run.initDuration && restored > std::chrono::milliseconds::zero())
        report.billedRestoreDuration = restored;
    return invocationCost(*found, usageOf(function, report)).total();
}

std::optional<double> figureOf(const RunSummary &run, TrendFigure figure,
                               const std::optional<PriceBook> &prices)
{
    switch (figure) {
    case TrendFigure::Duration:
        return inMilliseconds(run.duration);
    case TrendFigure::BilledDuration:
        return inMilliseconds(run.billedDuration);
    case TrendFigure::InitDuration:
        return run.initDuration ? std::optional(inMilliseconds(*run.initDuration)) : std::nullopt;
    case TrendFigure::MaxMemoryUsed:
        return static_cast<double>(run.maxMemoryUsed.value);
    case TrendFigure::Cost: {
        const std::optional<Money> cost = costOf(run, prices);
        constexpr std::int64_t million = 1'000'000;
        return cost ? std::optional((*cost * million).exactText().toDouble()) : std::nullopt;
    }
    }
    return {};
}

std::vector<TrendPoint> trendOf(const std::vector<RunSummary> &runs, TrendFigure figure,
                                const std::optional<PriceBook> &prices)
{
    std::vector<TrendPoint> trend;
    for (const RunSummary &run : runs) {
        const std::optional<double> value = figureOf(run, figure, prices);
        if (value && run.status == InvocationStatus::Succeeded)
            trend.push_back({run.id, run.startedAt, *value, run.isCold(), run.isBaseline(),
                             run.metadata.commit});
    }
    std::sort(trend.begin(), trend.end(), [](const TrendPoint &a, const TrendPoint &b) {
        return std::pair(a.at, a.id) < std::pair(b.at, b.id);
    });
    for (std::size_t i = 1; i < trend.size(); ++i)
        trend[i].isNewCommit = trend[i].commit.id != trend[i - 1].commit.id;
    return trend;
}

TrendRegression regressionOf(const std::vector<TrendPoint> &trend)
{
    TrendRegression answer;
    answer.hasBaseline = std::any_of(trend.begin(), trend.end(),
                                     [](const TrendPoint &point) { return point.isBaseline; });
    Samples samples = samplesOf(trend, false);
    if (!samples.isEnough()) {
        Samples cold = samplesOf(trend, true);
        answer.isOfColdStarts = cold.isEnough() || samples.baseline.empty();
        if (answer.isOfColdStarts)
            samples = std::move(cold);
    }
    answer.regression = compareWithBaseline(samples.baseline, samples.later);
    return answer;
}

QString trendFigureName(TrendFigure figure)
{
    switch (figure) {
    case TrendFigure::Duration:
        return QStringLiteral("duration");
    case TrendFigure::BilledDuration:
        return QStringLiteral("billed");
    case TrendFigure::InitDuration:
        return QStringLiteral("init");
    case TrendFigure::MaxMemoryUsed:
        return QStringLiteral("memory");
    case TrendFigure::Cost:
        return QStringLiteral("cost");
    }
    return {};
}

std::optional<TrendFigure> trendFigureNamed(const QString &name)
{
    for (const TrendFigure figure : trendFigures) {
        if (trendFigureName(figure) == name)
            return figure;
    }
    return {};
}

} // namespace coldframe
