// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/childprocess.h"

#include <QSocketNotifier>

#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coldframe {

namespace {

/// Everything that the child touches between vfork and exec, made before: the child shares our
/// memory and may neither allocate nor lock.
struct ChildPlan
{
    const char *program;
    char *const *arguments;
    char *const *environment;
    const char *workingDirectory;
    const std::pair<int, int> *descriptors;
    std::size_t descriptorCount;
    rlimit openFiles;
    pid_t parent;
};

std::vector<char *> pointersTo(const std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (const QByteArray &text : texts)
        pointers.push_back(const_cast<char *>(text.constData())); // exec's historical signature
    pointers.push_back(nullptr);
    return pointers;
}

/// What the child tells through the memory that it shares with us.
struct ChildNews
{
    volatile int error = 0; ///< errno of the call that failed
    Instant executedAt; ///< read by the child: we may be woken long after its exec
};

[[noreturn]] void runChild(const ChildPlan &plan, const sigset_t &signalMask, ChildNews &news)
{
    const auto fail = [&news] {
        news.error = errno;
        _exit(127);
    };
    setsid();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != plan.parent)
        _exit(127); // the parent is gone already
    // Ignored signals survive exec, and Qt programs ignore SIGPIPE.
    for (const int ignored : {SIGPIPE, SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGCHLD})
        signal(ignored, SIG_DFL);
    // We may have inherited descriptors ourselves, and they are not closed on exec.
    close_range(0, ~0U, CLOSE_RANGE_CLOEXEC);
    for (std::size_t i = 0; i < plan.descriptorCount; ++i) {
        if (dup2(plan.descriptors[i].first, plan.descriptors[i].second) < 0)
            fail();
    }
    if (chdir(plan.workingDirectory) != 0)
        fail();
    setrlimit(RLIMIT_NOFILE, &plan.openFiles);
    sigprocmask(SIG_SETMASK, &signalMask, nullptr);
    news.executedAt = std::chrono::steady_clock::now();
    execve(plan.program, plan.arguments, plan.environment);
    fail();
    _exit(127);
}

int openProcessDescriptor(pid_t process)
{
    return static_cast<int>(syscall(SYS_pidfd_open, process, 0U));
}

} // namespace

void Descriptor::reset(int value)
{
    if (m_value >= 0)
        ::close(m_value);
    m_value = value;
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::spawn(const SpawnRequest &request)
{
    // dup2 to a low number must not overwrite a source that is still to come.
    constexpr int aboveAllTargets = 32;
    std::vector<Descriptor> moved;
    std::vector<std::pair<int, int>> descriptors;
    for (const auto &[ours, theirs] : request.descriptors) {
        moved.emplace_back(fcntl(ours, F_DUPFD_CLOEXEC, aboveAllTargets));
        descriptors.emplace_back(moved.back().value(), theirs);
    }

    std::vector<QByteArray> words{request.program};
    words.insert(words.end(), request.arguments.begin(), request.arguments.end());
    const std::vector<char *> arguments = pointersTo(words);
    const std::vector<char *> environment = pointersTo(request.environment);
    const auto files = static_cast<rlim_t>(request.openFiles);
    const ChildPlan plan{request.program.constData(),
                         arguments.data(),
                         environment.data(),
                         request.workingDirectory.constData(),
                         descriptors.data(),
                         descriptors.size(),
                         {files, files},
                         getpid()};

    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    ChildNews news;
    const pid_t child = vfork(); // returns here when the child has called exec
    if (child == 0)
        runChild(plan, before, news);
    const int forkError = errno;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);

    const auto spawnFailure = [&request](int reason) {
        return failure(Error::Code::SpawnFailed,
                       QStringLiteral("%1: %2").arg(QString::fromLocal8Bit(request.program),
                                                    QString::fromLocal8Bit(std::strerror(reason))));
    };
    if (child < 0)
        return spawnFailure(forkError);
    if (news.error != 0) {
        waitpid(child, nullptr, 0);
        return spawnFailure(news.error);
    }
    Descriptor processDescriptor(openProcessDescriptor(child));
    if (!processDescriptor.isValid()) {
        const int reason = errno;
        kill(-child, SIGKILL);
        waitpid(child, nullptr, 0);
        return spawnFailure(reason);
    }
    return std::unique_ptr<ChildProcess>(
        new ChildProcess(child, std::move(processDescriptor), news.executedAt));
}

ChildProcess::ChildProcess(pid_t processId, Descriptor processDescriptor, Instant executedAt)
    : m_processId(processId)
    , m_processDescriptor(std::move(processDescriptor))
    , m_executedAt(executedAt)
    , m_exitNotifier(
          std::make_unique<QSocketNotifier>(m_processDescriptor.value(), QSocketNotifier::Read))
{
    connect(m_exitNotifier.get(), &QSocketNotifier::activated, this, &ChildProcess::reap);
}

ChildProcess::~ChildProcess()
{
    if (m_reaped)
        return;
    m_exitNotifier.reset();
    killGroup();
    waitpid(m_processId, nullptr, 0); // SIGKILL cannot be ignored, so this ends
}

void ChildProcess::killGroup()
{
    // Also after the leader's end: its children may still be in the group. The group's number is
    // not given away before the leader is reaped, and reap() kills the group first.
    if (!m_reaped)
        kill(-m_processId, SIGKILL);
}

void ChildProcess::reap()
{
    siginfo_t information{};
    if (waitid(P_PID, static_cast<id_t>(m_processId), &information, WEXITED | WNOHANG | WNOWAIT) != 0
        || information.si_pid == 0)
        return;
    killGroup();
    waitpid(m_processId, nullptr, 0);
    m_reaped = true;
    m_exitNotifier->setEnabled(false);
    ExitStatus status;
    if (information.si_code == CLD_EXITED)
        status.exitCode = information.si_status;
    else
        status.signal = information.si_status;
    Q_EMIT exited(status);
}

} // namespace coldframe
