// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/lambda/phase.h"

#include <optional>
#include <vector>

namespace coldframe {

/// The part of an axis that a record covers: from its origin until the answer.
struct RecordedTime
{
    Instant origin;
    Instant answered;
};

/// There are never more spans of one invocation than this; further ones are left out.
inline constexpr std::size_t LargestSpanCount = 2'000;

/// Reads the body of POST /coldframe/spans, in which one of our bootstraps tells what happened
/// inside an invocation; InvalidArgument names what is wrong with it. The function's own code can
/// write to the same socket: what lies outside of the recorded time is left out or cut, names are
/// cut at 300 characters. Sorted by their begin.
Result<std::vector<HandlerSpan>> parseHandlerSpans(QByteArrayView body, const RecordedTime &time);

/// Reads the header Coldframe-Handler: "<begin>,<end>" in nanoseconds of the monotonic clock.
/// Nothing unless both lie between the event and the answer.
std::optional<HandlerRun> parseHandlerRun(QByteArrayView header, Instant delivered,
                                          const RecordedTime &time);

/// Leaves out what a trace tells of times that the record does not have.
void keepRecorded(std::vector<ImportSpan> &imports, const RecordedTime &time);

} // namespace coldframe
