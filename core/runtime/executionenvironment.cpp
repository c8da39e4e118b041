// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/executionenvironment.h"

#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"
#include "core/runtime/invocationlog.h"
#include "core/runtime/sandbox.h"

#include <QDateTime>
#include <QSocketNotifier>
#include <QUuid>

#include <algorithm>
#include <array>
#include <csignal>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr auto memoryInterval = 10ms; // platform figures: 10 ms catch a limit within some 10 MB
constexpr auto logInterval = 33ms;
constexpr int pipeBytes = 1024 * 1024;

struct Pipe
{
    Descriptor readEnd;
    Descriptor writeEnd;
};

Result<Pipe> makePipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return failure(Error::Code::SpawnFailed, QStringLiteral("pipe"));
    fcntl(ends[0], F_SETFL, O_NONBLOCK); // the reading end only: a runtime's writes may block
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<Pipe> makeSocketPair()
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return failure(Error::Code::SpawnFailed, QStringLiteral("socketpair"));
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

QString randomHex(int digits)
{
    return QUuid::createUuid().toString(QUuid::Id128).left(digits);
}

QByteArray newTraceId(WallTime now)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    return QStringLiteral("Root=1-%1-%2;Parent=%3;Sampled=0")
        .arg(qlonglong(seconds.count()), 8, 16, QLatin1Char('0'))
        .arg(randomHex(24), randomHex(16))
        .toLatin1();
}

/// Bubblewrap tells a signal as 128 + its number, as a shell does.
ExitStatus withoutBubblewrap(ExitStatus status)
{
    for (const int signal : {SIGILL, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGSEGV, SIGTERM}) {
        if (status.signal == 0 && status.exitCode == 128 + signal)
            return {0, signal};
    }
    return status;
}

/// The process id in bubblewrap's `{"child-pid": 123, ...}` line.
std::optional<pid_t> childProcessId(QByteArrayView line)
{
    static constexpr QByteArrayView key = "\"child-pid\":";
    const qsizetype at = line.indexOf(key);
    if (at < 0)
        return std::nullopt;
    QByteArrayView number = line.sliced(at + key.size()).trimmed();
    qsizetype digits = 0;
    while (digits < number.size() && number[digits] >= '0' && number[digits] <= '9')
        ++digits;
    return number.first(digits).toInt();
}

} // namespace

struct ExecutionEnvironment::Invocation
{
    InvocationRequest request;
    WallTime startedAt;
    std::optional<ColdStartReason> coldStart;
    QString changedFile;
    std::optional<Instant> invokeBegin; ///< event written, or the repeated init phase began
};

ExecutionEnvironment::ExecutionEnvironment(EnvironmentSetup setup, const Clock &clock,
                                           QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_id(randomHex(32))
    , m_logStreamName(QStringLiteral("%1/[%2]%3")
                          .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy/MM/dd")),
                               m_setup.function.version, m_id))
    , m_api(clock)
    , m_log(clock, {})
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &ExecutionEnvironment::onDeadline);
    m_memoryTimer.setInterval(memoryInterval);
    m_memoryTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_memoryTimer, &QTimer::timeout, this, &ExecutionEnvironment::sampleMemory);
    m_logTimer.setInterval(logInterval);
    connect(&m_logTimer, &QTimer::timeout, this, &ExecutionEnvironment::flushLog);
    connect(&m_api, &RuntimeApi::initialised, this, &ExecutionEnvironment::onInitialised);
    connect(&m_api, &RuntimeApi::initTraced, this, &ExecutionEnvironment::onInitTraced);
    connect(&m_api, &RuntimeApi::initFailed, this, &ExecutionEnvironment::onInitFailed);
    connect(&m_api, &RuntimeApi::delivered, this, &ExecutionEnvironment::onDelivered);
    connect(&m_api, &RuntimeApi::answered, this, &ExecutionEnvironment::onAnswered);
    connect(&m_api, &RuntimeApi::ready, this, &ExecutionEnvironment::onReady);
}

ExecutionEnvironment::~ExecutionEnvironment() = default;

