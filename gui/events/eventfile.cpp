// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventfile.h"

#include "core/lambda/limits.h"

#include <QFile>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

namespace coldframe {

namespace {

/// Larger events cannot be sent, but can be opened to be made smaller.
constexpr qint64 LargestEventFile = 4 * limits::SynchronousEventBytes;

} // namespace

Result<QByteArray> readEventFile(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (file.size() > LargestEventFile)
        return failure(Error::Code::EventTooLarge, QString::number(file.size()));
    const QByteArray text = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(path, file.errorString()));
    return text;
}

QString droppedEventFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    const QString path = urls.front().toLocalFile();
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? path : QString();
}

QString eventFileName(const QString &name)
{
    static const QRegularExpression notTaken(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    QString file = name.trimmed();
    if (file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        file.chop(5);
    file.replace(notTaken, QStringLiteral("-"));
    while (file.startsWith(QLatin1Char('.')) || file.startsWith(QLatin1Char(' ')))
        file.remove(0, 1);
    return file.left(100).trimmed();
}

} // namespace coldframe
