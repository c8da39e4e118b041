// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logs/logsearch.h"

#include "core/logs/logmembers.h"

#include <QHash>

#include <algorithm>

namespace coldframe {

namespace {

constexpr qint64 LinesBetweenLooks = 2048;
constexpr qsizetype LinesOfRun = 100;
constexpr qsizetype MostMembers = 2000;

/// Tells how far it is; false when it is to end.
bool goesOn(LogProgress &progress, qint64 done)
{
    if (done % LinesBetweenLooks != 0)
        return true;
    progress.done = done;
    return !progress.isCancelled;
}

} // namespace

Result<std::vector<qint64>> matchingLines(const LogStore &lines, const LogMatcher &matcher,
                                          LogProgress &progress)
{
    progress.total = lines.size();
    std::vector<qint64> numbers;
    for (qint64 number = lines.firstNumber(); number < lines.endNumber(); ++number) {
        if (!goesOn(progress, number - lines.firstNumber()))
            return failure(Error::Code::Cancelled);
        if (matcher.matches(lines.at(number)))
            numbers.push_back(number);
    }
    progress.done = lines.size();
    return numbers;
}

Result<FoundMembers> findMembers(const LogStore &lines, LogProgress &progress, qsizetype mostLines)
{
    FoundMembers found;
    found.lines = lines.size();
    const bool isSample = lines.size() > mostLines;
    // Neighbours together, because lines often alternate: every tenth could be all of one kind.
    const qsizetype run = isSample ? std::min(LinesOfRun, mostLines) : lines.size();
    const qsizetype runs = isSample ? mostLines / run : 1;
    const qsizetype sample = run * runs;
    progress.total = sample;
    QHash<QByteArray, qsizetype> counts;
    for (qsizetype i = 0; i < sample; ++i) {
        if (!goesOn(progress, i))
            return failure(Error::Code::Cancelled);
        ++found.lookedAt;
        const qint64 number = lines.firstNumber() + i / run * (lines.size() / runs) + i % run;
        const auto object = jsonObjectOf(lines.at(number).text);
        if (!object)
            continue;
        ++found.jsonLines;
        visitMembers(*object, [&counts](const QByteArray &path, const JsonPiece &) {
            const auto known = counts.find(path);
            if (known != counts.end())
                ++*known;
            else if (counts.size() < MostMembers)
                counts.insert(path, 1);
        });
    }
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        found.members.push_back({QString::fromUtf8(each.key()), each.value()});
    std::sort(found.members.begin(), found.members.end(), [](const auto &one, const auto &other) {
        return one.lines != other.lines ? one.lines > other.lines : one.path < other.path;
    });
    return found;
}

} // namespace coldframe
