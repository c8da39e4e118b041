// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/eventstorejson.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace coldframe {

namespace {

constexpr std::array destinationKinds{
    std::pair{Destination::Kind::Function, "function"},
    std::pair{Destination::Kind::File, "file"},
    std::pair{Destination::Kind::HttpAddress, "http"},
};

constexpr std::array isolationChoices{
    std::pair{IsolationChoice::Automatic, "automatic"},
    std::pair{IsolationChoice::Bubblewrap, "bubblewrap"},
    std::pair{IsolationChoice::None, "none"},
};

template <typename Table, typename Value>
std::string storedName(const Table &table, Value value)
{
    for (const auto &[each, name] : table) {
        if (each == value)
            return name;
    }
    return {};
}

template <typename Table>
auto storedValue(const Table &table, const std::string &name)
{
    for (const auto &[each, text] : table) {
        if (name == text)
            return each;
    }
    return table.front().first;
}

template <typename Value>
Value member(const OrderedJson &json, const char *name, Value otherwise)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    if (!json.is_object() || found == json.end())
        return otherwise;
    if constexpr (std::is_same_v<Value, bool>)
        return found->is_boolean() ? found->template get<bool>() : otherwise;
    else
        return found->is_string() ? found->template get<std::string>() : otherwise;
}

QString textMember(const OrderedJson &json, const char *name)
{
    return QString::fromStdString(member(json, name, std::string()));
}

OrderedJson readStored(const QByteArray &text)
{
    return parseJson(text).value_or(OrderedJson());
}

} // namespace

QByteArray optionsToJson(const AttemptOptions &options)
{
    OrderedJson json;
    json["cold"] = options.start == StartChoice::ForceCold;
    json["isolation"] = storedName(isolationChoices, options.isolation);
    json["freezes"] = options.emulation.freezesBetweenInvocations;
    json["limitsCpu"] = options.emulation.limitsCpu;
    json["limitsBandwidth"] = options.emulation.limitsBandwidth;
    json["traces"] = options.emulation.traces;
    json["passesCredentials"] = options.emulation.credentials == CredentialsChoice::PassedThrough;
    return writeJson(json, JsonLayout::Compact);
}

AttemptOptions optionsFromJson(const QByteArray &text)
{
    const OrderedJson json = readStored(text);
    AttemptOptions options;
    options.start = member(json, "cold", false) ? StartChoice::ForceCold : StartChoice::ReuseWarm;
    options.isolation = storedValue(isolationChoices, member(json, "isolation", std::string()));
    options.emulation.freezesBetweenInvocations = member(json, "freezes", true);
    options.emulation.limitsCpu = member(json, "limitsCpu", false);
    options.emulation.limitsBandwidth = member(json, "limitsBandwidth", false);
    options.emulation.traces = member(json, "traces", true);
    options.emulation.credentials = member(json, "passesCredentials", false)
        ? CredentialsChoice::PassedThrough
        : CredentialsChoice::Dummy;
    return options;
}

QByteArray lineageToJson(const std::map<QString, int> &lineage)
{
    OrderedJson json = OrderedJson::object();
    for (const auto &[name, count] : lineage)
        json[name.toStdString()] = count;
    return writeJson(json, JsonLayout::Compact);
}

std::map<QString, int> lineageFromJson(const QByteArray &text)
{
    const OrderedJson json = readStored(text);
    std::map<QString, int> lineage;
    if (!json.is_object())
        return lineage;
    for (const auto &[name, count] : json.items()) {
        if (count.is_number_integer())
            lineage.emplace(QString::fromStdString(name), count.get<int>());
    }
    return lineage;
}

QByteArray responseToJson(const std::optional<FunctionResponse> &response)
{
    if (!response)
        return {};
    OrderedJson json;
    json["executedVersion"] = response->executedVersion.toStdString();
    json["isError"] = response->isError;
    return writeJson(json, JsonLayout::Compact);
}

std::optional<FunctionResponse> responseFromJson(const QByteArray &text, const QByteArray &payload)
{
    if (text.isEmpty())
        return std::nullopt;
    const OrderedJson json = readStored(text);
    return FunctionResponse{textMember(json, "executedVersion"), member(json, "isError", false),
                            payload};
}

QByteArray deliveriesToJson(const std::vector<EventDelivery> &deliveries)
{
    OrderedJson json = OrderedJson::array();
    for (const EventDelivery &each : deliveries) {
        OrderedJson delivery;
        delivery["kind"] = storedName(destinationKinds, each.destination.kind);
        delivery["target"] = each.destination.target.toStdString();
        delivery["deadLetter"] = each.isDeadLetter;
        delivery["done"] = each.isDone;
        delivery["problem"] = each.problem.toStdString();
        json.push_back(std::move(delivery));
    }
    return writeJson(json, JsonLayout::Compact);
}

std::vector<EventDelivery> deliveriesFromJson(const QByteArray &text)
{
    const OrderedJson json = readStored(text);
    std::vector<EventDelivery> deliveries;
    if (!json.is_array())
        return deliveries;
    for (const OrderedJson &each : json) {
        const Destination destination{
            storedValue(destinationKinds, member(each, "kind", std::string())),
            textMember(each, "target")};
        deliveries.push_back({destination, member(each, "deadLetter", false),
                              member(each, "done", false), textMember(each, "problem")});
    }
    return deliveries;
}

} // namespace coldframe
