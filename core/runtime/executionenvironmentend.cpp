// SPDX-License-Identifier: GPL-3.0-or-later
// How invocations of an execution environment fail, and how its processes and it itself end.
#include "core/runtime/executionenvironment.h"

#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"
#include "core/runtime/invocationlog.h"

#include <csignal>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

/// How long the shutdown phase may take, and the runtime's part of it (environment, section 1).
struct ShutdownTime
{
    std::chrono::milliseconds runtime;
    std::chrono::milliseconds whole;
};

ShutdownTime shutdownTime(bool hasExternal, bool hasInternal)
{
    if (hasExternal)
        return {600ms, 2000ms};
    return hasInternal ? ShutdownTime{300ms, 500ms} : ShutdownTime{0ms, 0ms};
}

} // namespace

void ExecutionEnvironment::startDeadline(Deadline deadline, std::chrono::milliseconds time)
{
    m_deadline = deadline;
    m_deadlineTimer.start(time);
}

void ExecutionEnvironment::onDeadline()
{
    switch (m_deadline) {
    case Deadline::Sandbox:
        return failSandbox(QStringLiteral("The sandbox was not ready in time"));
    case Deadline::Init:
        return failInit({InvocationStatus::TimedOut, QStringLiteral("Sandbox.Timedout"), {}},
                        m_clock.now());
    case Deadline::Restore:
        return failRestoreByTimeout();
    case Deadline::Invoke:
        return failByTimeout();
    case Deadline::OwnExit:
        m_awaitedExit.reset();
        return killProcesses();
    case Deadline::RuntimeShutdown:
        m_processes->signalRuntime(SIGKILL);
        return startDeadline(Deadline::Shutdown, m_shutdownRest);
    case Deadline::Shutdown:
        return endShutdownPhase();
    }
}

void ExecutionEnvironment::failByTimeout()
{
    if (!m_invocation || m_abort)
        return;
    if (m_invocation->answer) { // runtime or extensions did not come back in time
        m_journal.timedOut(m_invocation->request.requestId);
        return abortAnswered(QStringLiteral("timeout"), m_clock.now());
    }
    const QString message = timeoutMessage(m_setup.function.timeout);
    const QString &requestId = m_invocation->request.requestId;
    m_processes->readOutput();
    if (m_invocation->initInside && !m_invocation->stamps.initEnd) {
        m_journal.initReported(true, {platform::Status::Timeout, {}},
                               m_clock.now() - *m_invocation->stamps.initBegin);
    }
    m_journal.timedOut(requestId);
    const QString type = QStringLiteral("Sandbox.Timedout");
    abort({InvocationStatus::TimedOut, type,
           platformErrorPayload(type, platformErrorMessage(requestId, message))},
          m_clock.now());
}

void ExecutionEnvironment::failRestoreByTimeout()
{
    const QString type = QStringLiteral("Runtime.RestoreHookUserTimeout");
    const QString message
        = platformErrorMessage(m_invocation ? m_invocation->request.requestId : QString(),
                               QStringLiteral("Restore hooks took longer than 10 seconds"));
    failInit({InvocationStatus::Failed, type, platformErrorPayload(type, message)}, m_clock.now());
}

void ExecutionEnvironment::failSandbox(const QString &what)
{
    if (!m_invocation)
        return;
    const QString type = QStringLiteral("Sandbox.Failure");
    m_endsAfterInvocation = true;
    abort({InvocationStatus::Failed, type,
           platformErrorPayload(type, platformErrorMessage(m_invocation->request.requestId, what))},
          m_clock.now());
}

void ExecutionEnvironment::onRuntimeExited(ExitStatus status)
{
    if (isShuttingDown())
        return endWhenProcessesAreGone();
    if (m_repeatsInit || m_abort) {
        const bool goesOn = std::exchange(m_killsRuntimeFirst, false);
        if (takeAwaitedExit({}) || goesOn)
            killProcesses();
        return;
    }
    if (!m_invocation) { // it ended between two events
        m_state = State::Resetting;
        return beginReset(ShutdownReason::Failure);
    }
    if (m_invocation->answer)
        return abortAnswered({}, *m_invocation->stamps.answered);
    failByExit(status, {});
}

