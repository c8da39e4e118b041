// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/costestimate.h"

namespace coldframe {

/// What a cold start would cost less with a shorter init phase.
struct ColdStartSaving
{
    std::chrono::milliseconds billed{}; ///< of the billed duration
    Money perMillion; ///< of a million cold starts, at the first tier's price

    bool operator==(const ColdStartSaving &) const = default;
};

/// The saving when the init phase takes that much less. Nothing where the report has no Init
/// Duration: it is not billed then, as with SnapStart.
ColdStartSaving coldStartSaving(const Prices &prices, const FunctionConfig &function,
                                const Report &report, std::chrono::nanoseconds shorter);

} // namespace coldframe
