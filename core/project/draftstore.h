// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace coldframe {

/// Text that was typed and not saved yet.
struct Draft
{
    QString key; ///< names the document: "file:" and its path, or any text that stays the same
    QString text;
    QString filePath; ///< absolute; empty for text that has no file
    QByteArray baseHash; ///< of the file's bytes that the text was made from; empty without a file
    WallTime written{}; ///< whole milliseconds are kept

    bool operator==(const Draft &) const = default;
};

/// Keeps drafts in <workspace>/.coldframe/drafts, a file each, so that they outlive a crash and a
/// power cut. Only the user can read them, and Git ignores the folder. Holds no state: any thread
/// may use a copy. Errors: Unwritable, Unreadable, NotFound, MalformedLine for a file that is not
/// a draft.
class DraftStore
{
public:
    explicit DraftStore(const QString &workspaceDirectory);

    /// Replaces the draft of the same key as a whole.
    Result<void> write(const Draft &draft) const;

    Result<Draft> read(const QString &key) const;

    /// All drafts that can be read, the oldest first.
    std::vector<Draft> list() const;

    /// Removing what is not there is no error.
    Result<void> remove(const QString &key) const;

private:
    QString pathOf(const QString &key) const;

    QString m_workspaceDirectory;
    QString m_directory;
};

} // namespace coldframe
