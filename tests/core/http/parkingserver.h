// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/httpserver.h"

#include "tests/core/http/streamclient.h"

#include <QDir>

#include <array>
#include <deque>
#include <functional>
#include <memory>

#include <sys/socket.h>

namespace coldframe::test {
enum class Transport { Tcp, SocketPair };

struct ParkedRequest
{
    HttpRequest request;
    HttpReply reply;
};

/// A server whose requests stay parked until the test answers them.
class ParkingServer
{
public:
    explicit ParkingServer(HttpServer::Options options = {})
        : server(
            std::make_unique<HttpServer>(options, [this](HttpRequest request, HttpReply reply) {
                parked.push_back({std::move(request), reply});
                if (onRequest)
                    onRequest(parked.back());
            }))
    { }

    std::unique_ptr<StreamClient> connectBy(Transport transport)
    {
        if (transport == Transport::Tcp)
            return std::make_unique<StreamClient>(server->listenOnLoopback().value());
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return nullptr;
        server->adoptConnection(ends[0]);
        return std::make_unique<StreamClient>(StreamClient::Descriptor{ends[1]});
    }

    std::function<void(const ParkedRequest &)> onRequest;
    std::deque<ParkedRequest> parked;
    std::unique_ptr<HttpServer> server;
};

inline QByteArray okAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

inline QByteArray getRequest(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

inline QByteArray postHead(const QByteArray &target, qint64 size)
{
    return "POST " + target
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(size) + "\r\n";
}

inline qsizetype openDescriptors()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

/// Six megabytes that differ everywhere.
inline QByteArray largeBody()
{
    QByteArray body(6 * 1024 * 1024, Qt::Uninitialized);
    quint32 value = 1;
    for (char &byte : body) {
        value = value * 1664525U + 1013904223U;
        byte = static_cast<char>(value >> 24U);
    }
    return body;
}

} // namespace coldframe::test

Q_DECLARE_METATYPE(coldframe::test::Transport)
