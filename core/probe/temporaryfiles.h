// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <climits>
#include <map>
#include <optional>

namespace coldframe {

/// What is known of one file or folder of /tmp.
struct TemporaryFile
{
    qint64 bytes = 0;
    bool isFolder = false;
    std::optional<QByteArray> digest; ///< of the content of small files; else the time counts
    qint64 changedAt = 0; ///< nanoseconds since 1970

    /// Whether nothing of it was changed. Writing the same bytes again is no change.
    bool isSameAs(const TemporaryFile &other) const;
    bool operator==(const TemporaryFile &) const = default;
};

/// A folder's content at one instant, by path relative to it.
struct TemporaryFiles
{
    std::map<QString, TemporaryFile> files;
    bool isComplete = true; ///< false: there were too many
    int wholeLevels = INT_MAX; ///< what is missing is deeper: 1 means that the folder itself is whole

    /// Whether a path that is not among the files is known not to be there.
    bool isWholeAt(const QString &path) const { return path.count(u'/') < wholeLevels; }

    bool operator==(const TemporaryFiles &) const = default;
};

/// Which files of a folder are looked at.
enum class FileOwner {
    Anyone,
    CurrentUser, ///< without isolation: others have nothing to do with the function
};

/// Lists a folder with what is below it: 2,000 entries, up to four folders deep, and the content
/// of files of up to 64 KiB, 4 MiB in all. Unreadable when the folder can't be read. Blocks: for a
/// pool thread.
Result<TemporaryFiles> listTemporaryFiles(const QString &folder, FileOwner owner);

} // namespace coldframe
