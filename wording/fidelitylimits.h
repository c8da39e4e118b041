// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/fidelity.h"

namespace coldframe {

/// The part of fidelityEntries() that depends on the computer, the user and the options: memory,
/// storage, descriptors, processes, CPU time, bandwidth, freeze and layers.
std::vector<FidelityEntry> limitEntries(const LimitsInForce &limits);

} // namespace coldframe
