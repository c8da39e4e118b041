// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/logs/logprogress.h"
#include "core/logs/logstore.h"

#include <QByteArrayView>

namespace coldframe {

/// Reads a JSON document of log events: a list of objects with @timestamp and @message (Insights)
/// or timestamp and message, the "events" of `aws logs filter-log-events` and `get-log-events`, the
/// "results" of `get-query-results`. Other objects become lines as they are. InvalidJson,
/// Cancelled.
Result<void> readLogDocument(QByteArrayView document, LogStore &store, LogProgress &progress);

/// Reads a table with a column @message or message, and perhaps one of time. Cancelled.
Result<void> readLogTable(QByteArrayView table, LogStore &store, LogProgress &progress);

/// The column of messages in the first line of a table, or -1 when it is no table of log events.
int messageColumn(QByteArrayView firstLine);

} // namespace coldframe
