// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/descriptorwatch.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QObject>

#include <sys/types.h>

#include <memory>
#include <utility>
#include <vector>

namespace coldframe {

/// A descriptor that is closed with its owner.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int value)
        : m_value(value)
    { }
    Descriptor(Descriptor &&other) noexcept
        : m_value(std::exchange(other.m_value, -1))
    { }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other)
            reset(std::exchange(other.m_value, -1));
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { reset(); }

    int value() const { return m_value; }
    bool isValid() const { return m_value >= 0; }
    int release() { return std::exchange(m_value, -1); }
    void reset(int value = -1);

private:
    int m_value = -1;
};

/// What to start. Nothing is inherited but what stands here.
struct SpawnRequest
{
    QByteArray program; ///< absolute path
    std::vector<QByteArray> arguments; ///< without the program's name
    std::vector<QByteArray> environment; ///< "NAME=value"
    QByteArray workingDirectory;
    std::vector<std::pair<int, int>> descriptors; ///< ours, and its number in the child
    int openFiles = 1024; ///< RLIMIT_NOFILE
    std::vector<int> controlGroups; ///< open cgroup.procs files of the groups to be in
};

/// How a process ended.
struct ExitStatus
{
    int exitCode = 0;
    int signal = 0; ///< 0 when it exited by itself
};

/// One child process, leader of a session and process group of its own, that is killed with its
/// group when this object or the thread that made it ends. To be made in a thread that lives as
/// long as the child should.
class ChildProcess final : public QObject
{
    Q_OBJECT

public:
    /// SpawnFailed names the program and the system's reason.
    static Result<std::unique_ptr<ChildProcess>> spawn(const SpawnRequest &request);
    ~ChildProcess() override;

    pid_t processId() const { return m_processId; }
    bool isRunning() const { return !m_reaped; }

    /// When the program began to run: its exec, which then succeeded.
    Instant executedAt() const { return m_executedAt; }

    /// Ends the whole process group at once. exited() follows.
    void killGroup();

    /// Whether it ended within that time; it is not reaped by this.
    bool waitForExit(std::chrono::milliseconds patience) const;

Q_SIGNALS:
    void exited(coldframe::ExitStatus status);

private:
    ChildProcess(pid_t processId, Descriptor processDescriptor, Instant executedAt);
    void reap();

    pid_t m_processId;
    Descriptor m_processDescriptor;
    Instant m_executedAt;
    DescriptorWatch m_exit;
    bool m_reaped = false;
};

} // namespace coldframe
