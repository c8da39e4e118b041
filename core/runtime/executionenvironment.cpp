// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/executionenvironment.h"

#include "core/base/descriptorwatch.h"
#include "core/base/identifier.h"
#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"
#include "core/runtime/credentialsapi.h"
#include "core/runtime/invocationlog.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>
#include <csignal>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr auto logInterval = 33ms;

/// Stopping and waking all threads of a process costs more than a small invocation, so one event
/// right after the other finds the processes awake, as it does on Lambda.
constexpr auto freezeDelay = 2ms;

/// From the system's own source, as it is also a secret that opens the credentials.
QString newHexIdentifier()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

QByteArray newTraceId(WallTime now)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch());
    return "Root=1-" + QByteArray::number(qlonglong(seconds.count()), 16).rightJustified(8, '0')
        + '-' + randomHexDigits(24) + ";Parent=" + randomHexDigits(16) + ";Sampled=0";
}

/// How the platform's records tell the end of a runtime that gave no answer (logs, section 3).
platform::Outcome outcomeOf(const InvocationFailure &failure)
{
    if (failure.status == InvocationStatus::TimedOut)
        return {platform::Status::Timeout, {}};
    const QString &type
        = failure.platformErrorType.isEmpty() ? failure.errorType : failure.platformErrorType;
    return type.isEmpty() ? platform::Outcome{platform::Status::Failure, {}}
                          : platform::outcomeOf(type);
}

bool hasInvokeSubscribers(const ExtensionsApi &extensions)
{
    const std::vector<ExtensionStatus> all = extensions.extensions();
    return std::any_of(all.begin(), all.end(),
                       [](const ExtensionStatus &extension) { return extension.events.invoke; });
}

TelemetryType telemetryTypeOf(TelemetryRecordSource::Kind kind)
{
    switch (kind) {
    case TelemetryRecordSource::Kind::Platform:
        return TelemetryType::Platform;
    case TelemetryRecordSource::Kind::Function:
        return TelemetryType::Function;
    case TelemetryRecordSource::Kind::Extension:
        return TelemetryType::Extension;
    }
    return TelemetryType::Platform;
}

/// What the extensions did around one invocation, on the axis of its phases.
std::vector<ExtensionSpan> spansOf(const ExtensionsApi &extensions, const PhaseStamps &stamps)
{
    const Instant origin = stamps.origin();
    const auto within = [&](const std::optional<Instant> &at) {
        return at && *at >= origin ? std::optional<std::chrono::nanoseconds>(*at - origin)
                                   : std::nullopt;
    };
    std::vector<ExtensionSpan> spans;
    for (const ExtensionStatus &extension : extensions.extensions()) {
        spans.push_back({extension.name, extension.isExternal, within(extension.registeredAt),
                         within(extension.readyAt), within(extension.doneAt)});
    }
    return spans;
}

} // namespace

