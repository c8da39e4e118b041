// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/limits.h"
#include "core/lambda/logline.h"

#include <vector>

namespace coldframe {

/// The last bytes of an invocation's log as X-Amz-Log-Result carries them before base64: lines
/// with their newlines, cut by bytes anywhere (logs, section 7). Coldframe's remarks are not in it.
QByteArray logTail(const std::vector<LogLine> &log, qsizetype bytes = limits::LogTailBytes);

} // namespace coldframe
