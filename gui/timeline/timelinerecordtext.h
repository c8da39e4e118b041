// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"

#include <QLocale>
#include <QString>

namespace coldframe {

/// Why a run was cold, or why it was not.
QString reasonText(const InvocationRecord &record);

/// What was measured, and what is not emulated.
QString measuredText(const InvocationRecord &record, const Timeline &timeline,
                     const QLocale &locale = QLocale());

/// The phases of the init phase line by line, and Init Duration, which is their sum.
QString sumText(const Timeline &timeline, const Report &report, const QLocale &locale = QLocale());

/// "orders, cold start of 2026-03-01 12:00:05: 48.2 ms init + 1.30 ms invoke".
QString pictureTitle(const InvocationRecord &record, const QString &summary);

} // namespace coldframe
