// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/platformevent.h"

#include "core/base/jsontext.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::platform;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(PlatformEvent)
Q_DECLARE_METATYPE(Outcome)

class tst_PlatformEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textForm_data();
    void textForm();
    void jsonForm_data();
    void jsonForm();
    void levels_data();
    void levels();
    void outcomesOfErrorTypes_data();
    void outcomesOfErrorTypes();
    void durationsAreDecimalFractions_data();
    void durationsAreDecimalFractions();
};

COLDFRAME_TEST(tst_PlatformEvent);

namespace {

constexpr std::int64_t tenOClock = 1'795'428'000'000; // 2026-11-23T10:00:00Z

WallTime at(int milliseconds)
{
    return WallTime(std::chrono::milliseconds(tenOClock + milliseconds));
}

const QString requestId = QStringLiteral("0b6d5ac1-3f5e-4d0a-9f55-2f2a8b1c7d3e");
const QByteArray id = requestId.toLatin1();
const QString latest = QStringLiteral("$LATEST");
const Outcome timeout{Status::Timeout, {}};
const Outcome exitError{Status::Error, QStringLiteral("Runtime.ExitError")};
const Outcome crash{Status::Error, QStringLiteral("Extension.Crash")};

InitStart managedInitStart()
{
    InitStart event;
    event.runtimeVersion = QStringLiteral("python:3.13.v50");
    event.runtimeVersionArn = QStringLiteral("arn:aws:lambda:eu-west-1::runtime:ab12");
    event.functionName = QStringLiteral("demo");
    event.functionVersion = latest;
    return event;
}

InitReport initReportOf(InitializationType type, InitPhase phase, Outcome outcome,
                        std::chrono::microseconds duration)
{
    return {type, phase, std::move(outcome), duration, {}, {}};
}

RestoreStart managedRestoreStart()
{
    return {QStringLiteral("demo"),       QStringLiteral("7"),
            QStringLiteral("i-1"),        MebiBytes{256},
            QStringLiteral("java:21.v5"), QStringLiteral("arn:aws:lambda:eu-west-1::runtime:cd34")};
}

Report report()
{
    Report report;
    report.requestId = requestId;
    report.duration = 13'400us;
    report.billedDuration = 195ms;
    report.memorySize = MebiBytes{128};
    report.maxMemoryUsed = MebiBytes{41};
    report.initDuration = 181'204us;
    return report;
}

InvokeReport failed(const char *status, const char *errorType)
{
    Report failing = report();
    failing.status = QString::fromLatin1(status);
    failing.errorType = QString::fromLatin1(errorType);
    return {failing, {}, {}, {}};
}

RuntimeDone runtimeDone()
{
    RuntimeDone event;
    event.requestId = requestId;
    event.spans = {{QStringLiteral("responseLatency"), at(182), 11'900us},
                   {QStringLiteral("responseDuration"), at(194), 100us},
                   {QStringLiteral("runtimeOverhead"), at(194), 500us}};
    event.metrics = RuntimeDoneMetrics{12'800us, 17};
    return event;
}

} // namespace

// Sections 1 and 2 of the sheet.
void tst_PlatformEvent::textForm_data()
{
    QTest::addColumn<PlatformEvent>("event");
    QTest::addColumn<QByteArrayList>("lines");

    const auto row = [](const char *name, PlatformEvent event, const QByteArrayList &lines) {
        QTest::newRow(name) << std::move(event) << lines;
    };
    row("INIT_START", managedInitStart(),
        {"INIT_START Runtime Version: python:3.13.v50\tRuntime Version ARN: "
         "arn:aws:lambda:eu-west-1::runtime:ab12"});
    row("INIT_START of a runtime without version info", InitStart(), {});
    InitStart local = managedInitStart();
    local.runtimeVersionArn.clear();
    row("INIT_START without an ARN", local, {"INIT_START Runtime Version: python:3.13.v50"});
    row("the end of the runtime's init", InitRuntimeDone(), {});
    row("INIT_REPORT of an init phase that went well",
        initReportOf(InitializationType::OnDemand, InitPhase::Init, {}, 1'236'040us), {});
    row("INIT_REPORT of a timeout",
        initReportOf(InitializationType::OnDemand, InitPhase::Init, timeout, 1'236'040us),
        {"INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: timeout"});
    row("INIT_REPORT of an extension's crash",
        initReportOf(InitializationType::OnDemand, InitPhase::Init, crash, 1'236'040us),
        {"INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: error\tError Type: "
         "Extension.Crash"});
    row("INIT_REPORT of the repeated init phase",
        initReportOf(InitializationType::OnDemand, InitPhase::Invoke, exitError, 488'220us),
        {"INIT_REPORT Init Duration: 488.22 ms\tPhase: invoke\tStatus: error\tError Type: "
         "Runtime.ExitError"});
    row("INIT_REPORT of SnapStart, always",
        initReportOf(InitializationType::SnapStart, InitPhase::SnapStart, {}, 2'000'000us),
        {"INIT_REPORT Init Duration: 2000.00 ms\tPhase: snap-start"});
    row("INIT_REPORT of provisioned concurrency, always",
        initReportOf(InitializationType::ProvisionedConcurrency, InitPhase::Init, {}, 10us),
        {"INIT_REPORT Init Duration: 0.01 ms\tPhase: init"});
    row("RESTORE_START", managedRestoreStart(),
        {"RESTORE_START Runtime Version: java:21.v5\tRuntime Version ARN: "
         "arn:aws:lambda:eu-west-1::runtime:cd34"});
    row("RESTORE_START without version info", RestoreStart(), {});
    row("the end of the runtime's restore", RestoreRuntimeDone(), {});
    row("RESTORE_REPORT", RestoreReport{{}, 1'000'120us, {}},
        {"RESTORE_REPORT Restore Duration: 1000.12 ms"});
    row("RESTORE_REPORT of a timeout", RestoreReport{timeout, 1'000'120us, {}},
        {"RESTORE_REPORT Restore Duration: 1000.12 ms\tStatus: timeout"});
    row("START", Start{requestId, latest, {}, {}},
        {"START RequestId: " + id + " Version: $LATEST"});
    row("the end of the runtime's work", runtimeDone(), {});
    row("END", End{requestId}, {"END RequestId: " + id});
    row("REPORT", InvokeReport{report(), {}, {}, {}},
        {"REPORT RequestId: " + id
         + "\tDuration: 13.40 ms\tBilled Duration: 195 ms\tMemory Size: 128 MB\tMax Memory Used: "
           "41 MB\tInit Duration: 181.20 ms\t"});
    row("XRAY",
        TraceReport{QStringLiteral("1-5759e988-bd862e3fe1be46a994272793"),
                    QStringLiteral("43e1a7c2b9d0f35e")},
        {"XRAY TraceId: 1-5759e988-bd862e3fe1be46a994272793\tSegmentId: "
         "43e1a7c2b9d0f35e\tSampled: true\t"});
    row("a crash",
        Fault{requestId, QStringLiteral("Runtime exited with error: exit status 1"),
              QStringLiteral("Runtime.ExitError")},
        {"RequestId: " + id + " Error: Runtime exited with error: exit status 1",
         "Runtime.ExitError"});
    row("a crash while nothing is invoked",
        Fault{{},
              QStringLiteral("Unknown application error occurred"),
              QStringLiteral("Runtime.Unknown")},
        {"Unknown application error occurred", "Runtime.Unknown"});
    row("a timeout and its empty line", TaskTimeout{at(678), requestId, 3s},
        {"2026-11-23T10:00:00.678Z " + id + " Task timed out after 3.00 seconds", ""});
    row("an image that can't be started",
        ImageLaunchError{QStringLiteral("exec: no such file"),
                         {QStringLiteral("/a"), QStringLiteral("b")},
                         {QStringLiteral("c")},
                         QStringLiteral("/x")},
        {"IMAGE\tLaunch error: exec: no such file\tEntrypoint: [/a,b]\tCmd: [c]\tWorkingDir: "
         "[/x]"});
    row("an extension is ready",
        Extension{QStringLiteral("x"),
                  QStringLiteral("Ready"),
                  {QStringLiteral("INVOKE"), QStringLiteral("SHUTDOWN")},
                  {}},
        {"EXTENSION\tName: x\tState: Ready\tEvents: [INVOKE,SHUTDOWN]"});
    row("an extension crashed",
        Extension{QStringLiteral("x"),
                  QStringLiteral("ExitError"),
                  {},
                  QStringLiteral("Extension.Crash")},
        {"EXTENSION\tName: x\tState: ExitError\tEvents: []\tError Type: Extension.Crash"});
    row("telemetry subscribed",
        TelemetrySubscription{QStringLiteral("x"),
                              {QStringLiteral("platform"), QStringLiteral("function")}},
        {"TELEMETRY\tName: x\tState: Subscribed\tTypes: [Platform, Function]"});
    row("logs subscribed", LogsSubscription{QStringLiteral("x"), {QStringLiteral("extension")}},
        {"LOGS\tName: x\tState: Subscribed\tTypes: [Extension]"});
    row("logs dropped", LogsDropped{slowConsumerReason(), 3, 400}, {});
}

void tst_PlatformEvent::textForm()
{
    QFETCH(const PlatformEvent, event);
    QFETCH(const QByteArrayList, lines);

    QCOMPARE(textLines(event), lines);
}

// Section 3 of the sheet; the first six are its sample set.
void tst_PlatformEvent::jsonForm_data()
{
    QTest::addColumn<PlatformEvent>("event");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("record");

    const auto row = [](const char *name, PlatformEvent event, int milliseconds, const char *time,
                        const char *type, const QByteArray &record) {
        QTest::newRow(name) << std::move(event) << milliseconds << QByteArray(time)
                            << QByteArray(type) << record;
    };
    row("initStart", managedInitStart(), 0, "10:00:00.000", "platform.initStart",
        R"({"initializationType":"on-demand","phase":"init","runtimeVersion":"python:3.13.v50",)"
        R"("runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:ab12","functionName":"demo",)"
        R"("functionVersion":"$LATEST"})");
    row("initRuntimeDone", InitRuntimeDone(), 180, "10:00:00.180", "platform.initRuntimeDone",
        R"({"initializationType":"on-demand","phase":"init","status":"success"})");
    row("initReport", initReportOf(InitializationType::OnDemand, InitPhase::Init, {}, 181'204us),
        181, "10:00:00.181", "platform.initReport",
        R"({"initializationType":"on-demand","phase":"init","status":"success",)"
        R"("metrics":{"durationMs":181.204}})");
    row("start", Start{requestId, latest, {}, {}}, 182, "10:00:00.182", "platform.start",
        R"({"requestId":")" + id + R"(","version":"$LATEST"})");
    row("runtimeDone", runtimeDone(), 195, "10:00:00.195", "platform.runtimeDone",
        R"({"requestId":")" + id
            + R"(","status":"success","spans":[)"
              R"({"name":"responseLatency","start":"2026-11-23T10:00:00.182Z","durationMs":11.9},)"
              R"({"name":"responseDuration","start":"2026-11-23T10:00:00.194Z","durationMs":0.1},)"
              R"({"name":"runtimeOverhead","start":"2026-11-23T10:00:00.194Z","durationMs":0.5}],)"
              R"("metrics":{"durationMs":12.8,"producedBytes":17}})");
    row("report", InvokeReport{report(), {}, {}, {}}, 196, "10:00:00.196", "platform.report",
        R"({"requestId":")" + id
            + R"(","status":"success","metrics":{"durationMs":13.4,"billedDurationMs":195,)"
              R"("memorySizeMB":128,"maxMemoryUsedMB":41,"initDurationMs":181.204}})");

    InitStart whole = managedInitStart();
    whole.type = InitializationType::ManagedInstances;
    whole.phase = InitPhase::Invoke;
    whole.functionArn = QStringLiteral("arn:f");
    whole.instanceId = QStringLiteral("i-1");
    whole.instanceMaxMemory = MebiBytes{256};
    whole.tracing = {QStringLiteral("54565fb4"), QStringLiteral("Root=1-2;Sampled=1")};
    row("initStart with everything", whole, 0, "10:00:00.000", "platform.initStart",
        R"({"initializationType":"lambda-managed-instances","phase":"invoke",)"
        R"("runtimeVersion":"python:3.13.v50",)"
        R"("runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:ab12","functionName":"demo",)"
        R"("functionVersion":"$LATEST","functionArn":"arn:f","instanceId":"i-1",)"
        R"("instanceMaxMemory":268435456,"tracing":{"spanId":"54565fb4",)"
        R"("type":"X-Amzn-Trace-Id","value":"Root=1-2;Sampled=1"}})");
    row("initRuntimeDone of a crash",
        InitRuntimeDone{InitializationType::OnDemand, InitPhase::Init, exitError, {}, {}}, 0,
        "10:00:00.000", "platform.initRuntimeDone",
        R"({"initializationType":"on-demand","phase":"init","status":"error",)"
        R"("errorType":"Runtime.ExitError"})");
    row("initReport of provisioned concurrency",
        initReportOf(InitializationType::ProvisionedConcurrency, InitPhase::Init, timeout, 10s), 0,
        "10:00:00.000", "platform.initReport",
        R"({"initializationType":"provisioned-concurrency","phase":"init","status":"timeout",)"
        R"("metrics":{"durationMs":10000}})");
    row("restoreStart", managedRestoreStart(), 0, "10:00:00.000", "platform.restoreStart",
        R"({"functionName":"demo","functionVersion":"7","instanceId":"i-1",)"
        R"("instanceMaxMemory":268435456,"runtimeVersion":"java:21.v5",)"
        R"("runtimeVersionArn":"arn:aws:lambda:eu-west-1::runtime:cd34"})");
    row("restoreRuntimeDone", RestoreRuntimeDone{exitError, {}, {}}, 0, "10:00:00.000",
        "platform.restoreRuntimeDone", R"({"status":"error","errorType":"Runtime.ExitError"})");
    row("restoreReport", RestoreReport{{}, 474'160us, {{QStringLiteral("s"), at(1), 2us}}}, 0,
        "10:00:00.000", "platform.restoreReport",
        R"({"status":"success","metrics":{"durationMs":474.16},)"
        R"("spans":[{"name":"s","start":"2026-11-23T10:00:00.001Z","durationMs":0.002}]})");
    row("start with tenant and tracing",
        Start{requestId, latest, QStringLiteral("blue"), {{}, QStringLiteral("Root=1-2")}}, 0,
        "10:00:00.000", "platform.start",
        R"({"requestId":")" + id
            + R"(","version":"$LATEST","tenantId":"blue",)"
              R"("tracing":{"type":"X-Amzn-Trace-Id","value":"Root=1-2"}})");
    row("runtimeDone of a timeout", RuntimeDone{requestId, {}, timeout, {}, {}, {}}, 0,
        "10:00:00.000", "platform.runtimeDone",
        R"({"requestId":")" + id + R"(","status":"timeout"})");
    row("report of a timeout", failed("timeout", ""), 0, "10:00:00.000", "platform.report",
        R"({"requestId":")" + id
            + R"(","status":"timeout","metrics":{"durationMs":13.4,"billedDurationMs":195,)"
              R"("memorySizeMB":128,"maxMemoryUsedMB":41,"initDurationMs":181.204}})");
    InvokeReport restored{report(), QStringLiteral("blue"), {}, {}};
    restored.report.initDuration.reset();
    restored.report.restoreDuration = 474'160us;
    restored.report.billedRestoreDuration = 75ms;
    restored.spans = {{QStringLiteral("extensionOverhead"), at(196), 600us}};
    row("report of a restored environment", restored, 0, "10:00:00.000", "platform.report",
        R"({"requestId":")" + id
            + R"(","tenantId":"blue","status":"success","metrics":{"durationMs":13.4,)"
              R"("billedDurationMs":195,"memorySizeMB":128,"maxMemoryUsedMB":41,)"
              R"("restoreDurationMs":474.16,"billedRestoreDurationMs":75},)"
              R"("spans":[{"name":"extensionOverhead","start":"2026-11-23T10:00:00.196Z",)"
              R"("durationMs":0.6}]})");
    row("extension",
        Extension{QStringLiteral("x"), QStringLiteral("Ready"), {QStringLiteral("INVOKE")}, {}}, 0,
        "10:00:00.000", "platform.extension",
        R"({"name":"x","state":"Ready","events":["INVOKE"]})");
    row("extension that crashed",
        Extension{
            QStringLiteral("x"), QStringLiteral("Started"), {}, QStringLiteral("Extension.Crash")},
        0, "10:00:00.000", "platform.extension",
        R"({"name":"x","state":"Started","events":[],"errorType":"Extension.Crash"})");
    row("telemetrySubscription",
        TelemetrySubscription{QStringLiteral("x"),
                              {QStringLiteral("platform"), QStringLiteral("function")}},
        0, "10:00:00.000", "platform.telemetrySubscription",
        R"({"name":"x","state":"Subscribed","types":["platform","function"]})");
    row("logsSubscription", LogsSubscription{QStringLiteral("x"), {QStringLiteral("function")}}, 0,
        "10:00:00.000", "platform.logsSubscription",
        R"({"name":"x","state":"Subscribed","types":["function"]})");
    row("logsDropped", LogsDropped{slowConsumerReason(), 3, 400}, 0, "10:00:00.000",
        "platform.logsDropped",
        R"({"reason":"Some logs were dropped because the downstream consumer is slower than the )"
        R"(logs production rate","droppedRecords":3,"droppedBytes":400})");
    row("end", End{requestId}, 0, "10:00:00.000", "platform.end",
        R"({"requestId":")" + id + R"("})");
    row("fault",
        Fault{requestId, QStringLiteral("Runtime exited"), QStringLiteral("Runtime.ExitError")}, 0,
        "10:00:00.000", "platform.fault",
        R"("RequestId: )" + id + R"( Error: Runtime exited\nRuntime.ExitError")");
    row("fault of a timeout", TaskTimeout{at(0), requestId, 3s}, 0, "10:00:00.000",
        "platform.fault",
        R"("2026-11-23T10:00:00.000Z )" + id + R"( Task timed out after 3.00 seconds")");
}

