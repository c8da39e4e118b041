// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/logs/logfilter.h"

#include <QAbstractListModel>

#include <deque>

namespace coldframe {

class LogModel;

/// The lines of a LogModel that a filter accepts. Not a QSortFilterProxyModel: that one tells each
/// gap of a changed filter apart, which takes seconds for a hundred thousand lines; here a changed
/// filter is one reset, and an append remains an insertion.
class FilteredLogModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// The source outlives this model.
    explicit FilteredLogModel(LogModel &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setMatcher(LogMatcher matcher);

    const LogLine &line(int row) const;

    /// The number that the source gave to the line; see LogModel::firstNumber().
    qint64 number(int row) const;

    /// The row of the first accepted line with this number or a later one, or -1.
    int rowFrom(qint64 number) const;

    /// How many lines there are with those that the filter leaves out.
    int sourceRowCount() const;

private:
    void select();
    void onRowsInserted(int first, int last);
    void onRowsAboutToBeRemoved(int last);

    LogModel &m_source;
    LogMatcher m_matcher;
    std::deque<qint64> m_numbers; ///< of the accepted lines, ascending
};

} // namespace coldframe
