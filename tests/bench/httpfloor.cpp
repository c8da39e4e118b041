// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/httpfloor.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldframe::bench {

HttpFloor::HttpFloor(QString program, QStringList arguments, PipeWorker::Link link)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_link(link)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 128) != 0
        || ::getsockname(m_listener, generic, &size) != 0) {
        std::perror("listen");
        std::exit(1);
    }
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

HttpFloor::~HttpFloor()
{
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (std::thread &connection : m_connections) // their clients are gone
        connection.join();
    ::close(m_listener);
}

void HttpFloor::accept()
{
    for (;;) {
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        const std::lock_guard lock(m_mutex);
        m_connections.emplace_back([this, connection] { serve(connection); });
    }
}

void HttpFloor::serve(int connection)
{
    const int on = 1;
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    PipeWorker worker(m_program, m_arguments, m_link);
    QByteArray received;
    std::vector<char> buffer(1 << 17);
    for (;;) {
        const ssize_t count = ::recv(connection, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            break;
        received.append(buffer.data(), count);
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            continue;
        const qsizetype header = received.indexOf("Content-Length: ");
        const qsizetype length = std::strtoll(received.constData() + header + 16, nullptr, 10);
        if (received.size() < end + 4 + length)
            continue;
        const QByteArray body = worker.answer(received.mid(end + 4, length) + '\n');
        received.clear();
        const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                 "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        for (qsizetype sent = 0; sent < reply.size();) {
            const ssize_t written = ::send(connection, reply.constData() + sent,
                                           std::size_t(reply.size() - sent), MSG_NOSIGNAL);
            if (written <= 0)
                break;
            sent += written;
        }
    }
    ::close(connection);
}

} // namespace coldframe::bench
