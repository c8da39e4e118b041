// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/telemetrybuffer.h"
#include "core/runtime/telemetrytransport.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace coldframe {

/// The reason that platform.logsDropped gives (logs, section 3).
inline constexpr const char *LogsDroppedReason
    = "Some logs were dropped because the downstream consumer is slower than the logs production "
      "rate";

/// The JSON of a whole record: {"time":...,"type":...,"record":...}, the record being JSON already.
QByteArray telemetryEnvelope(WallTime time, QByteArrayView typeName, QByteArrayView recordJson);

/// Brings the telemetry of one subscriber to it: in batches, again with growing pauses when that
/// fails, and with a platform.logsDropped record when something had to be left out. Its memory is
/// bounded by the buffer's backlog and one batch.
class TelemetryDelivery final : public QObject
{
    Q_OBJECT

public:
    TelemetryDelivery(const Clock &clock, TelemetrySubscription subscription,
                      std::unique_ptr<TelemetryTransport> transport, QObject *parent = nullptr);
    ~TelemetryDelivery() override;

    const TelemetrySubscription &subscription() const { return m_subscription; }

    /// The JSON of a whole record.
    void add(QByteArray record);

    /// Records that were left out before they came here.
    void addDropped(DroppedTelemetry dropped);

    /// Delivers what waits without waiting for a full batch. drained() may follow.
    void flush();

    /// Whether nothing waits and nothing is on its way.
    bool isDrained() const { return m_batch.empty() && m_buffer.isEmpty(); }

    /// Keeps everything back, because nobody can listen.
    void pause();
    void resume();

    /// Goes on with another subscription; what waits is delivered there.
    void replace(TelemetrySubscription subscription, std::unique_ptr<TelemetryTransport> transport);

Q_SIGNALS:
    void drained();

    /// Records were left out. Told when the subscriber is told, and at a flush.
    void dropped(qint64 records, qint64 bytes);

private:
    void useTransport(std::unique_ptr<TelemetryTransport> transport);
    void schedule();
    void sendDue();
    void sendBatch();
    void batchSent(TelemetryTransport::Outcome outcome);
    void collectDropped();
    void tellDropped();

    const Clock &m_clock;
    TelemetrySubscription m_subscription;
    std::unique_ptr<TelemetryTransport> m_transport;
    TelemetryBuffer m_buffer;
    QTimer m_timer;
    std::vector<QByteArray> m_batch; ///< on its way, or waiting for another attempt
    int m_failures = 0; ///< of this batch
    int m_refusals = 0; ///< of this batch
    bool m_isSending = false;
    bool m_isPaused = false;
    DroppedTelemetry m_untoldSubscriber;
    DroppedTelemetry m_untoldLog;
};

} // namespace coldframe
