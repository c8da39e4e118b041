// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace coldframe::cli {

/// Tells which files of a folder changed, soon after the last one of several did. The folders of
/// tools are left out, as in a workspace.
class TestWatch final : public QObject
{
    Q_OBJECT

public:
    explicit TestWatch(const QString &directory, QObject *parent = nullptr);

    /// What changed since it was told or asked for the last time; absolute.
    QStringList takeChanges();

Q_SIGNALS:
    /// Something may have changed; ask for it.
    void noticed();

private:
    /// Editors write in several steps.
    static constexpr std::chrono::milliseconds Quiet{150};
    /// When there are more files than the system lets one watch.
    static constexpr std::chrono::seconds PollInterval{2};

    struct Stamp
    {
        qint64 size = 0;
        qint64 modified = 0; ///< nanoseconds
        quint64 inode = 0;

        bool operator==(const Stamp &) const = default;
    };

    QHash<QString, Stamp> look() const;
    void watch(const QHash<QString, Stamp> &files);

    QString m_directory;
    QHash<QString, Stamp> m_files;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
    QTimer m_poll;
};

} // namespace coldframe::cli
