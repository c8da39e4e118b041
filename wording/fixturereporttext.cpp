// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/fixturereporttext.h"

#include "core/lambda/errorpayload.h"
#include "wording/errortext.h"
#include "wording/failureplace.h"
#include "wording/figures.h"
#include "wording/fixturetext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace coldframe {

namespace {

constexpr std::size_t mostShownFindings = 12;
constexpr qsizetype longestInSentence = 40; ///< above it, one sees better below each other
constexpr qsizetype longestShownValue = 160;
constexpr qsizetype shownBeforeDifference = 40;

struct FixtureReportText
{
    Q_DECLARE_TR_FUNCTIONS(FixtureReportText)
};

QString startText(FixtureStart start)
{
    switch (start) {
    case FixtureStart::Warm:
        return FixtureReportText::tr("warm");
    case FixtureStart::Cold:
        return FixtureReportText::tr("cold starts");
    case FixtureStart::Both:
        return FixtureReportText::tr("cold and warm");
    }
    return {};
}

/// Whether expected and actual are values that one wants to see below each other.
bool hasDifference(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::Equals:
    case Finding::Kind::Subset:
    case Finding::Kind::Matches:
    case Finding::Kind::Schema:
    case Finding::Kind::Pointer:
    case Finding::Kind::Path:
    case Finding::Kind::Golden:
        return true;
    case Finding::Kind::Status:
    case Finding::Kind::StatusCode:
    case Finding::Kind::ErrorType:
    case Finding::Kind::NoJson:
    case Finding::Kind::NoBody:
    case Finding::Kind::SchemaUnusable:
    case Finding::Kind::PathUnusable:
    case Finding::Kind::LogContains:
    case Finding::Kind::LogLacks:
    case Finding::Kind::LogMatches:
    case Finding::Kind::Duration:
    case Finding::Kind::Init:
    case Finding::Kind::Memory:
    case Finding::Kind::Cost:
    case Finding::Kind::CostUnknown:
        break;
    }
    return false;
}

/// One line, from shortly before the place where the other value differs.
QString cutTo(qsizetype difference, QString value)
{
    value.replace(u'\n', QStringLiteral("\\n")).replace(u'\r', QStringLiteral("\\r"));
    if (value.size() <= longestShownValue)
        return value;
    const qsizetype from = difference > longestShownValue - shownBeforeDifference
        ? difference - shownBeforeDifference
        : 0;
    QString cut = value.mid(from, longestShownValue);
    if (from > 0)
        cut.prepend(u'…');
    if (from + longestShownValue < value.size())
        cut.append(u'…');
    return cut;
}

qsizetype firstDifference(const QString &left, const QString &right)
{
    const qsizetype size = std::min(left.size(), right.size());
    return std::mismatch(left.begin(), left.begin() + size, right.begin()).first - left.begin();
}

/// "ValueError: no name in the event (app.py, line 4)"
QString functionErrorText(const InvocationRecord &record)
{
    if (record.status == InvocationStatus::Succeeded)
        return {};
    const ErrorPayload payload = parseErrorPayload(record.response);
    const QString type = payload.errorType.isEmpty() ? record.errorType : payload.errorType;
    if (type.isEmpty() && payload.errorMessage.isEmpty())
        return {};
    const QString message = QString(payload.errorMessage).replace(u'\n', u' ').left(300);
    const QString error = type.isEmpty() ? message
        : message.isEmpty()              ? type
                                         : QStringLiteral("%1: %2").arg(type, message);
    const auto place = failurePlace(record);
    const bool isPlaceSaid = place // syntax errors of Python say it themselves
        && message.contains(QStringLiteral("line %1").arg(place->line))
        && message.contains(QFileInfo(place->file).fileName());
    return place && !isPlaceSaid
        ? FixtureReportText::tr("%1 (%2, line %3)").arg(error, place->file).arg(place->line)
        : error;
}

