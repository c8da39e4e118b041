// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <QStringList>

namespace coldframe::test {

using namespace std::chrono_literals;

inline ImportSpan importOf(const char *module, int depth, std::chrono::nanoseconds begin,
                           std::chrono::nanoseconds duration, std::chrono::nanoseconds self)
{
    ImportSpan span;
    span.module = QString::fromLatin1(module);
    span.file = QStringLiteral("/var/task/%1.py").arg(span.module);
    span.depth = depth;
    span.begin = begin;
    span.duration = duration;
    span.self = self;
    return span;
}

inline HandlerSpan connectionTo(const char *host, int port, std::chrono::nanoseconds begin,
                                std::chrono::nanoseconds duration)
{
    HandlerSpan span;
    span.kind = HandlerSpanKind::Connection;
    span.name = QString::fromLatin1(host);
    span.port = port;
    span.begin = begin;
    span.duration = duration;
    return span;
}

/// 60 ms: bootstrap 10, handler import 30 (app 6, a 8, b 12, a's c 4), invoke 20.
inline InvocationRecord coldRun()
{
    InvocationRecord record;
    record.requestId = QStringLiteral("cold");
    record.environment.id = QStringLiteral("one");
    record.environment.invocations = 1;
    record.coldStart = ColdStartReason::FirstInvocation;
    record.startedAt = WallTime{1000ms};
    record.phases = {{PhaseKind::Bootstrap, 0ms, 10ms},
                     {PhaseKind::HandlerImport, 10ms, 30ms},
                     {PhaseKind::Invoke, 40ms, 20ms}};
    record.imports = {importOf("app", 0, 10ms, 30ms, 6ms), importOf("a", 1, 11ms, 12ms, 8ms),
                      importOf("c", 2, 12ms, 4ms, 4ms), importOf("b", 1, 24ms, 12ms, 12ms)};
    return record;
}

inline InvocationRecord warmRun(const char *id, int ordinal, std::chrono::nanoseconds duration)
{
    InvocationRecord record;
    record.requestId = QString::fromLatin1(id);
    record.environment.id = QStringLiteral("one");
    record.environment.invocations = ordinal;
    record.startedAt = WallTime{1000ms + ordinal * 100ms};
    record.phases = {{PhaseKind::Invoke, 0ms, duration}};
    return record;
}

/// What each lane has: "app@10+30 a@11+12 | ...", in milliseconds.
inline QString lanesOf(const Timeline &timeline)
{
    QStringList lanes;
    for (int lane = 0; lane < static_cast<int>(timeline.lanes.size()); ++lane) {
        QStringList names;
        const auto &spans = timeline.lanes[static_cast<std::size_t>(lane)];
        for (int span = 0; span < static_cast<int>(spans.size()); ++span) {
            const BarFacts facts = factsOf(timeline, {lane, span});
            QString name = QStringLiteral("whole");
            if (facts.phase)
                name = QStringLiteral("phase%1").arg(int(*facts.phase));
            else if (facts.span)
                name = facts.span->name;
            else if (facts.kind == LaneKind::Imports)
                name = facts.module;
            if (facts.merged > 1)
                name += QStringLiteral("*%1").arg(facts.merged);
            names.append(QStringLiteral("%1@%2+%3")
                             .arg(name)
                             .arg(facts.begin / 1ms)
                             .arg(facts.duration / 1ms));
        }
        lanes.append(names.join(u' '));
    }
    return lanes.join(QStringLiteral(" | "));
}

} // namespace coldframe::test
