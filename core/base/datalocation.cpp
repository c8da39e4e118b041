// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datalocation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

namespace coldframe {

QString dataDirectory(const QString &programDirectory)
{
    const QString candidates[] = {
        qEnvironmentVariable("COLDFRAME_DATA"),
        programDirectory + QStringLiteral("/../share/coldframe"),
        QStringLiteral(COLDFRAME_SOURCE_TREE),
    };
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty()
            && QFileInfo(candidate + QStringLiteral("/templates/events")).isDir())
            return QDir::cleanPath(QDir(candidate).absolutePath());
    }
    return {};
}

QString translationsDirectory(const QString &programDirectory)
{
    const QString candidates[] = {
        programDirectory + QStringLiteral("/../share/coldframe/translations"),
        QStringLiteral(COLDFRAME_BUILD_TREE "/translations"),
    };
    for (const QString &candidate : candidates) {
        if (QFileInfo(candidate).isDir())
            return QDir::cleanPath(QDir(candidate).absolutePath());
    }
    return {};
}

QString supervisorProgram(const QString &programDirectory)
{
    const QString name = QStringLiteral("/coldframe-supervisor");
    const QString candidates[] = {
        qEnvironmentVariable("COLDFRAME_SUPERVISOR"),
        programDirectory + QStringLiteral("/../" COLDFRAME_LIBRARY_PROGRAMS "/coldframe") + name,
        QStringLiteral(COLDFRAME_BUILD_TREE "/supervisor") + name,
    };
    for (const QString &candidate : candidates) {
        const QFileInfo info(candidate);
        if (!candidate.isEmpty() && info.isFile() && info.isExecutable())
            return QDir::cleanPath(info.absoluteFilePath());
    }
    return {};
}

QString cacheDirectory()
{
    const QString name = QStringLiteral("/coldframe");
    const QString cache
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + name;
    if (QDir().mkpath(cache) && QFileInfo(cache).isWritable())
        return cache;
    // Programs are run from here: nobody else may have made this folder.
    const QString own = QDir::tempPath() + name + u'-' + QString::number(geteuid());
    QDir().mkdir(own, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QFileInfo info(own);
    return info.isDir() && !info.isSymLink() && info.ownerId() == geteuid() ? own : cache;
}

QString configDirectory()
{
    const QString given = qEnvironmentVariable("COLDFRAME_CONFIG");
    if (!given.isEmpty())
        return QDir(given).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/coldframe");
}

} // namespace coldframe
