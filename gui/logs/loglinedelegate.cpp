// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/logs/loglinedelegate.h"

#include "gui/logs/logcolours.h"
#include "gui/logs/logmodel.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int StripWidth = 3;
constexpr int Gap = 8;

/// Elides without measuring what lies far beyond the edge.
QString elided(const QString &text, const QFontMetrics &metrics, int width)
{
    const int narrowest = std::max(1, metrics.horizontalAdvance(QLatin1Char('i')));
    const bool surelyTooLong = text.size() > width / narrowest + 1;
    return metrics.elidedText(surelyTooLong ? text.left(width / narrowest + 1) + QChar(u'\u2026')
                                            : text,
                              Qt::ElideRight, width);
}

} // namespace

QString LogLineDelegate::timeText(WallTime time) const
{
    using namespace std::chrono;
    switch (m_time) {
    case LogTime::SinceStart: {
        const auto since = duration_cast<milliseconds>(time - m_start);
        return tr("%1 s").arg(
            QLocale().toString(static_cast<double>(since.count()) / 1000.0, 'f', 3));
    }
    case LogTime::ClockTime: {
        const auto sinceEpoch = duration_cast<milliseconds>(time.time_since_epoch());
        return QDateTime::fromMSecsSinceEpoch(sinceEpoch.count())
            .toString(QStringLiteral("HH:mm:ss.zzz"));
    }
    }
    return {};
}

void LogLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const auto line = index.data(LogModel::LineRole).value<LogLine>();
    const LogColours colours(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);

    painter->save();
    if (selected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    const QColor strip = colours.strip(line.level);
    if (strip.isValid())
        painter->fillRect(QRect(option.rect.topLeft(), QSize(StripWidth, option.rect.height())),
                          strip);

    QFont font = option.font;
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const QRect timeRect(option.rect.left() + StripWidth + Gap, option.rect.top(),
                         timeWidth(metrics), option.rect.height());
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText) : colours.muted());
    painter->drawText(timeRect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      timeText(line.time));

    if (line.source == LogSource::Coldframe) {
        font.setItalic(true);
        painter->setFont(font);
    }
    QRect textRect = option.rect;
    textRect.setLeft(timeRect.right() + 2 * Gap);
    textRect.setRight(option.rect.right() - Gap / 2);
    painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                             : colours.text(line.source, line.level));
    painter->drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elided(index.data().toString(), QFontMetrics(font), textRect.width()));

    if (option.state.testFlag(QStyle::State_HasFocus) && !selected) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1, Qt::DotLine));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize LogLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {timeWidth(option.fontMetrics), option.fontMetrics.height() + 4};
}

int LogLineDelegate::timeWidth(const QFontMetrics &metrics) const
{
    const QString widest = m_time == LogTime::SinceStart ? QStringLiteral("000.000 s")
                                                         : QStringLiteral("00:00:00.000");
    return metrics.horizontalAdvance(widest);
}

} // namespace coldframe
