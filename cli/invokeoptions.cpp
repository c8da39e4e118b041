// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invokeoptions.h"

#include "core/project/functiontarget.h"
#include "core/project/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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

tl::unexpected<Error> wrongOption(const char *name, const QString &value, const QString &accepted)
{
    return failure(Error::Code::InvalidArgument,
                   translated(QT_TRANSLATE_NOOP("Command", "--%1: \"%2\", it must be %3"))
                       .arg(QLatin1String(name), value, accepted));
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

Result<void> applyLimits(const QCommandLineParser &parser, FunctionConfig &function)
{
    if (const auto memory = valueOf(parser, "memory")) {
        bool number = false;
        function.memory = MebiBytes{memory->toInt(&number)};
        if (!number)
            return wrongOption("memory", *memory,
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
    return {};
}

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

} // namespace

void addInvokeOptions(QCommandLineParser &parser)
{
    parser.addPositionalArgument(
        QStringLiteral("target"),
        translated(QT_TRANSLATE_NOOP("Command",
                                     "FILE[:function], a folder, or the name of a function of "
                                     "the workspace.")),
        QStringLiteral("TARGET"));
    parser.addOptions({
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
                                      "nodejs20.x, python or nodejs.")),
         QStringLiteral("runtime")},
        {QStringLiteral("event"),
         translated(QT_TRANSLATE_NOOP("Command", "File with the event, or - for standard input.")),
         QStringLiteral("file")},
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
        {QStringLiteral("cost"),
         translated(QT_TRANSLATE_NOOP("Command", "Also print what the run would cost."))},
    });
    parser.addOption(outputOption());
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
    const Result<IsolationChoice> isolation = isolationOf(parser);
    if (!isolation)
        return tl::make_unexpected(isolation.error());
    options.request.isolation = *isolation;
    if (parser.isSet(QStringLiteral("cold")))
        options.request.start = StartChoice::ForceCold;
    options.cost = parser.isSet(QStringLiteral("cost"));

    const QString repeat = parser.value(QStringLiteral("repeat"));
    bool number = false;
    options.repeat = repeat.toInt(&number);
    if (!number || options.repeat < 1)
        return wrongOption("repeat", repeat,
                           translated(QT_TRANSLATE_NOOP("Command", "a whole number above 0")));
    return options;
}

} // namespace coldframe::cli
