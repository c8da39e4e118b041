// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/sqlitedatabase.h"
#include "core/invoker/queuedevent.h"

#include <chrono>
#include <vector>

namespace coldframe {

/// The file in which a queue's events outlive the program. An accepted event is on the disk when
/// add() returns. What follows is written too, but not waited for: after a power failure a step may
/// be missing, and its event is delivered once more.
class EventStore
{
public:
    /// Opens or makes the file. Damaged when it is so or no queue, NewerVersion when one
    /// made it; Unwritable when it can't be written or is in use. It is not changed then.
    static Result<EventStore> open(const QString &file);

    /// All events, the oldest first. One that was running waits for the same attempt again.
    Result<std::vector<QueuedEvent>> read() const;

    Result<void> add(const QueuedEvent &event);

    /// Writes what changed since add().
    Result<void> update(const QueuedEvent &event);
    Result<void> remove(qint64 sequence);

    /// How far virtual time was ahead, which the events' times count on.
    Result<std::chrono::nanoseconds> skipped() const;
    Result<void> setSkipped(std::chrono::nanoseconds skipped);

private:
    explicit EventStore(SqliteDatabase database);

    Result<void> addRow(const QueuedEvent &event);

    SqliteDatabase m_database;
};

} // namespace coldframe
