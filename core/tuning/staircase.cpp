// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/staircase.h"

#include "core/lambda/limits.h"

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

using Nanoseconds = std::chrono::duration<double, std::nano>;

Nanoseconds exactQuota(MebiBytes memory)
{
    return Nanoseconds(CpuPeriod) * static_cast<double>(memory.value)
        / static_cast<double>(limits::OneVirtualCpu.value);
}

} // namespace

std::chrono::nanoseconds cpuQuotaOf(MebiBytes memory)
{
    return std::chrono::round<std::chrono::nanoseconds>(exactQuota(memory));
}

std::chrono::nanoseconds throttledTime(std::chrono::nanoseconds cpu, MebiBytes memory,
                                       double parallelism)
{
    if (cpu <= cpu.zero())
        return {};
    const double threads = std::max(parallelism, 1.0);
    const Nanoseconds needed(cpu);
    const Nanoseconds period(CpuPeriod);
    const Nanoseconds quota = std::min(exactQuota(memory), threads * period);
    const double wholePeriods = std::ceil(needed / quota) - 1;
    return std::chrono::round<std::chrono::nanoseconds>(
        wholePeriods * period + (needed - wholePeriods * quota) / threads);
}

} // namespace coldframe
