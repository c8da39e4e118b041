// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/httpclient.h"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldframe::bench {

namespace {

[[noreturn]] void endWith(const char *what)
{
    std::perror(what);
    std::exit(1);
}

/// The number behind a header's name, written in lower case; -1 without one.
qsizetype numberBehind(const QByteArray &head, const char *name)
{
    const qsizetype at = head.indexOf(name);
    return at < 0 ? -1 : std::strtoll(head.constData() + at + qstrlen(name), nullptr, 10);
}

} // namespace

HttpClient::HttpClient(std::uint16_t port)
    : m_port(port)
{
    connect();
}

void HttpClient::connect()
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        endWith("connect");
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

HttpClient::~HttpClient()
{
    ::close(m_socket);
}

std::chrono::nanoseconds HttpClient::roundTrip(const QByteArray &target, const QByteArray &body)
{
    const auto begin = std::chrono::steady_clock::now();
    const QByteArray request = "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + QByteArray::number(m_port) + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    send(request);
    if (!receive()) {
        // A server may close a connection that was idle while others had their round.
        ::close(m_socket);
        connect();
        send(request);
        if (!receive())
            endWith("recv");
    }
    return std::chrono::steady_clock::now() - begin;
}

/// What a closed connection did not take, receive() finds out.
void HttpClient::send(const QByteArray &request)
{
    for (qsizetype sent = 0; sent < request.size();) {
        const ssize_t count = ::send(m_socket, request.constData() + sent,
                                     std::size_t(request.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return;
        sent += count;
    }
}

/// False when the server has closed the connection instead of answering. Answers come with a length
/// or, from some peers, in chunks whose end is enough to know here.
bool HttpClient::receive()
{
    std::array<char, 1 << 17> buffer;
    m_received.clear();
    qsizetype bodyBegin = -1;
    qsizetype length = -1;
    for (;;) {
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (count <= 0 && m_received.isEmpty())
            return false;
        if (count <= 0)
            endWith("recv");
        m_received.append(buffer.data(), count);
        if (bodyBegin < 0) {
            const qsizetype end = m_received.indexOf("\r\n\r\n");
            if (end < 0)
                continue;
            bodyBegin = end + 4;
            length = numberBehind(m_received.left(end).toLower() + "\r\n", "content-length:");
            m_status = m_received.mid(9, 3).toInt();
        }
        if (length >= 0 ? m_received.size() >= bodyBegin + length
                        : m_received.endsWith("0\r\n\r\n"))
            break;
    }
    m_answer = m_received.mid(bodyBegin);
    return true;
}

} // namespace coldframe::bench
