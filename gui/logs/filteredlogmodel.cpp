// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/filteredlogmodel.h"

#include "core/base/async.h"
#include "core/base/later.h"
#include "core/logs/logsearch.h"
#include "gui/logs/logcolumntext.h"
#include "gui/logs/logmodel.h"

#include <algorithm>

namespace coldframe {

namespace {

constexpr int CachedRows = 500;

} // namespace

FilteredLogModel::FilteredLogModel(LogModel &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_rows(CachedRows)
{
    connect(&source, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        giveUp();
        beginResetModel();
    });
    connect(&source, &QAbstractItemModel::modelReset, this, [this] {
        // Nothing for now where many lines are to be filtered.
        m_numbers = std::vector<qint64>();
        m_begin = 0;
        m_rows.clear();
        const bool isSmall = m_matcher.acceptsEveryLine() || m_source.rowCount() <= MostAtOnce;
        if (isSmall)
            select();
        endResetModel();
        if (!isSmall)
            selectLater();
    });
    connect(&source, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) {
                if (!m_numbers)
                    beginInsertRows({}, first, last);
            });
    connect(&source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    // Before, not after: while rows leave here, their lines can still be read.
    connect(&source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int, int last) { onRowsAboutToBeRemoved(last); });
    connect(&source, &QAbstractItemModel::rowsRemoved, this, &FilteredLogModel::onRowsRemoved);
}

FilteredLogModel::~FilteredLogModel()
{
    if (m_filtering)
        m_filtering->isCancelled = true;
}

int FilteredLogModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_numbers ? static_cast<int>(m_numbers->size() - m_begin) : m_source.rowCount();
}

int FilteredLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : std::max(1, static_cast<int>(m_columns.size()));
}

QVariant FilteredLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole && !m_columns.empty())
        return tableRow(index.row()).cells.at(static_cast<std::size_t>(index.column()));
    const auto row = static_cast<int>(number(index.row()) - m_source.firstNumber());
    return m_source.data(m_source.index(row), role);
}

QVariant FilteredLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= std::ssize(m_columns))
        return {};
    const LogField &field = m_columns[static_cast<std::size_t>(section)].field;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return logColumnTitle(field);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

void FilteredLogModel::setMatcher(LogMatcher matcher)
{
    giveUp();
    m_matcher = std::move(matcher);
    if (!m_matcher.acceptsEveryLine() && m_source.rowCount() > MostAtOnce) {
        selectLater();
        return;
    }
    beginResetModel();
    select();
    endResetModel();
}

void FilteredLogModel::setColumns(std::vector<LogColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.clear();
    endResetModel();
}

const LogTableRow &FilteredLogModel::tableRow(int row) const
{
    const qint64 key = number(row);
    if (const LogTableRow *known = m_rows.object(key))
        return *known;
    m_rows.insert(key, new LogTableRow(coldframe::tableRow(view(row), m_columns)));
    return *m_rows.object(key);
}

LogLineView FilteredLogModel::view(int row) const
{
    return m_source.view(static_cast<int>(number(row) - m_source.firstNumber()));
}

qint64 FilteredLogModel::number(int row) const
{
    return m_numbers ? m_numbers->at(m_begin + static_cast<std::size_t>(row))
                     : m_source.firstNumber() + row;
}

int FilteredLogModel::rowFrom(qint64 number) const
{
    if (!m_numbers) {
        const qint64 row = std::max<qint64>(number - m_source.firstNumber(), 0);
        return row < m_source.rowCount() ? static_cast<int>(row) : -1;
    }
    const auto begin = m_numbers->begin() + static_cast<std::ptrdiff_t>(m_begin);
    const auto found = std::lower_bound(begin, m_numbers->end(), number);
    return found == m_numbers->end() ? -1 : static_cast<int>(found - begin);
}

int FilteredLogModel::sourceRowCount() const
{
    return m_source.rowCount();
}

