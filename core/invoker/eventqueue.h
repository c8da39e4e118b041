// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/lambda/eventinvokeconfig.h"
#include "core/lambda/invocation.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace coldframe {

class Invoker;

/// An asynchronous event, from its acceptance until it is dealt with.
struct QueuedEvent
{
    enum class State {
        Waiting, ///< for its first or next attempt
        Running,
        Succeeded,
        Failed, ///< by condition
    };

    QString requestId; ///< the same in every attempt
    QString functionName;
    QByteArray event;
    WallTime acceptedAt{}; ///< virtual time, as every time here
    State state = State::Waiting;
    int attempts = 0; ///< times that the function ran
    int throttles = 0;
    WallTime nextAttemptAt{}; ///< while it waits
    QString condition; ///< Success, RetriesExhausted, EventAgeExceeded, ZeroReservedConcurrency
    QByteArray destinationRecord; ///< the record that was made at the end, JSON
    QString deliveredTo; ///< where it went; empty without a destination
    QString deliveryProblem; ///< why a destination did not take it
};

/// Lambda's queue of asynchronous events (invoke-api, section 5): at least once, retries after
/// function errors, back-off after throttles, destinations and a dead-letter queue. Its clock is
/// virtual: it can be advanced to the next attempt, so that nobody waits. An accepted event is
/// written down before accept() returns.
class EventQueue final : public QObject
{
    Q_OBJECT

public:
    /// The present configuration of a function; nothing when there is none of that name.
    using FunctionSource = std::function<std::optional<FunctionConfig>(const QString &name)>;

    EventQueue(Invoker &invoker, FunctionSource functions, const Clock &clock,
               QObject *parent = nullptr);
    ~EventQueue() override;

    /// Keeps the queue in this SQLite file from now on and goes on with the events in it. Without
    /// a call it is kept in memory. Unreadable or Unwritable.
    Result<void> open(const QString &databaseFile);

    /// Takes an event; its request id, made when empty. EventTooLarge (1 MB), InvalidJson,
    /// NotFound without such a function, or Unwritable: nothing is accepted then.
    Result<QString> accept(InvocationRequest request);

    /// Runs an event once more as if Lambda had delivered it twice.
    void deliverAgain(const QString &requestId);

    void setConfig(const QString &functionName, const EventInvokeConfig &config);
    EventInvokeConfig config(const QString &functionName) const;

    /// All events that are not dealt with, and the last ones that are; the oldest first.
    std::vector<QueuedEvent> events() const;

    /// Whether no event waits or runs.
    bool isIdle() const;

    /// Lets virtual time pass until the next attempt is due. Nothing when none waits.
    void skipToNextAttempt();

    /// Does so whenever nothing runs, until it is switched off.
    void setFastForward(bool on);

    /// How far virtual time is ahead of the clock.
    std::chrono::nanoseconds skipped() const;

Q_SIGNALS:
    void changed();
    void attempted(const coldframe::InvocationRecord &record);
    void dealtWith(const coldframe::QueuedEvent &event);
    void skippedBy(std::chrono::nanoseconds time); ///< virtual time went on by this much
};

} // namespace coldframe
