// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/datalocation.h"

#include <QDir>
#include <QFileInfo>

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

} // namespace coldframe
