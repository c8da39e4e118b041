// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/fixturescommand.h"
#include "cli/testselection.h"
#include "core/base/filewriting.h"
#include "core/endpoint/lambdaendpoint.h"
#include "core/events/nearestname.h"
#include "core/fixtures/eventcommands.h"
#include "core/fixtures/fixtureplan.h"
#include "core/fixtures/fixturestore.h"
#include "core/fixtures/shareabletestevents.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <ostream>

namespace coldframe::cli {

namespace {

QString exportOptionText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

enum class ExportFormat { Curl, AwsCli, TestEvents };

struct ExportOptions
{
    ExportFormat format = ExportFormat::Curl;
    QString function; ///< empty: what the fixtures say
    QString url; ///< of another host for HTTP requests
    QString endpointUrl; ///< of a Lambda API
    QString to; ///< empty: standard output
    QString base; ///< a document that gets the events
    bool replaces = false;
};

void addExportOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("format"),
         exportOptionText(QT_TRANSLATE_NOOP("Command",
                                            "curl, aws-cli, or test-events (AWS's shareable test "
                                            "events).")),
         QStringLiteral("format")},
        {QStringLiteral("workspace"),
         exportOptionText(
             QT_TRANSLATE_NOOP("Command", "Folder with the fixtures; here by default.")),
         QStringLiteral("folder"), QStringLiteral(".")},
        {QStringLiteral("function"),
         exportOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Function to invoke, instead of the fixture's own; of "
                                            "test-events: only this one's.")),
         QStringLiteral("name")},
        {QStringLiteral("url"),
         exportOptionText(
             QT_TRANSLATE_NOOP("Command",
                               "Where curl sends HTTP requests, instead of the event's "
                               "own host, for example http://127.0.0.1:3000.")),
         QStringLiteral("address")},
        {QStringLiteral("endpoint-url"),
         exportOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Invoke the function through the Lambda API there, as "
                                            "`serve` offers it.")),
         QStringLiteral("address")},
        {QStringLiteral("to"),
         exportOptionText(
             QT_TRANSLATE_NOOP("Command",
                               "File to write, instead of standard output. One that is "
                               "there is only replaced with --force.")),
         QStringLiteral("file")},
        {QStringLiteral("base"),
         exportOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Document of test events that the events are added to; "
                                            "--to may be the same file.")),
         QStringLiteral("file")},
        {QStringLiteral("force"),
         exportOptionText(QT_TRANSLATE_NOOP("Command",
                                            "Replace the file, and events of the same name in the "
                                            "document."))},
    });
    parser.addPositionalArgument(
        QStringLiteral("fixtures"),
        exportOptionText(
            QT_TRANSLATE_NOOP("Command", "Names or files of events; all of them for test-events.")),
        QStringLiteral("[FIXTURES...]"));
}

Result<QString> addressOf(const QCommandLineParser &parser, const char *name)
{
    const QString text = parser.value(QLatin1String(name));
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp
        = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (text.isEmpty() || (url.isValid() && isHttp && !url.host().isEmpty() && !url.hasQuery()))
        return text;
    return wrongOption(name, text,
                       exportOptionText(QT_TRANSLATE_NOOP(
                           "Command", "an address that begins with http:// or https://")));
}

Result<ExportFormat> exportFormat(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("format")))
        return failure(Error::Code::InvalidArgument,
                       exportOptionText(QT_TRANSLATE_NOOP(
                           "Command", "give --format with curl, aws-cli or test-events")));
    const QString name = parser.value(QStringLiteral("format"));
    for (const auto &[format, word] :
         {std::pair(ExportFormat::Curl, "curl"), std::pair(ExportFormat::AwsCli, "aws-cli"),
          std::pair(ExportFormat::TestEvents, "test-events")}) {
        if (name == QLatin1String(word))
            return format;
    }
    return wrongOption(
        "format", name,
        exportOptionText(QT_TRANSLATE_NOOP("Command", "curl, aws-cli or test-events")));
}

Result<ExportOptions> readExportOptions(const QCommandLineParser &parser)
{
    ExportOptions options;
    const auto format = exportFormat(parser);
    if (!format)
        return tl::make_unexpected(format.error());
    options.format = *format;
    const auto url = addressOf(parser, "url");
    if (!url)
        return tl::make_unexpected(url.error());
    options.url = *url;
    const auto endpointUrl = addressOf(parser, "endpoint-url");
    if (!endpointUrl)
        return tl::make_unexpected(endpointUrl.error());
    options.endpointUrl = *endpointUrl;
    options.function = parser.value(QStringLiteral("function"));
    options.to = parser.value(QStringLiteral("to"));
    options.base = parser.value(QStringLiteral("base"));
    options.replaces = parser.isSet(QStringLiteral("force"));
    if (!options.url.isEmpty() && options.format != ExportFormat::Curl)
        return needsOther("url", "--format curl");
    if (!options.url.isEmpty() && !options.endpointUrl.isEmpty())
        return failure(Error::Code::InvalidArgument,
                       exportOptionText(QT_TRANSLATE_NOOP(
                           "Command", "--url and --endpoint-url: give only one of them")));
    if (!options.base.isEmpty() && options.format != ExportFormat::TestEvents)
        return needsOther("base", "--format test-events");
    return options;
}

