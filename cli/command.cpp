// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/commandline.h"

#include <QCoreApplication>

#include <array>
#include <ostream>

namespace coldframe::cli {

namespace {

constexpr std::array commands{
    Command{"invoke", QT_TRANSLATE_NOOP("Command", "Run a function with one event."), runInvoke},
    Command{"probe",
            QT_TRANSLATE_NOOP("Command",
                              "Find out what an invocation leaves behind for the next one, and "
                              "whether results depend on it."),
            runProbe},
    Command{"tune",
            QT_TRANSLATE_NOOP("Command",
                              "Find the memory size at which a function is the cheapest or the "
                              "fastest."),
            runTune},
    Command{"test",
            QT_TRANSLATE_NOOP("Command",
                              "Run the events of a workspace and check what is expected of them."),
            runTest},
    Command{"cost",
            QT_TRANSLATE_NOOP("Command",
                              "Tell what a month of requests would cost, on both architectures "
                              "and against instances."),
            runCost},
    Command{"templates", QT_TRANSLATE_NOOP("Command", "List the event templates."), runTemplates},
    Command{"generate-event",
            QT_TRANSLATE_NOOP("Command", "Print a sample event made from a template."),
            runGenerateEvent},
    Command{"lint-event",
            QT_TRANSLATE_NOOP("Command", "Check events: what in them AWS would not send."),
            runLintEvent},
    Command{"import-event",
            QT_TRANSLATE_NOOP("Command",
                              "Print the event that a curl command, a copied event or a log line "
                              "stands for."),
            runImportEvent},
    Command{"fixtures",
            QT_TRANSLATE_NOOP("Command",
                              "Import events from other tools, and export them as commands."),
            runFixtures},
    Command{"history",
            QT_TRANSLATE_NOOP(
                "Command", "Search, compare and move the runs that a workspace's history keeps."),
            runHistory},
    Command{"compare",
            QT_TRANSLATE_NOOP("Command", "Put two runs, or two sets of runs, beside each other."),
            runCompare},
    Command{"report", QT_TRANSLATE_NOOP("Command", "Write a run or a comparison as one HTML page."),
            runReport},
    Command{"serve",
            QT_TRANSLATE_NOOP("Command", "Serve Lambda's API, for AWS SDKs and the AWS CLI."),
            runServe},
    Command{"span-helper",
            QT_TRANSLATE_NOOP("Command",
                              "Add the file with which a function names spans for the timeline."),
            runSpanHelper},
    Command{"doctor",
            QT_TRANSLATE_NOOP("Command",
                              "Show what was found on this computer, and which limits and figures "
                              "are enforced, measured, modelled or not emulated."),
            runDoctor},
};

void printUsage(std::ostream &stream)
{
    stream << QCoreApplication::translate("Command", "Usage: coldframe-cli COMMAND [OPTIONS]")
                  .toStdString()
           << "\n\n";
    for (const Command &command : commands) {
        const QString name = QString::fromLatin1(command.name).leftJustified(16);
        stream << "  " << name.toStdString()
               << QCoreApplication::translate("Command", command.summary).toStdString() << '\n';
    }
    stream << '\n'
           << QCoreApplication::translate(
                  "Command", "coldframe-cli COMMAND --help tells the options of a command.")
                  .toStdString()
           << '\n';
}

} // namespace

ExitStatus run(const QStringList &arguments, const Surroundings &surroundings)
{
    if (arguments.isEmpty()) {
        printUsage(surroundings.err);
        return ExitStatus::NotRun;
    }
    const QString &first = arguments.first();
    if (first == QStringLiteral("--version") || first == QStringLiteral("-v")) {
        surroundings.out << "coldframe-cli " << COLDFRAME_VERSION << '\n';
        return ExitStatus::Succeeded;
    }
    if (first == QStringLiteral("--help") || first == QStringLiteral("-h")) {
        printUsage(surroundings.out);
        return ExitStatus::Succeeded;
    }
    for (const Command &command : commands) {
        if (first == QLatin1String(command.name))
            return command.run(arguments.mid(1), surroundings);
    }
    return fail(QCoreApplication::translate(
                    "Command", "\"%1\" is no command. coldframe-cli --help lists them.")
                    .arg(first),
                surroundings);
}

} // namespace coldframe::cli
