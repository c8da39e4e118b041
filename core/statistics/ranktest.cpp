// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/ranktest.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace coldframe {

namespace {

/// The ranks of both samples together, doubled so that the mean rank of a tie is a whole number.
struct Ranking
{
    std::vector<std::size_t> doubled; ///< sorted
    std::size_t secondSum = 0; ///< of the second sample, doubled
    double ties = 0; ///< sum of t³ - t over groups of equal values
};

Ranking rankingOf(std::span<const double> first, std::span<const double> second)
{
    std::vector<std::pair<double, bool>> values; // and whether it is of the second sample
    values.reserve(first.size() + second.size());
    for (const double value : first)
        values.emplace_back(value, false);
    for (const double value : second)
        values.emplace_back(value, true);
    std::sort(values.begin(), values.end());
    Ranking ranking;
    for (auto begin = values.begin(); begin != values.end();) {
        const auto end
            = std::find_if(begin, values.end(), [value = begin->first](const auto &each) {
                  return each.first != value;
              });
        const auto before = static_cast<std::size_t>(begin - values.begin());
        const auto count = static_cast<std::size_t>(end - begin);
        const std::size_t doubledRank = 2 * before + count + 1;
        const auto ofSecond = static_cast<std::size_t>(
            std::count_if(begin, end, [](const auto &each) { return each.second; }));
        ranking.doubled.insert(ranking.doubled.end(), count, doubledRank);
        ranking.secondSum += ofSecond * doubledRank;
        const auto size = static_cast<double>(count);
        ranking.ties += size * size * size - size;
        begin = end;
    }
    return ranking;
}

/// Counts all ways to choose the second sample's ranks: each as likely as any other by chance.
double exactP(const Ranking &ranking, std::size_t secondSize)
{
    const std::size_t largest
        = std::accumulate(ranking.doubled.begin(), ranking.doubled.end(), std::size_t{0});
    // ways[n][s]: choices of n ranks with the sum s; exact below 2^53, and 40 choose 20 is 1.4e11.
    std::vector<std::vector<double>> ways(secondSize + 1, std::vector<double>(largest + 1, 0.0));
    ways[0][0] = 1;
    for (const std::size_t rank : ranking.doubled) {
        for (std::size_t n = secondSize; n > 0; --n) {
            for (std::size_t sum = largest; sum >= rank; --sum)
                ways[n][sum] += ways[n - 1][sum - rank];
        }
    }
    const std::vector<double> &chosen = ways[secondSize];
    const auto middle = chosen.begin() + static_cast<std::ptrdiff_t>(ranking.secondSum);
    const double all = std::accumulate(chosen.begin(), chosen.end(), 0.0);
    const double below = std::accumulate(chosen.begin(), middle + 1, 0.0);
    const double above = std::accumulate(middle, chosen.end(), 0.0);
    return std::min(1.0, 2 * std::min(below, above) / all);
}

double approximateP(const Ranking &ranking, double u, double firstSize, double secondSize)
{
    const double size = firstSize + secondSize;
    const double variance
        = firstSize * secondSize / 12 * (size + 1 - ranking.ties / (size * (size - 1)));
    if (variance <= 0)
        return 1; // all values are equal
    constexpr double continuity = 0.5;
    const double distance = std::max(0.0, std::abs(u - firstSize * secondSize / 2) - continuity);
    return std::erfc(distance / std::sqrt(variance) / std::numbers::sqrt2);
}

} // namespace

RankTest rankTest(std::span<const double> first, std::span<const double> second)
{
    RankTest test;
    if (first.empty() || second.empty())
        return test;
    const Ranking ranking = rankingOf(first, second);
    const auto firstSize = static_cast<double>(first.size());
    const auto secondSize = static_cast<double>(second.size());
    test.u = static_cast<double>(ranking.secondSum) / 2 - secondSize * (secondSize + 1) / 2;
    test.isExact = first.size() + second.size() <= MostExactValues;
    test.p = test.isExact ? exactP(ranking, second.size())
                          : approximateP(ranking, test.u, firstSize, secondSize);
    return test;
}

double medianOf(std::span<const double> values)
{
    if (values.empty())
        return 0;
    std::vector<double> sorted(values.begin(), values.end());
    std::sort(sorted.begin(), sorted.end());
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[half] : std::midpoint(sorted[half - 1], sorted[half]);
}

Regression compareWithBaseline(std::span<const double> baseline, std::span<const double> later)
{
    Regression regression;
    regression.baselineRuns = baseline.size();
    regression.laterRuns = later.size();
    regression.baselineMedian = medianOf(baseline);
    if (baseline.empty() || later.empty())
        return regression;
    const RankTest test = rankTest(baseline, later);
    regression.medianDifference = medianOf(later) - regression.baselineMedian;
    regression.effect = test.u / static_cast<double>(baseline.size() * later.size());
    if (std::min(baseline.size(), later.size()) < Regression::FewestRuns)
        return regression;
    regression.p = test.p;
    if (test.p >= Regression::SignificantP)
        regression.verdict = Regression::Verdict::Same;
    else
        regression.verdict
            = regression.effect > 0.5 ? Regression::Verdict::Slower : Regression::Verdict::Faster;
    return regression;
}

} // namespace coldframe
