// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QByteArray>

namespace coldframe {

/// One message of application/vnd.amazon.eventstream: lengths, checksums, headers of type string
/// and a payload (invoke-api, section 3).
QByteArray eventStreamMessage(const HttpHeaders &headers, const QByteArray &payload);

/// A piece of a function's response.
QByteArray payloadChunkMessage(const QByteArray &piece);

/// The last message of a streamed invocation. The error's type and payload are empty on success,
/// the log (in base64) when it was not asked for.
QByteArray invokeCompleteMessage(const QByteArray &errorCode, const QByteArray &errorDetails,
                                 const QByteArray &logResult);

} // namespace coldframe
