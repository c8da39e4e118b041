// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/http/httpbodyreceiver.h"
#include "core/http/httpmessage.h"
#include "core/http/streamsocket.h"

#include <QObject>

#include <functional>
#include <memory>

namespace coldframe {

class HttpConnection;

/// The way to answer one request, now or later (long poll). Copyable; the first send counts.
/// Sending to a client that has left does nothing.
class HttpReply
{
public:
    HttpReply() = default;
    explicit HttpReply(HttpConnection *connection, quint64 requestNumber);

    /// Writes the whole answer at once. Answers of pipelined requests leave in order of requests.
    void send(HttpResponse response) const;

    /// Begins an answer whose body follows in parts: sendPart() as often as wanted, then finish().
    /// The response's own body is left out. `written` is called whenever the client has taken
    /// something that had to wait, and when it has left; it must not send nor end connections.
    void begin(HttpResponse head, std::function<void()> written = {}) const;
    void sendPart(const QByteArray &part) const;
    void finish() const;

    /// Bytes of an answer in parts that the client has not taken: who has more to send should wait
    /// then, or memory grows. 0 once the client has left.
    qsizetype unwrittenBytes() const;

    /// False once the client has left or the answer was sent or begun.
    bool isPending() const;

    /// Reads nothing more of this request's connection and hands nothing more of it out, so that
    /// its client has to wait. That the client leaves is not noticed meanwhile.
    void pauseReading() const;
    void resumeReading() const;

private:
    std::weak_ptr<HttpConnection *> m_connection; // cleared by the connection's end
    quint64 m_requestNumber = 0;
};

/// The one HTTP/1.1 server: keep-alive, pipelining, long poll, Content-Length and chunked bodies,
/// trailers, Expect: 100-continue, size caps, Host check. Lives in one thread and never blocks it.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        qint64 bodyBytes = 7 * 1024 * 1024; ///< a larger body arrives as bodyTooLarge
        qint64 headerBytes = 1024 * 1024 + 65536; ///< more is answered with 431
        /// A Host header that does not name the loopback is answered with 403, and a request
        /// without one with 400, so that a web page can't reach the server by DNS rebinding.
        /// Adopted connections, which no web page can open, are not checked.
        bool checkHost = true;
    };
    /// Called for each request as soon as it is read. May send at once, may close connections and
    /// may delete the server. A truncated request is told as well; its answer has to be sent at
    /// once, as the connection ends behind the call.
    using Handler = std::function<void(HttpRequest request, HttpReply reply)>;

    /// Called when a request's head is read. Whoever it gives gets the body, and the handler is
    /// not called; nobody means that the body is collected. Only decides: must not send, nor end
    /// connections.
    using BodyReceiverChoice = std::function<std::shared_ptr<HttpBodyReceiver>(
        const HttpRequest &head, const HttpReply &reply)>;

    HttpServer(Options options, Handler handler, BodyReceiverChoice choice = {},
               QObject *parent = nullptr);
    ~HttpServer() override;

    /// Listens on 127.0.0.1 and gives the port; 0 asks for a free one.
    Result<quint16> listenOnLoopback(quint16 port = 0);

    /// Serves a connected stream: one end of a Unix socketpair, or pipes. Owns it from here on.
    void adoptConnection(StreamEnds ends);
    void adoptConnection(int socket) { adoptConnection(StreamEnds{socket, socket}); }

    /// Ends every connection; parked replies are no longer pending.
    void closeConnections();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace coldframe
