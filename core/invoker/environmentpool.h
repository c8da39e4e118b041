// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/codewatcher.h"
#include "core/runtime/executionenvironment.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
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

    /// What must be the same for an idle environment to be reused.
    struct Wanted
    {
        const Interpreter &interpreter;
        Isolation isolation;
    };

    /// Runs the event on an idle environment, or starts a new one. An Error means that no process
    /// could be started.
    Result<void> invoke(const InvocationRequest &request, const Wanted &wanted,
                        const MakeSetup &makeSetup);

    /// Stops a running invocation; false when it does not run here.
    bool stop(const QString &requestId);

    /// Ends every idle environment; busy ones end after their invocation.
    void recycle();

    std::vector<EnvironmentDescription> descriptions() const;

Q_SIGNALS:
    void finished(const coldframe::InvocationRecord &record);
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);
    void changed();

private:
    struct Member
    {
        std::unique_ptr<ExecutionEnvironment> environment;
        QString runningRequest; ///< empty when idle
        bool retired = false; ///< ends as soon as it is idle
    };
    struct Reason
    {
        ColdStartReason reason = ColdStartReason::FirstInvocation;
        QString changedFile;
    };

    ExecutionEnvironment *takeIdle(const InvocationRequest &request, const Wanted &wanted);
    void noticeCodeChange(const FunctionConfig &function);
    void retire(const std::function<bool(const ExecutionEnvironment &)> &which, const Reason &reason);
    Result<void> startNew(const InvocationRequest &request, const MakeSetup &makeSetup);
    Reason takeReason(const InvocationRequest &request);
    void onFinished(ExecutionEnvironment *environment, const InvocationRecord &record);
    void onEnded(ExecutionEnvironment *environment);
    void removeRetired();
    Member *memberOf(const ExecutionEnvironment *environment);

    const Clock &m_clock;
    std::vector<Member> m_members;
    std::map<QString, Reason> m_reasons; ///< by function: why its next cold start happens
    std::map<QString, std::unique_ptr<CodeWatcher>> m_watchers; ///< by code directory
};

} // namespace coldframe
