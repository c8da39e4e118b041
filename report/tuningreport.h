// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"
#include "report/runreport.h"

namespace coldframe {

/// A tuning with all that is needed to tell of it.
struct FinishedTuning
{
    const TuningPlan &plan;
    const TuningMeasurements &measurements;
    const TuningResult &result;
};

/// One self-contained HTML page about a power tuning: what to choose, the curve (predictions
/// dashed, measured points with their interval), the table, and how every figure came about.
QByteArray tuningReport(const FinishedTuning &tuning, const ReportContext &context);

/// The curve alone, an SVG picture with classes of reportStyleSheet().
QByteArray tuningPicture(const TuningResult &result, const QLocale &locale);

} // namespace coldframe
