// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace coldframe {

/// Where Coldframe keeps what is its own in a workspace: <workspace>/.coldframe.
QString ownDirectoryOf(const QString &workspaceDirectory);

/// Makes that folder, with a .gitignore that keeps it out of a repository; one that is there
/// already stays as it is.
Result<QString> provideOwnDirectory(const QString &workspaceDirectory);

} // namespace coldframe
