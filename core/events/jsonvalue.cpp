// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

QString stringOf(const OrderedJson &json)
{
    return json.is_string() ? QString::fromStdString(json.get_ref<const std::string &>())
                            : QString();
}

OrderedJson jsonString(const QString &text)
{
    return OrderedJson(text.toStdString());
}

QString plainText(const OrderedJson &json)
{
    if (json.is_string())
        return stringOf(json);
    return QString::fromUtf8(writeJson(json, JsonLayout::Compact));
}

bool isEmptyValue(const OrderedJson &json)
{
    if (json.is_string())
        return json.get_ref<const std::string &>().empty();
    return json.empty();
}

std::optional<OrderedJson> jsonInside(const OrderedJson &json)
{
    if (!json.is_string())
        return std::nullopt;
    const auto &text = json.get_ref<const std::string &>();
    if (!text.starts_with('{') && !text.starts_with('['))
        return std::nullopt;
    auto parsed = parseJson(QByteArrayView(text.data(), qsizetype(text.size())));
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

bool sameJson(const OrderedJson &left, const OrderedJson &right)
{
    if (left.is_object() && right.is_object()) {
        if (left.size() != right.size())
            return false;
        for (const auto &[name, value] : left.items()) {
            const auto other = right.find(name);
            if (other == right.end() || !sameJson(value, *other))
                return false;
        }
        return true;
    }
    if (left.is_array() && right.is_array())
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), sameJson);
    return left == right;
}

} // namespace coldframe
