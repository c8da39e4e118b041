// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floors.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coldframe::bench {

namespace {

using Clock = std::chrono::steady_clock;

pid_t spawn(const QString &program, const QStringList &arguments,
            const posix_spawn_file_actions_t *actions)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    // The same bare environment as an execution environment has: what a shell exports can double
    // an interpreter's start.
    std::array<char, 32> path{"PATH=/usr/bin:/bin"};
    std::array<char *, 2> environment{path.data(), nullptr};
    pid_t process = -1;
    if (posix_spawn(&process, pointers.front(), actions, nullptr, pointers.data(),
                    environment.data())
        != 0) {
        std::perror("posix_spawn");
        std::exit(1);
    }
    return process;
}

} // namespace

std::chrono::nanoseconds runTime(const QString &program, const QStringList &arguments)
{
    const auto begin = Clock::now();
    waitpid(spawn(program, arguments, nullptr), nullptr, 0);
    return Clock::now() - begin;
}

PipeWorker::PipeWorker(const QString &program, const QStringList &arguments, Link link)
{
    std::array<int, 2> down{};
    std::array<int, 2> up{};
    bool isOpen = false;
    if (link == Link::SocketPair) {
        isOpen = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, down.data()) == 0;
        up = {fcntl(down[1], F_DUPFD_CLOEXEC, 0), fcntl(down[0], F_DUPFD_CLOEXEC, 0)};
    } else {
        isOpen = pipe2(down.data(), O_CLOEXEC) == 0 && pipe2(up.data(), O_CLOEXEC) == 0;
    }
    if (!isOpen) {
        std::perror("the link to a pipe worker");
        std::exit(1);
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, down[0], 0);
    posix_spawn_file_actions_adddup2(&actions, up[1], 1);
    m_process = spawn(program, arguments, &actions);
    posix_spawn_file_actions_destroy(&actions);
    close(down[0]);
    close(up[1]);
    m_toWorker = down[1];
    m_fromWorker = up[0];
}

PipeWorker::~PipeWorker()
{
    close(m_toWorker);
    close(m_fromWorker);
    waitpid(m_process, nullptr, 0);
}

std::chrono::nanoseconds firstAnswerTime(const QString &program, const QStringList &arguments,
                                         const QByteArray &line)
{
    const auto begin = Clock::now();
    PipeWorker worker(program, arguments, PipeWorker::Link::SocketPair);
    worker.roundTrip(line);
    return Clock::now() - begin; // without its end, which nobody waits for
}

void PipeWorker::write(const QByteArray &line)
{
    for (qsizetype sent = 0; sent < line.size();) {
        const ssize_t count = ::write(m_toWorker, line.constData() + sent,
                                      static_cast<std::size_t>(line.size() - sent));
        if (count <= 0)
            std::abort();
        sent += count;
    }
}

QByteArrayView PipeWorker::read()
{
    const ssize_t count = ::read(m_fromWorker, m_buffer.data(), m_buffer.size());
    if (count <= 0)
        std::abort();
    return {m_buffer.data(), count};
}

std::chrono::nanoseconds PipeWorker::timeUntil(const QByteArray &line, QByteArrayView end)
{
    const auto begin = Clock::now();
    write(line);
    QByteArray last;
    do {
        const QByteArrayView bytes = read();
        last.append(bytes.last(std::min<qsizetype>(bytes.size(), 16)));
        last = last.right(16);
    } while (!last.endsWith(end));
    return Clock::now() - begin;
}

QByteArray PipeWorker::answer(const QByteArray &line)
{
    write(line);
    QByteArray answer;
    do {
        answer.append(read());
    } while (!answer.endsWith('\n'));
    answer.chop(1);
    return answer;
}

} // namespace coldframe::bench
