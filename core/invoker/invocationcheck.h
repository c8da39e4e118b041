// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/invocation.h"

namespace coldframe {

/// A function whose folder or layers are missing (NotFound), memory, storage, timeout, log levels,
/// layers or variables outside Lambda's limits (InvalidArgument). (environment, sections 1, 2.3 and
/// 3; logs, section 4)
Result<void> checkFunction(const FunctionConfig &function);

/// An event that is too large (EventTooLarge), an event or client context that is not JSON
/// (InvalidJson with its place), a client context above its limit (InvalidArgument). (runtime-api,
/// section 9; invoke-api, section 2)
Result<void> checkEvent(const InvocationRequest &request);

/// What is refused before anything starts, by both.
Result<void> checkInvocation(const InvocationRequest &request);

} // namespace coldframe
