// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historyoptions.h"

#include "cli/runkeeper.h"
#include "core/lambda/recordjson.h"
#include "core/project/owndirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

namespace coldframe::cli {

namespace {

QString historyText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

/// --workspace or the current folder.
Result<QString> startingFolder(const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("workspace");
    if (!parser.isSet(option))
        return QDir::currentPath();
    const QFileInfo info(parser.value(option));
    if (parser.value(option).isEmpty() || !info.isDir())
        return wrongOption("workspace", parser.value(option),
                           historyText(QT_TRANSLATE_NOOP("Command", "a folder that exists")));
    return QDir::cleanPath(info.absoluteFilePath());
}

Result<std::set<InvocationStatus>> statusOption(const QCommandLineParser &parser)
{
    std::set<InvocationStatus> wanted;
    constexpr std::array all{InvocationStatus::Succeeded, InvocationStatus::Failed,
                             InvocationStatus::TimedOut, InvocationStatus::Stopped};
    for (const QString &name :
         parser.value(QStringLiteral("status")).split(u',', Qt::SkipEmptyParts)) {
        const auto *const found = std::find_if(all.begin(), all.end(), [&](InvocationStatus each) {
            return statusName(each) == name.trimmed();
        });
        if (found == all.end())
            return wrongOption(
                "status", name,
                historyText(QT_TRANSLATE_NOOP("Command",
                                              "success, error, timeout or stopped, with "
                                              "commas between them")));
        wanted.insert(*found);
    }
    return wanted;
}

} // namespace

void addHistoryWorkspace(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("workspace"),
                      historyText(QT_TRANSLATE_NOOP("Command",
                                                    "Folder whose history it is; here by "
                                                    "default.")),
                      QStringLiteral("folder")});
}

Result<RunStore> openHistory(const QCommandLineParser &parser)
{
    return startingFolder(parser).and_then([](const QString &folder) {
        return RunStore::open(RunStore::fileOf(historyWorkspaceOf(folder)),
                              RunStore::Missing::Refuse);
    });
}

Result<QString> historyFolderToChange(const QCommandLineParser &parser)
{
    const Result<QString> folder = startingFolder(parser);
    if (!folder || QFileInfo::exists(RunStore::fileOf(*folder)))
        return folder;
    const QString nearest = historyWorkspaceOf(*folder);
    if (QFileInfo::exists(RunStore::fileOf(nearest)))
        return failure(
            Error::Code::InvalidArgument,
            historyText(QT_TRANSLATE_NOOP("Command",
                                          "%1 has no history of its own; to change that of %2, "
                                          "say --workspace %2"))
                .arg(*folder, nearest));
    return parser.isSet(QStringLiteral("workspace")) ? *folder : nearest;
}

Result<RunStore> openHistoryToChange(const QCommandLineParser &parser, RunStore::Missing missing)
{
    const Result<QString> folder = historyFolderToChange(parser);
    if (!folder)
        return tl::make_unexpected(folder.error());
    if (missing == RunStore::Missing::Make) {
        if (const Result<QString> made = provideOwnDirectory(*folder); !made)
            return tl::make_unexpected(made.error());
    }
    return RunStore::open(RunStore::fileOf(*folder), missing);
}

void addHistoryFilter(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("function"),
         historyText(QT_TRANSLATE_NOOP("Command", "Only runs of this function.")),
         QStringLiteral("name")},
        {QStringLiteral("event"),
         historyText(QT_TRANSLATE_NOOP("Command",
                                       "Only runs whose event or fixture has this in its name.")),
         QStringLiteral("text")},
        {QStringLiteral("status"),
         historyText(QT_TRANSLATE_NOOP("Command",
                                       "Only runs that ended like this: "
                                       "success,error,timeout,stopped.")),
         QStringLiteral("status")},
        {QStringLiteral("cold"), historyText(QT_TRANSLATE_NOOP("Command", "Only cold starts."))},
        {QStringLiteral("warm"), historyText(QT_TRANSLATE_NOOP("Command", "Only warm runs."))},
        {QStringLiteral("text"),
         historyText(QT_TRANSLATE_NOOP("Command",
                                       "Only runs with these words, or words that begin like "
                                       "them, in their log.")),
         QStringLiteral("words")},
        {QStringLiteral("tag"),
         historyText(QT_TRANSLATE_NOOP("Command", "Only runs with this tag.")),
         QStringLiteral("tag")},
        {QStringLiteral("since"),
         historyText(QT_TRANSLATE_NOOP("Command",
                                       "Only runs from this time on: 30m, 2h or 7d ago, or "
                                       "2026-01-31T12:00.")),
         QStringLiteral("time")},
    });
}

