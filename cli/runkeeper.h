// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/history/runrecorder.h"

#include <QCommandLineParser>

#include <memory>
#include <optional>

namespace coldframe::cli {

/// --no-history, the same for every command that runs functions.
QCommandLineOption noHistoryOption();

/// The workspace whose history a path's runs belong to: the path itself or the nearest folder above
/// it that has a history already, else the one whose functions they are (see workspaceOfPath()).
QString historyWorkspaceOf(const QString &path);

/// Keeps the runs of a command in the history of a workspace. Where that does not work, one
/// remark on standard error says so; it is no failure of the command.
class RunKeeper
{
public:
    /// Keeps nothing without a workspace.
    RunKeeper(const QString &workspaceDirectory, const Surroundings &surroundings);

    /// Waits until all runs are written.
    ~RunKeeper();

    void keep(const InvocationRecord &record, RunMetadata metadata);

private:
    const Surroundings &m_surroundings;
    std::optional<Error> m_error; ///< of the recorder's thread, until it has ended
    std::unique_ptr<RunRecorder> m_recorder;
};

/// Where the runs of a command are kept: nowhere with --no-history, or where no history is wanted.
QString keptIn(const QString &workspaceDirectory, const QCommandLineParser &parser,
               const Surroundings &surroundings);

} // namespace coldframe::cli
