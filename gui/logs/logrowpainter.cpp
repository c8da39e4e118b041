// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/logrowpainter.h"

#include "gui/logs/logcolours.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int StripWidth = 3;
constexpr int Gap = 8;
constexpr int CellMargin = 4;

/// Elides without measuring what lies far beyond the edge.
QString elided(const QString &text, const QFontMetrics &metrics, int width)
{
    const int narrowest = std::max(1, metrics.horizontalAdvance(QLatin1Char('i')));
    const bool surelyTooLong = text.size() > width / narrowest + 1;
    return metrics.elidedText(surelyTooLong ? text.left(width / narrowest + 1) + QChar(u'\u2026')
                                            : text,
                              Qt::ElideRight, width);
}

bool isNumberText(const QString &text)
{
    bool isNumber = false;
    text.toDouble(&isNumber);
    return isNumber;
}

} // namespace

LogRowPainter::LogRowPainter(const QPalette &palette, const QFont &font, const LogTimeFormat &time)
    : m_palette(palette)
    , m_font(font)
    , m_time(time)
{ }

void LogRowPainter::paintBackground(QPainter &painter, const QRect &rect, bool selected,
                                    LogLevel level) const
{
    if (selected)
        painter.fillRect(rect, m_palette.brush(QPalette::Highlight));
    const QColor strip = LogColours(m_palette).strip(level);
    if (strip.isValid())
        painter.fillRect(QRect(rect.topLeft(), QSize(StripWidth, rect.height())), strip);
}

void LogRowPainter::paintLine(QPainter &painter, const QRect &rect, const LogLineView &line,
                              const QString &text, bool selected) const
{
    const LogColours colours(m_palette);
    const QColor highlighted = m_palette.color(QPalette::HighlightedText);
    const QFontMetrics metrics(m_font);
    const QRect timeRect(rect.left() + StripWidth + Gap, rect.top(),
                         metrics.horizontalAdvance(m_time.widest()), rect.height());
    painter.setFont(m_font);
    painter.setPen(selected ? highlighted : colours.muted());
    painter.drawText(timeRect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_time.text(line.time));
    QRect textRect = rect;
    textRect.setLeft(timeRect.right() + 2 * Gap);
    textRect.setRight(rect.right() - Gap / 2);
    paintText(painter, textRect, text,
              selected ? highlighted : colours.text(line.source, line.level), line);
}

void LogRowPainter::paintCells(QPainter &painter, const std::vector<LogCell> &cells,
                               const LogLineView &line, bool isText, bool selected) const
{
    const LogColours colours(m_palette);
    const QColor highlighted = m_palette.color(QPalette::HighlightedText);
    const QColor text = selected ? highlighted : colours.text(line.source, line.level);
    const QColor muted = selected ? highlighted : colours.muted();
    QRect across;
    QString message;
    for (const LogCell &cell : cells) {
        const bool isMessage = cell.field.kind == LogField::Kind::Message;
        if (isText && (isMessage || cell.field.kind == LogField::Kind::Member)) {
            across = across.isNull() ? cell.rect : across.united(cell.rect);
            message = isMessage ? cell.text : message;
            continue;
        }
        const QRect inside = cell.rect.adjusted(CellMargin, 0, -CellMargin, 0);
        if (cell.field.kind == LogField::Kind::Time) {
            painter.setFont(m_font);
            painter.setPen(muted);
            painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                             elided(m_time.text(line.time), QFontMetrics(m_font), inside.width()));
            continue;
        }
        const bool isNumber = cell.field.kind == LogField::Kind::Member && isNumberText(cell.text);
        if (isNumber) {
            painter.setFont(m_font);
            painter.setPen(text);
            painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                             elided(cell.text, QFontMetrics(m_font), inside.width()));
        } else {
            const bool isQuiet = cell.field.kind == LogField::Kind::RequestId
                || cell.field.kind == LogField::Kind::Source;
            paintText(painter, inside, cell.text, isQuiet ? muted : text, line);
        }
    }
    if (!across.isNull())
        paintText(painter, across.adjusted(CellMargin, 0, -CellMargin, 0), message, text, line);
}

void LogRowPainter::paintText(QPainter &painter, const QRect &rect, const QString &text,
                              const QColor &colour, const LogLineView &line) const
{
    QFont font = m_font;
    font.setItalic(line.source == LogSource::Coldframe);
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(text, QFontMetrics(font), rect.width()));
}

} // namespace coldframe