EnvironmentDescription ExecutionEnvironment::description() const
{
    return {m_id,
            m_setup.interpreter.program,
            interpreterTitle(m_setup.interpreter),
            m_setup.isolation,
            m_invocations,
            m_invocation != nullptr,
            m_setup.function.name};
}

Result<void> ExecutionEnvironment::start(const InvocationRequest &request, ColdStartReason reason,
                                         const QString &changedFile)
{
    beginInvocation(request);
    m_invocation->coldStart = reason;
    m_invocation->changedFile = changedFile;
    if (Result<void> listening = m_api.listen(); !listening)
        return listening;
    m_log.addPlatformLine(initStartLine(m_setup.interpreter));
    if (QByteArray remark = otherVersionRemark(m_setup.function, m_setup.interpreter);
        !remark.isEmpty())
        m_log.addRemark(std::move(remark));
    m_deadline.start(limits::InitTimeout);
    return spawn();
}

Result<void> ExecutionEnvironment::spawn()
{
    Result<Pipe> output = makePipe();
    Result<Pipe> status = makePipe();
    Result<Pipe> runtime = makeSocketPair();
    if (!output || !status || !runtime)
        return failure(Error::Code::SpawnFailed, m_setup.interpreter.program);
    fcntl(output->writeEnd.value(), F_SETPIPE_SZ, pipeBytes);

    const EnvironmentPaths paths = environmentPaths(m_setup.isolation, m_setup.function.codeDirectory,
                                                    m_setup.runtimeDirectory);
    SandboxPlan plan{m_setup.isolation,
                     m_setup.bubblewrap,
                     m_setup.function.codeDirectory,
                     m_setup.runtimeDirectory,
                     m_setup.packageFolders,
                     m_setup.function.ephemeralStorage,
                     m_setup.interpreter.program,
                     m_setup.arguments,
                     runtimeVariables(m_setup.function, m_setup.interpreter, paths,
                                      m_api.address(), m_logStreamName)};
    plan.readOnlyFolders.append(m_setup.interpreter.prefix);
    plan.variables[QStringLiteral("COLDFRAME_RUNTIME_DESCRIPTOR")]
        = QString::number(RuntimeDescriptor);
    if (!m_setup.packageFolders.isEmpty())
        plan.variables[QStringLiteral("COLDFRAME_PACKAGE_FOLDERS")]
            = m_setup.packageFolders.join(u':');

    SpawnRequest request = spawnRequest(plan);
    const Descriptor noInput(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    request.descriptors = {{noInput.value(), 0},
                           {output->writeEnd.value(), OutputDescriptor},
                           {output->writeEnd.value(), ErrorDescriptor},
                           {runtime->writeEnd.value(), RuntimeDescriptor}};
    if (m_setup.isolation == Isolation::Bubblewrap)
        request.descriptors.emplace_back(status->writeEnd.value(), StatusDescriptor);

    m_spawnedAt = m_clock.now();
    Result<std::unique_ptr<ChildProcess>> process = ChildProcess::spawn(request);
    if (!process)
        return tl::make_unexpected(process.error());
    m_process = std::move(*process);
    connect(m_process.get(), &ChildProcess::exited, this, &ExecutionEnvironment::onExited);
    m_api.adoptConnection(runtime->readEnd.release());
    m_output = std::move(output->readEnd);
    m_outputNotifier = std::make_unique<QSocketNotifier>(m_output.value(), QSocketNotifier::Read);
    connect(m_outputNotifier.get(), &QSocketNotifier::activated, this,
            &ExecutionEnvironment::readOutput);
    m_memory.reset();
    m_sandboxProcess = 0;
    m_sandboxStatusNotifier.reset();
    if (m_setup.isolation == Isolation::Bubblewrap) {
        m_sandboxStatus = std::move(status->readEnd); // kept open: bubblewrap writes to it at its end
        m_sandboxStatusNotifier
            = std::make_unique<QSocketNotifier>(m_sandboxStatus.value(), QSocketNotifier::Read);
        connect(m_sandboxStatusNotifier.get(), &QSocketNotifier::activated, this,
                &ExecutionEnvironment::readSandboxStatus);
    } else {
        m_memory.emplace(m_process->processId(), MemoryMeter::Root::Counted);
    }
    return {};
}

void ExecutionEnvironment::beginInvocation(const InvocationRequest &request)
{
    m_invocation = std::make_unique<Invocation>();
    m_invocation->request = request;
    m_invocation->startedAt = m_clock.wallNow();
    ++m_invocations;
    m_memoryTimer.start();
    m_logTimer.start();
}

void ExecutionEnvironment::invoke(const InvocationRequest &request)
{
    Q_ASSERT(isIdle());
    beginInvocation(request);
    deliver();
}

void ExecutionEnvironment::deliver()
{
    m_state = State::Busy;
    readOutput(); // what was written before belongs before START
    const InvocationRequest &request = m_invocation->request;
    if (!m_invocation->invokeBegin) { // else they belong to the repeated init phase
        m_log.addPlatformLine(startLine(request.requestId, m_setup.function.version));
        m_invocation->invokeBegin = m_clock.now();
        m_deadline.start(m_setup.function.timeout);
    }
    const WallTime now = m_clock.wallNow();
    m_api.deliver({request.requestId, request.event, now + m_setup.function.timeout,
                   functionArn(m_setup.function), newTraceId(now), {}, {}});
}

void ExecutionEnvironment::stop()
{
    if (m_answer)
        return endAnswered();
    abort({InvocationStatus::Stopped, {}, {}});
}

void ExecutionEnvironment::onInitialised(Instant at)
{
    m_initialisedAt = at;
    readSandboxStatus();
    if (!m_initRepeated)
        m_deadline.stop();
    m_state = State::Idle;
    if (m_invocation && !m_abort)
        deliver();
}

void ExecutionEnvironment::onInitTraced(const QByteArray &body)
{
    const EnvironmentPaths paths = environmentPaths(m_setup.isolation, m_setup.function.codeDirectory,
                                                    m_setup.runtimeDirectory);
    if (auto trace = parseInitTrace(body, m_spawnedAt, {paths.taskRoot, m_setup.packageFolders}))
        m_trace = std::move(*trace);
}

void ExecutionEnvironment::onInitFailed(const RuntimeAnswer &answer, Instant at)
{
    if (!m_invocation || m_abort)
        return;
    m_initialisedAt = at;
    readOutput();
    m_log.addPlatformLine(initReportLine(at - m_spawnedAt, m_initRepeated, QStringLiteral("error"),
                                         answer.platformErrorType),
                          LogLevel::Error);
    abort({InvocationStatus::Failed, answer.errorType, answer.body});
}

void ExecutionEnvironment::onDelivered(Instant at)
{
    if (!m_initRepeated)
        m_invocation->invokeBegin = at;
}

void ExecutionEnvironment::onAnswered(const RuntimeAnswer &answer, Instant at)
{
    if (!m_invocation || m_abort)
        return;
    m_platformErrorType = answer.platformErrorType;
    m_answer = {{answer.isError ? InvocationStatus::Failed : InvocationStatus::Succeeded,
                 answer.errorType, answer.body},
                at};
}

/// An invocation is over when its runtime asks for the next event: what it writes until then
/// belongs to it, and a runtime that ends instead must not get another event.
void ExecutionEnvironment::onReady()
{
    if (!m_invocation || !m_answer || m_abort)
        return;
    m_state = State::Idle;
    const Answer answer = *std::exchange(m_answer, std::nullopt);
    finish(answer.at, answer.result);
}

/// The runtime has answered and will not ask for another event.
void ExecutionEnvironment::endAnswered()
{
    const Answer answer = *std::exchange(m_answer, std::nullopt);
    abort(answer.result, answer.at);
}

void ExecutionEnvironment::onDeadline()
{
    if (!m_invocation || m_abort)
        return;
    if (m_answer)
        return endAnswered();
    if (m_state != State::Starting || m_initRepeated)
        return failByTimeout();
    // The init phase is repeated inside the invocation, under the function's own timeout
    // (environment, section 1).
    readOutput();
    m_log.addPlatformLine(initReportLine(m_clock.now() - m_spawnedAt, false,
                                         QStringLiteral("timeout"), {}),
                          LogLevel::Error);
    m_initRepeated = true;
    m_process.reset();
    m_api.reset();
    m_trace.reset();
    m_log.addPlatformLine(startLine(m_invocation->request.requestId, m_setup.function.version));
    m_invocation->invokeBegin = m_clock.now();
    m_deadline.start(m_setup.function.timeout);
    if (const Result<void> spawned = spawn(); !spawned)
        abort({InvocationStatus::Failed, QStringLiteral("Runtime.InvalidEntrypoint"),
               platformErrorPayload(QStringLiteral("Runtime.InvalidEntrypoint"),
                                    spawned.error().detail)});
}

void ExecutionEnvironment::failByTimeout()
{
    const QString message = timeoutMessage(m_setup.function.timeout);
    const QString &requestId = m_invocation->request.requestId;
    readOutput();
    m_log.addPlatformLine(timeoutLine(m_clock.wallNow(), requestId, message), LogLevel::Error);
    m_log.addPlatformLine({});
    abort({InvocationStatus::TimedOut, QStringLiteral("Sandbox.Timedout"),
           platformErrorPayload(QStringLiteral("Sandbox.Timedout"),
                                platformErrorMessage(requestId, message))});
}

void ExecutionEnvironment::sampleMemory()
{
    if (!m_memory || !m_invocation || m_abort || m_answer)
        return;
    const std::int64_t limit = m_setup.function.memory.value * 1024 * 1024;
    if (m_memory->sample() <= limit)
        return;
    m_platformErrorType = QStringLiteral("Runtime.OutOfMemory");
    failByExit({0, SIGKILL});
}

void ExecutionEnvironment::failByExit(ExitStatus status)
{
    const QString what = exitText(status);
    const QString &requestId = m_invocation->request.requestId;
    const QString type = QStringLiteral("Runtime.ExitError");
    const QString message = platformErrorMessage(requestId, what);
    readOutput();
    if (m_state == State::Starting) {
        m_initialisedAt = m_clock.now();
        m_log.addPlatformLine(initReportLine(*m_initialisedAt - m_spawnedAt, m_initRepeated,
                                             QStringLiteral("error"), type),
                              LogLevel::Error);
    }
    m_log.addPlatformLine(message.toUtf8(), LogLevel::Error);
    m_log.addPlatformLine(type.toUtf8(), LogLevel::Error);
    abort({InvocationStatus::Failed, type, platformErrorPayload(type, message)});
}

void ExecutionEnvironment::abort(Failure reason, std::optional<Instant> at)
{
    if (m_abort || m_state == State::Ended)
        return;
    m_abortedAt = at.value_or(m_clock.now());
    m_abort = std::move(reason);
    m_deadline.stop();
    if (m_memory)
        m_memory->peakBytes();
    if (m_sandboxProcess > 0)
        kill(m_sandboxProcess, SIGKILL); // ends everything in its process namespace
    if (m_process && m_process->isRunning())
        m_process->killGroup(); // onExited() goes on
    else
        end();
}

void ExecutionEnvironment::onExited(ExitStatus status)
{
    if (m_setup.isolation == Isolation::Bubblewrap)
        status = withoutBubblewrap(status);
    m_sandboxProcess = 0;
    if (m_answer)
        endAnswered();
    else if (m_invocation && !m_abort)
        failByExit(status);
    else
        end();
}

void ExecutionEnvironment::end()
{
    if (m_state == State::Ended)
        return;
    readOutput();
    if (m_invocation && m_abort)
        finish(m_abortedAt, *m_abort);
    m_state = State::Ended;
    m_outputNotifier.reset();
    m_sandboxStatusNotifier.reset();
    m_memoryTimer.stop();
    m_logTimer.stop();
    Q_EMIT ended();
}

void ExecutionEnvironment::readOutput()
{
    // What was written before the answer is in the pipe by now; a child that writes on and on
    // can't hold us longer than the pipe is large.
    static thread_local std::array<char, 65536> buffer;
    for (qsizetype left = pipeBytes; left > 0;) {
        const ssize_t count = ::read(m_output.value(), buffer.data(), buffer.size());
        if (count <= 0) {
            if (count == 0 && m_outputNotifier)
                m_outputNotifier->setEnabled(false); // everybody closed it
            break;
        }
        m_log.addOutput({buffer.data(), count});
        left -= count;
    }
}

void ExecutionEnvironment::readSandboxStatus()
{
    if (!m_sandboxStatusNotifier)
        return;
    std::array<char, 1024> buffer{};
    const ssize_t count = ::read(m_sandboxStatus.value(), buffer.data(), buffer.size());
    if (count == 0)
        m_sandboxStatusNotifier->setEnabled(false);
    if (count <= 0)
        return;
    if (const auto process = childProcessId({buffer.data(), count})) {
        m_sandboxProcess = *process;
        m_memory.emplace(*process, MemoryMeter::Root::NotCounted);
    }
}

void ExecutionEnvironment::flushLog()
{
    if (!m_invocation)
        return;
    std::vector<LogLine> lines = m_log.takeNew();
    if (!lines.empty())
        Q_EMIT logAppended(m_invocation->request.requestId, lines);
}

std::vector<Phase> ExecutionEnvironment::coldPhases(Instant invokeBegin) const
{
    std::vector<Phase> phases;
    Instant begin = m_spawnedAt;
    const Instant end = m_initialisedAt.value_or(invokeBegin);
    const auto add = [&](PhaseKind kind, Instant until) {
        const Instant phaseEnd = std::clamp(until, begin, end);
        phases.push_back({kind, begin - m_spawnedAt, phaseEnd - begin});
        begin = phaseEnd;
    };
    add(PhaseKind::ProcessStart, m_process->executedAt());
    if (m_trace) {
        add(PhaseKind::InterpreterStart, m_trace->bootstrapStart);
        add(PhaseKind::Bootstrap, m_trace->handlerImportStart);
        add(PhaseKind::HandlerImport, m_trace->handlerImportEnd);
    } else {
        add(PhaseKind::InterpreterStart, end);
    }
    add(PhaseKind::RuntimeReady, end);
    return phases;
}

void ExecutionEnvironment::finish(Instant at, const Failure &result)
{
    m_deadline.stop();
    m_memoryTimer.stop();
    m_logTimer.stop();
    readOutput();

    const std::unique_ptr<Invocation> invocation = std::move(m_invocation);
    const bool cold = invocation->coldStart.has_value();
    const Instant invokeBegin
        = invocation->invokeBegin.value_or(std::min(m_initialisedAt.value_or(at), at));
    if (!invocation->invokeBegin)
        m_log.addPlatformLine(startLine(invocation->request.requestId, m_setup.function.version));

    InvocationRecord record;
    record.requestId = invocation->request.requestId;
    record.function = m_setup.function;
    record.event = invocation->request.event;
    record.startedAt = invocation->startedAt;
    record.status = result.status;
    record.response = result.payload;
    record.errorType = result.errorType;
    record.coldStart = invocation->coldStart;
    record.changedFile = invocation->changedFile;
    record.environment = description();

    std::chrono::nanoseconds duration = at - invokeBegin;
    if (result.status == InvocationStatus::TimedOut) // billed up to the timeout (billing, section 1)
        duration = std::min<std::chrono::nanoseconds>(duration, m_setup.function.timeout);
    std::optional<std::chrono::nanoseconds> init;
    Instant origin = invokeBegin;
    if (cold && !m_initRepeated) {
        origin = m_spawnedAt;
        init = m_initialisedAt.value_or(at) - m_spawnedAt;
        record.phases = coldPhases(invokeBegin);
    }
    if (cold && m_trace)
        record.imports = m_trace->imports;
    record.phases.push_back({PhaseKind::Invoke, invokeBegin - origin, duration});
    const MebiBytes used = m_memory ? mebiBytesOf(m_memory->peakBytes()) : MebiBytes{};
    record.report = makeReport(record, duration, init, used, m_platformErrorType);
    m_platformErrorType.clear();
    m_log.addPlatformLine(endLine(record.requestId));
    m_log.addPlatformLine(formatReport(record.report));
    record.log = m_log.take();
    m_initRepeated = false; // only the cold start's own invocation has it inside
    Q_EMIT finished(record);
}

} // namespace coldframe
