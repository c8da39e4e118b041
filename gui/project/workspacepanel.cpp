// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacepanel.h"

#include "gui/base/emptystate.h"
#include "gui/project/noteslist.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace coldframe {

namespace {

/// Unfolded at first: a few functions and events are what a person looks for.
QSet<QString> sectionKeys()
{
    return {QStringLiteral(":functions"), QStringLiteral(":events"), QStringLiteral(":files")};
}

} // namespace

WorkspacePanel::WorkspacePanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_openFolder(new QToolButton(this))
    , m_tree(new QTreeView(this))
    , m_empty(new EmptyState(Symbol::FolderOpen, tr("No folder is open"),
                             tr("Open a folder with a template.yaml, or with a Python or Node.js "
                                "file that has a handler."),
                             this))
    , m_notes(new NotesList(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("workspacePanel"));
    m_title->setObjectName(QStringLiteral("workspaceTitle"));
    m_title->setTextInteractionFlags(Qt::NoTextInteraction);
    m_openFolder->setObjectName(QStringLiteral("openFolderButton"));
    m_openFolder->setAutoRaise(true);
    m_openFolder->setToolTip(tr("Open another folder"));
    m_openFolder->setAccessibleName(tr("Open another folder"));
    auto *header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 4, 2);
    header->addWidget(m_title, 1);
    header->addWidget(m_openFolder);

    m_tree->setObjectName(QStringLiteral("workspaceTree"));
    m_tree->setAccessibleName(tr("Workspace"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(&m_delegate);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle);

    m_empty->setObjectName(QStringLiteral("workspaceEmpty"));
    m_empty->setActionText(tr("Open Folder…"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_tree);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_notes);
    setIcons();
    clear();

    connect(m_tree, &QTreeView::clicked, this, &WorkspacePanel::activate);
    connect(m_tree, &QTreeView::activated, this, &WorkspacePanel::activate);
    connect(m_tree, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { keepUnfolded(index, true); });
    connect(m_tree, &QTreeView::collapsed, this,
            [this](const QModelIndex &index) { keepUnfolded(index, false); });
    connect(m_openFolder, &QToolButton::clicked, this, &WorkspacePanel::openFolderRequested);
    connect(m_empty, &EmptyState::actionRequested, this, &WorkspacePanel::openFolderRequested);
    connect(m_notes, &NotesList::placeActivated, this, &WorkspacePanel::activateFile);
}

void WorkspacePanel::setWorkspace(const Workspace &workspace)
{
    const bool isOther = workspace.directory != m_directory;
    if (isOther)
        m_unfolded = sectionKeys();
    const QModelIndex current = m_tree->currentIndex();
    const auto kind
        = static_cast<WorkspaceModel::Kind>(current.data(WorkspaceModel::KindRole).toInt());
    const QString key = current.data(WorkspaceModel::KeyRole).toString();
    m_directory = workspace.directory;
    m_model.setWorkspace(workspace);
    restoreUnfolded({});
    if (!isOther && current.isValid())
        m_tree->setCurrentIndex(m_model.find(kind, key));
    m_title->setText(QFileInfo(workspace.directory).fileName());
    m_title->setToolTip(workspace.directory);
    m_openFolder->show();
    m_notes->setNotes(workspace.notes);
    m_pages->setCurrentWidget(m_tree);
}

void WorkspacePanel::clear()
{
    m_directory.clear();
    m_model.setWorkspace({});
    m_title->clear();
    m_openFolder->hide();
    m_notes->setNotes({});
    m_pages->setCurrentWidget(m_empty);
}

void WorkspacePanel::setInUse(const QString &function, const QString &event)
{
    m_delegate.setInUse(function, event);
    m_tree->viewport()->update();
}

void WorkspacePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setIcons();
    QWidget::changeEvent(event);
}

void WorkspacePanel::activate(const QModelIndex &index)
{
    const auto kind
        = static_cast<WorkspaceModel::Kind>(index.data(WorkspaceModel::KindRole).toInt());
    const QString key = index.data(WorkspaceModel::KeyRole).toString();
    switch (kind) {
    case WorkspaceModel::Kind::Section:
    case WorkspaceModel::Kind::Folder:
        break;
    case WorkspaceModel::Kind::Function:
        Q_EMIT functionActivated(key);
        break;
    case WorkspaceModel::Kind::Event:
        Q_EMIT eventActivated(m_directory + u'/' + key);
        break;
    case WorkspaceModel::Kind::File:
        activateFile(key, 1);
        break;
    }
}

void WorkspacePanel::activateFile(const QString &relativePath, int line)
{
    Q_EMIT fileActivated(m_directory + u'/' + relativePath, line);
}

void WorkspacePanel::keepUnfolded(const QModelIndex &index, bool unfolded)
{
    const QString key = index.data(WorkspaceModel::KeyRole).toString();
    if (unfolded)
        m_unfolded.insert(key);
    else
        m_unfolded.remove(key);
}

void WorkspacePanel::restoreUnfolded(const QModelIndex &parent)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (m_model.rowCount(index) == 0)
            continue;
        m_tree->setExpanded(index,
                            m_unfolded.contains(index.data(WorkspaceModel::KeyRole).toString()));
        restoreUnfolded(index);
    }
}

void WorkspacePanel::setIcons()
{
    m_model.setPalette(palette());
    m_openFolder->setIcon(themedIcon(Symbol::FolderOpen, palette()));
    m_tree->viewport()->update();
}

} // namespace coldframe

#include "moc_workspacepanel.cpp"
