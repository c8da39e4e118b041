// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/invocationlog.h"

#include "core/billing/billedduration.h"

#include <QDateTime>

#include <csignal>

namespace coldframe {

QByteArray initStartLine(const Interpreter &interpreter)
{
    const QByteArray name = interpreter.family == RuntimeFamily::Python ? "python:" : "nodejs:";
    return "INIT_START Runtime Version: " + name + interpreter.version.toUtf8();
}

QByteArray otherVersionRemark(const FunctionConfig &function, const Interpreter &interpreter)
{
    const Result<RuntimeIdentifier> wanted = parseRuntimeIdentifier(function.runtime);
    if (!wanted || wanted->major == 0)
        return {};
    const bool same = wanted->major == interpreter.major()
        && (wanted->family == RuntimeFamily::NodeJs || wanted->minor == interpreter.minor());
    return same ? QByteArray()
                : (function.runtime + QStringLiteral(" is not installed here: ")
                   + interpreterTitle(interpreter) + QStringLiteral(" runs the function instead"))
                      .toUtf8();
}

QByteArray startLine(const QString &requestId, const QString &version)
{
    return "START RequestId: " + requestId.toUtf8() + " Version: " + version.toUtf8();
}

QByteArray endLine(const QString &requestId)
{
    return "END RequestId: " + requestId.toUtf8();
}

QByteArray timeoutLine(WallTime now, const QString &requestId, const QString &message)
{
    const auto milliseconds
        = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    const QString time
        = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC).toString(Qt::ISODateWithMs);
    return QStringLiteral("%1 %2 %3").arg(time, requestId, message).toUtf8();
}

QByteArray initReportLine(std::chrono::nanoseconds duration, bool repeated, const QString &status,
                          const QString &errorType)
{
    const double milliseconds = std::chrono::duration<double, std::milli>(duration).count();
    QString line = QStringLiteral("INIT_REPORT Init Duration: %1 ms\tPhase: %2\tStatus: %3")
                       .arg(milliseconds, 0, 'f', 2)
                       .arg(repeated ? QStringLiteral("invoke") : QStringLiteral("init"), status);
    if (!errorType.isEmpty())
        line += QStringLiteral("\tError Type: ") + errorType;
    return line.toUtf8();
}

QString exitText(ExitStatus status)
{
    const auto signalText = [](int signal) -> QString {
        switch (signal) {
        case SIGKILL:
            return QStringLiteral("killed");
        case SIGSEGV:
            return QStringLiteral("segmentation fault");
        case SIGABRT:
            return QStringLiteral("aborted");
        case SIGTERM:
            return QStringLiteral("terminated");
        case SIGBUS:
            return QStringLiteral("bus error");
        case SIGFPE:
            return QStringLiteral("floating point exception");
        case SIGILL:
            return QStringLiteral("illegal instruction");
        default:
            return QString::number(signal);
        }
    };
    if (status.signal != 0)
        return QStringLiteral("Runtime exited with error: signal: ") + signalText(status.signal);
    if (status.exitCode == 0)
        return QStringLiteral("Runtime exited without providing a reason");
    return QStringLiteral("Runtime exited with error: exit status %1").arg(status.exitCode);
}

Report makeReport(const InvocationRecord &record, std::chrono::nanoseconds duration,
                  std::optional<std::chrono::nanoseconds> init, MebiBytes used,
                  const QString &platformErrorType)
{
    using std::chrono::microseconds;
    Report report;
    report.requestId = record.requestId;
    report.duration = std::chrono::round<microseconds>(duration);
    if (init)
        report.initDuration = std::chrono::round<microseconds>(*init);
    report.billedDuration = billedDuration(report.duration, report.initDuration);
    report.memorySize = record.function.memory;
    report.maxMemoryUsed = used;
    switch (record.status) {
    case InvocationStatus::Succeeded:
        break;
    case InvocationStatus::TimedOut:
        report.status = QStringLiteral("timeout");
        break;
    case InvocationStatus::Stopped:
        report.status = QStringLiteral("error");
        break;
    case InvocationStatus::Failed:
        report.status = QStringLiteral("error");
        report.errorType = platformErrorType.isEmpty() ? record.errorType : platformErrorType;
        break;
    }
    return report;
}

} // namespace coldframe
