// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/invocation.h"

namespace coldframe {

/// What is refused before anything starts: an event that is too large (EventTooLarge), an event or
/// client context that is not JSON (InvalidJson with its place), a function whose folder or layers
/// are missing (NotFound), memory, storage, timeout, log levels, layers, variables or client
/// context outside Lambda's limits (InvalidArgument). (runtime-api, section 9; environment,
/// sections 1, 2.3 and 3; logs, section 4; invoke-api, section 2)
Result<void> checkInvocation(const InvocationRequest &request);

} // namespace coldframe
