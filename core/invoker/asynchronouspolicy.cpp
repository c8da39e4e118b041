// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/asynchronouspolicy.h"

#include "core/lambda/limits.h"

#include <algorithm>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds longestBackOff = 5min;

NextStep unlessTooOld(std::chrono::seconds delay, std::chrono::nanoseconds age,
                      const EventInvokeConfig &config)
{
    if (age + delay > config.maximumEventAge)
        return {EndCondition::EventAgeExceeded, 0s};
    return {std::nullopt, delay};
}

} // namespace

std::optional<EndCondition> endBeforeAttempt(const QueuedEvent &event, std::chrono::nanoseconds age,
                                             std::optional<int> reservedConcurrency,
                                             const EventInvokeConfig &config)
{
    if (reservedConcurrency == 0)
        return EndCondition::ZeroReservedConcurrency;
    const auto passed = event.lineage.find(event.functionName);
    if (passed != event.lineage.end() && passed->second >= limits::RecursiveInvocations)
        return EndCondition::RecursiveInvocation;
    if (age > config.maximumEventAge)
        return EndCondition::EventAgeExceeded;
    return std::nullopt;
}

NextStep stepAfterAttempt(AttemptOutcome outcome, const QueuedEvent &event,
                          std::chrono::nanoseconds age, const EventInvokeConfig &config)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return {EndCondition::Success, 0s};
    case AttemptOutcome::FunctionError:
        if (event.attempts > config.maximumRetryAttempts)
            return {EndCondition::RetriesExhausted, 0s};
        return unlessTooOld(retryDelay(event.attempts), age, config);
    case AttemptOutcome::Throttled:
    case AttemptOutcome::SystemError:
        break;
    }
    return unlessTooOld(backOffDelay(event.backOffs), age, config);
}

std::chrono::seconds retryDelay(int attempts)
{
    return attempts <= 1 ? 1min : 2min;
}

std::chrono::seconds backOffDelay(int inARow)
{
    constexpr int stepsToTheLongest = 9; // 2^9 s is above 5 minutes
    const int steps = std::clamp(inARow - 1, 0, stepsToTheLongest);
    return std::min(std::chrono::seconds(1 << steps), longestBackOff);
}

} // namespace coldframe
