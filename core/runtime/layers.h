// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace coldframe {

/// Whether Lambda would accept these layers, folders and zip files by their absolute paths:
/// InvalidArgument for more than five or the same one twice, NotFound with the path of a missing
/// one (environment, section 3). Looks at no content.
Result<void> checkLayers(const QStringList &layers);

/// What the layers hold, told by path, size, mode and time of every file; empty without layers.
/// Changes whenever a file of theirs does. Reads no content, but a folder's whole tree: some 100 ms
/// for 10,000 files, so not for each warm invocation.
QString layersFingerprint(const QStringList &layers);

/// One folder to show as /opt: empty without layers, the layer itself when there is one and it is
/// a folder, else a folder in cacheDirectory/layers where all are merged in order, later files over
/// earlier ones (environment, section 3). It is made once for what the layers hold and must not be
/// written to: where it can, it shares its files with the layers' folders. Folders that were not
/// used for long are removed from the cache.
/// Besides what checkLayers() says: InvalidArgument when an archive leads out of its folder or the
/// layers have more than 250 MB, Unreadable for what is no zip file, Unwritable for the cache.
/// Blocks while it unpacks: not for the GUI's or the engine's thread.
Result<QString> preparedLayers(const QStringList &layers, const QString &cacheDirectory);

} // namespace coldframe
