// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/lineparts.h"

#include "core/logs/logmembers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace coldframe {

namespace {

constexpr qsizetype RequestIdSize = 36;

bool isDigitByte(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// Whether a text has the outline of a UUID.
bool isRequestId(QByteArrayView text)
{
    if (text.size() != RequestIdSize)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char byte = text[i];
        const bool hex
            = isDigitByte(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
        if (dash ? byte != '-' : !hex)
            return false;
    }
    return true;
}

/// Takes what stands before a separator off the text; the whole of it without one.
QByteArrayView takeUntil(QByteArrayView &text, char separator)
{
    const qsizetype end = text.indexOf(separator);
    const QByteArrayView taken = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return taken;
}

/// `<time> TAB <request id> TAB <level> TAB <message>` of Node.js.
std::optional<LineParts> nodeParts(QByteArrayView line)
{
    LineParts parts;
    parts.time = takeUntil(line, '\t');
    if (timeLength(parts.time) != parts.time.size() || parts.time.isEmpty())
        return std::nullopt;
    const QByteArrayView id = takeUntil(line, '\t');
    if (!isRequestId(id) && id != "undefined")
        return std::nullopt;
    if (isRequestId(id))
        parts.requestId = id;
    parts.level = levelOfWord(takeUntil(line, '\t'));
    if (parts.level == LogLevel::None)
        return std::nullopt;
    parts.message = line;
    return parts;
}

/// `[LEVEL] TAB <time> TAB <request id> TAB <message>` and `[LEVEL] <message>` of Python.
std::optional<LineParts> bracketParts(QByteArrayView line)
{
    const qsizetype end = line.indexOf(']');
    if (end < 2 || end > 12)
        return std::nullopt;
    LineParts parts;
    parts.level = levelOfWord(line.sliced(1, end - 1));
    if (parts.level == LogLevel::None)
        return std::nullopt;
    line = line.sliced(end + 1);
    parts.message = line.startsWith(' ') ? line.sliced(1) : line;
    if (!line.startsWith('\t'))
        return parts;
    line = line.sliced(1);
    parts.message = line;
    const QByteArrayView time = takeUntil(line, '\t');
    if (time.isEmpty() || timeLength(time) != time.size())
        return parts;
    parts.time = time;
    parts.message = line;
    QByteArrayView behind = line;
    const QByteArrayView id = takeUntil(behind, '\t');
    if (isRequestId(id)) {
        parts.requestId = id;
        parts.message = behind;
    } else if (id.isEmpty()) {
        parts.message = behind; // logged outside of an invocation
    }
    return parts;
}

/// `I, [<time> #8]  INFO <request id> -- : <message>` of Ruby's Logger.
std::optional<LineParts> rubyParts(QByteArrayView line)
{
    if (line.size() < 4 || line[1] != ',' || line[2] != ' ' || line[3] != '[')
        return std::nullopt;
    LineParts parts;
    const qsizetype length = timeLength(line.sliced(4));
    const qsizetype close = line.indexOf(']');
    const qsizetype dashes = line.indexOf(" -- ");
    if (length == 0 || close < 0 || dashes < close)
        return std::nullopt;
    parts.time = line.sliced(4, length);
    QByteArrayView middle = line.sliced(close + 1, dashes - close - 1).trimmed();
    parts.level = levelOfWord(takeUntil(middle, ' '));
    if (parts.level == LogLevel::None)
        return std::nullopt;
    if (isRequestId(middle.trimmed()))
        parts.requestId = middle.trimmed();
    QByteArrayView rest = line.sliced(dashes + 4);
    const qsizetype colon = rest.indexOf(": ");
    parts.message = colon < 0 ? rest : rest.sliced(colon + 2);
    return parts;
}

/// `ERROR:name:message`, the form of Python's basicConfig().
std::optional<LineParts> colonParts(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 4 || colon > 8)
        return std::nullopt;
    LineParts parts;
    const QByteArrayView word = line.first(colon);
    if (std::any_of(word.begin(), word.end(), [](char c) { return c < 'A' || c > 'Z'; }))
        return std::nullopt;
    parts.level = levelOfWord(word);
    const qsizetype second = line.indexOf(':', colon + 1);
    if (parts.level == LogLevel::None || second < 0)
        return std::nullopt;
    const QByteArrayView name = line.sliced(colon + 1, second - colon - 1);
    if (name.isEmpty() || name.contains(' '))
        return std::nullopt;
    parts.message = line.sliced(second + 1);
    return parts;
}

/// `<time> [...] LEVEL message`: a level in capitals as one of the first three words.
std::optional<LineParts> timedParts(QByteArrayView line)
{
    const qsizetype length = timeLength(line);
    if (length == 0)
        return std::nullopt;
    LineParts parts;
    parts.time = line.first(length);
    QByteArrayView rest = line.sliced(length);
    for (int word = 0; word < 3; ++word) {
        while (rest.startsWith(' ') || rest.startsWith('\t'))
            rest = rest.sliced(1);
        qsizetype end = 0;
        while (end < rest.size() && rest[end] != ' ' && rest[end] != '\t')
            ++end;
        const QByteArrayView whole = rest.first(end);
        QByteArrayView bare = whole;
        if (bare.startsWith('[') && bare.endsWith(']'))
            bare = bare.sliced(1, bare.size() - 2);
        else if (bare.endsWith(':'))
            bare.chop(1);
        rest = rest.sliced(end);
        if (isRequestId(bare))
            parts.requestId = bare;
        const bool capitals
            = std::all_of(bare.begin(), bare.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!capitals || levelOfWord(bare) == LogLevel::None)
            continue;
        parts.level = levelOfWord(bare);
        parts.message = rest.trimmed();
        return parts;
    }
    return std::nullopt;
}

LineParts platformParts(QByteArrayView line)
{
    LineParts parts;
    parts.message = line;
    static constexpr QByteArrayView name = "RequestId: ";
    const qsizetype at = line.first(std::min<qsizetype>(line.size(), 64)).indexOf(name);
    if (at >= 0 && line.size() >= at + name.size() + RequestIdSize) {
        const QByteArrayView id = line.sliced(at + name.size(), RequestIdSize);
        if (isRequestId(id))
            parts.requestId = id;
    }
    return parts;
}

LogLevel levelOfNumber(double number)
{
    // The steps of pino and Bunyan; a level of one's own lies between two of them.
    static constexpr std::array<std::pair<double, LogLevel>, 6> steps{{{60, LogLevel::Fatal},
                                                                       {50, LogLevel::Error},
                                                                       {40, LogLevel::Warn},
                                                                       {30, LogLevel::Info},
                                                                       {20, LogLevel::Debug},
                                                                       {10, LogLevel::Trace}}};
    if (number > 100)
        return LogLevel::None;
    for (const auto &[least, level] : steps) {
        if (number >= least)
            return level;
    }
    return LogLevel::None;
}

LogLevel levelOfObject(QByteArrayView object)
{
    LogLevel other = LogLevel::None;
    for (JsonMembers each(object); each.next();) {
        const QByteArrayView key = each.rawKey();
        const JsonPiece &value = each.value();
        const bool main = key == "level";
        if (!main && key != "severity" && key != "log_level" && key != "levelname")
            continue;
        const std::optional<double> number
            = value.kind == JsonKind::Number ? value.number() : std::nullopt;
        const LogLevel level = number ? levelOfNumber(*number) : levelOfWord(value.raw);
        if (main && level != LogLevel::None)
            return level;
        if (other == LogLevel::None)
            other = level;
    }
    return other;
}

} // namespace

