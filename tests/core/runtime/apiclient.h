// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpmessage.h"

#include <QTcpSocket>
#include <QTest>

namespace coldframe::test {

/// What came back for one request; status 0 when nothing did.
struct ApiAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;

    QByteArray header(const char *name) const { return headerValue(headers, name).toByteArray(); }
};

/// A client of one connection, as a runtime or an extension has one.
class ApiClient
{
public:
    explicit ApiClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected();
    }

    void send(const QByteArray &method, const QByteArray &path, const HttpHeaders &headers = {},
              const QByteArray &body = {})
    {
        QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
        for (const HttpHeader &header : headers)
            bytes += header.name + ": " + header.value + "\r\n";
        m_socket.write(bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
                       + body);
    }

    /// Waits for one answer; status 0 when none comes.
    ApiAnswer receive()
    {
        ApiAnswer answer;
        qsizetype end = -1;
        qsizetype length = 0;
        const bool isWhole = QTest::qWaitFor([&] {
            m_received += m_socket.readAll();
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
        if (!isWhole)
            return answer;
        answer.status = m_received.mid(9, 3).toInt();
        answer.body = m_received.mid(end + 4, length);
        m_received.remove(0, end + 4 + length);
        return answer;
    }

    ApiAnswer call(const QByteArray &method, const QByteArray &path,
                   const HttpHeaders &headers = {}, const QByteArray &body = {})
    {
        send(method, path, headers, body);
        return receive();
    }

    /// Whether something arrived that was not received yet.
    bool hasAnswer()
    {
        m_received += m_socket.readAll();
        return !m_received.isEmpty();
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace coldframe::test
