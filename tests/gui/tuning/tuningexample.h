// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"

namespace coldframe::test {

/// 80 ms of waiting, 60 ms of CPU time, 110 MB; two sizes were measured. 128 MB are too few.
struct TuningExample
{
    TuningPlan plan;
    TuningMeasurements measurements;
    TuningResult result;

    explicit TuningExample(const Calibration &calibration = {})
    {
        using namespace std::chrono_literals;
        plan.request.function.name = QStringLiteral("resize-image");
        plan.request.function.timeout = 10s;
        plan.prices
            = *PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing"))
                   ->prices(QStringLiteral("us-east-1"), Architecture::X86_64);
        measurements.baselineMemory = MebiBytes{3008};
        measurements.baseline.assign(20, {140ms, 60ms, 0ms});
        measurements.cpuMeans = CpuTimeMeans::ControlGroup;
        measurements.peakMemory = MebiBytes{110};
        measurements.host = {QStringLiteral("Example CPU"), 4};
        Samples slow;
        Samples fast;
        for (int i = 0; i < 20; ++i) {
            slow.push_back(std::chrono::microseconds(278'000 + (i * 7'919) % 30'000));
            fast.push_back(std::chrono::microseconds(139'000 + (i * 3'571) % 9'000));
        }
        measurements.sizes.push_back({MebiBytes{512}, slow, {}, false});
        measurements.sizes.push_back(
            {MebiBytes{1769}, fast, {1, InvocationStatus::TimedOut, {}}, false});
        result = evaluateTuning(plan, measurements, calibration);
    }
};

} // namespace coldframe::test
