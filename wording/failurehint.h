// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/lambda/invocation.h"

#include <QString>

namespace coldframe {

/// How to mend a failed, timed out or stopped invocation, in one or two sentences that name the
/// file, module or figure in question; empty on success. Error types as in environment,
/// sections 1, 5 and 7, runtime-api, section 10, and extensions, section 2.
QString failureHint(const InvocationRecord &record);

} // namespace coldframe
