// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/sandboxarguments.h"

#include "core/lambda/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace coldframe {

namespace {

/// Lambda runs functions as a user that owns nothing.
const char sandboxUser[] = "993";
const char sandboxGroup[] = "990";

/// Numbers of what bubblewrap reads, behind the control socket.
constexpr int SupervisorDescriptor = 4;
constexpr int FirstFileDescriptor = 5;

QStringList shownIfThere(const QStringList &folders)
{
    QStringList arguments;
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder))
            arguments << QStringLiteral("--ro-bind") << folder << folder;
    }
    return arguments;
}

/// The system's programs and libraries. Each mount costs some 100 µs, a link nothing.
QStringList systemFolders()
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
        + shownIfThere({QStringLiteral("/etc/alternatives"), QStringLiteral("/etc/ssl"),
                        QStringLiteral("/etc/pki")});
}

/// A /dev with the few devices of an execution environment. bubblewrap's own one takes twice as
/// many mounts and, for its terminals, a second user namespace.
QStringList devices()
{
    QStringList arguments{QStringLiteral("--dir"), QStringLiteral("/dev")};
    for (const char *name : {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"})
        arguments << QStringLiteral("--dev-bind") << QLatin1String(name) << QLatin1String(name);
    return arguments << QStringLiteral("--symlink") << QStringLiteral("/proc/self/fd")
                     << QStringLiteral("/dev/fd") << QStringLiteral("--symlink")
                     << QStringLiteral("/proc/self/fd/0") << QStringLiteral("/dev/stdin")
                     << QStringLiteral("--symlink") << QStringLiteral("/proc/self/fd/1")
                     << QStringLiteral("/dev/stdout") << QStringLiteral("--symlink")
                     << QStringLiteral("/proc/self/fd/2") << QStringLiteral("/dev/stderr");
}

QStringList namespaces()
{
    return {QStringLiteral("--unshare-user"),
            QStringLiteral("--unshare-pid"),
            QStringLiteral("--unshare-ipc"),
            QStringLiteral("--uid"),
            QLatin1String(sandboxUser),
            QStringLiteral("--gid"),
            QLatin1String(sandboxGroup),
            QStringLiteral("--cap-drop"),
            QStringLiteral("ALL"),
            QStringLiteral("--die-with-parent"),
            QStringLiteral("--as-pid-1")};
}

/// Folders below /usr are there already, and bubblewrap can't mount into a read-only one.
QStringList notBelowUsr(const QStringList &folders)
{
    QStringList outside;
    for (const QString &folder : folders) {
        if (folder != QStringLiteral("/usr") && !folder.startsWith(QStringLiteral("/usr/")))
            outside.append(folder);
    }
    outside.removeDuplicates();
    return outside;
}

/// A file without a name, to be read from its beginning.
Descriptor fileWith(const QByteArray &content)
{
    Descriptor file(memfd_create("coldframe", MFD_CLOEXEC));
    if (::write(file.value(), content.constData(), static_cast<std::size_t>(content.size())) < 0)
        return {};
    lseek(file.value(), 0, SEEK_SET);
    return file;
}

/// The computer's names, and those under which extensions tell where they listen (extensions,
/// section 3).
QByteArray hostNames()
{
    QByteArray names;
    QFile file(QStringLiteral("/etc/hosts"));
    if (file.open(QIODevice::ReadOnly))
        names = file.readAll();
    return names + "\n127.0.0.1 localhost sandbox sandbox.localdomain\n";
}

/// The name and the home of the user: AWS's SDKs look for their settings there, and Node.js fails
/// when the system does not know whose process it is.
QByteArray userNames()
{
    return QByteArray("sbx_user1051:x:") + sandboxUser + ':' + sandboxGroup
        + "::/home/sbx_user1051:/sbin/nologin\n";
}

class RequestBuilder
{
public:
    explicit RequestBuilder(const SandboxPlan &plan)
        : m_plan(plan)
    {}

    SandboxRequest build()
    {
        const EnvironmentPaths paths
            = environmentPaths(m_plan.isolation, m_plan.codeDirectory, m_plan.runtimeDirectory);
        m_arguments = systemFolders();
        copyFiles();
        m_arguments += devices();
        add({"--proc", "/proc", "--size"});
        m_arguments << QString::number(m_plan.temporaryStorage.value * 1024 * 1024);
        add({"--perms", "1777", "--tmpfs", "/tmp"});
        // After /tmp, so that a workspace below the computer's /tmp can still be shown.
        m_arguments += shownIfThere(notBelowUsr(m_plan.readOnlyFolders));
        for (const OutsideLink &link : outsideLinks(m_plan.codeDirectory))
            show(link.target, link.shownAt);
        show(m_plan.codeDirectory, paths.taskRoot);
        show(m_plan.runtimeDirectory, paths.runtimeDirectory);
        if (m_plan.optDirectory.isEmpty())
            m_arguments << QStringLiteral("--dir") << paths.optDirectory;
        else
            show(m_plan.optDirectory, paths.optDirectory);
        add({"--remount-ro", "/"});
        m_arguments += namespaces();
        // By its descriptor: it need not be shown, and no mount is needed for it.
        Descriptor supervisor(
            ::open(m_plan.supervisor.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC));
        keep(std::move(supervisor), SupervisorDescriptor);
        m_arguments << QStringLiteral("--")
                    << QStringLiteral("/proc/self/fd/%1").arg(SupervisorDescriptor);

        m_request.spawn.program = m_plan.bubblewrap.toLocal8Bit();
        for (const QString &argument : m_arguments)
            m_request.spawn.arguments.push_back(argument.toLocal8Bit());
        m_request.spawn.workingDirectory = "/";
        return std::move(m_request);
    }

private:
    void add(std::initializer_list<const char *> words)
    {
        for (const char *word : words)
            m_arguments.append(QLatin1String(word));
    }

    void show(const QString &folder, const QString &path)
    {
        m_arguments << QStringLiteral("--ro-bind") << folder << path;
    }

    void keep(Descriptor descriptor, int number)
    {
        m_request.spawn.descriptors.emplace_back(descriptor.value(), number);
        m_request.kept.push_back(std::move(descriptor));
    }

    void copyFile(Descriptor file, const char *path)
    {
        if (!file.isValid())
            return;
        const int number = m_nextFile++;
        keep(std::move(file), number);
        m_arguments << QStringLiteral("--file") << QString::number(number) << QLatin1String(path);
    }

    /// What name resolution and the dynamic linker need of /etc: a copy costs less than a mount.
    void copyFiles()
    {
        for (const char *path : {"/etc/ld.so.cache", "/etc/resolv.conf", "/etc/nsswitch.conf",
                                 "/etc/gai.conf", "/etc/localtime"})
            copyFile(Descriptor(::open(path, O_RDONLY | O_CLOEXEC)), path);
        copyFile(fileWith(hostNames()), "/etc/hosts");
        copyFile(fileWith(userNames()), "/etc/passwd");
    }

    const SandboxPlan &m_plan;
    QStringList m_arguments;
    SandboxRequest m_request;
    int m_nextFile = FirstFileDescriptor;
};

} // namespace

EnvironmentPaths environmentPaths(Isolation isolation, const QString &codeDirectory,
                                  const QString &runtimeDirectory, const QString &optDirectory)
{
    switch (isolation) {
    case Isolation::Bubblewrap:
        return {QStringLiteral("/var/task"), QStringLiteral("/var/runtime"),
                QStringLiteral("/opt")};
    case Isolation::None:
        return {codeDirectory, runtimeDirectory, optDirectory};
    }
    return {};
}

std::vector<OutsideLink> outsideLinks(const QString &codeDirectory)
{
    constexpr std::size_t most = 16;
    const QString taskRoot = QStringLiteral("/var/task");
    const QString code = QDir::cleanPath(codeDirectory) + u'/';
    const QString realCode = QFileInfo(codeDirectory).canonicalFilePath() + u'/';
    std::vector<OutsideLink> links;
    const QFileInfoList entries
        = QDir(codeDirectory).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo &entry : entries) {
        if (!entry.isSymLink() || links.size() == most)
            continue;
        const QString target = entry.canonicalFilePath(); // empty when it leads nowhere
        if (target.isEmpty() || target.startsWith(realCode))
            continue;
        const QString written = QFile::symLinkTarget(entry.filePath()); // absolute, with our folder
        QByteArray raw(4096, '\0');
        const ssize_t size = ::readlink(entry.filePath().toLocal8Bit().constData(), raw.data(),
                                        static_cast<std::size_t>(raw.size()));
        raw.truncate(std::max<qsizetype>(size, 0));
        const QString shownAt = raw.startsWith('/')
            ? QDir::cleanPath(written)
            : QDir::cleanPath(taskRoot + u'/' + QString::fromLocal8Bit(raw));
        const auto isBelow = [&shownAt](const char *folder) {
            const QLatin1String path(folder);
            return shownAt == path || shownAt.startsWith(path + QStringLiteral("/"));
        };
        if (shownAt == QStringLiteral("/") || isBelow("/usr") || isBelow("/proc") || isBelow("/dev")
            || isBelow("/etc") || isBelow("/bin") || isBelow("/lib") || isBelow("/lib64")
            || isBelow("/sbin") || isBelow("/var/task") || isBelow("/var/runtime")
            || isBelow("/opt") || shownAt == QStringLiteral("/var")
            || shownAt == QStringLiteral("/tmp") || code.startsWith(target + u'/'))
            continue;
        links.push_back({target, shownAt});
    }
    return links;
}

SandboxRequest sandboxRequest(const SandboxPlan &plan)
{
    if (plan.isolation == Isolation::Bubblewrap)
        return RequestBuilder(plan).build();
    SandboxRequest request;
    request.spawn.program = plan.supervisor.toLocal8Bit();
    request.spawn.workingDirectory = "/";
    return request;
}

Result<QString> findBubblewrap()
{
    constexpr int patienceMilliseconds = 5'000;
    const QString program = QStandardPaths::findExecutable(QStringLiteral("bwrap"));
    if (program.isEmpty())
        return failure(Error::Code::IsolationUnavailable, QStringLiteral("bwrap"));
    QProcess process;
    process.start(
        program,
        systemFolders() + devices() + QStringList{QStringLiteral("--proc"), QStringLiteral("/proc")}
            + namespaces() + QStringList{QStringLiteral("--"), QStringLiteral("/bin/true")});
    if (!process.waitForFinished(patienceMilliseconds) || process.exitCode() != 0) {
        process.kill();
        process.waitForFinished(patienceMilliseconds);
        return failure(Error::Code::IsolationUnavailable,
                       QString::fromLocal8Bit(process.readAllStandardError()).trimmed());
    }
    return program;
}

} // namespace coldframe
