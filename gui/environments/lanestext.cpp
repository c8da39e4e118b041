// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/lanestext.h"

#include "wording/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace coldframe {

namespace {

/// Where the texts below are translated.
struct LanesText
{
    Q_DECLARE_TR_FUNCTIONS(coldframe::LanesText)
};

QString invocationTitle(const EnvironmentSpan &span)
{
    if (span.requestId.isEmpty())
        return span.isOpen ? LanesText::tr("Invocation, running")
                           : LanesText::tr("Invocation, its record is not known");
    switch (span.status) {
    case InvocationStatus::Succeeded:
        return LanesText::tr("Invocation, succeeded");
    case InvocationStatus::Failed:
        return LanesText::tr("Invocation, failed");
    case InvocationStatus::TimedOut:
        return LanesText::tr("Invocation, timed out");
    case InvocationStatus::Stopped:
        return LanesText::tr("Invocation, stopped");
    }
    return {};
}

QString timesOf(const EnvironmentSpan &first, const EnvironmentSpan &last)
{
    const QString begin = timeOfDay(first.begin);
    if (last.isOpen)
        return LanesText::tr("since %1").arg(begin);
    const QString end = timeOfDay(last.end);
    return last.isEndApproximate ? LanesText::tr("%1 to about %2").arg(begin, end)
                                 : LanesText::tr("%1 to %2").arg(begin, end);
}

QStringList linesOfOne(const EnvironmentSpan &span)
{
    const bool isInvocation = span.activity == EnvironmentActivity::Invocation;
    const QString duration = formatDuration(span.duration());
    QStringList lines{isInvocation ? invocationTitle(span) : activityText(span.activity)};
    lines.append(span.isEndApproximate ? LanesText::tr("about %1").arg(duration) : duration);
    lines.append(timesOf(span, span));
    if (span.isCold)
        lines.append(LanesText::tr("cold start"));
    if (!span.requestId.isEmpty())
        lines.append(LanesText::tr("request %1").arg(span.requestId));
    return lines;
}

QStringList linesOfFold(const EnvironmentLane &lane, const ActivityBar &bar)
{
    const EnvironmentSpan &first = lane.spans[static_cast<std::size_t>(bar.bar.first)];
    const EnvironmentSpan &last = lane.spans[static_cast<std::size_t>(bar.bar.last)];
    QStringList lines;
    if (bar.invocations == 0)
        lines.append(LanesText::tr("%1 stretches without an invocation").arg(bar.bar.count()));
    else if (bar.failures == 0)
        lines.append(bar.invocations == 1 ? LanesText::tr("1 invocation")
                                          : LanesText::tr("%1 invocations").arg(bar.invocations));
    else
        lines.append(
            LanesText::tr("%1 invocations, %2 failed").arg(bar.invocations).arg(bar.failures));
    lines.append(LanesText::tr("mostly: %1").arg(activityText(bar.activity)));
    lines.append(timesOf(first, last));
    lines.append(LanesText::tr("too narrow to be drawn apart; zoom in"));
    return lines;
}

} // namespace

QString activityText(EnvironmentActivity activity)
{
    switch (activity) {
    case EnvironmentActivity::Init:
        return LanesText::tr("Init");
    case EnvironmentActivity::Invocation:
        return LanesText::tr("Invocation");
    case EnvironmentActivity::Idle:
        return LanesText::tr("Idle");
    case EnvironmentActivity::Frozen:
        return LanesText::tr("Frozen");
    case EnvironmentActivity::Shutdown:
        return LanesText::tr("Shutdown");
    }
    return {};
}

QString stateText(EnvironmentState state)
{
    switch (state) {
    case EnvironmentState::Initialising:
        return LanesText::tr("Initialising");
    case EnvironmentState::Busy:
        return LanesText::tr("Busy");
    case EnvironmentState::Idle:
        return LanesText::tr("Idle");
    case EnvironmentState::Frozen:
        return LanesText::tr("Frozen");
    case EnvironmentState::ShuttingDown:
        return LanesText::tr("Shutting down");
    }
    return {};
}

QColor activityColour(EnvironmentActivity activity, const ThemeColours &colours)
{
    switch (activity) {
    case EnvironmentActivity::Init:
        return colours.handlerImport;
    case EnvironmentActivity::Invocation:
        return colours.invoke;
    case EnvironmentActivity::Idle:
        return colours.bootstrap;
    case EnvironmentActivity::Frozen:
        return colours.sandbox;
    case EnvironmentActivity::Shutdown:
        return colours.runtimeReady;
    }
    return colours.muted;
}

QColor failureColour(const ThemeColours &colours)
{
    return colours.error;
}

bool isHatched(EnvironmentActivity activity)
{
    return activity == EnvironmentActivity::Frozen;
}

QString shortId(const QString &environmentId)
{
    constexpr int Characters = 6;
    return environmentId.right(Characters);
}

QStringList activityLines(const EnvironmentLane &lane, const ActivityBar &bar)
{
    QStringList lines = bar.bar.count() > 1
        ? linesOfFold(lane, bar)
        : linesOfOne(lane.spans[static_cast<std::size_t>(bar.bar.first)]);
    lines.append(LanesText::tr("%1, environment %2")
                     .arg(lane.environment.functionName, shortId(lane.environment.id)));
    return lines;
}

QString activityDescription(const EnvironmentLane &lane, const ActivityBar &bar)
{
    return activityLines(lane, bar).join(QStringLiteral("  ·  "));
}

QString axisLabel(const Axis &axis, const Tick &tick)
{
    const double value
        = static_cast<double>(tick.time.count()) / static_cast<double>(lengthOf(axis.unit).count());
    const QString number = QLocale().toString(value, 'f', axis.decimals);
    switch (axis.unit) {
    case TimeUnit::Nanoseconds:
        return LanesText::tr("%1 ns").arg(number);
    case TimeUnit::Microseconds:
        return LanesText::tr("%1 µs").arg(number);
    case TimeUnit::Milliseconds:
        return LanesText::tr("%1 ms").arg(number);
    case TimeUnit::Seconds:
        return LanesText::tr("%1 s").arg(number);
    }
    return number;
}

QString timeOfDay(WallTime time)
{
    const auto milliseconds
        = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace coldframe
