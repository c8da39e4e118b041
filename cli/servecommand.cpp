// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/invokeoptions.h"
#include "cli/terminationsignals.h"
#include "core/base/isotime.h"
#include "core/endpoint/lambdaendpoint.h"
#include "core/fixtures/eventcommands.h"
#include "core/invoker/eventqueue.h"
#include "core/invoker/localinvoker.h"
#include "core/project/owndirectory.h"
#include "core/project/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

#include <ostream>

namespace coldframe::cli {

namespace {

QString serveText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

Result<std::vector<FunctionConfig>> functionsOf(const QString &directory)
{
    const Result<Workspace> workspace = Workspace::read(directory);
    if (!workspace)
        return tl::make_unexpected(workspace.error());
    if (workspace->templateError)
        return tl::make_unexpected(*workspace->templateError);
    std::vector<FunctionConfig> functions;
    for (const WorkspaceFunction &function : workspace->functions)
        functions.push_back(function.config);
    return functions;
}

Result<quint16> portOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(QStringLiteral("port"));
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    if (isNumber)
        return port;
    return failure(Error::Code::InvalidArgument,
                   serveText(QT_TRANSLATE_NOOP(
                                 "Command", "--port: \"%1\", it must be a number from 0 to 65535"))
                       .arg(text));
}

void addServeOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("workspace"),
         serveText(QT_TRANSLATE_NOOP("Command", "Folder whose functions are served; here by "
                                                "default.")),
         QStringLiteral("folder"), QStringLiteral(".")},
        {QStringLiteral("port"),
         serveText(QT_TRANSLATE_NOOP("Command", "Port on 127.0.0.1; 0 picks a free one.")),
         QStringLiteral("number"), QString::number(LambdaEndpoint::UsualPort)},
        {QStringLiteral("call-each-other"),
         serveText(QT_TRANSLATE_NOOP("Command",
                                     "Let the functions' own SDK clients for Lambda find this "
                                     "endpoint, by AWS_ENDPOINT_URL_LAMBDA."))},
        {QStringLiteral("isolation"),
         serveText(QT_TRANSLATE_NOOP("Command", "auto, bubblewrap or none.")),
         QStringLiteral("kind"), QStringLiteral("auto")},
    });
}

/// Accepted events lie beside the workspace's other files of Coldframe, so that a restart goes on
/// with them.
Result<void> openQueue(EventQueue &queue, const QString &workspace)
{
    const Result<QString> folder = provideOwnDirectory(workspace);
    if (!folder)
        return tl::make_unexpected(folder.error());
    return queue.open(*folder + QStringLiteral("/events.sqlite"));
}

/// Everything that a user needs for a first call.
void printGreeting(const LambdaEndpoint &endpoint, const std::vector<FunctionConfig> &functions,
                   std::ostream &out)
{
    QStringList names;
    for (const FunctionConfig &function : functions)
        names.append(function.name);
    const QString url = endpoint.url();
    const QStringList lines{
        serveText(QT_TRANSLATE_NOOP("Command", "Lambda's API is served on %1 until Ctrl+C."))
            .arg(url),
        serveText(QT_TRANSLATE_NOOP("Command", "Functions: %1"))
            .arg(names.join(QStringLiteral(", "))),
        QStringLiteral("  ") + awsCliCommand({names.first(), {}, url}),
        QStringLiteral("  boto3.client(\"lambda\", endpoint_url=\"%1\", "
                       "region_name=\"us-east-1\", aws_access_key_id=\"x\", "
                       "aws_secret_access_key=\"x\")")
            .arg(url),
    };
    for (const QString &line : lines)
        out << line.toStdString() << '\n';
    out << std::flush;
}

void printServed(const ServedRequest &request, std::ostream &out)
{
    const double milliseconds
        = std::chrono::duration<double, std::milli>(request.duration).count();
    QStringList parts{QString::fromLatin1(isoTime(SystemClock().wallNow())),
                      request.operation.isEmpty() ? request.method + u' ' + request.path
                                                  : request.operation};
    if (!request.functionName.isEmpty())
        parts.append(request.functionName);
    parts.append(QString::number(request.status));
    if (!request.error.isEmpty())
        parts.append(request.error);
    parts.append(QStringLiteral("%1 ms").arg(milliseconds, 0, 'f', 1));
    parts.append(request.requestId);
    out << parts.join(u' ').toStdString() << '\n' << std::flush;
}

} // namespace

ExitStatus runServe(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(serveText(
        QT_TRANSLATE_NOOP("Command", "Serve Lambda's API, for AWS SDKs and the AWS CLI.")));
    addServeOptions(parser);
    if (const auto over = parse(parser, QStringLiteral("serve [OPTIONS]"), arguments, surroundings))
        return *over;
    if (!parser.positionalArguments().isEmpty())
        return fail(serveText(QT_TRANSLATE_NOOP("Command",
                                                "\"%1\" is not understood. Give the folder with "
                                                "--workspace."))
                        .arg(parser.positionalArguments().first()),
                    surroundings);
    const Result<quint16> port = portOf(parser);
    if (!port)
        return fail(port.error(), surroundings);
    const Result<IsolationChoice> isolation = isolationOf(parser);
    if (!isolation)
        return fail(isolation.error(), surroundings);
    const QString workspace = QDir(parser.value(QStringLiteral("workspace"))).absolutePath();
    const auto functions = functionsOf(workspace);
    if (!functions)
        return fail(functions.error(), surroundings);
    if (functions->empty())
        return fail(serveText(QT_TRANSLATE_NOOP("Command",
                                                "There is no function in %1. Give a folder with "
                                                "handlers or a template.yaml with --workspace."))
                        .arg(workspace),
                    surroundings);

    TerminationSignals termination;
    const SystemClock clock;
    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory,
                          LocalInvoker::Options::Thread::Callers});
    LambdaEndpoint::Options options;
    options.isolation = *isolation;
    options.callEachOther = parser.isSet(QStringLiteral("call-each-other"));
    const LambdaEndpoint *served = nullptr;
    EventQueue queue(
        invoker,
        [&served](const QString &name) {
            return served ? served->function(name) : std::nullopt;
        },
        clock);
    options.acceptEvent = [&queue](const InvocationRequest &request) {
        return queue.accept(request);
    };
    LambdaEndpoint endpoint(invoker, options, clock);
    endpoint.registry().setFunctions(*functions);
    served = &endpoint;
    QObject::connect(&queue, &EventQueue::skippedBy, &invoker, &Invoker::skip);
    QObject::connect(&endpoint, &LambdaEndpoint::eventInvokeConfigChanged, &queue,
                     &EventQueue::setConfig);
    QObject::connect(&endpoint, &LambdaEndpoint::concurrencyChanged, &queue,
                     &EventQueue::setConcurrency);
    if (const Result<void> opened = openQueue(queue, workspace); !opened)
        return fail(opened.error(), surroundings);
    if (const Result<quint16> listening = endpoint.start(*port); !listening)
        return fail(serveText(QT_TRANSLATE_NOOP("Command",
                                                "The port can't be used: %1. Choose another with "
                                                "--port, or 0 for a free one."))
                        .arg(listening.error().detail),
                    surroundings);
    QEventLoop loop;
    QObject::connect(&termination, &TerminationSignals::requested, &loop, &QEventLoop::quit);
    QObject::connect(&endpoint, &LambdaEndpoint::served, &loop,
                     [&surroundings](const ServedRequest &request) {
                         printServed(request, surroundings.out);
                     });
    printGreeting(endpoint, *functions, surroundings.out);
    loop.exec();
    endpoint.stop();
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
