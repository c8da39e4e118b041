// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuemodel.h"

#include "core/lambda/errorpayload.h"
#include "gui/queue/queuetext.h"
#include "wording/errortext.h"

#include <algorithm>

namespace coldframe {

namespace {

/// The event itself, its name and its time of acceptance never change.
bool isSameStep(const QueuedEvent &a, const QueuedEvent &b)
{
    return a.state == b.state && a.attempts == b.attempts && a.throttles == b.throttles
        && a.duplicates == b.duplicates && a.nextAttemptAt == b.nextAttemptAt
        && a.condition == b.condition && a.deliveries == b.deliveries;
}

bool isOver(const QueuedEvent &event)
{
    return event.isFinished();
}

bool isBefore(const QueuedEvent &a, const QueuedEvent &b)
{
    return a.sequence < b.sequence;
}

bool standsRight(QueueModel::Column column)
{
    return column == QueueModel::Attempts || column == QueueModel::Throttles;
}

} // namespace

QueueAttempt queueAttempt(const EventAttempt &attempt, WallTime at)
{
    QueueAttempt shown{at, attempt.number, attempt.isDuplicate, attempt.outcome};
    if (attempt.record) {
        shown.duration = attempt.record->report.duration;
        if (attempt.outcome != AttemptOutcome::Succeeded) {
            const ErrorPayload error = parseErrorPayload(attempt.record->response);
            shown.problem = error.errorType.isEmpty() ? attempt.record->errorType : error.errorType;
            if (!error.errorMessage.isEmpty())
                shown.problem += QStringLiteral(": ") + error.errorMessage;
        }
    } else if (attempt.error) {
        shown.problem = errorText(*attempt.error);
    }
    return shown;
}

QueueModel::QueueModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueuedEvent &shown = event(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return queueCellText(shown, column, m_now);
    case Qt::ToolTipRole:
        return queueCellToolTip(shown, column);
    case Qt::TextAlignmentRole:
        return standsRight(column) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
                                   : QVariant();
    case SortRole:
        return queueSortKey(shown, column);
    case RequestIdRole:
        return shown.requestId;
    case StateRole:
        return static_cast<int>(shown.state);
    case ProblemRole:
        return std::any_of(shown.deliveries.begin(), shown.deliveries.end(),
                           [](const EventDelivery &each) { return !each.problem.isEmpty(); });
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return queueHeading(column);
    case Qt::ToolTipRole:
        return queueHeadingToolTip(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((standsRight(column) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

void QueueModel::setEvents(const std::vector<QueuedEvent> &events)
{
    removeAllBut(events);
    int firstChanged = -1;
    int lastChanged = -1;
    for (auto next = events.begin(); next != events.end();) {
        const int row = static_cast<int>(next - events.begin());
        if (row == rowCount() || event(row).sequence != next->sequence) {
            const auto end = row == rowCount()
                ? events.end()
                : std::find_if(next, events.end(), [known = event(row).sequence](const auto &each) {
                      return each.sequence == known;
                  });
            insert(row, next, end);
            next = end;
            continue;
        }
        if (!isSameStep(event(row), *next)) {
            m_events[static_cast<std::size_t>(row)] = *next;
            firstChanged = firstChanged < 0 ? row : firstChanged;
            lastChanged = row;
        }
        ++next;
    }
    if (lastChanged >= 0)
        Q_EMIT dataChanged(index(firstChanged, 0), index(lastChanged, ColumnCount - 1));
}

void QueueModel::removeAllBut(const std::vector<QueuedEvent> &events)
{
    const auto stays = [&events](const QueuedEvent &each) {
        return std::binary_search(events.begin(), events.end(), each, isBefore);
    };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (stays(event(last)))
            continue;
        int first = last;
        while (first > 0 && !stays(event(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_attempts.remove(event(row).requestId);
        m_events.erase(m_events.begin() + first, m_events.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void QueueModel::insert(int row, std::vector<QueuedEvent>::const_iterator begin,
                        std::vector<QueuedEvent>::const_iterator end)
{
    beginInsertRows({}, row, row + static_cast<int>(end - begin) - 1);
    m_events.insert(m_events.begin() + row, begin, end);
    endInsertRows();
}

void QueueModel::addAttempt(const QString &requestId, const QueueAttempt &attempt)
{
    m_attempts[requestId].push_back(attempt);
    if (const int row = rowOf(requestId); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void QueueModel::clear()
{
    setEvents({});
    m_attempts.clear();
}

void QueueModel::setNow(WallTime now)
{
    m_now = now;
    const auto first = std::find_if_not(m_events.begin(), m_events.end(), isOver);
    if (first == m_events.end())
        return;
    const auto last = std::find_if_not(m_events.rbegin(), m_events.rend(), isOver);
    Q_EMIT dataChanged(index(static_cast<int>(first - m_events.begin()), NextAttempt),
                       index(static_cast<int>(m_events.rend() - last) - 1, Age), {Qt::DisplayRole});
}

const QueuedEvent &QueueModel::event(int row) const
{
    return m_events.at(static_cast<std::size_t>(row));
}

std::vector<QueueAttempt> QueueModel::attempts(int row) const
{
    return m_attempts.value(event(row).requestId);
}

int QueueModel::rowOf(const QString &requestId) const
{
    const auto found = std::find_if(m_events.begin(), m_events.end(), [&](const QueuedEvent &each) {
        return each.requestId == requestId;
    });
    return found == m_events.end() ? -1 : static_cast<int>(found - m_events.begin());
}

int QueueModel::count(QueuedEvent::State state) const
{
    return static_cast<int>(
        std::count_if(m_events.begin(), m_events.end(),
                      [state](const QueuedEvent &each) { return each.state == state; }));
}

std::optional<WallTime> QueueModel::nextAttemptAt() const
{
    std::optional<WallTime> next;
    for (const QueuedEvent &each : m_events) {
        if (each.state == QueuedEvent::State::Waiting && (!next || each.nextAttemptAt < *next))
            next = each.nextAttemptAt;
    }
    return next;
}

} // namespace coldframe

#include "moc_queuemodel.cpp"
