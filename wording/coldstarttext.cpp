// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/coldstarttext.h"

#include "wording/figures.h"

#include <QCoreApplication>

namespace coldframe {

namespace {

struct ColdStartText
{
    Q_DECLARE_TR_FUNCTIONS(ColdStartText)
};

} // namespace

QString coldStartText(const InvocationRecord &record)
{
    if (!record.coldStart)
        return {};
    switch (*record.coldStart) {
    case ColdStartReason::FirstInvocation:
        return ColdStartText::tr("Cold: the function had no environment yet.");
    case ColdStartReason::AllBusy:
        return ColdStartText::tr("Cold: every environment was busy with another invocation.");
    case ColdStartReason::Requested:
        return ColdStartText::tr("Cold: a cold start was asked for.");
    case ColdStartReason::CodeChanged:
        return record.changedFile.isEmpty()
            ? ColdStartText::tr("Cold: the code was changed since the last run.")
            : ColdStartText::tr("Cold: %1 was changed since the last run.").arg(record.changedFile);
    case ColdStartReason::ConfigurationChanged:
        return ColdStartText::tr("Cold: the function's configuration was changed since the last "
                                 "run.");
    case ColdStartReason::EnvironmentLost:
        return ColdStartText::tr("Cold: the last environment was stopped.");
    case ColdStartReason::EnvironmentReset:
        return ColdStartText::tr("Cold inside the invocation: a timeout, a crash or a failed init "
                                 "phase had ended the environment's processes; /tmp was kept.");
    case ColdStartReason::Recycled:
        return ColdStartText::tr("Cold: the environments were recycled.");
    case ColdStartReason::IdleExpired:
        return ColdStartText::tr("Cold: the last environment had no event for longer than the "
                                 "assumed idle lifetime.");
    case ColdStartReason::MadeRoom:
        return ColdStartText::tr("Cold: the last environment had made room for another function's "
                                 "(the cap of environments on this computer, not a rule of "
                                 "Lambda).");
    }
    return {};
}

QString localWaitText(const InvocationRecord &record)
{
    if (record.localWait <= std::chrono::nanoseconds::zero())
        return {};
    return ColdStartText::tr("The event was held back for %1, because the cap of environments on "
                             "this computer was reached; Lambda has no such cap.")
        .arg(formatDuration(record.localWait));
}

} // namespace coldframe
