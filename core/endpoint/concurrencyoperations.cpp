// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/concurrencyoperations.h"

#include "core/endpoint/functiondescription.h"
#include "core/endpoint/functionoperations.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace coldframe {

namespace {

constexpr int SmallestUnreserved = 100;
constexpr int AnyNumber = std::numeric_limits<int>::max();

HttpResponse noContent()
{
    return {.status = 204, .headers = {}, .body = {}};
}

/// A whole number that a call can't do without.
ApiResult<int> requiredInteger(const ApiRequest &request, const char *name, int smallest)
{
    const ApiResult<OrderedJson> members = request.members();
    if (!members)
        return tl::make_unexpected(members.error());
    const auto value = integerMember(*members, name, smallest, AnyNumber);
    if (!value)
        return tl::make_unexpected(value.error());
    if (!*value)
        return refusedCall(400, "ValidationException",
                           QStringLiteral("1 validation error detected: %1 must not be null")
                               .arg(QLatin1String(name)));
    return **value;
}

int provisionedOf(const RegisteredFunction &function, const QString &withoutQualifier = {})
{
    int all = 0;
    for (const auto &[qualifier, provisioned] : function.provisioned)
        all += qualifier == withoutQualifier ? 0 : provisioned.requested;
    return all;
}

int reservedByOthers(const FunctionRegistry &registry, const QString &name)
{
    qint64 all = 0;
    for (const auto &[other, reserved] : registry.concurrency().reserved)
        all += other == name ? 0 : reserved;
    return static_cast<int>(std::min<qint64>(all, AnyNumber));
}

/// The function and the alias of a call about provisioned concurrency.
struct ProvisionedTarget
{
    const RegisteredFunction *function = nullptr;
    QString qualifier;
};

ApiResult<ProvisionedTarget> provisionedTarget(const FunctionRegistry &registry,
                                               const ApiRequest &request)
{
    ApiResult<FunctionReference> reference = request.function();
    if (!reference)
        return tl::make_unexpected(reference.error());
    const QString qualifier = std::exchange(reference->qualifier, {});
    const auto function = registry.find(*reference);
    if (!function)
        return tl::make_unexpected(function.error());
    if (qualifier.isEmpty() || qualifier == (*function)->declared.version)
        return invalidParameter(QStringLiteral("Provisioned Concurrency Configs cannot be applied "
                                               "to unpublished function versions."));
    return ProvisionedTarget{*function, qualifier};
}

/// Environments are shared by the aliases, in their order.
OrderedJson provisionedDescription(const RegisteredFunction &function, const QString &qualifier,
                                   const EnvironmentCounts &environments)
{
    const auto counted = environments.find(function.declared.name);
    int left = counted == environments.end() ? 0 : counted->second;
    for (const auto &[other, provisioned] : function.provisioned) {
        if (other == qualifier)
            break;
        left = std::max(0, left - provisioned.requested);
    }
    const ProvisionedConcurrency &provisioned = function.provisioned.at(qualifier);
    const int ready = std::min(left, provisioned.requested);
    OrderedJson json{
        {"RequestedProvisionedConcurrentExecutions", provisioned.requested},
        {"AvailableProvisionedConcurrentExecutions", ready},
        {"AllocatedProvisionedConcurrentExecutions", ready},
        {"Status", ready == provisioned.requested    ? "READY"
             : provisioned.failure.isEmpty() ? "IN_PROGRESS"
                                             : "FAILED"},
    };
    if (!provisioned.failure.isEmpty())
        json["StatusReason"] = provisioned.failure.toStdString();
    json["LastModified"] = lastModifiedText(provisioned.lastModified).toStdString();
    return json;
}

} // namespace

ApiResult<HttpResponse> putFunctionConcurrency(FunctionRegistry &registry,
                                               const ApiRequest &request)
{
    const auto function = functionOfCall(registry, request);
    if (!function)
        return tl::make_unexpected(function.error());
    const ApiResult<int> wanted = requiredInteger(request, "ReservedConcurrentExecutions", 0);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    const QString name = (*function)->declared.name;
    const int free = registry.concurrency().account - reservedByOthers(registry, name);
    if (*wanted > free - SmallestUnreserved)
        return invalidParameter(
            QStringLiteral("Specified ReservedConcurrentExecutions for function decreases "
                           "account's UnreservedConcurrentExecution below its minimum value of "
                           "[%1].")
                .arg(SmallestUnreserved));
    if (const int provisioned = provisionedOf(**function); *wanted < provisioned)
        return invalidParameter(
            QStringLiteral("ReservedConcurrentExecutions %1 should not be lower than function's "
                           "total provisioned concurrency [%2].")
                .arg(*wanted)
                .arg(provisioned));
    registry.setReserved(name, *wanted);
    return jsonResponse({{"ReservedConcurrentExecutions", *wanted}});
}