/// The entry that an argument means: a file, a file of the workspace, or a name. The sidecar stands
/// for its event.
Result<FixtureEntry> entryOf(const QString &argument, const std::vector<FixtureEntry> &entries,
                             const QString &workspace)
{
    const QString absolute = QDir::cleanPath(QFileInfo(argument).absoluteFilePath());
    std::vector<FixtureEntry> found;
    QStringList names;
    for (const FixtureEntry &entry : entries) {
        for (const QString &file : {entry.file, sidecarOf(entry.file)}) {
            if (file == argument || QDir(workspace).filePath(file) == absolute)
                return entry;
        }
        if (entry.name == argument)
            found.push_back(entry);
        names.append(entry.name);
    }
    if (found.size() == 1)
        return found.front();
    if (found.size() > 1) {
        QStringList files;
        for (const FixtureEntry &entry : found)
            files.append(entry.file);
        return failure(Error::Code::InvalidArgument,
                       exportOptionText(QT_TRANSLATE_NOOP("Command",
                                                          "several events are called %1: %2; give "
                                                          "the file"))
                           .arg(argument, files.join(QStringLiteral(", "))));
    }
    const QString nearest = nearestName(argument, names);
    return failure(Error::Code::NotFound,
                   nearest.isEmpty()
                       ? argument
                       : exportOptionText(QT_TRANSLATE_NOOP("Command", "%1 (did you mean %2?)"))
                             .arg(argument, nearest));
}

Result<std::vector<LoadedFixture>> chosenFixtures(const QStringList &arguments,
                                                  const QString &workspace)
{
    const FixtureStore store(workspace);
    const auto entries = store.list();
    if (!entries)
        return tl::make_unexpected(entries.error());
    std::vector<FixtureEntry> chosen;
    for (const QString &argument : arguments) {
        const auto entry = entryOf(argument, *entries, workspace);
        if (!entry)
            return tl::make_unexpected(entry.error());
        chosen.push_back(*entry);
    }
    std::vector<LoadedFixture> fixtures;
    for (const FixtureEntry &entry : arguments.isEmpty() ? *entries : chosen) {
        auto loaded = store.load(entry.file);
        if (!loaded)
            return tl::make_unexpected(loaded.error());
        fixtures.push_back(std::move(*loaded));
    }
    return fixtures;
}

std::vector<FunctionConfig> configsOf(const Workspace &workspace)
{
    std::vector<FunctionConfig> functions;
    for (const WorkspaceFunction &function : workspace.functions)
        functions.push_back(function.config);
    return functions;
}

bool isForAsynchronous(const Fixture &fixture)
{
    return fixture.tags.contains(QString::fromLatin1(AsynchronousTag));
}

/// The function to invoke. A name of --function needs not be in the workspace: it may be in AWS.
Result<QString> functionOf(const Fixture &fixture, const Workspace &workspace,
                           const ExportOptions &options)
{
    if (!options.function.isEmpty())
        return options.function;
    const auto function = resolveFunction(fixture, configsOf(workspace));
    if (!function)
        return tl::make_unexpected(function.error());
    return function->name;
}

Result<QString> commandOf(const LoadedFixture &loaded, const Workspace &workspace,
                          const ExportOptions &options)
{
    const Fixture &fixture = loaded.fixture;
    const auto layout = CommandLayout::ManyLines;
    if (options.format == ExportFormat::Curl && options.endpointUrl.isEmpty()) {
        const auto event = parseJson(loaded.event);
        if (!event) {
            Error error = event.error();
            error.detail = fixture.file + QStringLiteral(": ") + error.detail;
            return tl::make_unexpected(std::move(error));
        }
        const auto request = httpRequestOf(*event);
        if (request && request->origin.isEmpty() && options.url.isEmpty())
            return failure(Error::Code::InvalidArgument,
                           exportOptionText(QT_TRANSLATE_NOOP("Command",
                                                              "%1: the event does not name its "
                                                              "host; give it with --url"))
                               .arg(fixture.file));
        if (request)
            return curlCommand(*request, options.url, layout);
        if (!options.url.isEmpty())
            return failure(Error::Code::InvalidArgument,
                           exportOptionText(QT_TRANSLATE_NOOP("Command",
                                                              "--url: %1 is no HTTP request; use "
                                                              "--endpoint-url to invoke the "
                                                              "function"))
                               .arg(fixture.file));
    }
    const auto function = functionOf(fixture, workspace, options);
    if (!function)
        return tl::make_unexpected(function.error());
    InvokeCall call{*function, loaded.event, options.endpointUrl, isForAsynchronous(fixture)};
    if (options.format == ExportFormat::AwsCli)
        return awsCliCommand(call, layout);
    if (call.endpointUrl.isEmpty())
        call.endpointUrl = QStringLiteral("http://127.0.0.1:%1").arg(LambdaEndpoint::UsualPort);
    return curlCommand(call, layout);
}

