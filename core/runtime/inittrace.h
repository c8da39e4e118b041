// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/lambda/phase.h"

#include <QStringList>

#include <vector>

namespace coldframe {

/// Where a module's file lies decides what it is.
struct ImportFolders
{
    QString taskRoot;
    QStringList packageFolders;
};

/// What one of our bootstraps tells about its own start, in instants of the monotonic clock that
/// it shares with us.
struct InitTrace
{
    Instant bootstrapStart;
    Instant handlerImportStart;
    Instant handlerImportEnd;
    std::vector<ImportSpan> imports; ///< begins relative to `origin` of parseInitTrace
};

/// Reads the body of POST /coldframe/init-trace; InvalidArgument names what is wrong with it.
Result<InitTrace> parseInitTrace(QByteArrayView body, Instant origin, const ImportFolders &folders);

/// Function below the task root (but not in its packages), Dependency in a packages folder,
/// StandardLibrary elsewhere and for modules without a file.
ImportOrigin importOrigin(const QString &file, const ImportFolders &folders);

} // namespace coldframe
