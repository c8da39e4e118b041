// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invokeoptions.h"

#include "cli/eventsource.h"
#include "cli/runkeeper.h"
#include "core/base/jsontext.h"
#include "core/project/functiontarget.h"
#include "core/project/workspace.h"
#include "core/runtime/environmentvariables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <limits>

namespace coldframe::cli {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

std::optional<QString> valueOf(const QCommandLineParser &parser, const char *name)
{
    const QString option = QLatin1String(name);
    return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
}

/// " (a, b, ...)" for an error; a workspace may have hundreds of functions.
QString knownFunctions(const Workspace &workspace)
{
    constexpr std::size_t mostNames = 8;
    QStringList names;
    for (const WorkspaceFunction &function : workspace.functions) {
        if (static_cast<std::size_t>(names.size()) == mostNames) {
            names.append(QStringLiteral("…"));
            break;
        }
        names.append(function.config.name);
    }
    return names.isEmpty() ? QString()
                           : QStringLiteral(" (%1)").arg(names.join(QStringLiteral(", ")));
}

Result<FunctionConfig> functionOfWorkspace(const QString &directory, const QString &name)
{
    const Result<Workspace> workspace = Workspace::read(directory);
    if (!workspace)
        return tl::make_unexpected(workspace.error());
    if (workspace->templateError)
        return tl::make_unexpected(*workspace->templateError);
    if (const WorkspaceFunction *function = workspace->function(name))
        return function->config;
    return failure(Error::Code::NotFound, name + knownFunctions(*workspace));
}

/// Whether a user who wrote this meant a file or folder, there or not.
bool looksLikePath(const QString &target)
{
    return target.contains(u'/') || target.contains(u'.') || QFileInfo::exists(target);
}

/// A path when there is one; a function's name otherwise, or first when --workspace is given.
Result<FunctionConfig> findFunction(const QCommandLineParser &parser)
{
    const QString target = parser.positionalArguments().first();
    const auto handler = valueOf(parser, "handler");
    const auto runtime = valueOf(parser, "runtime");
    if (handler)
        return functionFromFolder(target, handler, runtime);
    const auto workspace = valueOf(parser, "workspace");
    Result<FunctionConfig> function = !workspace && looksLikePath(target.section(u':', 0, 0))
        ? functionFromTarget(target)
        : functionOfWorkspace(workspace.value_or(QDir::currentPath()), target);
    if (function && runtime)
        function->runtime = *runtime;
    return function;
}

/// Levels are accepted in small letters too; a level of a template stays when none is given.
Result<void> applyLogLevel(const QCommandLineParser &parser, const char *option,
                           const LoggingConfig &logging, LogLevel &level)
{
    const auto name = valueOf(parser, option);
    if (!name)
        return {};
    const bool isSystem = &level == &logging.systemLevel;
    const std::optional<LogLevel> wanted = logLevelNamed(name->toUpper());
    if (!wanted || (isSystem && !isSystemLogLevel(*wanted)))
        return wrongOption(option, *name,
                           isSystem
                               ? translated(QT_TRANSLATE_NOOP("Command", "DEBUG, INFO or WARN"))
                               : translated(QT_TRANSLATE_NOOP(
                                   "Command", "TRACE, DEBUG, INFO, WARN, ERROR or FATAL")));
    if (logging.format == LogFormat::Text)
        return needsOther(option, "--log-format json");
    level = *wanted;
    return {};
}

Result<void> applyLogging(const QCommandLineParser &parser, LoggingConfig &logging)
{
    if (const auto format = valueOf(parser, "log-format")) {
        if (*format == QStringLiteral("text"))
            logging = LoggingConfig{}; // levels of a template would be refused with it
        else if (*format == QStringLiteral("json"))
            logging.format = LogFormat::Json;
        else
            return wrongOption("log-format", *format,
                               translated(QT_TRANSLATE_NOOP("Command", "text or json")));
    }
    return applyLogLevel(parser, "log-level", logging, logging.applicationLevel).and_then([&] {
        return applyLogLevel(parser, "system-log-level", logging, logging.systemLevel);
    });
}

/// A file with JSON, or the JSON itself, which begins with a brace.
Result<QByteArray> clientContextOf(const QCommandLineParser &parser)
{
    const auto value = valueOf(parser, "client-context");
    if (!value)
        return QByteArray();
    QByteArray context = value->toUtf8();
    if (!context.trimmed().startsWith('{')) {
        QFile file(*value);
        if (!file.exists())
            return failure(Error::Code::NotFound, *value);
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Code::Unreadable,
                           *value + QStringLiteral(": ") + file.errorString());
        context = file.readAll();
    }
    if (Result<void> json = checkJson(context); !json) {
        Error error = json.error();
        error.detail.prepend(QStringLiteral("--client-context: "));
        return tl::make_unexpected(error);
    }
    return context;
}

