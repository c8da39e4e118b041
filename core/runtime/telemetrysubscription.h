// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <cstdint>
#include <optional>

namespace coldframe {

/// The streams of telemetry that an extension may subscribe to (extensions, section 3).
enum class TelemetryType { Platform, Function, Extension };

/// The two APIs for the same: the Logs API is the older one (extensions, section 4).
enum class TelemetryApiKind { Telemetry, Logs };

/// Which types a subscriber wants.
struct TelemetryTypes
{
    bool platform = false;
    bool function = false;
    bool extension = false;

    bool contains(TelemetryType type) const;
    /// "platform", "function", "extension": those that are wanted, in this order.
    QStringList names() const;

    bool operator==(const TelemetryTypes &) const = default;
};

/// Where telemetry is delivered to: always a port of this computer's loopback, which the
/// environment shares.
struct TelemetryDestination
{
    enum class Protocol { Http, Tcp };

    Protocol protocol = Protocol::Http;
    std::uint16_t port = 0;
    QByteArray method = "POST"; ///< HTTP only
    QByteArray host; ///< HTTP only: "sandbox:8080", for the Host header
    QByteArray target = "/"; ///< HTTP only: path with query

    bool operator==(const TelemetryDestination &) const = default;
};

/// When a batch is delivered, with the platform's defaults (extensions, section 3).
struct TelemetryBuffering
{
    qsizetype maxItems = 10'000;
    qsizetype maxBytes = 262'144;
    std::chrono::milliseconds timeout{1'000};

    bool operator==(const TelemetryBuffering &) const = default;
};

/// What an extension subscribed to.
struct TelemetrySubscription
{
    TelemetryApiKind api = TelemetryApiKind::Telemetry;
    QString schemaVersion;
    TelemetryTypes types;
    TelemetryDestination destination;
    TelemetryBuffering buffering;

    /// Whether lines that are JSON objects arrive as objects: the schema decides.
    bool wantsObjects() const;

    bool operator==(const TelemetrySubscription &) const = default;
};

/// The body of a subscription, or what is wrong with it: every mistake, joined by "; ".
struct SubscriptionBody
{
    TelemetrySubscription subscription;
    QString mistakes;
};

/// Reads and checks a subscription (extensions, sections 3 and 4).
SubscriptionBody readSubscription(QByteArrayView body, TelemetryApiKind api);

} // namespace coldframe
