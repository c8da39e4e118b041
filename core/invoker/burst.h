// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/invoker/burststatistics.h"
#include "core/invoker/invoker.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <variant>

namespace coldframe {

/// So many invocations at the same time.
struct AtOnce
{
    int count = 1;

    bool operator==(const AtOnce &) const = default;
};

/// So many in each second, evenly spaced, for that long.
struct AtRate
{
    int perSecond = 1;
    std::chrono::seconds duration{1};

    bool operator==(const AtRate &) const = default;
};

/// Which events are sent. They all have the function and the event of the request.
struct BurstPlan
{
    static constexpr int MostAtOnce = 5'000;
    static constexpr int MostPerSecond = 1'000;
    static constexpr std::chrono::seconds LongestDuration{600};
    static constexpr int MostInvocations = 50'000;

    InvocationRequest request; ///< its request id is not used
    std::variant<AtOnce, AtRate> shape;
};

int plannedCount(const BurstPlan &plan);

/// InvalidArgument when a plan is empty or larger than the limits above.
Result<void> checkBurstPlan(const BurstPlan &plan);

/// How many are to be sent by this time after the beginning: the first one at once.
int dueCount(const BurstPlan &plan, std::chrono::nanoseconds elapsed);

/// When the next one is due after so many were sent; not set after the last one.
std::optional<std::chrono::nanoseconds> nextDue(const BurstPlan &plan, int sentCount);

/// Sends many events of one function and counts how they end. What is due is decided by the clock
/// alone: a timer that comes late makes nothing fewer. Lives in the Invoker's thread.
class Burst final : public QObject
{
    Q_OBJECT

public:
    /// invoker and clock must outlive the burst.
    Burst(Invoker &invoker, const Clock &clock, QObject *parent = nullptr);
    /// Stops what still runs.
    ~Burst() override;

    /// Begins with new figures; an error, and nothing else, while one is running or when the plan
    /// makes no sense.
    Result<void> start(const BurstPlan &plan);

    /// Sends nothing more and stops what is running. It is over when all have ended.
    void stop();

    bool isRunning() const { return m_isRunning; }
    bool isStopping() const { return m_isStopping; }
    const BurstPlan &plan() const { return m_plan; }
    const BurstStatistics &statistics() const { return m_statistics; }

    /// Sends what is due now. The burst does that by itself when the time comes.
    void proceed();

Q_SIGNALS:
    /// An invocation that ran has ended, however it did.
    void ended(const coldframe::InvocationRecord &record);

    /// The figures have changed; at most once in ProgressInterval.
    void progressed();

    /// All that was sent has ended; after the last progressed().
    void finished();

private:
    static constexpr std::chrono::milliseconds ProgressInterval{50};
    /// More in one go would hold up the thread; the rest follows when other events were handled.
    static constexpr int MostInOneGo = 100;

    struct Sent
    {
        QString requestId;
        std::chrono::nanoseconds at{};
    };

    std::chrono::nanoseconds elapsed() const;
    void send();
    void onEnded(int number, const Result<InvocationRecord> &result);
    void scheduleNext();
    void endWhenDone();

    Invoker &m_invoker;
    const Clock &m_clock;
    BurstPlan m_plan;
    BurstStatistics m_statistics;
    Instant m_began{};
    std::map<int, Sent> m_running; ///< by number, so that the oldest come first
    bool m_isRunning = false;
    bool m_isStopping = false;
    QTimer m_timer; ///< for the next one that is due
    QTimer m_progress;
};

} // namespace coldframe
