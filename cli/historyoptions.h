// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/history/runstore.h"

#include <QCommandLineParser>

namespace coldframe::cli {

/// --workspace, the same for every command of the history.
void addHistoryWorkspace(QCommandLineParser &parser);

/// The history that --workspace or the current folder has. NotFound, with the workspace's folder,
/// when nothing was kept there yet and Missing::Refuse.
Result<RunStore> openHistory(const QCommandLineParser &parser, RunStore::Missing missing);

/// Which runs are wanted: --function, --event, --status, --cold, --warm, --text, --tag, --since.
void addHistoryFilter(QCommandLineParser &parser);
Result<RunQuery> historyFilter(const QCommandLineParser &parser);

/// A run by its number or the beginning of its request id, of which the newest counts, or "last";
/// NotFound or InvalidArgument when several requests begin like that.
Result<RunId> runNamed(const RunStore &store, const QString &name);

/// Several of them, each once, however often it is named.
Result<std::vector<RunId>> runsNamed(const RunStore &store, const QStringList &names);

/// --limit; InvalidArgument when it is no whole number above 0.
Result<int> limitOf(const QCommandLineParser &parser);

// The commands of `history`.
ExitStatus runHistoryList(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryShow(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryTrend(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryTag(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryBaseline(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryExport(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryImport(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryRemove(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistoryClear(const QStringList &arguments, const Surroundings &surroundings);

} // namespace coldframe::cli
