// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/units.h"

#include <QTimer>

#include <sys/types.h>

#include <vector>

namespace coldframe {

class Freezer;

/// The part of one vCPU that belongs to a memory size: 1,769 MB have one (cost-and-tuning, E.2).
double cpuShareOf(MebiBytes memory);

/// CPU time that may be used: a quota for every period, of which nothing is saved for the next one,
/// and what was used too much is missing from it. Pure: it is told the time.
class CpuBudget
{
public:
    CpuBudget(std::chrono::nanoseconds quota, std::chrono::nanoseconds period);

    /// A fresh quota; used is the CPU time that all processes have had until now.
    void begin(Instant now, std::chrono::nanoseconds used);

    /// Quotas of the periods that have begun, less what was used since the last call. A sum that
    /// has become smaller, because processes have ended, counts as nothing used.
    void account(Instant now, std::chrono::nanoseconds used);

    bool isSpent() const { return m_left <= m_left.zero(); }

    /// When to look again: at the quota that pays all debts, or when one busy thread has spent it.
    std::chrono::nanoseconds untilNextLook(Instant now) const;

private:
    std::chrono::nanoseconds m_quota;
    std::chrono::nanoseconds m_period;
    std::chrono::nanoseconds m_left;
    std::chrono::nanoseconds m_used{};
    Instant m_periodBegin;
};

/// Holds all processes below a supervisor to their CPU time with stop signals, where the kernel's
/// own quota can't be had.
class CpuThrottle
{
public:
    CpuThrottle(pid_t supervisor, double share, const Clock &clock, Freezer &freezer);
    CpuThrottle(const CpuThrottle &) = delete;
    CpuThrottle &operator=(const CpuThrottle &) = delete;

    void start();
    void stop();

private:
    void look();
    std::chrono::nanoseconds usedTime(Instant now);

    pid_t m_supervisor;
    const Clock &m_clock;
    Freezer &m_freezer;
    CpuBudget m_budget;
    QTimer m_timer;
    std::vector<pid_t> m_processes;
    Instant m_processesReadAt;
};

} // namespace coldframe
