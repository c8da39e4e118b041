// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/runcomparison.h"
#include "report/runreport.h"

namespace coldframe {

/// A side of a comparison with the name that the reader gets.
struct NamedRuns
{
    QString name; ///< "baseline", or what tells the run from the other one
    ComparedRuns runs;
};

/// One self-contained HTML page that puts two runs or two sets of runs beside each other: figures
/// with their difference and how sure it is, phases on one axis, imports, responses and logs.
QByteArray comparisonReport(const NamedRuns &left, const NamedRuns &right,
                            const ReportContext &context);

} // namespace coldframe
