// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace coldframe {

using Samples = std::vector<std::chrono::nanoseconds>;

/// The largest part of samples that may be left out at each end.
inline constexpr double MostDiscarded = 0.4;

/// The samples without floor(n x discard) of the smallest and as many of the largest, sorted
/// (cost-and-tuning, E.1).
Samples trimmed(Samples samples, double discard);

/// Their mean; nothing without samples.
std::optional<std::chrono::nanoseconds> trimmedMean(Samples samples, double discard);

/// Where the value lies with 95 % confidence.
struct ConfidenceInterval
{
    std::chrono::nanoseconds low{};
    std::chrono::nanoseconds high{};

    bool operator==(const ConfidenceInterval &) const = default;
};

/// The interval of the trimmed mean by the percentile bootstrap: so many samples are drawn from
/// the samples 2,000 times. The same seed gives the same interval. Nothing below two samples.
std::optional<ConfidenceInterval> bootstrapInterval(const Samples &samples, double discard,
                                                    std::uint32_t seed);

} // namespace coldframe