LogChoice FilteredLogModel::choice() const
{
    if (!m_numbers)
        return {};
    return {std::vector<qint64>(m_numbers->begin() + static_cast<std::ptrdiff_t>(m_begin),
                                m_numbers->end())};
}

void FilteredLogModel::select()
{
    m_begin = 0;
    m_numbers.reset();
    if (m_matcher.acceptsEveryLine())
        return;
    m_numbers.emplace();
    for (int row = 0; row < m_source.rowCount(); ++row) {
        if (m_matcher.matches(m_source.view(row)))
            m_numbers->push_back(m_source.firstNumber() + row);
    }
}

void FilteredLogModel::selectLater()
{
    m_filtering = std::make_shared<LogProgress>();
    auto lines = std::make_shared<const LogStore>(m_source.snapshot());
    whenDone(later([lines, matcher = m_matcher, progress = m_filtering] {
                 return matchingLines(*lines, matcher, *progress);
             }),
             this,
             [this, progress = m_filtering,
              end = lines->endNumber()](Result<std::vector<qint64>> found) {
                 if (progress != m_filtering || !found)
                     return; // another filter was asked for
                 m_filtering.reset();
                 take(std::move(*found), end);
                 Q_EMIT filteringChanged();
             });
    Q_EMIT filteringChanged();
}

void FilteredLogModel::giveUp()
{
    if (!m_filtering)
        return;
    m_filtering->isCancelled = true;
    m_filtering.reset();
    Q_EMIT filteringChanged();
}

void FilteredLogModel::take(std::vector<qint64> numbers, qint64 end)
{
    // Lines came and left while the others were filtered.
    numbers.erase(numbers.begin(),
                  std::lower_bound(numbers.begin(), numbers.end(), m_source.firstNumber()));
    const qint64 sourceEnd = m_source.firstNumber() + m_source.rowCount();
    for (qint64 each = std::max(end, m_source.firstNumber()); each < sourceEnd; ++each) {
        if (m_matcher.matches(m_source.view(static_cast<int>(each - m_source.firstNumber()))))
            numbers.push_back(each);
    }
    beginResetModel();
    m_numbers = std::move(numbers);
    m_begin = 0;
    endResetModel();
}

void FilteredLogModel::onRowsInserted(int first, int last)
{
    if (!m_numbers) {
        endInsertRows();
        return;
    }
    if (m_filtering)
        return;
    std::vector<qint64> accepted;
    for (int row = first; row <= last; ++row) {
        if (m_matcher.matches(m_source.view(row)))
            accepted.push_back(m_source.firstNumber() + row);
    }
    if (accepted.empty())
        return;
    const int begin = rowCount();
    beginInsertRows({}, begin, begin + static_cast<int>(accepted.size()) - 1);
    m_numbers->insert(m_numbers->end(), accepted.begin(), accepted.end());
    endInsertRows();
}

void FilteredLogModel::onRowsAboutToBeRemoved(int last)
{
    const qint64 firstKept = m_source.firstNumber() + last + 1;
    if (!m_numbers) {
        m_removing = true;
        beginRemoveRows({}, 0, last);
        return;
    }
    const auto begin = m_numbers->begin() + static_cast<std::ptrdiff_t>(m_begin);
    const auto kept = std::lower_bound(begin, m_numbers->end(), firstKept);
    if (kept == begin)
        return;
    beginRemoveRows({}, 0, static_cast<int>(kept - begin) - 1);
    m_begin = static_cast<std::size_t>(kept - m_numbers->begin());
    if (m_begin > m_numbers->size() / 2) {
        m_numbers->erase(m_numbers->begin(), kept);
        m_begin = 0;
    }
    endRemoveRows();
}

void FilteredLogModel::onRowsRemoved()
{
    if (std::exchange(m_removing, false))
        endRemoveRows();
}

} // namespace coldframe

#include "moc_filteredlogmodel.cpp"
