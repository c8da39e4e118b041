// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace coldframe {

/// A file as the editor shows it.
struct TextFile
{
    /// Files from this size on are not opened.
    static constexpr qint64 LargestFile = 64 * 1024 * 1024;

    enum class Kind {
        Utf8, ///< can be edited
        OtherEncoding, ///< can be shown only: writing it as UTF-8 would change it
        Binary, ///< has no text
        TooLarge, ///< was not read
    };

    Kind kind = Kind::Utf8;
    QString text; ///< line ends as in the file
    bool hasByteOrderMark = false;
    QByteArray hash; ///< of the file's bytes
};

/// Reads a whole file. NotFound or Unreadable.
Result<TextFile> readTextFile(const QString &path);

/// Writes the text as UTF-8 through a temporary file, so that a crash leaves the old file or the
/// new one. Permissions stay, and of a symbolic link the file that it means is written. Gives the
/// hash of what was written; Unwritable.
Result<QByteArray> writeTextFile(const QString &path, const QString &text, bool byteOrderMark);

/// What tells the bytes of one version of a file from those of another.
QByteArray contentHash(const QByteArray &bytes);

} // namespace coldframe