void tst_PlatformEvent::jsonForm()
{
    QFETCH(const PlatformEvent, event);
    QFETCH(const int, milliseconds);
    QFETCH(const QByteArray, time);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, record);

    const QByteArray json = jsonRecord(event, at(milliseconds));

    QCOMPARE(json,
             R"({"time":"2026-11-23T)" + time + R"(Z","type":")" + type + R"(","record":)" + record
                 + '}');
    QVERIFY(checkJson(json).has_value());
    QCOMPARE(typeName(event), type);
    const bool isOld = type == "platform.end" || type == "platform.fault";
    QCOMPARE(isLogsApiRecord(event), isOld);
}

// Section 4 of the sheet.
void tst_PlatformEvent::levels_data()
{
    QTest::addColumn<PlatformEvent>("event");
    QTest::addColumn<LogLevel>("level");

    const auto row = [](const char *name, PlatformEvent event, LogLevel level) {
        QTest::newRow(name) << std::move(event) << level;
    };
    row("initStart", managedInitStart(), LogLevel::Info);
    row("initStart without version", InitStart(), LogLevel::Debug);
    row("initRuntimeDone", InitRuntimeDone(), LogLevel::Debug);
    row("initRuntimeDone, failed", InitRuntimeDone{{}, {}, exitError, {}, {}}, LogLevel::Warn);
    row("initReport", InitReport(), LogLevel::Debug);
    row("initReport of SnapStart",
        initReportOf(InitializationType::SnapStart, InitPhase::SnapStart, {}, 1us), LogLevel::Info);
    row("initReport, failed",
        initReportOf(InitializationType::OnDemand, InitPhase::Init, timeout, 1us), LogLevel::Warn);
    row("restoreStart", managedRestoreStart(), LogLevel::Info);
    row("restoreStart without version", RestoreStart(), LogLevel::Debug);
    row("restoreRuntimeDone", RestoreRuntimeDone(), LogLevel::Debug);
    row("restoreRuntimeDone, failed", RestoreRuntimeDone{timeout, {}, {}}, LogLevel::Warn);
    row("restoreReport", RestoreReport(), LogLevel::Info);
    row("restoreReport, failed", RestoreReport{timeout, {}, {}}, LogLevel::Warn);
    row("start", Start(), LogLevel::Info);
    row("runtimeDone", RuntimeDone(), LogLevel::Debug);
    row("runtimeDone, failed", RuntimeDone{{}, {}, exitError, {}, {}, {}}, LogLevel::Warn);
    row("report", InvokeReport(), LogLevel::Info);
    row("report of a timeout", failed("timeout", ""), LogLevel::Warn);
    row("report of an error", failed("error", "ValueError"), LogLevel::Warn);
    row("extension", Extension(), LogLevel::Info);
    row("extension, failed", Extension{{}, {}, {}, QStringLiteral("Extension.Crash")},
        LogLevel::Warn);
    row("telemetrySubscription", TelemetrySubscription(), LogLevel::Info);
    row("logsSubscription", LogsSubscription(), LogLevel::Info);
    row("logsDropped", LogsDropped(), LogLevel::Warn);
}

