// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/invocation.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace coldframe {

/// The number of a run in its history, in the order of arrival.
using RunId = qint64;

/// Who asked for a run.
enum class RunOrigin {
    Window,
    CommandLine,
    Fixture, ///< a run of fixtures, whoever started it
    Queue, ///< an attempt of an asynchronous event
    Burst,
};

/// The state of the repository that a workspace lies in.
struct WorkspaceCommit
{
    QString id; ///< all of its digits; empty without a repository or a first commit
    bool isDirty = false; ///< files of the workspace differ from the commit

    bool operator==(const WorkspaceCommit &) const = default;
};

/// What a record does not say about itself.
struct RunMetadata
{
    QString eventName; ///< empty when the event has none
    QString fixture; ///< file of the fixture, relative to the workspace; empty without one
    RunOrigin origin = RunOrigin::Window;
    WorkspaceCommit commit;

    bool operator==(const RunMetadata &) const = default;
};

/// What lists, searches and trends need of a run, without its record.
struct RunSummary
{
    RunId id = 0;
    QString requestId;
    QString function;
    WallTime startedAt{};
    InvocationStatus status = InvocationStatus::Succeeded;
    QString errorType; ///< empty on success
    std::optional<ColdStartReason> coldStart;
    std::chrono::microseconds duration{};
    std::chrono::milliseconds billedDuration{};
    std::optional<std::chrono::microseconds> initDuration;
    std::optional<std::chrono::nanoseconds> cpuTime;
    MebiBytes memorySize;
    MebiBytes maxMemoryUsed;
    MebiBytes ephemeralStorage;
    QString runtime; ///< empty in runs of before it was kept, where no price depends on it
    QString region;
    Architecture architecture = Architecture::X86_64;
    RunMetadata metadata;
    QStringList tags; ///< sorted
    qint64 bytes = 0; ///< that its record takes in the file

    bool isCold() const { return coldStart.has_value(); }
    bool isBaseline() const;

    bool operator==(const RunSummary &) const = default;
};

/// The tag of those runs that later ones of their function are compared with.
QString baselineTag();

/// The values of a record; id, tags and bytes are the store's.
RunSummary summaryOf(const InvocationRecord &record, const RunMetadata &metadata);

/// "window", "commandLine", "fixture", "queue" or "burst".
QString runOriginName(RunOrigin origin);

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::RunSummary)
