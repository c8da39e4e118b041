// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/owndirectory.h"

#include <QDir>
#include <QFile>

namespace coldframe {

QString ownDirectoryOf(const QString &workspaceDirectory)
{
    return workspaceDirectory + QStringLiteral("/.coldframe");
}

Result<QString> provideOwnDirectory(const QString &workspaceDirectory)
{
    QString directory = ownDirectoryOf(workspaceDirectory);
    if (!QDir().mkpath(directory))
        return failure(Error::Code::Unwritable, directory);
    QFile ignore(directory + QStringLiteral("/.gitignore"));
    if (ignore.exists())
        return directory;
    const QByteArray everything = QByteArrayLiteral("*\n");
    if (!ignore.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || ignore.write(everything) != everything.size() || !ignore.flush())
        return failure(Error::Code::Unwritable,
                       QStringLiteral("%1: %2").arg(ignore.fileName(), ignore.errorString()));
    return directory;
}

} // namespace coldframe
