// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/filteredlogmodel.h"

#include "gui/logs/logmodel.h"

#include <algorithm>
#include <vector>

namespace coldframe {

FilteredLogModel::FilteredLogModel(LogModel &source, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
{
    select();
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        select();
        endResetModel();
    });
    connect(&source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    // Before, not after: while rows leave here, their lines can still be read.
    connect(&source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int, int last) { onRowsAboutToBeRemoved(last); });
}

int FilteredLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

QVariant FilteredLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<int>(number(index.row()) - m_source.firstNumber());
    return m_source.data(m_source.index(row), role);
}

void FilteredLogModel::setMatcher(LogMatcher matcher)
{
    beginResetModel();
    m_matcher = std::move(matcher);
    select();
    endResetModel();
}

const LogLine &FilteredLogModel::line(int row) const
{
    return m_source.line(static_cast<int>(number(row) - m_source.firstNumber()));
}

qint64 FilteredLogModel::number(int row) const
{
    return m_numbers.at(static_cast<std::size_t>(row));
}

int FilteredLogModel::rowFrom(qint64 number) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    return found == m_numbers.end() ? -1 : static_cast<int>(found - m_numbers.begin());
}

int FilteredLogModel::sourceRowCount() const
{
    return m_source.rowCount();
}

void FilteredLogModel::select()
{
    m_numbers.clear();
    for (int row = 0; row < m_source.rowCount(); ++row) {
        if (m_matcher.matches(m_source.line(row)))
            m_numbers.push_back(m_source.firstNumber() + row);
    }
}

void FilteredLogModel::onRowsInserted(int first, int last)
{
    std::vector<qint64> accepted;
    for (int row = first; row <= last; ++row) {
        if (m_matcher.matches(m_source.line(row)))
            accepted.push_back(m_source.firstNumber() + row);
    }
    if (accepted.empty())
        return;
    const int begin = rowCount();
    beginInsertRows({}, begin, begin + static_cast<int>(accepted.size()) - 1);
    m_numbers.insert(m_numbers.end(), accepted.begin(), accepted.end());
    endInsertRows();
}

void FilteredLogModel::onRowsAboutToBeRemoved(int last)
{
    const qint64 firstKept = m_source.firstNumber() + last + 1;
    const auto kept = std::lower_bound(m_numbers.begin(), m_numbers.end(), firstKept);
    if (kept == m_numbers.begin())
        return;
    beginRemoveRows({}, 0, static_cast<int>(kept - m_numbers.begin()) - 1);
    m_numbers.erase(m_numbers.begin(), kept);
    endRemoveRows();
}

} // namespace coldframe
