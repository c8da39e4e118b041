// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpserver.h"
#include "core/runtime/telemetrydelivery.h"
#include "core/runtime/telemetrysubscription.h"
#include "core/runtime/telemetrytransport.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

/// One piece of telemetry (logs, section 3).
struct TelemetryRecord
{
    TelemetryType type = TelemetryType::Platform;
    WallTime time{};
    QByteArray typeName = {}; ///< "platform.start" and so on; "function" and "extension" need none
    QByteArray recordJson = {}; ///< JSON of the "record" member; for a line only if it is JSON itself
    QByteArray rawLine = {}; ///< function and extension: the line as it was written
    QByteArray wholeRecord = {}; ///< platform: {"time":..,"type":..,"record":..}, instead of the parts
};

/// The Telemetry API and the older Logs API of one execution environment (extensions, sections 3
/// and 4): subscriptions, and the delivery of records to their subscribers.
class TelemetryApi final : public QObject
{
    Q_OBJECT

public:
    /// The name of the registered extension that has this identifier.
    using ExtensionLookup = std::function<std::optional<QString>(QByteArrayView identifier)>;

    TelemetryApi(const Clock &clock, ExtensionLookup extensionOf, QObject *parent = nullptr,
                 TelemetryTransportFactory makeTransport = makeTelemetryTransport);
    ~TelemetryApi() override;

    /// Answers PUT /2022-07-01/telemetry.
    void handleTelemetry(const HttpRequest &request, const HttpReply &reply);

    /// Answers PUT /2020-08-15/logs.
    void handleLogs(const HttpRequest &request, const HttpReply &reply);

    /// The init phase is over: who subscribes now is too late.
    void closeSubscription();

    /// Hands a record to everybody who subscribed to its type, and keeps it for those who still
    /// may.
    void publish(const TelemetryRecord &record);

    /// Whether anybody takes records of this type or still may; else they need not be made.
    bool wants(TelemetryType type) const;

    /// Delivers everything that waits: at the end of an invocation and on shutdown. drained()
    /// follows unless isDrained() says that nothing waits.
    void flush();
    bool isDrained() const;

    /// The processes are started anew. Subscriptions stay, and what was not delivered; they go on
    /// when their extension subscribes again or the init phase is over.
    void reset();

Q_SIGNALS:
    /// For platform.telemetrySubscription and platform.logsSubscription. again: it replaces an
    /// earlier subscription of the same extension.
    void subscribed(const QString &name, const QStringList &types, coldframe::TelemetryApiKind api,
                    bool again);

    /// Everything was delivered.
    void drained();

    /// Records to one subscriber were left out. It is told in a platform.logsDropped record of its
    /// own, which need not be published; this is for the log.
    void dropped(const QString &name, qint64 records, qint64 bytes);

private:
    /// A record as it is delivered, made once for all subscribers.
    struct Record
    {
        TelemetryType type;
        QByteArray typeName;
        QByteArray withText; ///< the line as a string
        QByteArray withObject; ///< the line as an object if it is one; else the same
    };
    struct Subscriber
    {
        QString name;
        std::unique_ptr<TelemetryDelivery> delivery;
    };

    void handle(const HttpRequest &request, const HttpReply &reply, TelemetryApiKind api);
    void subscribe(const QString &name, TelemetrySubscription subscription);
    void keep(Record record);
    Subscriber *find(const QString &name);
    static void hand(const Record &record, TelemetryDelivery &delivery);

    const Clock &m_clock;
    ExtensionLookup m_extensionOf;
    TelemetryTransportFactory m_makeTransport;
    std::vector<Subscriber> m_subscribers;
    std::vector<Record> m_history; ///< since the start of the environment, while one may subscribe
    qsizetype m_historyBytes = 0;
    DroppedTelemetry m_historyDropped;
    bool m_isOpen = true;
};

} // namespace coldframe
