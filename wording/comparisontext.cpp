// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/comparisontext.h"

#include "wording/figures.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

struct ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonText)
};

constexpr qsizetype LongestValue = 400;

QString noValue()
{
    return QStringLiteral("\u2013");
}

QString comparedFigureName(ComparedFigure figure)
{
    switch (figure) {
    case ComparedFigure::InitDuration:
        return ComparisonText::tr("Init Duration");
    case ComparedFigure::Duration:
        return ComparisonText::tr("Duration");
    case ComparedFigure::BilledDuration:
        return ComparisonText::tr("Billed Duration");
    case ComparedFigure::CpuTime:
        return ComparisonText::tr("CPU time");
    case ComparedFigure::MaxMemoryUsed:
        return ComparisonText::tr("Max Memory Used");
    case ComparedFigure::ResponseSize:
        return ComparisonText::tr("Size of the response");
    }
    return {};
}

QString valueText(ComparedFigure figure, double value, const QLocale &locale)
{
    switch (figure) {
    case ComparedFigure::InitDuration:
    case ComparedFigure::Duration:
    case ComparedFigure::CpuTime:
    case ComparedFigure::BilledDuration:
        return formatDuration(std::chrono::nanoseconds(std::llround(value)), locale);
    case ComparedFigure::MaxMemoryUsed:
        return formatMebiBytes(MebiBytes{std::llround(value)}, locale);
    case ComparedFigure::ResponseSize:
        return formatBytes(std::llround(value), locale);
    }
    return {};
}

QString withSign(const QString &text, double value, const QLocale &locale)
{
    if (value == 0)
        return text;
    return (value > 0 ? locale.positiveSign() : locale.negativeSign()) + text;
}

QString differenceText(const FigureComparison &figure, const QLocale &locale)
{
    if (figure.left.runs == 0 || figure.right.runs == 0)
        return noValue();
    const double difference = figure.difference();
    const QString text
        = withSign(valueText(figure.figure, std::abs(difference), locale), difference, locale);
    if (figure.left.median <= 0 || difference == 0)
        return text;
    const double percent = 100 * difference / figure.left.median;
    return ComparisonText::tr("%1 (%2 %)")
        .arg(text, withSign(locale.toString(std::abs(percent), 'f', 1), percent, locale));
}

QString rangeText(ComparedFigure figure, const FigureSummary &summary, const QLocale &locale)
{
    if (summary.runs == 0)
        return {};
    return ComparisonText::tr("%1 to %2, %n run(s)", nullptr, static_cast<int>(summary.runs))
        .arg(valueText(figure, summary.smallest, locale),
             valueText(figure, summary.largest, locale));
}

QString medianText(ComparedFigure figure, const FigureSummary &summary, const QLocale &locale)
{
    return summary.runs == 0 ? noValue() : valueText(figure, summary.median, locale);
}

} // namespace

ComparedFigureText comparedFigureText(const FigureComparison &figure, const QLocale &locale)
{
    return {comparedFigureName(figure.figure),
            medianText(figure.figure, figure.left, locale),
            medianText(figure.figure, figure.right, locale),
            rangeText(figure.figure, figure.left, locale),
            rangeText(figure.figure, figure.right, locale),
            differenceText(figure, locale),
            confidenceText(figure.confidence, locale)};
}

QString confidenceText(const std::optional<Regression> &confidence, const QLocale &locale)
{
    if (!confidence)
        return {};
    const QString p = confidence->p < 0.0001
        ? ComparisonText::tr("p < %1").arg(locale.toString(0.0001, 'f', 4))
        : ComparisonText::tr("p = %1").arg(
            locale.toString(confidence->p, 'f', confidence->p < 0.01 ? 4 : 2));
    switch (confidence->verdict) {
    case Regression::Verdict::TooFewRuns:
        return ComparisonText::tr("too few runs to tell: %n of each are needed", nullptr,
                                  static_cast<int>(Regression::FewestRuns));
    case Regression::Verdict::Same:
        return ComparisonText::tr("may be chance (%1; below %2 counts)")
            .arg(p, locale.toString(Regression::SignificantP, 'f', 2));
    case Regression::Verdict::Slower:
        return ComparisonText::tr("larger, not by chance (%1)").arg(p);
    case Regression::Verdict::Faster:
        return ComparisonText::tr("smaller, not by chance (%1)").arg(p);
    }
    return {};
}

QString optionalDuration(std::optional<std::chrono::nanoseconds> duration, const QLocale &locale)
{
    return duration ? formatDuration(*duration, locale) : noValue();
}

QString durationDifference(std::optional<std::chrono::nanoseconds> left,
                           std::optional<std::chrono::nanoseconds> right, const QLocale &locale)
{
    const auto none = std::chrono::nanoseconds::zero();
    const auto difference = right.value_or(none) - left.value_or(none);
    return withSign(formatDuration(std::chrono::abs(difference), locale),
                    static_cast<double>(difference.count()), locale);
}

