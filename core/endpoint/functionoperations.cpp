// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/functionoperations.h"

#include "core/endpoint/functiondescription.h"
#include "core/lambda/limits.h"

#include <QUrl>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr int FunctionsOnAPage = 50;
constexpr int LargestMaxItems = 10'000;
constexpr std::int64_t ZippedBytes = 52'428'800;

OrderedJson textOrNull(const QString &value)
{
    return value.isEmpty() ? OrderedJson() : OrderedJson(value.toStdString());
}

} // namespace

HttpResponse jsonResponse(const OrderedJson &body, int status)
{
    return {status,
            {{"Content-Type", "application/json"}},
            writeJson(body, JsonLayout::Compact)};
}

ApiResult<const RegisteredFunction *> functionOfCall(const FunctionRegistry &registry,
                                                     const ApiRequest &request)
{
    return request.function().and_then(
        [&registry](const FunctionReference &reference) { return registry.find(reference); });
}

ApiResult<HttpResponse> listFunctions(const FunctionRegistry &registry, const ApiRequest &request)
{
    const QString versions = request.queryValue("FunctionVersion");
    if (!versions.isEmpty() && versions != u"ALL")
        return invalidValue(versions, "functionVersion",
                            QStringLiteral("satisfy enum value set: [ALL]"));
    const ApiResult<int> wanted
        = integerOfQuery(request, "MaxItems", FunctionsOnAPage, LargestMaxItems);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    const int onPage = std::min(*wanted, FunctionsOnAPage);
    // The marker is the name behind which the page begins, so a function that goes meanwhile does
    // not hide another.
    const QString marker = request.queryValue("Marker");
    auto next = marker.isEmpty() ? registry.functions().begin()
                                 : registry.functions().upper_bound(marker);
    OrderedJson functions = OrderedJson::array();
    QString last;
    for (; next != registry.functions().end() && int(functions.size()) < onPage; ++next) {
        const QString qualifier = versions.isEmpty() ? QString() : next->second.declared.version;
        functions.push_back(functionDescription(next->second, qualifier));
        last = next->first;
    }
    if (next == registry.functions().end())
        last.clear();
    return jsonResponse({{"Functions", std::move(functions)}, {"NextMarker", textOrNull(last)}});
}

ApiResult<HttpResponse> getFunction(const FunctionRegistry &registry, const ApiRequest &request)
{
    return functionOfCall(registry, request).map([&](const RegisteredFunction *function) {
        const QUrl folder = QUrl::fromLocalFile(function->declared.codeDirectory);
        OrderedJson body{
            {"Configuration", functionDescription(*function, request.function()->qualifier)},
            {"Code", {{"Location", folder.toString(QUrl::FullyEncoded).toStdString()}}},
        };
        const auto &reserved = registry.concurrency().reserved;
        if (const auto found = reserved.find(function->declared.name); found != reserved.end())
            body["Concurrency"] = {{"ReservedConcurrentExecutions", found->second}};
        return jsonResponse(body);
    });
}

ApiResult<HttpResponse> getFunctionConfiguration(const FunctionRegistry &registry,
                                                 const ApiRequest &request)
{
    return functionOfCall(registry, request).map([&](const RegisteredFunction *function) {
        return jsonResponse(functionDescription(*function, request.function()->qualifier));
    });
}

ApiResult<HttpResponse> updateFunctionConfiguration(FunctionRegistry &registry,
                                                    const ApiRequest &request)
{
    const auto function = functionOfCall(registry, request);
    if (!function)
        return tl::make_unexpected(function.error());
    const ApiResult<OrderedJson> members = request.members();
    if (!members)
        return tl::make_unexpected(members.error());
    const auto revision = members->find("RevisionId");
    if (revision != members->end() && *revision != (*function)->revisionId.toStdString())
        return refusedCall(412, "PreconditionFailedException",
                           QStringLiteral("The RevisionId provided does not match the latest "
                                          "RevisionId of the function. It is %1.")
                               .arg((*function)->revisionId));
    const ApiResult<FunctionChanges> changes = functionChanges(*members);
    if (!changes)
        return tl::make_unexpected(changes.error());
    registry.change((*function)->declared.name, *changes);
    return jsonResponse(functionDescription(**function));
}

ApiResult<HttpResponse> getAccountSettings(const FunctionRegistry &registry, const ApiRequest &)
{
    const ConcurrencySettings &concurrency = registry.concurrency();
    int unreserved = concurrency.account;
    for (const auto &[name, reserved] : concurrency.reserved)
        unreserved -= reserved;
    return jsonResponse({
        {"AccountLimit",
         {{"CodeSizeUnzipped", limits::UnzippedBytes},
          {"CodeSizeZipped", ZippedBytes},
          {"ConcurrentExecutions", concurrency.account},
          {"UnreservedConcurrentExecutions", unreserved}}},
        {"AccountUsage", {{"FunctionCount", registry.functions().size()}}},
    });
}

} // namespace coldframe
