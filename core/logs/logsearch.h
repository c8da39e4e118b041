// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/logs/logfilter.h"
#include "core/logs/logprogress.h"
#include "core/logs/logstore.h"

#include <vector>

namespace coldframe {

/// The numbers of the lines that a filter accepts, ascending. For another thread: counts lines in
/// progress and gives Cancelled soon after it was asked to.
Result<std::vector<qint64>> matchingLines(const LogStore &lines, const LogMatcher &matcher,
                                          LogProgress &progress);

/// A JSON member of a log and how many lines have it.
struct FoundMember
{
    QString path;
    qsizetype lines = 0;

    bool operator==(const FoundMember &) const = default;
};

/// The members of a log, the most frequent first.
struct FoundMembers
{
    std::vector<FoundMember> members;
    qsizetype jsonLines = 0; ///< of those looked at
    qsizetype lookedAt = 0;
    qsizetype lines = 0; ///< of the whole log

    /// Whether only a part of the lines was looked at.
    bool isSample() const { return lookedAt < lines; }
};

/// Looks for members in up to so many lines, in groups spread over the log. At most 2,000 members
/// are told apart.
Result<FoundMembers> findMembers(const LogStore &lines, LogProgress &progress,
                                 qsizetype mostLines = 50'000);

} // namespace coldframe
