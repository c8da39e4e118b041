// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/eventsource.h"
#include "cli/fixturescommand.h"
#include "core/fixtures/eventimport.h"
#include "wording/errortext.h"
#include "wording/exchangetext.h"

#include <QCoreApplication>
#include <QDir>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

QString importOptionText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

void addFixturesImportOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("workspace"),
         importOptionText(
             QT_TRANSLATE_NOOP("Command", "Folder that gets the fixtures; here by default.")),
         QStringLiteral("folder"), QStringLiteral(".")},
        {QStringLiteral("into"),
         importOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Folder of events in the workspace; its last part has "
                                            "to be \"events\".")),
         QStringLiteral("folder"), QStringLiteral("events")},
        {QStringLiteral("format"),
         importOptionText(
             QT_TRANSLATE_NOOP("Command",
                               "What the files are: auto, event (plain events), test-events "
                               "(AWS's shareable test events) or launch (a launch.json).")),
         QStringLiteral("format"), QStringLiteral("auto")},
        {QStringLiteral("function"),
         importOptionText(QT_TRANSLATE_NOOP("Command", "Function that all of them are for.")),
         QStringLiteral("name")},
        {QStringLiteral("force"),
         importOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Replace events of the same name, instead of choosing "
                                            "another name. What they expect stays."))},
        {QStringLiteral("dry-run"),
         importOptionText(
             QT_TRANSLATE_NOOP("Command", "Say what would happen, and write nothing."))},
        outputOption(),
    });
    parser.addPositionalArgument(QStringLiteral("sources"),
                                 importOptionText(QT_TRANSLATE_NOOP(
                                     "Command",
                                     "Files, folders, or - for standard input. Of a project's "
                                     "folder: events/*.json, .vscode/launch.json and "
                                     ".lambda-test-tool/SavedRequests.")),
                                 QStringLiteral("SOURCES..."));
}

Result<ExchangeFormat> importFormat(const QCommandLineParser &parser)
{
    const QString name = parser.value(QStringLiteral("format"));
    for (const auto &[format, word] :
         {std::pair(ExchangeFormat::Automatic, "auto"), std::pair(ExchangeFormat::Event, "event"),
          std::pair(ExchangeFormat::TestEvents, "test-events"),
          std::pair(ExchangeFormat::LaunchConfigurations, "launch")}) {
        if (name == QLatin1String(word))
            return format;
    }
    return wrongOption(
        "format", name,
        importOptionText(QT_TRANSLATE_NOOP("Command", "auto, event, test-events or launch")));
}

/// Fixtures are only found in folders of this name.
Result<QString> importFolder(const QCommandLineParser &parser)
{
    const QString folder = QDir::cleanPath(parser.value(QStringLiteral("into")));
    const bool leavesWorkspace = QDir::isAbsolutePath(folder) || folder == QStringLiteral("..")
        || folder.startsWith(QStringLiteral("../"));
    if (!leavesWorkspace && folder.split(u'/').last() == QStringLiteral("events"))
        return folder;
    return wrongOption("into", folder,
                       importOptionText(QT_TRANSLATE_NOOP(
                           "Command", "a folder called events, relative to the workspace")));
}

Result<ImportedEvents> readSource(const QString &source, ExchangeFormat format,
                                  const Surroundings &surroundings)
{
    if (source != QStringLiteral("-"))
        return readEventsOf(source, format);
    return eventFromFile(source, surroundings.in).and_then([&](const QByteArray &text) {
        return readEventsIn(text, source, format);
    });
}

const char *outcomeWord(ImportedFixture::Outcome outcome)
{
    switch (outcome) {
    case ImportedFixture::Outcome::Created:
        return "created";
    case ImportedFixture::Outcome::Replaced:
        return "replaced";
    case ImportedFixture::Outcome::AlreadyThere:
        return "unchanged";
    }
    return "";
}

