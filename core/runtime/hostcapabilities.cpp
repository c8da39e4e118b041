// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/hostcapabilities.h"

#include "core/base/datalocation.h"
#include "core/runtime/sandboxarguments.h"

#include <cstdio>

#include <sys/utsname.h>
#include <unistd.h>

namespace coldframe {

namespace {

bool kernelIsAtLeast(int wantedMajor, int wantedMinor)
{
    utsname system{};
    int release = 0;
    int part = 0;
    return uname(&system) == 0 && std::sscanf(system.release, "%d.%d", &release, &part) == 2
        && std::pair(release, part) >= std::pair(wantedMajor, wantedMinor);
}

} // namespace

HostCapabilities probeHost(const QString &programDirectory)
{
    HostCapabilities capabilities;
    if (const Result<QString> bubblewrap = findBubblewrap())
        capabilities.bubblewrap = *bubblewrap;
    else
        capabilities.bubblewrapObstacle = bubblewrap.error().detail;
    capabilities.supervisor = supervisorProgram(programDirectory);
    capabilities.controlGroups = findControlGroupFolders();
    capabilities.isRoot = geteuid() == 0;
    capabilities.countsProcessesByNamespace = kernelIsAtLeast(5, 14);
    return capabilities;
}

} // namespace coldframe
