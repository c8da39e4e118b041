// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filewriting.h"

#include <QSaveFile>

namespace coldframe {

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failure(Error::Code::Unwritable, path + QStringLiteral(": ") + file.errorString());
    return {};
}

} // namespace coldframe
