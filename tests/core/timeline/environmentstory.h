// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/environmenthistory.h"

namespace coldframe::test {

inline constexpr WallTime StoryBegin{std::chrono::seconds(1'700'000'000)};

inline WallTime at(std::chrono::milliseconds time)
{
    return StoryBegin + time;
}

/// An environment that began at 0 and took 50 ms to initialise.
inline EnvironmentDescription environmentIn(EnvironmentState state, std::chrono::milliseconds since,
                                            const QString &id = QStringLiteral("e"))
{
    using namespace std::chrono_literals;
    EnvironmentDescription environment;
    environment.id = id;
    environment.functionName = QStringLiteral("orders");
    environment.state = state;
    environment.stateSince = at(since);
    environment.startedAt = at(0ms);
    if (state != EnvironmentState::Initialising)
        environment.initialisedAt = at(50ms);
    return environment;
}

inline InvocationRecord invocationAt(std::chrono::milliseconds begin,
                                     std::chrono::milliseconds duration,
                                     const QString &requestId = QStringLiteral("a"),
                                     const QString &id = QStringLiteral("e"))
{
    InvocationRecord record;
    record.requestId = requestId;
    record.environment = environmentIn(EnvironmentState::Busy, begin, id);
    record.startedAt = at(begin);
    record.phases = {{PhaseKind::Invoke, {}, duration}};
    return record;
}

/// The invocation that began with the environment at 0, its init phase took until 50 ms.
inline InvocationRecord coldInvocation(std::chrono::milliseconds duration,
                                       const QString &requestId = QStringLiteral("a"))
{
    using namespace std::chrono_literals;
    InvocationRecord record = invocationAt(0ms, duration, requestId);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.phases = {{PhaseKind::Sandbox, 0ms, 8ms},
                     {PhaseKind::ProcessStart, 8ms, 42ms},
                     {PhaseKind::Invoke, 50ms, duration}};
    return record;
}

} // namespace coldframe::test
