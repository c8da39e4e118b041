// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/timeline/importedtrace.h"

#include <QByteArrayView>

namespace coldframe {

/// There are never more spans of one trace than this.
inline constexpr int LargestTraceSpans = 1'000'000;

/// Reads a file of either format, ours or another program's; its content says which one it is. The
/// first span begins at 0. InvalidJson with a position; InvalidArgument names the place in the file
/// and what is wrong with it, for example "traceEvents[3]: ts is no number".
Result<ImportedTrace> readTrace(QByteArrayView text);

} // namespace coldframe
