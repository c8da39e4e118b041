// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"

namespace coldframe::test {

/// us-east-1's prices of the newest price book.
inline Prices samplePrices()
{
    return *PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing"))
                ->prices(QStringLiteral("us-east-1"), Architecture::X86_64);
}

inline std::chrono::nanoseconds fromMilliseconds(double time)
{
    return std::chrono::round<std::chrono::nanoseconds>(
        std::chrono::duration<double, std::milli>(time));
}

/// So many equal runs that wait and use CPU time.
inline TuningMeasurements sampleMeasurements(double waiting, double cpu, int runs = 20)
{
    TuningMeasurements measurements;
    measurements.baselineMemory = MebiBytes{3008};
    measurements.peakMemory = MebiBytes{40};
    measurements.host = {QStringLiteral("Test CPU"), 2};
    measurements.baseline.assign(static_cast<std::size_t>(runs),
                                 {fromMilliseconds(waiting + cpu), fromMilliseconds(cpu), {}});
    return measurements;
}

inline TuningPlan samplePlan()
{
    TuningPlan plan;
    plan.request.function.name = QStringLiteral("hello");
    plan.request.function.timeout = std::chrono::seconds(30);
    plan.prices = samplePrices();
    return plan;
}

inline MebiBytes bestMemory(const TuningResult &result, TuningStrategy strategy)
{
    const auto best = result.bestFor(strategy);
    return best ? result.sizes[*best].memory : MebiBytes{};
}

inline const TunedSize &sizeOf(const TuningResult &result, int memory)
{
    for (const TunedSize &size : result.sizes) {
        if (size.memory == MebiBytes{memory})
            return size;
    }
    qFatal("no such size");
}

} // namespace coldframe::test
