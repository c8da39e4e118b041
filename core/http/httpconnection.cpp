// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpconnection.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace coldframe {

namespace {

constexpr std::size_t MostUnansweredRequests = 128;
constexpr qsizetype MostUnwrittenBytes = 16 * 1024 * 1024;
constexpr int ReadsInOneTurn = 32; // then other sockets have their turn
constexpr auto LingerTime = std::chrono::seconds(2);

/// Whether a Host header names this computer: the port does not matter.
bool isLoopbackHost(QByteArrayView host)
{
    QByteArrayView name = host;
    if (const qsizetype colon = host.lastIndexOf(':'); colon >= 0 && !host.endsWith(']')) {
        const QByteArrayView port = host.sliced(colon + 1);
        if (!std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        name = host.first(colon);
    }
    return name == "127.0.0.1" || name == "[::1]"
        || name.compare("localhost", Qt::CaseInsensitive) == 0;
}

bool isHostHeader(const HttpHeader &header)
{
    return header.name.compare("Host", Qt::CaseInsensitive) == 0;
}

} // namespace

HttpConnection::HttpConnection(int descriptor, Peer peer, std::shared_ptr<HttpService> service,
                               QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_peer(peer)
    , m_socket(descriptor)
    , m_parser({m_service->options.bodyBytes, m_service->options.headerBytes})
    , m_self(std::make_shared<HttpConnection *>(this))
{
    connect(&m_socket, &StreamSocket::readable, this, &HttpConnection::readSocket);
    connect(&m_socket, &StreamSocket::written, this, [this] {
        if (m_closing && m_socket.unwrittenBytes() == 0)
            beginClosing();
        else
            continueReading();
    });
}

void HttpConnection::answer(quint64 requestNumber, HttpResponse response)
{
    Exchange *const waiting = exchange(requestNumber);
    if (!waiting || waiting->response)
        return;
    waiting->response = std::move(response);
    writeAnswers();
}

bool HttpConnection::isPending(quint64 requestNumber) const
{
    return requestNumber >= m_firstNumber && requestNumber - m_firstNumber < m_exchanges.size()
        && !m_exchanges[requestNumber - m_firstNumber].response;
}

void HttpConnection::end()
{
    m_self.reset();
    m_socket.close();
    deleteLater();
}

void HttpConnection::readSocket()
{
    const auto service = m_service;
    for (int reads = 0; reads < ReadsInOneTurn; ++reads) {
        const qint64 got = m_socket.read(service->readBuffer.get(), ReadBufferBytes);
        if (got < 0) {
            end();
            return;
        }
        if (got == 0 || !readBytes({service->readBuffer.get(), got}) || got < ReadBufferBytes)
            return;
    }
}

bool HttpConnection::readBytes(QByteArrayView bytes)
{
    if (m_lastRequestRead)
        return true; // thrown away until the client has read the last answer and leaves
    const std::weak_ptr<HttpConnection *> alive = m_self;
    std::vector<HttpRequest> requests = m_parser.feed(bytes);
    for (HttpRequest &request : requests) {
        const quint64 number = beginExchange(request.keepAlive, request.method == "HEAD");
        m_lastRequestRead = !request.keepAlive;
        if (const std::optional<int> status = refusal(request))
            refuse(number, *status);
        else
            m_service->handler(std::move(request), HttpReply(this, number));
        if (alive.expired())
            return false;
        if (m_lastRequestRead)
            return true;
    }
    if (const std::optional<int> status = m_parser.failureStatus()) {
        m_lastRequestRead = true;
        refuse(beginExchange(false, false), *status);
        return !alive.expired();
    }
    if (m_parser.takeContinueExpected()) {
        m_continueDue = true;
        writeAnswers();
    }
    if (isCongested()) {
        m_paused = true;
        m_socket.setReading(false);
        return false;
    }
    return true;
}

quint64 HttpConnection::beginExchange(bool keepAlive, bool withoutBody)
{
    m_exchanges.push_back({keepAlive, withoutBody});
    return m_firstNumber + m_exchanges.size() - 1;
}

/// The status for a request that did not mean this computer.
std::optional<int> HttpConnection::refusal(const HttpRequest &request) const
{
    if (!m_service->options.checkHost || m_peer == Peer::Adopted)
        return std::nullopt;
    const auto count = std::count_if(request.headers.begin(), request.headers.end(), isHostHeader);
    if (count > 1 || (count == 0 && request.minorVersion == 1))
        return 400;
    if (count == 1 && !isLoopbackHost(headerValue(request.headers, "Host")))
        return 403;
    return std::nullopt;
}

void HttpConnection::refuse(quint64 requestNumber, int status)
{
    answer(requestNumber, {.status = status, .headers = {}, .body = {}});
}

HttpConnection::Exchange *HttpConnection::exchange(quint64 requestNumber)
{
    if (requestNumber < m_firstNumber || requestNumber - m_firstNumber >= m_exchanges.size())
        return nullptr;
    return &m_exchanges[requestNumber - m_firstNumber];
}

void HttpConnection::writeAnswers()
{
    while (!m_exchanges.empty() && m_exchanges.front().response) {
        const Exchange done = std::move(m_exchanges.front());
        m_exchanges.pop_front();
        ++m_firstNumber;
        m_socket.write(responseHead(*done.response, done.keepAlive),
                       done.withoutBody ? QByteArray() : done.response->body);
        if (!done.keepAlive) {
            beginClosing();
            return;
        }
    }
    if (m_continueDue && m_exchanges.empty()) {
        m_continueDue = false;
        m_socket.write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"), {});
    }
    continueReading();
}

void HttpConnection::continueReading()
{
    if (m_paused && !isCongested()) {
        m_paused = false;
        m_socket.setReading(true);
    }
}

/// A client that sends without reading answers must not make memory grow.
bool HttpConnection::isCongested() const
{
    return m_exchanges.size() >= MostUnansweredRequests
        || m_socket.unwrittenBytes() >= MostUnwrittenBytes;
}

/// Closing at once would throw away an answer that the client has not read while its bytes are
/// still arriving (RFC 9112, 9.6), so the client has some time to leave by itself.
void HttpConnection::beginClosing()
{
    m_closing = true;
    m_self.reset();
    m_exchanges.clear();
    m_paused = false;
    m_socket.setReading(true);
    if (m_socket.unwrittenBytes() > 0)
        return;
    m_socket.shutdownWriting();
    QTimer::singleShot(LingerTime, this, &HttpConnection::end);
}

} // namespace coldframe
