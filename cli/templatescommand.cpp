// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/eventsource.h"
#include "core/events/templatecatalogue.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace coldframe::cli {

namespace {

OrderedJson parameterToJson(const EventParameter &parameter)
{
    OrderedJson json = {{"name", parameter.name.toStdString()},
                        {"type", parameterTypeName(parameter.type).toStdString()},
                        {"label", parameter.label.toStdString()},
                        {"help", parameter.help.toStdString()},
                        {"accepts", acceptedValues(parameter).toStdString()},
                        {"default", *parameter.defaultValue}};
    for (const QString &choice : parameter.choices)
        json["choices"].push_back(choice.toStdString());
    if (parameter.minimum)
        json["minimum"] = *parameter.minimum;
    if (parameter.maximum)
        json["maximum"] = *parameter.maximum;
    return json;
}

OrderedJson templateToJson(const EventTemplate &eventTemplate)
{
    OrderedJson parameters = OrderedJson::array();
    for (const EventParameter &parameter : eventTemplate.parameters)
        parameters.push_back(parameterToJson(parameter));
    OrderedJson keywords = OrderedJson::array();
    for (const QString &keyword : eventTemplate.keywords)
        keywords.push_back(keyword.toStdString());
    return {{"id", eventTemplate.id.toStdString()},
            {"service", eventTemplate.service.toStdString()},
            {"title", eventTemplate.title.toStdString()},
            {"summary", eventTemplate.summary.toStdString()},
            {"keywords", keywords},
            {"parameters", parameters}};
}

} // namespace

ExitStatus runTemplates(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command", "List the event templates."));
    parser.addOption(outputOption());
    parser.addPositionalArgument(
        QStringLiteral("words"),
        QCoreApplication::translate("Command", "Only templates that have all these words."),
        QStringLiteral("[WORDS...]"));
    if (const auto over
        = parse(parser, QStringLiteral("templates [WORDS...] [OPTIONS]"), arguments, surroundings))
        return *over;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return fail(format.error(), surroundings);
    const auto catalogue = TemplateCatalogue::load(templatesDirectory(surroundings.dataDirectory));
    if (!catalogue)
        return fail(catalogue.error(), surroundings);

    const auto templates = catalogue->search(parser.positionalArguments().join(u' '));
    if (*format == OutputFormat::Json) {
        OrderedJson all = OrderedJson::array();
        for (const EventTemplate &eventTemplate : templates)
            all.push_back(templateToJson(eventTemplate));
        surroundings.out << writeJson(all, JsonLayout::Indented).toStdString() << '\n';
        return ExitStatus::Succeeded;
    }
    if (templates.empty())
        return fail(QCoreApplication::translate("Command", "No template has all these words: %1")
                        .arg(parser.positionalArguments().join(u' ')),
                    surroundings);
    int width = 0;
    for (const EventTemplate &eventTemplate : templates)
        width = std::max(width, static_cast<int>(eventTemplate.id.size()) + 2);
    for (const EventTemplate &eventTemplate : templates) {
        QStringList names;
        for (const EventParameter &parameter : eventTemplate.parameters)
            names.append(parameter.name);
        surroundings.out << eventTemplate.id.leftJustified(width).toStdString()
                         << eventTemplate.service.toStdString() << ": "
                         << eventTemplate.title.toStdString() << '\n'
                         << QString(width, u' ').toStdString() << "--set "
                         << names.join(QStringLiteral(", ")).toStdString() << '\n';
    }
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
