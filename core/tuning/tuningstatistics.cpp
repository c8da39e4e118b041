// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningstatistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace coldframe {

namespace {

constexpr int BootstrapRounds = 2'000;

} // namespace

Samples trimmed(Samples samples, double discard)
{
    std::sort(samples.begin(), samples.end());
    const auto count = static_cast<double>(samples.size());
    // 0.2 x 5 has to be 1 and not 0.99...
    const auto left = static_cast<std::ptrdiff_t>(
        std::floor(count * std::clamp(discard, 0.0, MostDiscarded) + 1e-9));
    samples.erase(samples.end() - left, samples.end());
    samples.erase(samples.begin(), samples.begin() + left);
    return samples;
}

std::optional<std::chrono::nanoseconds> trimmedMean(Samples samples, double discard)
{
    const Samples kept = trimmed(std::move(samples), discard);
    if (kept.empty())
        return std::nullopt;
    return std::accumulate(kept.begin(), kept.end(), std::chrono::nanoseconds())
        / static_cast<std::int64_t>(kept.size());
}

std::optional<ConfidenceInterval> bootstrapInterval(const Samples &samples, double discard,
                                                    std::uint32_t seed)
{
    if (samples.size() < 2)
        return std::nullopt;
    std::mt19937 random(seed);
    Samples means;
    means.reserve(BootstrapRounds);
    Samples drawn(samples.size());
    for (int i = 0; i < BootstrapRounds; ++i) {
        // Not uniform_int_distribution, whose results differ from library to library.
        for (auto &each : drawn)
            each = samples[random() % samples.size()];
        means.push_back(*trimmedMean(drawn, discard));
    }
    std::sort(means.begin(), means.end());
    constexpr std::size_t outside = BootstrapRounds / 40; // 2.5 %
    return ConfidenceInterval{means[outside], means[means.size() - 1 - outside]};
}

} // namespace coldframe
