// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/recentlines.h"

#include <algorithm>

namespace coldframe {

namespace {

/// Moves what is kept to the front once more than half is dead, so that each element is moved
/// once on average.
template <typename T>
void compact(std::vector<T> &elements, std::size_t &begin)
{
    if (begin < 4096 || begin < elements.size() - begin)
        return;
    elements.erase(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(begin));
    begin = 0;
}

} // namespace

RecentLines::RecentLines(qsizetype budgetBytes)
    : m_budgetBytes(budgetBytes)
{ }

void RecentLines::append(WallTime time, LogSource source, std::optional<LogLevel> level,
                         const QString &extension, QByteArrayView text)
{
    m_text.insert(m_text.end(), text.begin(), text.end());
    m_lines.push_back({time, text.size(), placeOf(extension), source, level});
    m_costBytes += text.size() + LogLineOverheadBytes;
    while (m_costBytes > m_budgetBytes && m_lines.size() - m_firstLine > 1)
        dropFirst();
    compact(m_text, m_textBegin);
    compact(m_lines, m_firstLine);
}

void RecentLines::dropFirst()
{
    const qsizetype size = m_lines[m_firstLine].size;
    ++m_firstLine;
    m_textBegin += static_cast<std::size_t>(size);
    m_costBytes -= size + LogLineOverheadBytes;
    ++m_droppedLines;
    m_droppedBytes += size;
}

int RecentLines::placeOf(const QString &extension)
{
    if (extension.isEmpty())
        return -1;
    const auto found = std::find(m_extensions.begin(), m_extensions.end(), extension);
    if (found != m_extensions.end())
        return static_cast<int>(found - m_extensions.begin());
    m_extensions.push_back(extension);
    return static_cast<int>(m_extensions.size()) - 1;
}

void RecentLines::takeInto(std::vector<LogLine> &log)
{
    log.reserve(log.size() + m_lines.size() - m_firstLine);
    const char *text = m_text.data() + m_textBegin;
    for (std::size_t i = m_firstLine; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const QByteArrayView view(text, line.size);
        text += line.size;
        log.push_back({line.time, line.source, line.level ? *line.level : statedLevel(view),
                       view.toByteArray(),
                       line.extension < 0
                           ? QString()
                           : m_extensions[static_cast<std::size_t>(line.extension)]});
    }
    *this = RecentLines(m_budgetBytes);
}

} // namespace coldframe