ApiResult<HttpResponse> getFunctionConcurrency(const FunctionRegistry &registry,
                                               const ApiRequest &request)
{
    return functionOfCall(registry, request).map([&](const RegisteredFunction *function) {
        OrderedJson body = OrderedJson::object();
        const auto &reserved = registry.concurrency().reserved;
        if (const auto found = reserved.find(function->declared.name); found != reserved.end())
            body["ReservedConcurrentExecutions"] = found->second;
        return jsonResponse(body);
    });
}

ApiResult<HttpResponse> deleteFunctionConcurrency(FunctionRegistry &registry,
                                                  const ApiRequest &request)
{
    return functionOfCall(registry, request).map([&](const RegisteredFunction *function) {
        registry.setReserved(function->declared.name, std::nullopt);
        return noContent();
    });
}

ApiResult<HttpResponse> putProvisionedConcurrency(FunctionRegistry &registry,
                                                  const EnvironmentCounts &environments,
                                                  const ApiRequest &request)
{
    const ApiResult<ProvisionedTarget> target = provisionedTarget(registry, request);
    if (!target)
        return tl::make_unexpected(target.error());
    const ApiResult<int> wanted = requiredInteger(request, "ProvisionedConcurrentExecutions", 1);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    const QString name = target->function->declared.name;
    const int others = provisionedOf(*target->function, target->qualifier);
    const auto &reserved = registry.concurrency().reserved;
    const auto ownLimit = reserved.find(name);
    const int limit = ownLimit != reserved.end()
        ? ownLimit->second
        : registry.concurrency().account - reservedByOthers(registry, name) - SmallestUnreserved;
    if (*wanted > limit - others)
        return invalidParameter(QStringLiteral("Requested Provisioned Concurrency should not be "
                                               "greater than the %1 for function [%2].")
                                    .arg(ownLimit != reserved.end()
                                             ? QStringLiteral("reservedConcurrentExecution")
                                             : QStringLiteral("unreserved concurrency"))
                                    .arg(std::max(0, limit - others)));
    registry.setProvisioned(name, target->qualifier, *wanted);
    return jsonResponse(provisionedDescription(*target->function, target->qualifier, environments),
                        202);
}

ApiResult<HttpResponse> getProvisionedConcurrency(const FunctionRegistry &registry,
                                                  const EnvironmentCounts &environments,
                                                  const ApiRequest &request)
{
    const ApiResult<ProvisionedTarget> target = provisionedTarget(registry, request);
    if (!target)
        return tl::make_unexpected(target.error());
    if (!target->function->provisioned.contains(target->qualifier))
        return refusedCall(404, "ProvisionedConcurrencyConfigNotFoundException",
                           QStringLiteral("No Provisioned Concurrency Config found for this "
                                          "function"));
    return jsonResponse(
        provisionedDescription(*target->function, target->qualifier, environments));
}

ApiResult<HttpResponse> listProvisionedConcurrency(const FunctionRegistry &registry,
                                                   const EnvironmentCounts &environments,
                                                   const ApiRequest &request)
{
    return functionOfCall(registry, request).map([&](const RegisteredFunction *function) {
        OrderedJson configs = OrderedJson::array();
        for (const auto &[qualifier, provisioned] : function->provisioned) {
            OrderedJson config{{"FunctionArn", qualifiedArn(*function, qualifier).toStdString()}};
            config.update(provisionedDescription(*function, qualifier, environments));
            configs.push_back(std::move(config));
        }
        return jsonResponse({{"ProvisionedConcurrencyConfigs", std::move(configs)}});
    });
}

ApiResult<HttpResponse> deleteProvisionedConcurrency(FunctionRegistry &registry,
                                                     const ApiRequest &request)
{
    return provisionedTarget(registry, request).map([&](const ProvisionedTarget &target) {
        registry.setProvisioned(target.function->declared.name, target.qualifier, std::nullopt);
        return noContent();
    });
}

} // namespace coldframe
