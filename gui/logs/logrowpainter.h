// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logs/logstore.h"
#include "core/logs/logtable.h"
#include "gui/logs/logtime.h"

#include <QFont>
#include <QPalette>
#include <QRect>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace coldframe {

/// Where a column of the table lies.
struct LogCell
{
    QRect rect;
    LogField field;
    QString text;
};

/// Paints the rows of a log in lines of fixed height: a strip in the level's colour, then the time
/// and the text, or the cells of a table, each elided. Platform lines are muted, remarks of
/// Coldframe italic.
class LogRowPainter
{
public:
    LogRowPainter(const QPalette &palette, const QFont &font, const LogTimeFormat &time);

    void paintBackground(QPainter &painter, const QRect &rect, bool selected, LogLevel level) const;

    /// A row of whole lines.
    void paintLine(QPainter &painter, const QRect &rect, const LogLineView &line,
                   const QString &text, bool selected) const;

    /// The cells of a row from left to right. A text line's message goes across all columns of
    /// members.
    void paintCells(QPainter &painter, const std::vector<LogCell> &cells, const LogLineView &line,
                    bool isText, bool selected) const;

    static int rowHeight(const QFontMetrics &metrics) { return metrics.height() + 4; }

private:
    void paintText(QPainter &painter, const QRect &rect, const QString &text, const QColor &colour,
                   const LogLineView &line) const;

    QPalette m_palette;
    QFont m_font;
    LogTimeFormat m_time;
};

} // namespace coldframe
