// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/telemetrysubscription.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace coldframe {

/// Brings one batch after the other to a subscriber's listener.
class TelemetryTransport : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Delivered,
        Refused, ///< the listener answered, but not with 2xx
        Unreachable, ///< nobody listens, or the connection broke
    };

    using QObject::QObject;

    /// Sends a batch of records, each the JSON of an object. sent() follows, never from within this
    /// call; until then there is no other.
    virtual void send(const std::vector<QByteArray> &records) = 0;

Q_SIGNALS:
    void sent(coldframe::TelemetryTransport::Outcome outcome);
};

using TelemetryTransportFactory
    = std::function<std::unique_ptr<TelemetryTransport>(const TelemetryDestination &)>;

/// A transport over HTTP (a JSON array for each POST or PUT, on a connection that is kept) or TCP
/// (an object a line on one connection), to 127.0.0.1 alone (extensions, section 3, Delivery).
std::unique_ptr<TelemetryTransport> makeTelemetryTransport(const TelemetryDestination &destination);

} // namespace coldframe
