// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventcompletion.h"

#include "core/events/eventform.h"
#include "core/events/eventlintkind.h"
#include "core/events/eventlinttext.h"
#include "core/events/jsonvalue.h"
#include "core/events/templatecatalogue.h"

#include <nlohmann/json.hpp>

#include <QSet>

#include <algorithm>
#include <cstring>

namespace coldframe {

namespace {

constexpr qsizetype LongestSample = 40;
constexpr qsizetype LongestConstant = 60;

QString sampleOf(const OrderedJson &value)
{
    if (value.is_object())
        return value.empty() ? QStringLiteral("{}") : QStringLiteral("{…}");
    if (value.is_array())
        return value.empty() ? QStringLiteral("[]") : QStringLiteral("[…]");
    const QString json = QString::fromUtf8(writeJson(value, JsonLayout::Compact));
    return json.size() > LongestSample ? json.left(LongestSample) + u'…' : json;
}

/// A place with every index of a list as "*".
QString generalised(const QString &pointer)
{
    QStringList segments = pointer.split(u'/');
    for (QString &segment : segments) {
        bool isIndex = false;
        segment.toUInt(&isIndex);
        if (isIndex)
            segment = QStringLiteral("*");
    }
    return segments.join(u'/');
}

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\r' || character == '\n';
}

bool endsWord(char character)
{
    return isBlank(character) || std::strchr(",:{}[]\"", character);
}

/// What a text that may be unfinished has around one of its places.
class Surroundings
{
public:
    enum class Awaited { Member, ItsValue, Nothing };

    Surroundings(QByteArrayView text, qsizetype offset)
        : m_text(text)
        , m_offset(std::clamp<qsizetype>(offset, 0, text.size()))
    {
        readUpToPlace();
        if (awaited == Awaited::Member)
            readFollowingNames();
    }

    Awaited awaited = Awaited::Nothing;
    QString place; ///< of the object for a member, of the value for a value
    QSet<QString> names; ///< of the object's other members
    QString typed; ///< between the word's begin and the offset
    qsizetype begin = 0;
    qsizetype end = 0;
    bool hasColon = false;

private:
    enum class Expected { Name, Colon, ItsValue, Comma };

    struct Level
    {
        bool isObject = false;
        QString place;
        Expected expected = Expected::ItsValue;
        QString name;
        QSet<QString> names;
    };

    QString placeOfValue(const Level &level) const
    {
        if (m_levels.size() == 1)
            return {};
        return level.place + u'/'
            + (level.isObject ? eventlint::escaped(level.name) : QStringLiteral("*"));
    }

    void readUpToPlace()
    {
        m_levels.push_back({});
        qsizetype at = 0;
        while (at < m_offset) {
            const char character = m_text[at];
            if (character == '"') {
                const qsizetype closing = closingQuote(at);
                if (closing >= m_offset)
                    return takeWord(at, true);
                takeString(at, closing);
                at = closing + 1;
            } else if (isBlank(character)) {
                ++at;
            } else if (endsWord(character)) {
                takeMark(character);
                ++at;
            } else {
                const qsizetype word = at;
                while (at < m_text.size() && !endsWord(m_text[at]))
                    ++at;
                if (at >= m_offset)
                    return takeWord(word, false);
                valueIsOver();
            }
        }
        takeWord(m_offset, false);
    }

    /// The quote that ends a string, or where its line ends: strings have no line breaks.
    qsizetype closingQuote(qsizetype opening) const
    {
        for (qsizetype at = opening + 1; at < m_text.size(); ++at) {
            if (m_text[at] == '"' || m_text[at] == '\n')
                return at;
            if (m_text[at] == '\\')
                ++at;
        }
        return m_text.size();
    }

    void takeString(qsizetype opening, qsizetype closing)
    {
        Level &level = m_levels.back();
        if (level.isObject && level.expected == Expected::Name) {
            level.name = QString::fromUtf8(m_text.sliced(opening + 1, closing - opening - 1));
            level.names.insert(level.name);
            level.expected = Expected::Colon;
        } else {
            valueIsOver();
        }
    }

