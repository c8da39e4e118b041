// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventparameter.h"

namespace coldframe {

/// How a form shows a parameter's value in a text field: lists a line an entry, maps a line a
/// "name: value", other JSON indented, wherever fieldValue() reads the same value from it.
QString fieldText(const EventParameter &parameter, const OrderedJson &value);

/// Reads what stands in a text field; InvalidParameter as parseParameter().
Result<OrderedJson> fieldValue(const EventParameter &parameter, const QString &text);

} // namespace coldframe
