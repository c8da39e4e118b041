// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runninginvocation.h"

#include "core/runtime/invocationlog.h"

namespace coldframe {

namespace {

std::optional<std::chrono::nanoseconds> between(const std::optional<Instant> &begin,
                                                const std::optional<Instant> &end)
{
    return begin && end ? std::optional<std::chrono::nanoseconds>(*end - *begin) : std::nullopt;
}

} // namespace

InvocationStatus statusOf(const RuntimeAnswer &answer)
{
    return answer.isError ? InvocationStatus::Failed : InvocationStatus::Succeeded;
}

InvocationRecord recordOf(RunningInvocation &&invocation, const FunctionConfig &function,
                          const InvocationFailure &result, Instant at, MebiBytes used)
{
    PhaseStamps &stamps = invocation.stamps;
    if (stamps.initBegin && !stamps.initEnd)
        stamps.initEnd = at;
    if (!stamps.answered)
        stamps.answered = at;

    InvocationRecord record;
    record.requestId = invocation.request.requestId;
    record.function = function;
    record.event = invocation.request.event;
    record.startedAt = invocation.startedAt;
    record.status = result.status;
    record.response = result.payload;
    record.responseBytes = record.response.size();
    record.errorType = result.errorType;
    if (invocation.answer) {
        record.streamed = invocation.answer->streamed;
        record.errorCause = invocation.answer->errorCause;
        const bool wasHandedOn = invocation.request.responseMode == ResponseMode::Streamed;
        if (record.streamed && wasHandedOn && result.status == InvocationStatus::Succeeded) {
            record.response = std::move(invocation.streamedPart);
            record.responseBytes = invocation.answer->responseBytes;
        }
    }
    record.coldStart = invocation.coldStart;
    record.changedFile = invocation.changedFile;
    record.initInsideInvoke = invocation.initInside;
    record.phases = phasesOf(stamps);
    record.importDetail = invocation.importDetail;
    record.imports = std::move(invocation.imports);
    record.handlerRun = invocation.handlerRun;
    record.spans = std::move(invocation.spans);

    if (invocation.cpuAtBegin && invocation.cpuAtEnd) {
        record.cpuTime = std::max(invocation.cpuAtEnd->time - invocation.cpuAtBegin->time,
                                  std::chrono::nanoseconds::zero());
        record.cpuTimeMeans = invocation.cpuAtEnd->means;
    }

    const Instant begin = invocation.durationBegin.value_or(at);
    std::chrono::nanoseconds duration = std::max(at, begin) - begin;
    if (result.status == InvocationStatus::TimedOut) // billed up to the timeout (billing, section 1)
        duration = std::min<std::chrono::nanoseconds>(duration, function.timeout);
    std::optional<std::chrono::nanoseconds> init;
    if (invocation.coldStart && !invocation.initInside && !function.snapStart)
        init = between(stamps.initBegin, stamps.initEnd);
    record.report = makeReport(record, duration, init, used, result.platformErrorType);
    if (!result.reportStatus.isEmpty())
        record.report.status = result.reportStatus;
    if (const auto restore = between(stamps.restoreBegin, stamps.restoreEnd)) {
        record.report.restoreDuration = std::chrono::round<std::chrono::microseconds>(*restore);
        record.report.billedRestoreDuration = std::chrono::ceil<std::chrono::milliseconds>(*restore);
        record.report.billedDuration += *record.report.billedRestoreDuration;
    }
    return record;
}

} // namespace coldframe
