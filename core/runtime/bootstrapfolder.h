// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/runtime/interpreter.h"

#include <QString>
#include <QStringList>

namespace coldframe {

/// Our bootstrap of a runtime family, ready to be shown to a sandbox and started.
struct BootstrapFolder
{
    QString directory; ///< becomes /var/runtime
    QStringList arguments; ///< of the interpreter, the path at their end still relative to
                           ///< directory; empty for a family whose client is not ours

    /// The arguments with the script below the folder as the runtime process sees it.
    QStringList argumentsIn(const QString &runtimeDirectory) const;
};

/// From the sources in dataDirectory/resources/runtimes a folder in cacheDirectory is made once for
/// each of their versions: Python's are compiled, because an interpreter never caches what it can't
/// write beside, those of Node.js are put into one file (see nodeBundle()).
/// Other families have nothing of ours in /var/runtime: their folder is empty.
/// Without a cache that can be written and is whole the sources are shown, which costs time only.
/// Blocks for some 50 ms the first time: not for the GUI's or the engine's thread. NotFound when
/// the data is missing.
Result<BootstrapFolder> prepareBootstrap(const Interpreter &interpreter,
                                         const QString &dataDirectory,
                                         const QString &cacheDirectory);

} // namespace coldframe
