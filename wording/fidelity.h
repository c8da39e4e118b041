// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

#include <vector>

namespace coldframe {

/// Where a figure comes from, or how a rule of Lambda holds.
enum class Provenance {
    Enforced, ///< what breaks the rule fails here as it does on Lambda
    Measured, ///< on this computer
    Modelled, ///< computed from measured figures and published rules, or near to the rule
    NotEmulated,
};

/// By what means a limit holds.
enum class LimitMeans {
    Kernel, ///< the kernel refuses or ends what goes beyond
    Watched, ///< Coldframe looks from time to time and acts
    None, ///< it doesn't hold
};

/// What holds in an execution environment on this computer, for this user.
struct LimitsInForce
{
    Isolation isolation = Isolation::None;
    LimitMeans memory = LimitMeans::Watched;
    LimitMeans temporaryStorage = LimitMeans::None;
    LimitMeans descriptors = LimitMeans::None;
    LimitMeans processes = LimitMeans::None;
    LimitMeans descendants = LimitMeans::None; ///< none outlives its environment
    LimitMeans cpuShare = LimitMeans::None; ///< None also when it isn't asked for
    LimitMeans freeze = LimitMeans::None; ///< likewise
    EmulationOptions emulation = {};

    bool operator==(const LimitsInForce &) const = default;
};

/// One figure or property of Lambda and how true it is here.
struct FidelityEntry
{
    QString subject;
    Provenance provenance = Provenance::Measured;
    QString how; ///< one or two sentences

    bool operator==(const FidelityEntry &) const = default;
};

/// Every provenance, the strictest first.
std::vector<Provenance> allProvenances();

/// "enforced", "measured", "modelled" or "not emulated".
QString provenanceText(Provenance provenance);

/// Every figure that Coldframe shows and every property of Lambda that a developer may expect, with
/// what holds here and now; the window's "What the numbers mean" and `coldframe-cli doctor` print
/// it.
std::vector<FidelityEntry> fidelityEntries(const LimitsInForce &limits);

/// "bubblewrap" or "none".
QString isolationText(Isolation isolation);

/// What holds in a few words: "bubblewrap · memory and /tmp enforced".
QString limitsText(const LimitsInForce &limits);

} // namespace coldframe
