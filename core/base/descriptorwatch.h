// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace coldframe {

/// Tells in the event loop of its thread when a descriptor is ready, as QSocketNotifier does. All
/// watches of a thread share one descriptor of the event loop, so that what waits costs nothing:
/// Qt hands every notifier to poll() in each turn, and an execution environment has four.
/// To be made, used and destroyed in one thread, and destroyed or disabled before the descriptor is
/// closed.
class DescriptorWatch
{
public:
    enum class Readiness {
        Readable, ///< also when the other end was closed
        Writable,
    };

    enum class Order {
        Usual,
        Early, ///< told before the usual ones of its turn, and by catchUp()
    };

    /// Calls happened in each turn in which the descriptor is ready; it may destroy the watch.
    DescriptorWatch(int descriptor, Readiness readiness, std::function<void()> happened,
                    bool isEnabled = true, Order order = Order::Usual);
    ~DescriptorWatch();
    DescriptorWatch(const DescriptorWatch &) = delete;
    DescriptorWatch &operator=(const DescriptorWatch &) = delete;

    void setEnabled(bool isEnabled);

    /// Tells at once the early ones of this thread that are ready: one system call for all of
    /// them, instead of one each to look whether something is there.
    static void catchUp();

    /// Whether what is told now is all that this turn has found ready. Then the early ones that
    /// were ready before it have been told. With others that is not sure: it can have become ready
    /// while the system was looking at those.
    static bool isToldAlone();

private:
    class Poller;

    int m_descriptor;
    Readiness m_readiness;
    std::function<void()> m_happened;
    Order m_order;
    bool m_isEnabled = false;
    std::shared_ptr<Poller> m_poller; ///< of the thread; ends with its last watch
};

} // namespace coldframe
