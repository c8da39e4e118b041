// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/runtime/childprocess.h"
#include "supervisor/processtree.h"

#include <sys/types.h>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace coldframe {

/// Measures the resident memory of a process and all its descendants through /proc. Pages that
/// several processes share are counted in each of them.
class MemoryMeter
{
public:
    /// Whether the given process itself counts: a sandbox's own first process does not.
    enum class Root { Counted, NotCounted };

    MemoryMeter(pid_t root, Root counting);

    /// Resident bytes of the whole tree now; also remembered for peakBytes().
    std::int64_t sample();

    /// The largest value since the beginning: the samples, and the kernel's own high-water marks.
    /// Costs some microseconds a process, because every invocation ends with it.
    std::int64_t peakBytes();

    /// What it was when it was measured last, by either of them.
    std::int64_t knownPeakBytes() const { return m_peakBytes; }

    /// Threads of all processes; each process has at least one.
    int threads() const;

private:
    /// Files of /proc that are read again and again: opening one takes longer than reading it.
    struct ProcessFiles
    {
        explicit ProcessFiles(pid_t process);

        Descriptor memory;
        Descriptor status;
        Descriptor children;
    };

    const ProcessFiles &filesOf(pid_t process);
    void forgetOthers(const std::vector<pid_t> &processes);
    std::vector<pid_t> allProcesses() const;
    std::vector<pid_t> knownProcesses();

    pid_t m_root;
    Root m_counting;
    std::int64_t m_peakBytes = 0;
    unsigned m_samples = 0;
    std::map<pid_t, ProcessFiles> m_files; ///< of a few processes
    std::optional<ProcessFiles> m_otherFiles; ///< of one beyond them
};

} // namespace coldframe
