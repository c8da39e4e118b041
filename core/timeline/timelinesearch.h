// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <functional>
#include <vector>

namespace coldframe {

/// What a search found in a timeline.
struct TimelineMatches
{
    std::vector<bool> imports; ///< of each import whether it matches
    std::vector<bool> spans;
    std::vector<bool> trace; ///< of each span of a trace from a file
    int count = 0;

    /// Phases, extensions and runs never match: they are few and have their names beside them.
    bool contains(TimelinePart part) const;
    bool operator==(const TimelineMatches &) const = default;
};

/// An import matches by its module or its file, a span by its name or "host:port", one of a trace
/// from a file by its name or its file.
TimelineMatches matchesOf(const Timeline &timeline,
                          const std::function<bool(const QString &)> &matches);

/// The next match from a part on (the first one from nothing), in the order in which they began:
/// imports, then spans, then those of a trace from a file. Not set without any.
std::optional<TimelinePart> nextMatch(const TimelineMatches &matches,
                                      std::optional<TimelinePart> from, int direction);

/// "host:port" of a connection, else the name.
QString nameOfSpan(const HandlerSpan &span);

} // namespace coldframe
