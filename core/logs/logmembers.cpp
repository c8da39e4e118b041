// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logmembers.h"

#include "core/logs/lineparts.h"

#include <charconv>
#include <cstring>

namespace coldframe {

namespace {

constexpr int DeepestVisit = 4;

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

qsizetype afterBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// The quote that ends the text beginning at `from`, or -1.
qsizetype endOfText(QByteArrayView text, qsizetype from)
{
    for (qsizetype at = from; at < text.size(); ++at) {
        const void *quote
            = std::memchr(text.data() + at, '"', static_cast<std::size_t>(text.size() - at));
        if (!quote)
            return -1;
        at = static_cast<const char *>(quote) - text.data();
        qsizetype backslashes = 0;
        while (at - backslashes > from && text[at - backslashes - 1] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            return at;
    }
    return -1;
}

/// Where the object or list that begins at `from` ends (behind its bracket), or -1.
qsizetype endOfNested(QByteArrayView text, qsizetype from)
{
    int depth = 0;
    for (qsizetype at = from; at < text.size(); ++at) {
        switch (text[at]) {
        case '"':
            at = endOfText(text, at + 1);
            if (at < 0)
                return -1;
            break;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default:
            break;
        }
    }
    return -1;
}

/// Reads the value that begins at `at` and moves behind it; false when there is none.
bool readValue(QByteArrayView text, qsizetype &at, JsonPiece &value)
{
    if (at >= text.size())
        return false;
    const char first = text[at];
    if (first == '"') {
        const qsizetype end = endOfText(text, at + 1);
        if (end < 0)
            return false;
        value = {JsonKind::Text, text.sliced(at + 1, end - at - 1)};
        at = end + 1;
        return true;
    }
    if (first == '{' || first == '[') {
        const qsizetype end = endOfNested(text, at);
        if (end < 0)
            return false;
        value = {first == '{' ? JsonKind::Object : JsonKind::List, text.sliced(at, end - at)};
        at = end;
        return true;
    }
    qsizetype end = at;
    while (end < text.size() && !isBlank(text[end]) && text[end] != ',' && text[end] != '}'
           && text[end] != ']')
        ++end;
    const QByteArrayView word = text.sliced(at, end - at);
    at = end;
    if (word == "true" || word == "false") {
        value = {JsonKind::Boolean, word};
        return true;
    }
    if (word == "null") {
        value = {JsonKind::Null, word};
        return true;
    }
    value = {JsonKind::Number, word};
    return value.number().has_value();
}

std::optional<JsonPiece> listItem(QByteArrayView list, QByteArrayView path)
{
    const qsizetype dot = path.indexOf('.');
    const QByteArrayView step = dot < 0 ? path : path.first(dot);
    int wanted = 0;
    const auto read = std::from_chars(step.begin(), step.end(), wanted);
    if (read.ec != std::errc() || read.ptr != step.end() || wanted < 0)
        return std::nullopt;
    int index = 0;
    for (JsonItems each(list); each.next(); ++index) {
        if (index < wanted)
            continue;
        if (dot < 0)
            return each.value();
        const QByteArrayView rest = path.sliced(dot + 1);
        if (each.value().kind == JsonKind::Object)
            return jsonMember(each.value().raw, rest);
        return each.value().kind == JsonKind::List ? listItem(each.value().raw, rest)
                                                   : std::nullopt;
    }
    return std::nullopt;
}

using MemberVisitor = std::function<void(const QByteArray &path, const JsonPiece &value)>;

void visitObject(QByteArrayView object, const QByteArray &prefix, int depth,
                 const MemberVisitor &visit)
{
    for (JsonMembers each(object); each.next();) {
        const QByteArray path = prefix + each.key().toUtf8();
        if (each.value().kind == JsonKind::Object && depth < DeepestVisit)
            visitObject(each.value().raw, path + '.', depth + 1, visit);
        else
            visit(path, each.value());
    }
}

} // namespace

QString JsonPiece::text() const
{
    return kind == JsonKind::Text ? unescapedJson(raw) : QString::fromUtf8(raw);
}

std::optional<double> JsonPiece::number() const
{
    if (kind != JsonKind::Number && kind != JsonKind::Text)
        return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(raw.begin(), raw.end(), value);
    if (read.ec != std::errc() || read.ptr != raw.end())
        return std::nullopt;
    return value;
}

JsonMembers::JsonMembers(QByteArrayView object)
    : m_text(object)
{ }

QString JsonMembers::key() const
{
    return unescapedJson(m_key);
}

bool JsonMembers::next()
{
    m_at = afterBlanks(m_text, m_at);
    if (m_at >= m_text.size())
        return false;
    const char before = m_text[m_at];
    if (before == '}' && m_begun) {
        m_complete = afterBlanks(m_text, m_at + 1) == m_text.size();
        return false;
    }
    if (before != (m_begun ? ',' : '{'))
        return false;
    m_at = afterBlanks(m_text, m_at + 1);
    if (!m_begun && m_at < m_text.size() && m_text[m_at] == '}') {
        m_complete = afterBlanks(m_text, m_at + 1) == m_text.size();
        m_at = m_text.size();
        return false;
    }
    m_begun = true;
    JsonPiece key;
    if (!readValue(m_text, m_at, key) || key.kind != JsonKind::Text)
        return false;
    m_key = key.raw;
    m_at = afterBlanks(m_text, m_at);
    if (m_at >= m_text.size() || m_text[m_at] != ':')
        return false;
    m_at = afterBlanks(m_text, m_at + 1);
    return readValue(m_text, m_at, m_value);
}

JsonItems::JsonItems(QByteArrayView list)
    : m_text(list)
{ }

bool JsonItems::next()
{
    // The first item stands behind the bracket, every other one behind a comma.
    const bool isFirst = m_at == 0;
    m_at = afterBlanks(m_text, m_at);
    if (m_at >= m_text.size() || m_text[m_at] != (isFirst ? '[' : ','))
        return false;
    m_at = afterBlanks(m_text, m_at + 1);
    return readValue(m_text, m_at, m_value);
}

std::optional<QByteArrayView> jsonObjectOf(QByteArrayView line)
{
    const auto outlined = [](QByteArrayView text) {
        text = text.trimmed();
        return text.startsWith('{') && text.endsWith('}') ? std::optional(text) : std::nullopt;
    };
    if (const auto whole = outlined(line))
        return whole;
    if (!line.trimmed().endsWith('}'))
        return std::nullopt;
    return outlined(linePartsOf(line).message);
}

bool isWholeJsonObject(QByteArrayView object)
{
    JsonMembers each(object);
    while (each.next()) { }
    return each.isComplete();
}

std::optional<JsonPiece> jsonMember(QByteArrayView object, QByteArrayView path)
{
    for (JsonMembers each(object); each.next();) {
        QByteArray decoded;
        QByteArrayView key = each.rawKey();
        if (key.contains('\\')) {
            decoded = each.key().toUtf8();
            key = decoded;
        }
        if (key == path)
            return each.value();
        if (path.size() <= key.size() || path[key.size()] != '.' || !path.startsWith(key))
            continue;
        const QByteArrayView rest = path.sliced(key.size() + 1);
        std::optional<JsonPiece> found;
        if (each.value().kind == JsonKind::Object)
            found = jsonMember(each.value().raw, rest);
        else if (each.value().kind == JsonKind::List)
            found = listItem(each.value().raw, rest);
        if (found)
            return found;
    }
    return std::nullopt;
}

void visitMembers(QByteArrayView object, const MemberVisitor &visit)
{
    visitObject(object, {}, 1, visit);
}

QString unescapedJson(QByteArrayView raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    QString text;
    text.reserve(raw.size());
    for (qsizetype at = 0; at < raw.size();) {
        const qsizetype backslash = raw.indexOf('\\', at);
        if (backslash < 0 || backslash + 1 >= raw.size()) {
            text += QString::fromUtf8(raw.sliced(at));
            break;
        }
        text += QString::fromUtf8(raw.sliced(at, backslash - at));
        const char letter = raw[backslash + 1];
        at = backslash + 2;
        switch (letter) {
        case 'n':
            text += QLatin1Char('\n');
            break;
        case 't':
            text += QLatin1Char('\t');
            break;
        case 'r':
            text += QLatin1Char('\r');
            break;
        case 'b':
            text += QLatin1Char('\b');
            break;
        case 'f':
            text += QLatin1Char('\f');
            break;
        case 'u': {
            bool valid = false;
            const ushort unit = raw.sliced(at, std::min<qsizetype>(4, raw.size() - at))
                                    .toByteArray()
                                    .toUShort(&valid, 16);
            if (valid && at + 4 <= raw.size()) {
                text += QChar(unit);
                at += 4;
            } else {
                text += QStringLiteral("\\u");
            }
            break;
        }
        default:
            text += QLatin1Char(letter);
            break;
        }
    }
    return text;
}

} // namespace coldframe
