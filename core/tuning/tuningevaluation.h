// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/calibration.h"

#include <QMetaType>

#include <array>

namespace coldframe {

/// Why a size can't be chosen, as far as that is known.
enum class SizeObstacle {
    None,
    TooLittleMemory, ///< below the memory floor
    TimesOut, ///< predicted above the function's timeout
    Failed, ///< it failed when it was measured
};

/// Why a size has only its prediction.
enum class NotMeasured {
    Measured,
    NotWanted, ///< a prediction was asked for
    NoQuota, ///< this computer can't hold a process to a CPU share
    NotAmongThose, ///< some sizes are enough to check the prediction
    Obstacle, ///< see SizeObstacle
    TooManyProcessors, ///< the size has more vCPUs than this computer processors
};

/// What was measured of a size under its quota.
struct MeasuredSize
{
    int runs = 0;
    std::chrono::nanoseconds mean{}; ///< trimmed
    std::optional<ConfidenceInterval> interval;
    std::chrono::nanoseconds shortest{};
    std::chrono::nanoseconds longest{};
    int failures = 0;
    double error = 0; ///< (measured - predicted) / predicted

    bool operator==(const MeasuredSize &) const = default;
};

/// All that is told of one memory size.
struct TunedSize
{
    MebiBytes memory;
    std::chrono::nanoseconds predicted{}; ///< on this computer's processor
    std::chrono::nanoseconds onLambda{}; ///< the same with the calibration; what is priced
    std::chrono::milliseconds billed{}; ///< of onLambda
    Money cost; ///< an invocation, its request included; nothing without prices
    Money durationCost; ///< without the request: what sizes differ in, and AWS's tool tells
    bool isExtrapolated = false; ///< above one vCPU: it depends on how many threads are busy
    SizeObstacle obstacle = SizeObstacle::None;
    NotMeasured notMeasured = NotMeasured::NotAmongThose;
    std::optional<MeasuredSize> measured;

    bool operator==(const TunedSize &) const = default;
};

/// A curve over memory sizes and what to choose. Predictions are for all sizes alike and decide;
/// what was measured says how good they are.
struct TuningResult
{
    std::chrono::nanoseconds cpu{}; ///< a run without a limit: its CPU time
    std::chrono::nanoseconds waiting{}; ///< and the rest of its Duration
    std::chrono::nanoseconds startUp{}; ///< of cold starts
    double parallelism = 1; ///< processors that it kept busy
    MebiBytes peakMemory;
    MebiBytes memoryFloor; ///< 1.2 times the peak (cost-and-tuning, E.4)
    int runs = 0; ///< without a limit
    std::vector<TunedSize> sizes; ///< smallest first
    std::array<std::optional<std::size_t>, 3> best; ///< by TuningStrategy: index of sizes
    std::optional<std::size_t>
        nearlyAsCheap; ///< the fastest within 2 % of the cheapest, if another
    std::optional<double> meanError; ///< of the measured sizes, signs left out
    Calibration calibration;

    std::optional<std::size_t> bestFor(TuningStrategy strategy) const
    {
        return best[static_cast<std::size_t>(strategy)];
    }
};

/// The prediction for a size: off-CPU time and start-up as measured, and CPU time times the factor
/// on its staircase; of each sample, then their trimmed mean. Nothing without samples.
std::optional<std::chrono::nanoseconds> predictedTime(const std::vector<BaselineSample> &samples,
                                                      MebiBytes memory, double factor,
                                                      double discard);

/// How many processors the samples kept busy, 1 at least.
double parallelismOf(const std::vector<BaselineSample> &samples);

/// Bootstrapping takes some milliseconds a size.
TuningResult evaluateTuning(const TuningPlan &plan, const TuningMeasurements &measurements,
                            const Calibration &calibration);

/// The sizes to be measured: those that are the best in something, the smallest and the largest
/// that can be measured here, and some between them.
std::vector<MebiBytes> sizesToVerify(const TuningPlan &plan,
                                     const TuningMeasurements &measurements);

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::TuningResult)
