// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>

namespace coldframe {

/// What the payload of a failed invocation says, in any runtime's dialect
/// (environment, section 7).
struct ErrorPayload
{
    QString errorType;
    QString errorMessage;
    QStringList stackTrace; ///< "stackTrace" or "trace", a line or a frame each

    bool operator==(const ErrorPayload &) const = default;
};

/// Reads what there is; a payload that is not an object gives an empty value.
ErrorPayload parseErrorPayload(QByteArrayView payload);

/// A payload that the platform makes itself: {"errorType":...,"errorMessage":...}, in this order
/// (runtime-api, section 10).
QByteArray platformErrorPayload(const QString &errorType, const QString &errorMessage);

/// "RequestId: <id> Error: <what>", or "Error: <what>" when no request is known.
QString platformErrorMessage(const QString &requestId, const QString &what);

/// "Task timed out after 3.00 seconds".
QString timeoutMessage(std::chrono::milliseconds timeout);

/// A runtime's own error type as the platform keeps it (runtime-api, section 5).
QString normalisedErrorType(const QString &errorType);

} // namespace coldframe
