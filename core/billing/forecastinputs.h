// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecastcomparison.h"
#include "core/billing/runfigures.h"

namespace coldframe {

/// Which duration a forecast takes; all but Typed need runs.
enum class DurationSource { Typed, Average, P50, P90, P99 };

/// What a user fills in, as it is kept between sessions.
struct ForecastInputs
{
    std::int64_t rateThousandths = 1'000'000'000;
    RatePeriod period = RatePeriod::Month;
    DurationSource durationSource = DurationSource::Average;
    std::chrono::microseconds duration{100'000}; ///< Typed, and while there are no runs
    bool measuredColdShare = false; ///< that of the runs
    std::int64_t coldParts = 10'000; ///< else this one
    bool measuredInit = true;
    std::chrono::microseconds init{300'000};
    std::int64_t armThousandths = 1000;
    bool freeTier = false;
    std::int64_t freeRequests = 1'000'000; ///< that are left, with freeTier
    std::int64_t freeGigabyteSeconds = 400'000;
    ProvisionedPlan provisioned = {};
    SnapStartPlan snapStart = {};
    std::int64_t responseBytes = 0;
    std::int64_t payloadBytes = 0;
    bool tenantIsolation = false;
    std::int64_t peakMilliRequests = 0; ///< 0 for the average
    std::chrono::microseconds cpu{}; ///< 0 for what was measured, else for the duration

    bool operator==(const ForecastInputs &) const = default;
};

/// What function it is about: memory and storage may differ from those that the runs had.
struct ForecastFunction
{
    MebiBytes memory = limits::SmallestMemory;
    MebiBytes ephemeralStorage = limits::SmallestEphemeralStorage;
    Architecture architecture = Architecture::X86_64;
    QString region = QStringLiteral("us-east-1");

    bool operator==(const ForecastFunction &) const = default;
};

/// Whether the runs give the duration: the user wants it, and there are runs.
bool usesMeasuredDuration(const ForecastInputs &inputs, const std::optional<RunFigures> &runs);
bool usesMeasuredColdShare(const ForecastInputs &inputs, const std::optional<RunFigures> &runs);

/// Needs a cold run.
bool usesMeasuredInit(const ForecastInputs &inputs, const std::optional<RunFigures> &runs);

/// What to forecast, with the figures of the runs where they are asked for and known.
ForecastPlan planOf(const ForecastInputs &inputs, const ForecastFunction &function,
                    const std::optional<RunFigures> &runs, const FreeTier &wholeFreeTier);

/// JSON for keeping, and back. What is missing or makes no sense becomes the default.
QString textOf(const ForecastInputs &inputs);
ForecastInputs forecastInputsFrom(const QString &text);

} // namespace coldframe
