// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/temporaryfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace coldframe {

namespace {

constexpr std::size_t MostEntries = 2000;
constexpr int DeepestFolder = 4;
constexpr qint64 SmallFileBytes = 64 * 1024;
constexpr qint64 MostBytesRead = 4 * 1024 * 1024;

struct Folder
{
    QString path;
    QString prefix; ///< of the names in it: "", "a/" ...
    int depth = 0;
};

/// Opened without waiting: the function may have made a pipe of that name meanwhile.
std::optional<QByteArray> digestOf(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return std::nullopt;
    return QCryptographicHash::hash(file.read(SmallFileBytes), QCryptographicHash::Sha1);
}

class Listing
{
public:
    explicit Listing(FileOwner owner)
        : m_owner(owner)
    {}

    Result<TemporaryFiles> of(const QString &folder)
    {
        struct stat information{};
        if (::stat(QFile::encodeName(folder).constData(), &information) != 0
            || ::access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0)
            return failure(Error::Code::Unreadable,
                           folder + QStringLiteral(": ")
                               + QString::fromLocal8Bit(std::strerror(errno)));
        m_folders.push_back({folder, {}, 0});
        while (!m_folders.empty()) {
            const Folder next = m_folders.front();
            m_folders.pop_front();
            look(next);
        }
        return std::move(m_result);
    }

private:
    void look(const Folder &folder)
    {
        const QStringList names
            = QDir(folder.path)
                  .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDir::Name);
        for (const QString &name : names) {
            if (m_result.files.size() >= MostEntries) {
                stopAt(folder.depth);
                m_folders.clear();
                return;
            }
            add(folder, name);
        }
    }

    void add(const Folder &folder, const QString &name)
    {
        const QString path = folder.path + u'/' + name;
        struct stat information{};
        if (::lstat(QFile::encodeName(path).constData(), &information) != 0)
            return; // it is gone already
        if (m_owner == FileOwner::CurrentUser && information.st_uid != ::geteuid())
            return;
        TemporaryFile file;
        file.isFolder = S_ISDIR(information.st_mode);
        file.changedAt
            = qint64(information.st_mtim.tv_sec) * 1'000'000'000 + information.st_mtim.tv_nsec;
        if (S_ISREG(information.st_mode)) {
            file.bytes = information.st_size;
            if (file.bytes <= SmallFileBytes && m_bytesRead + file.bytes <= MostBytesRead) {
                file.digest = digestOf(path);
                m_bytesRead += file.bytes;
            }
        }
        m_result.files.emplace(folder.prefix + name, file);
        if (!file.isFolder)
            return;
        if (folder.depth + 1 < DeepestFolder)
            m_folders.push_back({path, folder.prefix + name + u'/', folder.depth + 1});
        else
            stopAt(folder.depth + 1);
    }

    void stopAt(int level)
    {
        m_result.isComplete = false;
        m_result.wholeLevels = std::min(m_result.wholeLevels, level);
    }

    FileOwner m_owner;
    TemporaryFiles m_result;
    std::deque<Folder> m_folders;
    qint64 m_bytesRead = 0;
};

} // namespace

bool TemporaryFile::isSameAs(const TemporaryFile &other) const
{
    if (isFolder || other.isFolder) // what happens in a folder is told of its files
        return isFolder == other.isFolder;
    if (bytes != other.bytes)
        return false;
    if (digest && other.digest)
        return *digest == *other.digest;
    return changedAt == other.changedAt;
}

Result<TemporaryFiles> listTemporaryFiles(const QString &folder, FileOwner owner)
{
    return Listing(owner).of(folder);
}

} // namespace coldframe
