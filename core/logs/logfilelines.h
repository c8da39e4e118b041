// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logstore.h"

namespace coldframe {

/// Turns the lines of a file into those of a log: takes off what `aws logs tail` and `sam logs` put
/// before a message, finds each line's time, and tells platform lines (logs, section 1).
class LogFileLines
{
public:
    /// Lines beyond so many, or more text than this, push the oldest ones out.
    static constexpr qsizetype MostLines = 5'000'000;
    static constexpr qsizetype MostBytes = 1'000'000'000;

    explicit LogFileLines(LogStore &store)
        : m_store(store)
    { }

    /// A line as it stands in the file, without its line break.
    void add(QByteArrayView line);

    /// A message whose time is known; its last line break is taken off.
    void addMessage(WallTime time, QByteArrayView message);

private:
    void append(WallTime time, QByteArrayView text);

    LogStore &m_store;
    WallTime m_lastTime{}; ///< of continued lines too, which have none of their own
};

/// Whether a line is the platform's: START, END, REPORT and their like, in text or JSON.
bool isPlatformLine(QByteArrayView line);

} // namespace coldframe
