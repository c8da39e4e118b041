// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/historytext.h"

#include "wording/errortext.h"
#include "wording/figures.h"

#include <QCoreApplication>

#include <cmath>

namespace coldframe {

namespace {

struct HistoryText
{
    Q_DECLARE_TR_FUNCTIONS(HistoryText)
};

/// Every digit that counts, as p values are written; of one that is too large, what would count.
QString probabilityText(const Regression &regression, const QLocale &locale)
{
    constexpr double smallest = 0.001;
    const double p = regression.p;
    if (p < smallest)
        return QStringLiteral("p < ") + locale.toString(smallest, 'f', 3);
    const QString text = QStringLiteral("p = ") + locale.toString(p, 'f', 3);
    return regression.verdict == Regression::Verdict::Same
        ? HistoryText::tr("%1 (below %2 counts)")
              .arg(text, locale.toString(Regression::SignificantP, 'f', 2))
        : text;
}

QString differenceText(TrendFigure figure, double difference, const QLocale &locale)
{
    const QString amount = figureValueText(figure, std::abs(difference), locale);
    return (difference < 0 ? locale.negativeSign() : locale.positiveSign()) + amount;
}

/// Memory and money are not slow.
QString verdictText(Regression::Verdict verdict, TrendFigure figure)
{
    const bool isTime = figure == TrendFigure::Duration || figure == TrendFigure::BilledDuration
        || figure == TrendFigure::InitDuration;
    switch (verdict) {
    case Regression::Verdict::Slower:
        return isTime ? HistoryText::tr("Slower than the baseline")
                      : HistoryText::tr("More than the baseline");
    case Regression::Verdict::Faster:
        return isTime ? HistoryText::tr("Faster than the baseline")
                      : HistoryText::tr("Less than the baseline");
    case Regression::Verdict::Same:
        return HistoryText::tr("No difference from the baseline shown");
    case Regression::Verdict::TooFewRuns:
        return {};
    }
    return {};
}

QString tooFewText(const Regression &regression)
{
    constexpr auto fewest = Regression::FewestRuns;
    if (regression.baselineRuns < fewest)
        return HistoryText::tr("The baseline has %1 comparable runs; %2 are needed.")
            .arg(regression.baselineRuns)
            .arg(fewest);
    return HistoryText::tr("%1 comparable runs came after the baseline; %2 are needed.")
        .arg(regression.laterRuns)
        .arg(fewest);
}

} // namespace

QString trendFigureText(TrendFigure figure)
{
    switch (figure) {
    case TrendFigure::Duration:
        return HistoryText::tr("Duration");
    case TrendFigure::BilledDuration:
        return HistoryText::tr("Billed duration");
    case TrendFigure::InitDuration:
        return HistoryText::tr("Init duration");
    case TrendFigure::MaxMemoryUsed:
        return HistoryText::tr("Max memory used");
    case TrendFigure::Cost:
        return HistoryText::tr("Cost");
    }
    return {};
}

QString figureValueText(TrendFigure figure, double value, const QLocale &locale)
{
    switch (figure) {
    case TrendFigure::Duration:
    case TrendFigure::BilledDuration:
    case TrendFigure::InitDuration:
        return formatDuration(std::chrono::round<std::chrono::nanoseconds>(
                                  std::chrono::duration<double, std::milli>(value)),
                              locale);
    case TrendFigure::MaxMemoryUsed:
        return HistoryText::tr("%1 MB").arg(
            locale.toString(value, 'f', value == std::round(value) ? 0 : 1));
    case TrendFigure::Cost:
        // The figure is in millionths of a dollar: what a million invocations cost, in dollars.
        return HistoryText::tr("$%1 per million").arg(locale.toString(value, 'f', 2));
    }
    return {};
}

QString regressionText(const TrendRegression &trend, TrendFigure figure, const QLocale &locale)
{
    if (!trend.hasBaseline)
        return HistoryText::tr("No run of this function is marked as baseline.");
    const Regression &regression = trend.regression;
    if (regression.verdict == Regression::Verdict::TooFewRuns)
        return tooFewText(regression);
    return (trend.isOfColdStarts ? HistoryText::tr("%1, %2, median %3 (%4 cold starts against %5).")
                                 : HistoryText::tr("%1, %2, median %3 (%4 warm runs against %5)."))
        .arg(verdictText(regression.verdict, figure), probabilityText(regression, locale),
             differenceText(figure, regression.medianDifference, locale))
        .arg(regression.laterRuns)
        .arg(regression.baselineRuns);
}

QString commitText(const WorkspaceCommit &commit)
{
    constexpr qsizetype shown = 8;
    if (commit.id.isEmpty())
        return {};
    return commit.isDirty ? HistoryText::tr("%1, changed").arg(commit.id.left(shown))
                          : commit.id.left(shown);
}

QString runOriginText(RunOrigin origin)
{
    switch (origin) {
    case RunOrigin::Window:
        return HistoryText::tr("window");
    case RunOrigin::CommandLine:
        return HistoryText::tr("command line");
    case RunOrigin::Fixture:
        return HistoryText::tr("fixtures");
    case RunOrigin::Queue:
        return HistoryText::tr("asynchronous");
    case RunOrigin::Burst:
        return HistoryText::tr("burst");
    }
    return {};
}

QString runEventText(const RunMetadata &metadata)
{
    return metadata.eventName.isEmpty() ? metadata.fixture : metadata.eventName;
}

QString runStatusText(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded:
        return HistoryText::tr("succeeded");
    case InvocationStatus::Failed:
        return HistoryText::tr("failed");
    case InvocationStatus::TimedOut:
        return HistoryText::tr("timed out");
    case InvocationStatus::Stopped:
        return HistoryText::tr("stopped");
    }
    return {};
}

QString notKeptText(const Error &error)
{
    return HistoryText::tr("Runs are not kept in the history. %1").arg(errorText(error));
}

} // namespace coldframe
