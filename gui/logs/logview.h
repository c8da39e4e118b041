// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/logs/logtime.h"

#include <QAbstractItemView>

#include <vector>

QT_BEGIN_NAMESPACE
class QHeaderView;
QT_END_NAMESPACE

namespace coldframe {

class FilteredLogModel;
class LogHeaderModel;
struct LogColumn;

/// The lines of a log, one row each, whole or as a table with a header. Not a QListView or a
/// QTableView, which keep a position for each row: here a million rows cost as much as those that
/// are seen. While following, new lines scroll into view; scrolling away from the end stops
/// following, scrolling back to it starts again.
class LogView : public QAbstractItemView
{
    Q_OBJECT

public:
    /// The model outlives the view.
    explicit LogView(FilteredLogModel &model, QWidget *parent = nullptr);

    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

    void setTimeFormat(const LogTimeFormat &format);
    const LogTimeFormat &timeFormat() const { return m_time; }
    QString timeText(WallTime time) const { return m_time.text(time); }

    /// The columns of the table from left to right, with their widths.
    std::vector<LogColumn> columnsAsShown() const;

    /// Gives model and header other columns; none for whole lines.
    void setColumns(std::vector<LogColumn> columns);

    QHeaderView *header() const { return m_header; }

    /// The selected lines, or with nothing selected the current one, as text to be read.
    QString selectedText() const;

    void showRow(int row);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

Q_SIGNALS:
    void followingChanged(bool following);
    void currentRowChanged(int row);

    /// Columns were moved or got another width.
    void columnsChanged();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void updateGeometries() override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    bool isTable() const;
    void fitHeader();
    int rowHeight() const;
    int rowsInView() const;
    int usualWidth(const LogColumn &column) const;
    void followUserTo(int sliderPosition);

    FilteredLogModel &m_model;
    LogHeaderModel *m_headerModel;
    QHeaderView *m_header;
    LogTimeFormat m_time;
    bool m_following = true;
    bool m_fitting = false;
    int m_leaving = 0; ///< rows that are being removed above
};

} // namespace coldframe