void ExecutionEnvironment::failByExit(ExitStatus status, const QString &platformErrorType)
{
    if (!m_invocation || m_abort)
        return;
    const QString what = exitText(status);
    const QString &requestId = m_invocation->request.requestId;
    const QString type = QStringLiteral("Runtime.ExitError");
    const InvocationFailure reason{
        InvocationStatus::Failed, type,
        platformErrorPayload(type, platformErrorMessage(requestId, what)), platformErrorType};
    const bool initialising = !m_invocation->stamps.initEnd && m_invocation->stamps.initBegin;
    if (initialising) {
        const bool isFinal = m_invocation->initInside;
        failInit(reason, m_clock.now());
        if (isFinal)
            m_journal.exited(requestId, what, type);
        return;
    }
    m_processes->readOutput();
    m_journal.exited(requestId, what, type);
    abort(reason, m_clock.now());
}

void ExecutionEnvironment::onExtensionFailed(const ExtensionFailure &failure, Instant at)
{
    m_journal.extension(failure.name, QLatin1String(stateName(failure.state)), {},
                        failure.errorType);
    if (isShuttingDown() || m_repeatsInit)
        return;
    if (!m_invocation) { // nobody waits: the next invocation starts the processes anew
        m_state = State::Resetting;
        m_sandbox->killProcesses();
        return;
    }
    if (m_abort)
        return;
    if (m_invocation->answer)
        return abortAnswered(QStringLiteral("error"), at);
    const QString what = failure.payload.isEmpty()
        ? QStringLiteral("The extension %1 has ended").arg(failure.name)
        : QString::fromUtf8(failure.payload);
    const InvocationFailure reason{
        InvocationStatus::Failed, failure.errorType,
        platformErrorPayload(failure.errorType,
                             platformErrorMessage(m_invocation->request.requestId, what)),
        failure.errorType};
    if (m_invocation->stamps.initEnd)
        return abort(reason, at);
    if (failure.state == ExtensionState::InitError || failure.state == ExtensionState::ExitError)
        m_awaitedExit = m_processes->isExtensionRunning(failure.name) ? failure.name : QString();
    failInit(reason, at);
}

void ExecutionEnvironment::abort(const InvocationFailure &reason, Instant at)
{
    if (!m_invocation || m_abort)
        return;
    m_abort = reason;
    m_abortedAt = at;
    m_repeatsInit = false;
    m_deadlineTimer.stop();
    if (m_sandbox->hasEnded())
        return endAborted();
    m_sandbox->sampleMemory();
    readCpuTime();
    if (m_awaitedExit && m_awaitedExit->isEmpty() && reason.status != InvocationStatus::Stopped)
        awaitExit();
    else
        killProcesses();
}

/// Whoever tells of its failure ends itself (runtime-api, section 6; extensions, section 2). What
/// it writes on the way belongs to the log; one that stays is killed.
void ExecutionEnvironment::awaitExit()
{
    constexpr auto patience = 1000ms;
    const bool isRunning = m_awaitedExit->isEmpty()
        ? m_processes->isRuntimeRunning()
        : m_processes->isExtensionRunning(*m_awaitedExit);
    if (isRunning)
        return startDeadline(Deadline::OwnExit, patience);
    m_awaitedExit.reset();
    killProcesses();
}

bool ExecutionEnvironment::takeAwaitedExit(const QString &name)
{
    if (m_awaitedExit != name)
        return false;
    m_awaitedExit.reset();
    m_deadlineTimer.stop();
    return true;
}

/// Ends the processes of a failed init phase, or of an aborted invocation: then extensions have
/// their shutdown phase when the runtime is gone.
void ExecutionEnvironment::killProcesses()
{
    m_awaitedExit.reset();
    if (!m_abort || m_endsAfterInvocation || !m_processes->isAnyExtensionRunning())
        return m_sandbox->killProcesses();
    m_killsRuntimeFirst = m_processes->isRuntimeRunning();
    if (m_killsRuntimeFirst)
        m_processes->signalRuntime(SIGKILL);
    else
        endAborted();
}

/// The caller has its answer, but the processes can't take another event.
void ExecutionEnvironment::abortAnswered(const QString &reportStatus, Instant at)
{
    const RuntimeAnswer &answer = *m_invocation->answer;
    InvocationFailure reason{statusOf(answer), answer.errorType, answer.body,
                             answer.platformErrorType};
    reason.reportStatus = reportStatus;
    if (!m_invocation->runtimeIsBack)
        tellRuntimeDone(at);
    abort(reason, at);
}

