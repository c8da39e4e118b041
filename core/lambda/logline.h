// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>

namespace coldframe {

enum class LogSource {
    Platform, ///< INIT_START, START, END, REPORT and faults
    Function, ///< what the function and its runtime wrote
    Coldframe, ///< a remark of ours, for example that lines were dropped
};

enum class LogLevel { None, Trace, Debug, Info, Warn, Error, Fatal };

/// One line of an invocation's log, without its newline. The bytes are as the function wrote them.
struct LogLine
{
    WallTime time{}; ///< when Coldframe read it
    LogSource source = LogSource::Function;
    LogLevel level = LogLevel::None;
    QByteArray text;

    bool operator==(const LogLine &) const = default;
};

/// The level that a line states about itself: "[ERROR]", a console line's third field, the "level"
/// of a JSON line (logs, section 5); None when it states none.
LogLevel statedLevel(QByteArrayView line);

} // namespace coldframe
