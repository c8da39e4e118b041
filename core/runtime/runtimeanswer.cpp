// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runtimeanswer.h"

#include "core/base/jsontext.h"
#include "core/lambda/errorcause.h"
#include "core/lambda/errorpayload.h"
#include "core/runtime/apiresponse.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace coldframe {

namespace {

constexpr QByteArrayView errorTypeHeader = "Lambda-Runtime-Function-Error-Type";
constexpr QByteArrayView errorCauseHeader = "Lambda-Runtime-Function-XRay-Error-Cause";
constexpr QByteArrayView causedErrorType = "application/vnd.aws.lambda.error.cause+json";

QByteArray jsonType()
{
    return QByteArrayLiteral("application/json");
}

QByteArray octetStreamType()
{
    return QByteArrayLiteral("application/octet-stream");
}

/// The payload of an error that came without one; a type is written when the runtime told one.
QByteArray unknownErrorPayload(const QString &errorType)
{
    const QString message = QStringLiteral("Unknown application error occurred");
    if (!errorType.isEmpty())
        return platformErrorPayload(errorType, message);
    return writeJson(OrderedJson{{"errorMessage", message.toStdString()}}, JsonLayout::Compact);
}

/// Sets body and types from an error payload and what the headers say of it.
void setError(RuntimeAnswer &answer, QByteArray payload, QByteArrayView statedType)
{
    answer.isError = true;
    answer.platformErrorType = normalisedErrorType(QString::fromUtf8(statedType));
    answer.errorType = parseErrorPayload(payload).errorType;
    if (answer.errorType.isEmpty())
        answer.errorType = answer.platformErrorType;
    answer.body = std::move(payload);
    if (answer.body.isEmpty()) {
        answer.body
            = unknownErrorPayload(statedType.isEmpty() ? QString() : answer.platformErrorType);
        answer.contentType = jsonType();
    }
}

/// An answer that the platform refuses.
RuntimeAnswer refusedAnswer(QByteArray payload, const QString &errorType, qint64 bytes)
{
    RuntimeAnswer answer;
    answer.body = std::move(payload);
    answer.isError = true;
    answer.errorType = errorType;
    answer.platformErrorType = errorType;
    answer.contentType = jsonType();
    answer.responseBytes = bytes;
    return answer;
}

bool hasCause(QByteArrayView contentType)
{
    const qsizetype parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.first(parameters))
               .trimmed()
               .compare(causedErrorType, Qt::CaseInsensitive)
        == 0;
}

QByteArray handlerTimesOf(const HttpHeaders &headers)
{
    return headerValue(headers, "Coldframe-Handler").toByteArray();
}

} // namespace

RuntimeAnswer responseAnswer(HttpRequest request)
{
    RuntimeAnswer answer;
    if (std::optional<RuntimeAnswer> error = trailerError(request.trailers)) {
        answer = *std::move(error);
    } else {
        answer.contentType = contentTypeOf(request.headers);
        answer.body = std::move(request.body);
    }
    answer.streamed = statedMode(request.headers) == StatedMode::Streaming;
    answer.responseBytes = request.bodyBytes;
    answer.handlerTimes = handlerTimesOf(request.headers);
    return answer;
}

RuntimeAnswer errorAnswer(HttpRequest request)
{
    RuntimeAnswer answer;
    answer.contentType = contentTypeOf(request.headers);
    answer.responseBytes = request.bodyBytes;
    answer.handlerTimes = handlerTimesOf(request.headers);
    QByteArray payload = std::move(request.body);
    if (hasCause(answer.contentType) && !payload.isEmpty()) {
        if (std::optional<SeparatedError> separated = separateErrorCause(payload)) {
            payload = std::move(separated->payload);
            answer.errorCause = std::move(separated->cause);
            answer.contentType = jsonType();
        } else {
            payload = QByteArrayLiteral("Invalid error body");
            answer.contentType = octetStreamType();
        }
    }
    if (answer.errorCause.isEmpty())
        answer.errorCause = keptErrorCause(headerValue(request.headers, errorCauseHeader));
    setError(answer, std::move(payload), headerValue(request.headers, errorTypeHeader));
    return answer;
}

RuntimeAnswer phaseErrorAnswer(HttpRequest request)
{
    RuntimeAnswer answer = errorAnswer(std::move(request));
    answer.contentType = checkJson(answer.body) ? jsonType() : octetStreamType();
    return answer;
}

std::optional<RuntimeAnswer> trailerError(const HttpHeaders &trailers)
{
    const QByteArrayView type = headerValue(trailers, errorTypeHeader);
    const QByteArrayView body = headerValue(trailers, "Lambda-Runtime-Function-Error-Body");
    if (type.isEmpty() && body.isEmpty())
        return std::nullopt;
    RuntimeAnswer answer;
    answer.contentType = jsonType();
    setError(answer, QByteArray::fromBase64(body.toByteArray()), type);
    return answer;
}

RuntimeAnswer oversizedAnswer(qint64 bytes, qint64 limit)
{
    const QString type = QStringLiteral("Function.ResponseSizeTooLarge");
    const QString message = QStringLiteral("Response payload size (%1 bytes) exceeded maximum "
                                           "allowed payload size (%2 bytes).");
    return refusedAnswer(platformErrorPayload(type, message.arg(bytes).arg(limit)), type, bytes);
}

RuntimeAnswer truncatedAnswer(const QString &requestId, qint64 bytes)
{
    const QString type = QStringLiteral("Runtime.TruncatedResponse");
    const QString what = QStringLiteral("HTTP request detected as truncated");
    return refusedAnswer(platformErrorPayload(type, platformErrorMessage(requestId, what)), type,
                         bytes);
}

RuntimeAnswer invalidModeAnswer()
{
    return refusedAnswer({}, QStringLiteral("Runtime.InvalidResponseModeHeader"), 0);
}

HttpResponse oversizedResponse(qint64 limit)
{
    return apiErrorResponse(
        413, QStringLiteral("RequestEntityTooLarge"),
        QStringLiteral("Exceeded maximum allowed payload size (%1 bytes).").arg(limit));
}

HttpResponse truncatedResponse()
{
    return apiErrorResponse(400, QStringLiteral("TruncatedHTTPRequest"),
                            QStringLiteral("HTTP request detected as truncated"));
}

HttpResponse invalidModeResponse()
{
    return apiErrorResponse(400, QStringLiteral("InvalidFunctionResponseMode"),
                            QStringLiteral("Invalid function response mode"));
}

StatedMode statedMode(const HttpHeaders &headers)
{
    const QByteArrayView mode = headerValue(headers, "Lambda-Runtime-Function-Response-Mode");
    if (mode.isEmpty())
        return StatedMode::None;
    return mode.compare("streaming", Qt::CaseInsensitive) == 0 ? StatedMode::Streaming
                                                               : StatedMode::Invalid;
}

QByteArray contentTypeOf(const HttpHeaders &headers)
{
    const QByteArrayView type = headerValue(headers, "Content-Type");
    return type.isEmpty() ? octetStreamType() : type.toByteArray();
}

} // namespace coldframe
