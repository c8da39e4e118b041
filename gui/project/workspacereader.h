// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/workspace.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace coldframe {

/// Reads a workspace on a thread of the pool, and again after its folders or its code changed.
class WorkspaceReader final : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceReader(QObject *parent = nullptr);

    /// Reads another folder; an answer about an earlier one is dropped.
    void open(const QString &directory);

    /// Reads the same folder again.
    void refresh();

Q_SIGNALS:
    void workspaceRead(const coldframe::Workspace &workspace);
    void failed(const coldframe::Error &error);

private:
    void watch(const Workspace &workspace);

    QString m_directory;
    int m_generation = 0; ///< of the read that counts
    QFileSystemWatcher m_watcher;
    QTimer m_delay; ///< so that a burst of changes is one read
};

} // namespace coldframe
