// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionoverrides.h"

namespace coldframe {

FunctionOverrides overridesOf(const FunctionConfig &base, const FunctionConfig &edited)
{
    FunctionOverrides overrides;
    if (edited.memory != base.memory)
        overrides.memory = edited.memory;
    if (edited.timeout != base.timeout)
        overrides.timeout = edited.timeout;
    if (edited.environment != base.environment)
        overrides.environment = edited.environment;
    if (edited.architecture != base.architecture)
        overrides.architecture = edited.architecture;
    if (edited.logging != base.logging)
        overrides.logging = edited.logging;
    return overrides;
}

FunctionConfig overridden(FunctionConfig base, const FunctionOverrides &overrides)
{
    base.memory = overrides.memory.value_or(base.memory);
    base.timeout = overrides.timeout.value_or(base.timeout);
    base.environment = overrides.environment.value_or(base.environment);
    base.architecture = overrides.architecture.value_or(base.architecture);
    base.logging = overrides.logging.value_or(base.logging);
    return base;
}

} // namespace coldframe
