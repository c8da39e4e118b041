// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/runtime/cpumeter.h"
#include "core/runtime/phasestamps.h"
#include "core/runtime/runtimeapi.h"

#include <optional>
#include <vector>

namespace coldframe {

/// How an invocation ended, as its caller sees it.
struct InvocationFailure
{
    InvocationStatus status = InvocationStatus::Failed;
    QString errorType;
    QByteArray payload;
    QString platformErrorType = {}; ///< for the REPORT line; the error type where it is empty
    QString reportStatus = {}; ///< when REPORT tells another status than the caller gets
};

/// What is known of the invocation that runs.
struct RunningInvocation
{
    explicit RunningInvocation(const InvocationRequest &itsRequest)
        : request(itsRequest)
    {}

    InvocationRequest request; ///< without a request id while only the init phase is wanted
    WallTime startedAt{};
    QByteArray traceId;
    std::optional<ColdStartReason> coldStart;
    QString changedFile;
    bool initInside = false; ///< the init phase is repeated under the function's timeout
    PhaseStamps stamps;
    std::optional<Instant> durationBegin; ///< Duration counts from here; set with START
    QByteArray initTrace; ///< as our bootstrap told it; read when the invocation is over
    QByteArray toldSpans; ///< likewise
    ImportDetail importDetail = ImportDetail::None;
    std::vector<ImportSpan> imports;
    std::vector<HandlerSpan> spans;
    std::optional<HandlerRun> handlerRun;
    std::optional<RuntimeAnswer> answer; ///< given; runtime or extensions are not back yet
    bool runtimeIsBack = false; ///< it asked for the next event after its answer
    QByteArray streamedPart; ///< the first bytes of a streamed response
    bool responded = false; ///< the caller has its answer
    std::optional<CpuReading> cpuAtBegin; ///< when the event went out; if it is wanted
    std::optional<CpuReading> cpuAtEnd;
    StateObservation observation; ///< what our bootstrap told of it, when it was asked

    /// Whether it stands for the init phase of a provisioned environment, without an event.
    bool isProvisioning() const { return request.requestId.isEmpty(); }
};

/// How a caller sees an answer.
InvocationStatus statusOf(const RuntimeAnswer &answer);

/// The record of an invocation that ended. What the environment and the log know is filled in by
/// the environment: description, extensions, log.
InvocationRecord recordOf(RunningInvocation &&invocation, const FunctionConfig &function,
                          const InvocationFailure &result, Instant at, MebiBytes used);

} // namespace coldframe
