// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runsummary.h"

namespace coldframe {

QString baselineTag()
{
    return QStringLiteral("baseline");
}

bool RunSummary::isBaseline() const
{
    return tags.contains(baselineTag());
}

RunSummary summaryOf(const InvocationRecord &record, const RunMetadata &metadata)
{
    RunSummary run;
    run.requestId = record.requestId;
    run.function = record.function.name;
    run.startedAt = record.startedAt;
    run.status = record.status;
    run.errorType = record.errorType;
    run.coldStart = record.coldStart;
    run.duration = record.report.duration;
    run.billedDuration = record.report.billedDuration;
    run.initDuration = record.report.initDuration;
    run.cpuTime = record.cpuTime;
    run.memorySize = record.function.memory;
    run.maxMemoryUsed = record.report.maxMemoryUsed;
    run.ephemeralStorage = record.function.ephemeralStorage;
    run.runtime = record.function.runtime;
    run.region = record.function.region;
    run.architecture = record.function.architecture;
    run.metadata = metadata;
    return run;
}

QString runOriginName(RunOrigin origin)
{
    switch (origin) {
    case RunOrigin::Window:
        return QStringLiteral("window");
    case RunOrigin::CommandLine:
        return QStringLiteral("commandLine");
    case RunOrigin::Fixture:
        return QStringLiteral("fixture");
    case RunOrigin::Queue:
        return QStringLiteral("queue");
    case RunOrigin::Burst:
        return QStringLiteral("burst");
    }
    return {};
}

} // namespace coldframe
