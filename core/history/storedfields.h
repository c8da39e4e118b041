// SPDX-License-Identifier: GPL-3.0-or-later
// Which members of a record are stored, under which names: one list for writing and for reading, so
// that they cannot differ. A name never changes its meaning; what a later version adds is missing
// in older records and keeps its default. Part of recordcodec.cpp only.
#pragma once

#include "core/history/runsummary.h"
#include "core/lambda/invocation.h"

#include <array>

namespace coldframe::stored {

/// Stands for a type where there is no value yet.
template <typename T>
struct Type
{ };

/// The names of an enumeration's values in their order.
inline constexpr auto namesOf(Type<InvocationStatus>)
{
    return std::array{"succeeded", "failed", "timedOut", "stopped"};
}
inline constexpr auto namesOf(Type<ColdStartReason>)
{
    return std::array{"firstInvocation",      "allBusy",         "requested",        "codeChanged",
                      "configurationChanged", "environmentLost", "environmentReset", "recycled",
                      "idleExpired",          "madeRoom"};
}
inline constexpr auto namesOf(Type<PhaseKind>)
{
    return std::array{"sandbox",       "processStart",  "interpreterStart", "bootstrap",
                      "handlerImport", "runtimeReady",  "extensionsReady",  "restore",
                      "invoke",        "extensionsDone"};
}
inline constexpr auto namesOf(Type<ImportOrigin>)
{
    return std::array{"function", "dependency", "standardLibrary"};
}
inline constexpr auto namesOf(Type<ImportDetail>)
{
    return std::array{"none", "modules", "evaluations", "oneGraph"};
}
inline constexpr auto namesOf(Type<CpuTimeMeans>)
{
    return std::array{"controlGroup", "processClocks"};
}
inline constexpr auto namesOf(Type<HandlerSpanKind>)
{
    return std::array{"connection", "own"};
}
inline constexpr auto namesOf(Type<LogSource>)
{
    return std::array{"platform", "function", "extension", "coldframe"};
}
inline constexpr auto namesOf(Type<LogLevel>)
{
    return std::array{"none", "trace", "debug", "info", "warn", "error", "fatal"};
}
inline constexpr auto namesOf(Type<Architecture>)
{
    return std::array{"x86_64", "arm64"};
}
inline constexpr auto namesOf(Type<LogFormat>)
{
    return std::array{"text", "json"};
}
inline constexpr auto namesOf(Type<Isolation>)
{
    return std::array{"bubblewrap", "none"};
}
inline constexpr auto namesOf(Type<EnvironmentState>)
{
    return std::array{"initialising", "busy", "idle", "frozen", "shuttingDown"};
}
inline constexpr auto namesOf(Type<RunOrigin>)
{
    return std::array{"window", "commandLine", "fixture", "queue", "burst"};
}

template <typename Archive>
void fieldsOf(Type<LoggingConfig>, Archive &archive)
{
    archive("format", &LoggingConfig::format);
    archive("applicationLevel", &LoggingConfig::applicationLevel);
    archive("systemLevel", &LoggingConfig::systemLevel);
}

template <typename Archive>
void fieldsOf(Type<FunctionConfig>, Archive &archive)
{
    archive("name", &FunctionConfig::name);
    archive("runtime", &FunctionConfig::runtime);
    archive("handler", &FunctionConfig::handler);
    archive("codeDirectory", &FunctionConfig::codeDirectory);
    archive("memoryMB", &FunctionConfig::memory);
    archive("timeoutMs", &FunctionConfig::timeout);
    archive("environment", &FunctionConfig::environment);
    archive("architecture", &FunctionConfig::architecture);
    archive("ephemeralStorageMB", &FunctionConfig::ephemeralStorage);
    archive("layers", &FunctionConfig::layers);
    archive("logging", &FunctionConfig::logging);
    archive("snapStart", &FunctionConfig::snapStart);
    archive("version", &FunctionConfig::version);
    archive("region", &FunctionConfig::region);
    archive("accountId", &FunctionConfig::accountId);
}

template <typename Archive>
void fieldsOf(Type<EnvironmentDescription>, Archive &archive)
{
    archive("id", &EnvironmentDescription::id);
    archive("interpreter", &EnvironmentDescription::interpreter);
    archive("interpreterVersion", &EnvironmentDescription::interpreterVersion);
    archive("isolation", &EnvironmentDescription::isolation);
    archive("invocations", &EnvironmentDescription::invocations);
    archive("state", &EnvironmentDescription::state);
    archive("stateSinceNs", &EnvironmentDescription::stateSince);
    archive("functionName", &EnvironmentDescription::functionName);
    archive("provisioned", &EnvironmentDescription::provisioned);
    archive("startedAtNs", &EnvironmentDescription::startedAt);
    archive("initialisedAtNs", &EnvironmentDescription::initialisedAt);
    archive("peakMemoryMB", &EnvironmentDescription::peakMemory);
}

template <typename Archive>
void fieldsOf(Type<Phase>, Archive &archive)
{
    archive("kind", &Phase::kind);
    archive("beginNs", &Phase::begin);
    archive("durationNs", &Phase::duration);
}

template <typename Archive>
void fieldsOf(Type<ExtensionSpan>, Archive &archive)
{
    archive("name", &ExtensionSpan::name);
    archive("external", &ExtensionSpan::isExternal);
    archive("registeredNs", &ExtensionSpan::registered);
    archive("readyNs", &ExtensionSpan::ready);
    archive("doneNs", &ExtensionSpan::done);
}

template <typename Archive>
void fieldsOf(Type<ImportSpan>, Archive &archive)
{
    archive("module", &ImportSpan::module);
    archive("file", &ImportSpan::file);
    archive("depth", &ImportSpan::depth);
    archive("beginNs", &ImportSpan::begin);
    archive("durationNs", &ImportSpan::duration);
    archive("selfNs", &ImportSpan::self);
    archive("origin", &ImportSpan::origin);
    archive("fileBytes", &ImportSpan::fileBytes);
    archive("failed", &ImportSpan::hasFailed);
}

template <typename Archive>
void fieldsOf(Type<HandlerRun>, Archive &archive)
{
    archive("beginNs", &HandlerRun::begin);
    archive("durationNs", &HandlerRun::duration);
}

template <typename Archive>
void fieldsOf(Type<HandlerSpan>, Archive &archive)
{
    archive("kind", &HandlerSpan::kind);
    archive("name", &HandlerSpan::name);
    archive("port", &HandlerSpan::port);
    archive("beginNs", &HandlerSpan::begin);
    archive("durationNs", &HandlerSpan::duration);
    archive("connectedNs", &HandlerSpan::connected);
    archive("finished", &HandlerSpan::isFinished);
    archive("failed", &HandlerSpan::hasFailed);
    archive("reused", &HandlerSpan::isReused);
}

template <typename Archive>
void fieldsOf(Type<LogLine>, Archive &archive)
{
    archive("timeNs", &LogLine::time);
    archive("source", &LogLine::source);
    archive("level", &LogLine::level);
    archive("text", &LogLine::text);
    archive("extension", &LogLine::extension);
}

template <typename Archive>
void fieldsOf(Type<Report>, Archive &archive)
{
    archive("requestId", &Report::requestId);
    archive("durationUs", &Report::duration);
    archive("billedDurationMs", &Report::billedDuration);
    archive("memorySizeMB", &Report::memorySize);
    archive("maxMemoryUsedMB", &Report::maxMemoryUsed);
    archive("initDurationUs", &Report::initDuration);
    archive("restoreDurationUs", &Report::restoreDuration);
    archive("billedRestoreDurationMs", &Report::billedRestoreDuration);
    archive("status", &Report::status);
    archive("errorType", &Report::errorType);
}

template <typename Archive>
void fieldsOf(Type<ObservedVariable>, Archive &archive)
{
    archive("name", &ObservedVariable::name);
    archive("type", &ObservedVariable::type);
    archive("text", &ObservedVariable::text);
    archive("cut", &ObservedVariable::isCut);
}

template <typename Archive>
void fieldsOf(Type<ModuleState>, Archive &archive)
{
    archive("file", &ModuleState::file);
    archive("variables", &ModuleState::variables);
    archive("seesModuleVariables", &ModuleState::seesModuleVariables);
    archive("complete", &ModuleState::isComplete);
}

template <typename Archive>
void fieldsOf(Type<StateObservation>, Archive &archive)
{
    archive("initialised", &StateObservation::initialised);
    archive("answered", &StateObservation::answered);
    archive("temporaryDirectory", &StateObservation::temporaryDirectory);
    archive("sharesTemporaryDirectory", &StateObservation::sharesTemporaryDirectory);
}

template <typename Archive>
void fieldsOf(Type<InvocationRecord>, Archive &archive)
{
    archive("requestId", &InvocationRecord::requestId);
    archive("function", &InvocationRecord::function);
    archive("event", &InvocationRecord::event);
    archive("startedAtNs", &InvocationRecord::startedAt);
    archive("status", &InvocationRecord::status);
    archive("response", &InvocationRecord::response);
    archive("responseBytes", &InvocationRecord::responseBytes);
    archive("streamed", &InvocationRecord::streamed);
    archive("errorCause", &InvocationRecord::errorCause);
    archive("errorType", &InvocationRecord::errorType);
    archive("coldStart", &InvocationRecord::coldStart);
    archive("changedFile", &InvocationRecord::changedFile);
    archive("localWaitNs", &InvocationRecord::localWait);
    archive("environment", &InvocationRecord::environment);
    archive("initInsideInvoke", &InvocationRecord::initInsideInvoke);
    archive("phases", &InvocationRecord::phases);
    archive("extensions", &InvocationRecord::extensions);
    archive("imports", &InvocationRecord::imports);
    archive("importDetail", &InvocationRecord::importDetail);
    archive("handlerRun", &InvocationRecord::handlerRun);
    archive("spans", &InvocationRecord::spans);
    archive("cpuTimeNs", &InvocationRecord::cpuTime);
    archive("cpuTimeMeans", &InvocationRecord::cpuTimeMeans);
    archive("log", &InvocationRecord::log);
    archive("report", &InvocationRecord::report);
    archive("observation", &InvocationRecord::observation);
}

template <typename Archive>
void fieldsOf(Type<WorkspaceCommit>, Archive &archive)
{
    archive("id", &WorkspaceCommit::id);
    archive("dirty", &WorkspaceCommit::isDirty);
}

template <typename Archive>
void fieldsOf(Type<RunMetadata>, Archive &archive)
{
    archive("eventName", &RunMetadata::eventName);
    archive("fixture", &RunMetadata::fixture);
    archive("origin", &RunMetadata::origin);
    archive("commit", &RunMetadata::commit);
}

} // namespace coldframe::stored