/// "Failed: events/a.json (orders, 512 MB)"
QString headingOf(const FixtureResult &result, const std::vector<FixtureColumn> &columns)
{
    QStringList remarks;
    if (!result.function.isEmpty())
        remarks.append(result.function);
    if (result.column < columns.size()) {
        if (const QString column = fixtureColumnText(columns[result.column]); !column.isEmpty())
            remarks.append(column);
    }
    const bool hasOnlyWarnings = result.outcome == TestOutcome::Passed;
    const QString outcome = hasOnlyWarnings ? FixtureReportText::tr("Passed with warnings")
                                            : testOutcomeText(result.outcome);
    const QString heading = QStringLiteral("%1: %2").arg(outcome, result.file);
    return remarks.isEmpty()
        ? heading
        : QStringLiteral("%1 (%2)").arg(heading, remarks.join(QStringLiteral(", ")));
}

/// Failures first: what is only a warning must not hide them.
std::vector<Finding> sortedFindings(const std::vector<Finding> &findings)
{
    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const auto severity :
         {Finding::Severity::Failure, Finding::Severity::Changed, Finding::Severity::Warning})
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(sorted),
                     [severity](const Finding &finding) { return finding.severity == severity; });
    return sorted;
}

QString findingBlock(const Finding &finding, std::size_t runs)
{
    QString sentence = findingText(finding);
    if (finding.severity == Finding::Severity::Warning)
        sentence = FixtureReportText::tr("Warning: %1").arg(sentence);
    if (runs > 1)
        sentence = FixtureReportText::tr("Run %1 of %2: %3")
                       .arg(QString::number(finding.run + 1), QString::number(runs), sentence);
    QString block = QStringLiteral("  %1\n").arg(sentence);
    for (const QString &line : findingDifference(finding))
        block += QStringLiteral("      %1\n").arg(line);
    return block;
}

/// The last lines of the function's log, below a heading; empty without any.
QString logText(const InvocationRecord &record)
{
    const QStringList lines = lastLogLines(record);
    if (lines.isEmpty())
        return {};
    QString text = QStringLiteral("  %1\n").arg(FixtureReportText::tr("The end of its log:"));
    for (const QString &line : lines)
        text += QStringLiteral("      %1\n").arg(line);
    return text;
}

/// "3 failed", or nothing when there is none.
void addCount(QStringList &parts, int count, const QString &text)
{
    if (count > 0)
        parts.append(text.arg(count));
}

QString costText(const TestTotals &totals, const QDate &pricesOf)
{
    if (!pricesOf.isValid() || totals.unpriced == totals.invocations)
        return FixtureReportText::tr("no price is known");
    const QString cost = formatExactMoney(totals.cost);
    return totals.unpriced == 0
        ? cost
        : FixtureReportText::tr("%1 without those that have no known price").arg(cost);
}

QString measuredText(const TestTotals &totals)
{
    QStringList measured{
        totals.invocations == 1
            ? FixtureReportText::tr("duration %1").arg(formatDuration(totals.median))
            : FixtureReportText::tr("durations %1 to %2, median %3")
                  .arg(formatDuration(totals.shortest), formatDuration(totals.longest),
                       formatDuration(totals.median))};
    if (totals.longestInit)
        measured.append(
            FixtureReportText::tr("init phases up to %1").arg(formatDuration(*totals.longestInit)));
    measured.append(
        FixtureReportText::tr("memory up to %1").arg(formatMebiBytes(totals.mostMemoryUsed)));
    return FixtureReportText::tr("Measured on this computer: %1.")
        .arg(measured.join(QStringLiteral("; ")));
}

QString modelledText(const TestTotals &totals, const QDate &pricesOf)
{
    const QString cost = costText(totals, pricesOf);
    return pricesOf.isValid()
        ? FixtureReportText::tr("Modelled: %1 billed, %2 at list prices of %3 without free tier.")
              .arg(formatDuration(totals.billed), cost, pricesOf.toString(Qt::ISODate))
        : FixtureReportText::tr("Modelled: %1 billed, %2.")
              .arg(formatDuration(totals.billed), cost);
}