LineParts linePartsOf(QByteArrayView line)
{
    if (line.isEmpty())
        return {};
    std::optional<LineParts> parts;
    const char first = line[0];
    if (isDigitByte(first)) {
        parts = nodeParts(line);
        if (!parts)
            parts = timedParts(line);
    } else if (first == '[') {
        parts = bracketParts(line);
    } else if (first >= 'A' && first <= 'Z') {
        static constexpr QByteArrayView warning = "LAMBDA_WARNING: ";
        if (line.startsWith(warning))
            return {{}, LogLevel::Warn, {}, line.sliced(warning.size())};
        parts = rubyParts(line);
        if (!parts)
            parts = colonParts(line);
    }
    return parts ? *parts : platformParts(line);
}

LogLevel levelOfWord(QByteArrayView word)
{
    static constexpr std::array<std::pair<QByteArrayView, LogLevel>, 9> names{{
        {"INFO", LogLevel::Info},
        {"DEBUG", LogLevel::Debug},
        {"ERROR", LogLevel::Error},
        {"WARN", LogLevel::Warn},
        {"WARNING", LogLevel::Warn},
        {"TRACE", LogLevel::Trace},
        {"FATAL", LogLevel::Fatal},
        {"CRITICAL", LogLevel::Fatal},
        {"ERR", LogLevel::Error},
    }};
    for (const auto &[text, level] : names) {
        if (word.size() == text.size() && word.compare(text, Qt::CaseInsensitive) == 0)
            return level;
    }
    return LogLevel::None;
}