Result<RunQuery> historyFilter(const QCommandLineParser &parser)
{
    RunQuery query;
    query.function = parser.value(QStringLiteral("function"));
    query.event = parser.value(QStringLiteral("event"));
    query.text = parser.value(QStringLiteral("text"));
    query.tag = parser.value(QStringLiteral("tag"));
    Result<std::set<InvocationStatus>> status = statusOption(parser);
    if (!status)
        return tl::make_unexpected(status.error());
    query.status = std::move(*status);
    const bool cold = parser.isSet(QStringLiteral("cold"));
    const bool warm = parser.isSet(QStringLiteral("warm"));
    if (cold && warm)
        return failure(
            Error::Code::InvalidArgument,
            historyText(QT_TRANSLATE_NOOP("Command", "--cold and --warm: give only one of them")));
    if (cold || warm)
        query.cold = cold;
    if (const QString since = parser.value(QStringLiteral("since")); !since.isEmpty()) {
        const Result<WallTime> time = timeFromText(since, std::chrono::system_clock::now());
        if (!time)
            return wrongOption(
                "since", since,
                historyText(QT_TRANSLATE_NOOP("Command", "30m, 2h, 7d or 2026-01-31T12:00")));
        query.since = *time;
    }
    return query;
}

Result<RunId> runNamed(const RunStore &store, const QString &name)
{
    RunQuery query;
    if (name == QLatin1String("last")) {
        query.limit = 1;
        const auto runs = store.query(query);
        if (!runs)
            return tl::make_unexpected(runs.error());
        if (runs->empty())
            return failure(Error::Code::NotFound, name);
        return runs->front().id;
    }
    bool isNumber = false;
    const RunId id = name.toLongLong(&isNumber);
    if (isNumber) {
        query.after = id + 1;
        query.newerThan = id - 1;
        const auto runs = store.query(query);
        if (!runs)
            return tl::make_unexpected(runs.error());
        if (!runs->empty())
            return id;
        query = {};
    }
    query.requestId = name;
    const auto runs = store.query(query);
    if (!runs)
        return tl::make_unexpected(runs.error());
    if (runs->empty())
        return failure(Error::Code::NotFound, name);
    for (const RunSummary &run : *runs) { // attempts of one event share its request id
        if (run.requestId != runs->front().requestId)
            return failure(
                Error::Code::InvalidArgument,
                historyText(QT_TRANSLATE_NOOP("Command", "\"%1\": several runs begin like this"))
                    .arg(name));
    }
    return runs->front().id;
}

Result<std::vector<RunId>> runsNamed(const RunStore &store, const QStringList &names)
{
    std::vector<RunId> ids;
    for (const QString &name : names) {
        const Result<RunId> id = runNamed(store, name);
        if (!id)
            return tl::make_unexpected(id.error());
        if (std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
    }
    return ids;
}

Result<int> limitOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(QStringLiteral("limit"));
    bool isNumber = false;
    const int limit = text.toInt(&isNumber);
    if (!isNumber || limit < 1)
        return wrongOption("limit", text,
                           historyText(QT_TRANSLATE_NOOP("Command", "a whole number from %1 to %2"))
                               .arg(1)
                               .arg(std::numeric_limits<int>::max()));
    return limit;
}

} // namespace coldframe::cli