    void takeMark(char mark)
    {
        Level &level = m_levels.back();
        switch (mark) {
        case '{':
        case '[': {
            const QString inside = placeOfValue(level);
            valueIsOver();
            m_levels.push_back(
                {mark == '{', inside, mark == '{' ? Expected::Name : Expected::ItsValue, {}, {}});
            return;
        }
        case '}':
        case ']':
            if (m_levels.size() > 1)
                m_levels.pop_back();
            return;
        case ':':
            level.expected = Expected::ItsValue;
            return;
        default:
            level.expected = level.isObject ? Expected::Name : Expected::ItsValue;
        }
    }

    void valueIsOver() { m_levels.back().expected = Expected::Comma; }

    void takeWord(qsizetype from, bool isString)
    {
        const Level &level = m_levels.back();
        const bool isName = level.isObject && level.expected == Expected::Name;
        if (!isName && level.expected != Expected::ItsValue)
            return;
        awaited = isName ? Awaited::Member : Awaited::ItsValue;
        place = isName ? level.place : placeOfValue(level);
        names = level.names;
        begin = from;
        const qsizetype content = from + (isString ? 1 : 0);
        typed = QString::fromUtf8(m_text.sliced(content, m_offset - content));
        end = isString ? endOfString(from) : endOfWord();
        const qsizetype next = afterBlanks(end);
        hasColon = next < m_text.size() && m_text[next] == ':';
    }

    /// The quote behind the offset may be the next string's: a new one has none of its own.
    qsizetype endOfString(qsizetype opening) const
    {
        const qsizetype closing = closingQuote(opening);
        if (closing >= m_text.size() || m_text[closing] != '"')
            return m_offset;
        const qsizetype next = afterBlanks(closing + 1);
        const bool isOwn = next >= m_text.size() || std::strchr(":,}]", m_text[next]);
        return isOwn ? closing + 1 : m_offset;
    }

    qsizetype endOfWord() const
    {
        qsizetype at = m_offset;
        while (at < m_text.size() && !endsWord(m_text[at]))
            ++at;
        return at;
    }

    qsizetype afterBlanks(qsizetype at) const
    {
        while (at < m_text.size() && isBlank(m_text[at]))
            ++at;
        return at;
    }

    void readFollowingNames()
    {
        int depth = 0;
        for (qsizetype at = end; at < m_text.size() && depth >= 0; ++at) {
            const char character = m_text[at];
            if (character == '{' || character == '[') {
                ++depth;
            } else if (character == '}' || character == ']') {
                --depth;
            } else if (character == '"') {
                const qsizetype closing = closingQuote(at);
                const qsizetype next = afterBlanks(closing + 1);
                if (depth == 0 && next < m_text.size() && m_text[next] == ':')
                    names.insert(QString::fromUtf8(m_text.sliced(at + 1, closing - at - 1)));
                at = closing;
            }
        }
    }

    QByteArrayView m_text;
    qsizetype m_offset;
    std::vector<Level> m_levels;
};

/// 0 for a word that begins with what was typed, 1 for one that has it, nothing for others.
std::optional<int> distanceOfWord(const QString &word, const QString &typed)
{
    const qsizetype at = word.indexOf(typed, 0, Qt::CaseInsensitive);
    return at < 0 ? std::nullopt : std::optional(at == 0 ? 0 : 1);
}

} // namespace

EventVocabulary::EventVocabulary(const EventTemplate &eventTemplate,
                                 const TemplateCatalogue &catalogue)
{
    const auto usual = renderEvent(eventTemplate, {});
    if (!usual)
        return;
    addMembers(*usual, {});
    const auto addVariant = [&](const QString &name, const OrderedJson &value) {
        ParameterValues values;
        values.set(name, value);
        if (const auto variant = renderEvent(eventTemplate, values)) {
            addMembers(*variant, {});
            addDifference(*usual, *variant, {});
        }
    };
    for (const EventParameter &parameter : eventTemplate.parameters) {
        for (const QString &choice : parameter.choices)
            addVariant(parameter.name, jsonString(choice));
        if (parameter.type == ParameterType::Boolean) {
            addVariant(parameter.name, false);
            addVariant(parameter.name, true);
        }
    }
    addConstants(eventTemplate, *usual);
    const EventKind kind = eventKindOf(*usual);
    if (kind == EventKind::Unknown)
        return;
    for (const EventTemplate &other : catalogue.templates()) {
        const auto event = renderEvent(other, {});
        if (event && eventKindOf(*event) == kind)
            addMembers(*event, {});
    }
}

