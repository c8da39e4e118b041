// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/mergedfolder.h"

#include "core/lambda/limits.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace coldframe {

namespace {

tl::unexpected<Error> notWritten(const std::string &path, int error)
{
    return failure(Error::Code::Unwritable,
                   QString::fromStdString(path) + QStringLiteral(": ")
                       + QString::fromLocal8Bit(std::strerror(error)));
}

} // namespace

MergedFolder::MergedFolder(std::string root, qint64 allowedBytes)
    : m_root(std::move(root))
    , m_bytesLeft(allowedBytes)
{ }

Result<void> MergedFolder::addDirectory(const std::string &place)
{
    std::string path = m_root;
    for (const std::filesystem::path &part : std::filesystem::path(place)) {
        if (part.empty() || part == ".")
            continue;
        Q_ASSERT(part != ".." && part != "/");
        path += '/' + part.string();
        if (Result<void> made = makeDirectory(path); !made)
            return made;
    }
    return {};
}

Result<void> MergedFolder::addLink(const std::string &place, const std::string &target)
{
    const Result<std::string> path = freePlace(place);
    if (!path)
        return tl::make_unexpected(path.error());
    if (::symlink(target.c_str(), path->c_str()) != 0)
        return notWritten(*path, errno);
    return {};
}

Result<void> MergedFolder::addFile(const std::string &place, const std::string &source,
                                   qint64 bytes)
{
    if (Result<void> spent = spend(bytes); !spent)
        return spent;
    const Result<std::string> path = freePlace(place);
    if (!path)
        return tl::make_unexpected(path.error());
    if (::link(source.c_str(), path->c_str()) == 0)
        return {};
    std::error_code error; // another file system, or a file of somebody else
    std::filesystem::copy_file(source, *path, error);
    if (error)
        return notWritten(*path, error.value());
    return {};
}

Result<std::unique_ptr<QFile>> MergedFolder::createFile(const std::string &place, bool isExecutable)
{
    const Result<std::string> path = freePlace(place);
    if (!path)
        return tl::make_unexpected(path.error());
    auto file = std::make_unique<QFile>(QFile::decodeName(path->c_str()));
    // NewOnly follows no link. The permissions are set afterwards, whatever the umask says.
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered)
        || ::fchmod(file->handle(), isExecutable ? 0755 : 0644) != 0)
        return notWritten(*path, errno);
    return file;
}

Result<void> MergedFolder::spend(qint64 bytes)
{
    m_bytesLeft -= bytes;
    if (m_bytesLeft < 0)
        return failure(
            Error::Code::InvalidArgument,
            QStringLiteral("layers: they have more than %1 bytes (250 MB) unzipped, which "
                           "is all that Lambda allows")
                .arg(limits::UnzippedBytes));
    return {};
}

Result<std::string> MergedFolder::freePlace(const std::string &place)
{
    const std::filesystem::path relative(place);
    if (Result<void> made = addDirectory(relative.parent_path().string()); !made)
        return tl::make_unexpected(made.error());
    const std::string path = m_root + '/' + place;
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error)
        return notWritten(path, error.value());
    return path;
}

Result<void> MergedFolder::makeDirectory(const std::string &path)
{
    struct stat status
    { };
    if (::lstat(path.c_str(), &status) == 0) {
        if (S_ISDIR(status.st_mode))
            return {};
        ::unlink(path.c_str());
    }
    if (::mkdir(path.c_str(), 0755) != 0 || ::chmod(path.c_str(), 0755) != 0)
        return notWritten(path, errno);
    return {};
}

bool leadsOut(const std::string &place, const std::string &target)
{
    if (target.empty() || target.front() == '/')
        return true;
    int depth = 0;
    for (const std::filesystem::path &part : std::filesystem::path(place).parent_path() / target) {
        if (part == "..")
            --depth;
        else if (!part.empty() && part != ".")
            ++depth;
        if (depth < 0)
            return true;
    }
    return false;
}

} // namespace coldframe
