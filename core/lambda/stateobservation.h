// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

/// One variable of a handler's module at one instant.
struct ObservedVariable
{
    QString name; ///< "counter", "exports.counter" or "globalThis.counter"
    QString type; ///< in the language's own word, for example "dict"
    QString text; ///< like JSON where the value can be told so
    bool isCut = false; ///< the value is larger than its text

    bool operator==(const ObservedVariable &) const = default;
};

/// The variables of a handler's module at one instant; functions, classes and modules left out.
struct ModuleState
{
    QString file; ///< of the module, relative to the task root; empty when it is not known
    std::vector<ObservedVariable> variables;
    bool seesModuleVariables = true; ///< false: what the module exports, and nothing else
    bool isComplete = true; ///< false: there were too many, or it took too long

    bool operator==(const ModuleState &) const = default;
};

/// What was seen of an environment's state around one invocation. Only when it was asked for.
struct StateObservation
{
    std::optional<ModuleState> initialised; ///< before the first invocation of these processes
    std::optional<ModuleState> answered; ///< when the invocation was answered
    QString temporaryDirectory; ///< where the computer finds the environment's /tmp
    bool sharesTemporaryDirectory = false; ///< without isolation: it is the computer's own
};

} // namespace coldframe
