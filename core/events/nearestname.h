// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace coldframe {

/// The name that a mistyped one most likely meant; empty when none is close.
QString nearestName(const QString &mistyped, const QStringList &names);

} // namespace coldframe
