// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/runreport.h"

#include "core/base/jsontext.h"
#include "core/billing/costestimate.h"
#include "core/comparison/sidebyside.h"
#include "report/htmldocument.h"
#include "report/reporttext.h"
#include "report/waterfallpicture.h"
#include "wording/coldstarttext.h"
#include "wording/failurehint.h"
#include "wording/figures.h"
#include "wording/handlerspantext.h"
#include "wording/phasetext.h"
#include "wording/runfigures.h"

#include <QCoreApplication>

#include <algorithm>

namespace coldframe {

namespace {

/// A table of more imports is no help to a reader; the window has them all.
constexpr std::size_t MostImports = 200;

struct RunReport
{
    Q_DECLARE_TR_FUNCTIONS(RunReport)
};

std::chrono::nanoseconds initOf(const InvocationRecord &record)
{
    std::chrono::nanoseconds sum{};
    for (const Phase &phase : record.phases) {
        if (isInitPhase(phase.kind))
            sum += phase.duration;
    }
    return sum;
}

void addWaterfall(HtmlDocument &page, const InvocationRecord &record, const QLocale &locale)
{
    if (record.phases.empty())
        return;
    page.beginSection(RunReport::tr("Where the time went"));
    const std::vector<WaterfallRow> rows{{QString(), record}};
    page.addMarkup(waterfallPicture(rows, locale));
    page.addMarkup(waterfallLegend(rows));
    std::vector<HtmlRow> phases;
    for (const Phase &phase : record.phases)
        phases.push_back({{phaseText(phase.kind)},
                          {formatDuration(phase.begin, locale), true},
                          {formatDuration(phase.duration, locale), true}});
    page.addTable({{RunReport::tr("Phase")},
                   {RunReport::tr("Begins after"), true},
                   {RunReport::tr("Takes"), true}},
                  phases);
    if (record.report.initDuration)
        page.addParagraph(RunReport::tr("The phases of the init phase add up to %1; Init Duration "
                                        "is %2.")
                              .arg(formatDuration(initOf(record), locale),
                                   formatDuration(*record.report.initDuration, locale)),
                          QStringLiteral("muted"));
}

void addImports(HtmlDocument &page, const InvocationRecord &record, const QLocale &locale)
{
    std::vector<const ImportSpan *> imports;
    for (const ImportSpan &import : record.imports)
        imports.push_back(&import);
    std::stable_sort(imports.begin(), imports.end(),
                     [](const ImportSpan *a, const ImportSpan *b) { return a->self > b->self; });
    std::vector<HtmlRow> rows;
    for (std::size_t i = 0; i < std::min(imports.size(), MostImports); ++i) {
        const ImportSpan &import = *imports[i];
        rows.push_back(
            {{import.module, false, import.file},
             {originText(import.origin)},
             {formatDuration(import.self, locale), true},
             {formatDuration(import.duration, locale), true},
             {import.fileBytes ? formatBytes(*import.fileBytes, locale) : QString(), true}});
    }
    if (rows.empty())
        return;
    page.beginSection(RunReport::tr("Imports"));
    page.addTable({{RunReport::tr("Module")},
                   {RunReport::tr("Origin")},
                   {RunReport::tr("Own time"), true},
                   {RunReport::tr("With what it imports"), true},
                   {RunReport::tr("Size of the file"), true}},
                  rows);
    if (imports.size() > MostImports)
        page.addParagraph(RunReport::tr("%n more took less time.", nullptr,
                                        static_cast<int>(imports.size() - MostImports)),
                          QStringLiteral("muted"));
}

void addSpans(HtmlDocument &page, const InvocationRecord &record, const QLocale &locale)
{
    std::vector<HtmlRow> rows;
    for (const HandlerSpan &span : record.spans)
        rows.push_back(
            {{handlerSpanTitle(span)},
             {span.kind == HandlerSpanKind::Connection ? RunReport::tr("Connection")
                                                       : RunReport::tr("Own span")},
             {formatDuration(span.begin, locale), true},
             {formatDuration(span.duration, locale), true},
             {span.hasFailed        ? RunReport::tr("failed")
                  : span.isFinished ? QString()
                                    : RunReport::tr("went on when the invocation was over")}});
    if (rows.empty())
        return;
    page.beginSection(RunReport::tr("Inside the handler"));
    page.addTable({{RunReport::tr("What")},
                   {RunReport::tr("Kind")},
                   {RunReport::tr("Begins after"), true},
                   {RunReport::tr("Takes"), true},
                   {QString()}},
                  rows);
}

void addTexts(HtmlDocument &page, const InvocationRecord &record)
{
    page.beginSection(RunReport::tr("Response"));
    page.addText(readableText(QString::fromUtf8(record.response)));
    page.beginSection(RunReport::tr("Log"));
    QString log;
    for (const LogLine &line : record.log)
        log += QString::fromUtf8(line.text).replace(u'\r', u'\n') + u'\n';
    page.addText(log);
    page.beginSection(RunReport::tr("Event"));
    page.beginDetails(RunReport::tr("Show the event"));
    page.addText(readableText(QString::fromUtf8(record.event)));
    page.endDetails();
}

} // namespace

QByteArray runReport(const InvocationRecord &record, const ReportContext &context)
{
    const QLocale &locale = context.locale;
    HtmlDocument page(RunReport::tr("%1: %2").arg(record.function.name, statusWord(record.status)),
                      pageLanguage(locale));
    page.addParagraph(runDescription(record, locale), QStringLiteral("muted"));
    page.addParagraph(failureHint(record), QStringLiteral("bad"));
    std::vector<HtmlDocument::Figure> figures;
    for (const RunFigure &figure : runFigures(record, callCost(record, context.prices), locale))
        figures.push_back({figure.name, figure.value, figure.explanation});
    page.addFigures(figures);
    page.addParagraph(coldStartText(record));
    page.addParagraph(localWaitText(record));
    addWaterfall(page, record, locale);
    addImports(page, record, locale);
    addSpans(page, record, locale);
    addTexts(page, record);
    return page.finished(reportFooter(context.now, locale));
}

} // namespace coldframe
