// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/workspacedelegate.h"

#include "gui/base/theme.h"
#include "gui/project/workspacemodel.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace coldframe {

namespace {

constexpr int RowPadding = 6; // pixels, above and below together
constexpr int DetailGap = 10;
constexpr int BarWidth = 3;

} // namespace

void WorkspaceDelegate::setInUse(const QString &function, const QString &event)
{
    m_function = function;
    m_event = event;
}

void WorkspaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const ThemeColours colours = ThemeColours::of(item.palette);
    if (isInUse(index)) {
        const QRect &row = option.rect;
        painter->fillRect(QRect(row.left(), row.top() + 2, BarWidth, row.height() - 4),
                          colours.accent);
    }
    const QString detail = index.data(WorkspaceModel::DetailRole).toString();
    if (detail.isEmpty())
        return;
    QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget);
    text.setRight(option.rect.right() - 4);
    text.setLeft(text.left() + item.fontMetrics.horizontalAdvance(item.text) + DetailGap);
    if (text.width() < 3 * item.fontMetrics.averageCharWidth())
        return;
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(isSelected ? item.palette.color(QPalette::HighlightedText) : colours.muted);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      item.fontMetrics.elidedText(detail, Qt::ElideRight, text.width()));
    painter->restore();
}

QSize WorkspaceDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + RowPadding);
    return size;
}

bool WorkspaceDelegate::isInUse(const QModelIndex &index) const
{
    const auto kind
        = static_cast<WorkspaceModel::Kind>(index.data(WorkspaceModel::KindRole).toInt());
    const QString key = index.data(WorkspaceModel::KeyRole).toString();
    return (kind == WorkspaceModel::Kind::Function && key == m_function)
        || (kind == WorkspaceModel::Kind::Event && key == m_event);
}

} // namespace coldframe

#include "moc_workspacedelegate.cpp"
