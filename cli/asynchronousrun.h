// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/invokeoptions.h"

namespace coldframe::cli {

/// Puts the event into a queue in memory and stays until it, and what its destinations made of it,
/// is dealt with. The status is that of the event's last attempt.
ExitStatus runAsynchronously(const InvokeOptions &options, const QString &workspaceDirectory,
                             const Surroundings &surroundings);

} // namespace coldframe::cli
