// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace coldframe {

/// Draws a row of the workspace tree: the title, and muted behind it its detail as far as there is
/// room; the row that is in use (a function, an event) with a bar at its left.
class WorkspaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setInUse(const QString &function, const QString &event);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool isInUse(const QModelIndex &index) const;

    QString m_function;
    QString m_event;
};

} // namespace coldframe
