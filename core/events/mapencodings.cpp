// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/encoding.h"
#include "core/events/jsonvalue.h"
#include "core/events/querystring.h"
#include "core/events/routepattern.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

using Entries = std::optional<OrderedJson>;

/// The map with every value changed; nothing when it is no map or a value cannot be changed.
template <typename Change>
Entries changed(const OrderedJson &map, Change change)
{
    if (!map.is_object())
        return std::nullopt;
    OrderedJson result = OrderedJson::object();
    for (const auto &[name, value] : map.items()) {
        const Entries entry = change(value);
        if (!entry)
            return std::nullopt;
        result[name] = *entry;
    }
    return result;
}

/// Where a name came several times, a single map has the last value (event-sources, section 1).
Entries lastValues(const OrderedJson &map, const EncodingInput &)
{
    return changed(map, [](const OrderedJson &values) -> Entries {
        return values.is_array() && !values.empty() ? Entries(values.back()) : std::nullopt;
    });
}

/// HTTP API 2.0 joins them (event-sources, section 2).
Entries joinedValues(const OrderedJson &map, const EncodingInput &)
{
    return changed(map, [](const OrderedJson &values) -> Entries {
        if (!values.is_array())
            return std::nullopt;
        QStringList texts;
        for (const OrderedJson &value : values)
            texts.append(stringOf(value));
        return jsonString(texts.join(u','));
    });
}

Entries listsOfOne(const OrderedJson &map, const EncodingInput &)
{
    return changed(map, [](const OrderedJson &value) -> Entries {
        return value.is_string() ? Entries(OrderedJson::array({value})) : std::nullopt;
    });
}

Entries toQueryString(const OrderedJson &map, const EncodingInput &)
{
    return map.is_object() ? Entries(jsonString(queryString(map))) : std::nullopt;
}

Entries fromQueryString(const OrderedJson &text, const EncodingInput &)
{
    return text.is_string() ? Entries(parseQueryString(stringOf(text))) : std::nullopt;
}

/// A text, or every text of a list, percent-encoded or decoded.
template <bool encode>
Entries converted(const OrderedJson &value)
{
    if (value.is_string()) {
        const QByteArray text = stringOf(value).toUtf8();
        return OrderedJson(
            (encode ? text.toPercentEncoding() : QByteArray::fromPercentEncoding(text))
                .toStdString());
    }
    if (!value.is_array())
        return std::nullopt;
    OrderedJson list = OrderedJson::array();
    for (const OrderedJson &element : value) {
        const Entries text = converted<encode>(element);
        if (!text)
            return std::nullopt;
        list.push_back(*text);
    }
    return list;
}

template <bool encode>
Entries convertedNamesAndValues(const OrderedJson &map, const EncodingInput &)
{
    if (!map.is_object())
        return std::nullopt;
    OrderedJson result = OrderedJson::object();
    for (const auto &[name, value] : map.items()) {
        const Entries key = converted<encode>(OrderedJson(name));
        const Entries entry = converted<encode>(value);
        if (!key || !entry)
            return std::nullopt;
        result[key->template get<std::string>()] = *entry;
    }
    return result;
}

Entries lowerNames(const OrderedJson &map, const EncodingInput &)
{
    if (!map.is_object())
        return std::nullopt;
    OrderedJson result = OrderedJson::object();
    for (const auto &[name, value] : map.items())
        result[QString::fromStdString(name).toLower().toStdString()] = value;
    return result;
}

Entries unchangedMap(const OrderedJson &map, const EncodingInput &)
{
    return map;
}

Entries joinList(const OrderedJson &list, const EncodingInput &input)
{
    if (!list.is_array())
        return std::nullopt;
    QStringList texts;
    for (const OrderedJson &element : list)
        texts.append(stringOf(element));
    return jsonString(texts.join(input.argument));
}

Entries splitList(const OrderedJson &text, const EncodingInput &input)
{
    if (!text.is_string())
        return std::nullopt;
    OrderedJson list = OrderedJson::array();
    if (!isEmptyValue(text)) {
        for (const QString &part : stringOf(text).split(input.argument))
            list.push_back(jsonString(part));
    }
    return list;
}

Entries sizeOfList(const OrderedJson &list, const EncodingInput &)
{
    return list.is_structured() ? Entries(OrderedJson(qint64(list.size()))) : std::nullopt;
}

/// The pattern that a path came in by: the given one, or the path itself when they do not match,
/// so that an event never contradicts itself.
Entries routeFor(const OrderedJson &pattern, const EncodingInput &input)
{
    const auto path = input.valueOf(input.argument);
    if (!path || !pattern.is_string())
        return std::nullopt;
    return pathValues(stringOf(pattern), stringOf(*path)) ? pattern : *path;
}

/// The values that a path has in the places of its pattern.
Entries pathValuesFor(const OrderedJson &pattern, const EncodingInput &input)
{
    const auto path = input.valueOf(input.argument);
    if (!path || !pattern.is_string())
        return std::nullopt;
    const auto values = pathValues(stringOf(pattern), stringOf(*path));
    return values ? *values : OrderedJson::object();
}

const Encoding mapTable[] = {
    {"last-values", Loss::Some, lastValues, listsOfOne},
    {"joined-values", Loss::Some, joinedValues, listsOfOne},
    {"query-string", Loss::None, toQueryString, fromQueryString},
    {"uri-names-and-values", Loss::None, convertedNamesAndValues<true>,
     convertedNamesAndValues<false>},
    {"lower-names", Loss::Some, lowerNames, unchangedMap},
    {"join", Loss::None, joinList, splitList},
    {"count", Loss::All, sizeOfList},
    {"route-for", Loss::None, routeFor, unchangedMap, Encoding::OnEmpty::Keep, true},
    {"path-values", Loss::All, pathValuesFor, nullptr, Encoding::OnEmpty::Keep, true},
};

} // namespace

OrderedJson parseQueryString(const QString &text)
{
    OrderedJson values = OrderedJson::object();
    const QString query = text.startsWith(u'?') ? text.mid(1) : text;
    for (const QString &pair : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto decode = [](const QString &part) {
            QByteArray encoded = part.toUtf8();
            encoded.replace('+', ' ');
            return QString::fromUtf8(QByteArray::fromPercentEncoding(encoded));
        };
        const qsizetype equals = pair.indexOf(u'=');
        const QString name = equals < 0 ? pair : pair.left(equals);
        const QString value = equals < 0 ? QString() : pair.mid(equals + 1);
        values[decode(name).toStdString()].push_back(jsonString(decode(value)));
    }
    return values;
}

QString queryString(const OrderedJson &values)
{
    QStringList pairs;
    for (const auto &[name, list] : values.items()) {
        const QByteArray key = QByteArray::fromStdString(name).toPercentEncoding();
        for (const OrderedJson &value : list) {
            pairs.append(
                QString::fromLatin1(key + '=' + stringOf(value).toUtf8().toPercentEncoding()));
        }
    }
    return pairs.join(u'&');
}

std::span<const Encoding> mapEncodings()
{
    return mapTable;
}

} // namespace coldframe
