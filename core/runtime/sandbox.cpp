// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandbox.h"

#include "core/lambda/limits.h"
#include "core/runtime/controlgroup.h"
#include "core/runtime/cputhrottle.h"
#include "core/runtime/descriptorlimit.h"
#include "core/runtime/freezer.h"
#include "core/runtime/memorymeter.h"
#include "core/runtime/pipe.h"
#include "supervisor/messages.h"
#include "supervisor/processtree.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace coldframe {

namespace {

using supervisor::Notice;
using supervisor::NoticeKind;
using supervisor::Order;
using supervisor::OrderKind;

struct SocketPair
{
    Descriptor ours;
    Descriptor theirs;
};

/// Packets with the sender's process id as the computer sees it.
Result<SocketPair> makeControlSockets()
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return descriptorFailure("socketpair");
    constexpr int yes = 1;
    constexpr int roomBytes = 4 * 1024 * 1024; // orders wait in it until the sandbox is there
    setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes);
    setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &roomBytes, sizeof roomBytes);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return SocketPair{Descriptor(ends[0]), Descriptor(ends[1])};
}

QByteArray bytesOf(const Order &order)
{
    return {reinterpret_cast<const char *>(&order), sizeof order};
}

void appendText(QByteArray &message, const QByteArray &text)
{
    message.append(text).append('\0');
}

QString systemReason(int number)
{
    return QString::fromLocal8Bit(std::strerror(number));
}

Instant instantOf(std::int64_t nanoseconds)
{
    return Instant(std::chrono::nanoseconds(nanoseconds));
}

ControlGroupLimits groupLimits(const SandboxPlan &plan)
{
    constexpr std::int64_t bytesPerMebi = 1024 * 1024;
    constexpr std::int64_t slack = 64; // what a process gets before the meter looks again
    constexpr int ours = 2; // bubblewrap and the supervisor
    return {(plan.memory.value + plan.temporaryStorage.value + slack) * bytesPerMebi,
            limits::Processes + ours};
}

/// The process id of whoever sent a packet; 0 without one.
pid_t senderOf(msghdr &header)
{
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_CREDENTIALS) {
            ucred sender{};
            std::memcpy(&sender, CMSG_DATA(part), sizeof sender);
            return sender.pid;
        }
    }
    return 0;
}

} // namespace

Result<std::unique_ptr<Sandbox>> Sandbox::start(const SandboxPlan &plan, const Clock &clock)
{
    if (::access(plan.supervisor.toLocal8Bit().constData(), X_OK) != 0)
        return failure(Error::Code::SpawnFailed,
                       QStringLiteral("%1: %2").arg(plan.supervisor, systemReason(errno)));
    Result<SocketPair> control = makeControlSockets();
    if (!control)
        return tl::make_unexpected(control.error());
    Result<Pipe> errors = makePipe();
    if (!errors)
        return tl::make_unexpected(errors.error());
    for (const Descriptor *const end : {&errors->readEnd, &errors->writeEnd})
        ::fcntl(end->value(), F_SETFL, O_NONBLOCK);
    const Descriptor nothing(::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!nothing.isValid())
        return descriptorFailure("/dev/null");

    SandboxRequest request = sandboxRequest(plan);
    auto &descriptors = request.spawn.descriptors;
    descriptors.emplace_back(nothing.value(), 0);
    descriptors.emplace_back(nothing.value(), 1);
    descriptors.emplace_back(errors->writeEnd.value(), 2);
    descriptors.emplace_back(control->theirs.value(), supervisor::ControlDescriptor);
    std::unique_ptr<ControlGroup> group = ControlGroup::make(plan.controlGroups, groupLimits(plan));
    if (group) {
        for (const Descriptor &entrance : group->entrances())
            request.spawn.controlGroups.push_back(entrance.value());
    }
    Result<std::unique_ptr<ChildProcess>> process = ChildProcess::spawn(request.spawn);
    if (!process)
        return tl::make_unexpected(process.error());
    return std::unique_ptr<Sandbox>(new Sandbox(plan, clock, std::move(*process),
                                                std::move(control->ours),
                                                std::move(errors->readEnd), std::move(group)));
}

