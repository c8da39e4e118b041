// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/toolfolder.h"

#include <QSet>

namespace coldframe {

bool isToolFolder(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("node_modules"), QStringLiteral("__pycache__"),
        QStringLiteral("build"),        QStringLiteral("venv"),
        QStringLiteral("cdk.out"),      QStringLiteral("site-packages"),
    };
    return name.startsWith(u'.') || names.contains(name)
        || name.endsWith(QLatin1String(".dist-info"));
}

} // namespace coldframe
