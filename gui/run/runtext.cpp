// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runmodel.h"
#include "gui/run/statustext.h"
#include "wording/figures.h"

#include <QDateTime>
#include <QLocale>

namespace coldframe {

namespace {

/// What stands where there is no figure.
QString noFigure()
{
    return QStringLiteral("\u2013");
}

QDateTime localTime(WallTime time)
{
    using namespace std::chrono;
    return QDateTime::fromMSecsSinceEpoch(
        duration_cast<milliseconds>(time.time_since_epoch()).count());
}

QString wholeMilliseconds(std::chrono::milliseconds duration)
{
    return RunModel::tr("%1 ms").arg(QLocale().toString(qlonglong(duration.count())));
}

qlonglong sortableStart(const Run &run)
{
    return qlonglong(run.startedAt.time_since_epoch().count());
}

} // namespace

QString displayOf(const Run &run, RunModel::Column column, Instant now)
{
    const InvocationRecord *record = run.record ? &*run.record : nullptr;
    switch (column) {
    case RunModel::Started:
        return localTime(run.startedAt).toString(QStringLiteral("HH:mm:ss"));
    case RunModel::Function:
        return run.functionName;
    case RunModel::Event:
        if (run.eventName.isEmpty() || run.origin.isEmpty())
            return run.eventName + run.origin;
        return RunModel::tr("%1, %2").arg(run.eventName, run.origin);
    case RunModel::Status:
        return record ? statusText(record->status) : RunModel::tr("Running");
    case RunModel::Start:
        if (!record)
            return {};
        return record->isCold() ? RunModel::tr("Cold") : RunModel::tr("Warm");
    case RunModel::Init:
        return record && record->report.initDuration ? formatDuration(*record->report.initDuration)
                                                     : noFigure();
    case RunModel::Duration:
        return formatDuration(record ? std::chrono::nanoseconds(record->report.duration)
                                     : std::chrono::nanoseconds(now - run.began));
    case RunModel::Billed:
        return record ? wholeMilliseconds(record->report.billedDuration) : noFigure();
    case RunModel::MemoryUsed:
        return record ? formatMebiBytes(record->report.maxMemoryUsed) : noFigure();
    case RunModel::Cost:
        return run.cost ? formatCallCost(*run.cost) : noFigure();
    }
    return {};
}

QVariant sortKeyOf(const Run &run, RunModel::Column column, Instant now)
{
    const InvocationRecord *record = run.record ? &*run.record : nullptr;
    // Below every real figure, so that runs without one stand together.
    const QVariant none = qlonglong(-1);
    switch (column) {
    case RunModel::Started:
        return sortableStart(run);
    case RunModel::Function:
        return run.functionName;
    case RunModel::Event:
        return run.eventName;
    case RunModel::Status:
        return record ? int(record->status) : -1;
    case RunModel::Start:
        return record ? (record->isCold() ? 1 : 0) : -1;
    case RunModel::Init:
        return record && record->report.initDuration
            ? QVariant(qlonglong(record->report.initDuration->count()))
            : none;
    case RunModel::Duration:
        return record
            ? qlonglong(record->report.duration.count())
            : qlonglong(
                std::chrono::duration_cast<std::chrono::microseconds>(now - run.began).count());
    case RunModel::Billed:
        return record ? QVariant(qlonglong(record->report.billedDuration.count())) : none;
    case RunModel::MemoryUsed:
        return record ? QVariant(qlonglong(record->report.maxMemoryUsed.value)) : none;
    case RunModel::Cost:
        // For order only; the exact amount is the Run's own.
        return run.cost ? QVariant(run.cost->exactText().toDouble()) : QVariant(-1.0);
    }
    return {};
}

} // namespace coldframe
