// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace coldframe {

/// Paints a row of ProblemList: picture, sentence over as many lines as it needs, place, and the
/// button of its quick fix.
class ProblemDelegate : public QStyledItemDelegate
{
public:
    explicit ProblemDelegate(QListView &view);

    /// Where the button of a row is.
    static QRect buttonRect(const QListView &view, const QRect &row);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int textWidth(const QModelIndex &index) const;

    QListView &m_view;
};

} // namespace coldframe
