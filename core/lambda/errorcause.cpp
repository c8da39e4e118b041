// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/errorcause.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr qsizetype MostCauseBytes = 64 * 1024;
constexpr std::array CropPercents{80, 60, 40, 20, 0};

void cropArray(OrderedJson &object, const char *key, std::size_t percent)
{
    const auto list = object.find(key);
    if (list == object.end() || !list->is_array())
        return;
    const std::size_t kept = list->size() * percent / 100;
    list->erase(list->begin() + static_cast<std::ptrdiff_t>(kept), list->end());
}

OrderedJson cropped(OrderedJson cause, std::size_t percent)
{
    cropArray(cause, "exceptions", percent);
    cropArray(cause, "paths", percent);
    const auto exceptions = cause.find("exceptions");
    if (exceptions == cause.end() || !exceptions->is_array())
        return cause;
    for (OrderedJson &exception : *exceptions) {
        if (exception.is_object())
            cropArray(exception, "stack", percent);
    }
    return cause;
}

/// Without members that Lambda does not know, which could hold anything.
OrderedJson knownMembers(const OrderedJson &cause)
{
    OrderedJson known = OrderedJson::object();
    for (const char *key : {"working_directory", "exceptions", "paths", "message"}) {
        if (const auto member = cause.find(key); member != cause.end())
            known[key] = *member;
    }
    return known;
}

/// Texts are what is left when the lists are empty and it is still too large.
void shortenTexts(OrderedJson &cause)
{
    for (const char *key : {"working_directory", "message"}) {
        const auto member = cause.find(key);
        if (member == cause.end())
            continue;
        if (!member->is_string()) {
            cause.erase(key);
            continue;
        }
        // Some bytes need six in JSON: \u001f. A cut character is written as U+FFFD.
        constexpr std::size_t Longest = MostCauseBytes / 16;
        auto &text = member->get_ref<std::string &>();
        if (text.size() > Longest)
            text.resize(Longest);
    }
}

QByteArray keptCause(const OrderedJson &cause)
{
    const OrderedJson known = knownMembers(cause);
    if (known.empty())
        return {};
    QByteArray text = writeJson(known, JsonLayout::Compact);
    for (const int percent : CropPercents) {
        if (text.size() <= MostCauseBytes)
            return text;
        text = writeJson(cropped(known, static_cast<std::size_t>(percent)), JsonLayout::Compact);
    }
    if (text.size() <= MostCauseBytes)
        return text;
    OrderedJson rest = cropped(known, 0);
    shortenTexts(rest);
    // Lists that are no lists could not be cropped.
    for (const char *key : {"exceptions", "paths"}) {
        if (const auto member = rest.find(key); member != rest.end() && !member->is_array())
            rest.erase(key);
    }
    return writeJson(rest, JsonLayout::Compact);
}

} // namespace

QByteArray keptErrorCause(QByteArrayView cause)
{
    if (cause.isEmpty())
        return {};
    const Result<OrderedJson> json = parseJson(cause);
    return json && json->is_object() ? keptCause(*json) : QByteArray();
}

std::optional<SeparatedError> separateErrorCause(QByteArrayView body)
{
    Result<OrderedJson> json = parseJson(body);
    if (!json || !json->is_object())
        return std::nullopt;
    SeparatedError error;
    if (const auto cause = json->find("errorCause"); cause != json->end()) {
        if (cause->is_object())
            error.cause = keptCause(*cause);
        json->erase("errorCause");
    }
    error.payload = writeJson(*json, JsonLayout::Compact);
    return error;
}

} // namespace coldframe
