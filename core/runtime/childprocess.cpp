// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/childprocess.h"

#include "core/runtime/descriptorlimit.h"
#include "supervisor/messages.h"
#include "supervisor/processstart.h"

#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coldframe {

namespace {

std::vector<char *> pointersTo(const std::vector<QByteArray> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
    for (const QByteArray &text : texts)
        pointers.push_back(const_cast<char *>(text.constData())); // exec's historical signature
    pointers.push_back(nullptr);
    return pointers;
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
    std::vector<Descriptor> moved;
    std::vector<std::pair<int, int>> descriptors;
    for (const auto &[ours, theirs] : request.descriptors) {
        moved.emplace_back(fcntl(ours, F_DUPFD_CLOEXEC, supervisor::FirstSourceDescriptor));
        if (!moved.back().isValid())
            return descriptorFailure("fcntl");
        descriptors.emplace_back(moved.back().value(), theirs);
    }

    std::vector<QByteArray> words{request.program};
    words.insert(words.end(), request.arguments.begin(), request.arguments.end());
    const std::vector<char *> arguments = pointersTo(words);
    const std::vector<char *> environment = pointersTo(request.environment);
    const supervisor::StartPlan plan{request.program.constData(),
                                     arguments.data(),
                                     environment.data(),
                                     request.workingDirectory.constData(),
                                     descriptors.data(),
                                     descriptors.size(),
                                     static_cast<std::uint32_t>(request.openFiles),
                                     0,
                                     getpid(),
                                     request.controlGroups.data(),
                                     request.controlGroups.size()};
    supervisor::StartNews news;
    const pid_t child = supervisor::startProcess(plan, news);
    const int forkError = errno;

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
    return std::unique_ptr<ChildProcess>(new ChildProcess(
        child, std::move(processDescriptor), Instant(std::chrono::nanoseconds(news.executedAt))));
}

ChildProcess::ChildProcess(pid_t processId, Descriptor processDescriptor, Instant executedAt)
    : m_processId(processId)
    , m_processDescriptor(std::move(processDescriptor))
    , m_executedAt(executedAt)
    , m_exit(m_processDescriptor.value(), DescriptorWatch::Readiness::Readable, [this] { reap(); })
{ }

ChildProcess::~ChildProcess()
{
    if (m_reaped)
        return;
    m_exit.setEnabled(false);
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

bool ChildProcess::waitForExit(std::chrono::milliseconds patience) const
{
    pollfd ending{m_processDescriptor.value(), POLLIN, 0};
    return m_reaped || poll(&ending, 1, static_cast<int>(patience.count())) > 0;
}

void ChildProcess::reap()
{
    siginfo_t information{};
    if (waitid(P_PID, static_cast<id_t>(m_processId), &information, WEXITED | WNOHANG | WNOWAIT)
            != 0
        || information.si_pid == 0)
        return;
    killGroup();
    waitpid(m_processId, nullptr, 0);
    m_reaped = true;
    m_exit.setEnabled(false);
    ExitStatus status;
    if (information.si_code == CLD_EXITED)
        status.exitCode = information.si_status;
    else
        status.signal = information.si_status;
    Q_EMIT exited(status);
}

} // namespace coldframe

#include "moc_childprocess.cpp"
