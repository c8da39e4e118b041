// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/inittrace.h"
#include "core/runtime/interpreter.h"
#include "core/runtime/logassembler.h"
#include "core/runtime/memorymeter.h"
#include "core/runtime/runtimeapi.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QSocketNotifier;

namespace coldframe {

/// What an execution environment is made of; two equal setups can share one.
struct EnvironmentSetup
{
    FunctionConfig function;
    Interpreter interpreter;
    Isolation isolation = Isolation::None;
    QString bubblewrap; ///< absolute path; with Isolation::Bubblewrap only
    QString runtimeDirectory; ///< the computer's folder with the family's bootstrap
    QStringList arguments; ///< of the interpreter: what starts the bootstrap
    QStringList packageFolders; ///< Python only: searched behind the task root

    bool operator==(const EnvironmentSetup &) const = default;
};

/// One execution environment: starts the runtime's process, hands it one event at a time, and
/// makes a record of each invocation. It ends with its process, and its process ends with it.
///
/// Starting --first GET next--> Idle --invoke--> Busy --answer--> Idle; Busy or Starting
/// --timeout, crash, stop--> Ended, which is told by ended() after the invocation's finished().
class ExecutionEnvironment final : public QObject
{
    Q_OBJECT

public:
    enum class State { Starting, Idle, Busy, Ended };

    ExecutionEnvironment(EnvironmentSetup setup, const Clock &clock, QObject *parent = nullptr);
    ~ExecutionEnvironment() override;

    const EnvironmentSetup &setup() const { return m_setup; }
    State state() const { return m_state; }
    bool isIdle() const { return m_state == State::Idle && !m_invocation; }
    EnvironmentDescription description() const;

    /// Starts the process for its first invocation. SpawnFailed or IsolationUnavailable when it
    /// could not be started; nothing is running then.
    Result<void> start(const InvocationRequest &request, ColdStartReason reason,
                       const QString &changedFile);

    /// Runs an event on an idle environment.
    void invoke(const InvocationRequest &request);

    /// Ends the running invocation, which finishes with the status Stopped, and the process.
    void stop();

Q_SIGNALS:
    void finished(const coldframe::InvocationRecord &record);
    void ended();
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);

private:
    struct Invocation;
    struct Failure
    {
        InvocationStatus status = InvocationStatus::Failed;
        QString errorType;
        QByteArray payload;
    };

    Result<void> spawn();
    void beginInvocation(const InvocationRequest &request);
    void deliver();
    void readOutput();
    void readSandboxStatus();
    void sampleMemory();
    void flushLog();

    void onInitialised(Instant at);
    void onInitTraced(const QByteArray &body);
    void onInitFailed(const RuntimeAnswer &answer, Instant at);
    void onReady();
    void onDelivered(Instant at);
    void onAnswered(const RuntimeAnswer &answer, Instant at);
    void onDeadline();
    void onExited(ExitStatus status);

    void failByTimeout();
    void failByExit(ExitStatus status);
    void abort(Failure reason, std::optional<Instant> at = {});
    void endAnswered();
    void finish(Instant at, const Failure &result);
    void end();
    std::vector<Phase> coldPhases(Instant invokeBegin) const;

    EnvironmentSetup m_setup;
    const Clock &m_clock;
    QString m_id;
    QString m_logStreamName;
    State m_state = State::Starting;
    RuntimeApi m_api;
    std::unique_ptr<ChildProcess> m_process;
    Descriptor m_output;
    std::unique_ptr<QSocketNotifier> m_outputNotifier;
    Descriptor m_sandboxStatus;
    std::unique_ptr<QSocketNotifier> m_sandboxStatusNotifier;
    std::optional<MemoryMeter> m_memory;
    LogAssembler m_log;
    QTimer m_deadline;
    QTimer m_memoryTimer;
    QTimer m_logTimer;

    Instant m_spawnedAt;
    std::optional<Instant> m_initialisedAt;
    std::optional<InitTrace> m_trace;
    bool m_initRepeated = false; ///< the init phase timed out and runs inside the invocation
    int m_invocations = 0;
    std::unique_ptr<Invocation> m_invocation;
    struct Answer
    {
        Failure result;
        Instant at;
    };
    std::optional<Answer> m_answer; ///< given; the runtime has not asked for the next event yet
    QString m_platformErrorType; ///< for the REPORT line of the running invocation
    std::optional<Failure> m_abort; ///< why the process was killed; finished once it is gone
    Instant m_abortedAt;
    pid_t m_sandboxProcess = 0; ///< the first process inside bubblewrap; 0 when unknown
};

} // namespace coldframe
