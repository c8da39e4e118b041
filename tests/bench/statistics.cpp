// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

namespace coldframe::bench {

namespace {

double medianRatio(const Samples &samples, const Samples &reference)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < samples.size(); ++round)
        ratios.push_back(double(samples[round].count()) / double(reference[round].count()));
    return median(std::move(ratios));
}

} // namespace

double quantileMicroseconds(Samples samples, double share)
{
    if (samples.empty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto index
        = static_cast<std::size_t>(std::lround(share * static_cast<double>(samples.size() - 1)));
    return std::chrono::duration<double, std::micro>(samples[index]).count();
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void printHeader(const char *title)
{
    std::printf("\n%s\n%-44s %10s %10s %21s %7s %6s\n", title, "", "p50 us", "p99 us",
                "quartiles us", "ratio", "n");
}

void printRow(const char *name, const Samples &samples, const Samples *reference)
{
    std::printf("%-44s %10.0f %10.0f %10.0f%11.0f ", name, quantileMicroseconds(samples, 0.5),
                quantileMicroseconds(samples, 0.99), quantileMicroseconds(samples, 0.25),
                quantileMicroseconds(samples, 0.75));
    if (reference)
        std::printf("%6.2fx", medianRatio(samples, *reference));
    else
        std::printf("%7s", "floor");
    std::printf(" %6zu\n", samples.size());
    std::fflush(stdout);
}

} // namespace coldframe::bench
