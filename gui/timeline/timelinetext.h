// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace coldframe {

/// "Interpreter start".
QString phaseText(PhaseKind kind);

/// The same for a legend: it says also what is not billed.
QString legendText(PhaseKind kind);

/// "12 %" of a part of the whole, 0 to 1.
QString shareText(double share, const QLocale &locale = QLocale());

/// "Run 3, warm": which run of the environment it was.
QString runCaption(const StackedRun &run);

/// From when until when a phase lasts, as a sentence.
QString phaseMeaning(PhaseKind kind);

/// "Standard library".
QString originText(ImportOrigin origin);

/// What is written into a bar: the phase, the module, or how many are folded into it.
QString barLabel(const BarFacts &facts);

/// The figures of a bar in one line, for the line under the timeline and for screen readers.
QString barDescription(const BarFacts &facts, const QLocale &locale = QLocale());

/// The same in lines, for a tooltip.
QStringList barLines(const BarFacts &facts, const QLocale &locale = QLocale());

/// "25 ms", with the axis' unit and decimals; zero has no unit.
QString tickLabel(const Axis &axis, const Tick &tick, const QLocale &locale = QLocale());

/// "48.2 ms init + 1.30 ms invoke", with the sandbox, a restore and an init phase that was repeated
/// inside the invocation where there were any.
QString timelineSummary(const Timeline &timeline, const QLocale &locale = QLocale());

} // namespace coldframe
