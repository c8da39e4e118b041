// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "wording/fidelity.h"

namespace coldframe {

class Host;

/// What would hold in an environment that is started now; IsolationUnavailable when bubblewrap is
/// asked for and does not work. Asks the host, so it blocks for some 50 ms the first time.
Result<LimitsInForce> limitsInForce(Host &host, IsolationChoice choice,
                                    const EmulationOptions &emulation);

} // namespace coldframe
