// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QByteArray>
#include <QByteArrayView>

namespace coldframe {

/// "2026-01-02T03:04:05.678Z": UTC with milliseconds, what lies below is cut off.
QByteArray isoTime(WallTime time);

/// Whether a text is a time stamp as RFC 3339 has it, for example "2026-01-02T03:04:05+01:00".
bool isRfc3339Time(QByteArrayView text);

} // namespace coldframe
