// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asynchronousrun.h"
#include "cli/eventsource.h"
#include "cli/invokeoptions.h"
#include "cli/recordprinter.h"
#include "cli/runkeeper.h"
#include "core/base/filewriting.h"
#include "core/base/identifier.h"
#include "core/invoker/localinvoker.h"
#include "core/timeline/traceexport.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>

namespace coldframe::cli {

namespace {

/// Where the functions lie that destinations name.
QString workspaceOf(const QCommandLineParser &parser)
{
    const QString option = QStringLiteral("workspace");
    return parser.isSet(option) ? parser.value(option) : QDir::currentPath();
}

/// Runs one event to its end; the program has nothing else to do meanwhile.
Result<InvocationRecord> waitFor(Invoker &invoker, InvocationRequest request,
                                 RecordPrinter &printer)
{
    request.requestId = newUuid();
    QEventLoop loop;
    Result<InvocationRecord> result = failure(Error::Code::Cancelled);
    const auto logging
        = QObject::connect(&invoker, &Invoker::logAppended, &loop,
                           [&printer](const QString &, const std::vector<LogLine> &lines) {
                               printer.printLines(lines);
                           });
    const auto streaming = QObject::connect(
        &invoker, &Invoker::responseAppended, &loop,
        [&printer](const QString &, const QByteArray &part) { printer.printPart(part); });
    whenDone(invoker.invoke(request), &loop, [&](Result<InvocationRecord> record) {
        result = std::move(record);
        loop.quit();
    });
    loop.exec();
    QObject::disconnect(logging);
    QObject::disconnect(streaming);
    return result;
}

/// The name decides the format.
Result<void> writeTraceFile(const QString &path, const std::vector<InvocationRecord> &records)
{
    const TraceFormat format = path.endsWith(QStringLiteral(".speedscope.json"))
        ? TraceFormat::Speedscope
        : TraceFormat::Chrome;
    return writeFile(path, writeTrace(traceOf(records), format));
}

} // namespace

ExitStatus runInvoke(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command", "Run a function with one event."));
    addInvokeOptions(parser);
    addAsynchronousOptions(parser);
    parser.addOption(noHistoryOption());
    if (const auto over
        = parse(parser, QStringLiteral("invoke TARGET [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(QCoreApplication::translate("Command",
                                                "Give one TARGET: FILE[:function], a "
                                                "folder or a function's name."),
                    surroundings);
    Result<InvokeOptions> options = readInvokeOptions(parser);
    if (!options)
        return fail(options.error(), surroundings);
    Result<QByteArray> event = eventFromOptions(parser, surroundings);
    if (!event)
        return fail(event.error(), surroundings);
    options->request.event = std::move(*event);
    Result<std::optional<AsynchronousOptions>> asynchronous = readAsynchronousOptions(parser);
    if (!asynchronous)
        return fail(asynchronous.error(), surroundings);
    options->asynchronous = std::move(*asynchronous);
    RunKeeper keeper(keptIn(historyWorkspaceOf(parser), parser, surroundings), surroundings);
    const QString eventName = eventNameOf(parser);
    if (options->asynchronous)
        return runAsynchronously(
            *options, workspaceOf(parser),
            [&](const InvocationRecord &record) {
                keeper.keep(record, {eventName, {}, RunOrigin::Queue, {}});
            },
            surroundings);

    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory});
    RecordPrinter printer(options->format, options->cost, surroundings);
    ExitStatus status = ExitStatus::Succeeded;
    std::vector<InvocationRecord> traced;
    for (int run = 0; run < options->repeat; ++run) {
        const Result<InvocationRecord> record = waitFor(invoker, options->request, printer);
        if (!record)
            return fail(record.error(), surroundings);
        printer.print(*record);
        keeper.keep(*record, {eventName, {}, RunOrigin::CommandLine, {}});
        if (record->status != InvocationStatus::Succeeded)
            status = ExitStatus::FunctionFailed;
        if (!options->traceFile.isEmpty())
            traced.push_back(*record);
    }
    if (!options->traceFile.isEmpty()) {
        if (const Result<void> written = writeTraceFile(options->traceFile, traced); !written)
            return fail(written.error(), surroundings);
    }
    return status;
}

} // namespace coldframe::cli
