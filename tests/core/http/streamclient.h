// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>

namespace coldframe::test {

/// A client that writes the bytes it is told to and keeps what comes back.
class StreamClient
{
public:
    explicit StreamClient(quint16 port)
    {
        collect();
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    }

    /// One end of a Unix socketpair, for example.
    struct Descriptor
    {
        int value;
    };
    explicit StreamClient(Descriptor descriptor)
    {
        collect();
        m_socket.setSocketDescriptor(descriptor.value);
    }

    void write(const QByteArray &bytes) { m_socket.write(bytes); }
    void leave() { m_socket.abort(); }
    void stopReading()
    {
        m_reading = false;
        m_socket.setReadBufferSize(1000);
    }
    void resumeReading()
    {
        m_reading = true;
        m_socket.setReadBufferSize(0);
        m_received += m_socket.readAll();
    }

    QByteArray received() const { return m_received; }
    bool wasDisconnected() const { return m_disconnected; }

private:
    void collect()
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            if (m_reading)
                m_received += m_socket.readAll();
        });
        QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket,
                         [this] { m_disconnected = true; });
    }

    QByteArray m_received;
    bool m_reading = true;
    bool m_disconnected = false;
    QTcpSocket m_socket; // the last one, as its end emits disconnected
};

} // namespace coldframe::test
