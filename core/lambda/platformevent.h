// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/units.h"
#include "core/lambda/logline.h"
#include "core/lambda/report.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace coldframe {

/// What the platform tells about an execution environment and its invocations (logs, sections 1
/// to 3). Texts that are empty are unknown and left out.
namespace platform {

enum class InitializationType { OnDemand, ProvisionedConcurrency, SnapStart, ManagedInstances };

/// In which phase a runtime is initialised: Invoke means that a failed init phase is repeated.
enum class InitPhase { Init, Invoke, SnapStart };

enum class Status { Success, Failure, Error, Timeout };

/// How a phase ended.
struct Outcome
{
    Status status = Status::Success;
    QString errorType; ///< empty on success

    bool operator==(const Outcome &) const = default;
};

/// A part of a phase, for example "responseLatency".
struct Span
{
    QString name;
    WallTime start{};
    std::chrono::microseconds duration{};

    bool operator==(const Span &) const = default;
};

/// The invocation's X-Ray header; there is none while value is empty.
struct Tracing
{
    QString spanId;
    QString value; ///< "Root=1-...;Parent=...;Sampled=1"

    bool operator==(const Tracing &) const = default;
};

struct InitStart
{
    InitializationType type = InitializationType::OnDemand;
    InitPhase phase = InitPhase::Init;
    QString runtimeVersion; ///< "python:3.12.v18"; empty for runtimes that Lambda does not manage
    QString runtimeVersionArn;
    QString functionName;
    QString functionVersion;
    QString functionArn;
    QString instanceId;
    std::optional<MebiBytes> instanceMaxMemory;
    Tracing tracing;
};

struct InitRuntimeDone
{
    InitializationType type = InitializationType::OnDemand;
    InitPhase phase = InitPhase::Init;
    Outcome outcome;
    std::vector<Span> spans;
    Tracing tracing;
};

struct InitReport
{
    InitializationType type = InitializationType::OnDemand;
    InitPhase phase = InitPhase::Init;
    Outcome outcome;
    std::chrono::microseconds duration{};
    std::vector<Span> spans;
    Tracing tracing;
};

struct RestoreStart
{
    QString functionName;
    QString functionVersion;
    QString instanceId;
    std::optional<MebiBytes> instanceMaxMemory;
    QString runtimeVersion;
    QString runtimeVersionArn;
};

struct RestoreRuntimeDone
{
    Outcome outcome;
    std::vector<Span> spans;
    Tracing tracing;
};

struct RestoreReport
{
    Outcome outcome;
    std::chrono::microseconds duration{};
    std::vector<Span> spans;
};

/// An event goes to the runtime.
struct Start
{
    QString requestId;
    QString version;
    QString tenantId;
    Tracing tracing;
};

struct RuntimeDoneMetrics
{
    std::chrono::microseconds duration{};
    std::int64_t producedBytes = 0; ///< size of the response

    bool operator==(const RuntimeDoneMetrics &) const = default;
};

/// The runtime has answered and asked for the next event, or failed.
struct RuntimeDone
{
    QString requestId;
    QString tenantId;
    Outcome outcome;
    std::vector<Span> spans;
    std::optional<RuntimeDoneMetrics> metrics;
    Tracing tracing;
};

/// The END line; a record of the Logs API alone.
struct End
{
    QString requestId;
};

/// The REPORT line.
struct InvokeReport
{
    Report report; ///< its status decides the record's
    QString tenantId;
    std::vector<Span> spans;
    Tracing tracing;
};

/// The line behind REPORT of an invocation that is traced and sampled.
struct TraceReport
{
    QString traceId;
    QString segmentId;
};

/// "RequestId: <id> Error: <what>" with the error's type in a line of its own; a record of the
/// Logs API alone. Without a request the message stands alone.
struct Fault
{
    QString requestId;
    QString message;
    QString errorType;
};

/// "<time> <id> Task timed out after 3.00 seconds"; a record of the Logs API alone.
struct TaskTimeout
{
    WallTime time{};
    QString requestId;
    std::chrono::milliseconds timeout{};
};

/// An image's entry point could not be started.
struct ImageLaunchError
{
    QString message;
    QStringList entrypoint;
    QStringList command;
    QString workingDirectory;
};

/// What became of an extension at the end of the init phase.
struct Extension
{
    QString name;
    QString state; ///< "Ready", "Registered", "Started", "LaunchError", ...
    QStringList events; ///< of INVOKE and SHUTDOWN
    QString errorType;
};

struct TelemetrySubscription
{
    QString name; ///< of the extension
    QStringList types; ///< of platform, function and extension
};

/// The same for the superseded Logs API.
struct LogsSubscription
{
    QString name;
    QStringList types;
};

struct LogsDropped
{
    QString reason;
    std::int64_t droppedRecords = 0;
    std::int64_t droppedBytes = 0;
};

/// Lambda's reason for LogsDropped: the subscriber does not keep pace.
QString slowConsumerReason();

/// The outcome that an error type stands for: none is success, "Sandbox." a failure, any other an
/// error (logs, section 3). A timeout is told by who measured it.
Outcome outcomeOf(const QString &errorType);

} // namespace platform

using PlatformEvent
    = std::variant<platform::InitStart, platform::InitRuntimeDone, platform::InitReport,
                   platform::RestoreStart, platform::RestoreRuntimeDone, platform::RestoreReport,
                   platform::Start, platform::RuntimeDone, platform::End, platform::InvokeReport,
                   platform::TraceReport, platform::Fault, platform::TaskTimeout,
                   platform::ImageLaunchError, platform::Extension, platform::TelemetrySubscription,
                   platform::LogsSubscription, platform::LogsDropped>;

/// "platform.initStart" and its like; empty for what is text alone.
QByteArray typeName(const PlatformEvent &event);

/// Whether only the superseded Logs API knows the record: a log in JSON does not have it.
bool isLogsApiRecord(const PlatformEvent &event);

/// The level that the system log level is compared with (logs, section 4).
LogLevel levelOf(const PlatformEvent &event);

/// The lines in the Text format without their newlines (logs, sections 1 and 2); none for what
/// has no text form.
QByteArrayList textLines(const PlatformEvent &event);

/// {"time":...,"type":"platform....","record":...} (logs, section 3); empty for what is text alone.
QByteArray jsonRecord(const PlatformEvent &event, WallTime time);

} // namespace coldframe
