// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace coldframe {

/// Tells when one of some files may have changed: written, replaced, deleted or made again.
/// Several changes in a short time are told once.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(QObject *parent = nullptr);

    void setFiles(const QStringList &paths);

Q_SIGNALS:
    void mayHaveChanged(const QString &path);

private:
    void onFile(const QString &path);
    void onDirectory(const QString &directory);
    void tell();

    QFileSystemWatcher m_watcher;
    QStringList m_files;
    QSet<QString> m_touched;
    QTimer m_quiet;
};

} // namespace coldframe
