// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/findings.h"

namespace coldframe {

/// The values of one variable or file through the invocations of one environment.
struct StateHistory
{
    struct Value
    {
        bool isKnown = false; ///< false: nobody could look
        std::optional<QString> text; ///< nothing: it was not there. Equal texts, equal values
        std::optional<QString> shown; ///< the same for people
    };

    SurvivingState::Place place = SurvivingState::Place::Variable;
    QString name;
    QString type;
    bool isCut = false;
    std::vector<Value> before; ///< each invocation
    std::vector<Value> after; ///< each invocation

    /// Whether an invocation left something to the next one that was not there at the beginning.
    bool hasSurvived() const;

    /// How a result's values in the same invocations go with it; nothing when they do not.
    std::optional<Link> linkTo(const std::vector<std::optional<QString>> &results) const;

    SurvivingState toState() const;
};

/// The variables that were ever there, in the order of their first appearance.
std::vector<StateHistory> variableHistories(const std::vector<ProbedRun> &runs);

/// The files that were ever there, by path.
std::vector<StateHistory> fileHistories(const std::vector<ProbedRun> &runs);

/// Whether the processes of a run were new ones.
bool hasNewProcesses(const ProbedRun &run);

} // namespace coldframe
