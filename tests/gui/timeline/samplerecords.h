// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

namespace coldframe::test {

using namespace std::chrono_literals;

inline ImportSpan sampleImport(const QString &module, const QString &file, int depth,
                               std::chrono::nanoseconds begin, std::chrono::nanoseconds duration,
                               std::chrono::nanoseconds self, ImportOrigin origin)
{
    return {module, file, depth, begin, duration, self, origin};
}

/// A cold run: 48.2 ms of init with five imports, and 1.3 ms of invoke.
inline InvocationRecord coldRecord()
{
    const QString python = QStringLiteral("/usr/lib/python3.11/");
    InvocationRecord record;
    record.function.codeDirectory = QStringLiteral("/home/me/orders");
    record.coldStart = ColdStartReason::FirstInvocation;
    record.phases
        = {{PhaseKind::ProcessStart, 0ms, 4ms},    {PhaseKind::InterpreterStart, 4ms, 16ms},
           {PhaseKind::Bootstrap, 20ms, 5ms},      {PhaseKind::HandlerImport, 25ms, 23ms},
           {PhaseKind::RuntimeReady, 48ms, 200us}, {PhaseKind::Invoke, 48200us, 1300us}};
    record.imports = {
        sampleImport(QStringLiteral("app"), QStringLiteral("/var/task/app.py"), 0, 25ms, 23ms, 2ms,
                     ImportOrigin::Function),
        sampleImport(QStringLiteral("json"), python + QStringLiteral("json/__init__.py"), 1,
                     25500us, 4ms, 1ms, ImportOrigin::StandardLibrary),
        sampleImport(QStringLiteral("json.decoder"), python + QStringLiteral("json/decoder.py"), 2,
                     26ms, 3ms, 3ms, ImportOrigin::StandardLibrary),
        sampleImport(QStringLiteral("orders.pricing"),
                     QStringLiteral("/var/task/orders/pricing.py"), 1, 30ms, 16ms, 4ms,
                     ImportOrigin::Function),
        sampleImport(QStringLiteral("requests"),
                     QStringLiteral("/var/task/package/site-packages/requests/__init__.py"), 2,
                     31ms, 12ms, 12ms, ImportOrigin::Dependency),
    };
    return record;
}

/// A cold run in a sandbox with two extensions, one of which is at work after the response.
inline InvocationRecord recordWithExtensions()
{
    InvocationRecord record = coldRecord();
    record.phases = {{PhaseKind::Sandbox, 0ms, 7ms},           {PhaseKind::ProcessStart, 7ms, 4ms},
                     {PhaseKind::InterpreterStart, 11ms, 9ms}, {PhaseKind::Bootstrap, 20ms, 5ms},
                     {PhaseKind::HandlerImport, 25ms, 23ms},   {PhaseKind::RuntimeReady, 48ms, 2ms},
                     {PhaseKind::ExtensionsReady, 50ms, 8ms},  {PhaseKind::Invoke, 58ms, 12ms},
                     {PhaseKind::ExtensionsDone, 70ms, 10ms}};
    record.extensions = {{QStringLiteral("telemetry-collector"), true, 15ms, 58ms, 80ms},
                         {QStringLiteral("inside"), false, 40ms, 46ms, 66ms}};
    return record;
}

inline InvocationRecord warmRecord()
{
    InvocationRecord record;
    record.phases = {{PhaseKind::Invoke, 0ms, 1300us}};
    return record;
}

/// The cold run with two connections at the same time and a span of the user's.
inline InvocationRecord recordWithSpans()
{
    InvocationRecord record = coldRecord();
    record.requestId = QStringLiteral("cold");
    record.function.name = QStringLiteral("orders");
    record.environment.id = QStringLiteral("one");
    record.startedAt = WallTime{1'700'000'000s};
    record.report.initDuration = 48200us;
    record.report.duration = 21300us;
    record.report.billedDuration = 70ms;
    record.phases.back().duration = 21300us;
    for (ImportSpan &import : record.imports)
        import.fileBytes = 1000 + import.duration / 1us;
    HandlerSpan database;
    database.kind = HandlerSpanKind::Connection;
    database.name = QStringLiteral("db.example.org");
    database.port = 5432;
    database.begin = 49ms;
    database.duration = 12ms;
    database.connected = 2ms;
    HandlerSpan web = database;
    web.name = QStringLiteral("api.example.org");
    web.port = 443;
    web.begin = 52ms;
    web.duration = 16ms;
    web.hasFailed = true;
    HandlerSpan own;
    own.name = QStringLiteral("price the order");
    own.begin = 62ms;
    own.duration = 3ms;
    record.spans = {database, web, own};
    return record;
}

/// Warm runs of its environment, each a little longer than the one before.
inline std::vector<StackedRun> sampleStack(int count)
{
    std::vector<StackedRun> runs;
    for (int i = 0; i < count; ++i) {
        StackedRun run;
        run.requestId = QStringLiteral("warm %1").arg(i);
        run.ordinal = 2 + i;
        run.phases = {{PhaseKind::Invoke, 0ms, 18ms + i * 1ms},
                      {PhaseKind::ExtensionsDone, 18ms + i * 1ms, 2ms}};
        runs.push_back(run);
    }
    return runs;
}

} // namespace coldframe::test
