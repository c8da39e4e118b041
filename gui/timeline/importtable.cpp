// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/importtable.h"

#include "gui/base/listtable.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

namespace coldframe {

namespace {

/// Fusion derives the frame of a check box from its window; on a dark one it is not to be seen.
class CheckBoxDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const ThemeColours colours = ThemeColours::of(option->palette);
        option->palette.setColor(QPalette::Window, colours.muted.lighter(140));
    }
};

} // namespace

ImportTable::ImportTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new ImportModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setAccessibleName(tr("Imports of the cold start"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ImportModel::SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_model->setColours(ThemeColours::of(palette()));
    setModel(m_sorted);
    styleAsList(*this, 6);
    setFrameShape(QFrame::StyledPanel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSortingEnabled(true);
    sortByColumn(ImportModel::Self, Qt::DescendingOrder);
    horizontalHeader()->setStretchLastSection(true);
    setItemDelegateForColumn(ImportModel::Lazy, new CheckBoxDelegate(this));
    sizeColumns();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != ImportModel::Lazy)
            Q_EMIT activatedImport(currentImport());
    });
}

void ImportTable::sizeColumns()
{
    const auto width = [this](ImportModel::Column column, int letters) {
        setColumnLetters(*this, column, letters);
    };
    width(ImportModel::Lazy, 4);
    width(ImportModel::Module, 26);
    width(ImportModel::Self, 9);
    width(ImportModel::Cumulative, 12);
    width(ImportModel::Share, 7);
    width(ImportModel::Size, 8);
    width(ImportModel::Origin, 15);
}

int ImportTable::currentImport() const
{
    const QModelIndex current = m_sorted->mapToSource(currentIndex());
    return current.isValid() ? current.row() : -1;
}

void ImportTable::select(int import)
{
    const QModelIndex index = m_sorted->mapFromSource(m_model->index(import, ImportModel::Module));
    setCurrentIndex(index);
    if (index.isValid())
        scrollTo(index);
    else
        clearSelection();
}

void ImportTable::keyPressEvent(QKeyEvent *event)
{
    const int import = currentImport();
    switch (event->key()) {
    case Qt::Key_Space:
        if (import >= 0) {
            const QModelIndex box = m_model->index(import, ImportModel::Lazy);
            const bool isLazy = box.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            m_model->setData(box, isLazy ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (import >= 0 && !(event->modifiers() & Qt::ControlModifier)) {
            Q_EMIT activatedImport(import);
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void ImportTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byPointer = event->reason() == QContextMenuEvent::Mouse;
    Q_EMIT menuRequested(byPointer ? event->globalPos()
                                   : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void ImportTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setColours(ThemeColours::of(palette()));
    if (event->type() == QEvent::FontChange)
        sizeColumns();
}

void ImportTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT currentImportChanged(currentImport());
}

} // namespace coldframe

#include "moc_importtable.cpp"
