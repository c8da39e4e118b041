// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/environmentlayout.h"
#include "gui/base/theme.h"

#include <QStringList>

namespace coldframe {

/// What an environment does, in a word.
QString activityText(EnvironmentActivity activity);
QString stateText(EnvironmentState state);

QColor activityColour(EnvironmentActivity activity, const ThemeColours &colours);

/// An invocation that failed or timed out, or a fold with one.
QColor failureColour(const ThemeColours &colours);

/// Whether an activity is hatched, because the processes do nothing.
bool isHatched(EnvironmentActivity activity);

/// As many characters of an environment's id as are needed to tell it by eye from others.
QString shortId(const QString &environmentId);

/// What there is to say about a bar, the most important line first.
QStringList activityLines(const EnvironmentLane &lane, const ActivityBar &bar);

/// The same in one line.
QString activityDescription(const EnvironmentLane &lane, const ActivityBar &bar);

/// The label of a tick: the time since the beginning of the axis.
QString axisLabel(const Axis &axis, const Tick &tick);

/// A time of day with milliseconds, in the time zone of this computer.
QString timeOfDay(WallTime time);

} // namespace coldframe
