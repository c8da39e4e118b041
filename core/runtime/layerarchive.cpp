// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/layerarchive.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <filesystem>
#include <memory>

namespace coldframe {

namespace {

using Archive = std::unique_ptr<archive, int (*)(archive *)>;

tl::unexpected<Error> unreadableArchive(const QString &path, archive *reader)
{
    const char *reason = archive_error_string(reader);
    return failure(Error::Code::InvalidArgument,
                   QStringLiteral("layer %1 cannot be read as a zip file: %2")
                       .arg(path, reason ? QString::fromLocal8Bit(reason) : QString()));
}

tl::unexpected<Error> refusedEntry(const QString &path, const std::string &name, const QString &why)
{
    return failure(
        Error::Code::InvalidArgument,
        QStringLiteral("layer %1: \"%2\" %3").arg(path, QString::fromStdString(name), why));
}

/// A name in UTF-8 where the archive tells, else its bytes as they are.
std::string textOf(const char *utf8, const char *bytes)
{
    return utf8 ? utf8 : bytes ? bytes : "";
}

bool isInside(const std::string &name)
{
    const std::filesystem::path path(name);
    if (path.empty() || path.is_absolute())
        return false;
    for (const std::filesystem::path &part : path) {
        if (part == "..")
            return false;
    }
    return true;
}

Result<void> unpackFile(archive *reader, const QString &path, const std::string &name,
                        bool isExecutable, MergedFolder &folder)
{
    const Result<std::unique_ptr<QFile>> file = folder.createFile(name, isExecutable);
    if (!file)
        return tl::make_unexpected(file.error());
    // What an entry says about its size may be wrong, so only what comes out is counted.
    for (;;) {
        char buffer[65'536];
        const la_ssize_t size = archive_read_data(reader, buffer, sizeof buffer);
        if (size == 0)
            return {};
        if (size < 0)
            return unreadableArchive(path, reader);
        if (Result<void> spent = folder.spend(size); !spent)
            return spent;
        if ((*file)->write(buffer, size) != size)
            return failure(Error::Code::Unwritable,
                           (*file)->fileName() + QStringLiteral(": ") + (*file)->errorString());
    }
}

Result<void> unpackEntry(archive *reader, archive_entry *entry, const QString &path,
                         MergedFolder &folder)
{
    const std::string written
        = textOf(archive_entry_pathname_utf8(entry), archive_entry_pathname(entry));
    if (!isInside(written))
        return refusedEntry(path, written, QStringLiteral("leads out of the layer's folder"));
    const std::string name = std::filesystem::path(written).lexically_normal().string();
    switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
        return folder.addDirectory(name);
    case AE_IFREG:
        if (name == "." || name.back() == '/')
            return folder.addDirectory(name);
        return unpackFile(reader, path, name, (archive_entry_perm(entry) & 0111) != 0, folder);
    case AE_IFLNK: {
        const std::string target
            = textOf(archive_entry_symlink_utf8(entry), archive_entry_symlink(entry));
        if (leadsOut(name, target))
            return refusedEntry(path, name,
                                QStringLiteral("is a link to %1, out of the layer's folder")
                                    .arg(QString::fromStdString(target)));
        return folder.addLink(name, target);
    }
    default:
        return refusedEntry(path, name, QStringLiteral("is neither a file nor a folder"));
    }
}

} // namespace

Result<void> unpackLayer(const QString &archivePath, MergedFolder &folder)
{
    constexpr size_t blockBytes = 65'536;
    const Archive reader(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(reader.get());
    const QByteArray path = QFile::encodeName(archivePath);
    if (archive_read_open_filename(reader.get(), path.constData(), blockBytes) != ARCHIVE_OK)
        return unreadableArchive(archivePath, reader.get());
    for (;;) {
        archive_entry *entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return unreadableArchive(archivePath, reader.get());
        if (Result<void> unpacked = unpackEntry(reader.get(), entry, archivePath, folder);
            !unpacked)
            return unpacked;
    }
}

} // namespace coldframe