LogLevel levelOfText(QByteArrayView line)
{
    if (line.isEmpty())
        return LogLevel::None;
    if (line[0] == '{' || line[0] == ' ') {
        const QByteArrayView object = line.trimmed();
        return object.startsWith('{') && object.endsWith('}') ? levelOfObject(object)
                                                              : LogLevel::None;
    }
    return linePartsOf(line).level;
}

qsizetype timeLength(QByteArrayView text)
{
    static constexpr QByteArrayView form = "9999-99-99T99:99:99";
    if (text.size() < form.size())
        return 0;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool fits = form[i] == '9' ? isDigitByte(text[i])
            : form[i] == 'T'             ? text[i] == 'T' || text[i] == 't' || text[i] == ' '
                                         : text[i] == form[i];
        if (!fits)
            return 0;
    }
    qsizetype at = form.size();
    if (at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && isDigitByte(text[at + 1])) {
        ++at;
        while (at < text.size() && isDigitByte(text[at]))
            ++at;
    }
    if (at < text.size() && (text[at] == 'Z' || text[at] == 'z'))
        return at + 1;
    if (at + 5 <= text.size() && (text[at] == '+' || text[at] == '-') && isDigitByte(text[at + 1])
        && isDigitByte(text[at + 2])) {
        const qsizetype minutes = text[at + 3] == ':' ? at + 4 : at + 3;
        if (minutes + 2 <= text.size() && isDigitByte(text[minutes])
            && isDigitByte(text[minutes + 1]))
            return minutes + 2;
    }
    return at;
}

std::optional<WallTime> timeOfText(QByteArrayView text)
{
    using namespace std::chrono;
    const qsizetype length = timeLength(text);
    if (length == 0)
        return std::nullopt;
    const auto number = [text](qsizetype at, qsizetype digits) {
        int value = 0;
        for (qsizetype i = at; i < at + digits; ++i)
            value = value * 10 + (text[i] - '0');
        return value;
    };
    const year_month_day date(year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                              day(static_cast<unsigned>(number(8, 2))));
    if (!date.ok() || number(11, 2) > 23 || number(14, 2) > 59 || number(17, 2) > 60)
        return std::nullopt;
    microseconds since = sys_days(date).time_since_epoch() + hours(number(11, 2))
        + minutes(number(14, 2)) + seconds(number(17, 2));
    qsizetype at = 19;
    if (at < length && (text[at] == '.' || text[at] == ',')) {
        microseconds step = 100ms;
        for (++at; at < length && isDigitByte(text[at]); ++at) {
            since += step * (text[at] - '0');
            step /= 10;
        }
    }
    if (at < length && (text[at] == '+' || text[at] == '-')) {
        const qsizetype behind = text[at + 3] == ':' ? at + 4 : at + 3;
        const microseconds offset = hours(number(at + 1, 2)) + minutes(number(behind, 2));
        since += text[at] == '-' ? offset : -offset;
    }
    return WallTime(since);
}

} // namespace coldframe
