// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/logline.h"

#include <array>
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

} // namespace coldframe