void tst_PlatformEvent::levels()
{
    QFETCH(const PlatformEvent, event);
    QFETCH(const LogLevel, level);

    QCOMPARE(levelOf(event), level);
}

void tst_PlatformEvent::outcomesOfErrorTypes_data()
{
    QTest::addColumn<QString>("errorType");
    QTest::addColumn<Outcome>("outcome");

    const auto row = [](const char *type, Status status) {
        QTest::newRow(type) << QString::fromLatin1(type)
                            << Outcome{status, QString::fromLatin1(type)};
    };
    row("", Status::Success);
    row("Sandbox.Failure", Status::Failure);
    row("Runtime.ExitError", Status::Error);
    row("Function.ResponseSizeTooLarge", Status::Error);
    row("ValueError", Status::Error);
}

void tst_PlatformEvent::outcomesOfErrorTypes()
{
    QFETCH(const QString, errorType);
    QFETCH(const Outcome, outcome);

    QCOMPARE(platform::outcomeOf(errorType), outcome);
}

void tst_PlatformEvent::durationsAreDecimalFractions_data()
{
    QTest::addColumn<int>("microseconds");
    QTest::addColumn<QByteArray>("number");

    const auto row = [](int microseconds, const char *number) {
        QTest::newRow(number) << microseconds << QByteArray(number);
    };
    row(0, "0");
    row(1, "0.001");
    row(100, "0.1");
    row(300, "0.3");
    row(1'000, "1");
    row(1'005, "1.005");
    row(1'236'040, "1236.04");
    row(899'999'999, "899999.999");
    row(900'000'000, "900000");
}

void tst_PlatformEvent::durationsAreDecimalFractions()
{
    QFETCH(const int, microseconds);
    QFETCH(const QByteArray, number);
    RestoreReport event;
    event.duration = std::chrono::microseconds(microseconds);

    const QByteArray json = jsonRecord(event, at(0));

    QVERIFY2(json.contains("\"durationMs\":" + number + '}'), json.constData());
}

#include "tst_platformevent.moc"
