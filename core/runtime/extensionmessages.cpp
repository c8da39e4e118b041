// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/extensionmessages.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <QByteArrayList>
#include <QUuid>

#include <algorithm>

namespace coldframe {

namespace {

ExtensionRefusal refusedFormat(QString message)
{
    return {QStringLiteral("InvalidRequestFormat"), std::move(message)};
}

/// Whether a member is a list of strings, or missing.
bool isStringList(const OrderedJson &json, const char *member)
{
    const auto found = json.find(member);
    if (found == json.end() || found->is_null())
        return true;
    return found->is_array()
        && std::all_of(found->begin(), found->end(),
                       [](const OrderedJson &entry) { return entry.is_string(); });
}

std::optional<ExtensionRefusal> subscribe(const std::string &event, bool isExternal,
                                          ExtensionEvents &events)
{
    if (event == "INVOKE") {
        events.invoke = true;
    } else if (event == "SHUTDOWN" && isExternal) {
        events.shutdown = true;
    } else {
        const QString reason = event == "SHUTDOWN"
            ? QStringLiteral("internal extensions can't subscribe to this event")
            : QStringLiteral("unknown event type");
        return ExtensionRefusal{QStringLiteral("Extension.InvalidEventType"),
                                QString::fromStdString(event) + QStringLiteral(": ") + reason};
    }
    return std::nullopt;
}

bool isUuid(QByteArrayView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (isHyphen ? text[i] != '-' : !isxdigit(static_cast<unsigned char>(text[i])))
            return false;
    }
    return true;
}

HttpResponse extensionJson(int status, const OrderedJson &body)
{
    return {status,
            {{"Content-Type", "application/json"}},
            writeJson(body, JsonLayout::Compact) + '\n'};
}

qint64 epochMilliseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace

RegistrationBody readRegistration(QByteArrayView body, bool isExternal)
{
    const Result<OrderedJson> json = parseJson(body);
    if (!json)
        return {{}, refusedFormat(json.error().detail)};
    if (json->is_null()) // as the platform's own parser takes it
        return {};
    if (!json->is_object())
        return {{}, refusedFormat(QStringLiteral("expected an object"))};
    for (const char *member : {"events", "configurationKeys"}) {
        if (!isStringList(*json, member))
            return {
                {},
                refusedFormat(
                    QStringLiteral("%1: expected a list of strings").arg(QLatin1String(member)))};
    }
    if (const auto keys = json->find("configurationKeys"); keys != json->end() && !keys->empty())
        return {{},
                refusedFormat(QStringLiteral("configurationKeys are deprecated; use environment "
                                             "variables instead"))};
    RegistrationBody registration;
    if (const auto events = json->find("events"); events != json->end()) {
        for (const OrderedJson &event : *events) {
            registration.refusal
                = subscribe(event.get<std::string>(), isExternal, registration.events);
            if (registration.refusal)
                return registration;
        }
    }
    return registration;
}

bool acceptsAccountId(QByteArrayView features)
{
    const QList<QByteArray> names = features.toByteArray().split(',');
    return std::any_of(names.begin(), names.end(),
                       [](const QByteArray &name) { return name.trimmed() == "accountId"; });
}

NamedIdentifier readIdentifier(const HttpHeaders &headers)
{
    const QByteArrayView identifier = headerValue(headers, "Lambda-Extension-Identifier");
    if (identifier.isEmpty())
        return {{},
                ExtensionRefusal{QStringLiteral("Extension.MissingExtensionIdentifier"),
                                 QStringLiteral("Missing Lambda-Extension-Identifier header")}};
    if (!isUuid(identifier))
        return {{},
                ExtensionRefusal{QStringLiteral("Extension.InvalidExtensionIdentifier"),
                                 QStringLiteral("Invalid Lambda-Extension-Identifier")}};
    return {identifier.toByteArray().toLower(), {}};
}

QByteArray makeExtensionIdentifier()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

HttpResponse registrationResponse(const ExtensionFunction &function, QByteArrayView identifier,
                                  bool withAccountId)
{
    OrderedJson body{{"functionName", function.name.toStdString()},
                     {"functionVersion", function.version.toStdString()},
                     {"handler", function.handler.toStdString()}};
    if (withAccountId)
        body["accountId"] = function.accountId.toStdString();
    HttpResponse response = extensionJson(200, body);
    response.headers.push_back({"Lambda-Extension-Identifier", identifier.toByteArray()});
    return response;
}

HttpResponse refusalResponse(const ExtensionRefusal &refusal)
{
    return extensionJson(refusal.status,
                         {{"errorMessage", refusal.message.toStdString()},
                          {"errorType", refusal.errorType.toStdString()}});
}

HttpResponse extensionAccepted()
{
    return extensionJson(202, {{"status", "OK"}});
}

HttpResponse eventResponse(QByteArray event)
{
    return {200,
            {{"Content-Type", "application/json"},
             {"Lambda-Extension-Event-Identifier", makeExtensionIdentifier()}},
            std::move(event)};
}

QByteArray invokeEventJson(const ExtensionInvokeEvent &event)
{
    return writeJson(
        OrderedJson{
            {"eventType", "INVOKE"},
            {"deadlineMs", epochMilliseconds(event.deadline)},
            {"requestId", event.requestId.toStdString()},
            {"invokedFunctionArn", event.functionArn.toStdString()},
            {"tracing", {{"type", "X-Amzn-Trace-Id"}, {"value", event.traceId.toStdString()}}}},
        JsonLayout::Compact);
}

QByteArray shutdownEventJson(ShutdownReason reason, WallTime deadline)
{
    return writeJson(OrderedJson{{"eventType", "SHUTDOWN"},
                                 {"shutdownReason", shutdownReasonName(reason).toStdString()},
                                 {"deadlineMs", epochMilliseconds(deadline)}},
                     JsonLayout::Compact);
}

QString shutdownReasonName(ShutdownReason reason)
{
    switch (reason) {
    case ShutdownReason::Spindown:
        return QStringLiteral("spindown");
    case ShutdownReason::Timeout:
        return QStringLiteral("timeout");
    case ShutdownReason::Failure:
        return QStringLiteral("failure");
    }
    return {};
}

} // namespace coldframe
