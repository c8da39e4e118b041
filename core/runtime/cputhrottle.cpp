// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/cputhrottle.h"

#include "core/lambda/limits.h"
#include "core/runtime/cpumeter.h"
#include "core/runtime/freezer.h"
#include "supervisor/processtree.h"

#include <algorithm>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr auto quotaPeriod = 20ms; // cost-and-tuning, E.2

std::chrono::nanoseconds quotaOf(double share)
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(quotaPeriod * share);
}

} // namespace

double cpuShareOf(MebiBytes memory)
{
    return static_cast<double>(memory.value) / static_cast<double>(limits::OneVirtualCpu.value);
}

CpuBudget::CpuBudget(std::chrono::nanoseconds quota, std::chrono::nanoseconds period)
    : m_quota(quota)
    , m_period(period)
    , m_left(quota)
{}

void CpuBudget::begin(Instant now, std::chrono::nanoseconds used)
{
    m_left = m_quota;
    m_used = used;
    m_periodBegin = now;
}

void CpuBudget::account(Instant now, std::chrono::nanoseconds used)
{
    m_left -= std::max(used - m_used, 0ns);
    m_used = used;
    const auto periods = (now - m_periodBegin) / m_period;
    if (periods <= 0)
        return;
    m_periodBegin += periods * m_period;
    m_left = std::min(m_left + periods * m_quota, m_quota);
}

std::chrono::nanoseconds CpuBudget::untilNextLook(Instant now) const
{
    const std::chrono::nanoseconds untilPeriod = m_periodBegin + m_period - now;
    if (isSpent())
        return untilPeriod + (-m_left / m_quota) * m_period;
    return std::min(m_left, untilPeriod);
}

CpuThrottle::CpuThrottle(pid_t supervisor, double share, const Clock &clock, Freezer &freezer)
    : m_supervisor(supervisor)
    , m_clock(clock)
    , m_freezer(freezer)
    , m_budget(quotaOf(share), quotaPeriod)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

void CpuThrottle::start()
{
    const Instant now = m_clock.now();
    m_processesReadAt = {};
    m_budget.begin(now, usedTime(now));
    look();
}

void CpuThrottle::stop()
{
    m_timer.stop();
    m_freezer.resume(Freezer::CpuTimeSpent);
}

void CpuThrottle::look()
{
    const Instant now = m_clock.now();
    m_budget.account(now, usedTime(now));
    if (m_budget.isSpent())
        m_freezer.stop(Freezer::CpuTimeSpent);
    else
        m_freezer.resume(Freezer::CpuTimeSpent);
    // Not busier than a millisecond: what is used too much is taken from the next quota.
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(m_budget.untilNextLook(now));
    m_timer.start(std::max(pause, 1ms));
}

std::chrono::nanoseconds CpuThrottle::usedTime(Instant now)
{
    if (now - m_processesReadAt >= quotaPeriod) {
        m_processes = supervisor::descendantsOf(m_supervisor, supervisor::Search::FirstThreads);
        m_processesReadAt = now;
    }
    std::chrono::nanoseconds sum{};
    for (const pid_t process : m_processes)
        sum += processCpuTime(process);
    return sum;
}

} // namespace coldframe
