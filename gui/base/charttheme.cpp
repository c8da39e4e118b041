// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/charttheme.h"

#include <QAbstractAxis>
#include <QChart>
#include <QEvent>
#include <QLegend>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace coldframe {

namespace {

constexpr qreal SmallestChartFont = 7; // points

} // namespace

QColor seriesColour(const ThemeColours &colours, int index)
{
    const std::array series{colours.accent,  colours.warning,
                            colours.success, QColor(colours.dark ? 0xc6a0e8 : 0x7a3fa8),
                            colours.error,   colours.muted};
    return series[static_cast<std::size_t>(std::max(0, index)) % series.size()];
}

void styleAxis(QAbstractAxis *axis, const QPalette &palette, const QFont &font)
{
    const ThemeColours colours = ThemeColours::of(palette);
    QColor grid = colours.border;
    grid.setAlphaF(0.7F);
    axis->setLabelsFont(font);
    axis->setTitleFont(font);
    axis->setLabelsBrush(palette.brush(QPalette::Text));
    axis->setTitleBrush(colours.muted);
    axis->setLinePen(QPen(palette.color(QPalette::Mid), 1));
    axis->setGridLinePen(QPen(grid, 1));
    axis->setMinorGridLinePen(QPen(grid, 1, Qt::DotLine));
    axis->setShadesVisible(false);
}

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
{
    // What a chart shows is in a table as well, so the keyboard need not stop here.
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundRoundness(0);
    chart()->setDropShadowEnabled(false);
    chart()->setMargins(QMargins(4, 4, 8, 4));
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    restyle();
}

QFont ChartView::chartFont() const
{
    QFont small = font();
    if (small.pointSizeF() > 0)
        small.setPointSizeF(std::max(SmallestChartFont, small.pointSizeF() - 1));
    return small;
}

void ChartView::restyle()
{
    const ThemeColours colours = ThemeColours::of(palette());
    chart()->setBackgroundBrush(palette().brush(QPalette::Base));
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(palette().brush(QPalette::Base));
    QFont title = font();
    title.setBold(true);
    chart()->setTitleFont(title);
    chart()->setTitleBrush(palette().brush(QPalette::Text));
    chart()->legend()->setFont(chartFont());
    chart()->legend()->setLabelBrush(palette().brush(QPalette::Text));
    const auto axes = chart()->axes();
    for (QAbstractAxis *axis : axes)
        styleAxis(axis, palette(), chartFont());
    Q_EMIT restyled(colours);
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        restyle();
}

void ChartView::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace coldframe

#include "moc_charttheme.cpp"
