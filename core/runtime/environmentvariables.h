// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/functionconfig.h"
#include "core/lambda/invocation.h"

#include <map>
#include <optional>

namespace coldframe {

/// Variables by name, as a process gets them.
using Variables = std::map<QString, QString>;

/// Where things are, seen from inside the execution environment.
struct EnvironmentPaths
{
    QString taskRoot; ///< /var/task, or the code directory without isolation
    QString runtimeDirectory; ///< /var/runtime, or Coldframe's own folder
    QString optDirectory; ///< /opt; without isolation the layers' folder, empty without layers
    QString languageDirectory = QStringLiteral("/var/lang"); ///< left out of the paths when empty
};

/// The keys that an environment carries, and the region that belongs to them.
struct Credentials
{
    QString accessKeyId;
    QString secretAccessKey;
    QString sessionToken = {}; ///< empty for keys that work without one
    QString region = {}; ///< empty: the function's own

    bool operator==(const Credentials &) const = default;
};

/// The variables that Coldframe was started with.
Variables usersVariables();

/// The dummies, or the keys and the region found in the user's own variables; profiles are not
/// read. InvalidArgument when keys are to be passed through and there are none.
Result<Credentials> credentialsFor(CredentialsChoice choice, const Variables &users);

/// Everything that an environment's variables are made of. The function outlives it.
struct VariableSources
{
    const FunctionConfig &function;
    QString
        runtime; ///< identifier of what really runs, "python3.11" where python3.12 was asked for
    EnvironmentPaths paths;
    QString runtimeApiAddress; ///< "host:port"
    QString logStreamName; ///< "2026/11/23/[$LATEST]<32 hex>", one for each environment
    Credentials credentials = {};
    QString credentialsToken = {}; ///< SnapStart: what the credentials endpoint asks for
    std::optional<int> logDescriptor = {}; ///< where the runtime writes framed log records
    bool provisioned = false; ///< initialised ahead of events
};

/// The variables of a runtime process, built from nothing. Later ones win: the function's own,
/// the platform's overridable ones that the function does not set, credentials, reserved ones
/// (environment, sections 2.1 to 2.3). The function's keys that begin with "_" are dropped.
/// The metadata endpoint is not emulated, so its variables are absent.
Variables runtimeVariables(const VariableSources &sources);

/// The variables of an external extension: the runtime's without those that tell about the runtime
/// and its log (environment, section 2.3).
Variables extensionVariables(const VariableSources &sources);

/// Whether Lambda keeps this name for itself (environment, section 2.1).
bool isReservedVariable(const QString &name);

/// Whether Lambda would accept a function's own variables; InvalidArgument names the variable, or
/// says that all together are above 4 KB (environment, section 2.3).
Result<void> checkVariables(const Variables &variables);

} // namespace coldframe
