// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptorwatch.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <unordered_map>
#include <utility>

#include <sys/epoll.h>
#include <unistd.h>

namespace coldframe {

/// The watches of one thread behind one notifier.
class DescriptorWatch::Poller final : public std::enable_shared_from_this<Poller>
{
public:
    static std::shared_ptr<Poller> ofThisThread()
    {
        static thread_local std::weak_ptr<Poller> known;
        std::shared_ptr<Poller> poller = known.lock();
        if (!poller) {
            poller = std::make_shared<Poller>();
            known = poller;
        }
        return poller;
    }

    Poller()
        : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        if (m_epoll < 0)
            qFatal("epoll: %s", std::strerror(errno)); // nothing could run without
        m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                         [this] { dispatch(); });
    }

    ~Poller()
    {
        m_notifier->setEnabled(false);
        ::close(m_epoll);
        if (m_depth > 0) // it is telling
            m_notifier.release()->deleteLater();
    }

    Poller(const Poller &) = delete;
    Poller &operator=(const Poller &) = delete;

    /// Who is told; nobody for a null pointer.
    void set(int descriptor, Readiness readiness, DescriptorWatch *watch)
    {
        Watches &watches = m_watches[descriptor];
        const std::uint32_t before = eventsOf(watches);
        (readiness == Readiness::Readable ? watches.readable : watches.writable) = watch;
        epoll_event event{};
        event.events = eventsOf(watches);
        event.data.fd = descriptor;
        if (event.events == 0) {
            m_watches.erase(descriptor);
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
        } else if (::epoll_ctl(m_epoll, before == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor,
                               &event)
                   != 0) {
            qWarning("epoll: descriptor %d: %s", descriptor, std::strerror(errno));
            if (before == 0)
                m_watches.erase(descriptor); // the next change tries it again
        }
    }

private:
    struct Watches
    {
        DescriptorWatch *readable = nullptr;
        DescriptorWatch *writable = nullptr;
    };

    static std::uint32_t eventsOf(const Watches &watches)
    {
        return (watches.readable ? std::uint32_t(EPOLLIN) : 0)
            | (watches.writable ? std::uint32_t(EPOLLOUT) : 0);
    }

    void dispatch()
    {
        const std::shared_ptr<Poller> alive = shared_from_this();
        std::array<epoll_event, 64> events; // what is left comes in the next turn
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
        ++m_depth;
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[std::size_t(i)];
            if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
                tell(event.data.fd, &Watches::readable);
            if ((event.events & (EPOLLOUT | EPOLLERR)) != 0)
                tell(event.data.fd, &Watches::writable);
        }
        if (alive.use_count() > 1)
            --m_depth; // else it ends here, inside of the notifier's call
    }

    /// Whoever was told before may have ended this watch.
    void tell(int descriptor, DescriptorWatch *Watches::*which)
    {
        const auto watches = m_watches.find(descriptor);
        if (watches == m_watches.end())
            return;
        if (DescriptorWatch *const watch = watches->second.*which) {
            const auto happened = watch->m_happened; // may destroy the watch
            happened();
        }
    }

    int m_epoll;
    int m_depth = 0; ///< of calls of dispatch(): what is told may wait in an event loop of its own
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unordered_map<int, Watches> m_watches;
};

DescriptorWatch::DescriptorWatch(int descriptor, Readiness readiness,
                                 std::function<void()> happened, bool isEnabled)
    : m_descriptor(descriptor)
    , m_readiness(readiness)
    , m_happened(std::move(happened))
    , m_poller(Poller::ofThisThread())
{
    setEnabled(isEnabled);
}

DescriptorWatch::~DescriptorWatch()
{
    setEnabled(false);
}

void DescriptorWatch::setEnabled(bool isEnabled)
{
    if (std::exchange(m_isEnabled, isEnabled) != isEnabled)
        m_poller->set(m_descriptor, m_readiness, isEnabled ? this : nullptr);
}

} // namespace coldframe
