// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/workspace.h"

#include <QAbstractItemModel>
#include <QPalette>

#include <memory>

namespace coldframe {

/// A workspace as a tree: its functions, its events, and its files with their folders.
class WorkspaceModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Section, Function, Event, Folder, File };

    enum Role {
        KindRole = Qt::UserRole, ///< Kind as int
        KeyRole, ///< a function's name; relative path of events, folders and files; of a section
                 ///< a colon and its own name
        DetailRole, ///< what stands behind the title: "python3.12 · app.handler"
    };

    explicit WorkspaceModel(QObject *parent = nullptr);
    ~WorkspaceModel() override;

    /// Resets the model when functions, events or files are not the same as before.
    void setWorkspace(const Workspace &workspace);

    /// An invalid index when there is none.
    QModelIndex find(Kind kind, const QString &key) const;

    /// Icons are tinted for this palette.
    void setPalette(const QPalette &palette);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node;

    void fill();
    void addFile(Node &section, const QString &path);
    const Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node &node) const;

    Workspace m_workspace;
    std::unique_ptr<Node> m_root;
    QPalette m_palette;
};

} // namespace coldframe
