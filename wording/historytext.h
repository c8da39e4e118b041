// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/trend.h"

#include <QLocale>
#include <QString>

namespace coldframe {

/// "Duration", "Max memory used" and so on.
QString trendFigureText(TrendFigure figure);

/// A figure's value with its unit: "12.4 ms", "77 MB", "$0.0000018".
QString figureValueText(TrendFigure figure, double value, const QLocale &locale = QLocale());

/// Whether the newest runs differ from the baseline, in one sentence: "Slower than the baseline,
/// p = 0.003, median +12.0 ms (20 runs against 20)."; or why nothing can be said.
QString regressionText(const TrendRegression &trend, TrendFigure figure,
                       const QLocale &locale = QLocale());

/// "0a1b2c3d", "0a1b2c3d, changed"; empty without a commit.
QString commitText(const WorkspaceCommit &commit);

/// Who asked for the run: "command line", "fixtures" and so on.
QString runOriginText(RunOrigin origin);

/// What a list calls the run's event: its name, else the fixture's file.
QString runEventText(const RunMetadata &metadata);

/// "succeeded", "failed", "timed out" or "stopped".
QString runStatusText(InvocationStatus status);

/// Why a run is missing in the history; errors of the history's file.
QString notKeptText(const Error &error);

} // namespace coldframe
