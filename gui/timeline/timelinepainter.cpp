// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinepainter.h"

#include "gui/timeline/timelinetext.h"
#include "wording/figures.h"

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr int LabelMargin = 5;
constexpr int EdgeDarkness = 150; ///< in percent: pale fills stand out from a white background
constexpr int NarrowestLabel = 26; ///< pixels of a bar; below, a label would be dots only

/// On whole pixels, with the last column left free, so that neighbours do not run together.
QRect snapped(const QRectF &rect)
{
    const int left = static_cast<int>(std::lround(rect.left()));
    const int right = static_cast<int>(std::lround(rect.right()));
    const int width = std::max(right - left - (right - left > 2 ? 1 : 0), 1);
    return {left, static_cast<int>(rect.top()), width, static_cast<int>(rect.height())};
}

} // namespace

bool isHatched(PhaseKind kind)
{
    return kind == PhaseKind::Sandbox;
}

TimelinePainter::TimelinePainter(QPainter &painter, const TimelineGeometry &geometry,
                                 const QPalette &palette, const QRect &viewport,
                                 const QRect &exposed)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_palette(palette)
    , m_colours(ThemeColours::of(palette))
    , m_viewport(viewport)
    , m_exposed(exposed)
    , m_metrics(painter.font())
{ }

void TimelinePainter::drawGrid(const Axis &axis)
{
    for (const Tick &tick : axis.ticks) {
        const int x = m_geometry.gutter + static_cast<int>(std::lround(tick.x));
        if (x >= m_exposed.left() && x <= m_exposed.right())
            m_painter.fillRect(QRect(x, m_geometry.axisHeight, 1, m_viewport.height()),
                               m_colours.border);
    }
}

void TimelinePainter::drawAxis(const Axis &axis)
{
    const QRect strip(m_viewport.left(), m_viewport.top(), m_viewport.width(),
                      m_geometry.axisHeight);
    if (!strip.intersects(m_exposed))
        return;
    m_painter.fillRect(strip, m_palette.color(QPalette::Base));
    m_painter.fillRect(QRect(strip.left(), strip.bottom(), strip.width(), 1), m_colours.border);
    m_painter.setPen(m_colours.muted);
    for (const Tick &tick : axis.ticks) {
        const int x = m_geometry.gutter + static_cast<int>(std::lround(tick.x));
        m_painter.fillRect(QRect(x, strip.bottom() - 5, 1, 6), m_colours.muted);
        const QString label = tickLabel(axis, tick);
        const QRect place(x + 4, strip.top(), m_metrics.horizontalAdvance(label) + 1,
                          strip.height() - 2);
        if (place.right() < m_viewport.right())
            m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

void TimelinePainter::drawCaption(int lane, const QString &caption)
{
    const QRect place(10, m_geometry.topOf(lane), m_geometry.gutter - 10, m_geometry.rowHeight);
    if (!place.intersects(m_exposed))
        return;
    m_painter.setPen(m_colours.muted);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                       m_metrics.elidedText(caption, Qt::ElideMiddle, place.width() - 6));
}

QColor TimelinePainter::fillOf(const Timeline &timeline, int lane, std::size_t index) const
{
    switch (timeline.kindOf(lane)) {
    case LaneKind::Phases:
        return m_colours.phase(timeline.phases[index].kind);
    case LaneKind::Extension:
        return m_colours.extension;
    case LaneKind::Imports:
        return m_colours.importFrom(timeline.imports[index].origin);
    }
    return m_colours.muted;
}

void TimelinePainter::drawLane(const Timeline &timeline, int lane, std::span<const Bar> bars)
{
    const int top = m_geometry.topOf(lane);
    if (top > m_exposed.bottom() || top + m_geometry.rowHeight < m_exposed.top())
        return;
    const int first = std::max(0, barAt(bars, m_exposed.left() - m_geometry.gutter - 1));
    for (std::size_t i = static_cast<std::size_t>(first); i < bars.size(); ++i) {
        const QRect rect = snapped(m_geometry.rectOf(lane, bars[i]));
        if (rect.left() > m_exposed.right())
            break;
        if (!rect.intersects(m_exposed))
            continue;
        const auto longest
            = static_cast<std::size_t>(spanAt(timeline, {lane, bars[i].longest}).index);
        const QColor fill = fillOf(timeline, lane, longest);
        m_painter.fillRect(rect, fill);
        if (lane == 0 && isHatched(timeline.phases[longest].kind))
            m_painter.fillRect(rect, QBrush(fill.darker(HatchDarkness), Qt::BDiagPattern));
        if (rect.width() > 3)
            drawFrame(rect, 1, fill.darker(EdgeDarkness));
        if (rect.width() >= NarrowestLabel)
            drawLabel(rect, factsOf(timeline, lane, bars[i]));
    }
}

void TimelinePainter::drawLabel(const QRectF &rect, const BarFacts &facts)
{
    const QRectF place = rect.adjusted(LabelMargin, 0, -LabelMargin, 0);
    const QString name = barLabel(facts);
    const QString withFigure = name + QStringLiteral("   ") + formatDuration(facts.duration);
    const int room = static_cast<int>(place.width());
    const QString text = m_metrics.horizontalAdvance(withFigure) <= room
        ? withFigure
        : m_metrics.elidedText(name, Qt::ElideRight, room);
    if (text.size() < std::min<qsizetype>(3, name.size()))
        return;
    m_painter.setPen(m_colours.phaseText);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void TimelinePainter::drawHover(int lane, const Bar &bar)
{
    QColor veil = m_palette.color(QPalette::Text);
    veil.setAlpha(45);
    m_painter.fillRect(snapped(m_geometry.rectOf(lane, bar)), veil);
}

void TimelinePainter::drawSelection(int lane, const Bar &bar, bool hasFocus)
{
    const QRect rect = snapped(m_geometry.rectOf(lane, bar));
    drawFrame(rect.adjusted(-1, -1, 1, 1), 2, hasFocus ? m_colours.accent : m_colours.muted);
    // The bar's own colour may be near the outline's; a line of background keeps them apart.
    if (rect.width() > 6)
        drawFrame(rect.adjusted(1, 1, -1, -1), 1, m_palette.color(QPalette::Base));
}

void TimelinePainter::drawFrame(const QRect &rect, int thickness, const QColor &colour)
{
    const QRect inside = rect.adjusted(thickness, thickness, -thickness, -thickness);
    for (const QRect &side : QRegion(rect).subtracted(inside))
        m_painter.fillRect(side, colour);
}

} // namespace coldframe
