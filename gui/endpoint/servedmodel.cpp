// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/endpoint/servedmodel.h"

#include "wording/figures.h"

#include <QDateTime>

namespace coldframe {

namespace {

bool isFailed(const ServedRequest &request)
{
    return request.status >= 400 || !request.error.isEmpty();
}

/// Something that is no call of Lambda's API is named as it was sent.
QString operationText(const ServedRequest &request)
{
    return request.operation.isEmpty() ? request.method + u' ' + request.path : request.operation;
}

QString displayOf(const ServedCall &call, ServedModel::Column column)
{
    using namespace std::chrono;
    switch (column) {
    case ServedModel::Time:
        return QDateTime::fromMSecsSinceEpoch(
                   duration_cast<milliseconds>(call.at.time_since_epoch()).count())
            .toString(QStringLiteral("HH:mm:ss"));
    case ServedModel::Operation:
        return operationText(call.request);
    case ServedModel::Function:
        return call.request.functionName;
    case ServedModel::Status:
        return QString::number(call.request.status);
    case ServedModel::Duration:
        return formatDuration(call.request.duration);
    case ServedModel::Problem:
        return call.request.error;
    }
    return {};
}

} // namespace

int ServedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_calls.size());
}

int ServedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ServedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServedCall &shown = call(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(shown, column);
    case Qt::ToolTipRole:
        return tr("%1 %2\nRequest ID %3")
            .arg(shown.request.method, shown.request.path, shown.request.requestId);
    case Qt::TextAlignmentRole:
        return column == Duration ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                  : QVariant();
    case FailedRole:
        return isFailed(shown.request);
    default:
        return {};
    }
}

QVariant ServedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == Duration ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return tr("Time");
    case Operation:
        return tr("Operation");
    case Function:
        return tr("Function");
    case Status:
        return tr("Status");
    case Duration:
        return tr("Duration");
    case Problem:
        return tr("Error");
    }
    return {};
}

void ServedModel::add(std::vector<ServedCall> calls)
{
    if (calls.size() > MostCalls)
        calls.erase(calls.begin(), calls.end() - MostCalls);
    if (calls.empty())
        return;
    const int surplus = rowCount() + static_cast<int>(calls.size()) - MostCalls;
    if (surplus > 0) {
        beginRemoveRows({}, rowCount() - surplus, rowCount() - 1);
        m_calls.erase(m_calls.end() - surplus, m_calls.end());
        endRemoveRows();
    }
    beginInsertRows({}, 0, static_cast<int>(calls.size()) - 1);
    for (ServedCall &each : calls)
        m_calls.push_front(std::move(each));
    endInsertRows();
}

void ServedModel::clear()
{
    if (m_calls.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_calls.clear();
    endRemoveRows();
}

const ServedCall &ServedModel::call(int row) const
{
    return m_calls.at(static_cast<std::size_t>(row));
}

} // namespace coldframe

#include "moc_servedmodel.cpp"
