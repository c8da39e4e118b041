// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>

namespace coldframe::bench {

/// One connection to a server on the loopback, used by one thread that waits for each answer.
class HttpClient
{
public:
    /// Ends the program when nobody listens.
    explicit HttpClient(std::uint16_t port);
    ~HttpClient();

    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    /// Posts a JSON body and waits for the whole answer; its status is in status().
    std::chrono::nanoseconds roundTrip(const QByteArray &target, const QByteArray &body);

    int status() const { return m_status; }
    const QByteArray &answer() const { return m_answer; }

private:
    void connect();
    void send(const QByteArray &request);
    bool receive();

    int m_socket = -1;
    std::uint16_t m_port;
    int m_status = 0;
    QByteArray m_received;
    QByteArray m_answer;
};

} // namespace coldframe::bench
