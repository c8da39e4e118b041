// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logfilter.h"

namespace coldframe {

tl::expected<LogMatcher, LogQueryError> LogMatcher::make(const LogFilter &filter)
{
    tl::expected<LogQuery, LogQueryError> query = LogQuery::parse(filter.query);
    if (!query)
        return tl::make_unexpected(query.error());
    LogMatcher matcher;
    matcher.m_query = std::move(*query);
    matcher.m_leastLevel = filter.leastLevel;
    matcher.m_source = filter.source;
    return matcher;
}

bool LogMatcher::matches(const LogLineView &line) const
{
    if (m_leastLevel != LogLevel::None && line.level < m_leastLevel)
        return false;
    if (m_source && line.source != *m_source)
        return false;
    return m_query.matches(line);
}

bool LogMatcher::acceptsEveryLine() const
{
    return m_leastLevel == LogLevel::None && !m_source && m_query.acceptsEveryLine();
}

} // namespace coldframe
