// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/controlgroup.h"

#include <QDir>
#include <QFile>
#include <QThread>
#include <QThreadPool>

#include <array>
#include <atomic>
#include <cmath>
#include <csignal>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace coldframe {

namespace {

using Version = ControlGroupFolders::Version;

const char namePrefix[] = "coldframe-";

bool writeControl(const QString &path, const QByteArray &value)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC));
    return ::write(file.value(), value.constData(), static_cast<std::size_t>(value.size()))
        == value.size();
}

QByteArray readControl(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool makeFolder(const QString &path)
{
    return ::mkdir(QFile::encodeName(path).constData(), 0755) == 0;
}

bool removeFolder(const QString &path)
{
    return ::rmdir(QFile::encodeName(path).constData()) == 0 || errno == ENOENT;
}

/// When a process began, so that its number alone is not taken for it; 0 when it is not there.
qulonglong beginOf(qint64 process)
{
    constexpr qsizetype fieldsBehindName = 19;
    const QByteArray stat = readControl(QStringLiteral("/proc/%1/stat").arg(process));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return fields.size() > fieldsBehindName ? fields[fieldsBehindName].toULongLong() : 0;
}

/// "coldframe-<process>-<its begin>-<number>": ours, and still somebody's or not.
QString newGroupName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("%1%2-%3-%4")
        .arg(QLatin1String(namePrefix))
        .arg(getpid())
        .arg(beginOf(getpid()))
        .arg(++number);
}

bool isLeftOver(const QString &name)
{
    const QStringList parts = name.mid(qsizetype(sizeof namePrefix) - 1).split(u'-');
    return parts.size() == 3 && beginOf(parts[0].toLongLong()) != parts[1].toULongLong();
}

/// Ends the members of a group and removes it; false while they are still dying.
bool endGroup(const QString &folder)
{
    const QByteArray members = readControl(folder + QStringLiteral("/cgroup.procs"));
    for (const QByteArray &member : members.split('\n')) {
        if (const pid_t process = member.toInt(); process > 0)
            kill(process, SIGKILL);
    }
    return removeFolder(folder);
}

void endGroups(QStringList folders)
{
    constexpr int attempts = 400;
    constexpr unsigned long pauseMilliseconds = 5;
    folders.removeAll(QString());
    for (int i = 0; i < attempts; ++i) {
        folders.removeIf([](const QString &folder) { return endGroup(folder); });
        if (folders.isEmpty())
            return;
        QThread::msleep(pauseMilliseconds);
    }
}

/// Where a hierarchy shows a group: a container sees only the part below its own root.
QString shownAt(const QString &mountPoint, const QString &root, const QString &group)
{
    if (root == QStringLiteral("/"))
        return group == QStringLiteral("/") ? mountPoint : mountPoint + group;
    if (group.startsWith(root + u'/'))
        return mountPoint + group.mid(root.size());
    return mountPoint;
}

bool canMakeGroupsIn(const QString &folder)
{
    const QString trial = folder + u'/' + newGroupName();
    return !folder.isEmpty() && makeFolder(trial) && removeFolder(trial);
}

bool controllersAreOn(const QString &folder)
{
    const QByteArrayList on
        = readControl(folder + QStringLiteral("/cgroup.subtree_control")).simplified().split(' ');
    return on.contains("memory") && on.contains("pids") && on.contains("cpu");
}

/// A folder of version 2 whose groups have the three controllers, or an empty one.
QString preparedFolder(const QString &own)
{
    if (!canMakeGroupsIn(own))
        return {};
    if (controllersAreOn(own))
        return own;
    // A group with controllers for its groups may have no processes itself.
    const QByteArray us = QByteArray::number(getpid());
    const QString procs = QStringLiteral("/cgroup.procs");
    if (readControl(own + procs).trimmed() != us)
        return {};
    const QString host = own + QStringLiteral("/coldframe-host");
    makeFolder(host);
    if (writeControl(host + procs, us)
        && writeControl(own + QStringLiteral("/cgroup.subtree_control"), "+memory +pids +cpu"))
        return own;
    writeControl(own + procs, us);
    removeFolder(host);
    return {};
}

} // namespace

