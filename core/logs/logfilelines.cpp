// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfilelines.h"

#include "core/logs/lineparts.h"
#include "core/logs/logmembers.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace coldframe {

namespace {

constexpr qsizetype LinesBetweenSizes = 8192;

struct TimedText
{
    std::optional<WallTime> time;
    QByteArrayView text;
};

/// The length of a log stream's name ("2026/01/02/[$LATEST]0f…") with the blank behind it, or 0.
qsizetype streamLength(QByteArrayView text)
{
    static constexpr QByteArrayView form = "9999/99/99/";
    if (text.size() < form.size())
        return 0;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '9' ? !digit : text[i] != form[i])
            return 0;
    }
    const qsizetype blank = text.indexOf(' ');
    return blank < 0 ? 0 : blank + 1;
}

/// `<time> <stream> <message>` and `<time> <message>` of `aws logs tail`, `<stream> <time>
/// <message>` of `sam logs`.
TimedText withoutPrefix(QByteArrayView line)
{
    if (const qsizetype stream = streamLength(line); stream > 0) {
        const QByteArrayView rest = line.sliced(stream);
        const qsizetype length = timeLength(rest);
        if (length > 0 && rest.size() > length && rest[length] == ' ')
            return {timeOfText(rest.first(length)), rest.sliced(length + 1)};
        return {std::nullopt, line};
    }
    constexpr qsizetype shortForm = 19;
    const qsizetype length = timeLength(line);
    if (length == 0 || line.size() <= length || line[length] != ' ')
        return {std::nullopt, line};
    const QByteArrayView rest = line.sliced(length + 1);
    const qsizetype stream = streamLength(rest);
    if (stream > 0)
        return {timeOfText(line.first(length)), rest.sliced(stream)};
    if (length == shortForm && line[10] == 'T')
        return {timeOfText(line.first(length)), rest};
    return {std::nullopt, line};
}

/// A time as loggers write it: ISO 8601, or a number of seconds or milliseconds since the epoch.
std::optional<WallTime> timeOfPiece(const JsonPiece &piece)
{
    using namespace std::chrono;
    if (piece.kind == JsonKind::Text && timeLength(piece.raw) > 0)
        return timeOfText(piece.raw);
    const std::optional<double> number = piece.number();
    constexpr double firstMilliseconds = 1e11; // 1973 as milliseconds, the year 5138 as seconds
    constexpr double last = 1e14;
    if (!number || *number < 1e8 || *number > last)
        return std::nullopt;
    const double perUnit = *number < firstMilliseconds ? 1e6 : 1e3;
    return WallTime(microseconds(static_cast<qint64>(*number * perUnit)));
}

std::optional<WallTime> timeOfObject(QByteArrayView object)
{
    std::optional<WallTime> found;
    for (JsonMembers each(object); each.next();) {
        static constexpr std::array<QByteArrayView, 5> names{"timestamp", "time", "@timestamp",
                                                             "ts", "datetime"};
        if (std::find(names.begin(), names.end(), each.rawKey()) == names.end())
            continue;
        found = timeOfPiece(each.value());
        if (found)
            return found;
    }
    return found;
}

} // namespace

void LogFileLines::add(QByteArrayView line)
{
    const TimedText parts = withoutPrefix(line);
    if (parts.time) {
        append(*parts.time, parts.text);
        return;
    }
    std::optional<WallTime> time;
    if (const auto object = line.startsWith('{') ? jsonObjectOf(line) : std::nullopt)
        time = timeOfObject(*object);
    else if (const LineParts own = linePartsOf(line); !own.time.isEmpty())
        time = timeOfText(own.time);
    else if (timeLength(line) > 0)
        time = timeOfText(line);
    append(time.value_or(m_lastTime), line);
}

void LogFileLines::addMessage(WallTime time, QByteArrayView message)
{
    while (message.endsWith('\n') || message.endsWith('\r'))
        message.chop(1);
    append(time, message);
}

void LogFileLines::append(WallTime time, QByteArrayView text)
{
    m_lastTime = time;
    m_store.append({time,
                    isPlatformLine(text) ? LogSource::Platform : LogSource::Function,
                    LogLevel::None,
                    text,
                    {}});
    if (m_store.endNumber() % LinesBetweenSizes != 0)
        return;
    if (m_store.size() > MostLines)
        m_store.removeFirst(m_store.size() - MostLines);
    while (m_store.bytes() > MostBytes && m_store.size() > LinesBetweenSizes)
        m_store.removeFirst(LinesBetweenSizes);
}

bool isPlatformLine(QByteArrayView line)
{
    static constexpr std::array<QByteArrayView, 11> beginnings{
        "START RequestId: ", "END RequestId: ",   "REPORT RequestId: ", "INIT_START ",
        "INIT_REPORT ",      "RESTORE_START ",    "RESTORE_REPORT ",    "XRAY TraceId: ",
        "EXTENSION\tName: ", "TELEMETRY\tName: ", "LOGS\tName: "};
    if (line.startsWith('{')) {
        const auto type = line.contains("\"platform.") ? jsonMember(line, "type") : std::nullopt;
        return type && type->raw.startsWith("platform.");
    }
    if (line.isEmpty() || line[0] < 'E' || line[0] > 'X')
        return false;
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [line](QByteArrayView each) { return line.startsWith(each); });
}

} // namespace coldframe
