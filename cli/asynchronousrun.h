// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/invokeoptions.h"

#include <functional>

namespace coldframe::cli {

/// Puts the event into a queue in memory and stays until it, and what its destinations made of it,
/// is dealt with; keep is told each of their runs. The status is that of the event's last attempt.
ExitStatus runAsynchronously(const InvokeOptions &options, const QString &workspaceDirectory,
                             const std::function<void(const InvocationRecord &)> &keep,
                             const Surroundings &surroundings);

} // namespace coldframe::cli
