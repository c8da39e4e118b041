// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrybuffer.h"

#include <utility>

namespace coldframe {

TelemetryBuffer::TelemetryBuffer(TelemetryBuffering limits, qsizetype backlogBytes)
    : m_limits(limits)
    , m_backlogBytes(backlogBytes)
{ }

void TelemetryBuffer::add(QByteArray record, Instant now)
{
    if (m_bytes + record.size() > m_backlogBytes) {
        ++m_dropped.records;
        m_dropped.bytes += record.size();
        return;
    }
    m_bytes += record.size();
    m_records.push_back({std::move(record), now});
}

std::optional<Instant> TelemetryBuffer::dueAt() const
{
    if (m_records.empty())
        return std::nullopt;
    const Instant oldest = m_records.front().since;
    const bool isFull
        = m_records.size() >= std::size_t(m_limits.maxItems) || m_bytes >= m_limits.maxBytes;
    return m_flushed > 0 || isFull ? oldest : oldest + m_limits.timeout;
}

std::vector<QByteArray> TelemetryBuffer::take()
{
    std::vector<QByteArray> batch;
    qsizetype bytes = 0;
    while (!m_records.empty() && batch.size() < std::size_t(m_limits.maxItems)
           && bytes < m_limits.maxBytes) {
        bytes += m_records.front().record.size();
        batch.push_back(std::move(m_records.front().record));
        m_records.pop_front();
    }
    m_bytes -= bytes;
    m_flushed -= qMin(m_flushed, batch.size());
    return batch;
}

DroppedTelemetry TelemetryBuffer::takeDropped()
{
    return std::exchange(m_dropped, {});
}

void TelemetryBuffer::noteDropped(const std::vector<QByteArray> &records)
{
    m_dropped.records += qint64(records.size());
    for (const QByteArray &record : records)
        m_dropped.bytes += record.size();
}

} // namespace coldframe
