// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/logassembler.h"

#include "core/lambda/limits.h"

#include <iterator>
#include <utility>

namespace coldframe {

namespace {

/// A line costs more than its text.
constexpr qsizetype bytesPerLine = 64;

qsizetype costOf(const LogLine &line)
{
    return line.text.size() + bytesPerLine;
}

} // namespace

LogAssembler::LogAssembler(const Clock &clock, Caps caps)
    : m_clock(clock)
    , m_caps(caps)
    , m_reader(limits::LogLineBytes)
{}

void LogAssembler::addOutput(QByteArrayView bytes)
{
    for (QByteArray &line : m_reader.feed(bytes))
        addFunctionLine(std::move(line));
}

void LogAssembler::addPlatformLine(QByteArray text, LogLevel level)
{
    if (QByteArray rest = m_reader.takeRest(); !rest.isEmpty())
        addFunctionLine(std::move(rest));
    add({m_clock.wallNow(), LogSource::Platform, level, std::move(text)});
}

void LogAssembler::addRemark(QByteArray text)
{
    add({m_clock.wallNow(), LogSource::Coldframe, LogLevel::Warn, std::move(text)});
}

std::vector<LogLine> LogAssembler::takeNew()
{
    std::vector<LogLine> lines(m_head.begin() + static_cast<std::ptrdiff_t>(m_handedOut),
                               m_head.end());
    m_handedOut = m_head.size();
    return lines;
}

std::vector<LogLine> LogAssembler::take()
{
    if (QByteArray rest = m_reader.takeRest(); !rest.isEmpty())
        addFunctionLine(std::move(rest));
    if (m_droppedLines > 0) {
        const QByteArray remark = QByteArray::number(m_droppedLines) + " lines ("
            + QByteArray::number(m_droppedBytes)
            + " bytes) were dropped here: the log was larger than Coldframe keeps";
        m_head.push_back({m_clock.wallNow(), LogSource::Coldframe, LogLevel::Warn, remark});
    }
    std::vector<LogLine> lines = std::exchange(m_head, {});
    lines.insert(lines.end(), std::make_move_iterator(m_tail.begin()),
                 std::make_move_iterator(m_tail.end()));
    m_tail.clear();
    m_headBytes = m_tailBytes = 0;
    m_droppedLines = m_droppedBytes = 0;
    m_handedOut = 0;
    return lines;
}

void LogAssembler::addFunctionLine(QByteArray text)
{
    const LogLevel level = statedLevel(text);
    add({m_clock.wallNow(), LogSource::Function, level, std::move(text)});
}

void LogAssembler::add(LogLine line)
{
    const qsizetype cost = costOf(line);
    if (m_tail.empty() && m_headBytes + cost <= m_caps.headBytes) {
        m_headBytes += cost;
        m_head.push_back(std::move(line));
        return;
    }
    m_tailBytes += cost;
    m_tail.push_back(std::move(line));
    while (m_tailBytes > m_caps.tailBytes && m_tail.size() > 1) {
        m_tailBytes -= costOf(m_tail.front());
        m_droppedBytes += m_tail.front().text.size();
        ++m_droppedLines;
        m_tail.pop_front();
    }
}

} // namespace coldframe
