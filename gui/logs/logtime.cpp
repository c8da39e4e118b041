// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logtime.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace coldframe {

QString LogTimeFormat::text(WallTime when) const
{
    using namespace std::chrono;
    if (when == WallTime{})
        return {};
    const auto sinceEpoch = duration_cast<milliseconds>(when.time_since_epoch());
    switch (time) {
    case LogTime::SinceStart: {
        const auto since = duration_cast<milliseconds>(when - start);
        return QCoreApplication::translate("coldframe::LogTimeFormat", "%1 s")
            .arg(QLocale().toString(static_cast<double>(since.count()) / 1000.0, 'f', 3));
    }
    case LogTime::ClockTime:
        return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count())
            .toString(QStringLiteral("HH:mm:ss.zzz"));
    case LogTime::DateTime:
        return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    }
    return {};
}

QString LogTimeFormat::widest() const
{
    switch (time) {
    case LogTime::SinceStart:
        return QStringLiteral("000.000 s");
    case LogTime::ClockTime:
        return QStringLiteral("00:00:00.000");
    case LogTime::DateTime:
        return QStringLiteral("0000-00-00 00:00:00.000");
    }
    return {};
}

} // namespace coldframe
