// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/functionconfig.h"

#include <QString>

#include <optional>

namespace coldframe {

/// The function of one file: its folder is the code, the handler "<file without extension>.<name>",
/// the runtime "python" or "nodejs", which means the nearest version that is installed.
/// A file "bootstrap" that may be executed is a function of the runtime "provided".
/// Without a name it is the file's only handler, or the one with a usual name, or "handler" when
/// none is seen in the file. NotFound (path) when there is no such file; UnsupportedRuntime (file
/// name) for another language; Ambiguous with the candidates, "a.x, a.y", when several fit.
Result<FunctionConfig> functionFromFile(const QString &path,
                                        const std::optional<QString> &function = {});

/// The function of a folder. What is not given is found: with a handler only, the runtime by the
/// handler's file; with neither, the only function of its template, else its only handler (only
/// files directly in it). Errors as functionFromFile(); broken templates give InvalidYaml.
Result<FunctionConfig> functionFromFolder(const QString &directory,
                                          const std::optional<QString> &handler = {},
                                          const std::optional<QString> &runtime = {});

/// What a user writes for a function: a folder, a file, or "<file>:<name>".
Result<FunctionConfig> functionFromTarget(const QString &target);

} // namespace coldframe
