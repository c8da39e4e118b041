// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/shortenedline.h"

namespace coldframe {

QString shortenedLine(const QString &text, qsizetype mostCharacters)
{
    const QString line = QString(text).replace(u'\n', u' ');
    return line.size() > mostCharacters ? line.left(mostCharacters) + u'…' : line;
}

} // namespace coldframe
