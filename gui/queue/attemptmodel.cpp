// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/attemptmodel.h"

#include "gui/queue/queuetext.h"
#include "wording/figures.h"

namespace coldframe {

int AttemptModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_attempts.size());
}

int AttemptModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttemptModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueueAttempt &attempt = m_attempts.at(static_cast<std::size_t>(index.row()));
    const auto column = static_cast<Column>(index.column());
    if (role == OutcomeRole)
        return static_cast<int>(attempt.outcome);
    if (role == Qt::ToolTipRole && column == Problem && !attempt.problem.isEmpty())
        return attempt.problem;
    if (role == Qt::TextAlignmentRole && column == Duration)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Time:
        return timeOfDayText(attempt.at);
    case Number:
        return attemptNumberText(attempt);
    case Outcome:
        return attemptOutcomeText(attempt.outcome);
    case Duration:
        return attempt.duration ? formatDuration(*attempt.duration) : QStringLiteral("\u2013");
    case Problem:
        return attempt.problem.simplified();
    }
    return {};
}

QVariant AttemptModel::headerData(int section, Qt::Orientation orientation, int role) const
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
        return tr("Ended");
    case Number:
        return tr("Attempt");
    case Outcome:
        return tr("Outcome");
    case Duration:
        return tr("Duration");
    case Problem:
        return tr("Error");
    }
    return {};
}

void AttemptModel::extend(const std::vector<QueueAttempt> &attempts)
{
    if (attempts.size() <= m_attempts.size())
        return;
    beginInsertRows({}, rowCount(), static_cast<int>(attempts.size()) - 1);
    m_attempts = attempts;
    endInsertRows();
}

void AttemptModel::setAttempts(const std::vector<QueueAttempt> &attempts)
{
    beginResetModel();
    m_attempts = attempts;
    endResetModel();
}

} // namespace coldframe

#include "moc_attemptmodel.cpp"
