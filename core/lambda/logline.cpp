// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/logline.h"

#include "core/base/isotime.h"

#include <array>
#include <optional>
#include <utility>

namespace coldframe {

namespace {

LogLevel levelNamed(QByteArrayView name)
{
    static constexpr std::array<std::pair<QByteArrayView, LogLevel>, 9> names{{
        {"TRACE", LogLevel::Trace},
        {"DEBUG", LogLevel::Debug},
        {"INFO", LogLevel::Info},
        {"WARN", LogLevel::Warn},
        {"WARNING", LogLevel::Warn},
        {"ERROR", LogLevel::Error},
        {"FATAL", LogLevel::Fatal},
        {"CRITICAL", LogLevel::Fatal},
        {"LAMBDA_WARNING", LogLevel::Warn},
    }};
    for (const auto &[text, level] : names) {
        if (name.compare(text, Qt::CaseInsensitive) == 0)
            return level;
    }
    return LogLevel::None;
}

LogLevel levelInBrackets(QByteArrayView line)
{
    const qsizetype end = line.indexOf(']');
    return end > 1 ? levelNamed(line.sliced(1, end - 1)) : LogLevel::None;
}

/// `<time> TAB <request id> TAB <level> TAB ...` of Node.js.
LogLevel levelInThirdField(QByteArrayView line)
{
    const qsizetype first = line.indexOf('\t');
    const qsizetype second = first < 0 ? -1 : line.indexOf('\t', first + 1);
    const qsizetype third = second < 0 ? -1 : line.indexOf('\t', second + 1);
    return third < 0 ? LogLevel::None : levelNamed(line.sliced(second + 1, third - second - 1));
}

/// Finds "level":"..." without reading the whole line as JSON: a log may have a million lines.
LogLevel levelInJson(QByteArrayView line)
{
    static constexpr QByteArrayView key = "\"level\"";
    for (qsizetype at = line.indexOf(key); at >= 0; at = line.indexOf(key, at + 1)) {
        QByteArrayView value = line.sliced(at + key.size()).trimmed();
        if (!value.startsWith(':'))
            continue; // it is a value, not a key
        value = value.sliced(1).trimmed();
        const qsizetype close = value.startsWith('"') ? value.indexOf('"', 1) : -1;
        return close < 0 ? LogLevel::None : levelNamed(value.sliced(1, close - 1));
    }
    return LogLevel::None;
}

/// What an object says for the level filter; empty where it says nothing.
struct FilterMembers
{
    QByteArrayView level;
    QByteArrayView timestamp;
};

/// The position of the quote that ends the text beginning at `from`, -1 without one.
qsizetype closingQuote(QByteArrayView line, qsizetype from)
{
    for (qsizetype quote = line.indexOf('"', from); quote >= 0;
         quote = line.indexOf('"', quote + 1)) {
        qsizetype backslashes = 0;
        while (quote - backslashes > from && line[quote - backslashes - 1] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return quote;
    }
    return -1;
}

/// Reads an object's own members in one pass without a tree; a line has to have the outline of a
/// JSON object to count as one.
std::optional<FilterMembers> filterMembers(QByteArrayView line)
{
    line = line.trimmed();
    if (!line.startsWith('{') || !line.endsWith('}'))
        return std::nullopt;
    FilterMembers members;
    QByteArrayView key;
    bool expectsKey = true;
    int depth = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        switch (line[i]) {
        case '"': {
            const qsizetype end = closingQuote(line, i + 1);
            if (end < 0)
                return std::nullopt;
            const QByteArrayView text = line.sliced(i + 1, end - i - 1);
            i = end;
            if (depth != 1)
                break;
            if (std::exchange(expectsKey, false))
                key = text;
            else if (key == "level")
                members.level = text;
            else if (key == "timestamp")
                members.timestamp = text;
            break;
        }
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0 && i != line.size() - 1)
                return std::nullopt;
            break;
        case ',': expectsKey = expectsKey || depth == 1; break;
        default: break;
        }
    }
    return depth == 0 ? std::optional(members) : std::nullopt;
}

} // namespace

LogLevel statedLevel(QByteArrayView line)
{
    if (line.startsWith('['))
        return levelInBrackets(line);
    if (line.startsWith('{'))
        return levelInJson(line);
    if (line.startsWith("LAMBDA_WARNING:"))
        return LogLevel::Warn;
    return levelInThirdField(line);
}

LogLevel applicationLevel(QByteArrayView line)
{
    const std::optional<FilterMembers> members = filterMembers(line);
    if (!members)
        return LogLevel::None;
    if (!isRfc3339Time(members->timestamp))
        return LogLevel::Info;
    const LogLevel level = levelNamed(members->level);
    return level == LogLevel::None ? LogLevel::Info : level;
}

} // namespace coldframe
