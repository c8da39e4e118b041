// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/logline.h"

#include <QRegularExpression>
#include <QString>

namespace coldframe {

/// What a user asks of the lines of a log.
struct LogFilter
{
    enum class Syntax { Substring, RegularExpression };

    QString text; ///< without regard to case; empty accepts every line
    Syntax syntax = Syntax::Substring;
    LogLevel leastLevel = LogLevel::None; ///< above None, lines that state no level are left out

    bool operator==(const LogFilter &) const = default;
};

/// A filter made ready to be asked for many lines.
class LogMatcher
{
public:
    /// Accepts every line.
    LogMatcher() = default;

    /// InvalidArgument: what is wrong with the regular expression, and in its position the column.
    static Result<LogMatcher> make(const LogFilter &filter);

    bool matches(const LogLine &line) const;
    bool acceptsEveryLine() const;

private:
    LogFilter m_filter;
    QRegularExpression m_expression;
};

} // namespace coldframe
