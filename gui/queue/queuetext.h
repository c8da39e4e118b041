// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/base/icons.h"
#include "gui/base/theme.h"
#include "gui/queue/queuemodel.h"

namespace coldframe {

/// What a cell shows, explains and is sorted by; now is virtual time.
QString queueCellText(const QueuedEvent &event, QueueModel::Column column, WallTime now);
QVariant queueCellToolTip(const QueuedEvent &event, QueueModel::Column column);
QVariant queueSortKey(const QueuedEvent &event, QueueModel::Column column);
QString queueHeading(QueueModel::Column column);
QVariant queueHeadingToolTip(QueueModel::Column column);

QString queueStateText(QueuedEvent::State state);
Symbol queueStateSymbol(QueuedEvent::State state);
QColor queueStateColour(QueuedEvent::State state, const ThemeColours &colours);

/// "Succeeded", "Function error", "Throttled" or "Not run".
QString attemptOutcomeText(AttemptOutcome outcome);
Symbol attemptOutcomeSymbol(AttemptOutcome outcome);
QColor attemptOutcomeColour(AttemptOutcome outcome, const ThemeColours &colours);

/// "Run 2", "Duplicate 1", or "–" for one that did not run.
QString attemptNumberText(const QueueAttempt &attempt);

/// Whole seconds, minutes or hours: "58 s", "3 min 0 s", "5 h 59 min".
QString spanText(std::chrono::nanoseconds span);

/// A time of day as the user's clock shows it.
QString timeOfDayText(WallTime time);

/// "virtual time is 3 min 0 s ahead", also when it is not ahead.
QString virtualTimeText(std::chrono::nanoseconds ahead);

/// One line for each receiver of the event's record: where it went, or why not.
QStringList deliveryTexts(const QueuedEvent &event);

/// How asynchronous events are dealt with, in short: "2 retries, up to 6 h, on failure to a file".
QString eventInvokeText(const EventInvokeConfig &config);

} // namespace coldframe
