// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/enforcement.h"

namespace coldframe {

namespace {

using Limit = Enforcement::Limit;
using State = Enforcement::State;
using Mechanism = Enforcement::Mechanism;

Enforcement processLimit(Isolation isolation, const HostCapabilities &capabilities)
{
    if (!capabilities.controlGroups.processes.isEmpty())
        return {Limit::Processes, State::Enforced, Mechanism::ControlGroup};
    if (resourceLimitCountsProcesses(isolation, capabilities))
        return {Limit::Processes, State::Enforced, Mechanism::ResourceLimit};
    return {Limit::Processes, State::Watched, Mechanism::Meter};
}

Enforcement cpuLimit(const HostCapabilities &capabilities, const EmulationOptions &options)
{
    if (!options.limitsCpu)
        return {Limit::CpuShare, State::NotEmulated, Mechanism::SwitchedOff};
    if (!capabilities.controlGroups.cpu.isEmpty())
        return {Limit::CpuShare, State::Enforced, Mechanism::ControlGroup};
    return {Limit::CpuShare, State::Watched, Mechanism::StopAndContinue};
}

} // namespace

bool resourceLimitCountsProcesses(Isolation isolation, const HostCapabilities &capabilities)
{
    return isolation == Isolation::Bubblewrap && !capabilities.isRoot
        && capabilities.countsProcessesByNamespace;
}

std::vector<Enforcement> enforcements(Isolation isolation, const HostCapabilities &capabilities,
                                      const EmulationOptions &options)
{
    const bool isolated = isolation == Isolation::Bubblewrap;
    const auto whenIsolated = [isolated](Limit limit, Mechanism mechanism) {
        return isolated ? Enforcement{limit, State::Enforced, mechanism}
                        : Enforcement{limit, State::NotEmulated, Mechanism::None};
    };
    return {
        {Limit::Memory, State::Watched,
         capabilities.controlGroups.memory.isEmpty() ? Mechanism::Meter
                                                     : Mechanism::MeterAndControlGroup},
        whenIsolated(Limit::TemporaryStorage, Mechanism::SizedFileSystem),
        {Limit::FileDescriptors, State::Enforced, Mechanism::ResourceLimit},
        processLimit(isolation, capabilities),
        cpuLimit(capabilities, options),
        whenIsolated(Limit::ReadOnlyFiles, Mechanism::MountNamespace),
        isolated ? Enforcement{Limit::NothingOutlives, State::Enforced, Mechanism::ProcessNamespace}
                 : Enforcement{Limit::NothingOutlives, State::Watched, Mechanism::Supervisor},
        {Limit::Timeout, State::Watched, Mechanism::Timer},
        options.freezesBetweenInvocations
            ? Enforcement{Limit::Freeze, State::Enforced, Mechanism::StopSignals}
            : Enforcement{Limit::Freeze, State::NotEmulated, Mechanism::SwitchedOff},
        {Limit::Network, State::NotEmulated, Mechanism::None},
    };
}

} // namespace coldframe