QString responseDifferenceSummary(const RunComparison &comparison)
{
    const JsonComparison &response = comparison.response;
    if (response.areSame() && comparison.areLargeNumbersOther)
        return ComparisonText::tr("No difference was found, but whole numbers beyond 64 bits are "
                                  "written differently; only their first 17 digits are compared.");
    if (response.areSame())
        return comparison.isSameOnlyMasked
            ? ComparisonText::tr("Both mean the same but for identifiers and times.")
            : ComparisonText::tr("Both mean the same.");
    const int count = static_cast<int>(response.differences.size());
    return response.isComplete
        ? ComparisonText::tr("%n place(s) differ. Identifiers and times do not count.", nullptr,
                             count)
        : ComparisonText::tr("More than %n place(s) differ.", nullptr, count);
}

QString differencePlace(const JsonDifference &difference)
{
    return difference.pointer().isEmpty() ? ComparisonText::tr("the whole response")
                                          : difference.pointer();
}

QString differenceValue(const std::optional<OrderedJson> &value)
{
    if (!value)
        return noValue();
    const QString text = QString::fromUtf8(writeJson(*value, JsonLayout::Compact));
    return text.size() <= LongestValue ? text : text.left(LongestValue) + u'…';
}

QString logDifferenceSummary(const std::vector<AlignedLines> &lines)
{
    const auto different = std::count_if(lines.begin(), lines.end(), [](const AlignedLines &each) {
        return each.kind != AlignedLines::Kind::Same;
    });
    return different == 0
        ? ComparisonText::tr("Both are the same but for identifiers and times.")
        : ComparisonText::tr("%n line(s) differ. Identifiers and times do not count.", nullptr,
                             static_cast<int>(different));
}

QString comparedRunsName(const ComparedRuns &runs, const QLocale &locale)
{
    const auto timeOf = [&locale](const InvocationRecord &record) {
        const auto sinceEpoch = std::chrono::duration_cast<std::chrono::milliseconds>(
            record.startedAt.time_since_epoch());
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count());
        // With seconds, which the short format of a locale has not.
        return locale.toString(time.date(), QLocale::ShortFormat)
            + time.toString(QStringLiteral(" HH:mm:ss"));
    };
    const auto [first, last]
        = std::minmax_element(runs.records.begin(), runs.records.end(),
                              [](const InvocationRecord &a, const InvocationRecord &b) {
                                  return a.startedAt < b.startedAt;
                              });
    const QString &function = first->function.name;
    if (runs.records.size() == 1)
        return first->isCold() ? ComparisonText::tr("%1, %2, cold").arg(function, timeOf(*first))
                               : ComparisonText::tr("%1, %2, warm").arg(function, timeOf(*first));
    return ComparisonText::tr("%1, %n runs, %2 to %3", nullptr,
                              static_cast<int>(runs.records.size()))
        .arg(function, timeOf(*first), timeOf(*last));
}

QStringList comparedRunsRemarks(const ComparedRuns &left, const ComparedRuns &right)
{
    QStringList remarks;
    const auto onBoth = std::count_if(
        left.records.begin(), left.records.end(), [&right](const InvocationRecord &record) {
            return std::any_of(right.records.begin(), right.records.end(),
                               [&record](const InvocationRecord &other) {
                                   return other.requestId == record.requestId
                                       && other.startedAt == record.startedAt;
                               });
        });
    if (onBoth > 0)
        remarks.append(
            ComparisonText::tr("%n run(s) are on both sides.", nullptr, static_cast<int>(onBoth)));
    const std::size_t cold = left.coldRuns() + right.coldRuns();
    const bool isOneKind = cold == 0 || cold == left.records.size() + right.records.size();
    const bool areApart = (left.coldRuns() == 0 && right.coldRuns() == right.records.size())
        || (right.coldRuns() == 0 && left.coldRuns() == left.records.size());
    if (!isOneKind && areApart)
        remarks.append(
            ComparisonText::tr("One side has cold starts, the other warm runs: that alone "
                               "makes figures differ."));
    else if (!isOneKind)
        remarks.append(ComparisonText::tr("Cold starts and warm runs count together. Compare cold "
                                          "with cold and warm with warm to see what changed."));
    return remarks;
}

QString comparedRunsText(const QString &name, const ComparedRuns &runs)
{
    QStringList parts{
        ComparisonText::tr("%n run(s)", nullptr, static_cast<int>(runs.records.size())),
        ComparisonText::tr("%n cold", nullptr, static_cast<int>(runs.coldRuns()))};
    if (runs.failedRuns() > 0)
        parts.append(
            ComparisonText::tr("%n did not succeed", nullptr, static_cast<int>(runs.failedRuns())));
    return ComparisonText::tr("%1: %2").arg(name, parts.join(QStringLiteral(", ")));
}

} // namespace coldframe
