// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/history/runsummary.h"

#include <optional>
#include <set>

namespace coldframe {

/// Which runs are wanted; what is not set does not matter. The newest come first.
struct RunQuery
{
    static constexpr int PageSize = 200;

    QString function; ///< its name
    QString event; ///< part of the event's name or the fixture's file
    std::set<InvocationStatus> status; ///< empty for all
    std::optional<bool> cold;
    QString text; ///< words in the log, see searchExpression()
    QString requestId; ///< its beginning
    QString tag;
    std::optional<WallTime> since;
    int limit = PageSize;
    std::optional<RunId> after = {}; ///< only runs that came before this one: the next page
    std::optional<RunId> newerThan = {};

    bool operator==(const RunQuery &) const = default;
};

/// A time as users write it: "2026-01-31", "2026-01-31T12:00" (local time, or with an offset), or
/// how long ago: "30m", "2h", "7d". InvalidArgument for anything else.
Result<WallTime> timeFromText(const QString &text, WallTime now);

} // namespace coldframe
