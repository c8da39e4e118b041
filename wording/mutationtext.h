// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventmutation.h"

#include <QString>

namespace coldframe {

/// What a mutation changed, for example "/Records/0/body is missing".
QString mutationText(const EventMutation &mutation);

} // namespace coldframe