QString figuresLines(const TestTotals &totals, const QDate &pricesOf, const QString &indent)
{
    return QStringLiteral("%1%2\n%1%3\n")
        .arg(indent, measuredText(totals), modelledText(totals, pricesOf));
}

} // namespace

QString fixtureColumnText(const FixtureColumn &column)
{
    QStringList parts;
    if (column.memory)
        parts.append(formatMebiBytes(*column.memory));
    if (!column.runtime.isEmpty())
        parts.append(column.runtime);
    if (column.start)
        parts.append(startText(*column.start));
    return parts.join(QStringLiteral(", "));
}

QString testOutcomeText(TestOutcome outcome)
{
    switch (outcome) {
    case TestOutcome::Passed:
        return FixtureReportText::tr("Passed");
    case TestOutcome::Failed:
        return FixtureReportText::tr("Failed");
    case TestOutcome::Changed:
        return FixtureReportText::tr("Changed");
    case TestOutcome::Error:
        return FixtureReportText::tr("Error");
    case TestOutcome::NotRun:
        return FixtureReportText::tr("Not run");
    }
    return {};
}

QString testCountsText(const TestTotals &totals, std::size_t columns)
{
    QStringList parts;
    addCount(parts, totals.passed, FixtureReportText::tr("%1 passed"));
    addCount(parts, totals.failed, FixtureReportText::tr("%1 failed"));
    addCount(parts, totals.changed, FixtureReportText::tr("%1 changed"));
    addCount(parts, totals.errors, FixtureReportText::tr("%1 could not run"));
    addCount(parts, totals.notRun, FixtureReportText::tr("%1 not run"));
    if (totals.warnings > 0)
        parts.append(totals.warnings == 1
                         ? FixtureReportText::tr("1 warning")
                         : FixtureReportText::tr("%n warnings", nullptr, totals.warnings));
    const int results = totals.results();
    if (results == 0)
        return FixtureReportText::tr("No fixture");
    if (columns > 1)
        return FixtureReportText::tr("Fixtures: %1, each in %2 columns; %3")
            .arg(QString::number(std::size_t(results) / columns), QString::number(columns),
                 parts.join(QStringLiteral(", ")));
    return (results == 1 ? FixtureReportText::tr("1 fixture: %1")
                         : FixtureReportText::tr("%n fixtures: %1", nullptr, results))
        .arg(parts.join(QStringLiteral(", ")));
}

QString unsuitedText(const FixtureResult &result, const FixtureColumn &column)
{
    return FixtureReportText::tr("The function's runtime is %1; %2 is of another language.")
        .arg(result.ownRuntime, column.runtime);
}

QStringList otherVersionTexts(const std::vector<FixtureResult> &results)
{
    QStringList texts;
    for (const FixtureResult &result : results) {
        for (const InvocationFigures &run : result.runs) {
            if (!run.isOtherVersion)
                continue;
            const QString text = FixtureReportText::tr("%1 is not installed here: %2 ran instead.")
                                     .arg(run.runtime, run.interpreter);
            if (!texts.contains(text))
                texts.append(text);
        }
    }
    return texts;
}

QString functionEndingText(const InvocationRecord &record)
{
    const QString error = functionErrorText(record);
    return error.isEmpty() ? QString()
                           : FixtureReportText::tr("The function ended with %1").arg(error);
}

QStringList findingDifference(const Finding &finding)
{
    const auto isLong = [](const std::optional<QString> &value) {
        return value && value->size() > longestInSentence;
    };
    if (!hasDifference(finding.kind) || (!isLong(finding.expected) && !isLong(finding.actual)))
        return {};
    const qsizetype difference = finding.expected && finding.actual
        ? firstDifference(*finding.expected, *finding.actual)
        : 0;
    QStringList lines;
    if (finding.expected)
        lines.append(QStringLiteral("- ") + cutTo(difference, *finding.expected));
    if (finding.actual)
        lines.append(QStringLiteral("+ ") + cutTo(difference, *finding.actual));
    return lines;
}

