// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/runtime/environmentvariables.h"
#include "core/runtime/hostcapabilities.h"
#include "core/runtime/interpreter.h"

namespace coldframe {

/// What an execution environment is made of; two equal setups can share one.
struct EnvironmentSetup
{
    FunctionConfig function;
    Interpreter interpreter;
    Isolation isolation = Isolation::None;
    HostCapabilities host;
    QString runtimeDirectory; ///< the computer's folder with the family's bootstrap; may be empty
    QStringList arguments; ///< of the interpreter: what starts the bootstrap
    QStringList packageFolders; ///< Python only: searched behind the task root
    QString optDirectory = {}; ///< the computer's folder with the merged layers; empty without layers
    EmulationOptions emulation;
    Credentials credentials;
    bool provisioned = false; ///< initialised ahead of events (provisioned concurrency)

    bool operator==(const EnvironmentSetup &) const = default;
};

} // namespace coldframe
