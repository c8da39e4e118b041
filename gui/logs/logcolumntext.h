// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logfields.h"
#include "core/logs/logquery.h"

#include <QString>

namespace coldframe {

/// What stands over a column: "Time", "Level", or a member's path.
QString logColumnTitle(const LogField &field);

/// What is wrong with a query, where, and how to mend it.
QString logQueryErrorText(const LogQueryError &error);

/// The language of queries by examples, as rich text for a tool tip.
QString logQueryHelp();

} // namespace coldframe
