// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/logassembler.h"

#include "core/base/jsontext.h"
#include "core/lambda/limits.h"

#include <iterator>
#include <utility>

namespace coldframe {

LogAssembler::LogAssembler(const Clock &clock, LoggingConfig logging, Caps caps)
    : m_clock(clock)
    , m_logging(logging)
    , m_caps(caps)
    , m_output(limits::LogLineBytes)
    , m_frames(limits::LogLineBytes)
    , m_tail(caps.tailBytes)
{ }

void LogAssembler::addOutput(QByteArrayView bytes)
{
    const WallTime time = m_clock.wallNow();
    m_frames.read(bytes, [&](const LogFrame &frame) { addFrame(frame, time); });
}

void LogAssembler::finishOutput()
{
    const WallTime time = m_clock.wallNow();
    m_frames.finish([&](const LogFrame &frame) { addFrame(frame, time); });
    endLineOf(m_output, time);
}

void LogAssembler::addExtensionOutput(const QString &name, QByteArrayView bytes)
{
    const WallTime time = m_clock.wallNow();
    LineReader &reader = m_extensions.try_emplace(name, limits::LogLineBytes).first->second;
    reader.read(bytes, [&](QByteArrayView line) { addExtensionLine(name, line, time); });
}

void LogAssembler::addPlatformEvent(const PlatformEvent &event, WallTime time)
{
    endLineOf(m_output, time);
    if (std::holds_alternative<platform::InvokeReport>(event)) // the last of an invocation
        endExtensionLines(time);
    const LogLevel level = levelOf(event);
    const bool isJson = m_logging.format == LogFormat::Json;
    const bool isLogged = isJson && !isLogsApiRecord(event) && level >= m_logging.systemLevel;
    const bool isPublished = isWished(TelemetryRecordSource::Kind::Platform);
    if (isLogged || isPublished) {
        const QByteArray record = jsonRecord(event, time);
        if (isPublished && !record.isEmpty()) {
            const QByteArray type = typeName(event);
            m_sink({TelemetryRecordSource::Kind::Platform, time, record, true, type});
        }
        if (isLogged && !record.isEmpty())
            add(time, LogSource::Platform, level, record);
    }
    if (!isJson) {
        for (const QByteArray &line : textLines(event)) {
            // A line of text states a level only when something went wrong.
            add(time, LogSource::Platform, level >= LogLevel::Warn ? level : LogLevel::None, line);
        }
    }
}

void LogAssembler::addRemark(QByteArrayView text)
{
    add(m_clock.wallNow(), LogSource::Coldframe, LogLevel::Warn, text);
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
    const WallTime time = m_clock.wallNow();
    endLineOf(m_output, time);
    endExtensionLines(time);
    std::vector<LogLine> lines = std::exchange(m_head, {});
    if (m_tail.droppedLines() > 0) {
        lines.push_back({time, LogSource::Coldframe, LogLevel::Warn,
                         QByteArray::number(qint64(m_tail.droppedLines())) + " lines ("
                             + QByteArray::number(qint64(m_tail.droppedBytes()))
                             + " bytes) were dropped here: the log was larger than Coldframe "
                               "keeps"});
    }
    m_tail.takeInto(lines);
    m_headBytes = 0;
    m_handedOut = 0;
    return lines;
}

void LogAssembler::addFunctionLine(QByteArrayView text, WallTime time)
{
    publish(TelemetryRecordSource::Kind::Function, time, text);
    std::optional<LogLevel> level;
    if (m_logging.format == LogFormat::Json) {
        const LogLevel stated = applicationLevel(text);
        if (isFilteredOut(stated))
            return;
        if (stated != LogLevel::None)
            level = stated;
    }
    add(time, LogSource::Function, level, text);
}

void LogAssembler::addExtensionLine(const QString &name, QByteArrayView text, WallTime time)
{
    publish(TelemetryRecordSource::Kind::Extension, time, text);
    add(time, LogSource::Extension, std::nullopt, text, name);
}

void LogAssembler::addFrame(const LogFrame &frame, WallTime time)
{
    if (frame.kind == LogFrame::Kind::Stray) {
        m_output.read(frame.message, [&](QByteArrayView line) { addFunctionLine(line, time); });
        return;
    }
    const WallTime frameTime = frame.time.value_or(time);
    publish(TelemetryRecordSource::Kind::Function, frameTime, frame.message);
    const bool isJson = frame.kind == LogFrame::Kind::Json;
    std::optional<LogLevel> level;
    if (frame.level != LogLevel::None)
        level = frame.level;
    else if (isJson)
        level = applicationLevel(frame.message);
    if (!isJson || !level || !isFilteredOut(*level))
        add(frameTime, LogSource::Function, level, frame.message);
}

void LogAssembler::endLineOf(LineReader &reader, WallTime time)
{
    if (const QByteArray rest = reader.takeRest(); !rest.isEmpty())
        addFunctionLine(rest, time);
}

void LogAssembler::endExtensionLines(WallTime time)
{
    for (auto &[name, reader] : m_extensions) {
        if (const QByteArray rest = reader.takeRest(); !rest.isEmpty())
            addExtensionLine(name, rest, time);
    }
}

/// The application log level counts in the JSON format only; what states no level passes.
bool LogAssembler::isFilteredOut(LogLevel level) const
{
    return m_logging.format == LogFormat::Json && level != LogLevel::None
        && level < m_logging.applicationLevel;
}

void LogAssembler::publish(TelemetryRecordSource::Kind kind, WallTime time, QByteArrayView text)
{
    if (!isWished(kind))
        return;
    const bool isObject = m_logging.format == LogFormat::Json && text.trimmed().startsWith('{')
        && checkJson(text).has_value();
    m_sink({kind, time, text, isObject});
}

void LogAssembler::add(WallTime time, LogSource source, std::optional<LogLevel> level,
                       QByteArrayView text, const QString &extension)
{
    const qsizetype cost = text.size() + LogLineOverheadBytes;
    if (!m_tail.isEmpty() || m_headBytes + cost > m_caps.headBytes)
        return m_tail.append(time, source, level, extension, text);
    m_headBytes += cost;
    m_head.push_back(
        {time, source, level ? *level : statedLevel(text), text.toByteArray(), extension});
}

} // namespace coldframe
