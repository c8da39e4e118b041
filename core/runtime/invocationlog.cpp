// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/invocationlog.h"

#include "core/billing/billedduration.h"

#include <csignal>

namespace coldframe {

QByteArray otherVersionRemark(const FunctionConfig &function, const Interpreter &interpreter)
{
    const Result<RuntimeIdentifier> wanted = parseRuntimeIdentifier(function.runtime);
    return !wanted || isVersionOf(interpreter, *wanted) ? QByteArray()
                : (function.runtime + QStringLiteral(" is not installed here: ")
                   + interpreterTitle(interpreter) + QStringLiteral(" runs the function instead"))
                      .toUtf8();
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
