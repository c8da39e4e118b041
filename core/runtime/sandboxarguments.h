// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/lambda/invocation.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/controlgroup.h"
#include "core/runtime/environmentvariables.h"

#include <QStringList>

namespace coldframe {

/// What a sandbox shows and what it allows.
struct SandboxPlan
{
    Isolation isolation = Isolation::None;
    QString bubblewrap; ///< absolute path; with Isolation::Bubblewrap only
    QString supervisor; ///< absolute path of coldframe-supervisor
    QString codeDirectory; ///< becomes the task root
    QString runtimeDirectory; ///< the computer's folder with our bootstrap
    QString optDirectory; ///< the computer's folder with the merged layers; may be empty
    QStringList readOnlyFolders; ///< shown at their own path: interpreter, package folders
    MebiBytes memory; ///< of all processes together
    MebiBytes temporaryStorage; ///< size of /tmp
    bool limitsCpu = false; ///< CPU time in proportion to memory, once asked for
    bool limitsProcesses = false; ///< by RLIMIT_NPROC: resourceLimitCountsProcesses()
    ControlGroupFolders controlGroups; ///< where the environment's own ones are made, if anywhere

    bool operator==(const SandboxPlan &) const = default;
};

/// Where the sandbox shows the task root, the runtime and the layers.
EnvironmentPaths environmentPaths(Isolation isolation, const QString &codeDirectory,
                                  const QString &runtimeDirectory,
                                  const QString &optDirectory = {});

/// The process that sets up the sandbox and becomes its supervisor, with all descriptors but the
/// control socket, and what they keep open until it is started.
struct SandboxRequest
{
    SpawnRequest spawn;
    std::vector<Descriptor> kept;
};

SandboxRequest sandboxRequest(const SandboxPlan &plan);

/// A link in the task root that leads out of it: what it leads to, and where the sandbox must show
/// that for the link to work there too.
struct OutsideLink
{
    QString target;
    QString shownAt;

    bool operator==(const OutsideLink &) const = default;
};

/// Those of the code directory's own entries, not of its folders; 16 at most.
std::vector<OutsideLink> outsideLinks(const QString &codeDirectory);

/// Whether bubblewrap works here: its absolute path, or IsolationUnavailable with the reason.
/// Blocks for some 10 ms: not for the GUI's or the engine's thread.
Result<QString> findBubblewrap();

} // namespace coldframe
