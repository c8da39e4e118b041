// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/probejson.h"

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

OrderedJson valuesToJson(const std::vector<std::optional<QString>> &values)
{
    OrderedJson json = OrderedJson::array();
    for (const std::optional<QString> &value : values)
        json.push_back(value ? OrderedJson(value->toStdString()) : OrderedJson());
    return json;
}

OrderedJson placeToJson(const QString &path, bool isOutcome)
{
    OrderedJson json = OrderedJson::object();
    json["of"] = isOutcome ? "outcome" : "response";
    if (!isOutcome)
        json["path"] = path.toStdString();
    return json;
}

OrderedJson resultsToJson(const std::vector<ResponseValue> &results)
{
    OrderedJson json = OrderedJson::array();
    for (const ResponseValue &result : results) {
        OrderedJson entry = placeToJson(result.path, result.isOutcome);
        entry["warm"] = valuesToJson(result.warm);
        entry["cold"] = valuesToJson(result.cold);
        json.push_back(std::move(entry));
    }
    return json;
}

OrderedJson stateToJson(const SurvivingState &state)
{
    OrderedJson json = OrderedJson::object();
    const bool isVariable = state.place == SurvivingState::Place::Variable;
    json["place"] = isVariable ? "variable" : "temporaryFile";
    json["name"] = state.name.toStdString();
    if (isVariable)
        json["type"] = state.type.toStdString();
    json[isVariable ? "values" : "bytes"] = valuesToJson(state.values);
    json["cut"] = state.isCut;
    json["judgement"] = judgementName(state.judgement()).toStdString();
    OrderedJson effects = OrderedJson::array();
    for (const SurvivingState::Effect &effect : state.effects) {
        OrderedJson entry = placeToJson(effect.path, effect.isOutcome);
        entry["link"] = effect.link == Link::Equal ? "equal" : "together";
        effects.push_back(std::move(entry));
    }
    json["effects"] = std::move(effects);
    return json;
}

const char *sightName(Sight sight)
{
    switch (sight) {
    case Sight::Everything: return "module";
    case Sight::ExportsOnly: return "exports";
    case Sight::Nothing: return "nothing";
    }
    return "nothing";
}

} // namespace

QString judgementName(Judgement judgement)
{
    switch (judgement) {
    case Judgement::NotTested: return QStringLiteral("notTested");
    case Judgement::NothingSurvived: return QStringLiteral("nothingSurvived");
    case Judgement::SurvivedWithoutEffect: return QStringLiteral("survivedWithoutEffect");
    case Judgement::ResultDepended: return QStringLiteral("resultDepended");
    }
    return {};
}

OrderedJson probeToJson(const ProbeReport &report)
{
    OrderedJson json = OrderedJson::object();
    json["judgement"] = judgementName(report.judgement()).toStdString();
    json["dependentResults"] = resultsToJson(report.dependent);
    OrderedJson state = OrderedJson::array();
    for (const SurvivingState &each : report.state)
        state.push_back(stateToJson(each));
    json["state"] = std::move(state);
    json["varyingResults"] = resultsToJson(report.varying);
    json["warmInvocations"] = report.warmRuns;
    json["coldInvocations"] = report.coldRuns;
    json["restarts"] = report.restarts;
    json["failures"] = report.failures;
    json["module"] = report.module.toStdString();
    json["seenVariables"] = sightName(report.variables);
    json["allVariables"] = report.variablesComplete;
    json["seenTemporaryFiles"] = report.seesTemporaryFiles;
    json["allTemporaryFiles"] = report.filesComplete;
    json["sharedTemporaryDirectory"] = report.sharesTemporaryDirectory;
    return json;
}

} // namespace coldframe
