// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/historymodel.h"

#include "core/history/trend.h"
#include "wording/figures.h"
#include "wording/historytext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace coldframe {

namespace {

QDateTime localTimeOf(const RunSummary &run)
{
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(run.startedAt.time_since_epoch()).count());
}

bool isFigure(HistoryModel::Column column)
{
    switch (column) {
    case HistoryModel::Duration:
    case HistoryModel::Init:
    case HistoryModel::Memory:
    case HistoryModel::Cost:
        return true;
    case HistoryModel::Time:
    case HistoryModel::Function:
    case HistoryModel::Event:
    case HistoryModel::Status:
    case HistoryModel::Start:
    case HistoryModel::Commit:
    case HistoryModel::Tags:
        return false;
    }
    return false;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunSummary &shown = run(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == IdRole)
        return shown.id;
    if (role == FailedRole)
        return shown.status != InvocationStatus::Succeeded;
    if (role == Qt::TextAlignmentRole)
        return isFigure(column) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant();
    if (role == Qt::ToolTipRole) {
        switch (column) {
        case Time:
            return QLocale().toString(localTimeOf(shown), QLocale::LongFormat);
        case Event:
            return shown.metadata.fixture;
        case Status:
            return shown.errorType;
        case Commit:
            return shown.metadata.commit.id;
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return QLocale().toString(localTimeOf(shown).date(), QLocale::ShortFormat) + u' '
            + localTimeOf(shown).toString(QStringLiteral("HH:mm:ss"));
    case Function:
        return shown.function;
    case Event:
        return runEventText(shown.metadata);
    case Status:
        return runStatusText(shown.status);
    case Start:
        return shown.isCold() ? tr("cold") : tr("warm");
    case Duration:
        return formatDuration(shown.duration);
    case Init:
        return shown.initDuration ? formatDuration(*shown.initDuration) : QString();
    case Memory:
        return formatMebiBytes(shown.maxMemoryUsed);
    case Cost: {
        const std::optional<Money> cost = costOf(shown, m_prices);
        return cost ? formatExactMoney(*cost) : QString();
    }
    case Commit:
        return commitText(shown.metadata.commit);
    case Tags:
        return shown.tags.join(QStringLiteral(", "));
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return tr("Time");
    case Function:
        return tr("Function");
    case Event:
        return tr("Event");
    case Status:
        return tr("Status");
    case Start:
        return tr("Start");
    case Duration:
        return tr("Duration");
    case Init:
        return tr("Init");
    case Memory:
        return tr("Max memory");
    case Cost:
        return tr("Cost");
    case Commit:
        return tr("Commit");
    case Tags:
        return tr("Tags");
    }
    return {};
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_runs.empty())
        return;
    m_isFetching = true;
    Q_EMIT moreRequested(m_runs.back().id);
}

void HistoryModel::setRuns(std::vector<RunSummary> runs, bool hasMore)
{
    beginResetModel();
    m_runs = std::move(runs);
    m_hasMore = hasMore;
    m_isFetching = false;
    endResetModel();
}

void HistoryModel::append(const std::vector<RunSummary> &runs, bool hasMore)
{
    m_hasMore = hasMore;
    m_isFetching = false;
    if (runs.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(runs.size()) - 1);
    m_runs.insert(m_runs.end(), runs.begin(), runs.end());
    endInsertRows();
}

void HistoryModel::prepend(const std::vector<RunSummary> &runs)
{
    if (runs.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(runs.size()) - 1);
    m_runs.insert(m_runs.begin(), runs.begin(), runs.end());
    endInsertRows();
}

void HistoryModel::update(const std::vector<RunSummary> &runs)
{
    std::map<RunId, const RunSummary *> known;
    for (const RunSummary &each : runs)
        known.emplace(each.id, &each);
    for (int row = rowCount() - 1; row >= 0; --row) {
        RunSummary &shown = m_runs[static_cast<std::size_t>(row)];
        const auto found = known.find(shown.id);
        if (found == known.end()) {
            beginRemoveRows({}, row, row);
            m_runs.erase(m_runs.begin() + row);
            endRemoveRows();
        } else if (shown != *found->second) {
            shown = *found->second;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

void HistoryModel::setPriceBook(const PriceBook &prices)
{
    m_prices = prices;
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, Cost), index(rowCount() - 1, Cost));
}

std::optional<RunId> HistoryModel::newest() const
{
    return m_runs.empty() ? std::nullopt : std::optional(m_runs.front().id);
}

std::optional<RunId> HistoryModel::oldest() const
{
    return m_runs.empty() ? std::nullopt : std::optional(m_runs.back().id);
}

} // namespace coldframe

#include "moc_historymodel.cpp"
