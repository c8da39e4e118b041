// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/httpserver.h"

#include "core/http/httpconnection.h"

#include <QHostAddress>
#include <QTcpServer>

namespace coldframe {

namespace {

/// Hands out descriptors instead of making a QTcpSocket of each.
class Listener final : public QTcpServer
{
public:
    Listener(std::function<void(int)> connected, QObject *parent)
        : QTcpServer(parent)
        , m_connected(std::move(connected))
    { }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_connected(static_cast<int>(descriptor));
    }

private:
    std::function<void(int)> m_connected;
};

} // namespace

class HttpServer::Private
{
public:
    void connected(StreamEnds ends, HttpConnection::Peer peer)
    {
        new HttpConnection(ends, peer, service, connections);
    }

    std::shared_ptr<HttpService> service;
    QObject *connections = nullptr;
    QTcpServer *listener = nullptr;
};

HttpReply::HttpReply(HttpConnection *connection, quint64 requestNumber)
    : m_connection(connection->handle())
    , m_requestNumber(requestNumber)
{ }

void HttpReply::send(HttpResponse response) const
{
    if (const auto connection = m_connection.lock())
        (*connection)->answer(m_requestNumber, std::move(response));
}

void HttpReply::begin(HttpResponse head, std::function<void()> written) const
{
    if (const auto connection = m_connection.lock())
        (*connection)->beginAnswer(m_requestNumber, std::move(head), std::move(written));
}

void HttpReply::sendPart(const QByteArray &part) const
{
    if (const auto connection = m_connection.lock())
        (*connection)->sendPart(m_requestNumber, part);
}

void HttpReply::finish() const
{
    if (const auto connection = m_connection.lock())
        (*connection)->finishAnswer(m_requestNumber);
}

qsizetype HttpReply::unwrittenBytes() const
{
    const auto connection = m_connection.lock();
    return connection ? (*connection)->unwrittenBytes(m_requestNumber) : 0;
}

bool HttpReply::isPending() const
{
    const auto connection = m_connection.lock();
    return connection && (*connection)->isPending(m_requestNumber);
}

void HttpReply::pauseReading() const
{
    if (const auto connection = m_connection.lock())
        (*connection)->pauseReading();
}

void HttpReply::resumeReading() const
{
    if (const auto connection = m_connection.lock())
        (*connection)->resumeReading();
}

HttpServer::HttpServer(Options options, Handler handler, BodyReceiverChoice choice, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    auto buffer = std::make_unique_for_overwrite<char[]>(HttpConnection::ReadBufferBytes);
    d->service = std::make_shared<HttpService>(
        HttpService{options, std::move(handler), std::move(choice), std::move(buffer)});
    d->connections = new QObject(this);
    d->listener = new Listener(
        [this](int descriptor) {
            d->connected({descriptor, descriptor}, HttpConnection::Peer::Network);
        },
        this);
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listenOnLoopback(quint16 port)
{
    if (!d->listener->isListening() && d->listener->listen(QHostAddress::LocalHost, port))
        return d->listener->serverPort();
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("127.0.0.1:%1: %2").arg(port).arg(d->listener->errorString()));
}

void HttpServer::adoptConnection(StreamEnds ends)
{
    d->connected(ends, HttpConnection::Peer::Adopted);
}

void HttpServer::closeConnections()
{
    const QObjectList connections = d->connections->children();
    for (QObject *connection : connections)
        static_cast<HttpConnection *>(connection)->end();
}

} // namespace coldframe

#include "moc_httpserver.cpp"
