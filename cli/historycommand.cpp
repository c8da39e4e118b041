// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/historyoptions.h"

#include <QCoreApplication>

#include <array>
#include <ostream>

namespace coldframe::cli {

namespace {

constexpr std::array historyCommands{
    Command{"list", QT_TRANSLATE_NOOP("Command", "List runs, the newest first."), runHistoryList},
    Command{"show", QT_TRANSLATE_NOOP("Command", "Print a run again, with its log and response."),
            runHistoryShow},
    Command{"trend",
            QT_TRANSLATE_NOOP("Command",
                              "Show how a figure of a function changed, and whether it differs "
                              "from the baseline."),
            runHistoryTrend},
    Command{"baseline",
            QT_TRANSLATE_NOOP("Command",
                              "Mark runs as what later runs of their functions are compared "
                              "with."),
            runHistoryBaseline},
    Command{"tag", QT_TRANSLATE_NOOP("Command", "Give a run a tag, or take it away."),
            runHistoryTag},
    Command{"export", QT_TRANSLATE_NOOP("Command", "Write runs as lines of JSON."),
            runHistoryExport},
    Command{"import", QT_TRANSLATE_NOOP("Command", "Add runs that were exported."),
            runHistoryImport},
    Command{"remove", QT_TRANSLATE_NOOP("Command", "Remove single runs."), runHistoryRemove},
    Command{"clear", QT_TRANSLATE_NOOP("Command", "Remove all runs."), runHistoryClear},
};

void printHistoryUsage(std::ostream &stream)
{
    stream << QCoreApplication::translate("Command",
                                          "Usage: coldframe-cli history COMMAND [OPTIONS]")
                  .toStdString()
           << "\n\n";
    for (const Command &command : historyCommands)
        stream << "  " << QString::fromLatin1(command.name).leftJustified(16).toStdString()
               << QCoreApplication::translate("Command", command.summary).toStdString() << '\n';
}

} // namespace

ExitStatus runHistory(const QStringList &arguments, const Surroundings &surroundings)
{
    if (arguments.isEmpty()) {
        printHistoryUsage(surroundings.err);
        return ExitStatus::NotRun;
    }
    const QString &first = arguments.first();
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h")) {
        printHistoryUsage(surroundings.out);
        return ExitStatus::Succeeded;
    }
    for (const Command &command : historyCommands) {
        if (first == QLatin1String(command.name))
            return command.run(arguments.mid(1), surroundings);
    }
    return fail(QCoreApplication::translate("Command",
                                            "\"%1\" is no command of history. coldframe-cli "
                                            "history --help lists them.")
                    .arg(first),
                surroundings);
}

} // namespace coldframe::cli
