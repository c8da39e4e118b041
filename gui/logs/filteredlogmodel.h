// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/logs/logexport.h"
#include "core/logs/logfilter.h"
#include "core/logs/logprogress.h"
#include "core/logs/logtable.h"

#include <QAbstractTableModel>
#include <QCache>

#include <optional>
#include <vector>

namespace coldframe {

class LogModel;

/// The lines of a LogModel that a filter accepts, as one column of whole lines or as a table. Not a
/// QSortFilterProxyModel: that one tells each gap of a changed filter apart, which takes seconds
/// for a hundred thousand lines; here a changed filter is one reset, and an append remains an
/// insertion. Many lines are filtered in another thread, and what was shown stays until they are.
class FilteredLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Up to so many lines are filtered at once.
    static constexpr int MostAtOnce = 20'000;

    /// The source outlives this model.
    explicit FilteredLogModel(LogModel &source, QObject *parent = nullptr);
    ~FilteredLogModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    void setMatcher(LogMatcher matcher);

    /// Runs while lines are filtered in another thread; else null.
    SharedLogProgress filtering() const { return m_filtering; }

    /// Without columns, rows are whole lines.
    void setColumns(std::vector<LogColumn> columns);
    const std::vector<LogColumn> &columns() const { return m_columns; }

    /// What a row shows in the columns.
    const LogTableRow &tableRow(int row) const;

    LogLine line(int row) const { return view(row).toLine(); }
    LogLineView view(int row) const;

    /// The number that the source gave to the line; see LogModel::firstNumber().
    qint64 number(int row) const;

    /// The row of the first accepted line with this number or a later one, or -1.
    int rowFrom(qint64 number) const;

    /// How many lines there are with those that the filter leaves out.
    int sourceRowCount() const;

    /// The accepted lines, to be read in another thread from a snapshot of the source.
    LogChoice choice() const;

Q_SIGNALS:
    void filteringChanged();

private:
    void select();
    void selectLater();
    void giveUp();
    void take(std::vector<qint64> numbers, qint64 end);
    void onRowsInserted(int first, int last);
    void onRowsAboutToBeRemoved(int last);
    void onRowsRemoved();

    LogModel &m_source;
    LogMatcher m_matcher;
    std::vector<LogColumn> m_columns;
    /// Of the accepted lines, ascending, from m_begin on; none while every line is accepted.
    std::optional<std::vector<qint64>> m_numbers;
    std::size_t m_begin = 0;
    bool m_removing = false;
    SharedLogProgress m_filtering;
    mutable QCache<qint64, LogTableRow> m_rows;
};

} // namespace coldframe
