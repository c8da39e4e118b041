// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/invocation.h"
#include "core/runtime/environmentserver.h"
#include "core/runtime/lifecycle.h"
#include "core/runtime/responsebandwidth.h"
#include "core/runtime/runtimeanswer.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
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
    QByteArray clientContext = {}; ///< JSON text; left out when empty
    QByteArray cognitoIdentity = {}; ///< JSON text; left out when empty
    QByteArray tenantId = {}; ///< left out when empty
    QByteArray contentType = QByteArrayLiteral("application/json");
    /// Unique for each attempt. Left out and not checked when empty.
    QByteArray invocationId = {};
    /// Streamed: a response in mode streaming is handed out as it arrives. Buffered: any response
    /// is collected up to 6 MB.
    ResponseMode responseMode = ResponseMode::Buffered;
};

/// The Runtime API of one execution environment (runtime-api, sections 1 to 10): one conversation
/// with one runtime at a time, over any number of connections. Its order of checks is that of
/// section 13: request id, state, response mode, size.
class RuntimeApi final : public QObject
{
    Q_OBJECT

public:
    /// Answers on this server from here on. It lives as long as the server has connections.
    RuntimeApi(EnvironmentServer &server, const Clock &clock, QObject *parent = nullptr);
    ~RuntimeApi() override;

    /// Whether the calls below /runtime/restore exist.
    void setSnapStart(bool enabled) { m_snapStart = enabled; }

    /// Whether streamed responses pass at Lambda's speed (see ResponseBandwidth), from the next
    /// one on.
    void setLimitsBandwidth(bool limits) { m_limitsBandwidth = limits; }

    RuntimeState state() const { return m_state; }

    /// Hands out an event as soon as the runtime asks for one. delivered() follows.
    void deliver(RuntimeEvent event);

    /// Answers GET restore/next: the environment is restored from its snapshot. Does nothing
    /// unless a runtime waits for it.
    void restore();

    /// A response that is handed out in parts waits, and its runtime with it; for a caller that
    /// reads more slowly. Ends with the response.
    void pauseResponse();
    void resumeResponse();

    /// Forgets runtime, event and response, for a runtime that is started anew. The server's
    /// connections are closed apart from it.
    void reset();

Q_SIGNALS:
    /// The first GET next arrived: the end of the init phase, or of the restore phase behind
    /// restoreReady().
    void initialised(coldframe::Instant at);

    /// POST init/error arrived.
    void initFailed(const coldframe::RuntimeAnswer &answer, coldframe::Instant at);

    /// GET restore/next arrived: the end of a SnapStart function's init phase.
    void restoreReady(coldframe::Instant at);

    /// POST restore/error arrived, or init/error behind restore().
    void restoreFailed(const coldframe::RuntimeAnswer &answer, coldframe::Instant at);

    /// The event is about to be written to the runtime.
    void delivered(coldframe::Instant at);

    /// A response is handed out in parts: this one was asked for as streamed and begins now. Not
    /// told of a response that fails without a byte.
    void responseStarted(const QByteArray &contentType, coldframe::Instant firstByteAt);

    /// The next bytes of it, in order, at most 200 MB in all.
    void responseAppended(const QByteArray &part);

    /// The runtime's answer was read completely, or will never be complete.
    void answered(const coldframe::RuntimeAnswer &answer, coldframe::Instant at);

    /// The runtime waits for the next event; not told when one waits for it already.
    void ready();

    /// One of our bootstraps told how it started.
    void initTraced(const QByteArray &body);

    /// One of our bootstraps told what happened inside of an invocation, behind its answer.
    void spansTold(const QByteArray &body);

    /// One of our bootstraps told the state of its handler's module.
    void stateTold(const QByteArray &body);

private:
    class ResponseReceiver;

    /// The event that the runtime is working on, or answered last.
    struct Invocation
    {
        RuntimeEvent event;
        QByteArray requestId;
    };

    /// A response that is being handed out in parts.
    struct Stream
    {
        HttpReply reply;
        QByteArray contentType;
        qint64 bytes = 0;
        std::optional<Instant> firstByteAt = {};
        std::unique_ptr<ResponseBandwidth> bandwidth = {};
        bool pausedByCaller = false;
        bool pausedByBandwidth = false;
    };

    void handle(HttpRequest request, const HttpReply &reply);
    void handleInvocation(HttpRequest request, const HttpReply &reply, QByteArrayView path);
    void handleNext(const HttpRequest &request, const HttpReply &reply);
    void handleState(const HttpRequest &request, const HttpReply &reply);
    void handleAnswer(HttpRequest request, const HttpReply &reply, RuntimeStep step);
    void handlePhaseError(HttpRequest request, const HttpReply &reply, RuntimeStep step);
    void handleRestoreNext(const HttpReply &reply);
    std::shared_ptr<HttpBodyReceiver> chooseReceiver(const HttpRequest &head,
                                                     const HttpReply &reply);
    std::optional<HttpResponse> wrongId(const HttpRequest &request, QByteArrayView requestId) const;
    bool advance(RuntimeStep step, const HttpReply &reply);
    void move(RuntimeStep step);
    void sendEvent();
    void sendEventTo(const HttpReply &poll) const;

    void appendResponse(QByteArrayView part);
    void finishResponse(const HttpHeaders &trailers);
    void cutOffResponse();
    void endResponse(RuntimeAnswer answer, HttpResponse response);
    void limitBandwidth();
    void updatePause();

    const Clock &m_clock;
    bool m_snapStart = false;
    bool m_limitsBandwidth = false;
    bool m_awaitsState = false; ///< a bootstrap tells its state before it takes an event
    RuntimeState m_state = RuntimeState::Started;
    std::optional<RuntimeEvent> m_pending; ///< waits for a poll
    std::optional<Invocation> m_invocation; ///< was handed out
    std::vector<HttpReply> m_polls; ///< GET next requests that wait
    HttpReply m_restorePoll;
    std::shared_ptr<Stream> m_stream;
    QTimer m_bandwidthTimer;
};

} // namespace coldframe