Sandbox::Sandbox(SandboxPlan plan, const Clock &clock, std::unique_ptr<ChildProcess> process,
                 Descriptor control, Descriptor errors, std::unique_ptr<ControlGroup> group)
    : m_plan(std::move(plan))
    , m_group(std::move(group))
    , m_clock(clock)
    , m_process(std::move(process))
    , m_control(std::move(control))
    , m_errors(std::move(errors))
    , m_notices(m_control.value(), DescriptorWatch::Readiness::Readable, [this] { readNotices(); })
{
    connect(m_process.get(), &ChildProcess::exited, this, &Sandbox::onProcessExited);
}

Sandbox::~Sandbox()
{
    if (m_ended)
        return;
    m_process->disconnect(this);
    end();
    // Without a process namespace the supervisor ends its descendants itself, and needs a moment.
    constexpr std::chrono::milliseconds patience(2000);
    if (m_plan.isolation == Isolation::None)
        m_process->waitForExit(patience);
}

int Sandbox::spawn(const ProcessPlan &plan)
{
    const int process = ++m_lastProcess;
    m_programs[process] = plan.program;
    Order order;
    order.kind = OrderKind::Spawn;
    order.process = process;
    order.argumentCount = static_cast<std::uint32_t>(plan.arguments.size()) + 1;
    order.variableCount = static_cast<std::uint32_t>(plan.variables.size());
    order.descriptorCount = static_cast<std::uint32_t>(plan.descriptors.size());
    order.openFiles = limits::FileDescriptors;
    order.processes = m_plan.limitsProcesses ? limits::Processes : 0;
    Q_ASSERT(plan.descriptors.size() <= supervisor::MostDescriptors);
    std::vector<int> descriptors;
    for (std::size_t i = 0; i < plan.descriptors.size(); ++i) {
        descriptors.push_back(plan.descriptors[i].first);
        order.descriptorNumbers[i] = plan.descriptors[i].second;
    }
    QByteArray message = bytesOf(order);
    const QByteArray program = plan.program.toLocal8Bit();
    appendText(message, program);
    appendText(message, plan.workingDirectory.toLocal8Bit());
    appendText(message, program);
    for (const QString &argument : plan.arguments)
        appendText(message, argument.toLocal8Bit());
    for (const auto &[key, value] : plan.variables)
        appendText(message, (key + u'=' + value).toUtf8());
    int reason = E2BIG;
    if (static_cast<std::size_t>(message.size()) <= supervisor::LargestMessage) {
        if (sendOrder(message, descriptors))
            return process;
        reason = errno;
    }
    // Told later, so that the caller knows the number.
    QMetaObject::invokeMethod(
        this,
        [this, process, reason] {
            handle({NoticeKind::SpawnFailed, process, reason, 0, 0});
        },
        Qt::QueuedConnection);
    return process;
}

