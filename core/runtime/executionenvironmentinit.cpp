// SPDX-License-Identifier: GPL-3.0-or-later
// The init phase of an execution environment, and its repetition inside an invocation.
#include "core/runtime/executionenvironment.h"

#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"
#include "core/runtime/enforcement.h"
#include "core/runtime/handlerspans.h"
#include "core/runtime/inittrace.h"
#include "core/runtime/invocationlog.h"
#include "core/runtime/modulestate.h"
#include "core/runtime/runtimecommand.h"

#include <algorithm>
#include <csignal>

namespace coldframe {

namespace {

bool allExternalRegistered(const ExtensionsApi &extensions)
{
    const std::vector<ExtensionStatus> all = extensions.extensions();
    return std::all_of(all.begin(), all.end(), [](const ExtensionStatus &extension) {
        return !extension.isExternal || extension.registeredAt;
    });
}

QStringList eventNames(ExtensionEvents events)
{
    QStringList names;
    if (events.invoke)
        names.append(QStringLiteral("INVOKE"));
    if (events.shutdown)
        names.append(QStringLiteral("SHUTDOWN"));
    return names;
}

} // namespace

SandboxPlan ExecutionEnvironment::sandboxPlan() const
{
    SandboxPlan plan;
    plan.isolation = m_setup.isolation;
    plan.bubblewrap = m_setup.host.bubblewrap;
    plan.supervisor = m_setup.host.supervisor;
    plan.controlGroups = m_setup.host.controlGroups;
    plan.limitsProcesses = resourceLimitCountsProcesses(m_setup.isolation, m_setup.host);
    plan.codeDirectory = m_setup.function.codeDirectory;
    plan.runtimeDirectory = m_setup.runtimeDirectory;
    plan.optDirectory = m_setup.optDirectory;
    plan.readOnlyFolders = m_setup.packageFolders;
    if (!m_setup.interpreter.prefix.isEmpty())
        plan.readOnlyFolders.append(m_setup.interpreter.prefix);
    plan.memory = m_setup.function.memory;
    plan.temporaryStorage = m_setup.function.ephemeralStorage;
    plan.limitsCpu = m_setup.emulation.limitsCpu;
    return plan;
}

Result<void> ExecutionEnvironment::start(const InvocationRequest &request, ColdStartReason reason,
                                         const QString &changedFile,
                                         std::unique_ptr<Sandbox> sandbox)
{
    beginInvocation(request);
    m_invocation->coldStart = reason;
    m_invocation->changedFile = changedFile;
    return begin(std::move(sandbox));
}

Result<void> ExecutionEnvironment::provision(std::unique_ptr<Sandbox> sandbox)
{
    InvocationRequest request;
    request.function = m_setup.function;
    request.emulation = m_setup.emulation;
    beginInvocation(request);
    return begin(std::move(sandbox));
}

Result<void> ExecutionEnvironment::begin(std::unique_ptr<Sandbox> sandbox)
{
    if (Result<void> client = checkRuntimeClient(
            m_setup.interpreter, m_setup.function.codeDirectory, m_setup.optDirectory);
        !client)
        return client;
    if (Result<void> listening = m_server.listenOnLoopback(); !listening)
        return listening;
    m_startedAt = m_clock.wallNow();
    m_stateSince = m_startedAt;
    m_invocation->stamps.sandboxBegin = m_clock.now();
    if (Result<void> started = startSandbox(std::move(sandbox)); !started)
        return started;
    m_processes = std::make_unique<EnvironmentProcesses>(m_setup, *m_sandbox);
    joinProcesses();
    watch();
    startDeadline(Deadline::Sandbox, limits::InitTimeout);
    if (m_sandbox->isReady())
        onSandboxReady(m_clock.now());
    beginInit(); // a sandbox that is not ready yet obeys as soon as it is
    return {};
}

Result<void> ExecutionEnvironment::startSandbox(std::unique_ptr<Sandbox> readyMade)
{
    if (!readyMade) {
        Result<std::unique_ptr<Sandbox>> started = Sandbox::start(sandboxPlan(), m_clock);
        if (!started)
            return tl::make_unexpected(started.error());
        readyMade = std::move(*started);
    }
    m_sandbox = std::move(readyMade);
    return {};
}

void ExecutionEnvironment::joinProcesses()
{
    connect(m_sandbox.get(), &Sandbox::ready, this, &ExecutionEnvironment::onSandboxReady);
    connect(m_sandbox.get(), &Sandbox::memoryExceeded, this, [this] {
        failByExit({0, SIGKILL}, QStringLiteral("Runtime.OutOfMemory"));
    });
    connect(m_sandbox.get(), &Sandbox::processesExceeded, this, [this](int threads) {
        m_log.addRemark(
            QByteArray::number(threads)
            + " processes and threads: Lambda refuses the 1,025th; here the environment "
              "was ended");
        failByExit({0, SIGKILL}, {});
    });
    connect(m_sandbox.get(), &Sandbox::processesKilled, this,
            &ExecutionEnvironment::onProcessesKilled);
    connect(m_sandbox.get(), &Sandbox::ended, this, &ExecutionEnvironment::onSandboxEnded);
    EnvironmentProcesses *const processes = m_processes.get();
    connect(processes, &EnvironmentProcesses::outputRead, this,
            [this](QByteArrayView bytes) { m_log.addOutput(bytes); });
    connect(processes, &EnvironmentProcesses::extensionOutputRead, this,
            [this](const QString &name, QByteArrayView bytes) {
                m_log.addExtensionOutput(name, bytes);
            });
    connect(processes, &EnvironmentProcesses::runtimeExecuted, this, [this](Instant at) {
        if (m_invocation)
            m_invocation->stamps.executedAt = at;
    });
    connect(processes, &EnvironmentProcesses::runtimeExited, this,
            &ExecutionEnvironment::onRuntimeExited);
    connect(processes, &EnvironmentProcesses::runtimeNotStarted, this,
            [this](const Error &error) { failEntrypoint(error.detail); });
    connect(processes, &EnvironmentProcesses::extensionExited, this, [this](const QString &name) {
        m_extensions.noteProcessEnded(name);
        if (takeAwaitedExit(name))
            killProcesses();
        endWhenProcessesAreGone();
    });
    connect(processes, &EnvironmentProcesses::extensionNotStarted, this,
            [this](const QString &name) { m_extensions.noteLaunchFailed(name); });
}

void ExecutionEnvironment::beginInit()
{
    m_journal.initStarted(m_invocation->initInside);
    if (QByteArray remark = otherVersionRemark(m_setup.function, m_setup.interpreter);
        !remark.isEmpty() && !m_invocation->initInside)
        m_log.addRemark(std::move(remark));
    m_extensions.expectExternal(EnvironmentProcesses::externalExtensions(m_setup));
    if (const Result<void> started = m_processes->startExtensions(addresses()); !started)
        return failEntrypoint(started.error().detail);
    startRuntimeWhenRegistered();
}

EnvironmentProcesses::Addresses ExecutionEnvironment::addresses() const
{
    return {m_server.address(), m_logStreamName, m_credentialsToken};
}

/// Every external extension registers before the runtime starts (environment, section 1).
void ExecutionEnvironment::startRuntimeWhenRegistered()
{
    if (!m_invocation || m_abort || m_processes->isRuntimeRunning()
        || !allExternalRegistered(m_extensions))
        return;
    const Result<std::optional<StreamEnds>> stream = m_processes->startRuntime(addresses());
    if (!stream)
        return failEntrypoint(stream.error().detail);
    m_usesOwnPipes = stream->has_value();
    if (m_usesOwnPipes)
        m_server.adoptConnection(**stream);
}

void ExecutionEnvironment::onSandboxReady(Instant at)
{
    if (!m_invocation || m_invocation->stamps.initBegin)
        return;
    // One that was made ready ahead may have been ready before anybody asked for it.
    m_invocation->stamps.initBegin = std::max(at, m_invocation->stamps.sandboxBegin.value_or(at));
    m_sandbox->setCpuLimited(true);
    startDeadline(Deadline::Init, initTimeout());
}

std::chrono::milliseconds ExecutionEnvironment::initTimeout() const
{
    return m_setup.provisioned ? std::max<std::chrono::milliseconds>(limits::ProvisionedInitTimeout,
                                                                     m_setup.function.timeout)
                               : limits::InitTimeout;
}

/// Kept as it is: the init phase is still being measured.
void ExecutionEnvironment::onInitTraced(const QByteArray &body)
{
    if (m_invocation && !m_invocation->stamps.initEnd)
        m_invocation->initTrace = body;
}

void ExecutionEnvironment::onSpansTold(const QByteArray &body)
{
    if (m_invocation && m_setup.emulation.traces)
        m_invocation->toldSpans = body;
}

/// Reads what the bootstrap told, when nothing is measured any more.
void ExecutionEnvironment::readTraces(RunningInvocation &invocation, Instant at) const
{
    PhaseStamps &stamps = invocation.stamps;
    const RecordedTime time{stamps.origin(), std::max(stamps.answered.value_or(at), at)};
    if (!invocation.initTrace.isEmpty()) {
        const QString &code = m_setup.function.codeDirectory;
        const EnvironmentPaths paths = environmentPaths(
            m_setup.isolation, code, m_setup.runtimeDirectory, m_setup.optDirectory);
        auto trace = parseInitTrace(
            invocation.initTrace, time.origin,
            {paths.taskRoot, m_setup.packageFolders, paths.optDirectory, vendoredNames(code)});
        if (trace) {
            stamps.bootstrap
                = {trace->bootstrapStart, trace->handlerImportStart, trace->handlerImportEnd};
            invocation.importDetail = trace->detail;
            invocation.imports = std::move(trace->imports);
            keepRecorded(invocation.imports, time);
            measureFiles(invocation.imports,
                         {{paths.taskRoot, code},
                          {paths.optDirectory, m_setup.optDirectory},
                          {paths.runtimeDirectory, m_setup.runtimeDirectory}});
        }
    }
    if (!stamps.answered || !invocation.answer)
        return;
    const RecordedTime answered{time.origin, *stamps.answered};
    if (!invocation.toldSpans.isEmpty()) {
        if (auto spans = parseHandlerSpans(invocation.toldSpans, answered))
            invocation.spans = std::move(*spans);
    }
    if (stamps.invokeBegin)
        invocation.handlerRun
            = parseHandlerRun(invocation.answer->handlerTimes, *stamps.invokeBegin, answered);
}

void ExecutionEnvironment::onStateTold(const QByteArray &body)
{
    if (!m_invocation || !m_setup.emulation.observesState)
        return;
    Result<ToldState> told = parseModuleState(body);
    if (!told)
        return;
    StateObservation &observation = m_invocation->observation;
    (told->isInitial ? observation.initialised : observation.answered) = std::move(told->state);
}

void ExecutionEnvironment::onInitialised(Instant at)
{
    if (!m_invocation || m_abort)
        return;
    PhaseStamps &stamps = m_invocation->stamps;
    if (stamps.restoreBegin) {
        stamps.restoreEnd = at;
        m_processes->readOutput();
        m_journal.restoreDone({}, at - *stamps.restoreBegin);
        return deliver();
    }
    stamps.runtimeReady = at;
    m_journal.initRuntimeDone(m_invocation->initInside, {});
    endInitWhenReady(at);
}

/// Its log stays for the first invocation, as the log stream would have it.
void ExecutionEnvironment::endProvisioning()
{
    const bool freezes = m_invocation->request.emulation.freezesBetweenInvocations;
    m_invocation.reset();
    m_state = State::Idle;
    m_deadlineTimer.stop();
    m_logTimer.stop();
    m_sandbox->setWatching(false);
    m_peakMemory = mebiBytesOf(m_sandbox->peakMemoryBytes());
    if (freezes)
        m_freezeTimer.start();
    noticeState();
}

/// With SnapStart, the init phase ends with the question for the restored snapshot.
void ExecutionEnvironment::onRestoreReady(Instant at)
{
    if (!m_invocation || m_abort)
        return;
    m_invocation->stamps.runtimeReady = at;
    m_journal.initRuntimeDone(m_invocation->initInside, {});
    endInitWhenReady(at);
}

void ExecutionEnvironment::endInitWhenReady(Instant at)
{
    if (!m_invocation || m_abort || m_invocation->stamps.initEnd
        || !m_invocation->stamps.runtimeReady || !m_extensions.isInitialised())
        return;
    PhaseStamps &stamps = m_invocation->stamps;
    stamps.initEnd = at;
    m_initialisedAt = m_clock.wallNow();
    m_extensions.closeRegistration();
    m_telemetry.closeSubscription();
    m_processes->readOutput();
    for (const ExtensionStatus &extension : m_extensions.extensions())
        m_journal.extension(extension.name, QStringLiteral("Ready"), eventNames(extension.events));
    m_journal.initReported(m_invocation->initInside, {}, at - stamps.initBegin.value_or(at));
    if (!m_invocation->initInside)
        m_deadlineTimer.stop();
    if (m_setup.function.snapStart)
        return beginRestore();
    deliver();
}

/// The snapshot itself is not emulated: the processes go on, and only the hooks that the runtime
/// runs are measured.
void ExecutionEnvironment::beginRestore()
{
    m_journal.restoreStarted();
    const Instant now = m_clock.now();
    m_invocation->stamps.restoreBegin = now;
    if (m_api.state() == RuntimeState::Ready) // no question, no hooks: it waits for its event
        return onInitialised(now);
    if (!m_invocation->initInside)
        startDeadline(Deadline::Restore, limits::InitTimeout);
    m_api.restore();
}

void ExecutionEnvironment::failEntrypoint(const QString &what)
{
    if (!m_invocation || m_abort)
        return;
    const QString type = QStringLiteral("Runtime.InvalidEntrypoint");
    const QString message = platformErrorMessage(m_invocation->request.requestId, what);
    failInit({InvocationStatus::Failed, type, platformErrorPayload(type, message)}, m_clock.now());
}

void ExecutionEnvironment::failInit(const InvocationFailure &reason, Instant at)
{
    if (!m_invocation || m_abort || m_repeatsInit)
        return;
    const bool timedOut = reason.status == InvocationStatus::TimedOut;
    const QString type = timedOut            ? QString()
        : reason.platformErrorType.isEmpty() ? reason.errorType
                                             : reason.platformErrorType;
    const platform::Outcome outcome
        = timedOut ? platform::Outcome{platform::Status::Timeout, {}} : platform::outcomeOf(type);
    PhaseStamps &stamps = m_invocation->stamps;
    m_processes->readOutput();
    if (stamps.restoreBegin) {
        stamps.restoreEnd = at;
        m_journal.restoreDone(outcome, at - *stamps.restoreBegin);
    } else {
        stamps.initEnd = at;
        m_journal.initRuntimeDone(m_invocation->initInside, outcome);
        m_journal.initReported(m_invocation->initInside, outcome,
                               at - stamps.initBegin.value_or(at));
    }
    // The first failure is not the answer yet: the init phase is repeated inside the invocation,
    // under the function's own timeout (environment, section 1).
    if (m_invocation->isProvisioning())
        m_endsAfterInvocation = true; // nobody waits in whose invocation it could be repeated
    if (m_invocation->initInside || stamps.restoreBegin || m_invocation->isProvisioning())
        return abort(reason, at);
    m_deadlineTimer.stop();
    m_repeatsInit = true;
    if (m_awaitedExit)
        awaitExit();
    else
        m_sandbox->killProcesses();
}

void ExecutionEnvironment::repeatInit()
{
    m_repeatsInit = false;
    m_state = State::Busy;
    m_server.closeConnections();
    m_api.reset();
    m_extensions.reset();
    m_telemetry.reset();
    m_invocation->initInside = true;
    m_invocation->stamps = {};
    m_invocation->initTrace.clear();
    m_invocation->toldSpans.clear();
    m_journal.started(m_invocation->request.requestId, m_invocation->traceId, m_clock.wallNow());
    const Instant now = m_clock.now();
    m_invocation->durationBegin = now;
    m_invocation->stamps.initBegin = now;
    startDeadline(Deadline::Invoke, m_setup.function.timeout);
    m_sandbox->thaw();
    beginInit();
}

} // namespace coldframe
