// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace coldframe::bench {

/// From starting a program until it has ended.
std::chrono::nanoseconds runTime(const QString &program, const QStringList &arguments);

/// From starting a pipe worker until it has answered its first line.
std::chrono::nanoseconds firstAnswerTime(const QString &program, const QStringList &arguments,
                                         const QByteArray &line);

/// A process that reads a JSON line, and writes it back as JSON: what any warm invocation costs at
/// the least.
class PipeWorker
{
public:
    enum class Link {
        SocketPair, ///< the pipe floor as tools are compared by it: one Unix socket for both ways
        TwoPipes, ///< less still: a socket wakes whoever waits at its other end in vain
    };

    PipeWorker(const QString &program, const QStringList &arguments, Link link);
    ~PipeWorker();

    std::chrono::nanoseconds roundTrip(const QByteArray &line) { return timeUntil(line, "\n"); }

    /// Until it has written something that ends like this.
    std::chrono::nanoseconds timeUntil(const QByteArray &line, QByteArrayView end);

    /// What it writes back, without the line break.
    QByteArray answer(const QByteArray &line);

private:
    void write(const QByteArray &line);
    QByteArrayView read();

    std::vector<char> m_buffer = std::vector<char>(1 << 20);
    int m_toWorker = -1;
    int m_fromWorker = -1;
    pid_t m_process = -1;
};

} // namespace coldframe::bench
