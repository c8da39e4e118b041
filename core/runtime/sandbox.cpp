// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandbox.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace coldframe {

namespace {

/// Lambda runs functions as a user that owns nothing.
const char sandboxUser[] = "993";
const char sandboxGroup[] = "990";

QStringList bindIfThere(const QStringList &folders)
{
    QStringList arguments;
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder))
            arguments << QStringLiteral("--ro-bind") << folder << folder;
    }
    return arguments;
}

/// The system's programs and libraries, and what name resolution and TLS need of /etc.
QStringList systemArguments()
{
    QStringList arguments{QStringLiteral("--ro-bind"), QStringLiteral("/usr"),
                          QStringLiteral("/usr")};
    for (const char *name : {"bin", "sbin", "lib", "lib64"}) {
        const QString link = QStringLiteral("/") + QLatin1String(name);
        const QFileInfo information(link);
        if (information.isSymLink())
            arguments << QStringLiteral("--symlink") << QStringLiteral("usr/") + QLatin1String(name)
                      << link;
        else if (information.isDir())
            arguments << QStringLiteral("--ro-bind") << link << link;
    }
    return arguments
        + bindIfThere({QStringLiteral("/etc/alternatives"), QStringLiteral("/etc/ssl"),
                       QStringLiteral("/etc/ld.so.cache"), QStringLiteral("/etc/resolv.conf"),
                       QStringLiteral("/etc/hosts"), QStringLiteral("/etc/nsswitch.conf"),
                       QStringLiteral("/etc/localtime")});
}

QStringList namespaceArguments()
{
    return {QStringLiteral("--unshare-all"), QStringLiteral("--share-net"),
            QStringLiteral("--unshare-user"), QStringLiteral("--uid"), QLatin1String(sandboxUser),
            QStringLiteral("--gid"), QLatin1String(sandboxGroup), QStringLiteral("--cap-drop"),
            QStringLiteral("ALL"), QStringLiteral("--die-with-parent"),
            QStringLiteral("--new-session")};
}

/// Folders below /usr are there already, and bubblewrap can't mount into a read-only one.
QStringList outsideOfUsr(const QStringList &folders)
{
    QStringList outside;
    for (const QString &folder : folders) {
        if (folder != QStringLiteral("/usr") && !folder.startsWith(QStringLiteral("/usr/")))
            outside.append(folder);
    }
    outside.removeDuplicates();
    return outside;
}

QStringList bubblewrapArguments(const SandboxPlan &plan)
{
    const EnvironmentPaths paths
        = environmentPaths(plan.isolation, plan.codeDirectory, plan.runtimeDirectory);
    QStringList arguments = systemArguments();
    arguments << QStringLiteral("--proc") << QStringLiteral("/proc") << QStringLiteral("--dev")
              << QStringLiteral("/dev") << QStringLiteral("--size")
              << QString::number(plan.temporaryStorage.value * 1024 * 1024)
              << QStringLiteral("--perms") << QStringLiteral("1777") << QStringLiteral("--tmpfs")
              << QStringLiteral("/tmp");
    // After /tmp, so that a workspace below the computer's /tmp can still be shown.
    arguments += bindIfThere(outsideOfUsr(plan.readOnlyFolders));
    arguments << QStringLiteral("--ro-bind") << plan.codeDirectory << paths.taskRoot
              << QStringLiteral("--ro-bind") << plan.runtimeDirectory << paths.runtimeDirectory
              << QStringLiteral("--dir") << paths.optDirectory << QStringLiteral("--remount-ro")
              << QStringLiteral("/") << QStringLiteral("--remount-ro") << QStringLiteral("/dev")
              << QStringLiteral("--chdir") << paths.taskRoot;
    arguments += namespaceArguments();
    arguments << QStringLiteral("--json-status-fd") << QString::number(StatusDescriptor);
    return arguments << QStringLiteral("--") << plan.program << plan.arguments;
}

std::vector<QByteArray> toBytes(const QStringList &texts)
{
    std::vector<QByteArray> bytes;
    for (const QString &text : texts)
        bytes.push_back(text.toLocal8Bit());
    return bytes;
}

} // namespace

EnvironmentPaths environmentPaths(Isolation isolation, const QString &codeDirectory,
                                  const QString &runtimeDirectory)
{
    switch (isolation) {
    case Isolation::Bubblewrap:
        return {QStringLiteral("/var/task"), QStringLiteral("/var/runtime"),
                QStringLiteral("/opt")};
    case Isolation::None: return {codeDirectory, runtimeDirectory, {}};
    }
    return {};
}

SpawnRequest spawnRequest(const SandboxPlan &plan)
{
    SpawnRequest request;
    const bool bubblewrap = plan.isolation == Isolation::Bubblewrap;
    request.program = (bubblewrap ? plan.bubblewrap : plan.program).toLocal8Bit();
    request.arguments = toBytes(bubblewrap ? bubblewrapArguments(plan) : plan.arguments);
    for (const auto &[key, value] : plan.variables)
        request.environment.push_back((key + u'=' + value).toUtf8());
    request.workingDirectory = bubblewrap ? QByteArray("/") : plan.codeDirectory.toLocal8Bit();
    request.openFiles = limits::FileDescriptors;
    return request;
}

Result<QString> findBubblewrap()
{
    constexpr int patienceMilliseconds = 5'000;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("bwrap"));
    if (program.isEmpty())
        return failure(Error::Code::IsolationUnavailable, QStringLiteral("bwrap"));
    QProcess process;
    process.start(program, systemArguments() + namespaceArguments()
                      + QStringList{QStringLiteral("--proc"), QStringLiteral("/proc"),
                                    QStringLiteral("--dev"), QStringLiteral("/dev"),
                                    QStringLiteral("--"), QStringLiteral("/bin/true")});
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patienceMilliseconds);
        return failure(Error::Code::IsolationUnavailable,
                       QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
    }
    return program;
}

} // namespace coldframe
