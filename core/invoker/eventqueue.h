// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/virtualclock.h"
#include "core/invoker/queuedevent.h"
#include "core/lambda/concurrency.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace coldframe {

class DestinationDelivery;
class EventStore;
class Invoker;

/// Lambda's queue of asynchronous events (invoke-api, section 5): at least once, retries after
/// function errors, back-off after throttles, destinations and a dead-letter queue. Its clock is
/// virtual: it can be advanced to the next attempt, so that nobody waits. An accepted event is
/// written down before accept() returns.
///
/// Lives in one thread. Ends before the invoker: what still runs then is not heard of any more, and
/// with a file it is delivered again after the next open().
class EventQueue final : public QObject
{
    Q_OBJECT

public:
    /// The present configuration of a function; nothing when there is none of that name.
    using FunctionSource = std::function<std::optional<FunctionConfig>(const QString &name)>;

    struct Options
    {
        int mostParallel = 10; ///< events that run at the same time
        int finishedKept = 1'000; ///< events that are dealt with; older ones are forgotten
        std::chrono::milliseconds httpTimeout{10'000}; ///< for a destination's answer
    };

    /// The clock outlives the queue.
    EventQueue(Invoker &invoker, FunctionSource functions, const Clock &clock, Options options,
               QObject *parent = nullptr);
    EventQueue(Invoker &invoker, FunctionSource functions, const Clock &clock,
               QObject *parent = nullptr);
    ~EventQueue() override;

    /// Keeps the queue in this SQLite file from now on and goes on with the events in it, as soon
    /// as the event loop runs. Without a call it is kept in memory. Unreadable or Unwritable;
    /// InvalidArgument behind the first accept().
    Result<void> open(const QString &databaseFile);

    /// Takes an event; its request id, made when empty. Of the request count the function's name,
    /// the event, and start, isolation and emulation. EventTooLarge (1 MB), InvalidJson, NotFound
    /// without such a function, InvalidArgument for a request id that is in the queue, or
    /// Unwritable: nothing is accepted then.
    Result<QString> accept(const InvocationRequest &request);

    /// Runs an event once more as if Lambda had delivered it twice: with the same request id,
    /// without consequences for the event. NotFound when it is not in the queue.
    Result<void> deliverAgain(const QString &requestId);

    /// Counts from the next step of each event on.
    void setConfig(const QString &functionName, const EventInvokeConfig &config);
    EventInvokeConfig config(const QString &functionName) const;

    /// Of the limits, a reserved concurrency of 0 counts here: such a function's events fail
    /// without a run. The invoker refuses the rest.
    void setConcurrency(const ConcurrencySettings &settings);

    /// All events that are not dealt with, and the last ones that are; the oldest first.
    std::vector<QueuedEvent> events() const;

    /// One of them, or nothing.
    std::optional<QueuedEvent> event(const QString &requestId) const;

    /// Whether no event waits, runs or is on its way to a destination.
    bool isIdle() const;

    /// When the next waiting event is due, in virtual time. Nothing when none waits.
    std::optional<WallTime> nextAttemptAt() const;

    /// Lets virtual time pass until the next attempt is due. Nothing happens when none waits.
    void skipToNextAttempt();

    /// Does so whenever nothing runs, until it is switched off.
    void setFastForward(bool on);

    /// Virtual time, and how far it is ahead.
    const Clock &clock() const { return m_clock; }
    std::chrono::nanoseconds skipped() const { return m_clock.ahead(); }

Q_SIGNALS:
    void changed();

    /// The event is already what the attempt made of it: it waits again, or has its condition.
    void attempted(const coldframe::QueuedEvent &event, const coldframe::EventAttempt &attempt);

    /// Its record is made, delivered and written down.
    void dealtWith(const coldframe::QueuedEvent &event);
    void skippedBy(std::chrono::nanoseconds time); ///< virtual time went on by this much

    /// The file did not take a step; the queue goes on, but may repeat it after a restart.
    void notWritten(const coldframe::Error &error);

private:
    struct Entry
    {
        QueuedEvent event;
        int duplicatesWanted = 0;
        bool isRunning = false; ///< the event or a duplicate; one at a time, as ids are the same
    };

    Result<QString> acceptEvent(QueuedEvent event);
    void scheduleWork();
    void work();
    void goOnLater();
    void begin(Entry &entry);
    void run(Entry &entry, bool isDuplicate);
    void onRun(qint64 sequence, bool isDuplicate, const Result<InvocationRecord> &result);
    void settle(Entry &entry, EventAttempt attempt);
    void end(Entry &entry, EndCondition condition);
    void deliver(qint64 sequence);
    void deliverTo(qint64 sequence, std::size_t index);
    Result<void> passToFunction(const QueuedEvent &event, const QString &functionName,
                                const QByteArray &payload);
    void onDelivered(qint64 sequence, std::size_t index, const Result<void> &result);
    void finish(Entry &entry);
    void forgetOldest();
    void wait(Entry &entry, WallTime until);
    void write(const QueuedEvent &event);
    void skipTo(WallTime time);
    std::chrono::nanoseconds ageOf(const QueuedEvent &event) const;

    QPointer<Invoker> m_invoker;
    FunctionSource m_functions;
    VirtualClock m_clock;
    Options m_options;
    std::map<QString, EventInvokeConfig> m_configs;
    std::map<QString, int> m_reserved;
    std::unique_ptr<EventStore> m_store; ///< null in memory
    std::unique_ptr<DestinationDelivery> m_delivery;

    std::map<qint64, Entry> m_entries; ///< by sequence
    QHash<QString, qint64> m_sequences; ///< by request id
    std::set<std::pair<WallTime, qint64>> m_due; ///< what waits
    std::set<qint64> m_duplicates; ///< entries with a duplicate that is wanted
    std::deque<qint64> m_finished; ///< in the order in which they were
    qint64 m_lastSequence = 0;
    int m_running = 0;
    int m_delivering = 0; ///< events
    bool m_fastForward = false;
    bool m_workScheduled = false;
    QTimer m_timer; ///< until the next attempt
};

} // namespace coldframe
