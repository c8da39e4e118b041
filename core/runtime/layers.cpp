// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/layers.h"

#include "core/lambda/limits.h"
#include "core/runtime/layerarchive.h"
#include "core/runtime/mergedfolder.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <functional>
#include <sys/stat.h>
#include <vector>

namespace coldframe {

namespace {

/// Merged folders that the cache keeps, and how long the others are left to those who still run
/// with them; past the larger number nothing is left.
constexpr qsizetype KeptFolders = 8;
constexpr qsizetype MostFolders = 32;
constexpr qint64 UnusedSeconds = 3'600;

/// What lies in a folder layer: its path in the layer, its path here, what it is.
using Visit = std::function<Result<void>(const std::string &place, const std::string &path,
                                         const struct stat &status)>;

Result<void> unreadableFolder(const QString &folder, const std::error_code &error)
{
    return failure(Error::Code::Unreadable,
                   folder + QStringLiteral(": ") + QString::fromStdString(error.message()));
}

/// Calls visit for everything below a folder, links not followed; in no particular order, but a
/// folder before what is in it.
Result<void> walkLayer(const QString &folder, const Visit &visit)
{
    const std::filesystem::path root(QFile::encodeName(folder).toStdString());
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry(root, error);
    for (; !error && entry != std::filesystem::recursive_directory_iterator();
         entry.increment(error)) {
        const std::string path = entry->path().string();
        struct stat status
        { };
        if (::lstat(path.c_str(), &status) != 0)
            continue; // it was removed meanwhile
        const std::string place = path.substr(root.string().size() + 1);
        if (Result<void> visited = visit(place, path, status); !visited)
            return visited;
    }
    if (error)
        return unreadableFolder(folder, error);
    return {};
}

std::string factsOf(const struct stat &status)
{
    return std::to_string(status.st_mode) + ' ' + std::to_string(status.st_size) + ' '
        + std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec) + ' '
        + std::to_string(status.st_ino);
}

Result<void> addFolder(const QString &layer, MergedFolder &merged)
{
    return walkLayer(
        layer,
        [&merged](const std::string &place, const std::string &path,
                  const struct stat &status) -> Result<void> {
            if (S_ISDIR(status.st_mode))
                return merged.addDirectory(place);
            if (S_ISREG(status.st_mode))
                return merged.addFile(place, path, status.st_size);
            if (!S_ISLNK(status.st_mode))
                return {}; // a socket or a device would not come into an archive either
            std::error_code error;
            const std::string target = std::filesystem::read_symlink(path, error).string();
            return error ? Result<void>() : merged.addLink(place, target);
        });
}

/// A folder that is shown itself has to keep the limit too.
Result<void> checkSize(const QString &layer)
{
    MergedFolder nothing({}, limits::UnzippedBytes);
    return walkLayer(layer,
                     [&nothing](const std::string &, const std::string &,
                                const struct stat &status) -> Result<void> {
                         return S_ISREG(status.st_mode) ? nothing.spend(status.st_size)
                                                        : Result<void>();
                     });
}

Result<void> mergeInto(const QString &folder, const QStringList &layers)
{
    MergedFolder merged(QFile::encodeName(folder).toStdString(), limits::UnzippedBytes);
    for (const QString &layer : layers) {
        Result<void> added
            = QFileInfo(layer).isDir() ? addFolder(layer, merged) : unpackLayer(layer, merged);
        if (!added)
            return added;
    }
    return {};
}

/// The time of a merged folder says when it was last asked for.
void markUsed(const QString &folder)
{
    ::utimensat(AT_FDCWD, QFile::encodeName(folder).constData(), nullptr, 0);
}

void removeUnused(const QString &directory)
{
    const QFileInfoList folders = QDir(directory).entryInfoList(
        QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Time); // newest first
    const QDateTime limit = QDateTime::currentDateTime().addSecs(-UnusedSeconds);
    for (qsizetype i = KeptFolders; i < folders.size(); ++i) {
        if (i >= MostFolders || folders[i].lastModified() < limit)
            QDir(folders[i].absoluteFilePath()).removeRecursively();
    }
}

} // namespace

Result<void> checkLayers(const QStringList &layers)
{
    if (layers.size() > limits::Layers)
        return failure(
            Error::Code::InvalidArgument,
            QStringLiteral("layers: Cannot reference more than %1 layers.").arg(limits::Layers));
    QStringList seen;
    for (const QString &layer : layers) {
        const QFileInfo information(layer);
        if (layer.isEmpty() || !information.exists())
            return failure(Error::Code::NotFound, layer);
        const QString place = information.canonicalFilePath();
        if (seen.contains(place))
            return failure(
                Error::Code::InvalidArgument,
                QStringLiteral("layers: Two different versions of the same layer are not "
                               "allowed to be referenced in the same function. %1 is "
                               "there twice")
                    .arg(layer));
        seen.append(place);
    }
    return {};
}

QString layersFingerprint(const QStringList &layers)
{
    if (layers.isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &layer : layers) {
        std::vector<std::string> facts;
        struct stat status
        { };
        if (::stat(QFile::encodeName(layer).constData(), &status) == 0 && !S_ISDIR(status.st_mode))
            facts.push_back(factsOf(status));
        else
            (void)walkLayer(layer,
                            [&facts](const std::string &place, const std::string &,
                                     const struct stat &file) -> Result<void> {
                                // A folder's time tells no more than the names in it.
                                facts.push_back(
                                    S_ISDIR(file.st_mode) ? place : place + ' ' + factsOf(file));
                                return {};
                            });
        std::sort(facts.begin(), facts.end());
        hash.addData(layer.toUtf8() + '\0');
        for (const std::string &fact : facts)
            hash.addData(QByteArrayView(fact.c_str(), qsizetype(fact.size()) + 1));
        hash.addData(QByteArrayView("\n", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<QString> preparedLayers(const QStringList &layers, const QString &cacheDirectory)
{
    if (layers.isEmpty())
        return QString();
    if (Result<void> checked = checkLayers(layers); !checked)
        return tl::make_unexpected(checked.error());
    if (layers.size() == 1 && QFileInfo(layers.first()).isDir())
        return checkSize(layers.first()).map([&layers] { return layers.first(); });

    const QString directory = cacheDirectory + QStringLiteral("/layers");
    const QString folder = directory + u'/' + layersFingerprint(layers);
    if (QFileInfo(folder).isDir()) {
        markUsed(folder);
        return folder;
    }
    // Made aside and renamed, so that nobody ever sees half of it.
    if (!QDir().mkpath(directory))
        return failure(Error::Code::Unwritable, directory);
    QTemporaryDir aside(folder + QStringLiteral(".XXXXXX"));
    if (!aside.isValid())
        return failure(Error::Code::Unwritable,
                       folder + QStringLiteral(": ") + aside.errorString());
    if (Result<void> merged = mergeInto(aside.path(), layers); !merged)
        return tl::make_unexpected(merged.error());
    ::chmod(QFile::encodeName(aside.path()).constData(), 0755);
    if (QDir().rename(aside.path(), folder))
        aside.setAutoRemove(false);
    else if (!QFileInfo(folder).isDir()) // else somebody was faster
        return failure(Error::Code::Unwritable, folder);
    markUsed(folder);
    removeUnused(directory);
    return folder;
}

} // namespace coldframe
