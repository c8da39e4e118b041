// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/lambda/eventinvokeconfig.h"
#include "core/lambda/invocation.h"

#include <QMetaType>

#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// How Lambda was done with an asynchronous event (invoke-api, section 5).
enum class EndCondition {
    Success,
    RetriesExhausted,
    EventAgeExceeded,
    ZeroReservedConcurrency, ///< never run, because the function may not run at all
    RecursiveInvocation, ///< never run, because its chain of events is a loop; the name is ours
};

/// The word for it in a destination's record, and back.
QString endConditionName(EndCondition condition);
std::optional<EndCondition> endConditionNamed(const QString &name);

/// How one attempt to run an event went.
enum class AttemptOutcome {
    Succeeded,
    FunctionError, ///< failed, crashed, timed out or was stopped
    Throttled, ///< refused with status 429
    SystemError, ///< could not be run at all
};

/// What of a request counts in every attempt; the function's configuration is looked up each time.
struct AttemptOptions
{
    StartChoice start = StartChoice::ReuseWarm;
    IsolationChoice isolation = IsolationChoice::Automatic;
    EmulationOptions emulation = {};

    bool operator==(const AttemptOptions &) const = default;
};

/// What the function answered when it ran last.
struct FunctionResponse
{
    QString executedVersion;
    bool isError = false;
    QByteArray payload;

    bool operator==(const FunctionResponse &) const = default;
};

/// One receiver of what an event left at its end.
struct EventDelivery
{
    Destination destination;
    bool isDeadLetter = false; ///< gets the event itself, not the record
    bool isDone = false; ///< delivered, or given up
    QString problem = {}; ///< why it was given up

    bool operator==(const EventDelivery &) const = default;
};

/// An asynchronous event, from its acceptance until it is dealt with. All its times are virtual.
struct QueuedEvent
{
    enum class State {
        Waiting, ///< for its first or next attempt
        Running,
        Delivering, ///< it came to its end, its destinations are not done yet
        Succeeded,
        Failed,
    };

    qint64 sequence = 0; ///< order of acceptance
    QString requestId; ///< the same in every attempt
    QString functionName;
    QByteArray event;
    AttemptOptions options;
    std::map<QString, int> lineage; ///< times that the chain before it passed a function
    WallTime acceptedAt{};

    State state = State::Waiting;
    int attempts = 0; ///< times that the function ran, without duplicates
    int throttles = 0; ///< times that it could not run, by a limit or a problem of the system
    int backOffs = 0; ///< likewise, since it ran last
    int duplicates = 0; ///< times that it ran because it was delivered twice
    WallTime nextAttemptAt{}; ///< while it waits
    std::optional<FunctionResponse> response; ///< of its last run
    int errorCode = 0; ///< HTTP status of the last failure; 0 without one
    QString errorMessage; ///< likewise

    std::optional<EndCondition> condition; ///< once it came to its end
    QByteArray destinationRecord; ///< likewise, JSON in one line
    std::vector<EventDelivery> deliveries; ///< likewise

    bool isFinished() const { return state == State::Succeeded || state == State::Failed; }
    bool operator==(const QueuedEvent &) const = default;
};

/// One attempt, as it is told to those who watch.
struct EventAttempt
{
    int number = 1; ///< of the event's runs; of its duplicates when it is one
    bool isDuplicate = false;
    AttemptOutcome outcome = AttemptOutcome::Succeeded;
    std::optional<InvocationRecord> record; ///< when it ran
    std::optional<Error> error; ///< when it did not
};

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::QueuedEvent)
Q_DECLARE_METATYPE(coldframe::EventAttempt)
