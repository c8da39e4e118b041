// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/invocation.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/environmentvariables.h"
#include "core/runtime/interpreter.h"

#include <map>

namespace coldframe {

/// The numbers under which a runtime process finds what it inherits.
inline constexpr int OutputDescriptor = 1;
inline constexpr int ErrorDescriptor = 2;
inline constexpr int RuntimeDescriptor = 3; ///< our bootstraps speak the Runtime API on it
inline constexpr int StatusDescriptor = 4; ///< bubblewrap tells the program's process id on it

/// What a sandbox shows and starts.
struct SandboxPlan
{
    Isolation isolation = Isolation::None;
    QString bubblewrap; ///< absolute path; with Isolation::Bubblewrap only
    QString codeDirectory; ///< becomes the task root
    QString runtimeDirectory; ///< the computer's folder with our bootstrap
    QStringList readOnlyFolders; ///< shown at their own path: interpreter, package folders
    MebiBytes temporaryStorage; ///< size of /tmp
    QString program; ///< the interpreter
    QStringList arguments;
    std::map<QString, QString> variables;
};

/// Where the sandbox shows the task root, the runtime and the layers.
EnvironmentPaths environmentPaths(Isolation isolation, const QString &codeDirectory,
                                  const QString &runtimeDirectory);

/// The process that starts the plan; its descriptors are still to be filled in.
SpawnRequest spawnRequest(const SandboxPlan &plan);

/// Whether bubblewrap works here: its absolute path, or IsolationUnavailable with the reason.
/// Blocks for some 10 ms: not for the GUI's or the engine's thread.
Result<QString> findBubblewrap();

} // namespace coldframe
