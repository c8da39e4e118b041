// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/comparedsides.h"

#include "cli/historyoptions.h"
#include "wording/comparisontext.h"

#include <QCoreApplication>

namespace coldframe::cli {

namespace {

Result<std::vector<RunId>> idsWithTag(const RunStore &store, const QString &tag,
                                      const QString &side)
{
    RunQuery query;
    query.tag = tag;
    const auto found = store.query(query);
    if (!found)
        return tl::make_unexpected(found.error());
    if (found->empty() && tag == baselineTag())
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command",
                                                   "\"%1\": no run is a baseline yet; "
                                                   "coldframe-cli history baseline makes runs the "
                                                   "baseline of their function")
                           .arg(side));
    if (found->empty())
        return failure(Error::Code::NotFound, side);
    std::vector<RunId> ids;
    for (const RunSummary &run : *found)
        ids.push_back(run.id);
    return ids;
}

Result<std::vector<RunId>> idsOfSide(const RunStore &store, const QString &side)
{
    if (side.startsWith(QLatin1String("tag:"))) {
        const QString tag = side.mid(4).trimmed();
        if (tag.isEmpty())
            return failure(Error::Code::InvalidArgument,
                           QCoreApplication::translate("Command",
                                                       "\"%1\" names no tag; write one behind the "
                                                       "colon, as in tag:baseline")
                               .arg(side));
        return idsWithTag(store, tag, side);
    }
    const QStringList names = side.split(u',', Qt::SkipEmptyParts);
    if (names.isEmpty())
        return failure(Error::Code::NotFound, side);
    return runsNamed(store, names);
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
