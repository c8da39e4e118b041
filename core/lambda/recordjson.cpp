// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/recordjson.h"

#include "core/base/isotime.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

double inMilliseconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// An answer need not be JSON, nor text.
OrderedJson embedded(const QByteArray &bytes)
{
    if (Result<OrderedJson> json = parseJson(bytes))
        return std::move(*json);
    return QString::fromUtf8(bytes).toStdString();
}

const char *sourceName(LogSource source)
{
    switch (source) {
    case LogSource::Platform: return "platform";
    case LogSource::Function: return "function";
    case LogSource::Extension: return "extension";
    case LogSource::Coldframe: return "coldframe";
    }
    return "";
}

OrderedJson reportToJson(const Report &report)
{
    OrderedJson json{
        {"durationMs", inMilliseconds(report.duration)},
        {"billedDurationMs", report.billedDuration.count()},
        {"memorySizeMB", report.memorySize.value},
        {"maxMemoryUsedMB", report.maxMemoryUsed.value},
    };
    if (report.initDuration)
        json["initDurationMs"] = inMilliseconds(*report.initDuration);
    if (report.restoreDuration)
        json["restoreDurationMs"] = inMilliseconds(*report.restoreDuration);
    if (report.billedRestoreDuration)
        json["billedRestoreDurationMs"] = report.billedRestoreDuration->count();
    return json;
}

OrderedJson functionToJson(const FunctionConfig &function)
{
    return {
        {"name", function.name.toStdString()},
        {"runtime", function.runtime.toStdString()},
        {"handler", function.handler.toStdString()},
        {"codeDirectory", function.codeDirectory.toStdString()},
        {"memorySizeMB", function.memory.value},
        {"timeoutMs", function.timeout.count()},
        {"architecture", architectureName(function.architecture).toStdString()},
        {"region", function.region.toStdString()},
    };
}

OrderedJson environmentToJson(const EnvironmentDescription &environment)
{
    return {
        {"id", environment.id.toStdString()},
        {"interpreter", environment.interpreter.toStdString()},
        {"version", environment.interpreterVersion.toStdString()},
        {"isolation", isolationName(environment.isolation).toStdString()},
        {"invocations", environment.invocations},
    };
}

OrderedJson phasesToJson(const std::vector<Phase> &phases)
{
    OrderedJson json = OrderedJson::array();
    for (const Phase &phase : phases) {
        json.push_back({{"phase", phaseName(phase.kind).toStdString()},
                        {"startMs", inMilliseconds(phase.begin)},
                        {"durationMs", inMilliseconds(phase.duration)}});
    }
    return json;
}

const char *originName(ImportOrigin origin)
{
    switch (origin) {
    case ImportOrigin::Function: return "function";
    case ImportOrigin::Dependency: return "dependency";
    case ImportOrigin::StandardLibrary: return "standardLibrary";
    }
    return "";
}

OrderedJson importsToJson(const std::vector<ImportSpan> &imports)
{
    OrderedJson json = OrderedJson::array();
    for (const ImportSpan &import : imports) {
        OrderedJson each{{"module", import.module.toStdString()},
                         {"file", import.file.toStdString()},
                         {"origin", originName(import.origin)},
                         {"depth", import.depth},
                         {"startMs", inMilliseconds(import.begin)},
                         {"durationMs", inMilliseconds(import.duration)},
                         {"selfMs", inMilliseconds(import.self)}};
        if (import.fileBytes)
            each["fileBytes"] = *import.fileBytes;
        if (import.hasFailed)
            each["failed"] = true;
        json.push_back(std::move(each));
    }
    return json;
}

OrderedJson spansToJson(const std::vector<HandlerSpan> &spans)
{
    OrderedJson json = OrderedJson::array();
    for (const HandlerSpan &span : spans) {
        OrderedJson each{{"kind", handlerSpanKindName(span.kind).toStdString()},
                         {"name", span.name.toStdString()}};
        if (span.kind == HandlerSpanKind::Connection)
            each["port"] = span.port;
        each["startMs"] = inMilliseconds(span.begin);
        each["durationMs"] = inMilliseconds(span.duration);
        if (span.connected)
            each["connectedMs"] = inMilliseconds(*span.connected);
        each["finished"] = span.isFinished;
        each["failed"] = span.hasFailed;
        if (span.isReused)
            each["reused"] = true;
        json.push_back(std::move(each));
    }
    return json;
}

OrderedJson logToJson(const std::vector<LogLine> &log)
{
    OrderedJson json = OrderedJson::array();
    for (const LogLine &line : log) {
        OrderedJson each{{"time", isoTime(line.time).toStdString()},
                         {"source", sourceName(line.source)}};
        if (!line.extension.isEmpty())
            each["extension"] = line.extension.toStdString();
        each["line"] = line.text.toStdString();
        json.push_back(std::move(each));
    }
    return json;
}

} // namespace

