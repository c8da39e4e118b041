// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

class QMimeData;

namespace coldframe {

/// The bytes of a file that may be an event. NotFound, Unreadable, or EventTooLarge for a file that
/// is far beyond what Lambda accepts.
Result<QByteArray> readEventFile(const QString &path);

/// The path of the one .json file that is dragged; empty for anything else.
QString droppedEventFile(const QMimeData *data);

/// A name as a file system takes it, without the ending .json; empty when nothing is left.
QString eventFileName(const QString &name);

} // namespace coldframe
