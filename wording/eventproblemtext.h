// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/eventlint.h"

#include <QString>

namespace coldframe {

/// One or two sentences: what is wrong with an event at one place, and how it is when AWS sends it.
QString eventProblemText(const EventProblem &problem);

/// What the quick fix does, for a button or a report, for example "Set md5OfBody"; empty without
/// one.
QString eventFixText(const EventProblem &problem);

/// The values before and after the quick fix, as JSON: "/a: 1 → \"1\""; a new one alone, and so one
/// that is removed. Empty for what is renamed or inside a string.
QString eventFixChanges(const EventProblem &problem);

/// "line 3, column 5: /Records/0/body, in it /Records/0/s3", as far as it is known.
QString eventProblemPlace(const EventProblem &problem);

} // namespace coldframe
