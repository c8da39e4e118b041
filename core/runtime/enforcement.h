// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "core/runtime/hostcapabilities.h"

#include <vector>

namespace coldframe {

/// How faithfully one of Lambda's limits holds on this computer.
struct Enforcement
{
    enum class Limit {
        Memory,
        TemporaryStorage, ///< size of /tmp
        FileDescriptors,
        Processes, ///< and threads
        CpuShare, ///< in proportion to memory
        ReadOnlyFiles, ///< all but /tmp
        NothingOutlives, ///< no process survives its environment, or Coldframe
        Timeout,
        Freeze, ///< between invocations
        Network, ///< kept apart from the computer's
    };
    enum class State {
        Enforced, ///< cannot be exceeded
        Watched, ///< Coldframe looks and acts, some milliseconds late
        NotEmulated,
    };
    enum class Mechanism {
        None,
        SwitchedOff, ///< by EmulationOptions
        Meter, ///< /proc every 10 ms
        MeterAndControlGroup, ///< the same; the kernel acts where it comes too late
        ControlGroup,
        SizedFileSystem,
        ResourceLimit, ///< setrlimit
        StopAndContinue, ///< SIGSTOP when the CPU time of 20 ms is spent
        StopSignals,
        MountNamespace,
        ProcessNamespace,
        Supervisor, ///< ends its descendants; a function that kills it gets away
        Timer,
    };

    Limit limit = Limit::Memory;
    State state = State::NotEmulated;
    Mechanism mechanism = Mechanism::None;

    bool operator==(const Enforcement &) const = default;
};

/// All limits in the order of the enumeration, as they hold for a sandbox of that isolation.
std::vector<Enforcement> enforcements(Isolation isolation, const HostCapabilities &capabilities,
                                      const EmulationOptions &options);

/// Whether RLIMIT_NPROC can be used for such a sandbox: elsewhere it would count all processes of
/// the user, or nothing.
bool resourceLimitCountsProcesses(Isolation isolation, const HostCapabilities &capabilities);

} // namespace coldframe
