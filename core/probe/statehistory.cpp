// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/statehistory.h"

#include <algorithm>
#include <set>

namespace coldframe {

namespace {

using Value = StateHistory::Value;

Value absent()
{
    return {true, std::nullopt, std::nullopt};
}

bool isSame(const Value &left, const Value &right)
{
    return left.text == right.text;
}

const std::optional<ModuleState> *answered(const ProbedRun &run)
{
    return run.record.observation ? &run.record.observation->answered : nullptr;
}

/// What the module's state was when a run began: told by new processes, else as the run before
/// left it.
const ModuleState *stateBefore(const std::vector<ProbedRun> &runs, std::size_t at)
{
    const ProbedRun &run = runs[at];
    if (run.record.observation && run.record.observation->initialised)
        return &*run.record.observation->initialised;
    if (at == 0 || hasNewProcesses(run))
        return nullptr;
    const std::optional<ModuleState> *last = answered(runs[at - 1]);
    return last && *last ? &**last : nullptr;
}

const ModuleState *stateAfter(const std::vector<ProbedRun> &runs, std::size_t at)
{
    const std::optional<ModuleState> *state = answered(runs[at]);
    return state && *state ? &**state : nullptr;
}

Value valueIn(const ModuleState *state, const QString &name)
{
    if (!state)
        return {};
    const auto variable = std::find_if(
        state->variables.begin(), state->variables.end(),
        [&name](const ObservedVariable &each) { return each.name == name; });
    if (variable == state->variables.end())
        return state->isComplete ? absent() : Value{};
    return {true, variable->type + u'\n' + variable->text, variable->text};
}

Value valueIn(const std::optional<TemporaryFiles> &files, const QString &path,
              std::vector<TemporaryFile> &versions)
{
    if (!files)
        return {};
    const auto entry = files->files.find(path);
    if (entry == files->files.end())
        return files->isWholeAt(path) ? absent() : Value{};
    const TemporaryFile &file = entry->second;
    const auto version
        = std::find_if(versions.begin(), versions.end(),
                       [&file](const TemporaryFile &each) { return each.isSameAs(file); });
    const auto number = std::distance(versions.begin(), version);
    if (version == versions.end())
        versions.push_back(file);
    return {true, QString::number(number),
            file.isFolder ? QStringLiteral("") : QString::number(file.bytes)};
}

/// Whether two rows of values are split into groups of equal ones in the same way, and into more
/// than one. Invocations in which nobody could look do not count.
bool variesTogether(const std::vector<Value> &values,
                    const std::vector<std::optional<QString>> &results)
{
    bool varies = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!values[i].isKnown || !values[j].isKnown)
                continue;
            const bool same = isSame(values[i], values[j]);
            if (same != (results[i] == results[j]))
                return false;
            varies = varies || !same;
        }
    }
    return varies;
}

bool isEqual(const std::vector<Value> &values, const std::vector<std::optional<QString>> &results)
{
    std::size_t known = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].isKnown)
            continue;
        ++known;
        if (values[i].shown != results[i])
            return false;
    }
    return known > 1;
}

} // namespace

bool hasNewProcesses(const ProbedRun &run)
{
    return run.record.isCold() || run.record.initInsideInvoke;
}

bool StateHistory::hasSurvived() const
{
    for (std::size_t i = 1; i < before.size(); ++i) {
        const Value &left = after[i - 1];
        const bool wasLeft = left.isKnown && before[i].isKnown && isSame(left, before[i]);
        if (wasLeft && before.front().isKnown && !isSame(before.front(), left))
            return true;
    }
    return false;
}

std::optional<Link> StateHistory::linkTo(const std::vector<std::optional<QString>> &results) const
{
    const bool hasText = place == SurvivingState::Place::Variable && !isCut;
    if (hasText && (isEqual(after, results) || isEqual(before, results)))
        return Link::Equal;
    if (variesTogether(after, results) || variesTogether(before, results))
        return Link::Together;
    return std::nullopt;
}

SurvivingState StateHistory::toState() const
{
    SurvivingState state;
    state.place = place;
    state.name = name;
    state.type = type;
    state.isCut = isCut;
    state.values.push_back(before.front().shown);
    for (const Value &value : after)
        state.values.push_back(value.shown);
    for (const Value &value : before)
        state.before.push_back({value.isKnown, value.shown});
    for (const Value &value : after)
        state.after.push_back({value.isKnown, value.shown});
    return state;
}

std::vector<StateHistory> variableHistories(const std::vector<ProbedRun> &runs)
{
    std::vector<StateHistory> histories;
    std::map<QString, std::size_t> known;
    for (std::size_t at = 0; at < runs.size(); ++at) {
        for (const ModuleState *state : {stateBefore(runs, at), stateAfter(runs, at)}) {
            if (!state)
                continue;
            for (const ObservedVariable &variable : state->variables) {
                const auto [index, isNew] = known.emplace(variable.name, histories.size());
                if (isNew) {
                    histories.push_back({});
                    histories.back().name = variable.name;
                }
                StateHistory &history = histories[index->second];
                history.type = variable.type; // the last one tells more than "NoneType"
                history.isCut = history.isCut || variable.isCut;
            }
        }
    }
    for (StateHistory &history : histories) {
        for (std::size_t at = 0; at < runs.size(); ++at) {
            history.before.push_back(valueIn(stateBefore(runs, at), history.name));
            history.after.push_back(valueIn(stateAfter(runs, at), history.name));
        }
    }
    return histories;
}

std::vector<StateHistory> fileHistories(const std::vector<ProbedRun> &runs)
{
    std::set<QString> paths;
    for (const ProbedRun &run : runs) {
        for (const std::optional<TemporaryFiles> *files : {&run.filesBefore, &run.filesAfter}) {
            if (!*files)
                continue;
            for (const auto &[path, ignored] : (*files)->files)
                paths.insert(path);
        }
    }
    std::vector<StateHistory> histories;
    for (const QString &path : paths) {
        StateHistory history;
        history.place = SurvivingState::Place::TemporaryFile;
        history.name = path;
        std::vector<TemporaryFile> versions;
        for (const ProbedRun &run : runs) {
            history.before.push_back(valueIn(run.filesBefore, path, versions));
            history.after.push_back(valueIn(run.filesAfter, path, versions));
        }
        histories.push_back(std::move(history));
    }
    return histories;
}

} // namespace coldframe
