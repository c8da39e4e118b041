// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/runfigures.h"

#include "wording/coldstarttext.h"
#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct RunFigureText
{
    Q_DECLARE_TR_FUNCTIONS(RunFigureText)
};

QString explanationOf(RunFigureKind kind)
{
    switch (kind) {
    case RunFigureKind::Duration:
        return RunFigureText::tr(
            "Measured: from the event being written to the runtime until its response is read");
    case RunFigureKind::BilledDuration:
        return RunFigureText::tr(
            "Whole milliseconds, a started one counting in full; a cold start adds its init");
    case RunFigureKind::MaxMemoryUsed:
        return RunFigureText::tr(
            "Measured: the peak of all processes of the execution environment");
    case RunFigureKind::Cost:
        return RunFigureText::tr("Modelled: the billed duration at list prices, without free tier");
    case RunFigureKind::Init:
        break;
    }
    return {};
}

} // namespace

QString runFigureName(RunFigureKind kind)
{
    switch (kind) {
    case RunFigureKind::Duration:
        return RunFigureText::tr("Duration");
    case RunFigureKind::BilledDuration:
        return RunFigureText::tr("Billed");
    case RunFigureKind::Init:
        return RunFigureText::tr("Init");
    case RunFigureKind::MaxMemoryUsed:
        return RunFigureText::tr("Max memory used");
    case RunFigureKind::Cost:
        return RunFigureText::tr("Cost");
    }
    return {};
}

std::vector<RunFigure> runFigures(const InvocationRecord &record, const std::optional<Money> &cost,
                                  const QLocale &locale)
{
    const Report &report = record.report;
    std::vector<RunFigure> figures;
    const auto add = [&figures](RunFigureKind kind, const QString &value, const QString &why = {}) {
        figures.push_back(
            {kind, runFigureName(kind), value, why.isEmpty() ? explanationOf(kind) : why});
    };
    add(RunFigureKind::Duration, formatDuration(report.duration, locale));
    add(RunFigureKind::BilledDuration,
        RunFigureText::tr("%1 ms").arg(locale.toString(qlonglong(report.billedDuration.count()))));
    if (report.restoreDuration)
        figures.push_back({RunFigureKind::Init, RunFigureText::tr("Restore"),
                           formatDuration(*report.restoreDuration, locale), coldStartText(record)});
    else
        add(RunFigureKind::Init,
            report.initDuration ? formatDuration(*report.initDuration, locale)
                                : RunFigureText::tr("None, warm"),
            coldStartText(record));
    add(RunFigureKind::MaxMemoryUsed,
        RunFigureText::tr("%1 of %2")
            .arg(locale.toString(qlonglong(report.maxMemoryUsed.value)),
                 formatMebiBytes(report.memorySize, locale)));
    if (cost)
        add(RunFigureKind::Cost, formatCallCost(*cost, locale));
    return figures;
}

} // namespace coldframe
