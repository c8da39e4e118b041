// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/spanhelper.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace coldframe {

namespace {

Result<QByteArray> contentOfHelper(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

} // namespace

Result<QString> addSpanHelper(const QString &runtime, const QString &folder,
                              const QString &dataDirectory)
{
    const bool isPython = runtime.startsWith(QStringLiteral("python"));
    if (!isPython && !runtime.startsWith(QStringLiteral("nodejs")))
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("%1: spans can be named in python and nodejs").arg(runtime));
    if (!QFileInfo(folder).isDir())
        return failure(Error::Code::NotFound, folder);
    const QString name
        = isPython ? QStringLiteral("coldframe.py") : QStringLiteral("coldframe.cjs");
    const Result<QByteArray> content
        = contentOfHelper(dataDirectory + QStringLiteral("/resources/helpers/") + name);
    if (!content)
        return tl::make_unexpected(content.error());
    const QString path = QDir(folder).filePath(name);
    if (QFileInfo(path).exists() || QFileInfo(path).isSymLink()) {
        const Result<QByteArray> there = contentOfHelper(path);
        if (there && *there == *content)
            return path;
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("%1: another file of this name is there").arg(path));
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || file.write(*content) != content->size() || !file.flush())
        return failure(Error::Code::Unwritable, path + QStringLiteral(": ") + file.errorString());
    return path;
}

} // namespace coldframe
