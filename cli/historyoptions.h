// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/history/runstore.h"

#include <QCommandLineParser>

namespace coldframe::cli {

/// --workspace, the same for every command of the history.
void addHistoryWorkspace(QCommandLineParser &parser);

/// The history that --workspace or the current folder has, or the nearest one above it, to read.
/// NotFound, with its file, when nothing was kept there yet; InvalidArgument when --workspace is no
/// folder.
Result<RunStore> openHistory(const QCommandLineParser &parser);

/// The folder whose history is to be changed: only the one that --workspace or the current folder
/// has itself. InvalidArgument, with what is above it, for one without a history below one that has
/// one, which is likely to be somebody's that was not meant.
Result<QString> historyFolderToChange(const QCommandLineParser &parser);

/// The history of that folder.
Result<RunStore> openHistoryToChange(const QCommandLineParser &parser, RunStore::Missing missing);

/// Which runs are wanted: --function, --event, --status, --cold, --warm, --text, --tag, --since.
void addHistoryFilter(QCommandLineParser &parser);
Result<RunQuery> historyFilter(const QCommandLineParser &parser);

/// A run by its number or the beginning of its request id, of which the newest counts, or "last";
/// NotFound or InvalidArgument when several requests begin like that.
Result<RunId> runNamed(const RunStore &store, const QString &name);

/// Several of them, each once, however often it is named.
Result<std::vector<RunId>> runsNamed(const RunStore &store, const QStringList &names);

/// --limit; InvalidArgument when it is no whole number above 0 that fits.
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
