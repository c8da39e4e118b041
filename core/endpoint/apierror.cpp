// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/endpoint/apierror.h"

#include "core/base/jsontext.h"
#include "core/lambda/limits.h"

#include <nlohmann/json.hpp>

namespace coldframe {

tl::unexpected<ApiError> refusedCall(int status, const char *type, const QString &message)
{
    return tl::make_unexpected(ApiError{status, type, message});
}

tl::unexpected<ApiError> invalidParameter(const QString &message)
{
    return refusedCall(400, "InvalidParameterValueException", message);
}

tl::unexpected<ApiError> invalidContent(const QString &message)
{
    return refusedCall(400, "InvalidRequestContentException", message);
}

tl::unexpected<ApiError> functionNotFound(const QString &arn)
{
    return refusedCall(404, "ResourceNotFoundException",
                       QStringLiteral("Function not found: %1").arg(arn));
}

tl::unexpected<ApiError> invalidValue(const QString &value, const char *member,
                                      const QString &constraint)
{
    return refusedCall(400, "ValidationException",
                       QStringLiteral("1 validation error detected: Value '%1' at '%2' failed to "
                                      "satisfy constraint: Member must %3")
                           .arg(value, QLatin1String(member), constraint));
}

ApiError apiErrorOf(const Error &error)
{
    switch (error.code) {
    case Error::Code::Throttled:
        return {429, "TooManyRequestsException", QStringLiteral("Rate Exceeded."), error.detail};
    case Error::Code::InvalidJson: {
        const TextPosition at = error.position.value_or(TextPosition{});
        return {400, "InvalidRequestContentException",
                QStringLiteral("Could not parse request body into json: Could not parse payload "
                               "into json: %1 at [line: %2, column: %3]")
                    .arg(error.detail)
                    .arg(at.line)
                    .arg(at.column)};
    }
    case Error::Code::EventTooLarge:
        return {413, "RequestEntityTooLargeException",
                QStringLiteral("%1 byte payload is too large").arg(error.detail)};
    case Error::Code::InvalidArgument:
        return {400, "InvalidParameterValueException", error.detail};
    case Error::Code::UnsupportedRuntime:
    case Error::Code::InterpreterNotFound:
    case Error::Code::RuntimeClientNotFound:
        return {502, "InvalidRuntimeException",
                QStringLiteral("The runtime can't be run on this computer: %1").arg(error.detail)};
    case Error::Code::NotFound:
        return {500, "ServiceException",
                QStringLiteral("The function can't be run, not found: %1").arg(error.detail)};
    default:
        return {500, "ServiceException",
                QStringLiteral("The function can't be run: %1").arg(error.detail)};
    }
}

HttpResponse errorResponse(const ApiError &error)
{
    OrderedJson body;
    if (!error.reason.isEmpty())
        body["Reason"] = error.reason.toStdString();
    body["Type"] = error.status >= 500 ? "Service" : "User";
    // Which of the two a client reads depends on the error.
    body["message"] = error.message.toStdString();
    body["Message"] = error.message.toStdString();
    HttpResponse response{
        error.status,
        {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", error.type}},
        writeJson(body, JsonLayout::Compact)};
    if (error.status == 429)
        response.headers.push_back({"Retry-After", "1"});
    return response;
}

} // namespace coldframe
