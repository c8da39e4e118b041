// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace coldframe {

/// What the rank test of Mann and Whitney says about two samples: whether values of the second tend
/// to be larger or smaller than those of the first, whatever their distribution.
struct RankTest
{
    double u = 0; ///< pairs in which the second sample's value is larger, a tie counting one half
    double p = 1; ///< two-sided: how likely a difference like this one is by chance
    bool isExact = false; ///< counted over all arrangements, ties included; else approximated
};

/// Up to this many values together the test is exact; above, the normal distribution stands for it,
/// corrected for ties and for continuity.
inline constexpr std::size_t MostExactValues = 40;

/// Without values in both samples p is 1.
RankTest rankTest(std::span<const double> first, std::span<const double> second);

/// The middle value, of an even number the mean of the two in the middle; 0 without any.
double medianOf(std::span<const double> values);

/// How later runs compare with a baseline. Larger is slower, whatever the figure.
struct Regression
{
    enum class Verdict {
        Same, ///< no difference that chance does not explain
        Slower,
        Faster,
        TooFewRuns, ///< fewer than FewestRuns in one of the samples: nothing is said
    };

    /// With fewer, not even the clearest difference is below SignificantP.
    static constexpr std::size_t FewestRuns = 5;
    static constexpr double SignificantP = 0.01;

    Verdict verdict = Verdict::TooFewRuns;
    double p = 1;
    double medianDifference = 0; ///< later minus baseline
    double baselineMedian = 0;
    double effect = 0.5; ///< how often a later run is slower than one of the baseline, 0 to 1
    std::size_t baselineRuns = 0;
    std::size_t laterRuns = 0;
};

Regression compareWithBaseline(std::span<const double> baseline, std::span<const double> later);

} // namespace coldframe
