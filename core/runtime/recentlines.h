// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <optional>
#include <vector>

namespace coldframe {

/// What a kept line costs beyond its text.
inline constexpr qsizetype LogLineOverheadBytes = 96;

/// The newest lines of a log within a budget; older ones fall out and are counted. A flood passes
/// through without an allocation for each line: texts lie behind one another in one buffer.
class RecentLines
{
public:
    explicit RecentLines(qsizetype budgetBytes);

    bool isEmpty() const { return m_lines.size() == m_firstLine; }

    /// level may be left out: it is looked for in the text when the line is taken.
    void append(WallTime time, LogSource source, std::optional<LogLevel> level,
                const QString &extension, QByteArrayView text);

    std::int64_t droppedLines() const { return m_droppedLines; }
    std::int64_t droppedBytes() const { return m_droppedBytes; }

    /// Adds the lines that are left to a log; empty and counting from 0 after it.
    void takeInto(std::vector<LogLine> &log);

private:
    struct Line
    {
        WallTime time;
        qsizetype size = 0;
        int extension = 0; ///< its place in m_extensions, -1 without one
        LogSource source = LogSource::Function;
        std::optional<LogLevel> level;
    };

    void dropFirst();
    int placeOf(const QString &extension);

    qsizetype m_budgetBytes;
    qsizetype m_costBytes = 0;
    std::vector<char> m_text; ///< from m_textBegin on: the texts of the lines
    std::size_t m_textBegin = 0;
    std::vector<Line> m_lines; ///< from m_firstLine on
    std::size_t m_firstLine = 0;
    std::vector<QString> m_extensions;
    std::int64_t m_droppedLines = 0;
    std::int64_t m_droppedBytes = 0;
};

} // namespace coldframe
