// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/asynchronousoptions.h"
#include "cli/commandline.h"
#include "core/lambda/invocation.h"

#include <QCommandLineParser>

namespace coldframe::cli {

/// What the arguments of `invoke` say, ready to run.
struct InvokeOptions
{
    InvocationRequest request; ///< its event is still empty
    int repeat = 1;
    OutputFormat format = OutputFormat::Text;
    bool cost = false;
    QString traceFile; ///< empty: none is wanted
    /// Set by the command that offers it, when the event goes into the queue.
    std::optional<AsynchronousOptions> asynchronous;
};

/// Those in `hidden` are known but not shown: for commands that take most of them. `output` is for
/// those that print in more ways.
void addInvokeOptions(QCommandLineParser &parser, const QStringList &hidden = {},
                      const QCommandLineOption &output = outputOption());

/// What --isolation says; InvalidArgument when it is none of its words.
Result<IsolationChoice> isolationOf(const QCommandLineParser &parser);

/// The folder whose history the runs belong to: --workspace, else the one that TARGET lies in, else
/// here.
QString historyWorkspaceOf(const QCommandLineParser &parser);

/// What the history calls the event: its file's name without ".json", or the template;
/// nothing for an event that has no name.
QString eventNameOf(const QCommandLineParser &parser);

/// Finds the function and applies the options to it; the Error says which option or target.
Result<InvokeOptions> readInvokeOptions(const QCommandLineParser &parser);

} // namespace coldframe::cli
