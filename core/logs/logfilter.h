// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logquery.h"

#include <QString>

#include <optional>

namespace coldframe {

/// What a user asks of the lines of a log.
struct LogFilter
{
    QString query; ///< see LogQuery; empty accepts every line
    LogLevel leastLevel = LogLevel::None; ///< above None, lines that state no level are left out
    std::optional<LogSource> source = {}; ///< lines of this origin alone

    bool operator==(const LogFilter &) const = default;
};

/// A filter made ready to be asked for many lines.
class LogMatcher
{
public:
    /// Accepts every line.
    LogMatcher() = default;

    static tl::expected<LogMatcher, LogQueryError> make(const LogFilter &filter);

    bool matches(const LogLineView &line) const;
    bool acceptsEveryLine() const;

private:
    LogQuery m_query;
    LogLevel m_leastLevel = LogLevel::None;
    std::optional<LogSource> m_source;
};

} // namespace coldframe
