// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace coldframe {

enum class LogSource {
    Platform, ///< INIT_START, START, END, REPORT and faults
    Function, ///< what the function and its runtime wrote
    Extension, ///< what an extension wrote
    Coldframe, ///< a remark of ours, for example that lines were dropped
};

enum class LogLevel { None, Trace, Debug, Info, Warn, Error, Fatal };

/// One record of an invocation's log, without the newline at its end. The bytes are as they were
/// written; a framed record may have newlines inside.
struct LogLine
{
    WallTime time{}; ///< when Coldframe read it; a framed record's own time
    LogSource source = LogSource::Function;
    LogLevel level = LogLevel::None;
    QByteArray text;
    QString extension = {}; ///< its name with LogSource::Extension

    bool operator==(const LogLine &) const = default;
};

/// The level that a line states about itself: "[ERROR]", a console line's third field, the "level"
/// of a JSON line (logs, section 5); None when it states none.
LogLevel statedLevel(QByteArrayView line);

/// The level that the application log level is compared with when the log format is JSON: INFO for
/// an object without a valid level or RFC 3339 time stamp; None for what is no JSON object, which
/// is never filtered (logs, section 4).
LogLevel applicationLevel(QByteArrayView line);

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::LogLevel)
