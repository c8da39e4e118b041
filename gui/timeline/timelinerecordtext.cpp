// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinerecordtext.h"

#include "gui/timeline/timelinetext.h"
#include "wording/coldstarttext.h"
#include "wording/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringList>

namespace coldframe {

namespace {

struct TimelineRecordText
{
    Q_DECLARE_TR_FUNCTIONS(TimelineRecordText)
};

/// Milliseconds as REPORT lines write them, so that a sum can be checked by hand.
QString millisecondsText(std::chrono::nanoseconds time, const QLocale &locale)
{
    return TimelineRecordText::tr("%1 ms").arg(
        locale.toString(static_cast<double>(time.count()) / 1e6, 'f', 2));
}

bool addsUp(const Timeline &timeline, const Report &report)
{
    using namespace std::chrono_literals;
    const auto difference = timeline.init - std::chrono::nanoseconds(*report.initDuration);
    return difference > -10us && difference < 10us; // what two decimals can't show
}

} // namespace

QString reasonText(const InvocationRecord &record)
{
    if (record.isCold())
        return coldStartText(record);
    if (record.initInsideInvoke)
        return TimelineRecordText::tr("The processes were started anew in the same environment.");
    return record.environment.provisioned && record.environment.invocations == 1
        ? TimelineRecordText::tr(
            "Warm: the environment was initialised ahead (provisioned concurrency).")
        : TimelineRecordText::tr("Warm: the environment was reused, so there was no init.");
}

QString measuredText(const InvocationRecord &record, const Timeline &timeline,
                     const QLocale &locale)
{
    QStringList sentences;
    sentences.append(
        record.isCold()
            ? TimelineRecordText::tr(
                "Measured on this computer, from the beginning of the environment until the "
                "response was read. Sandbox creation and code download on AWS are not emulated.")
            : TimelineRecordText::tr(
                "Measured on this computer, from the event until the response was read. The way "
                "from the caller to Lambda is not emulated."));
    if (record.report.initDuration)
        sentences.append(
            addsUp(timeline, record.report)
                ? TimelineRecordText::tr("The init phases add up to Init Duration, %1.")
                      .arg(millisecondsText(*record.report.initDuration, locale))
                : TimelineRecordText::tr("Init Duration is %1, the init phases add up to %2.")
                      .arg(millisecondsText(*record.report.initDuration, locale),
                           millisecondsText(timeline.init, locale)));
    if (record.initInsideInvoke)
        sentences.append(TimelineRecordText::tr(
            "The init phase ran a second time inside the invocation, under the function's "
            "timeout, so Duration contains it."));
    if (record.importDetail == ImportDetail::Evaluations)
        sentences.append(TimelineRecordText::tr(
            "Of ES modules the evaluation is shown; reading and linking them is the handler "
            "module's own time."));
    if (record.importDetail == ImportDetail::OneGraph)
        sentences.append(
            TimelineRecordText::tr("This Node.js tells the time of ES modules together, as one."));
    if (record.isCold() && record.imports.empty())
        sentences.append(TimelineRecordText::tr("No imports were traced in this run."));
    return sentences.join(QLatin1Char(' '));
}

QString sumText(const Timeline &timeline, const Report &report, const QLocale &locale)
{
    QStringList lines;
    for (const Phase &phase : timeline.phases) {
        if (isInitPhase(phase.kind))
            lines.append(TimelineRecordText::tr("%1: %2").arg(
                phaseText(phase.kind), millisecondsText(phase.duration, locale)));
    }
    if (lines.isEmpty())
        return {};
    lines.append(
        report.initDuration
            ? TimelineRecordText::tr("Together: %1; Init Duration: %2")
                  .arg(millisecondsText(timeline.init, locale),
                       millisecondsText(*report.initDuration, locale))
            : TimelineRecordText::tr("Together: %1").arg(millisecondsText(timeline.init, locale)));
    return lines.join(QLatin1Char('\n'));
}

QString pictureTitle(const InvocationRecord &record, const QString &summary)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
        record.startedAt.time_since_epoch());
    const QString when = QDateTime::fromMSecsSinceEpoch(milliseconds.count())
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const QString title = record.isCold() ? TimelineRecordText::tr("%1, cold start of %2: %3")
                                          : TimelineRecordText::tr("%1, warm run of %2: %3");
    return title.arg(record.function.name, when, summary);
}

} // namespace coldframe
