// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/runtime/telemetrysubscription.h"

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace coldframe {

/// What had to be left out.
struct DroppedTelemetry
{
    qint64 records = 0;
    qint64 bytes = 0;

    bool operator==(const DroppedTelemetry &) const = default;
};

/// Records on their way to one subscriber: decides what makes a batch and when it is due, without
/// a clock or a socket of its own (extensions, section 3, Delivery).
class TelemetryBuffer
{
public:
    /// Records wait up to backlogBytes, whatever the subscriber's own figures are; more is dropped.
    explicit TelemetryBuffer(TelemetryBuffering limits, qsizetype backlogBytes = 4 * 1024 * 1024);

    void setLimits(TelemetryBuffering limits) { m_limits = limits; }

    /// Puts a record behind the others, or drops it when too much waits.
    void add(QByteArray record, Instant now);

    /// Everything that waits is due from now on.
    void flush() { m_flushed = m_records.size(); }

    /// When the next batch is due: now or earlier when it is full or was flushed, never when
    /// nothing waits.
    std::optional<Instant> dueAt() const;

    /// The oldest records, at most maxItems, until they reach maxBytes.
    std::vector<QByteArray> take();

    bool isEmpty() const { return m_records.empty(); }
    qsizetype bytes() const { return m_bytes; }

    /// What was dropped since the last call.
    DroppedTelemetry takeDropped();

    /// Counts records that were taken and could not be delivered.
    void noteDropped(const std::vector<QByteArray> &records);

private:
    struct Waiting
    {
        QByteArray record;
        Instant since;
    };

    TelemetryBuffering m_limits;
    qsizetype m_backlogBytes;
    std::deque<Waiting> m_records;
    std::size_t m_flushed = 0; ///< so many of the oldest are due
    qsizetype m_bytes = 0;
    DroppedTelemetry m_dropped;
};

} // namespace coldframe
