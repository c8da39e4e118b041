// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logfilter.h"

#include "gui/logs/logtext.h"

namespace coldframe {

Result<LogMatcher> LogMatcher::make(const LogFilter &filter)
{
    LogMatcher matcher;
    matcher.m_filter = filter;
    if (filter.syntax == LogFilter::Syntax::RegularExpression && !filter.text.isEmpty()) {
        matcher.m_expression
            = QRegularExpression(filter.text,
                                 QRegularExpression::CaseInsensitiveOption
                                     | QRegularExpression::UseUnicodePropertiesOption);
        if (!matcher.m_expression.isValid()) {
            const auto offset = static_cast<int>(matcher.m_expression.patternErrorOffset());
            return failure(Error::Code::InvalidArgument, matcher.m_expression.errorString(),
                           TextPosition{1, offset + 1});
        }
        matcher.m_expression.optimize();
    }
    return matcher;
}

bool LogMatcher::matches(const LogLine &line) const
{
    if (m_filter.leastLevel != LogLevel::None && line.level < m_filter.leastLevel)
        return false;
    if (m_filter.text.isEmpty())
        return true;
    const QString text = readableText(line.text);
    switch (m_filter.syntax) {
    case LogFilter::Syntax::Substring:
        return text.contains(m_filter.text, Qt::CaseInsensitive);
    case LogFilter::Syntax::RegularExpression:
        return m_expression.match(text).hasMatch();
    }
    return true;
}

bool LogMatcher::acceptsEveryLine() const
{
    return m_filter.text.isEmpty() && m_filter.leastLevel == LogLevel::None;
}

} // namespace coldframe
