// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrydelivery.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QPointer>

#include <utility>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds FirstPause = 50ms;
constexpr std::chrono::milliseconds LongestPause = 1s;
constexpr int MostRefusals = 5; // then the batch itself is taken to be the reason

std::chrono::milliseconds pauseAfter(int failures)
{
    return std::min(FirstPause * (1 << std::min(failures - 1, 8)), LongestPause);
}

} // namespace

QByteArray telemetryEnvelope(WallTime time, QByteArrayView typeName, QByteArrayView recordJson)
{
    const auto milliseconds
        = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QByteArray stamp = QDateTime::fromMSecsSinceEpoch(milliseconds.count(), Qt::UTC)
                                 .toString(Qt::ISODateWithMs)
                                 .toLatin1();
    QByteArray json;
    json.reserve(stamp.size() + typeName.size() + recordJson.size() + 40);
    json += "{\"time\":\"" + stamp + "\",\"type\":\"";
    json += typeName;
    json += "\",\"record\":";
    json += recordJson;
    json += '}';
    return json;
}

TelemetryDelivery::TelemetryDelivery(const Clock &clock, TelemetrySubscription subscription,
                                     std::unique_ptr<TelemetryTransport> transport, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_subscription(std::move(subscription))
    , m_buffer(m_subscription.buffering)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TelemetryDelivery::sendDue);
    useTransport(std::move(transport));
}

TelemetryDelivery::~TelemetryDelivery() = default;

void TelemetryDelivery::useTransport(std::unique_ptr<TelemetryTransport> transport)
{
    if (m_transport) { // may be the one that has just told about a batch
        m_transport->disconnect(this);
        m_transport.release()->deleteLater();
    }
    m_transport = std::move(transport);
    m_isSending = false;
    m_failures = 0;
    m_refusals = 0;
    connect(m_transport.get(), &TelemetryTransport::sent, this, &TelemetryDelivery::batchSent);
}

void TelemetryDelivery::add(QByteArray record)
{
    m_buffer.add(std::move(record), m_clock.now());
    collectDropped();
    schedule();
}

void TelemetryDelivery::addDropped(DroppedTelemetry dropped)
{
    for (DroppedTelemetry *untold : {&m_untoldSubscriber, &m_untoldLog}) {
        untold->records += dropped.records;
        untold->bytes += dropped.bytes;
    }
}

void TelemetryDelivery::collectDropped()
{
    addDropped(m_buffer.takeDropped());
}

void TelemetryDelivery::flush()
{
    m_buffer.flush();
    const DroppedTelemetry untold = std::exchange(m_untoldLog, {});
    schedule();
    if (untold.records > 0)
        Q_EMIT dropped(untold.records, untold.bytes);
}

void TelemetryDelivery::pause()
{
    m_isPaused = true;
    m_timer.stop();
}

void TelemetryDelivery::resume()
{
    m_isPaused = false;
    schedule();
}

void TelemetryDelivery::replace(TelemetrySubscription subscription,
                                std::unique_ptr<TelemetryTransport> transport)
{
    m_subscription = std::move(subscription);
    m_buffer.setLimits(m_subscription.buffering);
    useTransport(std::move(transport));
    m_timer.stop();
    resume();
}

void TelemetryDelivery::schedule()
{
    if (m_isPaused || m_isSending)
        return;
    if (!m_batch.empty()) { // waits for its next attempt
        if (!m_timer.isActive())
            m_timer.start(0ms);
        return;
    }
    const std::optional<Instant> due = m_buffer.dueAt();
    if (!due)
        return;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*due - m_clock.now());
    m_timer.start(std::max(wait, 0ms));
}

void TelemetryDelivery::sendDue()
{
    if (m_isPaused || m_isSending)
        return;
    if (m_batch.empty()) {
        const std::optional<Instant> due = m_buffer.dueAt();
        if (!due || *due > m_clock.now())
            return schedule();
        m_batch = m_buffer.take();
    }
    sendBatch();
}

void TelemetryDelivery::sendBatch()
{
    m_isSending = true;
    m_transport->send(m_batch);
}

void TelemetryDelivery::batchSent(TelemetryTransport::Outcome outcome)
{
    m_isSending = false;
    if (outcome == TelemetryTransport::Outcome::Refused && ++m_refusals >= MostRefusals) {
        m_buffer.noteDropped(m_batch);
        collectDropped();
    } else if (outcome != TelemetryTransport::Outcome::Delivered) {
        ++m_failures;
        if (!m_isPaused)
            m_timer.start(pauseAfter(m_failures));
        return;
    }
    m_batch.clear();
    m_failures = 0;
    m_refusals = 0;
    const QPointer<TelemetryDelivery> alive(this);
    if (outcome == TelemetryTransport::Outcome::Delivered)
        tellDropped();
    if (!alive)
        return;
    if (isDrained())
        Q_EMIT drained();
    else
        schedule();
}

/// Only a subscriber that takes something is told, else each report would itself be dropped.
void TelemetryDelivery::tellDropped()
{
    const DroppedTelemetry untold = std::exchange(m_untoldSubscriber, {});
    if (untold.records > 0) {
        const OrderedJson record{{"reason", LogsDroppedReason},
                                 {"droppedRecords", untold.records},
                                 {"droppedBytes", untold.bytes}};
        m_buffer.add(telemetryEnvelope(m_clock.wallNow(), "platform.logsDropped",
                                       writeJson(record, JsonLayout::Compact)),
                     m_clock.now());
        collectDropped();
    }
    const DroppedTelemetry forLog = std::exchange(m_untoldLog, {});
    if (forLog.records > 0)
        Q_EMIT dropped(forLog.records, forLog.bytes);
}

} // namespace coldframe

#include "moc_telemetrydelivery.cpp"
