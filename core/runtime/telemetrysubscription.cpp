// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrysubscription.h"

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <QUrl>

#include <limits>

namespace coldframe {

namespace {

constexpr int LowestPort = 1'024;
constexpr int HighestPort = 65'535;
constexpr int ReservedPort = 9'001; // the platform's own

QStringList schemaVersions(TelemetryApiKind api)
{
    if (api == TelemetryApiKind::Logs)
        return {QStringLiteral("2020-08-15"), QStringLiteral("2021-03-18")};
    return {QStringLiteral("2022-07-01"), QStringLiteral("2022-12-13"),
            QStringLiteral("2025-01-29")};
}

/// A member, or nothing when it is missing or null.
const OrderedJson *member(const OrderedJson &json, const char *name)
{
    const auto found = json.find(name);
    return found == json.end() || found->is_null() ? nullptr : &*found;
}

/// Takes a subscription apart and collects what is wrong with it.
class SubscriptionReader
{
public:
    explicit SubscriptionReader(TelemetryApiKind api) { m_subscription.api = api; }

    SubscriptionBody read(const OrderedJson &json)
    {
        if (json.is_object()) {
            readSchemaVersion(member(json, "schemaVersion"));
            readTypes(member(json, "types"));
            readDestination(member(json, "destination"));
            readBuffering(member(json, "buffering"));
        } else {
            refuse(QStringLiteral("expected an object"));
        }
        return {m_subscription, m_mistakes.join(QStringLiteral("; "))};
    }

private:
    void refuse(const QString &mistake) { m_mistakes.append(mistake); }

    void readSchemaVersion(const OrderedJson *json)
    {
        const QStringList versions = schemaVersions(m_subscription.api);
        if (!json) {
            // The Logs API came without versions at first.
            if (m_subscription.api == TelemetryApiKind::Logs)
                m_subscription.schemaVersion = versions.first();
            else
                refuse(QStringLiteral("schemaVersion is not provided"));
            return;
        }
        if (json->is_string())
            m_subscription.schemaVersion = QString::fromStdString(json->get<std::string>());
        if (!versions.contains(m_subscription.schemaVersion))
            refuse(QStringLiteral("schemaVersion should be one of %1")
                       .arg(versions.join(QStringLiteral(", "))));
    }

    void readTypes(const OrderedJson *json)
    {
        if (!json)
            return refuse(QStringLiteral("types are not provided"));
        if (!json->is_array())
            return refuse(QStringLiteral("types should be a list"));
        if (json->empty())
            return refuse(QStringLiteral("types should not be empty"));
        for (const OrderedJson &type : *json) {
            TelemetryTypes &types = m_subscription.types;
            if (type == "platform")
                types.platform = true;
            else if (type == "function")
                types.function = true;
            else if (type == "extension")
                types.extension = true;
            else
                return refuse(QStringLiteral("types should be of platform, function, extension"));
        }
    }

    void readDestination(const OrderedJson *json)
    {
        if (!json)
            return refuse(QStringLiteral("destination is not provided"));
        if (!json->is_object())
            return refuse(QStringLiteral("destination should be an object"));
        const OrderedJson *const protocol = member(*json, "protocol");
        if (!protocol)
            return refuse(QStringLiteral("destination protocol is not provided"));
        if (*protocol == "HTTP")
            readHttp(*json);
        else if (*protocol == "TCP")
            readTcp(member(*json, "port"));
        else
            refuse(QStringLiteral("destination protocol should be HTTP or TCP"));
    }

    void readHttp(const OrderedJson &json)
    {
        TelemetryDestination &destination = m_subscription.destination;
        readUri(member(json, "URI"));
        if (const OrderedJson *const method = member(json, "method")) {
            if (*method == "PUT")
                destination.method = "PUT";
            else if (!(*method == "POST"))
                refuse(QStringLiteral("destination method should be POST or PUT"));
        }
        if (const OrderedJson *const encoding = member(json, "encoding");
            encoding && !(*encoding == "JSON"))
            refuse(QStringLiteral("destination encoding should be JSON"));
    }