/// Where the user wants Lambda's ways or the computer's.
Result<void> applyEmulation(const QCommandLineParser &parser, InvocationRequest &request)
{
    if (parser.isSet(QStringLiteral("stream")))
        request.responseMode = ResponseMode::Streamed;
    request.emulation.freezesBetweenInvocations = !parser.isSet(QStringLiteral("no-freeze"));
    request.emulation.limitsCpu = parser.isSet(QStringLiteral("cpu-share"));
    request.emulation.traces = !parser.isSet(QStringLiteral("no-trace"));
    request.emulation.limitsBandwidth = parser.isSet(QStringLiteral("bandwidth-limit"));
    if (request.emulation.limitsBandwidth && request.responseMode != ResponseMode::Streamed)
        return needsOther("bandwidth-limit", "--stream");
    if (parser.isSet(QStringLiteral("snap-start")))
        request.function.snapStart = true;
    if (!parser.isSet(QStringLiteral("pass-credentials")))
        return {};
    request.emulation.credentials = CredentialsChoice::PassedThrough;
    const Result<Credentials> credentials
        = credentialsFor(CredentialsChoice::PassedThrough, usersVariables());
    if (!credentials)
        return tl::make_unexpected(credentials.error());
    if (!credentials->region.isEmpty())
        request.function.region = credentials->region;
    return {};
}

Result<void> applyLimits(const QCommandLineParser &parser, FunctionConfig &function)
{
    if (const auto memory = valueOf(parser, "memory")) {
        bool number = false;
        function.memory = MebiBytes{memory->toInt(&number)};
        if (!number)
            return wrongOption("memory", *memory,
                               translated(QT_TRANSLATE_NOOP("Command", "a whole number of MB")));
    }
    if (const auto storage = valueOf(parser, "ephemeral-storage")) {
        bool number = false;
        function.ephemeralStorage = MebiBytes{storage->toInt(&number)};
        if (!number)
            return wrongOption("ephemeral-storage", *storage,
                               translated(QT_TRANSLATE_NOOP("Command", "a whole number of MB")));
    }
    if (const auto timeout = valueOf(parser, "timeout")) {
        bool number = false;
        const double seconds = timeout->toDouble(&number);
        if (!number || !(seconds > 0) || seconds > double(limits::LongestTimeout.count()))
            return wrongOption("timeout", *timeout,
                               translated(QT_TRANSLATE_NOOP(
                                   "Command", "a number of seconds above 0 and up to 900")));
        function.timeout = std::chrono::milliseconds(qRound64(seconds * 1000));
    }
    for (const QString &setting : parser.values(QStringLiteral("env"))) {
        const auto pair = keyAndValue(setting);
        if (!pair)
            return tl::make_unexpected(pair.error());
        function.environment.insert_or_assign(pair->first, pair->second);
    }
    for (const QString &layer : parser.values(QStringLiteral("layer")))
        function.layers.append(QDir::cleanPath(QFileInfo(layer).absoluteFilePath()));
    return {};
}

/// Empty when no trace is wanted.
Result<QString> traceFileOf(const QCommandLineParser &parser)
{
    const auto file = valueOf(parser, "trace");
    if (!file)
        return QString();
    for (const char *other : {"--no-trace", "--asynchronous"}) {
        // By name: not every command knows the latter.
        if (parser.optionNames().contains(QLatin1String(other).sliced(2)))
            return notWith("trace", other);
    }
    if (file->isEmpty())
        return wrongOption("trace", *file,
                           translated(QT_TRANSLATE_NOOP("Command", "the name of a file")));
    return checkTargetFile("trace", *file).map([&] { return *file; });
}

} // namespace

