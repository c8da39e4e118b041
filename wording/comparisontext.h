// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/comparison/runcomparison.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace coldframe {

/// A compared figure as texts.
struct ComparedFigureText
{
    QString name;
    QString left; ///< the median, a dash without runs that have the figure
    QString right;
    QString leftRange; ///< from the smallest to the largest, of how many runs
    QString rightRange;
    QString difference; ///< right minus left, with its sign and in percent
    QString confidence; ///< how sure the difference is, in words
};

ComparedFigureText comparedFigureText(const FigureComparison &figure,
                                      const QLocale &locale = QLocale());

/// How sure a difference is: "certainly larger (p = 0.0004)", "too few runs to tell".
QString confidenceText(const std::optional<Regression> &confidence,
                       const QLocale &locale = QLocale());

/// A duration, or a dash.
QString optionalDuration(std::optional<std::chrono::nanoseconds> duration,
                         const QLocale &locale = QLocale());

/// "+12.0 ms" or "−12.0 ms"; a side without one counts nothing.
QString durationDifference(std::optional<std::chrono::nanoseconds> left,
                           std::optional<std::chrono::nanoseconds> right,
                           const QLocale &locale = QLocale());

/// How many places differ, in a sentence.
QString responseDifferenceSummary(const RunComparison &comparison);

/// Where a difference is: its pointer, or that the whole documents differ.
QString differencePlace(const JsonDifference &difference);

/// The value of one side on one line, shortened; a dash for none.
QString differenceValue(const std::optional<OrderedJson> &value);

/// How many lines differ, in a sentence.
QString logDifferenceSummary(const std::vector<AlignedLines> &lines);

/// What tells a side from others: of one run its function and time, of several how many and from
/// when until when.
QString comparedRunsName(const ComparedRuns &runs, const QLocale &locale = QLocale());

/// How many runs a side has, how many of them were cold, how many did not succeed.
QString comparedRunsText(const QString &name, const ComparedRuns &runs);

/// What a reader of the figures has to know about the sides: runs that are on both, and cold starts
/// beside warm runs. Sentences; none where there is nothing to say.
QStringList comparedRunsRemarks(const ComparedRuns &left, const ComparedRuns &right);

} // namespace coldframe
