// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/limitsinforce.h"

#include "core/invoker/host.h"
#include "core/runtime/enforcement.h"

namespace coldframe {

namespace {

LimitMeans meansOf(const Enforcement &enforcement)
{
    // The meter decides about memory; a control group only makes sure that nothing outgrows it.
    if (enforcement.mechanism == Enforcement::Mechanism::MeterAndControlGroup)
        return LimitMeans::Kernel;
    switch (enforcement.state) {
    case Enforcement::State::Enforced: return LimitMeans::Kernel;
    case Enforcement::State::Watched: return LimitMeans::Watched;
    case Enforcement::State::NotEmulated: break;
    }
    return LimitMeans::None;
}

void put(LimitsInForce &limits, const Enforcement &enforcement)
{
    const LimitMeans means = meansOf(enforcement);
    switch (enforcement.limit) {
    case Enforcement::Limit::Memory: limits.memory = means; break;
    case Enforcement::Limit::TemporaryStorage: limits.temporaryStorage = means; break;
    case Enforcement::Limit::FileDescriptors: limits.descriptors = means; break;
    case Enforcement::Limit::Processes: limits.processes = means; break;
    case Enforcement::Limit::CpuShare: limits.cpuShare = means; break;
    case Enforcement::Limit::NothingOutlives: limits.descendants = means; break;
    case Enforcement::Limit::Freeze:
        limits.freeze = enforcement.mechanism == Enforcement::Mechanism::StopSignals
            ? LimitMeans::Watched
            : means;
        break;
    case Enforcement::Limit::ReadOnlyFiles: // told by the isolation
    case Enforcement::Limit::Timeout: // the same everywhere
    case Enforcement::Limit::Network: break;
    }
}

} // namespace

Result<LimitsInForce> limitsInForce(Host &host, IsolationChoice choice,
                                    const EmulationOptions &emulation)
{
    const HostCapabilities capabilities = host.capabilities();
    const bool canIsolate = !capabilities.bubblewrap.isEmpty();
    if (choice == IsolationChoice::Bubblewrap && !canIsolate)
        return failure(Error::Code::IsolationUnavailable, capabilities.bubblewrapObstacle);
    LimitsInForce limits;
    limits.emulation = emulation;
    limits.isolation = canIsolate && choice != IsolationChoice::None ? Isolation::Bubblewrap
                                                                     : Isolation::None;
    for (const Enforcement &enforcement : enforcements(limits.isolation, capabilities, emulation))
        put(limits, enforcement);
    return limits;
}

} // namespace coldframe
