// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor/messages.h"
#include "supervisor/processstart.h"
#include "supervisor/processtree.h"

#include <cstring>

#include <poll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

/// The first process inside a sandbox: starts, signals and reaps what its host asks for. When the
/// host is gone it ends everything below itself and then itself.

namespace coldframe::supervisor {

namespace {

/// A process that was asked for and runs.
struct Child
{
    std::int32_t number = 0;
    pid_t id = 0;
};

std::vector<Child> children;
int nothing = -1; ///< /dev/null, every process's standard input

void send(const Notice &notice)
{
    // A host that is gone is told by the end of its socket.
    while (::send(ControlDescriptor, &notice, sizeof notice, MSG_NOSIGNAL) < 0 && errno == EINTR)
        ;
}

void tellExit(pid_t id, int status)
{
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (children[i].id != id)
            continue;
        Notice notice{NoticeKind::Exited, children[i].number, 0, 0, monotonicNanoseconds()};
        if (WIFSIGNALED(status))
            notice.signal = WTERMSIG(status);
        else
            notice.code = WEXITSTATUS(status);
        children.erase(children.begin() + static_cast<std::ptrdiff_t>(i));
        return send(notice);
    }
}

/// Whether anything is left to be waited for.
bool reap()
{
    for (;;) {
        int status = 0;
        const pid_t id = waitpid(-1, &status, WNOHANG | __WALL);
        if (id <= 0)
            return id == 0;
        tellExit(id, status);
    }
}

void killAll()
{
    const bool isFirstOfNamespace = getpid() == 1;
    do {
        if (isFirstOfNamespace) {
            kill(-1, SIGKILL); // at once for the whole namespace: no fork slips through
        } else {
            std::vector<pid_t> all;
            stopDescendants(getpid(), Search::AllThreads, all);
            for (const pid_t process : all)
                kill(process, SIGKILL);
        }
        // An orphan becomes our child, so that nothing is left when there is none. What takes
        // longer to die, or was born meanwhile, gets another round.
        constexpr timespec patience{0, 200'000};
        for (int pause = 0; pause < 20 && reap(); ++pause)
            nanosleep(&patience, nullptr);
    } while (reap());
}

/// The texts behind an order, handed out one after another; null when they end too early.
class Texts
{
public:
    Texts(char *begin, char *end)
        : m_at(begin)
        , m_end(end)
    {}

    char *next()
    {
        char *const text = m_at;
        void *const zero = memchr(m_at, 0, static_cast<std::size_t>(m_end - m_at));
        if (!zero)
            return nullptr;
        m_at = static_cast<char *>(zero) + 1;
        return text;
    }

    std::vector<char *> list(std::uint32_t count)
    {
        std::vector<char *> texts;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (char *const text = next())
                texts.push_back(text);
        }
        texts.push_back(nullptr);
        return texts;
    }

private:
    char *m_at;
    char *m_end;
};

void spawn(const Order &order, Texts texts, const std::vector<int> &sources)
{
    Notice notice{NoticeKind::SpawnFailed, order.process, EINVAL, 0, 0};
    const char *const program = texts.next();
    const char *const workingDirectory = texts.next();
    if (!program || !workingDirectory || sources.size() != order.descriptorCount)
        return send(notice);
    const std::vector<char *> arguments = texts.list(order.argumentCount);
    const std::vector<char *> environment = texts.list(order.variableCount);
    std::vector<std::pair<int, int>> descriptors{{nothing, 0}};
    for (std::size_t i = 0; i < sources.size(); ++i)
        descriptors.emplace_back(sources[i], order.descriptorNumbers[i]);
    const StartPlan plan{program,
                         arguments.data(),
                         environment.data(),
                         workingDirectory,
                         descriptors.data(),
                         descriptors.size(),
                         order.openFiles,
                         order.processes,
                         getpid(),
                         nullptr,
                         0};
    StartNews news;
    const pid_t id = startProcess(plan, news);
    notice.code = id < 0 ? errno : news.error;
    notice.at = news.executedAt;
    if (id >= 0 && news.error == 0) {
        notice.kind = NoticeKind::Spawned;
        children.push_back({order.process, id});
    }
    send(notice); // a child that failed is reaped with the others
}

void signalGroup(const Order &order)
{
    for (const Child &child : children) {
        if (child.number == order.process)
            kill(-child.id, order.signal);
    }
}

/// The descriptors that came with a message, at numbers that no process wants.
std::vector<int> receivedDescriptors(msghdr &header)
{
    std::vector<int> descriptors;
    for (cmsghdr *part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int low = -1;
            memcpy(&low, CMSG_DATA(part) + i * sizeof low, sizeof low);
            descriptors.push_back(fcntl(low, F_DUPFD_CLOEXEC, FirstSourceDescriptor));
            close(low);
        }
    }
    return descriptors;
}

