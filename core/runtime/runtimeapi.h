// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/http/httpserver.h"
#include "core/runtime/lifecycle.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace coldframe {

/// An event on its way to a runtime.
struct RuntimeEvent
{
    QString requestId;
    QByteArray body;
    WallTime deadline{};
    QString functionArn;
    QByteArray traceId;
    QByteArray clientContext; ///< JSON text; left out when empty
    QByteArray cognitoIdentity; ///< JSON text; left out when empty
};

/// How a runtime answered an event.
struct RuntimeAnswer
{
    QByteArray body;
    bool isError = false;
    QString errorType; ///< what the payload says; empty when the answer is no error
    QString platformErrorType; ///< normalised, for REPORT (runtime-api, section 5)
};

/// The Runtime API of one execution environment (runtime-api, sections 1 to 7): one listener on
/// loopback for any client, and the same on a socket that our bootstraps inherit.
class RuntimeApi final : public QObject
{
    Q_OBJECT

public:
    explicit RuntimeApi(const Clock &clock, QObject *parent = nullptr);

    /// Starts to listen on loopback.
    Result<void> listen();

    /// "host:port" for AWS_LAMBDA_RUNTIME_API, once it listens.
    QString address() const { return m_address; }

    /// Serves one end of a socketpair as well, and owns it.
    void adoptConnection(int descriptor);

    RuntimeState state() const { return m_state; }

    /// Hands out an event as soon as the runtime asks for one. delivered() follows.
    void deliver(RuntimeEvent event);

    /// Forgets runtime and event, for a runtime that is started anew.
    void reset();

Q_SIGNALS:
    /// The first GET next arrived: the end of the init phase.
    void initialised(coldframe::Instant at);

    /// POST init/error arrived.
    void initFailed(const coldframe::RuntimeAnswer &answer, coldframe::Instant at);

    /// The event is about to be written to the runtime.
    void delivered(coldframe::Instant at);

    /// The runtime's answer was read completely.
    void answered(const coldframe::RuntimeAnswer &answer, coldframe::Instant at);

    /// The runtime waits for the next event; not told when one waits for it already.
    void ready();

    /// One of our bootstraps told how it started.
    void initTraced(const QByteArray &body);

private:
    void handle(HttpRequest request, HttpReply reply);
    void handleNext(const HttpReply &reply);
    void handleAnswer(HttpRequest &request, const HttpReply &reply, RuntimeCall call);
    void handleInitError(HttpRequest &request, const HttpReply &reply);
    bool advance(RuntimeCall call, const HttpReply &reply);
    void sendEvent();

    const Clock &m_clock;
    HttpServer m_server;
    QString m_address;
    RuntimeState m_state = RuntimeState::Started;
    std::optional<RuntimeEvent> m_event; ///< waiting for a poll, or handed out and unanswered
    std::vector<HttpReply> m_polls; ///< GET next requests that wait
};

} // namespace coldframe
