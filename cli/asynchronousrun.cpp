// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asynchronousrun.h"

#include "cli/asynchronousprinter.h"
#include "cli/terminationsignals.h"
#include "core/invoker/eventqueue.h"
#include "core/invoker/invocationcheck.h"
#include "core/invoker/localinvoker.h"
#include "core/project/workspace.h"
#include "wording/errortext.h"

#include <QEventLoop>
#include <QSet>

#include <map>
#include <ostream>

namespace coldframe::cli {

namespace {

using Functions = std::map<QString, FunctionConfig>;

/// The function itself, and those of the workspace when a destination names one.
Result<Functions> functionsFor(const InvokeOptions &options, const QString &workspaceDirectory)
{
    const FunctionConfig &function = options.request.function;
    Functions functions{{function.name, function}};
    const EventInvokeConfig &config = options.asynchronous->config;
    for (const auto &destination : {config.onSuccess, config.onFailure, config.deadLetterQueue}) {
        if (!destination || destination->kind != Destination::Kind::Function
            || functions.contains(destination->target))
            continue;
        const Result<Workspace> workspace = Workspace::read(workspaceDirectory);
        if (!workspace)
            return tl::make_unexpected(workspace.error());
        const WorkspaceFunction *const found = workspace->function(destination->target);
        if (found == nullptr)
            return failure(Error::Code::NotFound, destination->target);
        functions.emplace(destination->target, found->config);
    }
    return functions;
}

ExitStatus statusOf(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::Succeeded:
        return ExitStatus::Succeeded;
    case AttemptOutcome::FunctionError:
        return ExitStatus::FunctionFailed;
    case AttemptOutcome::Throttled:
    case AttemptOutcome::SystemError:
        break;
    }
    return ExitStatus::NotRun;
}

} // namespace

ExitStatus runAsynchronously(const InvokeOptions &options, const QString &workspaceDirectory,
                             const std::function<void(const InvocationRecord &)> &keep,
                             const Surroundings &surroundings)
{
    // The queue would try again until the event is too old.
    if (const Result<void> checked = checkInvocation(options.request); !checked)
        return fail(checked.error(), surroundings);
    const Result<Functions> functions = functionsFor(options, workspaceDirectory);
    if (!functions)
        return fail(functions.error(), surroundings);

    const SystemClock clock;
    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory});
    EventQueue::Options queueOptions;
    queueOptions.mostParallel = 1; // lines of several invocations would be mixed
    EventQueue queue(
        invoker,
        [&functions](const QString &name) {
            const auto found = functions->find(name);
            return found == functions->end() ? std::nullopt : std::optional(found->second);
        },
        clock, queueOptions);
    queue.setConfig(options.request.function.name, options.asynchronous->config);

    AsynchronousPrinter printer(options.format, options.cost, options.asynchronous->fastForward,
                                surroundings);
    QEventLoop loop;
    ExitStatus status = ExitStatus::NotRun;
    QSet<QString> ours;
    QObject::connect(&queue, &EventQueue::skippedBy, &invoker, &Invoker::skip);
    QObject::connect(
        &invoker, &Invoker::logAppended, &loop,
        [&](const QString &, const std::vector<LogLine> &lines) { printer.printLines(lines); });
    QObject::connect(&queue, &EventQueue::attempted, &loop,
                     [&](const QueuedEvent &event, const EventAttempt &attempt) {
                         printer.printAttempt(event, attempt, queue.clock().wallNow());
                         if (attempt.record)
                             keep(*attempt.record);
                         if (ours.contains(event.requestId) && !attempt.isDuplicate)
                             status = statusOf(attempt.outcome);
                     });
    QObject::connect(&queue, &EventQueue::dealtWith, &loop,
                     [&](const QueuedEvent &event) { printer.printEnd(event); });
    QObject::connect(&queue, &EventQueue::changed, &loop, [&] {
        if (queue.isIdle())
            loop.quit();
    });
    TerminationSignals termination;
    QObject::connect(&termination, &TerminationSignals::requested, &loop, [&] {
        printer.printInterrupted();
        loop.quit();
    });

    for (int run = 0; run < options.repeat; ++run) {
        const Result<QString> requestId = queue.accept(options.request);
        if (!requestId)
            return fail(requestId.error(), surroundings);
        ours.insert(*requestId);
        printer.printAccepted(*requestId, options.request.function.name);
        if (options.asynchronous->duplicate)
            (void)queue.deliverAgain(*requestId);
    }
    queue.setFastForward(options.asynchronous->fastForward);
    loop.exec();
    return status;
}

} // namespace coldframe::cli
