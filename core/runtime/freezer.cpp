// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/freezer.h"

#include "supervisor/processtree.h"

#include <csignal>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

/// An environment that gets one event after another is thawed sooner.
constexpr auto delayOfThoroughSearch = 5ms;

} // namespace

Freezer::Freezer(pid_t supervisor)
    : m_supervisor(supervisor)
    , m_children(supervisor::openChildren(supervisor, supervisor))
{
    m_thoroughly.setSingleShot(true);
    m_thoroughly.setInterval(delayOfThoroughSearch);
    QObject::connect(&m_thoroughly, &QTimer::timeout, &m_thoroughly, [this] { stopThoroughly(); });
}

void Freezer::stop(Reason reason)
{
    const bool wasStopped = isStopped();
    m_reasons |= reason;
    if (!wasStopped)
        stopNew();
    if (!wasStopped || reason == BetweenInvocations)
        m_thoroughly.start();
}

void Freezer::stopNew()
{
    // Those that are stopped can't fork; their children are looked for behind that.
    std::size_t begin = 0;
    m_stopped.clear();
    supervisor::appendChildrenOf(m_children.value(), m_stopped);
    while (begin < m_stopped.size()) {
        const std::size_t end = m_stopped.size();
        for (std::size_t i = begin; i < end; ++i)
            kill(m_stopped[i], SIGSTOP);
        for (std::size_t i = begin; i < end; ++i)
            supervisor::appendChildren(m_stopped[i], m_stopped[i], m_stopped);
        begin = end;
    }
}

void Freezer::stopThoroughly()
{
    if (isStopped())
        supervisor::stopDescendants(m_supervisor, supervisor::Search::AllThreads, m_stopped);
}

void Freezer::resume(Reason reason)
{
    if (!isStoppedFor(reason))
        return;
    m_reasons &= ~static_cast<unsigned>(reason);
    if (isStopped())
        return;
    for (const pid_t process : m_stopped)
        kill(process, SIGCONT);
    m_stopped.clear();
    m_thoroughly.stop();
}

} // namespace coldframe
