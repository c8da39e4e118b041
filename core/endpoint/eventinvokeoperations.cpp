// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/eventinvokeoperations.h"

#include "core/endpoint/functiondescription.h"
#include "core/endpoint/functionoperations.h"

#include <QFileInfo>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr int MostRetryAttempts = 2;
constexpr int ShortestEventAge = 60;
constexpr int LongestEventAge = 21'600;

tl::unexpected<ApiError> noEventInvokeConfig(const QString &arn)
{
    return refusedCall(404, "ResourceNotFoundException",
                       QStringLiteral("The function %1 doesn't have an EventInvokeConfig")
                           .arg(arn));
}

QString destinationText(const Destination &destination, const FunctionConfig &sibling)
{
    switch (destination.kind) {
    case Destination::Kind::Function: {
        FunctionConfig target = sibling;
        target.name = destination.target;
        return functionArn(target);
    }
    case Destination::Kind::File:
        return QUrl::fromLocalFile(destination.target).toString(QUrl::FullyEncoded);
    case Destination::Kind::HttpAddress:
        break;
    }
    return destination.target;
}

ApiResult<Destination> functionDestination(const FunctionRegistry &registry,
                                           const RegisteredFunction &function, const QString &arn)
{
    const auto target = functionReference(arn).and_then(
        [&registry](const FunctionReference &reference) { return registry.find(reference); });
    if (!target)
        return invalidParameter(
            QStringLiteral("The destination %1 is no function that is served here").arg(arn));
    if (*target == &function)
        return invalidParameter(
            QStringLiteral("You can't specify the function as a destination for itself."));
    return Destination{Destination::Kind::Function, (*target)->declared.name};
}

ApiResult<Destination> readDestination(const FunctionRegistry &registry,
                                       const RegisteredFunction &function, const QString &text)
{
    if (text.startsWith(u"arn:") && text.section(u':', 2, 2) == u"lambda")
        return functionDestination(registry, function, text);
    const QUrl url(text, QUrl::StrictMode);
    if (url.isLocalFile() && url.host().isEmpty() && QFileInfo(url.toLocalFile()).isAbsolute())
        return Destination{Destination::Kind::File, url.toLocalFile()};
    const bool isHere = url.host() == u"127.0.0.1" || url.host() == u"localhost";
    if (url.scheme() == u"http" && isHere)
        return Destination{Destination::Kind::HttpAddress, text};
    return invalidParameter(
        QStringLiteral("The destination %1 can't be reached from here: give the ARN of a function "
                       "that is served here, file:///… or http://127.0.0.1:…")
            .arg(text));
}

/// One of OnSuccess and OnFailure. Left alone when the call does not name it; an empty one is
/// taken away.
ApiResult<void> applyDestination(const FunctionRegistry &registry,
                                 const RegisteredFunction &function, const OrderedJson &config,
                                 const char *name, std::optional<Destination> &place)
{
    const auto found = config.find(name);
    if (found == config.end() || found->is_null())
        return {};
    const auto wrongForm
        = refusedCall(400, "SerializationException",
                      QStringLiteral("%1: it must be an object with Destination, a text")
                          .arg(QLatin1String(name)));
    if (!found->is_object())
        return wrongForm;
    const auto destination = found->find("Destination");
    if (destination == found->end() || destination->is_null() || *destination == "") {
        place.reset();
        return {};
    }
    if (!destination->is_string())
        return wrongForm;
    const ApiResult<Destination> read = readDestination(
        registry, function, QString::fromStdString(destination->get<std::string>()));
    if (!read)
        return tl::make_unexpected(read.error());
    place = *read;
    return {};
}

ApiResult<void> applyMembers(const FunctionRegistry &registry, const RegisteredFunction &function,
                             const OrderedJson &members, EventInvokeSettings &settings)
{
    const auto retries
        = integerMember(members, "MaximumRetryAttempts", 0, MostRetryAttempts);
    if (!retries)
        return tl::make_unexpected(retries.error());
    const auto age = integerMember(members, "MaximumEventAgeInSeconds", ShortestEventAge,
                                   LongestEventAge);
    if (!age)
        return tl::make_unexpected(age.error());
    if (*retries)
        settings.maximumRetryAttempts = *retries;
    if (*age)
        settings.maximumEventAge = std::chrono::seconds(**age);
    const auto config = members.find("DestinationConfig");
    const bool hasConfig = config != members.end() && !config->is_null();
    if (!*retries && !*age && !hasConfig)
        return invalidParameter(QStringLiteral("You must specify at least one of error handling "
                                               "or destination setting."));
    if (!hasConfig)
        return {};
    if (!config->is_object())
        return refusedCall(400, "SerializationException",
                           QStringLiteral("DestinationConfig: it must be an object"));
    return applyDestination(registry, function, *config, "OnSuccess", settings.onSuccess)
        .and_then([&] {
            return applyDestination(registry, function, *config, "OnFailure", settings.onFailure);
        });
}

