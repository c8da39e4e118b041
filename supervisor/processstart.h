// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <utility>

#include <linux/close_range.h>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/// How a process begins here, for Coldframe itself and for the supervisor inside a sandbox.
namespace coldframe::supervisor {

/// Everything that the child touches between vfork and exec, made before: the child shares our
/// memory and may neither allocate nor lock.
struct StartPlan
{
    const char *program = nullptr;
    char *const *arguments = nullptr;
    char *const *environment = nullptr;
    const char *workingDirectory = nullptr;
    const std::pair<int, int> *descriptors = nullptr; ///< ours, above all numbers in the child; its
    std::size_t descriptorCount = 0;
    std::uint32_t openFiles = 0; ///< RLIMIT_NOFILE; 0 leaves it
    std::uint32_t processes = 0; ///< RLIMIT_NPROC; 0 leaves it
    pid_t parent = 0;
    const int *controlGroups = nullptr; ///< open cgroup.procs files of the groups to be in
    std::size_t controlGroupCount = 0;
};

/// What the child tells through the memory that it shares with us.
struct StartNews
{
    volatile int error = 0; ///< errno of the call that failed
    volatile std::int64_t executedAt
        = 0; ///< read by the child: we may be woken long after its exec
};

inline std::int64_t monotonicNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

[[noreturn]] inline void runChild(const StartPlan &plan, StartNews &news)
{
    const auto fail = [&news] {
        news.error = errno;
        _exit(127);
    };
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != plan.parent)
        _exit(127); // the parent is gone already
    for (std::size_t i = 0; i < plan.controlGroupCount; ++i) {
        if (write(plan.controlGroups[i], "0", 1) < 0)
            fail();
    }
    // Ignored signals survive exec, and Qt programs ignore SIGPIPE.
    for (int number = 1; number < 32; ++number)
        signal(number, SIG_DFL);
    // We may have inherited descriptors ourselves, and they are not closed on exec.
    syscall(SYS_close_range, 0U, ~0U, CLOSE_RANGE_CLOEXEC);
    for (std::size_t i = 0; i < plan.descriptorCount; ++i) {
        if (dup2(plan.descriptors[i].first, plan.descriptors[i].second) < 0)
            fail();
    }
    if (chdir(plan.workingDirectory) != 0)
        fail();
    const auto limit = [](auto resource, std::uint32_t value) {
        const rlimit both{value, value};
        if (value > 0)
            setrlimit(resource, &both);
    };
    limit(RLIMIT_NOFILE, plan.openFiles);
    limit(RLIMIT_NPROC, plan.processes);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    news.executedAt = monotonicNanoseconds();
    execve(plan.program, plan.arguments, plan.environment);
    fail();
    _exit(127);
}

/// Starts a program in a session of its own, with default signals and with nothing inherited but
/// the listed descriptors; it ends with the thread that started it. Returns its process id when it
/// has called exec, or -1 with errno. With news.error set exec failed and the child is to be
/// reaped.
inline pid_t startProcess(const StartPlan &plan, StartNews &news)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t child = vfork(); // returns here when the child has called exec
    if (child == 0)
        runChild(plan, news);
    const int reason = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = reason;
    return child;
}

} // namespace coldframe::supervisor
