// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/mergedfolder.h"

#include <QString>

namespace coldframe {

/// Unpacks a layer's zip file over what the folder has. Files become 0644, or 0755 when the archive
/// says that they are executable. InvalidArgument, with archive and name, for a name or a link that
/// leads out of the folder, and for layers that get too large; Unreadable for what is
/// no zip file or is damaged or encrypted.
Result<void> unpackLayer(const QString &archive, MergedFolder &folder);

} // namespace coldframe
