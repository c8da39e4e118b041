// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <QString>

#include <optional>

namespace coldframe {

/// What a path has in the places of a pattern such as "/pets/{id}" or "/{proxy+}", as an object of
/// texts; nothing when the path does not match. A greedy value has no leading slash
/// (events, item 1).
std::optional<OrderedJson> pathValues(const QString &pattern, const QString &path);

} // namespace coldframe
