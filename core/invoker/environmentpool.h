// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/codewatcher.h"
#include "core/lambda/concurrency.h"
#include "core/runtime/executionenvironment.h"
#include "core/runtime/sandboxreserve.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

/// The execution environments that are alive, most recently used first. Decides which one runs an
/// event, and remembers why the next one has to be new.
class EnvironmentPool final : public QObject
{
    Q_OBJECT

public:
    explicit EnvironmentPool(const Clock &clock, QObject *parent = nullptr);
    ~EnvironmentPool() override;

    /// Makes what a new environment needs that a warm one has already.
    using MakeSetup = std::function<EnvironmentSetup()>;

    /// What must be the same, beside the function, for an idle environment to be reused.
    struct Wanted
    {
        const Interpreter &interpreter;
        Isolation isolation;
        const QString &optDirectory;
    };

    /// Whether the event needs no new environment.
    bool canReuse(const InvocationRequest &request, const Wanted &wanted);

    /// Runs the event on the idle environment that canReuse() has just found.
    void invokeIdle(const InvocationRequest &request);

    /// Runs the event on a new environment. An Error means that no process could be started.
    Result<void> invokeNew(const InvocationRequest &request, const MakeSetup &makeSetup);

    /// Starts and ends environments until this many of the function are initialised ahead of events,
    /// busy ones included. An Error means that a process could not be started.
    Result<void> keepProvisioned(const InvocationRequest &like, const Wanted &wanted,
                                 const MakeSetup &makeSetup, int count);

    /// How many environments can run an event now or later.
    int liveCount() const;

    /// Ends the environment that is idle for the longest time, if there is one that is not
    /// provisioned.
    bool endLongestIdle();

    /// Environments that are idle for longer than this end; provisioned ones stay.
    void setIdleLifetime(std::chrono::seconds lifetime);

    /// What is idle is idle for that much longer.
    void skip(std::chrono::nanoseconds time);

    /// Stops a running invocation; false when it does not run here.
    bool stop(const QString &requestId);

    /// Ends every idle environment; busy ones end after their invocation.
    void recycle();

    /// Ends every environment, also the busy ones, each with its shutdown phase. isEmpty() and
    /// changed() tell when the last one is gone.
    void shutDown();
    bool isEmpty() const { return m_members.empty(); }

    /// The layers of a function were changed: its environments are of no use any more.
    void noticeLayerChange(const FunctionConfig &function, const QString &changedFile);

    /// Holds a streamed response back, or lets it go on; nothing when the request does not run.
    void setResponsePaused(const QString &requestId, bool paused);

    /// All that are alive, also those in their shutdown phase.
    std::vector<EnvironmentDescription> descriptions() const;

Q_SIGNALS:
    void finished(const coldframe::InvocationRecord &record);
    void provisioningFailed(const coldframe::InvocationRecord &record);
    /// The caller has its answer; the invocation goes on until every extension is done.
    void responded(const QString &requestId, coldframe::InvocationStatus status,
                   const QByteArray &response);
    void responseAppended(const QString &requestId, const QByteArray &piece);
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);
    void changed();

private:
    struct Member
    {
        std::unique_ptr<ExecutionEnvironment> environment;
        QString runningRequest; ///< empty when idle
        Instant idleSince{};
        bool retired = false; ///< ends as soon as it is idle
        bool ending = false; ///< its shutdown phase runs

        /// It runs nothing, and never will again.
        bool isSpent() const { return ending || (retired && runningRequest.isEmpty()); }
        bool isOfUse() const { return !retired && environment->isIdle(); }
    };
    struct Reason
    {
        ColdStartReason reason = ColdStartReason::FirstInvocation;
        QString changedFile;
    };

    static bool isCurrent(const EnvironmentSetup &setup, const InvocationRequest &request,
                          const Wanted &wanted);
    std::vector<Member>::iterator findIdle(const InvocationRequest &request);
    void retireOutdated(const InvocationRequest &request, const Wanted &wanted);
    Member *longestIdle();
    void expireIdle();
    void noticeCodeChange(const FunctionConfig &function);
    void retire(const std::function<bool(const ExecutionEnvironment &)> &which, const Reason &reason);
    void retireMember(Member &member, const Reason &reason);
    std::unique_ptr<ExecutionEnvironment> make(EnvironmentSetup setup);
    Result<void> startNew(const InvocationRequest &request, const MakeSetup &makeSetup);
    Result<void> startProvisioned(EnvironmentSetup setup);
    Reason takeReason(const InvocationRequest &request);
    void onFinished(ExecutionEnvironment *environment, const InvocationRecord &record);
    void onEnded(ExecutionEnvironment *environment);
    void endRetired();
    Member *memberOf(const ExecutionEnvironment *environment);

    const Clock &m_clock;
    SandboxReserve m_reserve;
    SandboxPlan m_nextPlan; ///< of the sandbox that is made ready when nothing else goes on
    QTimer m_reserveTimer;
    QTimer m_endTimer; ///< for retired environments
    QTimer m_expiryTimer; ///< for the one that is idle for the longest time
    std::chrono::nanoseconds m_idleLifetime = ConcurrencySettings().idleLifetime;
    std::vector<Member> m_members;
    std::optional<EnvironmentSetup> m_compared; ///< with what they were compared last
    std::map<QString, Reason> m_reasons; ///< by function: why its next cold start happens
    std::map<QString, std::unique_ptr<CodeWatcher>> m_watchers; ///< by code directory
};

} // namespace coldframe
