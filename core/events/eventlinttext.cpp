// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventlinttext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace coldframe::eventlint {

namespace {

/// Walks through valid JSON, at most as deep as parseJson() lets in.
class TextScanner
{
public:
    TextScanner(QByteArrayView text, const std::set<QString> &wanted, TextPlaces &places)
        : m_text(text)
        , m_wanted(wanted)
        , m_places(places)
    { }

    void scan()
    {
        skipBlanks();
        scanValue({}, Span());
    }

private:
    void scanValue(const QString &pointer, Span span)
    {
        span.begin = m_at;
        if (at('{'))
            scanObject(pointer);
        else if (at('['))
            scanList(pointer);
        else if (at('"'))
            skipString();
        else
            skipScalar();
        span.end = m_at;
        if (m_wanted.contains(pointer))
            m_places.spans.insert_or_assign(pointer, span);
    }

    void scanObject(const QString &pointer)
    {
        std::set<QByteArray> names;
        ++m_at;
        skipBlanks();
        while (at('"')) {
            Span span;
            span.keyBegin = m_at;
            skipString();
            span.keyEnd = m_at;
            const QByteArrayView key = m_text.sliced(span.keyBegin, span.keyEnd - span.keyBegin);
            const QString member = pointer + u'/' + escaped(nameOf(key));
            if (!names.insert(key.toByteArray()).second)
                m_places.duplicates.emplace_back(member, span.keyBegin);
            skipBlanks();
            skip(':');
            scanValue(member, span);
            skipBlanks();
            if (!skip(','))
                break;
        }
        close('}');
    }

    void scanList(const QString &pointer)
    {
        ++m_at;
        skipBlanks();
        for (int index = 0; m_at < m_text.size() && !at(']'); ++index) {
            scanValue(pointer + u'/' + QString::number(index), Span());
            skipBlanks();
            if (!skip(','))
                break;
        }
        close(']');
    }

    static QString nameOf(QByteArrayView key)
    {
        if (!key.contains('\\'))
            return QString::fromUtf8(key.sliced(1, qMax<qsizetype>(0, key.size() - 2)));
        const auto parsed = parseJson(key);
        return parsed && parsed->is_string()
            ? QString::fromStdString(parsed->get_ref<const std::string &>())
            : QString();
    }

    void skipString()
    {
        for (++m_at; m_at < m_text.size() && !at('"'); ++m_at) {
            if (at('\\'))
                ++m_at;
        }
        m_at = qMin(m_at + 1, m_text.size());
    }

    void skipScalar()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && !std::strchr(",]} \t\r\n", m_text[m_at]))
            ++m_at;
        if (m_at == begin)
            m_at = m_text.size(); // no JSON: go no further
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && (at(' ') || at('\t') || at('\r') || at('\n')))
            ++m_at;
    }

    bool skip(char character)
    {
        if (!at(character))
            return false;
        ++m_at;
        skipBlanks();
        return true;
    }

    /// The value ends here: blanks behind it are none of it.
    void close(char character)
    {
        if (at(character))
            ++m_at;
    }

    bool at(char character) const { return m_at < m_text.size() && m_text[m_at] == character; }

    QByteArrayView m_text;
    const std::set<QString> &m_wanted;
    TextPlaces &m_places;
    qsizetype m_at = 0;
};

/// One replacement in a text.
struct TextEdit
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QByteArray text;
};

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

/// Takes a member out together with one of the commas around it.
TextEdit removal(QByteArrayView text, const Span &span)
{
    qsizetype before = span.keyBegin < 0 ? span.begin : span.keyBegin;
    const qsizetype begin = before;
    while (before > 0 && isBlank(text[before - 1]))
        --before;
    if (before > 0 && text[before - 1] == ',')
        return {before - 1, span.end, {}};
    qsizetype after = span.end;
    while (after < text.size() && isBlank(text[after]))
        ++after;
    if (after >= text.size() || text[after] != ',')
        return {begin, span.end, {}};
    ++after;
    while (after < text.size() && isBlank(text[after]))
        ++after;
    return {begin, after, {}};
}

