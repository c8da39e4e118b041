// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetryapi.h"

#include "core/base/jsontext.h"
#include "core/runtime/extensionmessages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace coldframe {

namespace {

constexpr qsizetype MostHistoryBytes = 4 * 1024 * 1024;

bool isLogs(TelemetryApiKind api)
{
    return api == TelemetryApiKind::Logs;
}

/// The names of the two APIs in their errors: those of the Logs API have a prefix everywhere.
ExtensionRefusal refusedSubscription(TelemetryApiKind api, const QString &mistakes)
{
    return {isLogs(api) ? QStringLiteral("Logs.ValidationError")
                        : QStringLiteral("ValidationError"),
            mistakes, 400};
}

ExtensionRefusal closedSubscription(TelemetryApiKind api)
{
    if (isLogs(api))
        return {QStringLiteral("Logs.SubscriptionClosed"),
                QStringLiteral("Logs API subscription is closed")};
    return {QStringLiteral("Telemetry.SubscriptionClosed"),
            QStringLiteral("Telemetry API subscription is closed")};
}

/// Each API has platform events that the other one doesn't (logs, section 3).
bool isEventOf(const TelemetrySubscription &subscription, QByteArrayView typeName)
{
    static constexpr std::array<QByteArrayView, 2> legacy{"platform.end", "platform.fault"};
    static constexpr std::array<QByteArrayView, 5> common{
        "platform.start", "platform.report", "platform.extension", "platform.logsSubscription",
        "platform.logsDropped"};
    const auto isIn = [typeName](const auto &names) {
        return std::find(names.begin(), names.end(), typeName) != names.end();
    };
    if (!typeName.startsWith("platform."))
        return true;
    if (subscription.api == TelemetryApiKind::Telemetry)
        return !isIn(legacy);
    return isIn(legacy) || isIn(common)
        || (typeName == QByteArrayView("platform.runtimeDone")
            && subscription.schemaVersion == QLatin1String("2021-03-18"));
}

QByteArray typeNameOf(const TelemetryRecord &record)
{
    switch (record.type) {
    case TelemetryType::Platform:
        return record.typeName;
    case TelemetryType::Function:
        return "function";
    case TelemetryType::Extension:
        return "extension";
    }
    return {};
}

QByteArray jsonString(const QByteArray &line)
{
    return writeJson(OrderedJson(line.toStdString()), JsonLayout::Compact);
}

} // namespace

TelemetryApi::TelemetryApi(const Clock &clock, ExtensionLookup extensionOf, QObject *parent,
                           TelemetryTransportFactory makeTransport)
    : QObject(parent)
    , m_clock(clock)
    , m_extensionOf(std::move(extensionOf))
    , m_makeTransport(std::move(makeTransport))
{ }

TelemetryApi::~TelemetryApi() = default;

void TelemetryApi::handleTelemetry(const HttpRequest &request, const HttpReply &reply)
{
    handle(request, reply, TelemetryApiKind::Telemetry);
}

void TelemetryApi::handleLogs(const HttpRequest &request, const HttpReply &reply)
{
    handle(request, reply, TelemetryApiKind::Logs);
}

void TelemetryApi::handle(const HttpRequest &request, const HttpReply &reply, TelemetryApiKind api)
{
    const QByteArrayView path = isLogs(api) ? QByteArrayView("/2020-08-15/logs")
                                            : QByteArrayView("/2022-07-01/telemetry");
    if (request.target != path && request.target != path.toByteArray() + '/')
        return reply.send({404, {{"Content-Type", "text/plain"}}, "404 page not found\n"});
    if (request.method != "PUT")
        return reply.send({405, {}, {}});
    const NamedIdentifier named = readIdentifier(request.headers);
    if (named.refusal)
        return reply.send(refusalResponse(*named.refusal));
    const std::optional<QString> name = m_extensionOf(named.identifier);
    if (!name)
        return reply.send(refusalResponse(
            {QStringLiteral("Extension.UnknownExtensionIdentifier"),
             QStringLiteral("Unknown extension %1").arg(QString::fromLatin1(named.identifier))}));
    if (!m_isOpen)
        return reply.send(refusalResponse(closedSubscription(api)));
    const Subscriber *const known = find(*name);
    if (known && known->delivery->subscription().api != api)
        return reply.send(refusalResponse(refusedSubscription(
            api,
            isLogs(api) ? QStringLiteral("the extension is subscribed to the Telemetry API already")
                        : QStringLiteral("the extension is subscribed to the Logs API already"))));
    SubscriptionBody body = readSubscription(request.body, api);
    if (!body.mistakes.isEmpty())
        return reply.send(refusalResponse(refusedSubscription(api, body.mistakes)));
    reply.send({200, {{"Content-Type", "application/json"}}, "\"OK\""});
    subscribe(*name, std::move(body.subscription));
}