Result<IsolationChoice> isolationOf(const QCommandLineParser &parser)
{
    const QString choice = parser.value(QStringLiteral("isolation"));
    if (choice == QStringLiteral("auto"))
        return IsolationChoice::Automatic;
    if (choice == QStringLiteral("bubblewrap"))
        return IsolationChoice::Bubblewrap;
    if (choice == QStringLiteral("none"))
        return IsolationChoice::None;
    return wrongOption("isolation", choice,
                       translated(QT_TRANSLATE_NOOP("Command", "auto, bubblewrap or none")));
}

void addInvokeOptions(QCommandLineParser &parser, const QStringList &hidden,
                      const QCommandLineOption &output)
{
    parser.addPositionalArgument(
        QStringLiteral("target"),
        translated(QT_TRANSLATE_NOOP("Command",
                                     "FILE[:function], a folder, or the name of a function of "
                                     "the workspace.")),
        QStringLiteral("TARGET"));
    QList<QCommandLineOption> options{
        {QStringLiteral("workspace"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Folder whose functions TARGET names; here by "
                                      "default.")),
         QStringLiteral("folder")},
        {QStringLiteral("handler"),
         translated(QT_TRANSLATE_NOOP("Command", "Handler of a folder, for example app.handler.")),
         QStringLiteral("handler")},
        {QStringLiteral("runtime"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Lambda runtime, for example python3.12, "
                                      "nodejs20.x, provided.al2023, python or nodejs.")),
         QStringLiteral("runtime")},
        {QStringLiteral("event"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "The event: JSON that begins with { or [, a file with it, or "
                                      "- for standard input.")),
         QStringLiteral("json|file")},
        {QStringLiteral("template"),
         translated(QT_TRANSLATE_NOOP("Command", "Make the event from this template.")),
         QStringLiteral("id")},
        {QStringLiteral("set"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Set a parameter of the template; may be "
                                      "repeated.")),
         QStringLiteral("name=value")},
        {QStringLiteral("cold"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Start a new execution environment for each "
                                      "run."))},
        {QStringLiteral("repeat"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Run the event this many times, one after the "
                                      "other.")),
         QStringLiteral("count"), QStringLiteral("1")},
        {QStringLiteral("timeout"),
         translated(QT_TRANSLATE_NOOP("Command", "The function's timeout.")),
         QStringLiteral("seconds")},
        {QStringLiteral("memory"),
         translated(QT_TRANSLATE_NOOP("Command", "The function's memory, 128 to 10240.")),
         QStringLiteral("MB")},
        {QStringLiteral("env"),
         translated(QT_TRANSLATE_NOOP("Command", "Set an environment variable; may be repeated.")),
         QStringLiteral("KEY=VALUE")},
        {QStringLiteral("isolation"),
         translated(QT_TRANSLATE_NOOP("Command", "auto, bubblewrap or none.")),
         QStringLiteral("kind"), QStringLiteral("auto")},
        {QStringLiteral("layer"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Folder or zip file for /opt, after those of the template; "
                                      "may be repeated.")),
         QStringLiteral("path")},
        {QStringLiteral("ephemeral-storage"),
         translated(QT_TRANSLATE_NOOP("Command", "The size of /tmp, 512 to 10240.")),
         QStringLiteral("MB")},
        {QStringLiteral("log-format"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "How the function's log is written: text or "
                                      "json.")),
         QStringLiteral("format")},
        {QStringLiteral("log-level"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Lowest level of the function's own lines, TRACE to FATAL; "
                                      "needs the log format json.")),
         QStringLiteral("level")},
        {QStringLiteral("system-log-level"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Lowest level of the platform's lines, DEBUG, INFO or WARN; "
                                      "needs the log format json.")),
         QStringLiteral("level")},
        {QStringLiteral("client-context"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "JSON for the context's client_context, or a file with "
                                      "it.")),
         QStringLiteral("json|file")},
        {QStringLiteral("stream"),
         translated(
             QT_TRANSLATE_NOOP("Command", "Take the response as it arrives, up to 200 MB."))},
        {QStringLiteral("bandwidth-limit"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Slow a streamed response down to Lambda's 2 MB/s after "
                                      "6 MB."))},
        {QStringLiteral("cpu-share"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Give CPU time in proportion to the memory, as Lambda "
                                      "does."))},
        {QStringLiteral("no-freeze"),
         translated(
             QT_TRANSLATE_NOOP("Command", "Let processes run on between the events of --repeat."))},
        {QStringLiteral("no-trace"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Measure neither imports nor what happens inside the "
                                      "handler."))},
        {QStringLiteral("trace"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Write where the time went into this file: for Perfetto, or "
                                      "for speedscope when its name ends in .speedscope.json.")),
         QStringLiteral("file")},
        {QStringLiteral("snap-start"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Start like a SnapStart function, with its restore hooks."))},
        {QStringLiteral("pass-credentials"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Give the function the AWS keys and the region of your own "
                                      "environment; it can then change your account."))},
        {QStringLiteral("cost"),
         translated(QT_TRANSLATE_NOOP("Command", "Also print what the run would cost."))},
    };
    for (QCommandLineOption &option : options) {
        if (hidden.contains(option.names().first()))
            option.setFlags(QCommandLineOption::HiddenFromHelp);
    }
    parser.addOptions(options);
    parser.addOption(output);
}

