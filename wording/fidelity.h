// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

#include <vector>

namespace coldframe {

/// Where a figure comes from.
enum class Provenance {
    Measured, ///< on this computer
    Modelled, ///< computed from measured figures and published rules
    NotEmulated,
};

/// One figure or property of Lambda and how true it is here.
struct FidelityEntry
{
    QString subject;
    Provenance provenance = Provenance::Measured;
    QString how; ///< one or two sentences

    bool operator==(const FidelityEntry &) const = default;
};

/// "measured", "modelled" or "not emulated".
QString provenanceText(Provenance provenance);

/// Every figure that Coldframe shows and every property of Lambda that a developer may expect,
/// with the isolation that is in force; the window's "What the numbers mean" and
/// `coldframe-cli doctor` print it.
std::vector<FidelityEntry> fidelityEntries(Isolation isolation);

/// "bubblewrap" or "none".
QString isolationText(Isolation isolation);

} // namespace coldframe
