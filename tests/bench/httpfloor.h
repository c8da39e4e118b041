// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/floors.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

namespace coldframe::bench {

/// The least that an emulator behind HTTP can cost: a blocking server that has a thread and a pipe
/// worker for each connection, hands each body to the worker and its answer back.
class HttpFloor
{
public:
    HttpFloor(QString program, QStringList arguments, PipeWorker::Link link);
    ~HttpFloor();

    HttpFloor(const HttpFloor &) = delete;
    HttpFloor &operator=(const HttpFloor &) = delete;

    std::uint16_t port() const { return m_port; }

private:
    void accept();
    void serve(int connection);

    QString m_program;
    QStringList m_arguments;
    PipeWorker::Link m_link;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    std::mutex m_mutex;
    std::vector<std::thread> m_connections; ///< with m_mutex
    std::thread m_acceptor;
};

} // namespace coldframe::bench
