// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArrayView>

namespace coldframe {

/// What a subscriber of the Telemetry or Logs API may get a record of: before levels are filtered
/// and before the log's caps. The view is valid during the call that hands it out.
struct TelemetryRecordSource
{
    enum class Kind { Platform, Function, Extension };

    Kind kind = Kind::Platform;
    WallTime time{};
    QByteArrayView content; ///< Platform: the whole record; else the line as it was written
    bool isJsonObject = false; ///< the line is a JSON object and the log format JSON
    QByteArrayView typeName = {}; ///< Platform: "platform.start" and so on
};

} // namespace coldframe