Result<QByteArray> commandsOf(const std::vector<LoadedFixture> &fixtures,
                              const Workspace &workspace, const ExportOptions &options)
{
    QStringList texts;
    for (const LoadedFixture &fixture : fixtures) {
        const auto command = commandOf(fixture, workspace, options);
        if (!command)
            return tl::make_unexpected(command.error());
        texts.append(fixtures.size() > 1
                         ? QStringLiteral("# %1\n%2\n").arg(fixture.fixture.file, *command)
                         : *command + u'\n');
    }
    return texts.join(u'\n').toUtf8();
}

Result<QByteArray> bytesOfBase(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

Result<QByteArray> documentOf(const std::vector<LoadedFixture> &fixtures,
                              const Workspace &workspace, const ExportOptions &options,
                              const Surroundings &surroundings)
{
    const auto base = bytesOfBase(options.base);
    if (!base)
        return tl::make_unexpected(base.error());
    std::vector<TestEvent> events;
    for (const LoadedFixture &loaded : fixtures) {
        const Fixture &fixture = loaded.fixture;
        if (!options.function.isEmpty()) {
            const auto function = resolveFunction(fixture, configsOf(workspace));
            if (!function || function->name != options.function)
                continue;
        }
        events.push_back(
            {fixture.name, loaded.event, fixture.description, isForAsynchronous(fixture)});
    }
    if (events.empty())
        return failure(Error::Code::InvalidArgument,
                       options.function.isEmpty()
                           ? exportOptionText(QT_TRANSLATE_NOOP(
                               "Command", "the workspace has no events to export"))
                           : exportOptionText(
                                 QT_TRANSLATE_NOOP("Command",
                                                   "--function: no event is for %1; say which with "
                                                   "\"function\" in its sidecar"))
                                 .arg(options.function));
    return writeTestEvents(events, *base, options.base,
                           options.replaces ? SameName::Replaced : SameName::Refused)
        .map([&surroundings](const TestEventDocument &document) {
            printNotes(document.notes, surroundings);
            return document.text;
        });
}

Result<void> writeExport(const QByteArray &text, const ExportOptions &options,
                         const Surroundings &surroundings)
{
    if (options.to.isEmpty()) {
        surroundings.out << text.toStdString();
        return {};
    }
    const bool isBase = !options.base.isEmpty()
        && QFileInfo(options.base).canonicalFilePath() == QFileInfo(options.to).canonicalFilePath();
    if (QFileInfo::exists(options.to) && !options.replaces && !isBase)
        return failure(Error::Code::InvalidArgument,
                       exportOptionText(QT_TRANSLATE_NOOP("Command",
                                                          "%1 is there already; give --force to "
                                                          "replace it, or another file"))
                           .arg(options.to));
    return writeFile(options.to, text);
}

/// --workspace, else the one that the first file belongs to, else the current folder.
QString exportWorkspace(const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    if (!parser.isSet(QStringLiteral("workspace")) && !arguments.isEmpty()
        && QFileInfo(arguments.first()).isFile())
        return workspaceOfPath(arguments.first());
    return parser.value(QStringLiteral("workspace"));
}

} // namespace

ExitStatus runFixturesExport(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(exportOptionText(QT_TRANSLATE_NOOP(
        "Command",
        "Write fixtures as curl commands, calls of the AWS CLI, or shareable test "
        "events.")));
    addExportOptions(parser);
    if (const auto over
        = parse(parser, QStringLiteral("fixtures export [FIXTURES...] --format FORMAT [OPTIONS]"),
                arguments, surroundings))
        return *over;
    const auto options = readExportOptions(parser);
    if (!options)
        return fail(options.error(), surroundings);
    const QStringList names = parser.positionalArguments();
    if (names.isEmpty() && options->format != ExportFormat::TestEvents)
        return fail(exportOptionText(QT_TRANSLATE_NOOP(
                        "Command", "Give the names or files of the events to export.")),
                    surroundings);
    const auto workspace = workspaceOf(exportWorkspace(parser));
    if (!workspace)
        return fail(workspace.error(), surroundings);
    const auto fixtures = chosenFixtures(names, workspace->directory);
    if (!fixtures)
        return fail(fixtures.error(), surroundings);
    const auto text = options->format == ExportFormat::TestEvents
        ? documentOf(*fixtures, *workspace, *options, surroundings)
        : commandsOf(*fixtures, *workspace, *options);
    if (!text)
        return fail(text.error(), surroundings);
    if (const auto written = writeExport(*text, *options, surroundings); !written)
        return fail(written.error(), surroundings);
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
