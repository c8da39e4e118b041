// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/eventsource.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

ExitStatus runGenerateEvent(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command", "Print a sample event made from a template."));
    parser.addPositionalArgument(
        QStringLiteral("id"),
        QCoreApplication::translate("Command", "A template's id: coldframe-cli templates lists them."),
        QStringLiteral("ID"));
    parser.addOption({QStringLiteral("set"),
                      QCoreApplication::translate("Command", "Set a parameter; may be repeated."),
                      QStringLiteral("name=value")});
    if (const auto over
        = parse(parser, QStringLiteral("generate-event ID [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(QCoreApplication::translate("Command", "Give the id of one template."),
                    surroundings);
    const Result<OrderedJson> event
        = eventFromTemplate(surroundings.dataDirectory, parser.positionalArguments().first(),
                            parser.values(QStringLiteral("set")));
    if (!event)
        return fail(event.error(), surroundings);
    surroundings.out << writeJson(*event, JsonLayout::Indented).toStdString() << '\n';
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
