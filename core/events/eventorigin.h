// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventtemplate.h"

namespace coldframe {

/// Sets a parameter that the template has to a value that it accepts; anything else is left alone.
void setAccepted(ParameterValues &values, const EventTemplate &eventTemplate, const char *name,
                 const OrderedJson &value);

/// Region, account and time of an event, as far as it tells them and the template has such
/// parameters.
ParameterValues originValues(const EventTemplate &eventTemplate, const OrderedJson &event);

} // namespace coldframe