bool Sandbox::sendOrder(const QByteArray &order, const std::vector<int> &descriptors)
{
    iovec part{const_cast<char *>(order.constData()), static_cast<std::size_t>(order.size())};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(supervisor::MostDescriptors * sizeof(int))>
        rights{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    if (!descriptors.empty()) {
        const std::size_t bytes = descriptors.size() * sizeof(int);
        header.msg_control = rights.data();
        header.msg_controllen = CMSG_SPACE(bytes);
        cmsghdr *const first = CMSG_FIRSTHDR(&header);
        first->cmsg_level = SOL_SOCKET;
        first->cmsg_type = SCM_RIGHTS;
        first->cmsg_len = CMSG_LEN(bytes);
        std::memcpy(CMSG_DATA(first), descriptors.data(), bytes);
    }
    return ::sendmsg(m_control.value(), &header, MSG_NOSIGNAL) >= 0;
}

void Sandbox::kill(int process)
{
    signal(process, SIGKILL);
}

void Sandbox::signal(int process, int signalNumber)
{
    Order order;
    order.kind = OrderKind::Signal;
    order.process = process;
    order.signal = signalNumber;
    sendOrder(bytesOf(order), {});
}

void Sandbox::killProcesses()
{
    Order order;
    order.kind = OrderKind::KillAll;
    sendOrder(bytesOf(order), {});
}

void Sandbox::readNotices()
{
    for (;;) {
        Notice notice;
        iovec part{&notice, sizeof notice};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred))> credentials{};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        header.msg_control = credentials.data();
        header.msg_controllen = credentials.size();
        const ssize_t count = ::recvmsg(m_control.value(), &header, MSG_CMSG_CLOEXEC);
        if (count == 0)
            m_notices.setEnabled(false); // the end follows
        if (count != static_cast<ssize_t>(sizeof notice))
            return;
        if (notice.kind == NoticeKind::Ready)
            onReady(senderOf(header));
        handle(notice);
    }
}

void Sandbox::onReady(pid_t supervisorId)
{
    m_supervisorId = supervisorId;
    m_freezer = std::make_unique<Freezer>(supervisorId);
    m_memory = std::make_unique<MemoryMeter>(supervisorId, MemoryMeter::Root::NotCounted);
    if (m_plan.limitsCpu && !(m_group && m_group->limitsCpu()))
        m_throttle = std::make_unique<CpuThrottle>(supervisorId, cpuShareOf(m_plan.memory), m_clock,
                                                   *m_freezer);
    if (m_throttle && m_cpuLimited)
        m_throttle->start();
}

void Sandbox::handle(const Notice &notice)
{
    switch (notice.kind) {
    case NoticeKind::Ready:
        Q_EMIT ready(instantOf(notice.at));
        break;
    case NoticeKind::Spawned:
        Q_EMIT spawned(notice.process, instantOf(notice.at));
        break;
    case NoticeKind::SpawnFailed: {
        const QString program = m_programs[notice.process];
        m_programs.erase(notice.process);
        Q_EMIT spawnFailed(
            notice.process,
            {Error::Code::SpawnFailed, program + QStringLiteral(": ") + systemReason(notice.code)});
        break;
    }
    case NoticeKind::Exited:
        m_programs.erase(notice.process);
        Q_EMIT exited(notice.process, {notice.code, notice.signal});
        break;
    case NoticeKind::AllKilled:
        Q_EMIT processesKilled();
        break;
    }
}

void Sandbox::freeze()
{
    if (!m_freezer)
        return;
    m_freezer->stop(Freezer::BetweenInvocations);
    if (m_throttle)
        m_throttle->stop();
}

void Sandbox::thaw()
{
    if (!m_freezer)
        return;
    if (m_throttle && m_cpuLimited)
        m_throttle->start();
    m_freezer->resume(Freezer::BetweenInvocations);
}

bool Sandbox::isFrozen() const
{
    return m_freezer && m_freezer->isStoppedFor(Freezer::BetweenInvocations);
}

QString Sandbox::temporaryDirectory() const
{
    if (m_plan.isolation == Isolation::None)
        return QStringLiteral("/tmp");
    return isReady() ? QStringLiteral("/proc/%1/root/tmp").arg(m_supervisorId) : QString();
}

std::int64_t Sandbox::sampleMemory()
{
    return isReady() ? m_memory->sample() : 0;
}

std::int64_t Sandbox::peakMemoryBytes()
{
    using namespace std::chrono_literals;
    constexpr auto fresh = 2ms;
    if (!m_memory)
        return 0;
    const Instant now = m_clock.now();
    if (m_peakReadAt && now - *m_peakReadAt <= fresh)
        return m_memory->knownPeakBytes();
    m_peakReadAt = now;
    return m_memory->peakBytes();
}

