// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/runtime/childprocess.h"

#include <sys/types.h>

#include <cstdint>
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

    /// The largest value since the beginning: the samples, and the kernel's own high-water mark of
    /// the runtime's process. Costs some microseconds, because every invocation ends with it.
    std::int64_t peakBytes();

private:
    enum class Search { FirstThreads, AllThreads };

    void openRuntime();
    std::vector<pid_t> processes(Search search) const;

    pid_t m_root;
    Root m_counting;
    std::int64_t m_peakBytes = 0;
    unsigned m_samples = 0;
    Descriptor m_status; ///< of the runtime's own process, kept open
    Descriptor m_children; ///< likewise
};

} // namespace coldframe