/// Puts a member at the end of an object, spaced like the object's first one.
std::optional<TextEdit> insertion(QByteArrayView text, const Span &object, const QString &name,
                                  const OrderedJson &value)
{
    if (object.begin >= text.size() || text[object.begin] != '{')
        return std::nullopt;
    qsizetype last = object.end - 1; // the closing brace
    while (last > object.begin + 1 && isBlank(text[last - 1]))
        --last;
    qsizetype first = object.begin + 1;
    while (first < last && isBlank(text[first]))
        ++first;
    const bool isEmpty = text[last - 1] == '{';
    const QByteArrayView spacing
        = isEmpty ? QByteArrayView() : text.sliced(object.begin + 1, first - object.begin - 1);
    const bool isSpaced = text.sliced(object.begin, object.end - object.begin).contains("\": ");
    QByteArray member = isEmpty ? QByteArray() : QByteArray(",");
    member += spacing.isEmpty() && isSpaced && !isEmpty ? QByteArray(" ") : spacing.toByteArray();
    member += writeJson(OrderedJson(name.toStdString()), JsonLayout::Compact)
        + (isSpaced ? ": " : ":") + writeJson(value, JsonLayout::Compact);
    return TextEdit{last, last, member};
}

std::optional<TextEdit> editFor(QByteArrayView text, const TextPlaces &places,
                                const EventChange &change)
{
    const auto span = places.spans.find(change.pointer);
    const bool exists = span != places.spans.end();
    switch (change.kind) {
    case EventChange::Kind::Remove:
        return exists ? std::optional(removal(text, span->second)) : std::nullopt;
    case EventChange::Kind::Rename:
        if (!exists || span->second.keyBegin < 0)
            return std::nullopt;
        return TextEdit{span->second.keyBegin, span->second.keyEnd,
                        writeJson(OrderedJson(change.name.toStdString()), JsonLayout::Compact)};
    case EventChange::Kind::Set:
        break;
    }
    if (exists)
        return TextEdit{span->second.begin, span->second.end,
                        writeJson(*change.value, JsonLayout::Compact)};
    const auto parent = places.spans.find(parentOf(change.pointer));
    if (parent == places.spans.end())
        return std::nullopt;
    return insertion(text, parent->second,
                     unescaped(change.pointer.mid(change.pointer.lastIndexOf(u'/') + 1)),
                     *change.value);
}

} // namespace

QString escaped(const QString &name)
{
    if (!name.contains(u'~') && !name.contains(u'/'))
        return name;
    return QString(name).replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
}

QString unescaped(const QString &segment)
{
    return QString(segment)
        .replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

QString parentOf(const QString &pointer)
{
    return pointer.left(qMax<qsizetype>(0, pointer.lastIndexOf(u'/')));
}

TextPlaces placesIn(QByteArrayView text, const std::set<QString> &wanted)
{
    TextPlaces places;
    TextScanner(text, wanted, places).scan();
    return places;
}

TextChanges changedText(QByteArrayView text, const std::vector<std::vector<EventChange>> &changes)
{
    std::set<QString> wanted;
    for (const auto &list : changes) {
        for (const EventChange &change : list) {
            wanted.insert(change.pointer);
            wanted.insert(parentOf(change.pointer));
        }
    }
    const TextPlaces places = placesIn(text, wanted);

    TextChanges result;
    result.applied.assign(changes.size(), false);
    std::map<qsizetype, TextEdit> edits; // by where they begin; none meets another
    const auto isFree = [&edits](const TextEdit &edit) {
        const auto next = edits.lower_bound(edit.begin);
        if (next != edits.end() && next->second.begin <= edit.end)
            return false;
        return next == edits.begin() || std::prev(next)->second.end < edit.begin;
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        std::vector<TextEdit> own;
        for (const EventChange &change : changes[i]) {
            const auto edit = editFor(text, places, change);
            if (!edit || !isFree(*edit)) {
                own.clear();
                break;
            }
            own.push_back(*edit);
        }
        if (own.empty())
            continue;
        for (const TextEdit &edit : own)
            edits.emplace(edit.begin, edit);
        result.applied[i] = true;
    }

    qsizetype at = 0;
    for (const auto &[begin, edit] : edits) {
        if (begin < at) // two changes of one list meet: the first one counts
            continue;
        result.text += text.sliced(at, begin - at);
        result.text += edit.text;
        at = edit.end;
    }
    result.text += text.sliced(at);
    return result;
}

} // namespace coldframe::eventlint
