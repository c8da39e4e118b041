// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/jsondifference.h"

#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace coldframe {

namespace {

/// The object with a new member right behind the one that it follows in its model.
OrderedJson withMember(const OrderedJson &object, const std::string &name, const OrderedJson &value,
                       const OrderedJson &model)
{
    std::string predecessor;
    bool first = true;
    for (const auto &[other, ignored] : model.items()) {
        if (other == name)
            break;
        if (object.contains(other)) {
            predecessor = other;
            first = false;
        }
    }
    OrderedJson result = OrderedJson::object();
    if (first)
        result[name] = value;
    for (const auto &[other, kept] : object.items()) {
        result[other] = kept;
        if (!first && other == predecessor)
            result[name] = value;
    }
    return result;
}

OrderedJson changeObject(OrderedJson target, const OrderedJson &before, const OrderedJson &after)
{
    for (const auto &[name, value] : before.items()) {
        if (!after.contains(name))
            target.erase(name);
    }
    for (const auto &[name, value] : after.items()) {
        const bool changed = !before.contains(name) || !sameJson(before[name], value);
        if (!changed)
            continue;
        if (!target.contains(name))
            target = withMember(target, name, value, after);
        else if (before.contains(name))
            target[name] = applyDifference(target[name], before[name], value);
        else
            target[name] = value;
    }
    return target;
}

OrderedJson changeList(OrderedJson target, const OrderedJson &before, const OrderedJson &after)
{
    for (std::size_t i = 0; i < std::min({target.size(), before.size(), after.size()}); ++i)
        target[i] = applyDifference(target[i], before[i], after[i]);
    for (std::size_t i = std::min(before.size(), target.size()); i > after.size(); --i)
        target.erase(i - 1);
    for (std::size_t i = before.size(); i < after.size(); ++i) {
        const auto at = std::min(i, target.size());
        target.insert(target.begin() + static_cast<std::ptrdiff_t>(at), after[i]);
    }
    return target;
}

std::optional<OrderedJson> objectInside(const OrderedJson &json)
{
    auto inside = jsonInside(json);
    return inside && inside->is_object() ? std::move(inside) : std::nullopt;
}

} // namespace

OrderedJson applyDifference(const OrderedJson &target, const OrderedJson &before,
                            const OrderedJson &after)
{
    if (sameJson(before, after))
        return target;
    if (sameJson(target, before))
        return after;
    if (target.is_object() && before.is_object() && after.is_object())
        return changeObject(target, before, after);
    if (target.is_array() && before.is_array() && after.is_array())
        return changeList(target, before, after);
    const auto inTarget = objectInside(target);
    const auto inBefore = inTarget ? objectInside(before) : std::nullopt;
    const auto inAfter = inBefore ? objectInside(after) : std::nullopt;
    if (inAfter) {
        const OrderedJson changed = changeObject(*inTarget, *inBefore, *inAfter);
        return OrderedJson(writeJson(changed, JsonLayout::Compact).toStdString());
    }
    return after;
}

} // namespace coldframe
