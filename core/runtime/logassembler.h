// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/linereader.h"
#include "core/lambda/logline.h"

#include <deque>
#include <vector>

namespace coldframe {

/// Puts the log of one invocation together: platform lines and what the function writes, in the
/// order of arrival. Its memory is bounded: when the caps are reached, lines in the middle are
/// dropped and the log says how many.
class LogAssembler
{
public:
    struct Caps
    {
        qsizetype headBytes = 4 * 1024 * 1024; ///< kept from the beginning
        qsizetype tailBytes = 2 * 1024 * 1024; ///< kept from the end
    };

    LogAssembler(const Clock &clock, Caps caps);

    /// Bytes that the function or its runtime wrote to its output.
    void addOutput(QByteArrayView bytes);

    /// A line of the platform; an unfinished line of the function is ended before it.
    void addPlatformLine(QByteArray text, LogLevel level = LogLevel::None);

    /// A remark of Coldframe's own.
    void addRemark(QByteArray text);

    /// Lines that were not handed out yet and will not be dropped any more.
    std::vector<LogLine> takeNew();

    /// The whole log, and an empty assembler after it. Ends an unfinished line.
    std::vector<LogLine> take();

private:
    void add(LogLine line);
    void addFunctionLine(QByteArray text);

    const Clock &m_clock;
    Caps m_caps;
    LineReader m_reader;
    std::vector<LogLine> m_head;
    std::size_t m_handedOut = 0;
    qsizetype m_headBytes = 0;
    std::deque<LogLine> m_tail;
    qsizetype m_tailBytes = 0;
    qint64 m_droppedLines = 0;
    qint64 m_droppedBytes = 0;
};

} // namespace coldframe