OrderedJson recordToJson(const InvocationRecord &record)
{
    OrderedJson json{
        {"requestId", record.requestId.toStdString()},
        {"startedAt", isoTime(record.startedAt).toStdString()},
        {"status", statusName(record.status).toStdString()},
    };
    if (!record.errorType.isEmpty())
        json["errorType"] = record.errorType.toStdString();
    json["coldStart"] = record.isCold();
    if (record.coldStart) {
        json["coldStartReason"] = coldStartReasonName(*record.coldStart).toStdString();
        if (!record.changedFile.isEmpty())
            json["changedFile"] = record.changedFile.toStdString();
    }
    if (record.localWait > std::chrono::nanoseconds::zero())
        json["localWaitMs"] = inMilliseconds(record.localWait);
    json["response"] = embedded(record.response);
    json["report"] = reportToJson(record.report);
    if (record.cpuTime) {
        json["cpuTimeMs"] = inMilliseconds(*record.cpuTime);
        json["cpuTimeMeans"] = record.cpuTimeMeans == CpuTimeMeans::ControlGroup
            ? "controlGroup"
            : "processClocks";
    }
    json["function"] = functionToJson(record.function);
    json["environment"] = environmentToJson(record.environment);
    json["phases"] = phasesToJson(record.phases);
    json["importDetail"] = importDetailName(record.importDetail).toStdString();
    json["imports"] = importsToJson(record.imports);
    if (record.handlerRun)
        json["handler"] = {{"startMs", inMilliseconds(record.handlerRun->begin)},
                           {"durationMs", inMilliseconds(record.handlerRun->duration)}};
    json["spans"] = spansToJson(record.spans);
    if (record.cpuTime)
        json["cpuTimeMs"] = inMilliseconds(*record.cpuTime);
    json["log"] = logToJson(record.log);
    return json;
}

QString statusName(InvocationStatus status)
{
    switch (status) {
    case InvocationStatus::Succeeded: return QStringLiteral("success");
    case InvocationStatus::Failed: return QStringLiteral("error");
    case InvocationStatus::TimedOut: return QStringLiteral("timeout");
    case InvocationStatus::Stopped: return QStringLiteral("stopped");
    }
    return {};
}

QString coldStartReasonName(ColdStartReason reason)
{
    switch (reason) {
    case ColdStartReason::FirstInvocation: return QStringLiteral("firstInvocation");
    case ColdStartReason::AllBusy: return QStringLiteral("allBusy");
    case ColdStartReason::Requested: return QStringLiteral("requested");
    case ColdStartReason::CodeChanged: return QStringLiteral("codeChanged");
    case ColdStartReason::ConfigurationChanged: return QStringLiteral("configurationChanged");
    case ColdStartReason::EnvironmentLost: return QStringLiteral("environmentLost");
    case ColdStartReason::EnvironmentReset: return QStringLiteral("environmentReset");
    case ColdStartReason::Recycled: return QStringLiteral("recycled");
    case ColdStartReason::IdleExpired: return QStringLiteral("idleExpired");
    case ColdStartReason::MadeRoom: return QStringLiteral("madeRoom");
    }
    return {};
}

QString phaseName(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Sandbox: return QStringLiteral("sandbox");
    case PhaseKind::ProcessStart: return QStringLiteral("processStart");
    case PhaseKind::InterpreterStart: return QStringLiteral("interpreterStart");
    case PhaseKind::Bootstrap: return QStringLiteral("bootstrap");
    case PhaseKind::HandlerImport: return QStringLiteral("handlerImport");
    case PhaseKind::RuntimeReady: return QStringLiteral("runtimeReady");
    case PhaseKind::ExtensionsReady: return QStringLiteral("extensionsReady");
    case PhaseKind::Restore: return QStringLiteral("restore");
    case PhaseKind::Invoke: return QStringLiteral("invoke");
    case PhaseKind::ExtensionsDone: return QStringLiteral("extensionsDone");
    }
    return {};
}

QString importDetailName(ImportDetail detail)
{
    switch (detail) {
    case ImportDetail::None: return QStringLiteral("none");
    case ImportDetail::Modules: return QStringLiteral("modules");
    case ImportDetail::Evaluations: return QStringLiteral("evaluations");
    case ImportDetail::OneGraph: return QStringLiteral("oneGraph");
    }
    return {};
}

QString handlerSpanKindName(HandlerSpanKind kind)
{
    switch (kind) {
    case HandlerSpanKind::Connection: return QStringLiteral("connection");
    case HandlerSpanKind::Own: return QStringLiteral("own");
    }
    return {};
}

QString isolationName(Isolation isolation)
{
    switch (isolation) {
    case Isolation::Bubblewrap: return QStringLiteral("bubblewrap");
    case Isolation::None: return QStringLiteral("none");
    }
    return {};
}

} // namespace coldframe
