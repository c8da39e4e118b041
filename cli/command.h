// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <iosfwd>

namespace coldframe::cli {

/// What scripts rely on.
enum class ExitStatus {
    Succeeded = 0,
    FunctionFailed = 1, ///< the function ran and failed, timed out or crashed
    ResultDepended = 1, ///< of `probe`: a result depended on leftover state
    ProblemsFound = 1, ///< of `lint-event`
    FixturesFailed = 1, ///< of `test`: not all fixtures passed
    NotRun = 2, ///< wrong usage, or nothing could be run
    Interrupted = 130, ///< of `test`: Ctrl+C, as shells tell it
};

/// Where a command reads and writes, and where Coldframe's files are: given, so that a test runs a
/// command without a process.
struct Surroundings
{
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
    QString dataDirectory;
    QString cacheDirectory;
    bool errIsTerminal = false; ///< a line of it may be written again
    bool keepsHistory = false; ///< runs go into the history of their workspace
    QString configDirectory = {}; ///< where the user's own prices are; empty for nowhere
    QDate today = QDate::currentDate(); ///< what the age of prices counts to
};

/// One subcommand; the arguments begin behind its name.
struct Command
{
    const char *name;
    const char *summary; ///< untranslated; context "Command"
    ExitStatus (*run)(const QStringList &arguments, const Surroundings &surroundings);
};

ExitStatus runInvoke(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runProbe(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runTune(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runTest(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runCost(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runTemplates(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runGenerateEvent(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runLintEvent(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runImportEvent(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runFixtures(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runHistory(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runCompare(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runReport(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runServe(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runSpanHelper(const QStringList &arguments, const Surroundings &surroundings);
ExitStatus runDoctor(const QStringList &arguments, const Surroundings &surroundings);

/// Finds the subcommand and runs it; the arguments begin with it. Also --help and --version.
ExitStatus run(const QStringList &arguments, const Surroundings &surroundings);

} // namespace coldframe::cli
