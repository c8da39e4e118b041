// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventparameter.h"

#include "core/events/instant.h"
#include "core/events/jsonvalue.h"
#include "core/events/nearestname.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QString rangeText(const QString &what, std::optional<qint64> least, std::optional<qint64> most)
{
    if (least && most)
        return QStringLiteral("%1 from %2 to %3").arg(what).arg(*least).arg(*most);
    if (least)
        return QStringLiteral("%1 of at least %2").arg(what).arg(*least);
    if (most)
        return QStringLiteral("%1 of at most %2").arg(what).arg(*most);
    return what;
}

QString textRules(const EventParameter &parameter, const QString &what)
{
    QString text = what;
    if (!parameter.accepts.isEmpty())
        text += QStringLiteral(": ") + parameter.accepts;
    else if (!parameter.pattern.isEmpty())
        text += QStringLiteral(" that matches ") + parameter.pattern;
    const QString length
        = rangeText(QStringLiteral("a length"), parameter.minimumLength, parameter.maximumLength);
    if (parameter.minimumLength || parameter.maximumLength)
        text += QStringLiteral(", ") + length;
    return text;
}

bool inRange(qint64 value, std::optional<qint64> least, std::optional<qint64> most)
{
    return (!least || value >= *least) && (!most || value <= *most);
}

bool acceptsText(const EventParameter &parameter, const QString &text)
{
    if (!inRange(text.size(), parameter.minimumLength, parameter.maximumLength))
        return false;
    if (parameter.pattern.isEmpty())
        return true;
    const QRegularExpression whole(QRegularExpression::anchoredPattern(parameter.pattern),
                                   QRegularExpression::DotMatchesEverythingOption);
    return whole.match(text).hasMatch();
}

