// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace coldframe::bench {

double quantileMicroseconds(Samples samples, double share)
{
    if (samples.empty())
        return 0;
    std::sort(samples.begin(), samples.end());
    const auto index
        = static_cast<std::size_t>(std::lround(share * static_cast<double>(samples.size() - 1)));
    return std::chrono::duration<double, std::micro>(samples[index]).count();
}

void printHeader(const char *title)
{
    std::printf("\n%s\n%-44s %10s %10s %21s %7s %6s\n", title, "", "p50 us", "p99 us",
                "quartiles us", "ratio", "n");
}

void printRow(const char *name, const Samples &samples, const Samples *reference)
{
    const double median = quantileMicroseconds(samples, 0.5);
    std::printf("%-44s %10.0f %10.0f %10.0f%11.0f ", name, median,
                quantileMicroseconds(samples, 0.99), quantileMicroseconds(samples, 0.25),
                quantileMicroseconds(samples, 0.75));
    if (reference)
        std::printf("%6.2fx", median / quantileMicroseconds(*reference, 0.5));
    else
        std::printf("%7s", "floor");
    std::printf(" %6zu\n", samples.size());
    std::fflush(stdout);
}

} // namespace coldframe::bench
