// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QStyledItemDelegate>

namespace coldframe {

/// What the time column counts from.
enum class LogTime {
    SinceStart, ///< seconds since the invocation began
    ClockTime, ///< local time of day
};

/// Paints one line of a log in a row of fixed height: a strip in the level's colour, the time and
/// the text, elided. Platform lines are muted, remarks of Coldframe italic.
class LogLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTime(LogTime time) { m_time = time; }
    LogTime time() const { return m_time; }
    void setStart(WallTime start) { m_start = start; }

    /// As the time column shows it.
    QString timeText(WallTime time) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int timeWidth(const QFontMetrics &metrics) const;

    LogTime m_time = LogTime::SinceStart;
    WallTime m_start{};
};

} // namespace coldframe
