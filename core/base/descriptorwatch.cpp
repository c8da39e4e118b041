// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptorwatch.h"

#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sys/epoll.h>
#include <unistd.h>

namespace coldframe {

/// The watches of one thread behind one notifier.
class DescriptorWatch::Poller final : public std::enable_shared_from_this<Poller>
{
public:
    /// Null when nothing is watched in this thread.
    static std::shared_ptr<Poller> known() { return ofThread.lock(); }

    static std::shared_ptr<Poller> knownOrNew()
    {
        std::shared_ptr<Poller> poller = known();
        if (!poller) {
            poller = std::make_shared<Poller>();
            ofThread = poller;
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
                         [this] { dispatch(false); });
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

    /// Every call of these may end any watch, and with the last one the poller.
    void dispatch(bool onlyEarly)
    {
        const std::shared_ptr<Poller> alive = shared_from_this();
        std::array<epoll_event, 64> events; // what is left comes in the next turn
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
        const std::span ready(events.data(), std::size_t(std::max(count, 0)));
        ++m_depth;
        const bool wasAlone = std::exchange(m_isAlone, ready.size() == 1 && !onlyEarly);
        if (ready.size() < events.size())
            tell(ready, Order::Early);
        else
            tellEveryEarly(); // theirs may be among what is left
        if (!onlyEarly)
            tell(ready, Order::Usual);
        m_isAlone = wasAlone;
        if (alive.use_count() > 1)
            --m_depth; // else it ends here, inside of the notifier's call
    }

    bool isAlone() const { return m_isAlone; }

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

    void tell(std::span<const epoll_event> ready, Order order)
    {
        for (const epoll_event &event : ready) {
            if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0)
                tell(event.data.fd, &Watches::readable, order);
            if ((event.events & (EPOLLOUT | EPOLLERR)) != 0)
                tell(event.data.fd, &Watches::writable, order);
        }
    }

    /// Whether they are ready or not.
    void tellEveryEarly()
    {
        std::vector<int> descriptors;
        for (const auto &[descriptor, watches] : m_watches) {
            if (watches.readable && watches.readable->m_order == Order::Early)
                descriptors.push_back(descriptor);
        }
        for (const int descriptor : descriptors)
            tell(descriptor, &Watches::readable, Order::Early);
    }

    /// Whoever was told before may have ended this watch.
    void tell(int descriptor, DescriptorWatch *Watches::*which, Order order)
    {
        const auto watches = m_watches.find(descriptor);
        if (watches == m_watches.end())
            return;
        DescriptorWatch *const watch = watches->second.*which;
        if (watch && watch->m_order == order) {
            const auto happened = watch->m_happened; // may destroy the watch
            happened();
        }
    }

    static thread_local std::weak_ptr<Poller> ofThread;

    int m_epoll;
    int m_depth = 0; ///< of calls of dispatch(): what is told may wait in an event loop of its own
    bool m_isAlone = false; ///< see isToldAlone()
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::unordered_map<int, Watches> m_watches;
};

thread_local std::weak_ptr<DescriptorWatch::Poller> DescriptorWatch::Poller::ofThread;

DescriptorWatch::DescriptorWatch(int descriptor, Readiness readiness,
                                 std::function<void()> happened, bool isEnabled, Order order)
    : m_descriptor(descriptor)
    , m_readiness(readiness)
    , m_happened(std::move(happened))
    , m_order(order)
    , m_poller(Poller::knownOrNew())
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

void DescriptorWatch::catchUp()
{
    if (const std::shared_ptr<Poller> poller = Poller::known())
        poller->dispatch(true);
}

bool DescriptorWatch::isToldAlone()
{
    const std::shared_ptr<Poller> poller = Poller::known();
    return poller && poller->isAlone();
}

} // namespace coldframe
