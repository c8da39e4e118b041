// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

namespace coldframe {

/// Makes the change from `before` to `after` in a third document that grew out of `before`:
/// only places that differ are touched, everything else in `target` stays. Strings that hold JSON
/// objects on all three sides are changed inside.
OrderedJson applyDifference(const OrderedJson &target, const OrderedJson &before,
                            const OrderedJson &after);

} // namespace coldframe