bool matchesWhole(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

/// Texts that a map holds; numbers and booleans are taken as their spelling.
std::optional<OrderedJson> mapText(const EventParameter &parameter, const OrderedJson &value)
{
    if (!value.is_string() && !value.is_number() && !value.is_boolean())
        return std::nullopt;
    const QString text = plainText(value);
    if (!acceptsText(parameter, text))
        return std::nullopt;
    return jsonString(text);
}

std::optional<OrderedJson> texts(const EventParameter &parameter, const OrderedJson &value)
{
    OrderedJson result = OrderedJson::array();
    for (const OrderedJson &element : value) {
        const auto text = mapText(parameter, element);
        if (!text)
            return std::nullopt;
        result.push_back(*text);
    }
    return result;
}

std::optional<OrderedJson> checkedMap(const EventParameter &parameter, const OrderedJson &value)
{
    if (!value.is_object())
        return std::nullopt;
    OrderedJson result = OrderedJson::object();
    for (const auto &[name, entry] : value.items()) {
        const QString spelled = QString::fromStdString(name);
        const std::string key
            = (parameter.lowerCaseNames ? spelled.toLower() : spelled).toStdString();
        std::optional<OrderedJson> checked;
        if (parameter.type == ParameterType::Map)
            checked = mapText(parameter, entry);
        else
            checked = texts(parameter, entry.is_array() ? entry : OrderedJson::array({entry}));
        if (!checked)
            return std::nullopt;
        if (checked->is_array() && checked->empty())
            continue;
        if (checked->is_array() && result.contains(key)) {
            for (const OrderedJson &more : *checked)
                result[key].push_back(more);
        } else {
            result[key] = *checked;
        }
    }
    return result;
}

std::optional<OrderedJson> checkedInteger(const EventParameter &parameter, const OrderedJson &value)
{
    if (!value.is_number_integer())
        return std::nullopt;
    if (value.is_number_unsigned()
        && value.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    const auto number = value.get<qint64>();
    if (!inRange(number, parameter.minimum, parameter.maximum))
        return std::nullopt;
    return OrderedJson(number);
}

/// A string that only spells an object or a list compactly is that object or list.
OrderedJson documentOf(const OrderedJson &value)
{
    if (!value.is_string())
        return value.is_structured() ? value : jsonString(plainText(value));
    const QByteArray text = stringOf(value).toUtf8();
    if (!text.startsWith('{') && !text.startsWith('['))
        return value;
    const auto parsed = parseJson(text);
    return parsed && writeJson(*parsed, JsonLayout::Compact) == text ? *parsed : value;
}

std::optional<OrderedJson> checkedInstant(const EventParameter &parameter, const OrderedJson &value)
{
    const auto instant = readInstant(stringOf(value));
    if (!instant)
        return std::nullopt;
    return jsonString(parameter.wholeSeconds ? isoSeconds(*instant) : isoMilliseconds(*instant));
}

std::optional<OrderedJson> checkedText(const EventParameter &parameter, const OrderedJson &value)
{
    if (!value.is_string())
        return std::nullopt;
    const QString text = stringOf(value);
    switch (parameter.type) {
    case ParameterType::Choice:
        return parameter.choices.contains(text) ? std::optional(value) : std::nullopt;
    case ParameterType::Account:
        return matchesWhole(text, QStringLiteral("[0-9]{12}")) ? std::optional(value)
                                                               : std::nullopt;
    case ParameterType::Region:
        return matchesWhole(text, QStringLiteral("[a-z]{2}(-[a-z]+)+-[0-9]+"))
            ? std::optional(value)
            : std::nullopt;
    default:
        return acceptsText(parameter, text) ? std::optional(value) : std::nullopt;
    }
}

std::optional<OrderedJson> canonicalValue(const EventParameter &parameter, const OrderedJson &value)
{
    switch (parameter.type) {
    case ParameterType::Text:
    case ParameterType::MultilineText:
    case ParameterType::Choice:
    case ParameterType::Region:
    case ParameterType::Account:
        return checkedText(parameter, value);
    case ParameterType::Integer:
        return checkedInteger(parameter, value);
    case ParameterType::Boolean:
        return value.is_boolean() ? std::optional(value) : std::nullopt;
    case ParameterType::Map:
    case ParameterType::MultiMap: {
        auto map = checkedMap(parameter, value);
        return map && inRange(qint64(map->size()), parameter.minimum, parameter.maximum)
            ? map
            : std::nullopt;
    }
    case ParameterType::List:
        return value.is_array()
                && inRange(qint64(value.size()), parameter.minimum, parameter.maximum)
            ? texts(parameter, value)
            : std::nullopt;
    case ParameterType::Json:
        return parameter.objectOnly && !value.is_object() ? std::nullopt : std::optional(value);
    case ParameterType::Document:
        return documentOf(value);
    case ParameterType::PointInTime:
        return checkedInstant(parameter, value);
    }
    return std::nullopt;
}

} // namespace

QString parameterTypeName(ParameterType type)
{
    switch (type) {
    case ParameterType::Text:
        return QStringLiteral("text");
    case ParameterType::MultilineText:
        return QStringLiteral("multiline");
    case ParameterType::Integer:
        return QStringLiteral("integer");
    case ParameterType::Boolean:
        return QStringLiteral("boolean");
    case ParameterType::Choice:
        return QStringLiteral("choice");
    case ParameterType::Map:
        return QStringLiteral("map");
    case ParameterType::MultiMap:
        return QStringLiteral("multimap");
    case ParameterType::List:
        return QStringLiteral("list");
    case ParameterType::Json:
        return QStringLiteral("json");
    case ParameterType::Document:
        return QStringLiteral("document");
    case ParameterType::PointInTime:
        return QStringLiteral("instant");
    case ParameterType::Region:
        return QStringLiteral("region");
    case ParameterType::Account:
        return QStringLiteral("account");
    }
    return {};
}

QString acceptedValues(const EventParameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Text:
    case ParameterType::MultilineText:
        return textRules(parameter, QStringLiteral("text"));
    case ParameterType::Integer:
        return rangeText(QStringLiteral("an integer"), parameter.minimum, parameter.maximum);
    case ParameterType::Boolean:
        return QStringLiteral("true or false");
    case ParameterType::Choice:
        return QStringLiteral("one of ") + parameter.choices.join(QStringLiteral(", "));
    case ParameterType::Map:
        return textRules(parameter,
                         parameter.queryText
                             ? QStringLiteral("a query string, or a JSON object of texts")
                             : QStringLiteral("a JSON object of texts, or lines name: value"));
    case ParameterType::MultiMap:
        return textRules(
            parameter,
            parameter.queryText
                ? QStringLiteral("a query string, or a JSON object of lists of texts")
                : QStringLiteral("a JSON object of lists of texts, or lines name: value"));
    case ParameterType::List:
        return textRules(parameter,
                         rangeText(QStringLiteral("a JSON list of texts, or a line an entry"),
                                   parameter.minimum, parameter.maximum));
    case ParameterType::Json:
        return parameter.objectOnly ? QStringLiteral("a JSON object") : QStringLiteral("JSON");
    case ParameterType::Document:
        return QStringLiteral("JSON or text");
    case ParameterType::PointInTime:
        return QStringLiteral("a time like 2024-06-17T14:48:13.000Z");
    case ParameterType::Region:
        return QStringLiteral("a region like eu-central-1");
    case ParameterType::Account:
        return QStringLiteral("an account of 12 digits");
    }
    return {};
}

Result<OrderedJson> checkParameter(const EventParameter &parameter, const OrderedJson &value)
{
    if (auto canonical = canonicalValue(parameter, value))
        return *canonical;
    QString detail = QStringLiteral("%1: %2").arg(parameter.name, acceptedValues(parameter));
    const QString nearest = nearestName(stringOf(value), parameter.choices);
    if (!nearest.isEmpty())
        detail += QStringLiteral(" (nearest: %1)").arg(nearest);
    return failure(Error::Code::InvalidParameter, detail);
}

OrderedJson emptyParameter(const EventParameter &parameter)
{
    switch (parameter.type) {
    case ParameterType::Text:
    case ParameterType::MultilineText:
    case ParameterType::Document:
        return OrderedJson("");
    case ParameterType::Map:
    case ParameterType::MultiMap:
        return OrderedJson::object();
    case ParameterType::List:
        return OrderedJson::array();
    default:
        return {};
    }
}

} // namespace coldframe