void ExecutionEnvironment::endAborted()
{
    const InvocationFailure reason = *std::exchange(m_abort, std::nullopt);
    const bool timedOut = reason.status == InvocationStatus::TimedOut
        || reason.reportStatus == QStringLiteral("timeout");
    if (!isShuttingDown())
        m_state = State::Resetting;
    m_processes->readOutput();
    finish(reason, m_abortedAt);
    beginReset(timedOut ? ShutdownReason::Timeout : ShutdownReason::Failure);
}

void ExecutionEnvironment::beginReset(ShutdownReason reason)
{
    if (m_endsAfterInvocation || m_state == State::Ending)
        return endSandbox();
    if (!m_processes->isAnyExtensionRunning()) {
        if (!m_processes->isAnyRunning())
            return endReset();
        m_sandbox->killProcesses();
        return;
    }
    m_extensions.deliverShutdown(reason, m_clock.wallNow() + shutdownTime(true, true).whole);
    m_telemetry.flush();
    startDeadline(Deadline::Shutdown, shutdownTime(true, true).whole);
}

void ExecutionEnvironment::onProcessesKilled()
{
    if (m_repeatsInit)
        return repeatInit();
    if (m_abort)
        return endAborted();
    if (m_state == State::Resetting)
        endReset();
}

/// The processes are gone, the sandbox with its /tmp stays.
void ExecutionEnvironment::endReset()
{
    m_state = State::NeedsInit;
    m_deadlineTimer.stop();
    Q_EMIT changed();
    if (m_invocation) {
        m_invocation->coldStart = ColdStartReason::EnvironmentReset;
        repeatInit();
    }
}

void ExecutionEnvironment::stop()
{
    if (!m_invocation)
        return;
    m_endsAfterInvocation = true;
    if (m_invocation->answer)
        return abortAnswered({}, *m_invocation->stamps.answered);
    abort({InvocationStatus::Stopped, {}, {}}, m_clock.now());
}

void ExecutionEnvironment::shutDown()
{
    if (isShuttingDown() && m_state != State::Resetting)
        return;
    const bool isUp = m_state == State::Idle;
    const bool hasShutdownPhase = m_state == State::Resetting && m_deadlineTimer.isActive()
        && m_deadline == Deadline::Shutdown;
    m_state = State::Ending;
    noticeState();
    m_freezeTimer.stop();
    if (hasShutdownPhase) // after a failure: extensions keep the time that they were given
        return;
    const bool hasExternal = m_extensions.hasExternal();
    if (!isUp || !(hasExternal || m_extensions.hasInternal()))
        return endSandbox();
    const ShutdownTime time = shutdownTime(hasExternal, true);
    m_shutdownRest = time.whole - time.runtime;
    m_sandbox->thaw();
    m_telemetry.flush();
    m_processes->signalRuntime(SIGTERM);
    m_extensions.deliverShutdown(ShutdownReason::Spindown, m_clock.wallNow() + time.whole);
    startDeadline(Deadline::RuntimeShutdown, time.runtime);
}

bool ExecutionEnvironment::isShuttingDown() const
{
    return m_state == State::Resetting || m_state == State::Ending || m_state == State::Ended;
}

void ExecutionEnvironment::endWhenProcessesAreGone()
{
    if (isShuttingDown() && m_state != State::Ended && !m_processes->isAnyRunning())
        endShutdownPhase();
}

void ExecutionEnvironment::endShutdownPhase()
{
    m_deadlineTimer.stop();
    if (m_state == State::Ending)
        return endSandbox();
    m_sandbox->killProcesses();
}

void ExecutionEnvironment::endSandbox()
{
    m_state = State::Ending;
    noticeState();
    m_deadlineTimer.stop();
    m_sandbox->end();
}

void ExecutionEnvironment::onSandboxEnded()
{
    if (m_state == State::Ended)
        return;
    m_endsAfterInvocation = true;
    m_state = State::Ending;
    if (m_invocation && !m_abort) // somebody killed it from outside
        failSandbox(QStringLiteral("The sandbox was ended from outside"));
    else if (m_invocation)
        endAborted();
    m_state = State::Ended;
    m_logTimer.stop();
    m_deadlineTimer.stop();
    Q_EMIT ended();
}

} // namespace coldframe
