// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/workspacedelegate.h"
#include "gui/project/workspacemodel.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace coldframe {

class EmptyState;
class NotesList;

/// The workspace: its functions, events and files, and what of it was not understood.
class WorkspacePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspacePanel(QWidget *parent = nullptr);

    /// Shows a workspace; when it is the same folder as before, what was unfolded stays so.
    void setWorkspace(const Workspace &workspace);

    /// No folder is open.
    void clear();

    /// Marks what the next run uses: a function's name, an event's relative path.
    void setInUse(const QString &function, const QString &event);

Q_SIGNALS:
    void functionActivated(const QString &name);
    /// path is absolute, line counts from 1.
    void fileActivated(const QString &path, int line);
    /// path is absolute.
    void eventActivated(const QString &path);
    void openFolderRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void activateFile(const QString &relativePath, int line);
    void keepUnfolded(const QModelIndex &index, bool unfolded);
    void restoreUnfolded(const QModelIndex &parent);
    void setIcons();

    WorkspaceModel m_model;
    WorkspaceDelegate m_delegate;
    QString m_directory;
    QSet<QString> m_unfolded; // keys of sections and folders
    QLabel *m_title;
    QToolButton *m_openFolder;
    QTreeView *m_tree;
    EmptyState *m_empty;
    NotesList *m_notes;
    QStackedWidget *m_pages;
};

} // namespace coldframe
