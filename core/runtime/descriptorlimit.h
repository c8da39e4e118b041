// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace coldframe {

/// Lets this process have as many open descriptors as the system allows. An execution environment
/// takes some twenty, and the usual limit of 1,024, made for select(), would end with the
/// fifty-fifth. Processes of environments have a limit of their own.
void raiseDescriptorLimit();

/// The error of a system call that was to make a descriptor, from errno; SpawnFailed. Says how many
/// are allowed when there are too many.
tl::unexpected<Error> descriptorFailure(const char *call);

} // namespace coldframe
