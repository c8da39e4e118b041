// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/lambda/phase.h"

#include <QSet>
#include <QStringList>

#include <vector>

namespace coldframe {

/// Where a module's file lies decides what it is. Paths are those that the runtime sees.
struct ImportFolders
{
    QString taskRoot;
    QStringList packageFolders;
    QString optDirectory = {}; ///< the layers; empty without
    /// Modules and packages that an installer put beside the code, by the first part of their path
    /// below the task root; see vendoredNames().
    QSet<QString> vendored = {};
};

/// What one of our bootstraps tells about its own start, in instants of the monotonic clock that
/// it shares with us.
struct InitTrace
{
    Instant bootstrapStart;
    Instant handlerImportStart;
    Instant handlerImportEnd;
    ImportDetail detail = ImportDetail::Modules;
    std::vector<ImportSpan> imports; ///< begins relative to `origin` of parseInitTrace
};

/// There are never more imports than this; further ones are left out.
inline constexpr std::size_t LargestImportCount = 20'000;

/// Reads the body of POST /coldframe/init-trace; InvalidArgument names what is wrong with it. Times
/// are taken as told, names and paths up to 1,000 characters.
Result<InitTrace> parseInitTrace(QByteArrayView body, Instant origin, const ImportFolders &folders);

/// Function below the task root (but not in its packages), Dependency in a packages folder, in a
/// layer and where an installer put it beside the code, StandardLibrary elsewhere and for modules
/// without a file.
ImportOrigin importOrigin(const QString &file, const ImportFolders &folders);

/// What `pip install --target` put into a folder: the first parts of the paths in its *.dist-info.
/// Reads their RECORD files, up to 1 MB each.
QSet<QString> vendoredNames(const QString &codeDirectory);

/// Where the computer has what the runtime sees: pairs of a folder inside and the one outside.
using SeenFolders = std::vector<std::pair<QString, QString>>;

/// Sets the sizes of the modules' files, from the file system of the computer.
void measureFiles(std::vector<ImportSpan> &imports, const SeenFolders &folders);

} // namespace coldframe
