// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/textsearch.h"

namespace coldframe {

namespace {

/// The group number at the front of rest, or -1.
int groupNumber(QStringView rest)
{
    return !rest.isEmpty() && rest.front() >= u'0' && rest.front() <= u'9'
        ? rest.front().unicode() - u'0'
        : -1;
}

QString expanded(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString out;
    for (qsizetype i = 0; i < replacement.size(); ++i) {
        const QChar character = replacement.at(i);
        const QStringView rest = QStringView(replacement).mid(i + 1);
        if ((character != u'\\' && character != u'$') || rest.isEmpty()) {
            out += character;
            continue;
        }
        if (const int group = groupNumber(rest); group >= 0) {
            out += match.captured(group);
            ++i;
        } else if (rest.front() == character) {
            out += character;
            ++i;
        } else if (character == u'\\' && (rest.front() == u'n' || rest.front() == u't')) {
            out += rest.front() == u'n' ? u'\n' : u'\t';
            ++i;
        } else {
            out += character;
        }
    }
    return out;
}

QString replacementOf(const QRegularExpressionMatch &match, const SearchQuery &query,
                      const QString &replacement)
{
    return query.regularExpression ? expanded(replacement, match) : replacement;
}

} // namespace

Result<QRegularExpression> expressionFor(const SearchQuery &query)
{
    QString pattern
        = query.regularExpression ? query.pattern : QRegularExpression::escape(query.pattern);
    if (query.wholeWords)
        pattern = u"(?<!\\w)(?:%1)(?!\\w)"_qs.arg(pattern);
    QRegularExpression::PatternOptions options
        = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    // Asked for first without the prefix, so that the complaint's offset is the user's own.
    QRegularExpression expression(pattern, options);
    if (!expression.isValid())
        return failure(Error::Code::InvalidArgument, expression.errorString());
    // $ stands before a CR LF as well.
    expression.setPattern(u"(*ANYCRLF)"_qs + pattern);
    return expression;
}

std::vector<TextMatch> findAll(const QString &text, const QRegularExpression &expression)
{
    std::vector<TextMatch> matches;
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength() > 0)
            matches.push_back({match.capturedStart(), match.capturedLength()});
    }
    return matches;
}

ReplacedText replaceAll(const QString &text, const SearchQuery &query,
                        const QRegularExpression &expression, const QString &replacement)
{
    ReplacedText result;
    qsizetype copied = 0;
    for (auto it = expression.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedLength() == 0)
            continue;
        result.text += QStringView(text).mid(copied, match.capturedStart() - copied);
        result.text += replacementOf(match, query, replacement);
        copied = match.capturedEnd();
        ++result.count;
    }
    result.text += QStringView(text).mid(copied);
    return result;
}

QString replacementAt(const QString &text, TextMatch place, const SearchQuery &query,
                      const QRegularExpression &expression, const QString &replacement)
{
    const QRegularExpressionMatch match = expression.match(text, place.begin);
    if (!match.hasMatch() || match.capturedStart() != place.begin)
        return text.mid(place.begin, place.length);
    return replacementOf(match, query, replacement);
}

} // namespace coldframe
