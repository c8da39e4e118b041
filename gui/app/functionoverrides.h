// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"

#include <map>
#include <optional>

namespace coldframe {

/// What the person changed about a function for this session, without touching its template.
struct FunctionOverrides
{
    std::optional<MebiBytes> memory;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<std::map<QString, QString>> environment;
    std::optional<Architecture> architecture;
    std::optional<LoggingConfig> logging;

    bool isEmpty() const { return *this == FunctionOverrides(); }
    bool operator==(const FunctionOverrides &) const = default;
};

/// What edited changes about base.
FunctionOverrides overridesOf(const FunctionConfig &base, const FunctionConfig &edited);

/// The function with its changes.
FunctionConfig overridden(FunctionConfig base, const FunctionOverrides &overrides);

} // namespace coldframe