/// False when the host has gone.
bool obey()
{
    static std::array<char, LargestMessage> message;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(MostDescriptors * sizeof(int))> rights{};
    iovec part{message.data(), message.size()};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = rights.data();
    header.msg_controllen = rights.size();
    const ssize_t count = recvmsg(ControlDescriptor, &header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (count < 0)
        return errno == EINTR || errno == EAGAIN;
    if (count == 0)
        return false;
    const std::vector<int> descriptors = receivedDescriptors(header);
    Order order;
    if (static_cast<std::size_t>(count) >= sizeof order) {
        memcpy(&order, message.data(), sizeof order);
        switch (order.kind) {
        case OrderKind::Spawn:
            spawn(order, {message.data() + sizeof order, message.data() + count}, descriptors);
            break;
        case OrderKind::Signal:
            signalGroup(order);
            break;
        case OrderKind::KillAll:
            killAll();
            send({NoticeKind::AllKilled, order.process, 0, 0, monotonicNanoseconds()});
            break;
        }
    }
    for (const int descriptor : descriptors)
        close(descriptor);
    return true;
}

/// A descriptor that becomes readable when a child ends.
int prepare()
{
    // Without a process namespace a parent-death signal would leave the grandchildren behind: the
    // end of the control socket tells of it too. With one, nothing survives its first process.
    if (getpid() != 1)
        prctl(PR_SET_PDEATHSIG, 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); // else a set-user-ID program could not be killed
    prctl(PR_SET_DUMPABLE, 0); // nobody inside may trace us
    umask(022);
    syscall(SYS_close_range, static_cast<unsigned>(ControlDescriptor) + 1, ~0U, 0U);
    nothing = fcntl(open("/dev/null", O_RDWR | O_CLOEXEC), F_DUPFD_CLOEXEC, FirstSourceDescriptor);
    for (const int standard : {0, 1, 2})
        dup2(nothing, standard);
    sigset_t all;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, nullptr);
    struct sigaction quiet
    { };
    quiet.sa_handler = SIG_DFL;
    quiet.sa_flags = SA_NOCLDSTOP; // a freeze is nothing to wake up for
    sigaction(SIGCHLD, &quiet, nullptr);
    sigset_t childSignal;
    sigemptyset(&childSignal);
    sigaddset(&childSignal, SIGCHLD);
    return signalfd(-1, &childSignal, SFD_CLOEXEC | SFD_NONBLOCK);
}

int run()
{
    const int ends = prepare();
    send({NoticeKind::Ready, 0, 0, 0, monotonicNanoseconds()});
    std::array<pollfd, 2> sources{pollfd{ControlDescriptor, POLLIN, 0}, pollfd{ends, POLLIN, 0}};
    for (;;) {
        if (poll(sources.data(), sources.size(), -1) < 0)
            continue;
        if (sources[1].revents != 0) {
            std::array<signalfd_siginfo, 8> news;
            while (read(ends, news.data(), sizeof news) > 0)
                ;
            reap();
        }
        if (sources[0].revents != 0 && !obey()) {
            killAll();
            return 0;
        }
    }
}

} // namespace

} // namespace coldframe::supervisor

int main()
{
    return coldframe::supervisor::run();
}
