// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpmessage.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace coldframe {

/// How a runtime answered an event, or failed its init or restore phase.
struct RuntimeAnswer
{
    /// Response or error payload; empty for a response that was handed out in parts.
    QByteArray body;
    bool isError = false;
    QString errorType; ///< what the payload says; empty when the answer is no error
    QString platformErrorType; ///< normalised, for REPORT (runtime-api, section 5)
    QByteArray contentType; ///< of the body
    QByteArray errorCause; ///< the X-Ray cause, JSON of at most 64 KiB; empty without one
    QByteArray handlerTimes; ///< what our bootstraps tell in the header Coldframe-Handler
    bool streamed = false; ///< in response mode streaming, whatever the caller wanted
    qint64 responseBytes = 0; ///< that the runtime sent, also of a response that was refused
    std::optional<Instant> firstByteAt; ///< of a response that was handed out in parts
};

/// A whole response. Trailers may say that it failed on the way (runtime-api, section 8).
RuntimeAnswer responseAnswer(HttpRequest request);

/// An error as a runtime posted it; one without a body gets the platform's own payload
/// (runtime-api, sections 5 and 10).
RuntimeAnswer errorAnswer(HttpRequest request);

/// Like errorAnswer, for the init and restore phase: whether the payload is JSON decides its type
/// (runtime-api, section 6).
RuntimeAnswer phaseErrorAnswer(HttpRequest request);

/// The error that a streamed response ended with; nothing when it ended well.
std::optional<RuntimeAnswer> trailerError(const HttpHeaders &trailers);

/// What the caller gets when the platform refuses a runtime's answer.
RuntimeAnswer oversizedAnswer(qint64 bytes, qint64 limit);
RuntimeAnswer truncatedAnswer(const QString &requestId, qint64 bytes);
RuntimeAnswer invalidModeAnswer();

/// What the runtime is told then (runtime-api, section 4).
HttpResponse oversizedResponse(qint64 limit);
HttpResponse truncatedResponse();
HttpResponse invalidModeResponse();

enum class StatedMode { None, Streaming, Invalid };

/// What Lambda-Runtime-Function-Response-Mode says.
StatedMode statedMode(const HttpHeaders &headers);

/// Content-Type, or application/octet-stream where there is none.
QByteArray contentTypeOf(const HttpHeaders &headers);

} // namespace coldframe