    void readUri(const OrderedJson *json)
    {
        if (!json)
            return refuse(QStringLiteral("URI is not provided"));
        const QUrl uri = json->is_string()
            ? QUrl(QString::fromStdString(json->get<std::string>()), QUrl::StrictMode)
            : QUrl();
        if (!uri.isValid() || uri.scheme() != QLatin1String("http") || !uri.userInfo().isEmpty()
            || uri.hasFragment())
            return refuse(QStringLiteral("URI should have the form http://sandbox.localdomain:"
                                         "port/path"));
        if (uri.host() != QLatin1String("sandbox")
            && uri.host() != QLatin1String("sandbox.localdomain"))
            return refuse(QStringLiteral("URI host should be sandbox or sandbox.localdomain"));
        if (uri.port() < 0)
            return refuse(QStringLiteral("URI port is not provided"));
        readPort(QStringLiteral("URI port"), uri.port());
        TelemetryDestination &destination = m_subscription.destination;
        destination.protocol = TelemetryDestination::Protocol::Http;
        destination.host = uri.host().toLatin1() + ':' + QByteArray::number(uri.port());
        destination.target
            = uri.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
        if (!destination.target.startsWith('/'))
            destination.target.prepend('/');
    }

    void readTcp(const OrderedJson *port)
    {
        m_subscription.destination.protocol = TelemetryDestination::Protocol::Tcp;
        if (!port)
            return refuse(QStringLiteral("port is not provided"));
        if (!port->is_number_integer())
            return refuse(QStringLiteral("port should be a whole number"));
        readPort(QStringLiteral("port"), wholeNumber(*port));
    }

    void readPort(const QString &what, std::int64_t port)
    {
        if (port < LowestPort || port > HighestPort)
            return refuse(QStringLiteral("%1 should be between %2 and %3")
                              .arg(what)
                              .arg(LowestPort)
                              .arg(HighestPort));
        if (port == ReservedPort)
            return refuse(QStringLiteral("%1 %2 is reserved").arg(what).arg(port));
        m_subscription.destination.port = static_cast<std::uint16_t>(port);
    }

    void readBuffering(const OrderedJson *json)
    {
        if (!json)
            return;
        if (!json->is_object())
            return refuse(QStringLiteral("buffering should be an object"));
        TelemetryBuffering &buffering = m_subscription.buffering;
        buffering.maxItems
            = static_cast<qsizetype>(inRange(*json, "maxItems", buffering.maxItems, 1'000, 10'000));
        buffering.maxBytes = static_cast<qsizetype>(
            inRange(*json, "maxBytes", buffering.maxBytes, 262'144, 1'048'576));
        buffering.timeout = std::chrono::milliseconds(
            inRange(*json, "timeoutMs", buffering.timeout.count(), 25, 30'000));
    }

    std::int64_t inRange(const OrderedJson &json, const char *name, std::int64_t standard,
                         std::int64_t lowest, std::int64_t highest)
    {
        const OrderedJson *const value = member(json, name);
        if (!value)
            return standard;
        const bool isWhole = value->is_number_integer();
        const std::int64_t number = isWhole ? wholeNumber(*value) : 0;
        if (isWhole && number >= lowest && number <= highest)
            return number;
        refuse(QStringLiteral("%1 should be a whole number between %2 and %3")
                   .arg(QLatin1String(name))
                   .arg(lowest)
                   .arg(highest));
        return standard;
    }

    /// Numbers that only fit without a sign are far outside of every range.
    static std::int64_t wholeNumber(const OrderedJson &json)
    {
        if (json.is_number_unsigned()
            && json.get<std::uint64_t>() > std::uint64_t(std::numeric_limits<int>::max()))
            return std::numeric_limits<int>::max();
        return json.get<std::int64_t>();
    }

    TelemetrySubscription m_subscription;
    QStringList m_mistakes;
};

} // namespace

bool TelemetryTypes::contains(TelemetryType type) const
{
    switch (type) {
    case TelemetryType::Platform:
        return platform;
    case TelemetryType::Function:
        return function;
    case TelemetryType::Extension:
        return extension;
    }
    return false;
}

QStringList TelemetryTypes::names() const
{
    QStringList names;
    if (platform)
        names.append(QStringLiteral("platform"));
    if (function)
        names.append(QStringLiteral("function"));
    if (extension)
        names.append(QStringLiteral("extension"));
    return names;
}

bool TelemetrySubscription::wantsObjects() const
{
    return api == TelemetryApiKind::Telemetry && schemaVersion != QLatin1String("2022-07-01");
}

SubscriptionBody readSubscription(QByteArrayView body, TelemetryApiKind api)
{
    const Result<OrderedJson> json = parseJson(body);
    if (!json)
        return {{}, json.error().detail};
    return SubscriptionReader(api).read(*json);
}

} // namespace coldframe
