// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/environmentjournal.h"
#include "core/runtime/environmentprocesses.h"
#include "core/runtime/environmentserver.h"
#include "core/runtime/environmentsetup.h"
#include "core/runtime/extensionsapi.h"
#include "core/runtime/logassembler.h"
#include "core/runtime/runninginvocation.h"
#include "core/runtime/runtimeapi.h"
#include "core/runtime/telemetryapi.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace coldframe {

/// One execution environment: a sandbox with a runtime and its extensions in it, one event at a
/// time, and a record of each invocation.
///
/// Starting --init phase--> Idle --invoke--> Busy --runtime and extensions are back--> Idle
/// Starting --init phase failed--> Busy: it is repeated inside the invocation
/// Busy --timeout, crash, second failure--> Resetting --processes gone--> NeedsInit --invoke-->
/// Busy any --shutDown, stop, sandbox lost--> Ending --> Ended, told by ended() (environment,
/// section 1)
class ExecutionEnvironment final : public QObject
{
    Q_OBJECT

public:
    enum class State { Starting, Idle, Busy, Resetting, NeedsInit, Ending, Ended };

    ExecutionEnvironment(EnvironmentSetup setup, const Clock &clock, QObject *parent = nullptr);
    ~ExecutionEnvironment() override;

    const EnvironmentSetup &setup() const { return m_setup; }
    State state() const { return m_state; }
    EnvironmentDescription description() const;

    /// Whether it takes an event. One that is reset takes it and runs its init phase first.
    bool isIdle() const;

    /// What its sandbox is made of.
    SandboxPlan sandboxPlan() const;

    /// Starts the sandbox, unless one of its plan is given, and the init phase for the first
    /// invocation. SpawnFailed or IsolationUnavailable when that is not possible; nothing is
    /// running then.
    Result<void> start(const InvocationRequest &request, ColdStartReason reason,
                       const QString &changedFile, std::unique_ptr<Sandbox> sandbox = nullptr);

    /// Starts likewise without an event, and is idle then; failedInit() and ended() tell otherwise.
    /// The init phase may take 130 s or the function's timeout (environment, section 1).
    Result<void> provision(std::unique_ptr<Sandbox> sandbox = nullptr);

    /// Runs an event on an idle environment. What it wrote before goes before START in the log when
    /// DescriptorWatch::catchUp() was called.
    void invoke(const InvocationRequest &request);

    /// Ends the running invocation, which finishes with the status Stopped, and the environment.
    void stop();

    /// Ends an idle environment: SIGTERM and SHUTDOWN where there are extensions, with 500 ms for
    /// internal and 2 s for external ones, else at once.
    void shutDown();

    /// Holds a streamed response back, or lets it go on.
    void setResponsePaused(bool paused);

Q_SIGNALS:
    void responded(const QString &requestId, coldframe::InvocationStatus status,
                   const QByteArray &response);
    void responseAppended(const QString &requestId, const QByteArray &piece);
    void finished(const coldframe::InvocationRecord &record);
    void failedInit(const coldframe::InvocationRecord &record); ///< of provision(), with its log
    void changed(); ///< the description is another one
    void ended();
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);

private:
    enum class Deadline { Sandbox, Init, Restore, Invoke, OwnExit, RuntimeShutdown, Shutdown };

    void join();
    void publish(const TelemetryRecordSource &source);
    void joinProcesses();
    void beginInvocation(const InvocationRequest &request);
    void watch();
    EnvironmentState visibleState() const;
    void noticeState();
    void startDeadline(Deadline deadline, std::chrono::milliseconds time);
    void onDeadline();

    // init phase
    EnvironmentProcesses::Addresses addresses() const;
    Result<void> begin(std::unique_ptr<Sandbox> readyMade);
    Result<void> startSandbox(std::unique_ptr<Sandbox> readyMade);
    std::chrono::milliseconds initTimeout() const;
    void endProvisioning();
    void beginInit();
    void startRuntimeWhenRegistered();
    void repeatInit();
    void onSandboxReady(Instant at);
    void onInitialised(Instant at);
    void onRestoreReady(Instant at);
    void onInitTraced(const QByteArray &body);
    void onSpansTold(const QByteArray &body);
    void onStateTold(const QByteArray &body);
    void readTraces(RunningInvocation &invocation, Instant at) const;
    void endInitWhenReady(Instant at);
    void beginRestore();
    void failInit(const InvocationFailure &reason, Instant at);
    void failEntrypoint(const QString &what);
    void failRestoreByTimeout();

    // invocation
    void deliver();
    void onDelivered(Instant at);
    void onAnswered(const RuntimeAnswer &answer, Instant at);
    void onResponsePiece(const QByteArray &piece);
    void onReady();
    void tellRuntimeDone(Instant runtimeIsBack);
    void endWhenDone(Instant at);
    void readCpuTime();
    void flushLog();
    void finish(const InvocationFailure &result, Instant at);
    void freeze();

    // failures and ends
    void onRuntimeExited(ExitStatus status);
    void onExtensionFailed(const ExtensionFailure &failure, Instant at);
    void failByTimeout();
    void failByExit(ExitStatus status, const QString &platformErrorType);
    void failSandbox(const QString &what);
    void abort(const InvocationFailure &reason, Instant at);
    void awaitExit();
    bool takeAwaitedExit(const QString &name);
    void killProcesses();
    void abortAnswered(const QString &reportStatus, Instant at);
    void endAborted();
    void beginReset(ShutdownReason reason);
    void onProcessesKilled();
    void endReset();
    bool isShuttingDown() const;
    void endWhenProcessesAreGone();
    void endShutdownPhase();
    void endSandbox();
    void onSandboxEnded();

    EnvironmentSetup m_setup;
    const Clock &m_clock;
    QString m_id;
    QString m_logStreamName;
    QString m_functionArn;
    QString m_credentialsToken;
    State m_state = State::Starting;
    int m_invocations = 0;
    WallTime m_startedAt{};
    EnvironmentState m_visibleState = EnvironmentState::Initialising;
    WallTime m_stateSince{};
    std::optional<WallTime> m_initialisedAt;
    MebiBytes m_peakMemory{}; ///< at the end of the last invocation
    bool m_endsAfterInvocation = false;
    bool m_usesOwnPipes = false; ///< one of our bootstraps, not another client
    bool m_repeatsInit = false; ///< as soon as the processes of the failed init phase are gone
    /// Who told that its init phase failed and ends itself: an external extension's name, empty for
    /// the runtime.
    std::optional<QString> m_awaitedExit;
    bool m_killsRuntimeFirst = false; ///< the other processes follow when it is gone

    LogAssembler m_log;
    EnvironmentServer m_server;
    RuntimeApi m_api;
    ExtensionsApi m_extensions;
    TelemetryApi m_telemetry;
    EnvironmentJournal m_journal;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<EnvironmentProcesses> m_processes; ///< uses the sandbox

    std::unique_ptr<RunningInvocation> m_invocation;
    std::optional<InvocationFailure> m_abort; ///< why the processes were killed
    Instant m_abortedAt;

    QTimer m_deadlineTimer;
    Deadline m_deadline = Deadline::Sandbox;
    std::chrono::milliseconds m_shutdownRest{}; ///< after the runtime's part of the shutdown phase
    QTimer m_logTimer;
    QTimer m_freezeTimer;
};

} // namespace coldframe
