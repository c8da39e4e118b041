// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/fieldtext.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

QString stringIn(const OrderedJson &json)
{
    return QString::fromStdString(json.get_ref<const std::string &>());
}

QString linesOfList(const OrderedJson &list)
{
    QStringList lines;
    for (const OrderedJson &entry : list) {
        if (!entry.is_string())
            return {};
        lines.append(stringIn(entry));
    }
    return lines.join(QLatin1Char('\n'));
}

QString linesOfMap(const OrderedJson &map)
{
    QStringList lines;
    for (const auto &[name, value] : map.items()) {
        const OrderedJson values = value.is_array() ? value : OrderedJson::array({value});
        for (const OrderedJson &one : values) {
            if (!one.is_string())
                return {};
            lines.append(QString::fromStdString(name) + QStringLiteral(": ") + stringIn(one));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

QString indented(const OrderedJson &value)
{
    return value.is_structured() && !value.empty()
        ? QString::fromUtf8(writeJson(value, JsonLayout::Indented))
        : QString();
}

QString readableField(const EventParameter &parameter, const OrderedJson &value)
{
    switch (parameter.type) {
    case ParameterType::List:
        return value.is_array() ? linesOfList(value) : QString();
    case ParameterType::Map:
    case ParameterType::MultiMap:
        return value.is_object() && !parameter.queryText ? linesOfMap(value) : QString();
    case ParameterType::Json:
    case ParameterType::Document:
        return indented(value);
    case ParameterType::Text:
    case ParameterType::MultilineText:
    case ParameterType::Integer:
    case ParameterType::Boolean:
    case ParameterType::Choice:
    case ParameterType::PointInTime:
    case ParameterType::Region:
    case ParameterType::Account:
        break;
    }
    return {};
}

} // namespace

QString fieldText(const EventParameter &parameter, const OrderedJson &value)
{
    if (const QString text = readableField(parameter, value); !text.isEmpty()) {
        const auto read = fieldValue(parameter, text);
        if (read && *read == value)
            return text;
    }
    return parameterText(parameter, value);
}

Result<OrderedJson> fieldValue(const EventParameter &parameter, const QString &text)
{
    if (parameter.type == ParameterType::Document) {
        // Indentation is for the eye; what ends up in the event's string is the compact spelling.
        if (const auto json = parseJson(text.toUtf8()); json && json->is_structured())
            return checkParameter(parameter, *json);
    }
    return parseParameter(parameter, text);
}

} // namespace coldframe
