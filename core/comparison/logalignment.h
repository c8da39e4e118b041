// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/logline.h"

#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

/// Lines of two logs that stand beside each other, by their index in their own log.
struct AlignedLines
{
    enum class Kind {
        Same, ///< but for what is masked
        Changed, ///< another line in its place
        LeftOnly,
        RightOnly,
    };

    Kind kind = Kind::Same;
    std::optional<int> left;
    std::optional<int> right;

    bool operator==(const AlignedLines &) const = default;
};

/// A log and the request id of its invocation, which is masked in it.
struct ComparedLog
{
    const std::vector<LogLine> &lines;
    QString requestId;
};

/// Puts the lines of two logs beside each other. Request ids, UUIDs, times, trace ids and other
/// long hexadecimal identifiers don't count; durations and sizes do.
std::vector<AlignedLines> alignLogs(const ComparedLog &left, const ComparedLog &right);

} // namespace coldframe