ExecutionEnvironment::ExecutionEnvironment(EnvironmentSetup setup, const Clock &clock,
                                           QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_clock(clock)
    , m_id(newHexIdentifier())
    , m_logStreamName(
          QStringLiteral("%1/[%2]%3")
              .arg(QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyy/MM/dd")),
                   m_setup.function.version, m_id))
    , m_functionArn(functionArn(m_setup.function))
    , m_credentialsToken(newHexIdentifier())
    , m_log(clock, m_setup.function.logging, {})
    , m_api(m_server, clock)
    , m_extensions(clock)
    , m_telemetry(clock,
                  [this](QByteArrayView identifier) { return m_extensions.nameOf(identifier); })
    , m_journal(m_setup, m_id, clock, m_log)
{
    m_deadlineTimer.setSingleShot(true);
    m_deadlineTimer.setTimerType(Qt::PreciseTimer);
    m_logTimer.setInterval(logInterval);
    m_freezeTimer.setSingleShot(true);
    m_freezeTimer.setTimerType(Qt::PreciseTimer);
    m_freezeTimer.setInterval(freezeDelay);
    join();
}

ExecutionEnvironment::~ExecutionEnvironment()
{
    m_processes.reset(); // before the sandbox that it uses
}

void ExecutionEnvironment::join()
{
    connect(&m_deadlineTimer, &QTimer::timeout, this, &ExecutionEnvironment::onDeadline);
    connect(&m_logTimer, &QTimer::timeout, this, &ExecutionEnvironment::flushLog);
    connect(&m_freezeTimer, &QTimer::timeout, this, &ExecutionEnvironment::freeze);

    m_server.route("/2020-01-01", [this](HttpRequest request, HttpReply reply) {
        m_extensions.handle(std::move(request), reply);
    });
    m_server.route("/2021-04-23", [this](const HttpRequest &request, const HttpReply &reply) {
        const QString token = m_setup.function.snapStart ? m_credentialsToken : QString();
        reply.send(credentialsResponse(request, m_setup.credentials, token, m_clock.wallNow()));
    });
    m_server.route("/2022-07-01", [this](const HttpRequest &request, const HttpReply &reply) {
        m_telemetry.handleTelemetry(request, reply);
    });
    m_server.route("/2020-08-15", [this](const HttpRequest &request, const HttpReply &reply) {
        m_telemetry.handleLogs(request, reply);
    });
    m_log.setSink([this](const TelemetryRecordSource &source) { publish(source); },
                  [this](TelemetryRecordSource::Kind kind) {
                      return m_telemetry.wants(telemetryTypeOf(kind));
                  });
    m_api.setSnapStart(m_setup.function.snapStart);
    connect(&m_api, &RuntimeApi::initialised, this, &ExecutionEnvironment::onInitialised);
    connect(&m_api, &RuntimeApi::restoreReady, this, &ExecutionEnvironment::onRestoreReady);
    connect(&m_api, &RuntimeApi::initTraced, this, &ExecutionEnvironment::onInitTraced);
    connect(&m_api, &RuntimeApi::spansTold, this, &ExecutionEnvironment::onSpansTold);
    connect(&m_api, &RuntimeApi::stateTold, this, &ExecutionEnvironment::onStateTold);
    const auto initFailed = [this](const RuntimeAnswer &answer, Instant at) {
        if (m_invocation && !m_abort && !m_repeatsInit)
            m_awaitedExit = QString();
        failInit(
            {InvocationStatus::Failed, answer.errorType, answer.body, answer.platformErrorType},
            at);
    };
    connect(&m_api, &RuntimeApi::initFailed, this, initFailed);
    connect(&m_api, &RuntimeApi::restoreFailed, this, initFailed);
    connect(&m_api, &RuntimeApi::delivered, this, &ExecutionEnvironment::onDelivered);
    connect(&m_api, &RuntimeApi::responseStarted, this, [this](const QByteArray &, Instant at) {
        if (m_invocation)
            m_invocation->stamps.firstByte = at;
    });
    connect(&m_api, &RuntimeApi::responseAppended, this, &ExecutionEnvironment::onResponsePiece);
    connect(&m_api, &RuntimeApi::answered, this, &ExecutionEnvironment::onAnswered);
    connect(&m_api, &RuntimeApi::ready, this, &ExecutionEnvironment::onReady);

    const FunctionConfig &function = m_setup.function;
    m_extensions.setFunction(function.name, function.version, function.handler, function.accountId);
    connect(&m_extensions, &ExtensionsApi::registered, this,
            &ExecutionEnvironment::startRuntimeWhenRegistered);
    connect(&m_extensions, &ExtensionsApi::initialised, this,
            &ExecutionEnvironment::endInitWhenReady);
    connect(&m_extensions, &ExtensionsApi::done, this, &ExecutionEnvironment::endWhenDone);
    connect(&m_extensions, &ExtensionsApi::failed, this, &ExecutionEnvironment::onExtensionFailed);
    connect(&m_telemetry, &TelemetryApi::subscribed, this,
            [this](const QString &name, const QStringList &types, TelemetryApiKind api) {
                m_journal.subscribed(name, types, api == TelemetryApiKind::Logs);
            });
    connect(&m_telemetry, &TelemetryApi::dropped, this,
            [this](const QString &, qint64 records, qint64 bytes) {
                m_journal.logsDropped(records, bytes);
            });
}

EnvironmentDescription ExecutionEnvironment::description() const
{
    EnvironmentDescription description;
    description.id = m_id;
    description.interpreter = m_setup.interpreter.program;
    description.interpreterVersion = interpreterTitle(m_setup.interpreter);
    description.isolation = m_setup.isolation;
    description.invocations = m_invocations;
    description.state = m_visibleState;
    description.stateSince = m_stateSince;
    description.functionName = m_setup.function.name;
    description.provisioned = m_setup.provisioned;
    description.startedAt = m_startedAt;
    description.initialisedAt = m_initialisedAt;
    description.peakMemory = m_peakMemory;
    return description;
}

EnvironmentState ExecutionEnvironment::visibleState() const
{
    if (m_state == State::Ending || m_state == State::Ended)
        return EnvironmentState::ShuttingDown;
    if (m_invocation)
        return m_initialisedAt ? EnvironmentState::Busy : EnvironmentState::Initialising;
    return m_sandbox && m_sandbox->isFrozen() ? EnvironmentState::Frozen : EnvironmentState::Idle;
}

/// To be called after whatever may change it.
void ExecutionEnvironment::noticeState()
{
    const EnvironmentState state = visibleState();
    if (state == m_visibleState)
        return;
    m_visibleState = state;
    m_stateSince = m_clock.wallNow();
    Q_EMIT changed();
}

void ExecutionEnvironment::publish(const TelemetryRecordSource &source)
{
    TelemetryRecord record;
    record.type = telemetryTypeOf(source.kind);
    record.time = source.time;
    if (record.type == TelemetryType::Platform) {
        record.wholeRecord = source.content.toByteArray();
        record.typeName = source.typeName.toByteArray();
    } else {
        record.rawLine = source.content.toByteArray();
        if (source.isJsonObject)
            record.recordJson = record.rawLine;
    }
    m_telemetry.publish(record);
}

bool ExecutionEnvironment::isIdle() const
{
    return !m_invocation && !m_endsAfterInvocation
        && (m_state == State::Idle || m_state == State::Resetting || m_state == State::NeedsInit);
}

void ExecutionEnvironment::beginInvocation(const InvocationRequest &request)
{
    m_invocation = std::make_unique<RunningInvocation>(request);
    m_invocation->startedAt = m_clock.wallNow();
    m_invocation->traceId = newTraceId(m_invocation->startedAt);
    m_abort.reset();
    m_awaitedExit.reset();
    m_killsRuntimeFirst = false;
    if (!m_invocation->isProvisioning())
        ++m_invocations;
}

void ExecutionEnvironment::invoke(const InvocationRequest &request)
{
    Q_ASSERT(isIdle());
    beginInvocation(request);
    switch (m_state) {
    case State::NeedsInit:
        watch();
        endReset();
        break;
    case State::Resetting:
        watch();
        break; // endReset() follows
    default:
        deliver();
        break;
    }
}

void ExecutionEnvironment::deliver()
{
    if (m_invocation->isProvisioning())
        return endProvisioning();
    m_state = State::Busy;
    const InvocationRequest &request = m_invocation->request;
    const bool starts = !m_invocation->durationBegin; // else the repeated init phase did
    const WallTime now = m_clock.wallNow();
    RuntimeEvent event;
    event.requestId = request.requestId;
    event.body = request.event;
    event.deadline
        = now + (starts ? m_setup.function.timeout : m_deadlineTimer.remainingTimeAsDuration());
    event.functionArn = m_functionArn;
    event.traceId = m_invocation->traceId;
    event.clientContext = request.clientContext;
    event.responseMode = request.responseMode;
    event.invocationId = newUuid().toLatin1();
    if (starts)
        m_invocation->durationBegin = m_clock.now();
    m_api.setLimitsBandwidth(request.emulation.limitsBandwidth);
    m_extensions.deliverInvoke({event.deadline, event.requestId, event.functionArn, event.traceId});
    if (request.emulation.measuresCpu)
        m_invocation->cpuAtBegin = m_sandbox->cpuTime();
    m_api.deliver(std::move(event));
    m_sandbox->thaw(); // after the event is written: the process wakes up once
    // The runtime works already, and nothing that it writes is read before this is done.
    m_freezeTimer.stop();
    if (starts) {
        m_journal.started(m_invocation->request.requestId, m_invocation->traceId, now);
        startDeadline(Deadline::Invoke, m_setup.function.timeout);
    }
    watch();
    noticeState();
}

/// What looks after a running invocation.
void ExecutionEnvironment::watch()
{
    if (m_sandbox)
        m_sandbox->setWatching(true);
    if (!m_logTimer.isActive())
        m_logTimer.start();
}

void ExecutionEnvironment::onDelivered(Instant at)
{
    if (!m_invocation)
        return;
    m_invocation->stamps.invokeBegin = at;
    if (!m_invocation->initInside)
        m_invocation->durationBegin = at;
}

void ExecutionEnvironment::onResponsePiece(const QByteArray &piece)
{
    if (!m_invocation || m_abort)
        return;
    const qsizetype room = limits::ResponseBytes - m_invocation->streamedPart.size();
    m_invocation->streamedPart.append(piece.first(std::min(room, piece.size())));
    Q_EMIT responseAppended(m_invocation->request.requestId, piece);
}

void ExecutionEnvironment::setResponsePaused(bool paused)
{
    if (paused)
        m_api.pauseResponse();
    else
        m_api.resumeResponse();
}

void ExecutionEnvironment::onAnswered(const RuntimeAnswer &answer, Instant at)
{
    if (!m_invocation || m_abort)
        return;
    m_invocation->stamps.answered = at;
    m_invocation->answer = answer;
    const InvocationRequest &request = m_invocation->request;
    const bool isWhole = request.responseMode == ResponseMode::Streamed && !answer.streamed;
    if (isWhole && !answer.isError && !answer.body.isEmpty()) // a caller of streams gets a stream
        Q_EMIT responseAppended(request.requestId, answer.body);
    m_invocation->responded = true;
    Q_EMIT responded(request.requestId, statusOf(answer), answer.body);
}

/// What the runtime writes until it asks for the next event belongs to the invocation, and a
/// runtime that ends instead must not get another event.
void ExecutionEnvironment::onReady()
{
    if (!m_invocation || !m_invocation->answer || m_abort || m_invocation->runtimeIsBack)
        return;
    m_invocation->runtimeIsBack = true;
    // Before the record that says that it is done. Where the answer came at once and alone on our
    // pipes, the turn that brought it has read what was written before (OutputPipe is told early).
    if (!m_usesOwnPipes || m_invocation->answer->streamed || m_processes->isAnyExtensionRunning()
        || !DescriptorWatch::isToldAlone())
        m_processes->readOutput();
    tellRuntimeDone(m_clock.now());
    endWhenDone(m_clock.now());
}

void ExecutionEnvironment::tellRuntimeDone(Instant runtimeIsBack)
{
    const RuntimeAnswer &answer = *m_invocation->answer;
    const QString type = answer.isError ? answer.platformErrorType : QString();
    m_journal.runtimeDone(m_invocation->request.requestId, m_invocation->traceId,
                          answer.isError && type.isEmpty()
                              ? platform::Outcome{platform::Status::Error, answer.errorType}
                              : platform::outcomeOf(type),
                          m_invocation->stamps, runtimeIsBack, answer.responseBytes);
}

void ExecutionEnvironment::endWhenDone(Instant at)
{
    if (!m_invocation || !m_invocation->runtimeIsBack || m_abort || !m_extensions.allDone())
        return;
    const RuntimeAnswer &answer = *m_invocation->answer;
    Instant end = *m_invocation->stamps.answered;
    if (hasInvokeSubscribers(m_extensions)) {
        m_processes->readOutput(); // what extensions wrote since the runtime came back
        end = std::max(end, at);
        m_invocation->stamps.done = end;
    }
    readCpuTime();
    m_state = State::Idle;
    finish({statusOf(answer), answer.errorType, answer.body, answer.platformErrorType}, end);
}

/// At the end of the invoke phase, while its processes are still there.
void ExecutionEnvironment::readCpuTime()
{
    if (m_invocation->cpuAtBegin)
        m_invocation->cpuAtEnd = m_sandbox->cpuTime();
}

void ExecutionEnvironment::flushLog()
{
    if (!m_invocation) { // not stopped earlier: the next small invocation would start it again
        m_logTimer.stop();
        return;
    }
    std::vector<LogLine> lines = m_log.takeNew();
    if (!lines.empty())
        Q_EMIT logAppended(m_invocation->request.requestId, lines);
}

void ExecutionEnvironment::finish(const InvocationFailure &result, Instant at)
{
    m_deadlineTimer.stop();
    m_sandbox->setWatching(false);

    const std::unique_ptr<RunningInvocation> invocation = std::move(m_invocation);
    const QByteArray traceId = invocation->traceId;
    const EmulationOptions emulation = invocation->request.emulation;
    const bool isProvisioning = invocation->isProvisioning();
    StateObservation observation = std::move(invocation->observation);
    if (!invocation->durationBegin && !isProvisioning)
        m_journal.started(invocation->request.requestId, traceId, m_clock.wallNow());
    if (!invocation->answer && !isProvisioning) // with one it was told when the runtime came back
        m_journal.runtimeDone(invocation->request.requestId, traceId, outcomeOf(result),
                              invocation->stamps, at, 0);
    const bool ranOutOfMemory = result.platformErrorType == QStringLiteral("Runtime.OutOfMemory");
    // What was above the limit when it was noticed, Lambda does not hand out.
    const MebiBytes used
        = ranOutOfMemory ? m_setup.function.memory : mebiBytesOf(m_sandbox->peakMemoryBytes());
    m_peakMemory = used;
    noticeState();
    readTraces(*invocation, at);
    const PhaseStamps stamps = invocation->stamps;
    const bool responded = invocation->responded;
    InvocationRecord record = recordOf(std::move(*invocation), m_setup.function, result, at, used);
    record.environment = description();
    record.extensions = spansOf(m_extensions, stamps);
    if (m_setup.emulation.observesState) {
        observation.temporaryDirectory = m_sandbox->temporaryDirectory();
        observation.sharesTemporaryDirectory = m_setup.isolation == Isolation::None;
        record.observation = std::move(observation);
    }
    if (!isProvisioning)
        m_journal.reported(record.report, traceId, stamps);
    record.log = m_log.take();
    m_telemetry.flush();
    if (isProvisioning) {
        Q_EMIT failedInit(record);
        return;
    }
    if (!responded)
        Q_EMIT this->responded(record.requestId, record.status, record.response);
    Q_EMIT finished(record);
    if (emulation.freezesBetweenInvocations && m_state == State::Idle && !m_invocation)
        m_freezeTimer.start();
}

void ExecutionEnvironment::freeze()
{
    if (m_state != State::Idle || m_invocation)
        return;
    m_sandbox->freeze();
    noticeState();
}

} // namespace coldframe

#include "moc_executionenvironment.cpp"
