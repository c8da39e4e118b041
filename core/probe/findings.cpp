// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/findings.h"

#include "core/probe/statehistory.h"

#include <algorithm>

namespace coldframe {

namespace {

std::vector<ProbedResponse> responsesOf(const std::vector<ProbedRun> &runs)
{
    std::vector<ProbedResponse> responses;
    for (const ProbedRun &run : runs)
        responses.push_back({run.record.status, run.record.errorType, run.record.response});
    return responses;
}

/// Says which of the surviving pieces of state go with a result. There may be several, and nobody
/// can tell from outside which one it comes from.
void explain(const ResponseValue &result, const std::vector<StateHistory> &histories,
             std::vector<SurvivingState> &state)
{
    for (std::size_t i = 0; i < histories.size(); ++i) {
        if (const std::optional<Link> link = histories[i].linkTo(result.warm))
            state[i].effects.push_back({result.path, result.isOutcome, *link});
    }
}

void describeSight(const ProbedRun &run, ProbeReport &report)
{
    report.seesTemporaryFiles = report.seesTemporaryFiles && run.filesAfter.has_value();
    for (const std::optional<TemporaryFiles> *files : {&run.filesBefore, &run.filesAfter}) {
        if (*files && !(*files)->isComplete)
            report.filesComplete = false;
    }
    if (!run.record.observation)
        return;
    const StateObservation &observation = *run.record.observation;
    report.sharesTemporaryDirectory = observation.sharesTemporaryDirectory;
    for (const std::optional<ModuleState> *state :
         {&observation.initialised, &observation.answered}) {
        if (!*state)
            continue;
        const Sight sight = (*state)->seesModuleVariables ? Sight::Everything : Sight::ExportsOnly;
        report.variables = report.variables == Sight::ExportsOnly ? Sight::ExportsOnly : sight;
        report.variablesComplete = report.variablesComplete && (*state)->isComplete;
        if (report.module.isEmpty())
            report.module = (*state)->file;
    }
}

} // namespace

Judgement SurvivingState::judgement() const
{
    return effects.empty() ? Judgement::SurvivedWithoutEffect : Judgement::ResultDepended;
}

Judgement ProbeReport::judgement() const
{
    if (!dependent.empty())
        return Judgement::ResultDepended;
    if (!state.empty())
        return Judgement::SurvivedWithoutEffect;
    const bool noneWasWarm = warmRuns > 1 && restarts + 1 == warmRuns;
    return noneWasWarm ? Judgement::NotTested : Judgement::NothingSurvived;
}

bool ProbeReport::isUnexplained(const ResponseValue &value) const
{
    return std::none_of(state.begin(), state.end(), [&value](const SurvivingState &each) {
        return std::any_of(each.effects.begin(), each.effects.end(),
                           [&value](const SurvivingState::Effect &effect) {
                               return effect.path == value.path
                                   && effect.isOutcome == value.isOutcome;
                           });
    });
}

ProbeReport findingsOf(const ProbedRuns &runs)
{
    ProbeReport report;
    report.warmRuns = runs.warm.size();
    report.coldRuns = runs.cold.size();
    report.variables = Sight::Nothing;
    for (const std::vector<ProbedRun> *all : {&runs.warm, &runs.cold}) {
        for (const ProbedRun &run : *all) {
            if (run.record.status != InvocationStatus::Succeeded)
                ++report.failures;
        }
    }
    for (const ProbedRun &run : runs.warm)
        describeSight(run, report);
    for (std::size_t i = 0; i < runs.warm.size(); ++i) {
        report.newProcesses.push_back(i == 0 || hasNewProcesses(runs.warm[i]));
        if (i > 0 && report.newProcesses.back()) {
            ++report.restarts;
            if (!report.restarted)
                report.restarted = runs.warm[i].record;
        }
    }

    std::vector<StateHistory> survivors = variableHistories(runs.warm);
    std::vector<StateHistory> files = fileHistories(runs.warm);
    survivors.insert(survivors.end(), files.begin(), files.end());
    std::erase_if(survivors, [](const StateHistory &history) { return !history.hasSurvived(); });
    for (const StateHistory &history : survivors)
        report.state.push_back(history.toState());

    for (ResponseValue &value : compareResponses(responsesOf(runs.warm), responsesOf(runs.cold))) {
        if (value.variation == ResponseValue::Variation::DependsOnEarlier) {
            explain(value, survivors, report.state);
            report.dependent.push_back(std::move(value));
        } else {
            report.varying.push_back(std::move(value));
        }
    }
    std::stable_sort(report.state.begin(), report.state.end(),
                     [](const SurvivingState &left, const SurvivingState &right) {
                         return left.judgement() > right.judgement();
                     });
    return report;
}

} // namespace coldframe
