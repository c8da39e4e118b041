// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "core/base/result.h"

#include <QCommandLineParser>

#include <optional>

namespace coldframe::cli {

/// Reads a subcommand's arguments. An answer means that the command is over: after --help, or
/// with NotRun after wrong usage, which it has explained.
std::optional<ExitStatus> parse(QCommandLineParser &parser, const QString &usage,
                                const QStringList &arguments, const Surroundings &surroundings);

/// Writes one sentence of the error to `err`; for `return fail(...)`.
ExitStatus fail(const Error &error, const Surroundings &surroundings);
ExitStatus fail(const QString &sentence, const Surroundings &surroundings);

/// An option's value that is not accepted, or an option that means nothing without another one.
tl::unexpected<Error> wrongOption(const char *name, const QString &value, const QString &accepted);
tl::unexpected<Error> needsOther(const char *name, const char *other);

/// Two options that contradict each other.
tl::unexpected<Error> notWith(const char *name, const char *other);

/// Whether a file can be made there, to be asked before the work whose result goes into it:
/// InvalidArgument when its folder is missing or the path is a folder's. An empty path is fine.
Result<void> checkTargetFile(const char *option, const QString &path);

/// --output text|json, the same for every command that has it.
QCommandLineOption outputOption();
enum class OutputFormat { Text, Json };
Result<OutputFormat> outputFormat(const QCommandLineParser &parser);

/// "KEY=VALUE" taken apart; InvalidArgument without "=" or key.
Result<std::pair<QString, QString>> keyAndValue(const QString &text);

} // namespace coldframe::cli
