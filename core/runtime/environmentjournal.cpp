// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/environmentjournal.h"

#include <QCryptographicHash>

namespace coldframe {

namespace {

std::chrono::microseconds rounded(std::chrono::nanoseconds duration)
{
    return std::chrono::round<std::chrono::microseconds>(duration);
}

platform::Tracing tracingOf(const QByteArray &traceId)
{
    return {{}, QString::fromLatin1(traceId)};
}

} // namespace

EnvironmentJournal::EnvironmentJournal(const EnvironmentSetup &setup, const QString &environmentId,
                                       const Clock &clock, LogAssembler &log)
    : m_setup(setup)
    , m_environmentId(environmentId)
    , m_clock(clock)
    , m_log(log)
{ }

platform::InitPhase EnvironmentJournal::initPhase(bool isRepeated) const
{
    if (isRepeated)
        return platform::InitPhase::Invoke;
    return m_setup.function.snapStart ? platform::InitPhase::SnapStart : platform::InitPhase::Init;
}

platform::InitializationType EnvironmentJournal::initializationType() const
{
    if (m_setup.function.snapStart)
        return platform::InitializationType::SnapStart;
    return m_setup.provisioned ? platform::InitializationType::ProvisionedConcurrency
                               : platform::InitializationType::OnDemand;
}

/// Lambda tells the version of the runtimes that it manages; here it is the interpreter's own.
QString EnvironmentJournal::runtimeVersion() const
{
    switch (m_setup.interpreter.family) {
    case RuntimeFamily::Python:
        return QStringLiteral("python:") + m_setup.interpreter.version;
    case RuntimeFamily::NodeJs:
        return QStringLiteral("nodejs:") + m_setup.interpreter.version;
    case RuntimeFamily::Ruby:
        return QStringLiteral("ruby:") + m_setup.interpreter.version;
    case RuntimeFamily::Java:
        return QStringLiteral("java:") + m_setup.interpreter.version;
    case RuntimeFamily::Provided:
        break;
    }
    return {};
}

/// In Lambda's form. There is no such resource; what stands for it is a digest of the version, so
/// that it is the same for the same interpreter (logs, section 1).
QString EnvironmentJournal::runtimeVersionArn() const
{
    const QString version = runtimeVersion();
    if (version.isEmpty())
        return {};
    const QByteArray digest
        = QCryptographicHash::hash(version.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("arn:aws:lambda:%1::runtime:%2")
        .arg(m_setup.function.region, QString::fromLatin1(digest));
}

WallTime EnvironmentJournal::wallTimeOf(Instant instant) const
{
    return m_clock.wallNow()
        - std::chrono::duration_cast<WallTime::duration>(m_clock.now() - instant);
}

void EnvironmentJournal::initStarted(bool isRepeated)
{
    platform::InitStart event;
    event.type = initializationType();
    event.phase = initPhase(isRepeated);
    event.runtimeVersion = runtimeVersion();
    event.runtimeVersionArn = runtimeVersionArn();
    event.functionName = m_setup.function.name;
    event.functionVersion = m_setup.function.version;
    event.functionArn = functionArn(m_setup.function);
    event.instanceId = m_environmentId;
    event.instanceMaxMemory = m_setup.function.memory;
    m_log.addPlatformEvent(event);
}

void EnvironmentJournal::initRuntimeDone(bool isRepeated, const platform::Outcome &outcome)
{
    m_log.addPlatformEvent(
        platform::InitRuntimeDone{initializationType(), initPhase(isRepeated), outcome, {}, {}});
}

void EnvironmentJournal::initReported(bool isRepeated, const platform::Outcome &outcome,
                                      std::chrono::nanoseconds duration)
{
    m_log.addPlatformEvent(platform::InitReport{
        initializationType(), initPhase(isRepeated), outcome, rounded(duration), {}, {}});
}

void EnvironmentJournal::restoreStarted()
{
    m_log.addPlatformEvent(platform::RestoreStart{m_setup.function.name, m_setup.function.version,
                                                  m_environmentId, m_setup.function.memory,
                                                  runtimeVersion(), runtimeVersionArn()});
}

void EnvironmentJournal::restoreDone(const platform::Outcome &outcome,
                                     std::chrono::nanoseconds duration)
{
    m_log.addPlatformEvent(platform::RestoreRuntimeDone{outcome, {}, {}});
    m_log.addPlatformEvent(platform::RestoreReport{outcome, rounded(duration), {}});
}

void EnvironmentJournal::started(const QString &requestId, const QByteArray &traceId, WallTime at)
{
    m_log.addPlatformEvent(
        platform::Start{requestId, m_setup.function.version, {}, tracingOf(traceId)}, at);
}

void EnvironmentJournal::runtimeDone(const QString &requestId, const QByteArray &traceId,
                                     const platform::Outcome &outcome, const PhaseStamps &stamps,
                                     Instant runtimeIsBack, qint64 producedBytes)
{
    if (!m_log.makesPlatformRecords()) // a log of text has no line for it
        return;
    platform::RuntimeDone event;
    event.requestId = requestId;
    event.outcome = outcome;
    event.tracing = tracingOf(traceId);
    if (stamps.invokeBegin && stamps.answered) {
        const Instant begin = *stamps.invokeBegin;
        const Instant end = *stamps.answered;
        const Instant firstByte = std::clamp(stamps.firstByte.value_or(end), begin, end);
        const auto span = [this](const char *name, Instant from, Instant to) {
            return platform::Span{QLatin1String(name), wallTimeOf(from), rounded(to - from)};
        };
        event.spans
            = {span("responseLatency", begin, firstByte), span("responseDuration", firstByte, end),
               span("runtimeOverhead", end, std::max(runtimeIsBack, end))};
        event.metrics = platform::RuntimeDoneMetrics{rounded(std::max(runtimeIsBack, end) - begin),
                                                     producedBytes};
    }
    m_log.addPlatformEvent(event);
}

void EnvironmentJournal::timedOut(const QString &requestId)
{
    m_log.addPlatformEvent(
        platform::TaskTimeout{m_clock.wallNow(), requestId, m_setup.function.timeout});
}

void EnvironmentJournal::exited(const QString &requestId, const QString &message,
                                const QString &errorType)
{
    m_log.addPlatformEvent(platform::Fault{requestId, message, errorType});
}

void EnvironmentJournal::extension(const QString &name, const QString &state,
                                   const QStringList &events, const QString &errorType)
{
    m_log.addPlatformEvent(platform::Extension{name, state, events, errorType});
}

void EnvironmentJournal::subscribed(const QString &name, const QStringList &types, bool isLogsApi)
{
    if (isLogsApi)
        m_log.addPlatformEvent(platform::LogsSubscription{name, types});
    else
        m_log.addPlatformEvent(platform::TelemetrySubscription{name, types});
}

void EnvironmentJournal::logsDropped(qint64 records, qint64 bytes)
{
    m_log.addPlatformEvent(platform::LogsDropped{platform::slowConsumerReason(), records, bytes});
}

void EnvironmentJournal::reported(const Report &report, const QByteArray &traceId,
                                  const PhaseStamps &stamps)
{
    m_log.addPlatformEvent(platform::End{report.requestId});
    platform::InvokeReport event;
    event.report = report;
    event.tracing = tracingOf(traceId);
    if (stamps.answered && stamps.done && *stamps.done > *stamps.answered)
        event.spans
            = {platform::Span{QStringLiteral("extensionOverhead"), wallTimeOf(*stamps.answered),
                              rounded(*stamps.done - *stamps.answered)}};
    m_log.addPlatformEvent(event);
}

} // namespace coldframe
