// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/runtime/childprocess.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace coldframe {

/// The folders in which control groups can be made, one a controller; empty ones where they can't.
/// With version 2 all three are the same.
struct ControlGroupFolders
{
    enum class Version { None, V1, V2 };

    Version version = Version::None;
    QString memory;
    QString processes;
    QString cpu;

    bool operator==(const ControlGroupFolders &) const = default;
};

/// Where this process's own groups are, from the texts of /proc/self/cgroup and
/// /proc/self/mountinfo. Says nothing about whether anything can be made there.
ControlGroupFolders ownControlGroups(const QByteArray &groups, const QByteArray &mounts);

/// Those of them in which groups can be made, which is tried. With version 2 this process moves
/// into a group of its own when that is what it takes, and only where it is alone in its group, as
/// in a delegated scope. Removes what a Coldframe that was killed has left behind, with the
/// processes in it. Blocks.
ControlGroupFolders findControlGroupFolders();

/// Ends and removes the groups that processes of ours made which are no longer there.
void removeLeftOverGroups(const ControlGroupFolders &folders);

/// What a group allows. The kernel charges files in /tmp as memory, which Lambda does not: the
/// memory is a backstop for the meter, not the limit itself.
struct ControlGroupLimits
{
    std::int64_t memoryBytes = 0;
    int processes = 0; ///< and threads
};

/// The control groups of one execution environment; removed with it.
class ControlGroup
{
public:
    /// Null when none could be made.
    static std::unique_ptr<ControlGroup> make(const ControlGroupFolders &folders,
                                              const ControlGroupLimits &limits);

    /// Ends what is still in them. Goes on in another thread when that takes a while.
    ~ControlGroup();
    ControlGroup(const ControlGroup &) = delete;
    ControlGroup &operator=(const ControlGroup &) = delete;

    /// Where a new process writes "0" to be in them, for SpawnRequest.
    const std::vector<Descriptor> &entrances() const { return m_entrances; }

    bool limitsMemory() const { return !m_memory.isEmpty(); }
    bool limitsProcesses() const { return !m_processes.isEmpty(); }
    bool limitsCpu() const { return !m_cpu.isEmpty(); }

    /// The CPU time of every 20 ms, as a part of one vCPU (cost-and-tuning, E.2); 0 lifts the
    /// limit. False when it can't be set.
    bool setCpuShare(double share);

    /// What its processes have used until now, those that ended included; nothing where no group
    /// accounts for it.
    std::optional<std::chrono::nanoseconds> cpuTime() const;

    /// Whether the kernel has ended a process because of memoryBytes.
    bool hasRunOutOfMemory() const;

private:
    ControlGroup() = default;

    ControlGroupFolders::Version m_version = ControlGroupFolders::Version::None;
    QString m_memory; ///< the groups' own folders
    QString m_processes;
    QString m_cpu;
    std::vector<Descriptor> m_entrances;
};

} // namespace coldframe