QString fixtureResultText(const FixtureResult &result, const std::vector<FixtureColumn> &columns)
{
    const bool isUnsuited = !result.ownRuntime.isEmpty();
    const bool isUnremarkable = (result.outcome == TestOutcome::NotRun && !isUnsuited)
        || (result.outcome == TestOutcome::Passed && result.findings.empty());
    if (isUnremarkable)
        return {};
    QString text = headingOf(result, columns) + u'\n';
    if (!result.description.isEmpty())
        text += QStringLiteral("  “%1”\n").arg(result.description);
    if (isUnsuited && result.column < columns.size())
        text += QStringLiteral("  %1\n").arg(unsuitedText(result, columns[result.column]));
    if (result.error)
        text += QStringLiteral("  %1\n").arg(errorText(*result.error));
    const bool tellsEnding = result.outcome == TestOutcome::Failed && result.record;
    if (const QString ending = tellsEnding ? functionEndingText(*result.record) : QString();
        !ending.isEmpty())
        text += QStringLiteral("  %1\n").arg(ending);
    const std::vector<Finding> findings = sortedFindings(withoutConsequences(result.findings));
    const std::size_t shown = std::min(findings.size(), mostShownFindings);
    const int omitted = int(findings.size() - shown);
    for (std::size_t i = 0; i < shown; ++i)
        text += findingBlock(findings[i], result.runs.size());
    if (omitted > 0)
        text += QStringLiteral("  %1\n").arg(
            FixtureReportText::tr("%1 more that are not listed.").arg(omitted));
    if (result.outcome == TestOutcome::Failed && result.record)
        text += logText(*result.record);
    return text;
}

QString testFiguresText(const TestReport &report)
{
    const TestTotals totals = report.totals();
    if (totals.invocations == 0)
        return {};
    QString text
        = (totals.invocations == 1 ? FixtureReportText::tr("1 invocation in %1; cold starts: %2.")
                                   : FixtureReportText::tr("%n invocations in %1; cold starts: %2.",
                                                           nullptr, totals.invocations))
              .arg(formatDuration(report.elapsed), QString::number(totals.coldStarts))
        + u'\n';
    if (report.columns.size() <= 1)
        return text + figuresLines(totals, report.pricesOf, QString());
    for (std::size_t column = 0; column < report.columns.size(); ++column) {
        const TestTotals own = report.totalsOf(column);
        const QString name = fixtureColumnText(report.columns[column]);
        if (own.invocations > 0)
            text += name + QStringLiteral(":\n")
                + figuresLines(own, report.pricesOf, QStringLiteral("  "));
    }
    return text;
}

QString testReportText(const TestReport &report)
{
    QString text;
    for (const FixtureResult &result : report.results) {
        if (const QString about = fixtureResultText(result, report.columns); !about.isEmpty())
            text += about + u'\n';
    }
    for (const QString &remark : otherVersionTexts(report.results))
        text += remark + u'\n';
    for (const QString &file : report.acceptedGoldens)
        text += FixtureReportText::tr("Accepted as the new golden response: %1").arg(file) + u'\n';
    const auto missing = std::count_if(
        report.results.begin(), report.results.end(), [](const FixtureResult &result) {
            return result.acceptsGolden && result.outcome == TestOutcome::Passed;
        });
    if (missing > 0)
        text += FixtureReportText::tr("Fixtures without a golden response yet: %1").arg(missing)
            + u'\n';
    if (report.isCancelled)
        text += FixtureReportText::tr("Stopped before all of them ran.") + u'\n';
    return text + testCountsText(report.totals(), report.columns.size()) + u'\n'
        + testFiguresText(report);
}

} // namespace coldframe
