// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

namespace coldframe {

/// The text of a JSON string; empty for anything else.
QString stringOf(const OrderedJson &json);

/// A JSON string with this text.
OrderedJson jsonString(const QString &text);

/// What a value looks like inside a longer text: a string as it is, anything else as compact JSON.
QString plainText(const OrderedJson &json);

/// null, "", {} and []: what an event source leaves out or replaces by null.
bool isEmptyValue(const OrderedJson &json);

/// Equal as JSON, whatever the order of members.
bool sameJson(const OrderedJson &left, const OrderedJson &right);

} // namespace coldframe
