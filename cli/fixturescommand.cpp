// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fixturescommand.h"

#include "wording/exchangetext.h"

#include <QCoreApplication>

#include <array>
#include <ostream>

namespace coldframe::cli {

namespace {

constexpr std::array fixturesCommands{
    Command{
        "import",
        QT_TRANSLATE_NOOP("Command", "Make fixtures of the events that other tools keep in files."),
        runFixturesImport},
    Command{"export",
            QT_TRANSLATE_NOOP("Command",
                              "Write fixtures as curl commands, calls of the AWS CLI, or shareable "
                              "test events."),
            runFixturesExport},
};

void printFixturesUsage(std::ostream &stream)
{
    stream << QCoreApplication::translate("Command",
                                          "Usage: coldframe-cli fixtures COMMAND [OPTIONS]")
                  .toStdString()
           << "\n\n";
    for (const Command &command : fixturesCommands)
        stream << "  " << QString::fromLatin1(command.name).leftJustified(16).toStdString()
               << QCoreApplication::translate("Command", command.summary).toStdString() << '\n';
}

} // namespace

void printNotes(const std::vector<ExchangeNote> &notes, const Surroundings &surroundings)
{
    for (const ExchangeNote &note : notes)
        surroundings.err << exchangeNoteText(note).toStdString() << '\n';
}

Result<Workspace> workspaceOf(const QString &directory)
{
    Result<Workspace> workspace = Workspace::read(directory);
    if (workspace && workspace->templateError)
        return tl::make_unexpected(*workspace->templateError);
    return workspace;
}

ExitStatus runFixtures(const QStringList &arguments, const Surroundings &surroundings)
{
    if (arguments.isEmpty()) {
        printFixturesUsage(surroundings.err);
        return ExitStatus::NotRun;
    }
    const QString &first = arguments.first();
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h")) {
        printFixturesUsage(surroundings.out);
        return ExitStatus::Succeeded;
    }
    for (const Command &command : fixturesCommands) {
        if (first == QLatin1String(command.name))
            return command.run(arguments.mid(1), surroundings);
    }
    return fail(QCoreApplication::translate("Command",
                                            "\"%1\" is no command of fixtures. coldframe-cli "
                                            "fixtures --help lists them.")
                    .arg(first),
                surroundings);
}

} // namespace coldframe::cli
