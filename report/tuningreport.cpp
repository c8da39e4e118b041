// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/tuningreport.h"

#include "core/billing/costestimate.h"
#include "report/htmldocument.h"
#include "report/reporttext.h"
#include "wording/figures.h"
#include "wording/tuningtext.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct TuningReport
{
    Q_DECLARE_TR_FUNCTIONS(TuningReport)
};

HtmlRow rowOf(const FinishedTuning &tuning, std::size_t index, const QLocale &locale)
{
    const TunedSize &size = tuning.result.sizes[index];
    const QString none = QStringLiteral("–");
    const bool isBest = tuning.result.bestFor(tuning.plan.strategy) == index;
    const QString obstacle = sizeObstacleText(tuning.plan, tuning.result, size);
    return {
        {formatMebiBytes(size.memory, locale), true},
        {formatDuration(size.predicted, locale), true},
        {size.measured ? measuredText(*size.measured) : none, true, notMeasuredText(size)},
        {size.measured ? errorPercentText(size.measured->error) : none, true},
        {formatDuration(size.onLambda, locale), true},
        {formatMoney(size.cost * OneMillion, locale), true, formatExactMoney(size.cost, locale)},
        {obstacle.isEmpty() ? bestInText(tuning.result, index) : obstacle,
         false,
         {},
         !obstacle.isEmpty() ? QStringLiteral("bad")
             : isBest        ? QStringLiteral("good")
                             : QString()}};
}

} // namespace

QByteArray tuningReport(const FinishedTuning &tuning, const ReportContext &context)
{
    const QLocale &locale = context.locale;
    HtmlDocument page(TuningReport::tr("Power tuning of %1").arg(tuning.plan.request.function.name),
                      pageLanguage(locale));
    if (tuning.measurements.isGivenUp || tuning.result.sizes.empty()) {
        page.addParagraph(tuningFailure(tuning.measurements), QStringLiteral("bad"));
        return page.finished(reportFooter(context.now, locale));
    }
    page.addParagraph(tuningVerdict(tuning.plan, tuning.result));
    page.addParagraph(tuningSummary(tuning.result), QStringLiteral("muted"));
    page.beginSection(TuningReport::tr("By memory size"));
    page.addMarkup(tuningPicture(tuning.result, locale));
    page.addParagraph(TuningReport::tr("Dashed lines are predicted. Points were measured under "
                                       "Lambda's CPU quota on this computer; the line through a "
                                       "point goes from its shortest to its longest run."),
                      QStringLiteral("muted"));
    std::vector<HtmlRow> rows;
    for (std::size_t i = 0; i < tuning.result.sizes.size(); ++i)
        rows.push_back(rowOf(tuning, i, locale));
    page.addTable({{TuningReport::tr("Memory"), true},
                   {TuningReport::tr("Predicted"), true},
                   {TuningReport::tr("Measured (95 % interval)"), true},
                   {TuningReport::tr("Off by"), true},
                   {TuningReport::tr("On Lambda"), true},
                   {TuningReport::tr("Cost of a million"), true},
                   {QString()}},
                  rows);
    page.beginSection(TuningReport::tr("How the figures came about"));
    const QStringList caption = tuningCaption(tuning.plan, tuning.measurements, tuning.result);
    for (const QString &sentence : caption)
        page.addParagraph(sentence);
    page.addParagraph(tuningMethod());
    return page.finished(reportFooter(context.now, locale));
}

} // namespace coldframe
