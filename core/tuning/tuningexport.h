// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"
#include "core/tuning/tuningevaluation.h"

namespace coldframe {

/// A curve as AWS Lambda Power Tuning's viewer takes it.
struct VisualiserCurve
{
    std::vector<MebiBytes> sizes;
    std::vector<float> milliseconds;
    std::vector<float> dollars; ///< an invocation

    bool operator==(const VisualiserCurve &) const = default;
};

/// The part of the address behind '#': base64 of int16, of float32 and of float32, little endian,
/// joined by semicolons (cost-and-tuning, E.1).
QString visualiserHash(const VisualiserCurve &curve);

/// Reads it, or a whole address with it. MalformedLine when it is none.
Result<VisualiserCurve> readVisualiserHash(QStringView text);

VisualiserCurve visualiserCurve(const TuningResult &result);

/// A link to the viewer of AWS Lambda Power Tuning. All data is behind its '#', which a browser
/// keeps to itself; opening it loads that page from the internet.
QString visualiserUrl(const TuningResult &result);

/// What AWS Lambda Power Tuning prints, {power, cost, duration, stateMachine, stats}, for the
/// plan's strategy; nothing ran on AWS, so that execution and Lambda cost 0. Besides, in
/// "coldframe", what was measured and what is assumed.
OrderedJson tuningToJson(const TuningPlan &plan, const TuningMeasurements &measurements,
                         const TuningResult &result);

/// "cost", "speed", "balanced".
QString strategyName(TuningStrategy strategy);
std::optional<TuningStrategy> strategyNamed(QStringView name);

} // namespace coldframe
