// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/queuedevent.h"

#include <chrono>
#include <optional>

namespace coldframe {

/// What becomes of an event after an attempt: its end, or another attempt after the delay.
struct NextStep
{
    std::optional<EndCondition> end;
    std::chrono::seconds delay{};

    bool operator==(const NextStep &) const = default;
};

/// Whether an event that is due may not run at all.
std::optional<EndCondition> endBeforeAttempt(const QueuedEvent &event, std::chrono::nanoseconds age,
                                             std::optional<int> reservedConcurrency,
                                             const EventInvokeConfig &config);

/// What follows an attempt, which the event's counters already contain. An event whose next attempt
/// would come after its maximum age ends at once, as nothing can happen any more.
NextStep stepAfterAttempt(AttemptOutcome outcome, const QueuedEvent &event,
                          std::chrono::nanoseconds age, const EventInvokeConfig &config);

/// The pause after a function error, by the number of runs so far: 1 minute, then 2.
std::chrono::seconds retryDelay(int attempts);

/// The pause after the n-th throttle or system error in a row: 1, 2, 4, ... 300 seconds.
std::chrono::seconds backOffDelay(int inARow);

} // namespace coldframe
