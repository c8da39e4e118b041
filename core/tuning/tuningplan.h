// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"
#include "core/tuning/sizechoice.h"
#include "core/tuning/tuningstatistics.h"

namespace coldframe {

/// By what CPU time is held to a memory size when a size is measured.
enum class QuotaMeans {
    Kernel, ///< the kernel's own quota in periods of 20 ms
    StopSignals, ///< Coldframe stops and continues the processes: near to the quota
    None, ///< not to be had here: there is the prediction only
};

/// One event of several; weights are parts of their sum.
struct WeightedEvent
{
    QByteArray event;
    int weight = 1;
};

inline constexpr int FewestTuningRuns = 5; ///< as in AWS Lambda Power Tuning
inline constexpr int MostTuningRuns = 1'000;
inline constexpr int EnoughTuningRuns = 20; ///< fewer make a wide interval (cost-and-tuning, E.4)
inline constexpr int MostVerifiedSizes = 5;

/// What is tuned and how (cost-and-tuning, E.1 in Coldframe's terms).
struct TuningPlan
{
    InvocationRequest request; ///< its memory size is of no account
    std::vector<MebiBytes> sizes = defaultTuningSizes();
    int number = EnoughTuningRuns; ///< runs that count, for each size and without a limit
    std::vector<WeightedEvent> events; ///< instead of the request's event, unless empty
    bool onlyColdStarts = false;
    double discard = 0.2; ///< of the samples at each end; of cold starts nothing is left out
    std::chrono::milliseconds pause{}; ///< between two runs
    TuningStrategy strategy = TuningStrategy::Cost;
    double balancedWeight = DefaultBalancedWeight;
    int verifiedSizes = 4; ///< how many are measured under their quota; 0: prediction only
    QuotaMeans quota = QuotaMeans::Kernel; ///< what this computer offers
    std::optional<Prices> prices; ///< nothing: costs are not told

    /// What is left out at each end.
    double effectiveDiscard() const { return onlyColdStarts ? 0 : discard; }

    static std::vector<MebiBytes> defaultTuningSizes();
};

/// InvalidArgument tells what is wrong with it: sizes, number, discard, weight, events.
Result<void> checkTuningPlan(const TuningPlan &plan);

/// The events of so many runs in order: of each floor(weight x number / sum), the last takes the
/// rest (cost-and-tuning, E.1).
std::vector<QByteArray> eventsOf(const TuningPlan &plan);

/// One run without a limit.
struct BaselineSample
{
    std::chrono::nanoseconds duration{}; ///< Lambda's Duration
    std::chrono::nanoseconds cpu{}; ///< of all processes meanwhile
    std::chrono::nanoseconds startUp{}; ///< init phase or restore of a cold start

    bool operator==(const BaselineSample &) const = default;
};

/// Runs that failed or timed out; their times count nowhere.
struct Misbehaviour
{
    int failures = 0;
    InvocationStatus status = InvocationStatus::Succeeded; ///< of the first one
    QString errorType; ///< likewise

    bool operator==(const Misbehaviour &) const = default;
};

/// Runs of one size under its quota.
struct SizeMeasurement
{
    MebiBytes memory;
    Samples durations; ///< with start-up where only cold starts count
    Misbehaviour failed;
    bool isGivenUp = false; ///< it failed too often

    bool operator==(const SizeMeasurement &) const = default;
};

/// What this computer has.
struct HostProcessor
{
    QString name; ///< as the kernel tells it
    int count = 1;

    bool operator==(const HostProcessor &) const = default;
};

/// Reads /proc/cpuinfo.
HostProcessor hostProcessor();

/// Everything that was measured.
struct TuningMeasurements
{
    MebiBytes baselineMemory; ///< the size of the runs without a limit: the largest
    std::vector<BaselineSample> baseline;
    Misbehaviour baselineFailed;
    bool isGivenUp = false; ///< the function failed without a limit: nothing can be told
    CpuTimeMeans cpuMeans = CpuTimeMeans::ProcessClocks;
    MebiBytes peakMemory; ///< resident, of all runs without a limit
    std::vector<SizeMeasurement> sizes; ///< those that were measured
    HostProcessor host;

    bool operator==(const TuningMeasurements &) const = default;
};

} // namespace coldframe
