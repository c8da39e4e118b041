// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

namespace coldframe {

/// "a=1&a=2&b=x%20y" as an object of lists of texts, decoded; a leading "?" is passed over.
OrderedJson parseQueryString(const QString &text);

/// The way back: an object of lists of texts as a query string, percent-encoded.
QString queryString(const OrderedJson &values);

} // namespace coldframe
