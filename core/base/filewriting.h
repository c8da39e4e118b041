// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace coldframe {

/// Writes a whole file; what was there before stays until all of it is written. Unwritable tells
/// path and reason.
Result<void> writeFile(const QString &path, const QByteArray &content);

} // namespace coldframe
