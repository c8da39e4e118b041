// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"
#include "core/runtime/interpreter.h"

#include <QByteArray>

#include <map>

namespace coldframe {

/// Where things are, seen from inside the execution environment.
struct EnvironmentPaths
{
    QString taskRoot; ///< /var/task, or the code directory without isolation
    QString runtimeDirectory; ///< /var/runtime, or Coldframe's own folder
    QString optDirectory; ///< /opt, or empty when there are no layers and no isolation
};

/// The variables of a runtime process, built from nothing. Later ones win: the function's own,
/// the platform's overridable ones that the function does not set, credentials, reserved ones
/// (environment, sections 2.1 to 2.3). The function's keys that begin with "_" are dropped.
std::map<QString, QString> runtimeVariables(const FunctionConfig &function,
                                            const Interpreter &interpreter,
                                            const EnvironmentPaths &paths,
                                            const QString &runtimeApiAddress,
                                            const QString &logStreamName);

} // namespace coldframe
