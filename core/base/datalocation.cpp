// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datalocation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace coldframe {

QString dataDirectory(const QString &programDirectory)
{
    const QString candidates[] = {
        qEnvironmentVariable("COLDFRAME_DATA"),
        programDirectory + QStringLiteral("/../share/coldframe"),
        QStringLiteral(COLDFRAME_SOURCE_TREE),
    };
    for (const QString &candidate : candidates) {
        if (!candidate.isEmpty() && QFileInfo(candidate + QStringLiteral("/templates/events")).isDir())
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

QString cacheDirectory()
{
    const QString name = QStringLiteral("/coldframe");
    const QString cache
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + name;
    return QDir().mkpath(cache) && QFileInfo(cache).isWritable() ? cache : QDir::tempPath() + name;
}

} // namespace coldframe
