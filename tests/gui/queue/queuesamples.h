// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/queuedevent.h"
#include "gui/queue/queuemodel.h"

namespace coldframe::test {

/// 2026-11-23 08:00:00 UTC.
inline constexpr WallTime Accepted{std::chrono::seconds(1795420800)};

inline QueuedEvent waitingEvent(qint64 sequence)
{
    QueuedEvent event;
    event.sequence = sequence;
    event.requestId = QStringLiteral("request-%1").arg(sequence);
    event.functionName = QStringLiteral("orders-api");
    event.event = R"({"order":1.50})";
    event.acceptedAt = Accepted;
    event.nextAttemptAt = Accepted;
    return event;
}

/// Failed twice, is tried again 3 minutes after it was accepted.
inline QueuedEvent retriedEvent(qint64 sequence)
{
    QueuedEvent event = waitingEvent(sequence);
    event.attempts = 2;
    event.nextAttemptAt = Accepted + std::chrono::minutes(3);
    event.errorCode = 200;
    event.errorMessage = QStringLiteral("no order");
    return event;
}

/// Given up 3 minutes after it was accepted, without a destination.
inline QueuedEvent failedEvent(qint64 sequence)
{
    QueuedEvent event = waitingEvent(sequence);
    event.state = QueuedEvent::State::Failed;
    event.attempts = 3;
    event.condition = EndCondition::RetriesExhausted;
    event.destinationRecord
        = R"({"version":"1.0","timestamp":"2026-11-23T08:03:00.250Z","requestContext":{}})";
    return event;
}

inline QueueAttempt failedAttempt(int number)
{
    return {Accepted,
            number,
            false,
            AttemptOutcome::FunctionError,
            std::chrono::microseconds(12'300),
            QStringLiteral("ValueError: no order")};
}

} // namespace coldframe::test
