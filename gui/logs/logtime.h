// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QMetaType>
#include <QString>

namespace coldframe {

/// What the time column counts from.
enum class LogTime {
    SinceStart, ///< seconds since the invocation began
    ClockTime, ///< local time of day
    DateTime, ///< local date and time, for logs of files
};

/// How times are written; empty for a line without one.
struct LogTimeFormat
{
    LogTime time = LogTime::SinceStart;
    WallTime start{};

    QString text(WallTime when) const;

    /// A text as wide as nearly all are.
    QString widest() const;
};

} // namespace coldframe
