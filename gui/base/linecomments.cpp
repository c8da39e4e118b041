// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/linecomments.h"

#include <QStringList>

#include <algorithm>

namespace coldframe {

namespace {

qsizetype indentOf(const QString &line)
{
    const auto found
        = std::find_if_not(line.begin(), line.end(), [](QChar c) { return c.isSpace(); });
    return found - line.begin();
}

bool isBlank(const QString &line)
{
    return indentOf(line) == line.size();
}

bool isComment(const QString &line, const QString &commentStart)
{
    return QStringView(line).mid(indentOf(line)).startsWith(commentStart);
}

void uncomment(QString &line, const QString &commentStart)
{
    const qsizetype indent = indentOf(line);
    const qsizetype after = indent + commentStart.size();
    const bool hasBlank = after < line.size() && line.at(after) == u' ';
    line.remove(indent, commentStart.size() + (hasBlank ? 1 : 0));
}

} // namespace

QString toggleLineComments(const QString &lines, const QString &commentStart)
{
    QStringList all = lines.split(u'\n');
    const bool areComments = std::all_of(all.cbegin(), all.cend(), [&](const QString &line) {
        return isBlank(line) || isComment(line, commentStart);
    });
    const bool areBlank = std::all_of(all.cbegin(), all.cend(), isBlank);
    if (areBlank)
        return lines;
    qsizetype column = lines.size();
    for (const QString &line : std::as_const(all)) {
        if (!isBlank(line))
            column = std::min(column, indentOf(line));
    }
    for (QString &line : all) {
        if (isBlank(line))
            continue;
        if (areComments)
            uncomment(line, commentStart);
        else
            line.insert(column, commentStart + u' ');
    }
    return all.join(u'\n');
}

} // namespace coldframe
