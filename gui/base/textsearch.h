// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace coldframe {

/// What to look for in a text.
struct SearchQuery
{
    QString pattern;
    bool matchCase = false;
    bool wholeWords = false;
    bool regularExpression = false;

    bool operator==(const SearchQuery &) const = default;
};

/// One place that was found, in UTF-16 units.
struct TextMatch
{
    qsizetype begin = 0;
    qsizetype length = 0;

    bool operator==(const TextMatch &) const = default;
};

/// The expression that a query means; InvalidArgument with the expression's own complaint.
Result<QRegularExpression> expressionFor(const SearchQuery &query);

/// All matches that are not empty, in order and without overlap.
std::vector<TextMatch> findAll(const QString &text, const QRegularExpression &expression);

struct ReplacedText
{
    QString text;
    int count = 0;
};

/// Replaces every match. For a regular expression \1 or $1 is a group, \0 or $0 the match, \n and
/// \t are what they are in code, and \\ and $$ stand for themselves.
ReplacedText replaceAll(const QString &text, const SearchQuery &query,
                        const QRegularExpression &expression, const QString &replacement);

/// The text that takes the place of one match; the text itself when nothing matches there.
QString replacementAt(const QString &text, TextMatch match, const SearchQuery &query,
                      const QRegularExpression &expression, const QString &replacement);

} // namespace coldframe
