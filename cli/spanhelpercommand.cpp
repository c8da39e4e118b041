// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "core/runtime/spanhelper.h"

#include <QCoreApplication>

#include <ostream>

namespace coldframe::cli {

ExitStatus runSpanHelper(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Put a file beside the code with which it names spans for the timeline, and "
        "which does nothing on Lambda."));
    parser.addPositionalArgument(QStringLiteral("language"),
                                 QCoreApplication::translate("Command", "python or nodejs."),
                                 QStringLiteral("LANGUAGE"));
    parser.addPositionalArgument(
        QStringLiteral("folder"),
        QCoreApplication::translate("Command", "The folder of the function's code."),
        QStringLiteral("FOLDER"));
    if (const auto over
        = parse(parser, QStringLiteral("span-helper LANGUAGE FOLDER"), arguments, surroundings))
        return *over;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return fail(QCoreApplication::translate("Command",
                                                "Give a LANGUAGE, python or nodejs, and "
                                                "the FOLDER of the function's code."),
                    surroundings);
    const Result<QString> added = addSpanHelper(given[0], given[1], surroundings.dataDirectory);
    if (!added)
        return fail(added.error(), surroundings);
    surroundings.out << added->toStdString() << '\n';
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
