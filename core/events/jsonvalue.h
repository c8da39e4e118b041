// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

#include <optional>

namespace coldframe {

/// The text of a JSON string; empty for anything else.
QString stringOf(const OrderedJson &json);

/// A JSON string with this text.
OrderedJson jsonString(const QString &text);

/// What a value looks like inside a longer text: a string as it is, anything else as compact JSON.
QString plainText(const OrderedJson &json);

/// null, "", {} and []: what an event source leaves out or replaces by null.
bool isEmptyValue(const OrderedJson &json);

/// The object or list that a JSON string holds, as bodies of HTTP events do; nothing for other
/// values.
std::optional<OrderedJson> jsonInside(const OrderedJson &json);

/// Equal as JSON, whatever the order of members.
bool sameJson(const OrderedJson &left, const OrderedJson &right);

} // namespace coldframe
