// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logstore.h"

#include <QString>
#include <QStringView>

#include <tl/expected.hpp>

#include <memory>

namespace coldframe {

/// What is wrong with a query; the sentence is made in the panel.
struct LogQueryError
{
    enum class Kind {
        UnclosedQuote,
        UnclosedParenthesis,
        UnexpectedParenthesis, ///< closed but never opened, or nothing inside
        MissingTerm, ///< nothing behind -, not, and, or; detail: which
        MissingValue, ///< detail: field and operator, such as "Error:"
        NotANumber, ///< behind <, <=, > or >=; detail: the value
        UnknownLevel, ///< detail: the value
        UnknownSource, ///< detail: the value
        BadExpression, ///< detail: what is wrong with the regular expression
        TooLong, ///< more than 4,000 characters or 50 parentheses inside one another
    };

    Kind kind = Kind::MissingTerm;
    qsizetype position = 0; ///< from 0, in UTF-16 units
    QString detail = {};

    bool operator==(const LogQueryError &) const = default;
};

/// What a user asks of the lines of a log:
///
///     timeout user            both words, without regard to case
///     "could not connect"     a phrase
///     -health   not health    lines without it
///     level>=warn             by level; also level:error, level=none
///     source:extension        function, extension, platform or coldframe
///     user.id=42              a JSON member with this value
///     path:/orders            a JSON member that contains it; path:* is there at all
///     duration>100            as a number: >, >=, <, <=; != for another value
///     path~"^/v[12]/"         a regular expression, without regard to case
///     ~E[0-9]{4}              the same on the whole line
///     (a or b) and c          "and" may be left out
class LogQuery
{
public:
    /// Accepts every line.
    LogQuery() = default;

    static tl::expected<LogQuery, LogQueryError> parse(QStringView text);

    bool matches(const LogLineView &line) const;
    bool acceptsEveryLine() const { return !m_root; }

    /// A part of the parsed query; only its parser and its matcher know it.
    struct Node;

private:
    std::shared_ptr<const Node> m_root;
};

/// Whether a query can name this field: names with blanks and other signs are not to be written.
bool canBeAskedFor(const QString &field);

/// A term that asks for a field's value, quoted where it has to be: `user.name="Jo Do"`.
QString logQueryTerm(const QString &field, const QString &value);

} // namespace coldframe