QString outcomeText(const ImportedFixture &fixture)
{
    switch (fixture.outcome) {
    case ImportedFixture::Outcome::Created:
        return importOptionText(QT_TRANSLATE_NOOP("Command", "%1: created")).arg(fixture.file);
    case ImportedFixture::Outcome::Replaced:
        return importOptionText(QT_TRANSLATE_NOOP("Command", "%1: replaced")).arg(fixture.file);
    case ImportedFixture::Outcome::AlreadyThere:
        return importOptionText(QT_TRANSLATE_NOOP("Command", "%1: the same event is there already"))
            .arg(fixture.file);
    }
    return {};
}

void printImported(const std::vector<ImportedFixture> &fixtures, const ImportedEvents &events,
                   OutputFormat format, const Surroundings &surroundings)
{
    if (format == OutputFormat::Text) {
        printNotes(events.notes, surroundings);
        for (const ImportedFixture &fixture : fixtures)
            surroundings.out << outcomeText(fixture).toStdString() << '\n';
        return;
    }
    OrderedJson list = OrderedJson::array();
    for (const ImportedFixture &fixture : fixtures)
        list.push_back({{"name", fixture.name.toStdString()},
                        {"file", fixture.file.toStdString()},
                        {"outcome", outcomeWord(fixture.outcome)}});
    OrderedJson notes = OrderedJson::array();
    for (const ExchangeNote &note : events.notes)
        notes.push_back(exchangeNoteText(note).toStdString());
    surroundings.out
        << writeJson({{"fixtures", list}, {"notes", notes}}, JsonLayout::Indented).toStdString()
        << '\n';
}

/// Everything is read before anything is written.
Result<ImportedEvents> readSources(const QCommandLineParser &parser, ExchangeFormat format,
                                   const Workspace &workspace, const Surroundings &surroundings)
{
    ImportedEvents events;
    for (const QString &source : parser.positionalArguments()) {
        auto read = readSource(source, format, surroundings);
        if (!read)
            return tl::make_unexpected(read.error());
        events.append(std::move(*read));
    }
    if (const QString name = parser.value(QStringLiteral("function")); !name.isEmpty()) {
        if (!workspace.function(name))
            return failure(Error::Code::NotFound, name);
        for (ImportedEvent &event : events.events)
            event.function = name;
    }
    resolveFunctions(events, workspace);
    return events;
}

} // namespace

ExitStatus runFixturesImport(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(importOptionText(QT_TRANSLATE_NOOP(
        "Command", "Make fixtures of the events that other tools keep in files.")));
    addFixturesImportOptions(parser);
    if (const auto over = parse(parser, QStringLiteral("fixtures import SOURCES... [OPTIONS]"),
                                arguments, surroundings))
        return *over;
    if (parser.positionalArguments().isEmpty())
        return fail(importOptionText(QT_TRANSLATE_NOOP(
                        "Command", "Give the files or folders whose events are to be imported.")),
                    surroundings);
    const auto output = outputFormat(parser);
    if (!output)
        return fail(output.error(), surroundings);
    const auto format = importFormat(parser);
    if (!format)
        return fail(format.error(), surroundings);
    const auto folder = importFolder(parser);
    if (!folder)
        return fail(folder.error(), surroundings);
    const auto workspace = workspaceOf(parser.value(QStringLiteral("workspace")));
    if (!workspace)
        return fail(workspace.error(), surroundings);
    const auto events = readSources(parser, *format, *workspace, surroundings);
    if (!events)
        return fail(events.error(), surroundings);

    EventImportOptions options;
    options.folder = *folder;
    options.replaces = parser.isSet(QStringLiteral("force"));
    options.writes = !parser.isSet(QStringLiteral("dry-run"));
    const FixtureStore store(workspace->directory);
    std::vector<ImportedFixture> fixtures;
    std::vector<Error> errors = events->errors;
    for (const ImportedEvent &event : events->events) {
        const auto imported = importEvent(store, event, options);
        if (imported)
            fixtures.push_back(*imported);
        else
            errors.push_back(imported.error());
    }
    printImported(fixtures, *events, *output, surroundings);
    for (const Error &error : errors)
        fail(error, surroundings);
    return errors.empty() ? ExitStatus::Succeeded : ExitStatus::NotRun;
}

} // namespace coldframe::cli
