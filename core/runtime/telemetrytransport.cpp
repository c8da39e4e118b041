// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/telemetrytransport.h"

#include "core/runtime/httpresponsereader.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <utility>

namespace coldframe {

namespace {

/// What both protocols share: a connection that is made when it is needed.
class SocketTransport : public TelemetryTransport
{
public:
    explicit SocketTransport(std::uint16_t port)
        : m_port(port)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        connect(&m_socket, &QTcpSocket::connected, this, [this] {
            m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            writeWaiting();
        });
        connect(
            &m_socket, &QTcpSocket::errorOccurred, this, [this] { connectionEnded(); },
            Qt::QueuedConnection);
        connect(
            &m_socket, &QTcpSocket::disconnected, this, [this] { connectionEnded(); },
            Qt::QueuedConnection);
        connect(&m_socket, &QTcpSocket::readyRead, this,
                [this] { bytesArrived(m_socket.readAll()); });
        connect(&m_socket, &QTcpSocket::bytesWritten, this, [this] {
            if (m_isSending && m_waiting.isEmpty() && m_socket.bytesToWrite() == 0)
                allWritten();
        });
    }

    void send(const std::vector<QByteArray> &records) override
    {
        m_waiting = payloadOf(records);
        m_isSending = true;
        if (m_socket.state() == QAbstractSocket::ConnectedState)
            writeWaiting();
        else if (m_socket.state() == QAbstractSocket::UnconnectedState)
            m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    }

protected:
    virtual QByteArray payloadOf(const std::vector<QByteArray> &records) = 0;
    virtual void bytesArrived(const QByteArray &bytes) = 0;
    virtual void allWritten() { }
    virtual void endedWhileSending() { finish(Outcome::Unreachable); }

    void finish(Outcome outcome)
    {
        m_waiting.clear();
        if (std::exchange(m_isSending, false))
            Q_EMIT sent(outcome);
    }

    bool isSending() const { return m_isSending; }
    void dropConnection() { m_socket.abort(); }

private:
    void writeWaiting()
    {
        if (!m_waiting.isEmpty())
            m_socket.write(std::exchange(m_waiting, {}));
    }

    void connectionEnded()
    {
        // Queued: by now a new connection may be under way.
        if (m_socket.state() == QAbstractSocket::ConnectedState
            || m_socket.state() == QAbstractSocket::ConnectingState)
            return;
        m_socket.abort();
        if (m_isSending)
            endedWhileSending();
    }

    QTcpSocket m_socket;
    std::uint16_t m_port;
    QByteArray m_waiting; ///< for the connection to be made
    bool m_isSending = false;
};

class HttpTransport final : public SocketTransport
{
public:
    explicit HttpTransport(TelemetryDestination destination)
        : SocketTransport(destination.port)
        , m_destination(std::move(destination))
    { }

protected:
    QByteArray payloadOf(const std::vector<QByteArray> &records) override
    {
        m_reader = {};
        qsizetype bytes = 2;
        for (const QByteArray &record : records)
            bytes += record.size() + 1;
        QByteArray body;
        body.reserve(bytes);
        body += '[';
        for (const QByteArray &record : records) {
            if (body.size() > 1)
                body += ',';
            body += record;
        }
        body += ']';
        return m_destination.method + ' ' + m_destination.target + " HTTP/1.1\r\nHost: "
            + m_destination.host + "\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

    void bytesArrived(const QByteArray &bytes) override
    {
        if (!isSending())
            return dropConnection(); // an answer that nobody asked for
        progress(m_reader.feed(bytes));
    }

    void endedWhileSending() override
    {
        const auto end = m_reader.end();
        progress(end);
    }

private:
    void progress(HttpResponseReader::Progress progress)
    {
        switch (progress) {
        case HttpResponseReader::Progress::Reading:
            return;
        case HttpResponseReader::Progress::Malformed:
            dropConnection();
            return finish(Outcome::Unreachable);
        case HttpResponseReader::Progress::Complete:
            if (!m_reader.keepAlive())
                dropConnection();
            return finish(m_reader.status() / 100 == 2 ? Outcome::Delivered : Outcome::Refused);
        }
    }

    TelemetryDestination m_destination;
    HttpResponseReader m_reader;
};

class TcpTransport final : public SocketTransport
{
public:
    using SocketTransport::SocketTransport;

protected:
    QByteArray payloadOf(const std::vector<QByteArray> &records) override
    {
        QByteArray lines;
        for (const QByteArray &record : records)
            lines += record + '\n';
        return lines;
    }

    void bytesArrived(const QByteArray &) override { } // no answer is part of this protocol
    void allWritten() override { finish(Outcome::Delivered); }
};

} // namespace

std::unique_ptr<TelemetryTransport> makeTelemetryTransport(const TelemetryDestination &destination)
{
    if (destination.protocol == TelemetryDestination::Protocol::Tcp)
        return std::make_unique<TcpTransport>(destination.port);
    return std::make_unique<HttpTransport>(destination);
}

} // namespace coldframe

#include "moc_telemetrytransport.cpp"
