// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coldframe {

/// Folders that tools fill: dependencies, caches, histories and results. Nothing in them is the
/// workspace's own.
bool isToolFolder(const QString &name);

} // namespace coldframe
