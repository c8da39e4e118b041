// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"
#include "wording/fidelity.h"

#include <QStringList>

namespace coldframe {

/// What the limit of CPU time means for a tuning.
QuotaMeans quotaMeansOf(LimitMeans cpuShare);

/// "Cost", "Speed", "Balanced".
QString strategyTitle(TuningStrategy strategy);

/// What is measured and what is modelled, two or three sentences.
QString tuningMethod();

/// "A run needs 60.2 ms of CPU time, waits 80.1 ms and has 41 MB at its peak."
QString tuningSummary(const TuningResult &result);

/// What to choose: "Cheapest: 1,024 MB." and, where it is worth a thought, a second sentence.
QString tuningVerdict(const TuningPlan &plan, const TuningResult &result);

/// Why nothing can be told: the function failed already without a limit.
QString tuningFailure(const TuningMeasurements &measurements);

/// "cheapest, balanced": what a size is the best in; empty otherwise.
QString bestInText(const TuningResult &result, std::size_t index);

/// Why a size can't be chosen; empty when it can.
QString sizeObstacleText(const TuningPlan &plan, const TuningResult &result, const TunedSize &size);

/// Why a size has only its prediction; empty when it was measured.
QString notMeasuredText(const TunedSize &size);

/// "88.1 ms ± 1.60 ms": the mean with half the width of its interval.
QString measuredText(const MeasuredSize &size);

/// "+3.1 %"
QString errorPercentText(double error);

/// What is assumed about Lambda's processors.
QString calibrationText(const Calibration &calibration);

/// Why REPORT lines gave no calibration.
QString reportLinesErrorText(const Error &error);

/// How every figure came about: computer, runs, what was left out, calibration, prices. Each a
/// sentence or two.
QStringList tuningCaption(const TuningPlan &plan, const TuningMeasurements &measurements,
                          const TuningResult &result);

/// Summary, table, verdict and caption.
QString tuningReportText(const TuningPlan &plan, const TuningMeasurements &measurements,
                         const TuningResult &result);

} // namespace coldframe
