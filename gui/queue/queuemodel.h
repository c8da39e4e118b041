// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/queuedevent.h"

#include <QAbstractTableModel>
#include <QHash>

#include <chrono>
#include <optional>
#include <vector>

namespace coldframe {

/// One attempt of an event as it was told, without the record, which the list of runs has.
struct QueueAttempt
{
    WallTime at{}; ///< virtual, when it ended
    int number = 1; ///< of the event's runs; of its duplicates when it is one
    bool isDuplicate = false;
    AttemptOutcome outcome = AttemptOutcome::Succeeded;
    std::optional<std::chrono::microseconds> duration = {}; ///< when it ran
    QString problem = {}; ///< type and message of its error, or why it could not run
};

QueueAttempt queueAttempt(const EventAttempt &attempt, WallTime at);

/// The asynchronous events of a queue in the order in which they were accepted, and what was told
/// of their attempts. All times are virtual.
class QueueModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        State,
        Function,
        Attempts,
        Throttles,
        NextAttempt,
        Age,
        Condition,
        Destination,
        RequestId,
    };
    static constexpr int ColumnCount = RequestId + 1;

    enum Role {
        SortRole = Qt::UserRole, ///< raw, for comparison
        RequestIdRole,
        StateRole, ///< QueuedEvent::State as int
        ProblemRole, ///< bool: a destination did not get the record
    };

    explicit QueueModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// The events as they are now, in order of acceptance: rows come, change and leave accordingly.
    void setEvents(const std::vector<QueuedEvent> &events);

    /// May come before the event does.
    void addAttempt(const QString &requestId, const QueueAttempt &attempt);

    /// For another queue.
    void clear();

    /// The present in virtual time; what counts down or up follows it.
    void setNow(WallTime now);
    WallTime now() const { return m_now; }

    const QueuedEvent &event(int row) const;

    /// What was told since the window is open.
    std::vector<QueueAttempt> attempts(int row) const;

    /// The row of an event, or -1.
    int rowOf(const QString &requestId) const;

    int count(QueuedEvent::State state) const;

    /// When the next waiting event is due.
    std::optional<WallTime> nextAttemptAt() const;

private:
    void removeAllBut(const std::vector<QueuedEvent> &events);
    void insert(int row, std::vector<QueuedEvent>::const_iterator begin,
                std::vector<QueuedEvent>::const_iterator end);

    std::vector<QueuedEvent> m_events; ///< by sequence
    QHash<QString, std::vector<QueueAttempt>> m_attempts; ///< by request id
    WallTime m_now{};
};

} // namespace coldframe
