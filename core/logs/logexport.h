// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/logs/logprogress.h"
#include "core/logs/logstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

enum class LogExport {
    Text, ///< as it is read, see readableText()
    JsonLines, ///< one object a line; what is no JSON gets timestamp, level, requestId, source,
               ///< message
};

/// Which lines of a store; without numbers all of them.
struct LogChoice
{
    std::optional<std::vector<qint64>> numbers = {};
};

/// One line, without a line break at its end.
QByteArray exportedLine(const LogLineView &line, LogExport format);

/// The lines as one text. Cancelled.
Result<QString> exportedText(const LogStore &lines, const LogChoice &choice, LogProgress &progress);

/// Writes the lines into a file, which changes only when all of them are written. Unwritable,
/// Cancelled.
Result<void> writeLogFile(const QString &path, const LogStore &lines, const LogChoice &choice,
                          LogExport format, LogProgress &progress);

} // namespace coldframe
