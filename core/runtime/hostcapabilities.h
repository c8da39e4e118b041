// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/controlgroup.h"

namespace coldframe {

/// What this computer offers to sandboxes.
struct HostCapabilities
{
    QString bubblewrap; ///< absolute path; empty when it does not work here
    QString bubblewrapObstacle; ///< why not
    QString supervisor; ///< absolute path; empty when it was not found
    ControlGroupFolders controlGroups;
    bool isRoot = false; ///< no RLIMIT_NPROC counts for root
    bool countsProcessesByNamespace = false; ///< RLIMIT_NPROC counts a sandbox's own (Linux 5.14)

    bool operator==(const HostCapabilities &) const = default;
};

/// Tries everything out. Blocks for some 10 ms: not for the GUI's or the engine's thread.
HostCapabilities probeHost(const QString &programDirectory);

} // namespace coldframe
