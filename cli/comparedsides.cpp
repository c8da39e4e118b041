// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparedsides.h"

#include "cli/historyoptions.h"
#include "wording/comparisontext.h"

#include <QCoreApplication>

namespace coldframe::cli {

namespace {

Result<std::vector<RunId>> idsThatAnswer(const RunStore &store, const RunQuery &query,
                                         const QString &side)
{
    const auto found = store.query(query);
    if (!found)
        return tl::make_unexpected(found.error());
    if (found->empty())
        return failure(Error::Code::NotFound, side);
    std::vector<RunId> ids;
    for (const RunSummary &run : *found)
        ids.push_back(run.id);
    return ids;
}

Result<std::vector<RunId>> idsOfSide(const RunStore &store, const QString &side)
{
    RunQuery query;
    if (side == QLatin1String("last")) {
        query.limit = 1;
        return idsThatAnswer(store, query, side);
    }
    if (side.startsWith(QLatin1String("tag:"))) {
        query.tag = side.mid(4);
        return idsThatAnswer(store, query, side);
    }
    std::vector<RunId> ids;
    const QStringList names = side.split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const Result<RunId> id = runNamed(store, name);
        if (!id)
            return tl::make_unexpected(id.error());
        ids.push_back(*id);
    }
    if (ids.empty())
        return failure(Error::Code::NotFound, side);
    return ids;
}

} // namespace

QString comparedSideHelp()
{
    return QCoreApplication::translate(
        "Command",
        "A side is a run of the history, by its number or the beginning of its request id, or "
        "several with commas between them; \"last\" for the last run; or \"tag:NAME\" for the runs "
        "with a tag, such as tag:baseline.");
}

Result<NamedRuns> runsOfSide(const RunStore &store, const QString &side)
{
    const auto ids = idsOfSide(store, side);
    if (!ids)
        return tl::make_unexpected(ids.error());
    NamedRuns named;
    for (const RunId id : *ids) {
        auto run = store.load(id);
        if (!run)
            return tl::make_unexpected(run.error());
        named.runs.records.push_back(std::move(run->record));
    }
    named.name = comparedRunsName(named.runs);
    return named;
}

} // namespace coldframe::cli
