// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lambda/invocation.h"

namespace coldframe {

/// What is refused before anything starts: an event that is too large (EventTooLarge) or not JSON
/// (InvalidJson with its place), a function whose folder is missing (NotFound), memory, timeout or
/// variables outside Lambda's limits (InvalidArgument). (runtime-api, section 9; environment,
/// sections 1 and 2.3)
Result<void> checkInvocation(const InvocationRequest &request);

} // namespace coldframe
