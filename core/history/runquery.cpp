// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runquery.h"

#include <QDateTime>
#include <QRegularExpression>

namespace coldframe {

Result<WallTime> timeFromText(const QString &text, WallTime now)
{
    static const QRegularExpression ago(QStringLiteral("^(\\d{1,6})([mhd])$"));
    if (const QRegularExpressionMatch match = ago.match(text); match.hasMatch()) {
        const int count = match.captured(1).toInt();
        switch (match.captured(2).front().unicode()) {
        case u'm':
            return now - std::chrono::minutes(count);
        case u'h':
            return now - std::chrono::hours(count);
        default:
            return now - std::chrono::days(count);
        }
    }
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return failure(Error::Code::InvalidArgument, text);
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace coldframe
