// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/calibration.h"

#include <algorithm>
#include <ctime>

namespace coldframe {

namespace {

std::chrono::nanoseconds threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// Each step waits for the one before, so that neither width nor memory of a processor counts.
std::uint64_t steps(std::uint64_t state, std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
    }
    return state;
}

} // namespace

std::chrono::nanoseconds measureCpuKernel()
{
    constexpr int attempts = 4; // what disturbs one makes it longer, never shorter
    std::chrono::nanoseconds least = std::chrono::nanoseconds::max();
    std::uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < attempts; ++i) {
        const std::chrono::nanoseconds begin = threadTime();
        state = steps(state, CpuKernelSteps);
        const std::chrono::nanoseconds end = threadTime();
        // The state is never 0; asking for it keeps the work from being left out.
        least = std::min(least, state == 0 ? end : end - begin);
    }
    return least;
}

} // namespace coldframe
