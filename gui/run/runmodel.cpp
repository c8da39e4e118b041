// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runmodel.h"

#include "wording/coldstarttext.h"

#include <algorithm>
#include <iterator>

namespace coldframe {

using namespace std::chrono_literals;

namespace {

bool isFigure(RunModel::Column column)
{
    switch (column) {
    case RunModel::Init:
    case RunModel::Duration:
    case RunModel::Billed:
    case RunModel::MemoryUsed:
    case RunModel::Cost:
        return true;
    case RunModel::Started:
    case RunModel::Function:
    case RunModel::Event:
    case RunModel::Status:
    case RunModel::Start:
        break;
    }
    return false;
}

QString headingOf(RunModel::Column column)
{
    switch (column) {
    case RunModel::Started:
        return RunModel::tr("Time");
    case RunModel::Function:
        return RunModel::tr("Function");
    case RunModel::Event:
        return RunModel::tr("Event");
    case RunModel::Status:
        return RunModel::tr("Status");
    case RunModel::Start:
        return RunModel::tr("Start");
    case RunModel::Init:
        return RunModel::tr("Init");
    case RunModel::Duration:
        return RunModel::tr("Duration");
    case RunModel::Billed:
        return RunModel::tr("Billed");
    case RunModel::MemoryUsed:
        return RunModel::tr("Memory used");
    case RunModel::Cost:
        return RunModel::tr("Cost");
    }
    return {};
}

double progressOf(const Run &run, Instant now)
{
    if (run.timeout <= 0ms)
        return 0.0;
    const std::chrono::duration<double> elapsed = now - run.began;
    return std::clamp(elapsed / std::chrono::duration<double>(run.timeout), 0.0, 1.0);
}

QVariant tooltipOf(const Run &run, RunModel::Column column)
{
    if (column == RunModel::Start && run.record)
        return coldStartText(*run.record);
    if (column == RunModel::Status && run.record && !run.record->errorType.isEmpty())
        return run.record->errorType;
    return {};
}

} // namespace

RunModel::RunModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
    m_tick.setInterval(100ms);
    connect(&m_tick, &QTimer::timeout, this, &RunModel::tick);
}

int RunModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Run &row = run(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(row, column, m_clock.now());
    case Qt::ToolTipRole:
        return tooltipOf(row, column);
    case Qt::TextAlignmentRole:
        return isFigure(column) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant();
    case SortRole:
        return sortKeyOf(row, column, m_clock.now());
    case RecordRole:
        return row.record ? QVariant::fromValue(*row.record) : QVariant();
    case RequestIdRole:
        return row.requestId;
    case RunningRole:
        return row.isRunning();
    case ProgressRole:
        return row.isRunning() ? QVariant(progressOf(row, m_clock.now())) : QVariant();
    case StatusRole:
        return row.record ? QVariant(int(row.record->status)) : QVariant();
    case FigureRole:
        return isFigure(column);
    default:
        return {};
    }
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return headingOf(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

const Run &RunModel::run(int row) const
{
    return m_runs.at(static_cast<std::size_t>(row));
}

int RunModel::rowOf(const QString &requestId) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const Run &run) { return run.requestId == requestId; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

void RunModel::begin(const InvocationRequest &request, const QString &eventName)
{
    insert({request.requestId,
            request.function.name,
            eventName,
            m_clock.wallNow(),
            request.function.timeout,
            m_clock.now(),
            {},
            {},
            {}});
    m_tick.start();
}

void RunModel::finish(const InvocationRecord &record, std::optional<Money> cost)
{
    const int row = rowOf(record.requestId);
    if (row < 0) {
        insert({record.requestId,
                record.function.name,
                {},
                record.startedAt,
                record.function.timeout,
                {},
                record,
                cost,
                {}});
        return;
    }
    Run &run = m_runs[static_cast<std::size_t>(row)];
    run.startedAt = record.startedAt;
    run.record = record;
    run.cost = cost;
    if (!isAnyRunning())
        m_tick.stop();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunModel::abandon(const QString &requestId)
{
    if (const int row = rowOf(requestId); row >= 0)
        removeAt(row);
    if (!isAnyRunning())
        m_tick.stop();
}

void RunModel::clearFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!run(row).isRunning())
            removeAt(row);
    }
}

void RunModel::append(std::vector<Run> runs)
{
    if (runs.size() > LongestSession)
        runs.erase(runs.begin(), runs.end() - LongestSession);
    if (runs.empty())
        return;
    makeRoomFor(static_cast<int>(runs.size()));
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(runs.size()) - 1);
    std::move(runs.begin(), runs.end(), std::back_inserter(m_runs));
    endInsertRows();
}

void RunModel::makeRoomFor(int runs)
{
    for (int row = 0; row < rowCount() && rowCount() + runs > LongestSession;) {
        if (run(row).isRunning())
            ++row;
        else
            removeAt(row);
    }
}

void RunModel::insert(Run run)
{
    makeRoomFor(1);
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_runs.push_back(std::move(run));
    endInsertRows();
}

void RunModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_runs.erase(m_runs.begin() + row);
    endRemoveRows();
}

void RunModel::tick()
{
    for (int row = 0; row < rowCount(); ++row) {
        if (run(row).isRunning())
            Q_EMIT dataChanged(index(row, Status), index(row, Duration),
                               {Qt::DisplayRole, ProgressRole});
    }
}

bool RunModel::isAnyRunning() const
{
    return std::any_of(m_runs.begin(), m_runs.end(), [](const Run &r) { return r.isRunning(); });
}

} // namespace coldframe

#include "moc_runmodel.cpp"
