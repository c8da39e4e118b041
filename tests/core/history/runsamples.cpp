// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/history/runsamples.h"

namespace coldframe::test {

using namespace std::chrono_literals;

WallTime timeOfRun(int seconds)
{
    constexpr std::chrono::seconds newYear{1'767'225'600};
    return WallTime(newYear) + std::chrono::seconds(seconds);
}

QString requestIdOf(int number)
{
    return QStringLiteral("%1-0000-4000-8000-000000000000").arg(number, 8, 16, QLatin1Char('0'));
}

InvocationRecord runNumber(int number)
{
    InvocationRecord record;
    record.requestId = requestIdOf(number);
    record.function.name = QStringLiteral("orders");
    record.function.runtime = QStringLiteral("python3.12");
    record.startedAt = timeOfRun(number);
    record.event = "{\"number\": " + QByteArray::number(number) + "}";
    record.response = "{}";
    record.report.requestId = record.requestId;
    record.report.duration = std::chrono::microseconds(10'000 + number);
    record.report.billedDuration = 11ms;
    record.report.memorySize = record.function.memory;
    record.report.maxMemoryUsed = MebiBytes{40};
    record.log = {
        {timeOfRun(number), LogSource::Platform, LogLevel::None, "START RequestId: x"},
        {timeOfRun(number), LogSource::Function, LogLevel::Info,
         "handled number" + QByteArray::number(number)},
        {timeOfRun(number), LogSource::Platform, LogLevel::None, "REPORT RequestId: x"},
    };
    return record;
}

InvocationRecord fullRecord()
{
    InvocationRecord record;
    record.requestId = requestIdOf(1);
    FunctionConfig &function = record.function;
    function.name = QStringLiteral("bestellungen-ü");
    function.runtime = QStringLiteral("nodejs22.x");
    function.handler = QStringLiteral("app.handler");
    function.codeDirectory = QStringLiteral("/home/ada/orders");
    function.memory = MebiBytes{1'024};
    function.timeout = 12'345ms;
    function.environment = {{QStringLiteral("TABLE"), QStringLiteral("orders")},
                            {QStringLiteral("KEY"), QStringLiteral("hunter2")}};
    function.architecture = Architecture::Arm64;
    function.ephemeralStorage = MebiBytes{2'048};
    function.layers = {QStringLiteral("/layers/a.zip"), QStringLiteral("/layers/b")};
    function.logging = {LogFormat::Json, LogLevel::Trace, LogLevel::Warn};
    function.snapStart = true;
    function.version = QStringLiteral("7");
    function.region = QStringLiteral("eu-west-1");
    function.accountId = QStringLiteral("210987654321");
    record.event = QByteArray("{\"bytes\": \"\xff\xfe\0\"}", 17); // no UTF-8, and a zero
    record.startedAt = timeOfRun(1) + 123'456'789ns;
    record.status = InvocationStatus::TimedOut;
    record.response = "{\"errorMessage\": \"€\\n\"}";
    record.responseBytes = 7'000'000'000;
    record.streamed = true;
    record.errorCause = "{\"paths\": []}";
    record.errorType = QStringLiteral("Sandbox.Timedout");
    record.coldStart = ColdStartReason::CodeChanged;
    record.changedFile = QStringLiteral("lib/db.py");
    record.localWait = 17ns;
    record.environment = {QStringLiteral("env-1"),
                          QStringLiteral("/usr/bin/node"),
                          QStringLiteral("Node.js 22.1.0"),
                          Isolation::Bubblewrap,
                          3,
                          EnvironmentState::Frozen,
                          timeOfRun(2),
                          QStringLiteral("orders"),
                          true,
                          timeOfRun(3),
                          timeOfRun(4) + 1ns,
                          MebiBytes{99}};
    record.environment.isolation = Isolation::None;
    record.initInsideInvoke = true;
    record.phases
        = {{PhaseKind::Sandbox, 0ns, 7ns}, {PhaseKind::HandlerImport, 7ns, 1'000'000'001ns}};
    record.extensions = {{QStringLiteral("agent"), false, 1ns, 2ns, 3ns},
                         {QStringLiteral("other"), true, {}, {}, 0ns}};
    record.imports = {{QStringLiteral("boto3"), QStringLiteral("/x/boto3/__init__.py"), 2, 5ns, 6ns,
                       4ns, ImportOrigin::StandardLibrary, 4'321, true},
                      {}};
    record.spans = {{HandlerSpanKind::Connection, QStringLiteral("db.example"), 5'432, 1ns, 2ns,
                     1ns, false, true, true},
                    {}};
    record.importDetail = ImportDetail::OneGraph;
    record.handlerRun = HandlerRun{3ns, 4ns};
    record.cpuTime = 33'000'000ns;
    record.cpuTimeMeans = CpuTimeMeans::ControlGroup;
    record.log = {{timeOfRun(5), LogSource::Extension, LogLevel::Fatal, "line\twith \x80 bytes",
                   QStringLiteral("agent")},
                  {timeOfRun(6), LogSource::Coldframe, LogLevel::None, "", {}}};
    Report &report = record.report;
    report.requestId = record.requestId;
    report.duration = 12'345'678us;
    report.billedDuration = 12'346ms;
    report.memorySize = MebiBytes{1'024};
    report.maxMemoryUsed = MebiBytes{77};
    report.initDuration = 0us; // set, and nothing: not the same as not set
    report.restoreDuration = 5us;
    report.billedRestoreDuration = 1ms;
    report.status = QStringLiteral("timeout");
    report.errorType = QStringLiteral("Sandbox.Timedout");
    record.observation.emplace();
    record.observation->initialised = ModuleState{
        QStringLiteral("app.py"),
        {{QStringLiteral("counter"), QStringLiteral("int"), QStringLiteral("1"), true}},
        false,
        false};
    record.observation->answered.emplace();
    record.observation->temporaryDirectory = QStringLiteral("/tmp/x");
    record.observation->sharesTemporaryDirectory = true;
    return record;
}

} // namespace coldframe::test
