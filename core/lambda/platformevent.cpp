// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/platformevent.h"

#include "core/base/isotime.h"
#include "core/lambda/errorpayload.h"
#include "core/lambda/platformnames.h"

namespace coldframe {

using namespace platform;

namespace {

QByteArray hundredths(std::chrono::microseconds duration)
{
    return QByteArray::number(static_cast<double>(duration.count()) / 1000.0, 'f', 2) + " ms";
}

QByteArray versionLine(const char *name, const QString &version, const QString &arn)
{
    QByteArray line = name + QByteArray(" Runtime Version: ") + version.toUtf8();
    if (!arn.isEmpty())
        line += "\tRuntime Version ARN: " + arn.toUtf8();
    return line;
}

QByteArray statusFields(const Outcome &outcome)
{
    if (outcome.status == Status::Success)
        return {};
    QByteArray fields = QByteArray("\tStatus: ") + nameOf(outcome.status);
    if (!outcome.errorType.isEmpty())
        fields += "\tError Type: " + outcome.errorType.toUtf8();
    return fields;
}

QByteArray listed(const QStringList &texts)
{
    return '[' + texts.join(u',').toUtf8() + ']';
}

QByteArray subscriptionLine(const char *name, const QString &extension, const QStringList &types)
{
    QStringList capitalised;
    for (const QString &type : types)
        capitalised.append(type.left(1).toUpper() + type.mid(1));
    return name + QByteArray("\tName: ") + extension.toUtf8() + "\tState: Subscribed\tTypes: ["
        + capitalised.join(QStringLiteral(", ")).toUtf8() + ']';
}

QByteArray faultText(const Fault &fault)
{
    return (fault.requestId.isEmpty() ? fault.message
                                      : platformErrorMessage(fault.requestId, fault.message))
        .toUtf8();
}

QByteArray timeoutText(const TaskTimeout &event)
{
    return isoTime(event.time) + ' ' + event.requestId.toUtf8() + ' '
        + timeoutMessage(event.timeout).toUtf8();
}

} // namespace

QByteArray typeName(const PlatformEvent &event)
{
    return std::visit(
        Overloaded{
            [](const InitStart &) { return QByteArray("platform.initStart"); },
            [](const InitRuntimeDone &) { return QByteArray("platform.initRuntimeDone"); },
            [](const InitReport &) { return QByteArray("platform.initReport"); },
            [](const RestoreStart &) { return QByteArray("platform.restoreStart"); },
            [](const RestoreRuntimeDone &) { return QByteArray("platform.restoreRuntimeDone"); },
            [](const RestoreReport &) { return QByteArray("platform.restoreReport"); },
            [](const Start &) { return QByteArray("platform.start"); },
            [](const RuntimeDone &) { return QByteArray("platform.runtimeDone"); },
            [](const End &) { return QByteArray("platform.end"); },
            [](const InvokeReport &) { return QByteArray("platform.report"); },
            [](const TraceReport &) { return QByteArray(); },
            [](const Fault &) { return QByteArray("platform.fault"); },
            [](const TaskTimeout &) { return QByteArray("platform.fault"); },
            [](const ImageLaunchError &) { return QByteArray(); },
            [](const Extension &) { return QByteArray("platform.extension"); },
            [](const TelemetrySubscription &) {
                return QByteArray("platform.telemetrySubscription");
            },
            [](const LogsSubscription &) { return QByteArray("platform.logsSubscription"); },
            [](const LogsDropped &) { return QByteArray("platform.logsDropped"); },
        },
        event);
}

bool isLogsApiRecord(const PlatformEvent &event)
{
    return std::holds_alternative<End>(event) || std::holds_alternative<Fault>(event)
        || std::holds_alternative<TaskTimeout>(event);
}

LogLevel levelOf(const PlatformEvent &event)
{
    const auto orWarn = [](const Outcome &outcome, LogLevel onSuccess) {
        return outcome.status == Status::Success ? onSuccess : LogLevel::Warn;
    };
    const auto ofVersion = [](const QString &version) {
        return version.isEmpty() ? LogLevel::Debug : LogLevel::Info;
    };
    return std::visit(
        Overloaded{
            [&](const InitStart &e) { return ofVersion(e.runtimeVersion); },
            [&](const InitRuntimeDone &e) { return orWarn(e.outcome, LogLevel::Debug); },
            [&](const InitReport &e) {
                return orWarn(e.outcome,
                              e.type == InitializationType::OnDemand ? LogLevel::Debug
                                                                     : LogLevel::Info);
            },
            [&](const RestoreStart &e) { return ofVersion(e.runtimeVersion); },
            [&](const RestoreRuntimeDone &e) { return orWarn(e.outcome, LogLevel::Debug); },
            [&](const RestoreReport &e) { return orWarn(e.outcome, LogLevel::Info); },
            [](const Start &) { return LogLevel::Info; },
            [&](const RuntimeDone &e) { return orWarn(e.outcome, LogLevel::Debug); },
            [](const End &) { return LogLevel::Info; },
            [&](const InvokeReport &e) { return orWarn(outcomeOf(e.report), LogLevel::Info); },
            [](const TraceReport &) { return LogLevel::Info; },
            [](const Fault &) { return LogLevel::Error; },
            [](const TaskTimeout &) { return LogLevel::Error; },
            [](const ImageLaunchError &) { return LogLevel::Error; },
            [](const Extension &e) {
                return e.errorType.isEmpty() ? LogLevel::Info : LogLevel::Warn;
            },
            [](const TelemetrySubscription &) { return LogLevel::Info; },
            [](const LogsSubscription &) { return LogLevel::Info; },
            [](const LogsDropped &) { return LogLevel::Warn; },
        },
        event);
}

QByteArrayList textLines(const PlatformEvent &event)
{
    using Lines = QByteArrayList;
    return std::visit(
        Overloaded{
            [](const InitStart &e) {
                return e.runtimeVersion.isEmpty()
                    ? Lines()
                    : Lines{versionLine("INIT_START", e.runtimeVersion, e.runtimeVersionArn)};
            },
            [](const InitRuntimeDone &) { return Lines(); },
            [](const InitReport &e) {
                const bool isSilent
                    = e.type == InitializationType::OnDemand && e.outcome.status == Status::Success;
                return isSilent ? Lines()
                                : Lines{"INIT_REPORT Init Duration: " + hundredths(e.duration)
                                        + "\tPhase: " + nameOf(e.phase) + statusFields(e.outcome)};
            },
            [](const RestoreStart &e) {
                return e.runtimeVersion.isEmpty()
                    ? Lines()
                    : Lines{versionLine("RESTORE_START", e.runtimeVersion, e.runtimeVersionArn)};
            },
            [](const RestoreRuntimeDone &) { return Lines(); },
            [](const RestoreReport &e) {
                return Lines{"RESTORE_REPORT Restore Duration: " + hundredths(e.duration)
                             + statusFields(e.outcome)};
            },
            [](const Start &e) {
                return Lines{"START RequestId: " + e.requestId.toUtf8()
                             + " Version: " + e.version.toUtf8()};
            },
            [](const RuntimeDone &) { return Lines(); },
            [](const End &e) { return Lines{"END RequestId: " + e.requestId.toUtf8()}; },
            [](const InvokeReport &e) { return Lines{formatReport(e.report)}; },
            [](const TraceReport &e) {
                return Lines{"XRAY TraceId: " + e.traceId.toUtf8()
                             + "\tSegmentId: " + e.segmentId.toUtf8() + "\tSampled: true\t"};
            },
            [](const Fault &e) {
                return Lines{faultText(e), e.errorType.toUtf8()};
            },
            [](const TaskTimeout &e) {
                return Lines{timeoutText(e), QByteArray()};
            },
            [](const ImageLaunchError &e) {
                return Lines{"IMAGE\tLaunch error: " + e.message.toUtf8() + "\tEntrypoint: "
                             + listed(e.entrypoint) + "\tCmd: " + listed(e.command)
                             + "\tWorkingDir: [" + e.workingDirectory.toUtf8() + ']'};
            },
            [](const Extension &e) {
                QByteArray line = "EXTENSION\tName: " + e.name.toUtf8()
                    + "\tState: " + e.state.toUtf8() + "\tEvents: " + listed(e.events);
                if (!e.errorType.isEmpty())
                    line += "\tError Type: " + e.errorType.toUtf8();
                return Lines{line};
            },
            [](const TelemetrySubscription &e) {
                return Lines{subscriptionLine("TELEMETRY", e.name, e.types)};
            },
            [](const LogsSubscription &e) {
                return Lines{subscriptionLine("LOGS", e.name, e.types)};
            },
            [](const LogsDropped &) { return Lines(); },
        },
        event);
}

} // namespace coldframe
