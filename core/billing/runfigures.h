// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/billing/traffic.h"
#include "core/lambda/invocation.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace coldframe {

/// What an estimate needs to know of one run.
struct RunSample
{
    QString function;
    MebiBytes memory;
    MebiBytes ephemeralStorage = limits::SmallestEphemeralStorage;
    Architecture architecture = Architecture::X86_64;
    QString region;
    bool cold = false;
    std::chrono::nanoseconds duration{}; ///< of the handler, as in its REPORT line
    std::chrono::nanoseconds init{}; ///< cold runs only; with SnapStart the restore
    std::chrono::milliseconds billedHandler{};
    std::chrono::milliseconds billedInit{}; ///< what the cold start adds to it
    MebiBytes memoryUsed;
    std::optional<std::chrono::nanoseconds> cpu; ///< when it was measured

    bool operator==(const RunSample &) const = default;
};

/// Nothing for a run that the user stopped: Lambda has no such end.
std::optional<RunSample> sampleOf(const InvocationRecord &record);

/// The records that `invoke --output json` printed, one or more JSON objects one behind the other.
/// InvalidJson, or MalformedLine that names the member that is missing.
Result<std::vector<RunSample>> samplesFromJson(QByteArrayView text);

/// What runs were like together. Times of all runs, cold ones included; init of cold ones.
struct RunFigures
{
    std::int64_t runs = 0;
    std::int64_t coldRuns = 0;
    std::int64_t coldParts = 0; ///< of AllParts
    std::chrono::nanoseconds averageBilled{}; ///< of the handler
    std::chrono::nanoseconds averageBilledInit{}; ///< of cold runs
    std::chrono::nanoseconds p50{}; ///< duration, by nearest rank
    std::chrono::nanoseconds p90{};
    std::chrono::nanoseconds p99{};
    std::chrono::nanoseconds averageInit{}; ///< as measured, of cold runs
    std::optional<std::chrono::nanoseconds> averageCpu; ///< of those that it was measured of
    MebiBytes memoryUsed; ///< most of all

    bool operator==(const RunFigures &) const = default;
};

/// Nothing without samples.
std::optional<RunFigures> figuresOf(const std::vector<RunSample> &samples);

} // namespace coldframe
