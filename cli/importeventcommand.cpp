// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/eventsource.h"
#include "core/events/eventpaste.h"
#include "core/events/templatecatalogue.h"
#include "wording/pastetext.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

void addImportOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Command",
        "Print the event that a curl command, a copied event or a log line stands for. "
        "What was left out or assumed goes to standard error."));
    parser.addPositionalArgument(
        QStringLiteral("file"),
        QCoreApplication::translate("Command", "A file with the text; standard input without it."),
        QStringLiteral("[FILE|-]"));
    parser.addOption(
        {QStringLiteral("template"),
         QCoreApplication::translate("Command",
                                     "What a curl command becomes: apigw-http-v2, apigw-rest, "
                                     "function-url, alb or another template of a request."),
         QStringLiteral("id"), PasteTarget().templateId});
    parser.addOption({QStringLiteral("set"),
                      QCoreApplication::translate(
                          "Command", "Set a parameter of the template; may be repeated."),
                      QStringLiteral("name=value")});
}

Result<PasteTarget> targetOf(const QCommandLineParser &parser, const TemplateCatalogue &catalogue)
{
    PasteTarget target{parser.value(QStringLiteral("template")), {}};
    const auto eventTemplate = catalogue.find(target.templateId);
    if (!eventTemplate)
        return tl::make_unexpected(eventTemplate.error());
    for (const QString &setting : parser.values(QStringLiteral("set"))) {
        const auto pair = keyAndValue(setting);
        if (!pair)
            return tl::make_unexpected(pair.error());
        const auto parameter = findParameter(*eventTemplate, pair->first);
        if (!parameter)
            return tl::make_unexpected(parameter.error());
        const auto value = parseParameter(**parameter, pair->second);
        if (!value)
            return tl::make_unexpected(value.error());
        target.values.set(pair->first, *value);
    }
    return target;
}

} // namespace

ExitStatus runImportEvent(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    addImportOptions(parser);
    if (const auto over
        = parse(parser, QStringLiteral("import-event [FILE|-] [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() > 1)
        return fail(QCoreApplication::translate("Command", "Give one FILE, or none."),
                    surroundings);
    const auto catalogue = TemplateCatalogue::load(templatesDirectory(surroundings.dataDirectory));
    if (!catalogue)
        return fail(catalogue.error(), surroundings);
    const auto target = targetOf(parser, *catalogue);
    if (!target)
        return fail(target.error(), surroundings);
    const QString file = parser.positionalArguments().value(0, QStringLiteral("-"));
    const auto text = eventFromFile(file, surroundings.in);
    if (!text)
        return fail(text.error(), surroundings);
    const PasteResult pasted = pasteEvent(*text, *catalogue, *target);
    if (!pasted)
        return fail(pasteErrorText(pasted.error()), surroundings);
    surroundings.out << writeJson(*pasted->event, JsonLayout::Indented).toStdString() << '\n';
    surroundings.err << pasteSummary(*pasted).toStdString() << '\n';
    for (const PasteNote &note : pasted->notes)
        surroundings.err << pasteNoteText(note).toStdString() << '\n';
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