EventProposals EventVocabulary::at(QByteArrayView text, qsizetype offset) const
{
    using Awaited = Surroundings::Awaited;
    const Surroundings around(text, offset);
    EventProposals answer{around.begin, around.end, {}};
    const auto known = m_places.find(around.place);
    if (around.awaited == Awaited::Nothing || known == m_places.end())
        return answer;
    const bool isMember = around.awaited == Awaited::Member;
    std::vector<EventProposal> later;
    for (const Word &word : isMember ? known->second.members : known->second.values) {
        const auto distance = distanceOfWord(word.text, around.typed);
        if (!distance || (isMember && around.names.contains(word.text)))
            continue;
        QString insertion = word.insertion;
        if (isMember && !around.hasColon)
            insertion += QStringLiteral(": ");
        (*distance == 0 ? answer.proposals : later)
            .push_back({isMember ? EventProposal::Kind::Member : EventProposal::Kind::Value,
                        word.text, word.sample, insertion});
    }
    answer.proposals.insert(answer.proposals.end(), later.begin(), later.end());
    return answer;
}

void EventVocabulary::addMembers(const OrderedJson &json, const QString &place)
{
    if (json.is_array()) {
        for (const OrderedJson &element : json)
            addMembers(element, place + QStringLiteral("/*"));
    } else if (json.is_object()) {
        for (const auto &[key, value] : json.items()) {
            const QString name = QString::fromStdString(key);
            std::vector<Word> &members = m_places[place].members;
            const bool isKnown = std::any_of(members.begin(), members.end(),
                                             [&](const Word &word) { return word.text == name; });
            if (!isKnown)
                members.push_back(
                    {name, sampleOf(value),
                     QString::fromUtf8(writeJson(jsonString(name), JsonLayout::Compact))});
            addMembers(value, place + u'/' + eventlint::escaped(name));
        }
    } else if (json.is_boolean()) {
        addValue(place, true);
        addValue(place, false);
    }
}

void EventVocabulary::addValue(const QString &place, const OrderedJson &value)
{
    const QString text = plainText(value);
    std::vector<Word> &values = m_places[place].values;
    const bool isKnown = std::any_of(values.begin(), values.end(),
                                     [&](const Word &word) { return word.text == text; });
    if (!isKnown)
        values.push_back({text, {}, QString::fromUtf8(writeJson(value, JsonLayout::Compact))});
}

void EventVocabulary::addDifference(const OrderedJson &usual, const OrderedJson &other,
                                    const QString &place)
{
    if (usual == other)
        return;
    if (usual.is_object() && other.is_object()) {
        for (const auto &[key, value] : other.items()) {
            if (const auto before = usual.find(key); before != usual.end())
                addDifference(*before, value,
                              place + u'/' + eventlint::escaped(QString::fromStdString(key)));
        }
    } else if (usual.is_array() && other.is_array()) {
        for (std::size_t i = 0; i < std::min(usual.size(), other.size()); ++i)
            addDifference(usual[i], other[i], place + QStringLiteral("/*"));
    } else if (!usual.is_structured() && !other.is_structured()) {
        for (const OrderedJson *value : {&usual, &other}) {
            if (!value->is_string() || stringOf(*value).size() <= LongestConstant)
                addValue(place, *value);
        }
    }
}

void EventVocabulary::addConstants(const EventTemplate &eventTemplate, const OrderedJson &usual)
{
    const auto again = renderEvent(eventTemplate, {}, 1);
    const auto places = placesOf(eventTemplate, defaultValues(eventTemplate));
    if (!again || !places)
        return;
    QSet<QString> ofParameters;
    for (const auto &[name, pointers] : *places) {
        for (const QString &pointer : pointers)
            ofParameters.insert(generalised(pointer));
    }
    const OrderedJson flat = usual.flatten();
    const OrderedJson flatAgain = again->flatten();
    for (const auto &[pointer, value] : flat.items()) {
        const QString place = generalised(QString::fromStdString(pointer));
        const auto other = flatAgain.find(pointer);
        if (value.is_string() && stringOf(value).size() <= LongestConstant
            && !value.get_ref<const std::string &>().empty() && other != flatAgain.end()
            && *other == value && !ofParameters.contains(place))
            addValue(place, value);
    }
}

} // namespace coldframe
