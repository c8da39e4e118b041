// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exampleworkspace.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace coldframe {

Result<QString> provideExampleWorkspace(const QString &dataDirectory,
                                        const QString &targetDirectory)
{
    const QDir source(dataDirectory + QStringLiteral("/examples/hello-lambda"));
    if (dataDirectory.isEmpty() || !source.exists())
        return failure(Error::Code::NotFound, source.path());
    const QDir target(targetDirectory + QStringLiteral("/hello-lambda"));
    QDirIterator files(source.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        const QString to = target.filePath(source.relativeFilePath(from));
        if (QFile::exists(to))
            continue;
        QFile file(from);
        if (!QDir().mkpath(QFileInfo(to).path()) || !file.copy(to))
            return failure(Error::Code::Unwritable,
                           QStringLiteral("%1: %2").arg(to, file.errorString()));
        // An installed example may be read-only; the copy is there to be edited.
        QFile::setPermissions(to, QFile::permissions(to) | QFile::WriteOwner);
    }
    return target.path();
}

} // namespace coldframe
