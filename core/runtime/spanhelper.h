// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace coldframe {

/// Puts the file with which a function names its own spans beside its code, and returns its path:
/// "coldframe.py" or "coldframe.cjs". It is not there by itself: what works here without it would
/// fail on Lambda. A file that is the same is left as it is. InvalidArgument for a runtime or
/// language that has none, and when another file of that name is there; NotFound, Unwritable.
Result<QString> addSpanHelper(const QString &runtime, const QString &folder,
                              const QString &dataDirectory);

} // namespace coldframe
