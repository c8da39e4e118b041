// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/childprocess.h"

#include <QTimer>

#include <sys/types.h>

#include <vector>

namespace coldframe {

/// Lets all processes below a supervisor stand still, and go on. Two may want it: the environment
/// between two invocations, and the limit of its CPU time; they go on when nobody wants it.
class Freezer final
{
public:
    enum Reason : unsigned { BetweenInvocations = 1, CpuTimeSpent = 2 };

    explicit Freezer(pid_t supervisor);
    Freezer(const Freezer &) = delete;
    Freezer &operator=(const Freezer &) = delete;

    /// Stops what it finds through the first thread of each process at once: a few system calls
    /// with one process. A moment later it looks through all threads, for as long as it is asked to
    /// hold.
    void stop(Reason reason);

    /// Costs a system call a stopped process.
    void resume(Reason reason);

    bool isStopped() const { return m_reasons != 0; }
    bool isStoppedFor(Reason reason) const { return (m_reasons & reason) != 0; }

private:
    void stopNew();
    void stopThoroughly();

    pid_t m_supervisor;
    Descriptor m_children; ///< the supervisor's own, kept open
    unsigned m_reasons = 0;
    std::vector<pid_t> m_stopped;
    QTimer m_thoroughly;
};

} // namespace coldframe
