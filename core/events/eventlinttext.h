// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventlint.h"

#include <QHash>

#include <map>
#include <set>

namespace coldframe::eventlint {

/// Where a value stands in a text; byte offsets, ends exclusive.
struct Span
{
    qsizetype keyBegin = -1; ///< of a member: its opening quote
    qsizetype keyEnd = -1;
    qsizetype begin = 0;
    qsizetype end = 0;
};

/// What was found in JSON text: the values of wanted pointers and members that are there twice.
struct TextPlaces
{
    std::map<QString, Span> spans;
    std::vector<std::pair<QString, qsizetype>> duplicates; ///< pointer and offset of the second key
};

/// Goes through text that is valid JSON.
TextPlaces placesIn(QByteArrayView text, const std::set<QString> &wanted);

/// The place's name inside a JSON pointer, and the way back.
QString escaped(const QString &name);
QString unescaped(const QString &segment);

/// The pointer of the object or list that has the place; empty for the root's members.
QString parentOf(const QString &pointer);

/// The changes made in the text. Those that would meet are left out and told by the answer.
struct TextChanges
{
    QByteArray text;
    std::vector<bool> applied; ///< for each list of changes
};
TextChanges changedText(QByteArrayView text, const std::vector<std::vector<EventChange>> &changes);

} // namespace coldframe::eventlint
