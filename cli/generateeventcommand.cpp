// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/eventsource.h"
#include "core/events/eventwrapper.h"
#include "core/events/templatecatalogue.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

const QLatin1String setName("set");
const QLatin1String throughName("through");
const QLatin1String rawName("raw");

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Print a sample event made from a template. With an id, --help tells the template's "
        "parameters; each of them is an option, too."));
    parser.addPositionalArgument(
        QStringLiteral("id"),
        QCoreApplication::translate("Command",
                                    "A template's id: coldframe-cli templates lists them."),
        QStringLiteral("ID"));
    parser.addOption({setName,
                      QCoreApplication::translate("Command", "Set a parameter; may be repeated."),
                      QStringLiteral("name=value")});
    parser.addOption({throughName,
                      QCoreApplication::translate(
                          "Command",
                          "Bring the event by other services, named in the order in which they "
                          "carry it: one or more of %1.")
                          .arg(carrierIds().join(QStringLiteral(", "))),
                      QStringLiteral("services")});
    parser.addOption(
        {rawName,
         QCoreApplication::translate("Command", "With --through: SNS delivers the bare message.")});
}

QString parameterDescription(const EventParameter &parameter)
{
    const QString text = parameterText(parameter, *parameter.defaultValue);
    return QCoreApplication::translate("Command", "%1 Type: %2. Accepts: %3. Default: %4")
        .arg(parameter.help, parameterTypeName(parameter.type), acceptedValues(parameter),
             text.isEmpty() ? QCoreApplication::translate("Command", "empty") : text);
}

/// Parameters as options of their own: --queue orders. One that has the name of another option can
/// only be set.
QStringList addParameters(QCommandLineParser &parser, const EventTemplate &eventTemplate)
{
    const QStringList taken{setName, throughName, rawName, QStringLiteral("help"),
                            QStringLiteral("h")};
    QStringList added;
    for (const EventParameter &parameter : eventTemplate.parameters) {
        if (taken.contains(parameter.name))
            continue;
        parser.addOption(
            {parameter.name, parameterDescription(parameter), parameterTypeName(parameter.type)});
        added.append(parameter.name);
    }
    parser.setApplicationDescription(
        QStringLiteral("%1: %2\n%3")
            .arg(eventTemplate.service, eventTemplate.title, eventTemplate.summary));
    return added;
}

/// The template that the arguments name. Its options are not known yet, so their values look like
/// further ids.
std::optional<EventTemplate> namedTemplate(const TemplateCatalogue &catalogue,
                                           const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.parse(QStringList{QString()} + arguments);
    for (const QString &id : parser.positionalArguments()) {
        if (const auto eventTemplate = catalogue.find(id))
            return *eventTemplate;
    }
    return std::nullopt;
}

/// A mistyped option is a mistyped parameter.
std::optional<Error> unknownParameter(const EventTemplate &eventTemplate,
                                      const QCommandLineParser &parser)
{
    for (const QString &name : parser.unknownOptionNames()) {
        if (const auto parameter = findParameter(eventTemplate, name); !parameter)
            return parameter.error();
    }
    return std::nullopt;
}

Result<std::vector<Carrier>> carriersIn(const QString &text)
{
    const QString allowed = QCoreApplication::translate("Command", "one or more of %1")
                                .arg(carrierIds().join(QStringLiteral(", ")));
    std::vector<Carrier> carriers;
    for (const QString &id : text.split(u',', Qt::SkipEmptyParts)) {
        const auto carrier = carrierWithId(id.trimmed().toLower());
        if (!carrier)
            return wrongOption("through", id, allowed);
        carriers.push_back(*carrier);
    }
    if (carriers.empty())
        return wrongOption("through", text, allowed);
    return carriers;
}

Result<OrderedJson> generatedEvent(const TemplateCatalogue &catalogue,
                                   const EventTemplate &eventTemplate, const QStringList &settings,
                                   const QCommandLineParser &parser)
{
    const auto carriers = parser.isSet(throughName) ? carriersIn(parser.value(throughName))
                                                    : Result<std::vector<Carrier>>();
    if (!carriers)
        return tl::make_unexpected(carriers.error());
    WrapOptions options;
    options.raw = parser.isSet(rawName);
    if (options.raw && carriers->empty())
        return needsOther("raw", "--through");
    return eventFromTemplate(eventTemplate, settings).and_then([&](const OrderedJson &event) {
        return wrapEvent(catalogue, event, *carriers, options);
    });
}

} // namespace

ExitStatus runGenerateEvent(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    describe(parser);
    const auto catalogue = TemplateCatalogue::load(templatesDirectory(surroundings.dataDirectory));
    const auto eventTemplate = catalogue ? namedTemplate(*catalogue, arguments) : std::nullopt;
    QString usage = QStringLiteral("generate-event ID [OPTIONS]");
    QStringList parameters;
    if (eventTemplate) {
        parameters = addParameters(parser, *eventTemplate);
        usage = QStringLiteral("generate-event %1 [OPTIONS]").arg(eventTemplate->id);
        QCommandLineParser trial;
        describe(trial);
        addParameters(trial, *eventTemplate);
        trial.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
        trial.parse(QStringList{QString()} + arguments);
        if (const auto error = unknownParameter(*eventTemplate, trial))
            return fail(*error, surroundings);
    }
    // Without a template none of its options is known: the id is what is wrong.
    const bool isIdWrong = catalogue && !eventTemplate && !arguments.isEmpty()
        && !arguments.first().startsWith(u'-') && !arguments.contains(QStringLiteral("--help"))
        && !arguments.contains(QStringLiteral("-h"));
    if (isIdWrong)
        return fail(catalogue->find(arguments.first()).error(), surroundings);
    if (const auto over = parse(parser, usage, arguments, surroundings))
        return *over;
    if (!catalogue)
        return fail(catalogue.error(), surroundings);
    if (parser.positionalArguments().size() != 1)
        return fail(QCoreApplication::translate("Command", "Give the id of one template."),
                    surroundings);
    if (!eventTemplate)
        return fail(catalogue->find(parser.positionalArguments().first()).error(), surroundings);

    QStringList settings = parser.values(setName);
    for (const QString &name : parameters) {
        for (const QString &value : parser.values(name))
            settings.append(name + u'=' + value);
    }
    const Result<OrderedJson> event = generatedEvent(*catalogue, *eventTemplate, settings, parser);
    if (!event)
        return fail(event.error(), surroundings);
    surroundings.out << writeJson(*event, JsonLayout::Indented).toStdString() << '\n';
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