int Sandbox::processCount() const
{
    if (!isReady())
        return 0;
    return static_cast<int>(
        supervisor::descendantsOf(m_supervisorId, supervisor::Search::AllThreads).size());
}

void Sandbox::setWatching(bool on)
{
    constexpr std::chrono::milliseconds interval(10);
    if (!m_watchTimer) {
        m_watchTimer = std::make_unique<QTimer>();
        m_watchTimer->setTimerType(Qt::PreciseTimer);
        m_watchTimer->setInterval(interval);
        connect(m_watchTimer.get(), &QTimer::timeout, this, &Sandbox::watch);
    }
    m_watches = on;
    if (on && !m_watchTimer->isActive())
        m_watchTimer->start();
}

void Sandbox::watch()
{
    constexpr int looksPerCount = 5;
    constexpr std::int64_t bytesPerMebi = 1024 * 1024;
    if (!m_watches) // not stopped earlier: the next small invocation would start it again at once
        m_watchTimer->stop();
    if (!m_watches || !isReady())
        return;
    if (const std::int64_t bytes = sampleMemory(); bytes > m_plan.memory.value * bytesPerMebi)
        Q_EMIT memoryExceeded(bytes);
    const bool kernelCounts = m_plan.limitsProcesses || (m_group && m_group->limitsProcesses());
    if (kernelCounts || ++m_looks % looksPerCount != 0)
        return;
    if (const int threads = m_memory->threads(); threads > limits::Processes)
        Q_EMIT processesExceeded(threads);
}

void Sandbox::setCpuLimited(bool on)
{
    if (!m_plan.limitsCpu || on == m_cpuLimited)
        return;
    m_cpuLimited = on;
    if (m_group && m_group->limitsCpu())
        m_group->setCpuShare(on ? cpuShareOf(m_plan.memory) : 0);
    else if (m_throttle && on && !isFrozen())
        m_throttle->start();
    else if (m_throttle && !on)
        m_throttle->stop();
}

std::optional<CpuReading> Sandbox::cpuTime() const
{
    if (m_supervisorId == 0)
        return std::nullopt;
    if (const auto time = m_group ? m_group->cpuTime() : std::nullopt)
        return CpuReading{*time, CpuTimeMeans::ControlGroup};
    return CpuReading{descendantsCpuTime(m_supervisorId), CpuTimeMeans::ProcessClocks};
}

bool Sandbox::hasRunOutOfMemory() const
{
    return m_group && m_group->hasRunOutOfMemory();
}

void Sandbox::end()
{
    if (m_ended)
        return;
    if (m_plan.isolation == Isolation::Bubblewrap) {
        // The end of the namespace's first process is the end of all.
        if (m_supervisorId > 0)
            ::kill(m_supervisorId, SIGKILL);
        m_process->killGroup();
    } else {
        ::shutdown(m_control.value(), SHUT_WR); // the supervisor ends everything, then itself
    }
}

void Sandbox::onProcessExited(ExitStatus status)
{
    readNotices(); // what it said before
    if (m_supervisorId == 0 && status.signal == 0) {
        std::array<char, 4096> text{};
        const ssize_t count = ::read(m_errors.value(), text.data(), text.size());
        m_startError
            = Error{m_plan.isolation == Isolation::Bubblewrap ? Error::Code::IsolationUnavailable
                                                              : Error::Code::SpawnFailed,
                    QString::fromLocal8Bit(text.data(), std::max<qsizetype>(count, 0)).trimmed()};
    }
    m_ended = true;
    m_notices.setEnabled(false);
    m_watchTimer.reset();
    m_throttle.reset();
    m_freezer.reset();
    Q_EMIT ended();
}

} // namespace coldframe

#include "moc_sandbox.cpp"
