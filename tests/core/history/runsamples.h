// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/recordcodec.h"

namespace coldframe::test {

/// A record in which no member has its default.
InvocationRecord fullRecord();

/// A small run of "orders": its number is in its request id, its time and its log.
InvocationRecord runNumber(int number);

/// A request id that belongs to a number.
QString requestIdOf(int number);

/// 2026-01-01 and this many seconds.
WallTime timeOfRun(int seconds);

} // namespace coldframe::test
