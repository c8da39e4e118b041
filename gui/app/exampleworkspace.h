// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace coldframe {

/// Copies the bundled example (dataDirectory/examples/hello-lambda) below targetDirectory, so that
/// it can be edited, and gives the path of the copy. Files that are there already are kept.
/// NotFound when there is no example, Unwritable when it cannot be copied. Blocks on the disk for
/// some milliseconds: not for the GUI's thread.
Result<QString> provideExampleWorkspace(const QString &dataDirectory,
                                        const QString &targetDirectory);

} // namespace coldframe
