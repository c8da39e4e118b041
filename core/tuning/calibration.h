// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningplan.h"

namespace coldframe {

/// How much CPU time one of Lambda's vCPUs needs for what a processor here does in one second. AWS
/// documents nothing about it, so it is an assumption that is always shown (cost-and-tuning, E.3).
struct Calibration
{
    enum class Source {
        None, ///< Lambda's vCPU is taken to be as fast as this processor
        Given, ///< the user's own factor
        Kernel, ///< from a piece of work that was timed here
        Reports, ///< from REPORT lines of the function on Lambda
    };

    Source source = Source::None;
    double factor = 1;
    std::chrono::nanoseconds kernelTime{}; ///< Kernel: how long the work took here
    int reports = 0; ///< Reports: how many lines

    bool operator==(const Calibration &) const = default;
};

inline constexpr double SmallestFactor = 0.05;
inline constexpr double LargestFactor = 20;

/// The work is a chain of 6-cycle steps, so its time tells the clock at which a processor really
/// runs. Lambda's is assumed to be the 2.5 GHz that functions find in /proc/cpuinfo.
inline constexpr double AssumedLambdaGigahertz = 2.5;
inline constexpr std::int64_t CpuKernelSteps = 40'000'000;
inline constexpr std::chrono::nanoseconds AssumedLambdaKernelTime{
    std::int64_t(static_cast<double>(CpuKernelSteps * 6) / AssumedLambdaGigahertz)};

/// The CPU time that the work takes here, the least of some attempts. Blocks for half a second or
/// so: for a pool thread.
std::chrono::nanoseconds measureCpuKernel();

Calibration calibrationFromKernel(std::chrono::nanoseconds kernelTime);

/// From REPORT lines of the same function and event on Lambda: the factor with which the
/// predictions for their memory sizes have the mean of their durations. Other lines, and those of
/// errors and timeouts, are passed over. NotFound without any line; InvalidArgument where no factor
/// explains them, for example because the function hardly uses CPU time.
Result<Calibration> calibrationFromReports(QByteArrayView text, const TuningPlan &plan,
                                           const TuningMeasurements &measurements);

} // namespace coldframe
