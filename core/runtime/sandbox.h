// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/descriptorwatch.h"
#include "core/base/result.h"
#include "core/runtime/childprocess.h"
#include "core/runtime/cpumeter.h"
#include "core/runtime/sandboxarguments.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

class QTimer;

namespace coldframe::supervisor {
struct Notice;
}

namespace coldframe {

class ControlGroup;
class CpuThrottle;
class Freezer;
class MemoryMeter;

/// The numbers under which a runtime process finds what it inherits.
inline constexpr int OutputDescriptor = 1;
inline constexpr int ErrorDescriptor = 2;
inline constexpr int EventsDescriptor = 3; ///< our bootstraps read from the Runtime API here
inline constexpr int AnswersDescriptor = 4; ///< and write to it here

/// A program to be started inside a sandbox. Paths are those inside.
struct ProcessPlan
{
    QString program;
    QStringList arguments;
    std::map<QString, QString> variables; ///< exactly these
    QString workingDirectory;
    std::vector<std::pair<int, int>> descriptors; ///< ours, and its number in the process (< 64)
};

/// The computer's side of one sandbox: a file system and process namespace that lives as long as
/// its execution environment, while processes in it come and go. To be made in a thread that lives
/// as long as the sandbox should. When Coldframe ends, however it does, so do all processes in it.
///
/// Starting --ready--> Ready --end(), or it broke down--> Ended, told by ended().
class Sandbox final : public QObject
{
    Q_OBJECT

public:
    /// Begins to set it up and does not wait for it. SpawnFailed when not even that works.
    static Result<std::unique_ptr<Sandbox>> start(const SandboxPlan &plan, const Clock &clock);

    /// Ends everything in it; waits some milliseconds for that.
    ~Sandbox() override;

    bool isReady() const { return m_supervisorId > 0 && !m_ended; }
    bool hasEnded() const { return m_ended; }

    /// Why it ended before it was ready: IsolationUnavailable with bubblewrap's own words, or
    /// SpawnFailed.
    std::optional<Error> startError() const { return m_startError; }

    /// When the program that sets it up began to run.
    Instant executedAt() const { return m_process->executedAt(); }

    /// Starts a program, leader of its own session, with /dev/null as its input; its descriptors
    /// are duplicated before this returns. May be called before ready(). Returns its number, under
    /// which spawned() or spawnFailed() and later exited() tell of it.
    int spawn(const ProcessPlan &plan);

    /// SIGKILL, or another signal, to the process and its group; nothing when it has ended.
    void kill(int process);
    void signal(int process, int signalNumber);

    /// Ends every process, also those that left their group. The sandbox and its /tmp stay.
    /// processesKilled() follows, after the exited() of each.
    void killProcesses();

    /// Lets every process stand still between two invocations. Thawing one process costs a few
    /// microseconds.
    void freeze();
    void thaw();
    bool isFrozen() const;

    /// Where the computer finds the sandbox's /tmp, as long as the sandbox lives. Without isolation
    /// that is the computer's own; empty before ready().
    QString temporaryDirectory() const;

    /// Resident bytes of all processes now; 0 before ready().
    std::int64_t sampleMemory();

    /// The most since the beginning: the samples and the kernel's own high-water marks. Asked again
    /// within two milliseconds, by invocations that are shorter than that, it tells the same: to
    /// measure takes as long as a fifth of a small one, and they could change little.
    std::int64_t peakMemoryBytes();

    /// Processes, the supervisor not among them.
    int processCount() const;

    /// Looks every 10 ms, while it is on, whether memory or processes exceed their limits, which
    /// memoryExceeded() and processesExceeded() tell. What is done about it is the receiver's.
    void setWatching(bool on);

    /// CPU time in proportion to memory from now on; nothing without SandboxPlan::limitsCpu. A new
    /// sandbox is without this limit, because it would hold up its own setting up.
    void setCpuLimited(bool on);

    /// The CPU time of all its processes until now; nothing before ready(). Costs some 10 µs a
    /// process where no control group keeps the account.
    std::optional<CpuReading> cpuTime() const;

    /// Whether the kernel ended a process that had more memory than even the meter's delay
    /// explains.
    bool hasRunOutOfMemory() const;

    /// Ends everything in it, and itself. ended() follows.
    void end();

Q_SIGNALS:
    void ready(coldframe::Instant at);
    void spawned(int process, coldframe::Instant executedAt);
    void spawnFailed(int process, const coldframe::Error &error);
    void exited(int process, coldframe::ExitStatus status);
    void processesKilled();
    void memoryExceeded(std::int64_t bytes);
    void processesExceeded(int threads);
    void ended();

private:
    Sandbox(SandboxPlan plan, const Clock &clock, std::unique_ptr<ChildProcess> process,
            Descriptor control, Descriptor errors, std::unique_ptr<ControlGroup> group);

    void readNotices();
    void handle(const supervisor::Notice &notice);
    void onReady(pid_t supervisorId);
    void onProcessExited(ExitStatus status);
    void watch();
    bool sendOrder(const QByteArray &order, const std::vector<int> &descriptors);

    SandboxPlan m_plan;
    std::unique_ptr<ControlGroup> m_group; ///< removed when all processes are gone; may be null
    const Clock &m_clock;
    std::unique_ptr<ChildProcess> m_process; ///< bubblewrap, or the supervisor itself
    Descriptor m_control;
    Descriptor m_errors; ///< what bubblewrap says when it fails
    DescriptorWatch m_notices;
    pid_t m_supervisorId = 0; ///< as the computer sees it; 0 before ready()
    std::map<int, QString> m_programs; ///< of running processes, for error texts
    int m_lastProcess = 0;
    std::unique_ptr<Freezer> m_freezer;
    std::unique_ptr<MemoryMeter> m_memory;
    std::optional<Instant> m_peakReadAt;
    std::unique_ptr<CpuThrottle> m_throttle; ///< where no control group does it
    std::unique_ptr<QTimer> m_watchTimer;
    bool m_watches = false;
    int m_looks = 0;
    bool m_cpuLimited = false;
    std::optional<Error> m_startError;
    bool m_ended = false;
};

} // namespace coldframe
