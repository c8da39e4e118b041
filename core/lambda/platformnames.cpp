// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/platformnames.h"

namespace coldframe::platform {

const char *nameOf(InitializationType type)
{
    switch (type) {
    case InitializationType::OnDemand:
        return "on-demand";
    case InitializationType::ProvisionedConcurrency:
        return "provisioned-concurrency";
    case InitializationType::SnapStart:
        return "snap-start";
    case InitializationType::ManagedInstances:
        return "lambda-managed-instances";
    }
    return "";
}

const char *nameOf(InitPhase phase)
{
    switch (phase) {
    case InitPhase::Init:
        return "init";
    case InitPhase::Invoke:
        return "invoke";
    case InitPhase::SnapStart:
        return "snap-start";
    }
    return "";
}

const char *nameOf(Status status)
{
    switch (status) {
    case Status::Success:
        return "success";
    case Status::Failure:
        return "failure";
    case Status::Error:
        return "error";
    case Status::Timeout:
        return "timeout";
    }
    return "";
}

Outcome outcomeOf(const Report &report)
{
    if (report.status.isEmpty())
        return {};
    if (report.status == u"timeout")
        return {Status::Timeout, report.errorType};
    const Outcome outcome = outcomeOf(report.errorType);
    return {outcome.status == Status::Success ? Status::Error : outcome.status, report.errorType};
}

QString slowConsumerReason()
{
    return QStringLiteral("Some logs were dropped because the downstream consumer is slower than "
                          "the logs production rate");
}

Outcome outcomeOf(const QString &errorType)
{
    if (errorType.isEmpty())
        return {};
    return {errorType.startsWith(u"Sandbox.") ? Status::Failure : Status::Error, errorType};
}

} // namespace coldframe::platform
