// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"
#include "core/lambda/logline.h"
#include "core/lambda/phase.h"
#include "core/lambda/report.h"
#include "core/lambda/stateobservation.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

/// How the processes of an environment are kept apart from the computer.
enum class Isolation {
    Bubblewrap, ///< own file system, process and user namespaces
    None, ///< a plain process group
};

enum class IsolationChoice {
    Automatic, ///< bubblewrap where it works, else none
    Bubblewrap,
    None,
};

enum class StartChoice {
    ReuseWarm, ///< the most recently used idle environment, else a cold start
    ForceCold,
};

/// Why an invocation had to start a new execution environment.
enum class ColdStartReason {
    FirstInvocation, ///< there was no environment of this function
    AllBusy, ///< every environment was running an invocation
    Requested, ///< the user asked for it
    CodeChanged, ///< a file of the function's code was changed
    ConfigurationChanged, ///< memory, variables, handler, interpreter or isolation changed
    EnvironmentLost, ///< the last one ended by a stop or could not be kept
    EnvironmentReset, ///< a timeout, a crash or a failed init phase ended the processes; /tmp stays
    Recycled, ///< the user ended the environments
    IdleExpired, ///< the last one had no event for longer than the idle lifetime
    MadeRoom, ///< the last one was ended for another function's: this computer's cap was reached
};

/// Whose keys the environment carries.
enum class CredentialsChoice {
    Dummy, ///< keys that open nothing: no call with them reaches an account
    PassedThrough, ///< those of the user's own environment, with the region
};

/// Where a developer chooses between Lambda's ways and the computer's.
struct EmulationOptions
{
    bool freezesBetweenInvocations = true; ///< processes stand still until the next event
    bool limitsCpu = false; ///< CPU time in proportion to memory, 20 ms quota
    bool limitsBandwidth = false; ///< streamed responses: 2 MB/s after the first 6 MB
    CredentialsChoice credentials = CredentialsChoice::Dummy;
    bool observesState = false; ///< InvocationRecord::observation is wanted; for core/probe
    bool traces = true; ///< imports, the handler's time and the spans inside it are measured
    bool measuresCpu = false; ///< InvocationRecord::cpuTime is wanted

    bool operator==(const EmulationOptions &) const = default;
};

/// By what the CPU time of an invocation was measured.
enum class CpuTimeMeans {
    ControlGroup, ///< the kernel's account of the environment: exact
    ProcessClocks, ///< each process's own clock; children that ended count in steps of 10 ms
};

/// How the caller wants the response.
enum class ResponseMode {
    Buffered, ///< whole, up to 6 MB
    Streamed, ///< as it arrives, up to 200 MB (runtime-api, section 8)
};

/// One event for one function.
struct InvocationRequest
{
    FunctionConfig function;
    QByteArray event; ///< JSON; travels to the handler byte for byte
    QString requestId; ///< a UUID; made when empty
    StartChoice start = StartChoice::ReuseWarm;
    IsolationChoice isolation = IsolationChoice::Automatic;
    ResponseMode responseMode = ResponseMode::Buffered;
    QByteArray clientContext = {}; ///< JSON text for context.client_context; left out when empty
    EmulationOptions emulation = {};
    bool isAsynchronous = false; ///< an attempt of the queue: nobody waits for its answer
};

enum class InvocationStatus {
    Succeeded,
    Failed, ///< the function answered with an error, crashed or could not be loaded
    TimedOut,
    Stopped, ///< the user stopped it
};

/// What an execution environment does at a moment.
enum class EnvironmentState {
    Initialising, ///< its init phase runs
    Busy, ///< it runs an invocation
    Idle, ///< it waits, awake
    Frozen, ///< it waits; its processes stand still until the next event
    ShuttingDown,
};

/// An execution environment: the one that an invocation ran in, or one that is alive.
struct EnvironmentDescription
{
    QString id; ///< unique for each environment
    QString interpreter; ///< absolute path of the program
    QString interpreterVersion; ///< for example "Python 3.11.2"
    Isolation isolation = Isolation::None;
    int invocations = 0; ///< so far, this one included
    EnvironmentState state = EnvironmentState::Idle;
    WallTime stateSince{};
    QString functionName;
    bool provisioned = false; ///< initialised ahead and kept
    WallTime startedAt{};
    std::optional<WallTime> initialisedAt; ///< its first init phase was over
    MebiBytes peakMemory{}; ///< measured, at the end of its last invocation

    /// Whether it can take no event at the moment.
    bool isBusy() const
    {
        return state != EnvironmentState::Idle && state != EnvironmentState::Frozen;
    }

    bool operator==(const EnvironmentDescription &) const = default;
};

/// Everything about one invocation that anyone shows, compares, prices, re-runs or stores.
struct InvocationRecord
{
    QString requestId;
    FunctionConfig function;
    QByteArray event;
    WallTime startedAt{};
    InvocationStatus status = InvocationStatus::Succeeded;
    QByteArray response; ///< what a synchronous caller gets: the answer or the error payload
    qint64 responseBytes = 0; ///< size of the whole response; a record keeps 6 MB of a streamed one
    bool streamed = false; ///< the runtime streamed its response
    QByteArray errorCause; ///< the X-Ray cause that the runtime told, JSON; empty without one
    QString errorType; ///< empty on success
    std::optional<ColdStartReason> coldStart; ///< set when the environment was new
    QString changedFile; ///< with ColdStartReason::CodeChanged: relative to the code directory
    /// How long this computer's own cap of environments held the event back; Lambda has none.
    std::chrono::nanoseconds localWait{};
    EnvironmentDescription environment;
    bool initInsideInvoke = false; ///< the init phase was repeated under the function's timeout
    std::vector<Phase> phases; ///< in order
    std::vector<ExtensionSpan> extensions;
    std::vector<ImportSpan> imports; ///< in the order in which they began; cold starts only
    ImportDetail importDetail = ImportDetail::None; ///< how much the imports tell
    /// When our bootstrap told it: not of streamed responses, nor of invocations without an answer.
    std::optional<HandlerRun> handlerRun;
    /// In the order in which they began, those of a cold start's init phase too; when our bootstrap
    /// told them: not of invocations without an answer.
    std::vector<HandlerSpan> spans;
    /// CPU time of all processes of the environment, from the event until runtime and extensions
    /// are back; with EmulationOptions::measuresCpu, when it was measured.
    std::optional<std::chrono::nanoseconds> cpuTime;
    CpuTimeMeans cpuTimeMeans = CpuTimeMeans::ProcessClocks; ///< of cpuTime
    std::vector<LogLine> log; ///< INIT_START or START first, REPORT last
    Report report;
    std::optional<StateObservation> observation; ///< with EmulationOptions::observesState

    bool isCold() const { return coldStart.has_value(); }
};

} // namespace coldframe

Q_DECLARE_METATYPE(coldframe::InvocationRecord)
