// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <chrono>

namespace coldframe {

/// Lambda gives CPU time out in these periods (cost-and-tuning, E.2).
inline constexpr std::chrono::milliseconds CpuPeriod{20};

/// CPU time that a memory size may use in each period: 20 ms x MB / 1,769, of all processors
/// together.
std::chrono::nanoseconds cpuQuotaOf(MebiBytes memory);

/// How long work lasts that needs this much CPU time and nothing else. It begins with a fresh
/// quota; once that is spent it stands still until the next period, so the time is a staircase and
/// not CPU time by share (cost-and-tuning, E.2). Parallelism is how many processors the work can
/// keep busy, 1 at least: more than that many vCPUs make nothing faster.
std::chrono::nanoseconds throttledTime(std::chrono::nanoseconds cpu, MebiBytes memory,
                                       double parallelism = 1);

} // namespace coldframe
