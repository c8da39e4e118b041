// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runtime/childprocess.h"

namespace coldframe {

/// Both ends of a pipe, which no child process inherits by itself.
struct Pipe
{
    Descriptor readEnd;
    Descriptor writeEnd;
};

/// SpawnFailed when the system has no descriptors left. Of the usual size: all pipes of a user
/// share what the system allows.
Result<Pipe> makePipe();

} // namespace coldframe
