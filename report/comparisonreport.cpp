// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparisonreport.h"

#include "report/htmldocument.h"
#include "report/reporttext.h"
#include "report/waterfallpicture.h"
#include "wording/comparisontext.h"
#include "wording/figures.h"
#include "wording/phasetext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

/// More differences are no help to a reader.
constexpr std::size_t MostRows = 200;

struct ComparisonReport
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonReport)
};

HtmlRow sidesHeader(const QString &first, const NamedRuns &left, const NamedRuns &right)
{
    return {
        {first}, {left.name, true}, {right.name, true}, {ComparisonReport::tr("Difference"), true}};
}

void addFigures(HtmlDocument &page, const NamedRuns &left, const NamedRuns &right,
                const RunComparison &comparison, const QLocale &locale)
{
    page.beginSection(ComparisonReport::tr("Figures"));
    for (const QString &remark : comparedRunsRemarks(left.runs, right.runs))
        page.addParagraph(remark);
    std::vector<HtmlRow> rows;
    for (const FigureComparison &figure : comparison.figures) {
        const ComparedFigureText text = comparedFigureText(figure, locale);
        rows.push_back({{text.name},
                        {text.left, true, text.leftRange},
                        {text.right, true, text.rightRange},
                        {text.difference, true},
                        {text.confidence}});
    }
    if (comparison.cost)
        rows.push_back({{ComparisonReport::tr("Cost of a million")},
                        {formatMoney(comparison.cost->left, locale), true,
                         formatExactMoney(comparison.cost->left, locale)},
                        {formatMoney(comparison.cost->right, locale), true,
                         formatExactMoney(comparison.cost->right, locale)},
                        {formatMoney(comparison.cost->right - comparison.cost->left, locale), true},
                        {ComparisonReport::tr("modelled at list prices")}});
    HtmlRow header = sidesHeader(ComparisonReport::tr("Median of"), left, right);
    header.push_back({ComparisonReport::tr("How sure")});
    page.addTable(header, rows);
}

void addPhases(HtmlDocument &page, const NamedRuns &left, const NamedRuns &right,
               const RunComparison &comparison, const QLocale &locale)
{
    page.beginSection(ComparisonReport::tr("Where the time went"));
    const std::vector<WaterfallRow> runs{{left.name, left.runs.representative()},
                                         {right.name, right.runs.representative()}};
    page.addMarkup(waterfallPicture(runs, locale));
    page.addMarkup(waterfallLegend(runs));
    std::vector<HtmlRow> rows;
    for (const PhaseComparison &phase : comparison.phases)
        rows.push_back({{phaseText(phase.kind)},
                        {optionalDuration(phase.left, locale), true},
                        {optionalDuration(phase.right, locale), true},
                        {durationDifference(phase.left, phase.right, locale), true}});
    page.addTable(sidesHeader(ComparisonReport::tr("Phase, median"), left, right), rows);

    rows.clear();
    for (const ImportComparison &import : comparison.imports) {
        if (rows.size() < MostRows)
            rows.push_back({{import.module},
                            {optionalDuration(import.left, locale), true},
                            {optionalDuration(import.right, locale), true},
                            {durationDifference(import.left, import.right, locale), true}});
    }
    if (rows.empty())
        return;
    page.beginDetails(ComparisonReport::tr("Imports, by their difference"));
    page.addTable(sidesHeader(ComparisonReport::tr("Module, own time"), left, right), rows);
    page.endDetails();
}

void addResponses(HtmlDocument &page, const NamedRuns &left, const NamedRuns &right,
                  const RunComparison &comparison)
{
    page.beginSection(ComparisonReport::tr("Responses"));
    page.addParagraph(responseDifferenceSummary(comparison));
    std::vector<HtmlRow> rows;
    for (const JsonDifference &difference : comparison.response.differences) {
        if (rows.size() == MostRows)
            break;
        rows.push_back({{differencePlace(difference)},
                        {differenceValue(difference.before), false, {}, QStringLiteral("line")},
                        {differenceValue(difference.after), false, {}, QStringLiteral("line")}});
    }
    page.addTable({{ComparisonReport::tr("Place")}, {left.name}, {right.name}}, rows);
}

QString lineText(const std::vector<LogLine> &log, const std::optional<int> &index)
{
    return index ? QString::fromUtf8(log[static_cast<std::size_t>(*index)].text) : QString();
}

void addLogs(HtmlDocument &page, const NamedRuns &left, const NamedRuns &right,
             const RunComparison &comparison)
{
    page.beginSection(ComparisonReport::tr("Logs"));
    page.addParagraph(logDifferenceSummary(comparison.log));
    const std::vector<LogLine> &before = left.runs.representative().log;
    const std::vector<LogLine> &after = right.runs.representative().log;
    std::vector<HtmlRow> rows;
    for (const AlignedLines &lines : comparison.log) {
        const bool isSame = lines.kind == AlignedLines::Kind::Same;
        const auto cssClass = [isSame](const char *mark) {
            return isSame ? QStringLiteral("line")
                          : QStringLiteral("line %1").arg(QLatin1String(mark));
        };
        rows.push_back(
            {{lineText(before, lines.left), false, {}, cssClass(lines.left ? "removed" : "")},
             {lineText(after, lines.right), false, {}, cssClass(lines.right ? "added" : "")}});
    }
    page.addTable({{left.name}, {right.name}}, rows);
}

} // namespace

QByteArray comparisonReport(const NamedRuns &left, const NamedRuns &right,
                            const ReportContext &context)
{
    const QLocale &locale = context.locale;
    const RunComparison comparison = compareRuns(left.runs, right.runs, context.prices);
    HtmlDocument page(ComparisonReport::tr("%1 compared with %2").arg(right.name, left.name),
                      pageLanguage(locale));
    page.addParagraph(comparedRunsText(left.name, left.runs));
    page.addParagraph(comparedRunsText(right.name, right.runs));
    addFigures(page, left, right, comparison, locale);
    addPhases(page, left, right, comparison, locale);
    addResponses(page, left, right, comparison);
    addLogs(page, left, right, comparison);
    return page.finished(reportFooter(context.now, locale));
}

} // namespace coldframe
