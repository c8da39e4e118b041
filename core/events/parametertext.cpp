// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/eventparameter.h"
#include "core/events/jsonvalue.h"
#include "core/events/querystring.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

std::optional<OrderedJson> jsonIn(const QString &text)
{
    auto parsed = parseJson(text.toUtf8());
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

OrderedJson linesIn(const QString &text)
{
    OrderedJson list = OrderedJson::array();
    if (!text.isEmpty()) {
        for (const QString &line : text.split(u'\n'))
            list.push_back(jsonString(line));
    }
    return list;
}

/// Lines "name: value" or "name=value", whichever sign comes first in a line.
std::optional<OrderedJson> mapIn(const QString &text, ParameterType type)
{
    static const QRegularExpression entry(QStringLiteral("^\\s*([^:=]+?)\\s*[:=]\\s?(.*)$"));
    OrderedJson map = OrderedJson::object();
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto match = entry.match(line);
        if (!match.hasMatch())
            return std::nullopt;
        OrderedJson &values = map[match.captured(1).toStdString()];
        if (type == ParameterType::Map)
            values = jsonString(match.captured(2));
        else
            values.push_back(jsonString(match.captured(2)));
    }
    return map;
}

/// In a Map, the last value of a name stays.
OrderedJson queryIn(const QString &text, ParameterType type)
{
    OrderedJson values = parseQueryString(text);
    if (type == ParameterType::Map) {
        for (auto &[name, list] : values.items())
            list = OrderedJson(list.back());
    }
    return values;
}

std::optional<OrderedJson> valueIn(const EventParameter &parameter, const QString &text)
{
    switch (parameter.type) {
    case ParameterType::Integer: {
        bool isNumber = false;
        const qlonglong number = text.trimmed().toLongLong(&isNumber);
        return isNumber ? std::optional(OrderedJson(number)) : std::nullopt;
    }
    case ParameterType::Boolean:
        if (text.trimmed() == QLatin1String("true"))
            return OrderedJson(true);
        if (text.trimmed() == QLatin1String("false"))
            return OrderedJson(false);
        return std::nullopt;
    case ParameterType::Map:
    case ParameterType::MultiMap:
        if (text.trimmed().startsWith(u'{'))
            return jsonIn(text);
        if (parameter.queryText)
            return queryIn(text, parameter.type);
        return mapIn(text, parameter.type);
    case ParameterType::List:
        if (text.trimmed().startsWith(u'['))
            return jsonIn(text);
        return linesIn(text);
    case ParameterType::Json:
        return jsonIn(text);
    default:
        return jsonString(text);
    }
}

} // namespace

Result<OrderedJson> parseParameter(const EventParameter &parameter, const QString &text)
{
    if (const auto value = valueIn(parameter, text))
        return checkParameter(parameter, *value);
    return failure(Error::Code::InvalidParameter,
                   QStringLiteral("%1: %2").arg(parameter.name, acceptedValues(parameter)));
}

QString parameterText(const EventParameter &, const OrderedJson &value)
{
    return plainText(value);
}

} // namespace coldframe