ControlGroupFolders ownControlGroups(const QByteArray &groups, const QByteArray &mounts)
{
    const auto groupOf = [&groups](const QByteArray &controller) {
        for (const QByteArray &line : groups.split('\n')) {
            const qsizetype first = line.indexOf(':');
            const qsizetype second = line.indexOf(':', first + 1);
            if (second > first
                && line.mid(first + 1, second - first - 1).split(',').contains(controller))
                return QString::fromLocal8Bit(line.mid(second + 1));
        }
        return QString();
    };
    const auto folderOf = [&](const QByteArray &controller, const QByteArray &type) {
        const QString group = groupOf(controller);
        if (group.isEmpty())
            return QString();
        for (const QByteArray &line : mounts.split('\n')) {
            // "36 35 98:0 /root /mount/point rw,... optional - type source options"
            const qsizetype dash = line.indexOf(" - ");
            const QByteArrayList before = line.left(dash).split(' ');
            const QByteArrayList after = line.mid(dash + 3).split(' ');
            if (dash < 0 || before.size() < 5 || after.size() < 3 || after[0] != type)
                continue;
            if (controller.isEmpty() || after.last().split(',').contains(controller))
                return shownAt(QString::fromLocal8Bit(before[4]), QString::fromLocal8Bit(before[3]),
                               group);
        }
        return QString();
    };
    ControlGroupFolders folders{Version::V1, folderOf("memory", "cgroup"),
                                folderOf("pids", "cgroup"), folderOf("cpu", "cgroup")};
    if (!folders.memory.isEmpty() || !folders.processes.isEmpty() || !folders.cpu.isEmpty())
        return folders;
    const QString unified = folderOf({}, "cgroup2");
    if (unified.isEmpty())
        return {};
    return {Version::V2, unified, unified, unified};
}

ControlGroupFolders findControlGroupFolders()
{
    ControlGroupFolders folders
        = ownControlGroups(readControl(QStringLiteral("/proc/self/cgroup")),
                           readControl(QStringLiteral("/proc/self/mountinfo")));
    switch (folders.version) {
    case Version::None:
        return {};
    case Version::V1:
        for (QString *folder : {&folders.memory, &folders.processes, &folders.cpu}) {
            if (!canMakeGroupsIn(*folder))
                folder->clear();
        }
        break;
    case Version::V2: {
        const QString prepared = preparedFolder(folders.memory);
        folders.memory = folders.processes = folders.cpu = prepared;
        break;
    }
    }
    removeLeftOverGroups(folders);
    return folders;
}

void removeLeftOverGroups(const ControlGroupFolders &folders)
{
    QStringList leftOver;
    for (const QString &folder : {folders.memory, folders.processes, folders.cpu}) {
        if (folder.isEmpty())
            continue;
        const QStringList names
            = QDir(folder).entryList({QLatin1String(namePrefix) + u'*'}, QDir::Dirs);
        for (const QString &name : names) {
            if (isLeftOver(name) && !leftOver.contains(folder + u'/' + name))
                leftOver.append(folder + u'/' + name);
        }
    }
    endGroups(leftOver);
}

