// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/nearestname.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace coldframe {

namespace {

/// Insertions, deletions and replacements between two texts, ignoring case.
qsizetype editDistance(const QString &left, const QString &right)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(right.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 0; i < left.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < right.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool same = left[i].toCaseFolded() == right[j].toCaseFolded();
            const qsizetype replaced = diagonal + (same ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({row[at] + 1, diagonal + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

QString nearestName(const QString &mistyped, const QStringList &names)
{
    QString nearest;
    qsizetype shortest = std::max<qsizetype>(2, mistyped.size() / 2);
    for (const QString &name : names) {
        const bool within = mistyped.size() >= 2 && name.contains(mistyped, Qt::CaseInsensitive);
        const bool isSame = name.compare(mistyped, Qt::CaseInsensitive) == 0;
        const qsizetype distance = isSame ? 0 : within ? 1 : editDistance(mistyped, name);
        if (distance <= shortest && (nearest.isEmpty() || distance < shortest)) {
            nearest = name;
            shortest = distance;
        }
    }
    return nearest;
}

} // namespace coldframe
