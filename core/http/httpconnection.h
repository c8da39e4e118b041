// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httprequestparser.h"
#include "core/http/httpserver.h"
#include "core/http/streamsocket.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

namespace coldframe {

/// What the connections of one server share. Kept alive by each of them, so that a handler may
/// delete the server that called it.
struct HttpService
{
    HttpServer::Options options;
    HttpServer::Handler handler;
    HttpServer::BodyReceiverChoice chooseReceiver;
    std::unique_ptr<char[]> readBuffer;
};

/// One client: hands out its requests as soon as they are read and writes the answers in the order
/// of the requests. Deletes itself when the client leaves.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 ReadBufferBytes = 256 * 1024;

    /// A client of the network may be a web page that was led here by a false DNS answer.
    enum class Peer { Network, Adopted };

    HttpConnection(StreamEnds ends, Peer peer, std::shared_ptr<HttpService> service,
                   QObject *parent);

    /// Clears itself when the client leaves, before the connection is deleted.
    std::weak_ptr<HttpConnection *> handle() const { return m_self; }

    void answer(quint64 requestNumber, HttpResponse response);
    bool isPending(quint64 requestNumber) const;

    /// An answer in parts; see HttpReply.
    void beginAnswer(quint64 requestNumber, HttpResponse head, std::function<void()> written);
    void sendPart(quint64 requestNumber, const QByteArray &part);
    void finishAnswer(quint64 requestNumber);
    qsizetype unwrittenBytes(quint64 requestNumber);

    /// For the owner of a body's receiver; see HttpReply.
    void pauseReading();
    void resumeReading();

    /// Closes the socket; parked replies are no longer pending.
    void end();

private:
    /// The body of an answer in parts.
    struct Parts
    {
        std::function<void()> written;
        BodyFraming framing = BodyFraming::Chunked;
        bool headWritten = false;
        bool complete = false;
        QByteArray waiting = {}; // for the answers before it
    };
    struct Exchange
    {
        bool keepAlive = true;
        bool withoutBody = false; // HEAD
        int minorVersion = 1; // of the request
        std::optional<HttpResponse> response = {};
        std::optional<Parts> parts = {};
    };

    void readSocket();
    bool readBytes(QByteArrayView &bytes); // false when no more may be read now
    bool readRequests(QByteArrayView &bytes);
    void readHeldBytes();
    void beginRequest();
    void finishRequest();
    void failRequest(int status);
    void truncateRequest();
    void clientLeft();
    quint64 beginExchange(Exchange exchange);
    std::optional<int> refusal(const HttpRequest &request) const;
    void refuse(quint64 requestNumber, int status);
    Exchange *exchange(quint64 requestNumber);
    Parts *openParts(quint64 requestNumber);
    void dropExchanges();
    void writeAnswers();
    void writeParts(QByteArray before);
    bool isFrontDue() const;
    bool isFrontUnfinished() const;
    void continueReading();
    bool isCongested() const;
    bool isFirstInLine() const;
    void updateReading();
    void beginClosing();

    std::shared_ptr<HttpService> m_service;
    Peer m_peer;
    StreamSocket m_socket;
    HttpRequestParser m_parser;
    std::shared_ptr<HttpConnection *> m_self;
    std::deque<Exchange> m_exchanges; // unanswered requests, and answers that wait for them
    quint64 m_firstNumber = 0; // of the first of them
    std::optional<quint64> m_arriving; // number of the request whose body is being read
    std::optional<int> m_refusal; // for that request: the status that it will be answered with
    std::shared_ptr<HttpBodyReceiver> m_receiver; // of its body
    QByteArray m_heldBytes; // were read before reading was paused
    qsizetype m_heldOffset = 0; // of the first of them that is not used
    bool m_lastRequestRead = false; // the client or an error said that none follows
    bool m_continueDue = false;
    bool m_isReading = false; // the answers to what has arrived are written together
    bool m_paused = false; // the client must read answers before more requests are read
    bool m_held = false; // by the owner of a receiver
    bool m_closing = false; // everything is answered
};

} // namespace coldframe
