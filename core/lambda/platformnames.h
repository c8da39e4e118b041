// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/platformevent.h"

namespace coldframe::platform {

/// Lambda's words for the values of platform events.
const char *nameOf(InitializationType type);
const char *nameOf(InitPhase phase);
const char *nameOf(Status status);

/// The outcome that a REPORT line's status and error type stand for.
Outcome outcomeOf(const Report &report);

/// One function object out of many, for std::visit.
template <typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace coldframe::platform