OrderedJson eventInvokeDescription(const RegisteredFunction &function, const QString &qualifier)
{
    const EventInvokeSettings &settings = *function.eventInvoke;
    const QString arn
        = qualifiedArn(function, qualifier.isEmpty() ? function.declared.version : qualifier);
    OrderedJson json{{"LastModified", epochSeconds(settings.lastModified)},
                     {"FunctionArn", arn.toStdString()}};
    if (settings.maximumRetryAttempts)
        json["MaximumRetryAttempts"] = *settings.maximumRetryAttempts;
    if (settings.maximumEventAge)
        json["MaximumEventAgeInSeconds"] = settings.maximumEventAge->count();
    const auto destination = [&function](const std::optional<Destination> &where) {
        OrderedJson target = OrderedJson::object();
        if (where)
            target["Destination"] = destinationText(*where, function.declared).toStdString();
        return target;
    };
    json["DestinationConfig"] = {{"OnSuccess", destination(settings.onSuccess)},
                                 {"OnFailure", destination(settings.onFailure)}};
    return json;
}

ApiResult<HttpResponse> storeEventInvoke(FunctionRegistry &registry, const ApiRequest &request,
                                         const RegisteredFunction &function,
                                         EventInvokeSettings settings)
{
    const ApiResult<OrderedJson> members = request.members();
    if (!members)
        return tl::make_unexpected(members.error());
    if (const auto applied = applyMembers(registry, function, *members, settings); !applied)
        return tl::make_unexpected(applied.error());
    registry.setEventInvoke(function.declared.name, settings);
    return jsonResponse(eventInvokeDescription(function, request.function()->qualifier));
}

/// A function that has a configuration.
ApiResult<const RegisteredFunction *> configuredFunction(const FunctionRegistry &registry,
                                                         const ApiRequest &request)
{
    const auto function = functionOfCall(registry, request);
    if (!function || (*function)->eventInvoke)
        return function;
    return noEventInvokeConfig(qualifiedArn(**function, request.function()->qualifier));
}

} // namespace

ApiResult<HttpResponse> putEventInvokeConfig(FunctionRegistry &registry, const ApiRequest &request)
{
    const auto function = functionOfCall(registry, request);
    if (!function)
        return tl::make_unexpected(function.error());
    return storeEventInvoke(registry, request, **function, {});
}

ApiResult<HttpResponse> updateEventInvokeConfig(FunctionRegistry &registry,
                                                const ApiRequest &request)
{
    const auto function = configuredFunction(registry, request);
    if (!function)
        return tl::make_unexpected(function.error());
    return storeEventInvoke(registry, request, **function, *(*function)->eventInvoke);
}

ApiResult<HttpResponse> getEventInvokeConfig(const FunctionRegistry &registry,
                                             const ApiRequest &request)
{
    return configuredFunction(registry, request).map([&](const RegisteredFunction *function) {
        return jsonResponse(eventInvokeDescription(*function, request.function()->qualifier));
    });
}

ApiResult<HttpResponse> listEventInvokeConfigs(const FunctionRegistry &registry,
                                               const ApiRequest &request)
{
    return functionOfCall(registry, request).map([](const RegisteredFunction *function) {
        OrderedJson configs = OrderedJson::array();
        if (function->eventInvoke)
            configs.push_back(eventInvokeDescription(*function, {}));
        return jsonResponse({{"FunctionEventInvokeConfigs", std::move(configs)}});
    });
}

ApiResult<HttpResponse> deleteEventInvokeConfig(FunctionRegistry &registry,
                                                const ApiRequest &request)
{
    return configuredFunction(registry, request).map([&](const RegisteredFunction *function) {
        registry.setEventInvoke(function->declared.name, std::nullopt);
        return HttpResponse{.status = 204, .headers = {}, .body = {}};
    });
}

} // namespace coldframe
