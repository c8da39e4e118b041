// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httpmessage.h"

#include <QByteArray>
#include <QString>

namespace coldframe {

/// Why the Lambda API refuses a call: nothing was run (invoke-api, sections 4 and 8).
struct ApiError
{
    int status = 400;
    QByteArray type; ///< Lambda's name of it, for example "ResourceNotFoundException"
    QString message;
    QString reason = {}; ///< of a throttle, see core/lambda/concurrency.h

    bool operator==(const ApiError &) const = default;
};

template<typename T>
using ApiResult = tl::expected<T, ApiError>;

/// The error side of an ApiResult, for `return refusedCall(...)`.
tl::unexpected<ApiError> refusedCall(int status, const char *type, const QString &message);
tl::unexpected<ApiError> invalidParameter(const QString &message);
tl::unexpected<ApiError> invalidContent(const QString &message);
tl::unexpected<ApiError> functionNotFound(const QString &arn);

/// A value that breaks a rule of the call's form: "Member must ...".
tl::unexpected<ApiError> invalidValue(const QString &value, const char *member,
                                      const QString &constraint);

/// What a caller is told when an invocation could not be run.
ApiError apiErrorOf(const Error &error);

/// Status, x-amzn-ErrorType and the body with Type, message in both spellings and Reason.
HttpResponse errorResponse(const ApiError &error);

} // namespace coldframe