std::unique_ptr<ControlGroup> ControlGroup::make(const ControlGroupFolders &folders,
                                                 const ControlGroupLimits &limits)
{
    if (folders == ControlGroupFolders{})
        return nullptr;
    std::unique_ptr<ControlGroup> group(new ControlGroup);
    group->m_version = folders.version;
    const QString name = u'/' + newGroupName();
    const auto makeIn = [&name](const QString &folder) {
        if (folder.isEmpty())
            return QString();
        return makeFolder(folder + name) || errno == EEXIST ? folder + name : QString();
    };
    group->m_memory = makeIn(folders.memory);
    group->m_processes = makeIn(folders.processes);
    group->m_cpu = makeIn(folders.cpu);

    const QByteArray bytes = QByteArray::number(qlonglong(limits.memoryBytes));
    if (folders.version == Version::V1) {
        writeControl(group->m_memory + QStringLiteral("/memory.limit_in_bytes"), bytes);
        writeControl(group->m_memory + QStringLiteral("/memory.memsw.limit_in_bytes"), bytes);
    } else {
        writeControl(group->m_memory + QStringLiteral("/memory.max"), bytes);
        writeControl(group->m_memory + QStringLiteral("/memory.swap.max"), "0");
    }
    writeControl(group->m_processes + QStringLiteral("/pids.max"),
                 QByteArray::number(limits.processes));

    QStringList entered{group->m_memory, group->m_processes, group->m_cpu};
    entered.removeAll(QString());
    entered.removeDuplicates();
    for (const QString &folder : entered) {
        const QByteArray path = QFile::encodeName(folder + QStringLiteral("/cgroup.procs"));
        group->m_entrances.emplace_back(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    }
    return group;
}

ControlGroup::~ControlGroup()
{
    m_entrances.clear();
    QStringList folders{m_memory, m_processes, m_cpu};
    folders.removeAll(QString());
    folders.removeDuplicates();
    folders.removeIf([](const QString &folder) { return endGroup(folder); });
    if (!folders.isEmpty())
        QThreadPool::globalInstance()->start([folders] { endGroups(folders); });
}

bool ControlGroup::setCpuShare(double share)
{
    constexpr long periodMicroseconds = 20'000;
    constexpr long leastQuota = 1'000; // the kernel's
    const long quota = std::max(leastQuota, std::lround(share * periodMicroseconds));
    const QByteArray period = QByteArray::number(qlonglong(periodMicroseconds));
    const bool lifted = share <= 0;
    if (m_version == Version::V2)
        return writeControl(m_cpu + QStringLiteral("/cpu.max"),
                            (lifted ? QByteArray("max") : QByteArray::number(qlonglong(quota)))
                                + ' ' + period);
    return writeControl(m_cpu + QStringLiteral("/cpu.cfs_period_us"), period)
        && writeControl(m_cpu + QStringLiteral("/cpu.cfs_quota_us"),
                        lifted ? QByteArray("-1") : QByteArray::number(qlonglong(quota)));
}

std::optional<std::chrono::nanoseconds> ControlGroup::cpuTime() const
{
    if (m_cpu.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    if (m_version == Version::V1) { // where both controllers share a hierarchy, as they mostly do
        const QByteArray usage = readControl(m_cpu + QStringLiteral("/cpuacct.usage"));
        const std::chrono::nanoseconds time(usage.trimmed().toLongLong(&isNumber));
        return isNumber ? std::optional(time) : std::nullopt;
    }
    const QByteArray stat = readControl(m_cpu + QStringLiteral("/cpu.stat"));
    for (const QByteArray &line : stat.split('\n')) {
        if (!line.startsWith("usage_usec "))
            continue;
        const std::chrono::microseconds time(
            line.mid(sizeof "usage_usec " - 1).toLongLong(&isNumber));
        return isNumber ? std::optional<std::chrono::nanoseconds>(time) : std::nullopt;
    }
    return std::nullopt;
}

bool ControlGroup::hasRunOutOfMemory() const
{
    if (m_memory.isEmpty())
        return false;
    const QByteArray events
        = readControl(m_memory
                      + (m_version == Version::V2 ? QStringLiteral("/memory.events")
                                                  : QStringLiteral("/memory.oom_control")));
    for (const QByteArray &line : events.split('\n')) {
        if (line.startsWith("oom_kill "))
            return line.mid(sizeof "oom_kill " - 1).toInt() > 0;
    }
    return false;
}

} // namespace coldframe
