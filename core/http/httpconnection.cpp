// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpconnection.h"

#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

namespace coldframe {

namespace {

constexpr std::size_t MostUnansweredRequests = 128;
constexpr qsizetype MostUnwrittenBytes = 16 * 1024 * 1024;
constexpr qsizetype SmallBytes = 4096;
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

HttpConnection::HttpConnection(StreamEnds ends, Peer peer, std::shared_ptr<HttpService> service,
                               QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_peer(peer)
    , m_socket(ends)
    , m_parser({m_service->options.bodyBytes, m_service->options.headerBytes})
    , m_self(std::make_shared<HttpConnection *>(this))
{
    connect(&m_socket, &StreamSocket::readable, this, &HttpConnection::readSocket);
    connect(&m_socket, &StreamSocket::written, this, [this] {
        if (m_closing && m_socket.unwrittenBytes() == 0)
            beginClosing();
        else
            continueReading();
        if (isFrontUnfinished() && m_exchanges.front().parts->written)
            m_exchanges.front().parts->written();
    });
}

void HttpConnection::answer(quint64 requestNumber, HttpResponse response)
{
    Exchange *const waiting = exchange(requestNumber);
    if (!waiting || waiting->response)
        return;
    if (response.closesConnection && m_peer == Peer::Network) {
        waiting->keepAlive = false;
        m_lastRequestRead = true;
    }
    waiting->response = std::move(response);
    writeAnswers();
}

void HttpConnection::beginAnswer(quint64 requestNumber, HttpResponse head,
                                 std::function<void()> written)
{
    Exchange *const waiting = exchange(requestNumber);
    if (!waiting || waiting->response)
        return;
    const bool knowsChunks = waiting->minorVersion > 0;
    waiting->parts
        = Parts{std::move(written), knowsChunks ? BodyFraming::Chunked : BodyFraming::UntilClose};
    head.closesConnection = head.closesConnection || !knowsChunks;
    head.body.clear();
    answer(requestNumber, std::move(head));
}

void HttpConnection::sendPart(quint64 requestNumber, const QByteArray &part)
{
    Parts *const parts = openParts(requestNumber);
    if (!parts || part.isEmpty() || exchange(requestNumber)->withoutBody)
        return;
    parts->waiting += parts->framing == BodyFraming::Chunked ? bodyChunk(part) : part;
    writeAnswers();
}

void HttpConnection::finishAnswer(quint64 requestNumber)
{
    Parts *const parts = openParts(requestNumber);
    if (!parts)
        return;
    if (parts->framing == BodyFraming::Chunked && !exchange(requestNumber)->withoutBody)
        parts->waiting += bodyChunk({});
    parts->complete = true;
    writeAnswers();
}

qsizetype HttpConnection::unwrittenBytes(quint64 requestNumber)
{
    const Parts *const parts = openParts(requestNumber);
    return parts ? parts->waiting.size() + m_socket.unwrittenBytes() : 0;
}

/// The parts of an answer that may get more of them.
HttpConnection::Parts *HttpConnection::openParts(quint64 requestNumber)
{
    Exchange *const begun = exchange(requestNumber);
    return begun && begun->parts && !begun->parts->complete ? &*begun->parts : nullptr;
}

/// Who sends in parts may wait for the client, so is told that nobody takes more.
void HttpConnection::dropExchanges()
{
    const auto dropped = std::exchange(m_exchanges, {});
    for (const Exchange &each : dropped) {
        if (each.parts && each.parts->written)
            each.parts->written();
    }
}

bool HttpConnection::isPending(quint64 requestNumber) const
{
    return requestNumber >= m_firstNumber && requestNumber - m_firstNumber < m_exchanges.size()
        && !m_exchanges[requestNumber - m_firstNumber].response;
}

void HttpConnection::pauseReading()
{
    m_held = true;
    updateReading();
}

/// What was held back is read in a turn of its own: the caller may be called by the reading.
void HttpConnection::resumeReading()
{
    if (!std::exchange(m_held, false))
        return;
    QMetaObject::invokeMethod(this, &HttpConnection::readHeldBytes, Qt::QueuedConnection);
}

void HttpConnection::readHeldBytes()
{
    if (m_held || !m_self) // paused again, or over
        return;
    const auto service = m_service;
    const std::weak_ptr<HttpConnection *> alive = m_self;
    QByteArray held = std::exchange(m_heldBytes, {});
    QByteArrayView bytes = QByteArrayView(held).sliced(std::exchange(m_heldOffset, 0));
    const bool goesOn = readBytes(bytes);
    if (alive.expired())
        return;
    if (m_held) {
        m_heldOffset = held.size() - bytes.size();
        m_heldBytes = std::move(held);
    } else if (goesOn) {
        updateReading();
    }
}

void HttpConnection::end()
{
    m_self.reset();
    m_receiver.reset();
    m_socket.close();
    deleteLater();
    dropExchanges();
}

void HttpConnection::readSocket()
{
    const auto service = m_service;
    const std::weak_ptr<HttpConnection *> alive = m_self;
    for (int reads = 0; reads < ReadsInOneTurn; ++reads) {
        const qint64 got = m_socket.read(service->readBuffer.get(), ReadBufferBytes);
        if (got < 0) {
            clientLeft();
            return;
        }
        if (got == 0)
            return;
        QByteArrayView bytes(service->readBuffer.get(), got);
        if (!readBytes(bytes)) {
            if (!alive.expired() && m_held)
                m_heldBytes = bytes.toByteArray();
            return;
        }
        if (got < ReadBufferBytes)
            return;
    }
}

bool HttpConnection::readBytes(QByteArrayView &bytes)
{
    const std::weak_ptr<HttpConnection *> alive = m_self;
    m_isReading = m_peer == Peer::Adopted;
    const bool goesOn = readRequests(bytes);
    if (alive.expired() || !std::exchange(m_isReading, false))
        return goesOn;
    writeAnswers();
    return goesOn && !alive.expired();
}

bool HttpConnection::readRequests(QByteArrayView &bytes)
{
    const std::weak_ptr<HttpConnection *> alive = m_self;
    // Behind the last request bytes are thrown away until the client has read its answer and
    // leaves.
    while (!m_lastRequestRead) {
        if (m_held)
            return false;
        switch (m_parser.read(bytes)) {
        case HttpRequestParser::Event::NeedsBytes:
            if (m_parser.takeContinueExpected()) {
                m_continueDue = true;
                writeAnswers();
            }
            m_paused = isCongested();
            if (m_paused)
                updateReading();
            return !m_paused;
        case HttpRequestParser::Event::Head:
            beginRequest();
            break;
        case HttpRequestParser::Event::BodyPart: {
            const auto receiver = m_receiver; // lives on when it ends the connection
            receiver->receive(m_parser.bodyPart());
            break;
        }
        case HttpRequestParser::Event::Request:
            finishRequest();
            break;
        case HttpRequestParser::Event::Failed:
            failRequest(*m_parser.failureStatus());
            break;
        }
        if (alive.expired())
            return false;
    }
    return true;
}

void HttpConnection::beginRequest()
{
    const HttpRequest &head = m_parser.request();
    m_arriving = beginExchange({head.keepAlive, head.method == "HEAD", head.minorVersion});
    m_refusal = refusal(head);
    if (m_refusal || !m_service->chooseReceiver)
        return;
    m_receiver = m_service->chooseReceiver(head, HttpReply(this, *m_arriving));
    if (m_receiver)
        m_parser.passBodyOn();
}

void HttpConnection::finishRequest()
{
    const quint64 number = *std::exchange(m_arriving, std::nullopt);
    HttpRequest request = m_parser.takeRequest();
    m_continueDue = false; // the client did not wait
    if (!request.keepAlive)
        m_lastRequestRead = true;
    if (m_refusal)
        refuse(number, *m_refusal);
    else if (const auto receiver = std::exchange(m_receiver, nullptr))
        receiver->finish(request.trailers);
    else
        m_service->handler(std::move(request), HttpReply(this, number));
}

void HttpConnection::failRequest(int status)
{
    const std::weak_ptr<HttpConnection *> alive = m_self;
    m_lastRequestRead = true;
    Exchange *const arriving = m_arriving ? exchange(*m_arriving) : nullptr;
    if (!arriving || arriving->response)
        m_arriving = beginExchange({.keepAlive = false});
    else
        arriving->keepAlive = false;
    const quint64 number = *m_arriving;
    truncateRequest();
    if (!alive.expired())
        refuse(number, status);
}

/// The rest of the request's body will not come.
void HttpConnection::truncateRequest()
{
    if (!m_arriving || !m_parser.isInBody() || m_refusal)
        return;
    const quint64 number = *std::exchange(m_arriving, std::nullopt);
    if (const auto receiver = std::exchange(m_receiver, nullptr)) {
        receiver->abort();
        return;
    }
    HttpRequest request = m_parser.takeRequest();
    request.truncated = true;
    m_service->handler(std::move(request), HttpReply(this, number));
}

/// A client that only ended its own direction may still read that its request was cut off.
void HttpConnection::clientLeft()
{
    const std::weak_ptr<HttpConnection *> alive = m_self;
    if (m_closing || m_lastRequestRead)
        return end();
    truncateRequest();
    if (!alive.expired())
        end();
}

quint64 HttpConnection::beginExchange(Exchange exchange)
{
    m_exchanges.push_back(std::move(exchange));
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
    if (m_isReading)
        return;
    QByteArray before; // answers that go out with the one behind them
    while (isFrontDue()) {
        if (m_exchanges.front().parts) {
            writeParts(std::exchange(before, {}));
            if (isFrontUnfinished())
                break;
            const bool keepAlive = m_exchanges.front().keepAlive;
            m_exchanges.pop_front();
            ++m_firstNumber;
            if (keepAlive)
                continue;
            beginClosing();
            return;
        }
        const Exchange done = std::move(m_exchanges.front());
        m_exchanges.pop_front();
        ++m_firstNumber;
        const QByteArray head = before + responseHead(*done.response, done.keepAlive);
        const QByteArray body = done.withoutBody ? QByteArray() : done.response->body;
        if (m_peer == Peer::Adopted && done.keepAlive && body.size() < SmallBytes && isFrontDue()) {
            before = head + body;
            continue;
        }
        before.clear();
        m_socket.write(head, body);
        if (!done.keepAlive) {
            beginClosing();
            return;
        }
    }
    if (m_continueDue && isFirstInLine()) {
        m_continueDue = false;
        m_socket.write(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"), {});
    }
    continueReading();
}

void HttpConnection::writeParts(QByteArray before)
{
    Exchange &front = m_exchanges.front();
    Parts &parts = *front.parts;
    if (!std::exchange(parts.headWritten, true))
        before += responseHead(*front.response, front.keepAlive, parts.framing);
    if (!before.isEmpty() || !parts.waiting.isEmpty())
        m_socket.write(before, std::exchange(parts.waiting, {}));
}

bool HttpConnection::isFrontUnfinished() const
{
    return !m_exchanges.empty() && m_exchanges.front().parts
        && !m_exchanges.front().parts->complete;
}

/// A runtime that has asked for its next event already reads the receipt of its last response with
/// it: one write, and it wakes up once.
bool HttpConnection::isFrontDue() const
{
    if (m_exchanges.empty() || !m_exchanges.front().response)
        return false;
    const Exchange &front = m_exchanges.front();
    const bool isReceipt
        = m_peer == Peer::Adopted && front.response->status == 202 && front.keepAlive;
    return !isReceipt || m_exchanges.size() == 1 || m_exchanges[1].response;
}

void HttpConnection::continueReading()
{
    if (m_paused && !isCongested()) {
        m_paused = false;
        updateReading();
    }
}

void HttpConnection::updateReading()
{
    m_socket.setReading(!m_paused && !m_held && m_heldBytes.isEmpty());
}

/// Whether every request before the one whose body is being read is answered.
bool HttpConnection::isFirstInLine() const
{
    return m_arriving && m_firstNumber == *m_arriving;
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
    dropExchanges();
    m_arriving.reset();
    m_receiver.reset();
    m_heldBytes.clear();
    m_heldOffset = 0;
    m_held = false;
    m_paused = false;
    updateReading();
    if (m_socket.unwrittenBytes() > 0)
        return;
    m_socket.shutdownWriting();
    QTimer::singleShot(LingerTime, this, &HttpConnection::end);
}

} // namespace coldframe

#include "moc_httpconnection.cpp"
