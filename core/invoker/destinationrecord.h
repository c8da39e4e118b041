// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/queuedevent.h"

namespace coldframe {

/// The record of an event that came to its end, as Lambda sends it to a destination (invoke-api,
/// section 5): JSON in one line. Payloads keep every digit and the order of their members; a
/// response that is no JSON becomes a string. Without a run there is no response in it.
QByteArray destinationRecord(const QueuedEvent &event, const FunctionConfig &function,
                             WallTime now);

/// What a dead-letter queue gets: a message with the event itself, unchanged, as its body and the
/// attributes RequestID, ErrorCode and ErrorMessage. JSON in one line, named as in SQS.
QByteArray deadLetterMessage(const QueuedEvent &event);

/// The bytes of a JSON text without the blanks and line breaks between its tokens.
QByteArray withoutJsonBlanks(const QByteArray &json);

} // namespace coldframe