QString historyWorkspaceOf(const QCommandLineParser &parser)
{
    if (const auto workspace = valueOf(parser, "workspace"))
        return historyWorkspaceOf(*workspace);
    const QString path = parser.positionalArguments().first().section(u':', 0, 0);
    return historyWorkspaceOf(looksLikePath(path) ? path : QDir::currentPath());
}

QString eventNameOf(const QCommandLineParser &parser)
{
    const QString file = parser.value(QStringLiteral("event"));
    if (file == QStringLiteral("-") || isEventItself(file))
        return {};
    return file.isEmpty() ? parser.value(QStringLiteral("template"))
                          : QFileInfo(file).completeBaseName();
}

Result<InvokeOptions> readInvokeOptions(const QCommandLineParser &parser)
{
    InvokeOptions options;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return tl::make_unexpected(format.error());
    options.format = *format;
    const Result<FunctionConfig> function = findFunction(parser);
    if (!function)
        return tl::make_unexpected(function.error());
    options.request.function = *function;
    if (const Result<void> applied = applyLimits(parser, options.request.function); !applied)
        return tl::make_unexpected(applied.error());
    if (const Result<void> applied = applyLogging(parser, options.request.function.logging);
        !applied)
        return tl::make_unexpected(applied.error());
    if (const Result<void> applied = applyEmulation(parser, options.request); !applied)
        return tl::make_unexpected(applied.error());
    Result<QByteArray> context = clientContextOf(parser);
    if (!context)
        return tl::make_unexpected(context.error());
    options.request.clientContext = std::move(*context);
    const Result<IsolationChoice> isolation = isolationOf(parser);
    if (!isolation)
        return tl::make_unexpected(isolation.error());
    options.request.isolation = *isolation;
    if (parser.isSet(QStringLiteral("cold")))
        options.request.start = StartChoice::ForceCold;
    options.cost = parser.isSet(QStringLiteral("cost"));
    const Result<QString> trace = traceFileOf(parser);
    if (!trace)
        return tl::make_unexpected(trace.error());
    options.traceFile = *trace;

    const QString repeat = parser.value(QStringLiteral("repeat"));
    bool number = false;
    options.repeat = repeat.toInt(&number);
    if (!number || options.repeat < 1)
        return wrongOption("repeat", repeat,
                           translated(QT_TRANSLATE_NOOP("Command", "a whole number from %1 to %2"))
                               .arg(1)
                               .arg(std::numeric_limits<int>::max()));
    return options;
}

} // namespace coldframe::cli
