// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"
#include "core/runtime/runtimeapi.h"
#include "tests/core/runtime/apiclient.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

Q_DECLARE_METATYPE(coldframe::RuntimeAnswer)
Q_DECLARE_METATYPE(coldframe::Instant)

namespace coldframe::test {

inline const QString requestId = QStringLiteral("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
inline const QByteArray nextPath = "/2018-06-01/runtime/invocation/next";
inline const QByteArray initErrorPath = "/2018-06-01/runtime/init/error";
inline const QByteArray restoreNextPath = "/2018-06-01/runtime/restore/next";
inline const QByteArray restoreErrorPath = "/2018-06-01/runtime/restore/error";
inline const QByteArray okBody = "{\"status\":\"OK\"}\n";
inline const QByteArray streamingMode = "Lambda-Runtime-Function-Response-Mode: streaming\r\n";

inline QByteArray invocationPath(const char *action, const QString &id = requestId)
{
    return "/2018-06-01/runtime/invocation/" + id.toLatin1() + '/' + action;
}

inline RuntimeEvent eventOf(const QByteArray &body)
{
    RuntimeEvent event;
    event.requestId = requestId;
    event.body = body;
    event.deadline = WallTime(std::chrono::milliseconds(1542409706888));
    event.functionArn = QStringLiteral("arn:aws:lambda:us-east-1:123456789012:function:orders");
    event.traceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0";
    return event;
}

inline QByteArray apiErrorBody(const QByteArray &message, const QByteArray &type)
{
    return "{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}\n";
}

/// A runtime as the Runtime API sees it: one TCP connection and the bytes on it.
class RuntimeClient
{
public:
    explicit RuntimeClient(const EnvironmentServer &server)
        : m_address(server.address())
    {
        connect();
    }

    void connect()
    {
        m_received.clear();
        m_socket = std::make_unique<QTcpSocket>();
        m_socket->connectToHost(m_address.section(u':', 0, 0),
                                quint16(m_address.section(u':', 1).toUShort()));
        m_socket->waitForConnected();
    }
    void leave() { m_socket->abort(); }
    bool isConnected() const { return m_socket->state() == QAbstractSocket::ConnectedState; }
    bool hasReceivedNothing() const
    {
        return m_received.isEmpty() && m_socket->bytesAvailable() == 0;
    }

    void send(const QByteArray &bytes) { m_socket->write(bytes); }
    void get(const QByteArray &path) { send(request("GET", path, {}, {})); }
    void post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        send(request("POST", path, headers, body));
    }

    QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                       const QByteArray &body) const
    {
        QByteArray bytes
            = method + ' ' + path + " HTTP/1.1\r\nHost: " + m_address.toLatin1() + "\r\n" + headers;
        if (method != "GET")
            bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return bytes + "\r\n" + body;
    }

    /// The head of a POST whose chunks follow.
    QByteArray chunkedHead(const QByteArray &path, const QByteArray &headers) const
    {
        return "POST " + path + " HTTP/1.1\r\nhost: " + m_address.toLatin1() + "\r\n" + headers
            + "transfer-encoding: chunked\r\n\r\n";
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }

    /// Waits for the next answer.
    ApiAnswer receive()
    {
        ApiAnswer answer;
        qsizetype end = -1;
        qsizetype length = 0;
        (void)QTest::qWaitFor([&] {
            m_received += m_socket->readAll();
            end = m_received.indexOf("\r\n\r\n");
            if (end < 0)
                return false;
            answer.headers.clear();
            for (const QByteArray &line :
                 m_received.left(end).replace("\r\n", "\n").split('\n').mid(1)) {
                const qsizetype colon = line.indexOf(':');
                answer.headers.push_back({line.left(colon), line.mid(colon + 1).trimmed()});
            }
            length = headerValue(answer.headers, "Content-Length").toInt();
            return m_received.size() >= end + 4 + length;
        }, 60'000);
        if (end < 0)
            return answer;
        answer.status = m_received.mid(9, 3).toInt();
        answer.body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return answer;
    }

private:
    QString m_address;
    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

/// A server with the Runtime API and one runtime that is connected to it.
struct RuntimeApiFixture
{
    RuntimeApiFixture()
    {
        if (server.listenOnLoopback())
            client = std::make_unique<RuntimeClient>(server);
    }

    /// Delivers an event and takes it.
    ApiAnswer deliver(const RuntimeEvent &event)
    {
        api.deliver(event);
        client->get(nextPath);
        return client->receive();
    }

    SystemClock clock;
    EnvironmentServer server;
    RuntimeApi api{server, clock};
    std::unique_ptr<RuntimeClient> client;
};

} // namespace coldframe::test
