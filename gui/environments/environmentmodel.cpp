// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/environmentmodel.h"

#include "gui/environments/lanestext.h"
#include "wording/fidelity.h"
#include "wording/figures.h"

#include <QLocale>

#include <algorithm>

namespace coldframe {

namespace {

/// Seconds are enough: what is younger than one is "0 s".
QString ageText(std::chrono::nanoseconds age)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(age);
    if (seconds.count() < 60)
        return EnvironmentModel::tr("%1 s").arg(std::max<qint64>(0, seconds.count()));
    const qint64 minutes = seconds.count() / 60;
    if (minutes < 60)
        return EnvironmentModel::tr("%1 min %2 s").arg(minutes).arg(seconds.count() % 60);
    return EnvironmentModel::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

} // namespace

EnvironmentModel::EnvironmentModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{ }

int EnvironmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_environments.size());
}

int EnvironmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const EnvironmentDescription &EnvironmentModel::environment(int row) const
{
    return m_environments[static_cast<std::size_t>(row)];
}

QVariant EnvironmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EnvironmentDescription &one = environment(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(one, index.column());
    case SortRole:
        return sortKey(one, index.column());
    case IdRole:
        return one.id;
    case Qt::ToolTipRole:
        return toolTip(one, index.column());
    case Qt::TextAlignmentRole:
        switch (index.column()) {
        case Age:
        case Calls:
        case PeakMemory:
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        default:
            return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
        }
    default:
        return {};
    }
}

QVariant EnvironmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool isFigure = section == Age || section == Calls || section == PeakMemory;
        return QVariant::fromValue((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == PeakMemory)
        return tr("Measured: the highest memory use of the processes until the end of the last "
                  "invocation");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Environment:
        return tr("Environment");
    case Function:
        return tr("Function");
    case State:
        return tr("State");
    case Age:
        return tr("Age");
    case Calls:
        return tr("Calls");
    case PeakMemory:
        return tr("Peak, measured");
    case Provisioned:
        return tr("Kept warm");
    case Version:
        return tr("Runs with");
    case IsolationKind:
        return tr("Isolation");
    }
    return {};
}

QString EnvironmentModel::display(const EnvironmentDescription &one, int column) const
{
    switch (column) {
    case Environment:
        return shortId(one.id);
    case Function:
        return one.functionName;
    case State:
        return stateText(one.state);
    case Age:
        return one.startedAt == WallTime{} ? QStringLiteral("–")
                                           : ageText(m_clock.wallNow() - one.startedAt);
    case Calls:
        return QLocale().toString(one.invocations);
    case PeakMemory:
        return one.peakMemory.value > 0 ? formatMebiBytes(one.peakMemory) : QStringLiteral("–");
    case Provisioned:
        return one.provisioned ? tr("yes") : QStringLiteral("–");
    case Version:
        return one.interpreterVersion;
    case IsolationKind:
        return isolationText(one.isolation);
    }
    return {};
}

QVariant EnvironmentModel::sortKey(const EnvironmentDescription &one, int column) const
{
    switch (column) {
    case Age:
        return QVariant::fromValue<qlonglong>(-one.startedAt.time_since_epoch().count());
    case Calls:
        return one.invocations;
    case PeakMemory:
        return QVariant::fromValue<qlonglong>(one.peakMemory.value);
    case State:
        return static_cast<int>(one.state);
    case Provisioned:
        return one.provisioned ? 0 : 1;
    default:
        return display(one, column);
    }
}

QString EnvironmentModel::toolTip(const EnvironmentDescription &one, int column) const
{
    switch (column) {
    case Environment:
        return one.id;
    case State:
        return tr("since %1").arg(timeOfDay(one.stateSince));
    case Age:
        return tr("since %1").arg(timeOfDay(one.startedAt));
    case Version:
        return one.interpreter;
    default:
        return {};
    }
}

void EnvironmentModel::setEnvironments(const std::vector<EnvironmentDescription> &environments)
{
    const auto find = [](const auto &list, const QString &id) {
        return std::find_if(list.begin(), list.end(),
                            [&id](const auto &each) { return each.id == id; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto stays = find(environments, environment(row).id);
        if (stays == environments.end()) {
            beginRemoveRows({}, row, row);
            m_environments.erase(m_environments.begin() + row);
            endRemoveRows();
        } else if (*stays != environment(row)) {
            m_environments[static_cast<std::size_t>(row)] = *stays;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    std::vector<EnvironmentDescription> added;
    for (const EnvironmentDescription &one : environments) {
        if (find(m_environments, one.id) == m_environments.end())
            added.push_back(one);
    }
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_environments.insert(m_environments.end(), added.begin(), added.end());
    endInsertRows();
}

void EnvironmentModel::tick()
{
    if (!m_environments.empty())
        Q_EMIT dataChanged(index(0, Age), index(rowCount() - 1, Age), {Qt::DisplayRole});
}

} // namespace coldframe

#include "moc_environmentmodel.cpp"
