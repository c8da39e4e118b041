// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"

#include <sys/types.h>

#include <chrono>

namespace coldframe {

/// CPU time that has been used until now, and by what it was measured.
struct CpuReading
{
    std::chrono::nanoseconds time{};
    CpuTimeMeans means = CpuTimeMeans::ProcessClocks;
};

/// What all threads of a process have used; nothing when there is no such process.
std::chrono::nanoseconds processCpuTime(pid_t process);

/// What the processes below root use and have used, those that ended included: the kernel adds
/// these to their parents when they are waited for, and tells that in steps of a clock tick (10
/// ms). Reads /proc once a process.
std::chrono::nanoseconds descendantsCpuTime(pid_t root);

} // namespace coldframe
