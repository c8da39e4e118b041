// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/stackedruns.h"

#include "core/lambda/invocation.h"

#include <algorithm>

namespace coldframe {

namespace {

bool isStacked(const InvocationRecord &shown, const InvocationRecord &other)
{
    if (other.environment.id.isEmpty() || other.environment.id != shown.environment.id
        || other.phases.empty() || other.isCold())
        return false;
    // Attempts of one event share their request id.
    const bool isItself = other.requestId == shown.requestId && other.startedAt == shown.startedAt;
    return !isItself && (!shown.isCold() || other.startedAt >= shown.startedAt);
}

/// The invoke phase falls into delivery, handler and response where the handler's part is known.
std::vector<RunPart> partsOf(int run, const Phase &phase, const std::optional<HandlerRun> &handler)
{
    const auto end = phase.begin + phase.duration;
    if (phase.kind != PhaseKind::Invoke || !handler || handler->begin < phase.begin
        || handler->begin + handler->duration > end)
        return {{run, phase, RunStep::Phase}};
    const auto answered = handler->begin + handler->duration;
    return {{run, {phase.kind, phase.begin, handler->begin - phase.begin}, RunStep::Delivery},
            {run, {phase.kind, handler->begin, handler->duration}, RunStep::Handler},
            {run, {phase.kind, answered, end - answered}, RunStep::Response}};
}

} // namespace

std::vector<StackedRun> stackedRuns(const InvocationRecord &shown,
                                    std::span<const InvocationRecord *const> session)
{
    std::vector<const InvocationRecord *> chosen;
    for (const InvocationRecord *record : session) {
        if (isStacked(shown, *record))
            chosen.push_back(record);
    }
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const InvocationRecord *left, const InvocationRecord *right) {
                         return left->startedAt < right->startedAt;
                     });
    if (chosen.size() > static_cast<std::size_t>(LargestStack))
        chosen.erase(chosen.begin(), chosen.end() - LargestStack);

    std::vector<StackedRun> runs;
    for (const InvocationRecord *record : chosen) {
        StackedRun run{record->requestId, record->environment.invocations,
                       record->isCold(),  record->status,
                       record->phases,    record->handlerRun};
        std::stable_sort(
            run.phases.begin(), run.phases.end(),
            [](const Phase &left, const Phase &right) { return left.begin < right.begin; });
        runs.push_back(std::move(run));
    }
    return runs;
}

void stackRuns(Timeline &timeline, std::vector<StackedRun> runs)
{
    if (timeline.isEmpty())
        return;
    timeline.lanes.resize(timeline.lanes.size() - static_cast<std::size_t>(timeline.runLanes));
    timeline.runParts.clear();
    timeline.extent = timeline.total;
    timeline.runLanes = static_cast<int>(runs.size());
    timeline.runs = std::move(runs);
    for (std::size_t i = 0; i < timeline.runs.size(); ++i) {
        auto &lane = timeline.lanes.emplace_back();
        const StackedRun &run = timeline.runs[i];
        for (const Phase &phase : run.phases) {
            for (const RunPart &part : partsOf(static_cast<int>(i), phase, run.handlerRun)) {
                lane.push_back({part.phase.begin, part.phase.duration,
                                static_cast<int>(timeline.runParts.size())});
                timeline.runParts.push_back(part);
            }
        }
        timeline.extent = std::max(timeline.extent, timeline.runs[i].total());
    }
}

} // namespace coldframe
