// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/responsecomparison.h"

#include "core/events/jsonvalue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace coldframe {

namespace {

using Values = std::vector<std::optional<OrderedJson>>; ///< of one place, in each response

/// The same text for equal values: members in the order of their names, whole numbers without a
/// fraction.
nlohmann::json canonical(const OrderedJson &json)
{
    if (json.is_object()) {
        nlohmann::json object = nlohmann::json::object();
        for (const auto &[name, value] : json.items())
            object[name] = canonical(value);
        return object;
    }
    if (json.is_array()) {
        nlohmann::json array = nlohmann::json::array();
        for (const OrderedJson &value : json)
            array.push_back(canonical(value));
        return array;
    }
    if (json.is_number_float()) {
        constexpr double mostExact = 9007199254740992.0; // 2^53
        const double number = json.get<double>();
        if (std::abs(number) < mostExact && std::trunc(number) == number)
            return static_cast<std::int64_t>(number);
    }
    return nlohmann::json(json);
}

QString textOf(const OrderedJson &json)
{
    return QString::fromStdString(
        canonical(json).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

template<typename Predicate>
bool allOf(const Values &values, Predicate predicate)
{
    return std::all_of(values.begin(), values.end(), [&](const std::optional<OrderedJson> &value) {
        return value && predicate(*value);
    });
}

class Comparison
{
public:
    explicit Comparison(std::size_t warm)
        : m_warm(warm)
    {}

    void compare(const QString &path, const Values &values)
    {
        if (allOf(values, [](const OrderedJson &json) { return json.is_object(); }))
            return compareMembers(path, values);
        const bool allArrays
            = allOf(values, [](const OrderedJson &json) { return json.is_array(); });
        if (allArrays && allOf(values, [size = values.front()->size()](const OrderedJson &json) {
                return json.size() == size;
            }))
            return compareElements(path, values);
        Values inside;
        for (const std::optional<OrderedJson> &value : values)
            inside.push_back(value ? jsonInside(*value) : std::nullopt);
        if (allOf(inside, [](const OrderedJson &) { return true; }))
            return compare(path, inside);
        std::vector<std::optional<QString>> texts;
        for (const std::optional<OrderedJson> &value : values)
            texts.push_back(value ? std::optional(textOf(*value)) : std::nullopt);
        add(path, texts, false);
    }

    void add(const QString &path, const std::vector<std::optional<QString>> &texts, bool isOutcome)
    {
        ResponseValue value;
        value.path = path;
        value.isOutcome = isOutcome;
        const auto split = texts.begin() + static_cast<std::ptrdiff_t>(m_warm);
        value.warm.assign(texts.begin(), split);
        value.cold.assign(split, texts.end());
        const auto isFirst
            = [&](const std::optional<QString> &text) { return text == texts.front(); };
        if (!std::all_of(value.cold.begin(), value.cold.end(), isFirst))
            value.variation = ResponseValue::Variation::VariesAnyway;
        else if (!std::all_of(value.warm.begin(), value.warm.end(), isFirst))
            value.variation = ResponseValue::Variation::DependsOnEarlier;
        else
            return;
        m_found.push_back(std::move(value));
    }

    std::vector<ResponseValue> take() { return std::move(m_found); }

private:
    void compareMembers(const QString &path, const Values &values)
    {
        std::vector<std::string> names; // in the order of their first appearance
        std::set<std::string> known;
        for (const std::optional<OrderedJson> &value : values) {
            for (const auto &[name, ignored] : value->items()) {
                if (known.insert(name).second)
                    names.push_back(name);
            }
        }
        for (const std::string &name : names) {
            Values members;
            for (const std::optional<OrderedJson> &value : values) {
                const auto member = value->find(name);
                members.push_back(member == value->end() ? std::nullopt : std::optional(*member));
            }
            const QString member = QString::fromStdString(name);
            compare(path.isEmpty() ? member : path + u'.' + member, members);
        }
    }

    void compareElements(const QString &path, const Values &values)
    {
        for (std::size_t i = 0; i < values.front()->size(); ++i) {
            Values elements;
            for (const std::optional<OrderedJson> &value : values)
                elements.push_back(value->at(i));
            compare(QStringLiteral("%1[%2]").arg(path).arg(i), elements);
        }
    }

    std::size_t m_warm;
    std::vector<ResponseValue> m_found;
};

QString outcomeOf(const ProbedResponse &response)
{
    switch (response.status) {
    case InvocationStatus::Succeeded: return QStringLiteral("success");
    case InvocationStatus::Failed: break;
    case InvocationStatus::TimedOut: return QStringLiteral("timeout");
    case InvocationStatus::Stopped: return QStringLiteral("stopped");
    }
    return response.errorType.isEmpty() ? QStringLiteral("error") : response.errorType;
}

/// A response that is no JSON, as it is; binary ones by their bytes.
QString rawText(const QByteArray &body)
{
    return QString::fromLatin1(body);
}

} // namespace

std::vector<ResponseValue> compareResponses(const std::vector<ProbedResponse> &warm,
                                            const std::vector<ProbedResponse> &cold)
{
    std::vector<ProbedResponse> all = warm;
    all.insert(all.end(), cold.begin(), cold.end());
    if (warm.empty())
        return {};
    Comparison comparison(warm.size());
    std::vector<std::optional<QString>> outcomes;
    for (const ProbedResponse &response : all)
        outcomes.emplace_back(outcomeOf(response));
    comparison.add({}, outcomes, true);
    if (std::any_of(outcomes.begin(), outcomes.end(),
                    [&](const auto &outcome) { return outcome != outcomes.front(); }))
        return comparison.take();

    Values values;
    std::vector<std::optional<QString>> texts;
    for (const ProbedResponse &response : all) {
        texts.emplace_back(rawText(response.body));
        if (const auto json = parseJson(response.body))
            values.emplace_back(*json);
    }
    if (values.size() == all.size())
        comparison.compare({}, values);
    else
        comparison.add({}, texts, false);
    return comparison.take();
}

} // namespace coldframe
