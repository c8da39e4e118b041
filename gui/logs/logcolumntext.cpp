// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logcolumntext.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace coldframe {

namespace {

class LogWords
{
    Q_DECLARE_TR_FUNCTIONS(coldframe::LogWords)
};

QString mistakeText(const LogQueryError &error)
{
    using Kind = LogQueryError::Kind;
    switch (error.kind) {
    case Kind::UnclosedQuote:
        return LogWords::tr("This quote is never closed. Add \" at the end.");
    case Kind::UnclosedParenthesis:
        return LogWords::tr("This parenthesis is never closed. Add ) at the end, or put it in "
                            "quotes to find it.");
    case Kind::UnexpectedParenthesis:
        return LogWords::tr("Something is missing before ). Put it in quotes to find it.");
    case Kind::MissingTerm:
        return LogWords::tr(
                   "“%1” has nothing to work on. Add a word, or put it in quotes to find it.")
            .arg(error.detail);
    case Kind::MissingValue:
        return LogWords::tr("A value is missing after %1 Put it in quotes to find the text itself.")
            .arg(error.detail);
    case Kind::NotANumber:
        return LogWords::tr("%1 is no number. Text can be asked for by : (contains), = (is) and ~ "
                            "(regular expression).")
            .arg(error.detail);
    case Kind::UnknownLevel:
        return LogWords::tr("%1 is no level. There are trace, debug, info, warn, error and fatal.")
            .arg(error.detail);
    case Kind::UnknownSource:
        return LogWords::tr("%1 is no origin. There are function, extension and platform.")
            .arg(error.detail);
    case Kind::BadExpression:
        return LogWords::tr("Not a regular expression: %1.").arg(error.detail);
    case Kind::TooLong:
        return LogWords::tr("The query is too long.");
    }
    return {};
}

} // namespace

QString logColumnTitle(const LogField &field)
{
    switch (field.kind) {
    case LogField::Kind::Time:
        return LogWords::tr("Time");
    case LogField::Kind::Level:
        return LogWords::tr("Level");
    case LogField::Kind::Source:
        return LogWords::tr("Origin");
    case LogField::Kind::RequestId:
        return LogWords::tr("Request ID");
    case LogField::Kind::Message:
        return LogWords::tr("Message");
    case LogField::Kind::Member:
        break;
    }
    return field.path;
}

QString logQueryErrorText(const LogQueryError &error)
{
    return LogWords::tr("At character %1: %2 All lines are shown.")
        .arg(error.position + 1)
        .arg(mistakeText(error));
}

QString logQueryHelp()
{
    const std::array<std::pair<const char *, QString>, 10> examples{
        {{"timeout user", LogWords::tr("both words, in any order")},
         {"\"could not connect\"", LogWords::tr("exactly this text")},
         {"-health", LogWords::tr("lines without this word")},
         {"level&gt;=warn", LogWords::tr("warnings and worse")},
         {"source:extension", LogWords::tr("function, extension or platform")},
         {"path:/orders", LogWords::tr("the JSON member “path” contains this")},
         {"user.id=42", LogWords::tr("a member inside another, with this value")},
         {"duration&gt;100",
          LogWords::tr("a member that is a number; also &gt;=, &lt;, &lt;=, !=")},
         {"path~^/v[12]/", LogWords::tr("a member by regular expression; ~E[0-9]+ for the line")},
         {"(a or b) -c", LogWords::tr("and, or, not and parentheses")}}};
    QString rows;
    for (const auto &[query, meaning] : examples)
        rows += QStringLiteral("<tr><td><code>%1</code>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(QLatin1String(query), meaning);
    return QStringLiteral("<table>%1</table>").arg(rows);
}

} // namespace coldframe