void TelemetryApi::subscribe(const QString &name, TelemetrySubscription subscription)
{
    const QStringList types = subscription.types.names();
    const TelemetryApiKind api = subscription.api;
    auto transport = m_makeTransport(subscription.destination);
    if (Subscriber *const known = find(name)) {
        known->delivery->replace(std::move(subscription), std::move(transport));
        Q_EMIT subscribed(name, types, api, true);
        return;
    }
    auto delivery = std::make_unique<TelemetryDelivery>(m_clock, std::move(subscription),
                                                        std::move(transport));
    connect(delivery.get(), &TelemetryDelivery::drained, this, [this] {
        if (isDrained())
            Q_EMIT drained();
    });
    connect(delivery.get(), &TelemetryDelivery::dropped, this,
            [this, name](qint64 records, qint64 bytes) { Q_EMIT dropped(name, records, bytes); });
    for (const Record &record : m_history)
        hand(record, *delivery);
    delivery->addDropped(m_historyDropped);
    m_subscribers.push_back({name, std::move(delivery)});
    Q_EMIT subscribed(name, types, api, false);
}

void TelemetryApi::closeSubscription()
{
    m_isOpen = false;
    m_history.clear();
    m_history.shrink_to_fit();
    m_historyBytes = 0;
    m_historyDropped = {};
    for (const Subscriber &subscriber : m_subscribers)
        subscriber.delivery->resume();
}

void TelemetryApi::publish(const TelemetryRecord &record)
{
    if (!wants(record.type))
        return;
    const QByteArray typeName = typeNameOf(record);
    Record ready{record.type, typeName, {}, {}};
    if (!record.wholeRecord.isEmpty()) {
        ready.withText = record.wholeRecord;
        ready.withObject = record.wholeRecord;
    } else if (record.type == TelemetryType::Platform) {
        ready.withText = telemetryEnvelope(record.time, typeName, record.recordJson);
        ready.withObject = ready.withText;
    } else {
        ready.withText = telemetryEnvelope(record.time, typeName, jsonString(record.rawLine));
        ready.withObject = record.recordJson.isEmpty()
            ? ready.withText
            : telemetryEnvelope(record.time, typeName, record.recordJson);
    }
    for (const Subscriber &subscriber : m_subscribers)
        hand(ready, *subscriber.delivery);
    if (m_isOpen)
        keep(std::move(ready));
}

void TelemetryApi::hand(const Record &record, TelemetryDelivery &delivery)
{
    const TelemetrySubscription &subscription = delivery.subscription();
    if (subscription.types.contains(record.type) && isEventOf(subscription, record.typeName))
        delivery.add(subscription.wantsObjects() ? record.withObject : record.withText);
}

/// The beginning is worth more than what follows: it says how the environment came up.
void TelemetryApi::keep(Record record)
{
    const qsizetype bytes = record.withText.size()
        + (record.withObject.isSharedWith(record.withText) ? 0 : record.withObject.size());
    if (m_historyBytes + bytes > MostHistoryBytes) {
        ++m_historyDropped.records;
        m_historyDropped.bytes += record.withText.size();
        return;
    }
    m_historyBytes += bytes;
    m_history.push_back(std::move(record));
}

bool TelemetryApi::wants(TelemetryType type) const
{
    return m_isOpen
        || std::any_of(m_subscribers.begin(), m_subscribers.end(),
                       [type](const Subscriber &subscriber) {
                           return subscriber.delivery->subscription().types.contains(type);
                       });
}

void TelemetryApi::flush()
{
    for (const Subscriber &subscriber : m_subscribers)
        subscriber.delivery->flush();
}

bool TelemetryApi::isDrained() const
{
    return std::all_of(
        m_subscribers.begin(), m_subscribers.end(),
        [](const Subscriber &subscriber) { return subscriber.delivery->isDrained(); });
}

void TelemetryApi::reset()
{
    m_isOpen = true;
    m_history.clear();
    m_historyBytes = 0;
    m_historyDropped = {};
    for (const Subscriber &subscriber : m_subscribers)
        subscriber.delivery->pause();
}

TelemetryApi::Subscriber *TelemetryApi::find(const QString &name)
{
    const auto found
        = std::find_if(m_subscribers.begin(), m_subscribers.end(),
                       [&name](const Subscriber &known) { return known.name == name; });
    return found == m_subscribers.end() ? nullptr : &*found;
}

} // namespace coldframe

#include "moc_telemetryapi.cpp"
