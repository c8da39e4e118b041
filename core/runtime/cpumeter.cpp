// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/cpumeter.h"

#include "supervisor/processtree.h"

#include <QByteArray>
#include <QFile>

#include <ctime>

#include <unistd.h>

namespace coldframe {

namespace {

/// Of children that have ended and were waited for.
std::chrono::nanoseconds endedChildrenCpuTime(pid_t process)
{
    // "pid (name) state ppid ...": the name may hold blanks and brackets.
    constexpr qsizetype childrensUserTime = 13; // both counted from the state
    constexpr qsizetype childrensSystemTime = 14;
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= childrensSystemTime)
        return {};
    const qint64 ticks
        = fields[childrensUserTime].toLongLong() + fields[childrensSystemTime].toLongLong();
    static const long ticksPerSecond = sysconf(_SC_CLK_TCK);
    return std::chrono::nanoseconds(std::chrono::seconds(1)) * ticks / ticksPerSecond;
}

} // namespace

std::chrono::nanoseconds processCpuTime(pid_t process)
{
    clockid_t clock{};
    timespec time{};
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::chrono::nanoseconds descendantsCpuTime(pid_t root)
{
    // Those of the root itself are orphans of the environment, and its own direct children.
    std::chrono::nanoseconds sum = endedChildrenCpuTime(root);
    for (const pid_t process : supervisor::descendantsOf(root, supervisor::Search::AllThreads))
        sum += processCpuTime(process) + endedChildrenCpuTime(process);
    return sum;
}

} // namespace coldframe
