// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/lanespainter.h"

#include "gui/base/colourlegend.h"
#include "gui/environments/lanestext.h"
#include "wording/figures.h"

#include <QPainter>
#include <QRegion>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr int LaneLabelMargin = 4;
constexpr int LaneEdgeDarkness = 150; ///< in percent
constexpr int NarrowestLaneLabel = 30; ///< pixels of a bar
constexpr int FailureStripe = 4; ///< height, at the lower edge of a bar

/// On whole pixels, with the last column left free, so that neighbours do not run together.
QRect wholePixels(const QRectF &rect)
{
    const int left = static_cast<int>(std::lround(rect.left()));
    const int right = static_cast<int>(std::lround(rect.right()));
    const int width = std::max(right - left - (right - left > 2 ? 1 : 0), 1);
    return {left, static_cast<int>(rect.top()), width, static_cast<int>(rect.height())};
}

} // namespace

LanesPainter::LanesPainter(QPainter &painter, const LanesGeometry &geometry,
                           const QPalette &palette, const QRect &viewport, const QRect &exposed)
    : m_painter(painter)
    , m_geometry(geometry)
    , m_palette(palette)
    , m_colours(ThemeColours::of(palette))
    , m_viewport(viewport)
    , m_exposed(exposed)
    , m_metrics(painter.font())
{ }

void LanesPainter::drawGrid(const Axis &axis)
{
    for (const Tick &tick : axis.ticks) {
        const int x = m_geometry.gutter + static_cast<int>(std::lround(tick.x));
        if (x >= m_exposed.left() && x <= m_exposed.right())
            m_painter.fillRect(QRect(x, m_geometry.axisHeight, 1, m_viewport.height()),
                               m_colours.border);
    }
}

void LanesPainter::drawAxis(const Axis &axis)
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
        const QString label = axisLabel(axis, tick);
        const QRect place(x + 4, strip.top(), m_metrics.horizontalAdvance(label) + 1,
                          strip.height() - 2);
        if (place.right() < m_viewport.right())
            m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, label);
    }
}

void LanesPainter::drawCaption(const EnvironmentLane &lane, int row)
{
    const QRect place(10, m_geometry.topOf(row), m_geometry.gutter - 18, m_geometry.rowHeight);
    if (!place.intersects(m_exposed))
        return;
    const QString id = shortId(lane.environment.id);
    const int idWidth = m_metrics.horizontalAdvance(id);
    m_painter.setPen(m_colours.muted);
    m_painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, id);
    m_painter.setPen(lane.endedAt ? m_colours.muted : m_palette.color(QPalette::Text));
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                       m_metrics.elidedText(lane.environment.functionName, Qt::ElideRight,
                                            place.width() - idWidth - 8));
}

void LanesPainter::drawLane(const EnvironmentLane &lane, int row, std::span<const ActivityBar> bars)
{
    const int top = m_geometry.topOf(row);
    if (top > m_exposed.bottom() || top + m_geometry.rowHeight < m_exposed.top())
        return;
    const int first = std::max(0, activityBarAt(bars, m_exposed.left() - m_geometry.gutter - 1));
    for (std::size_t i = static_cast<std::size_t>(first); i < bars.size(); ++i) {
        const QRect rect = wholePixels(m_geometry.rectOf(row, bars[i].bar));
        if (rect.left() > m_exposed.right())
            break;
        if (rect.intersects(m_exposed))
            drawBar(rect, lane, bars[i]);
    }
}

void LanesPainter::drawBar(const QRect &rect, const EnvironmentLane &lane, const ActivityBar &bar)
{
    const QColor fill = activityColour(bar.activity, m_colours);
    const bool waits
        = bar.activity == EnvironmentActivity::Idle || bar.activity == EnvironmentActivity::Frozen;
    // What waits is low, so that work stands out.
    const int inset = waits ? rect.height() / 3 : 0;
    const QRect body = rect.adjusted(0, inset, 0, -inset);
    m_painter.fillRect(body, fill);
    if (isHatched(bar.activity))
        m_painter.fillRect(body, QBrush(fill.darker(HatchDarkness), Qt::BDiagPattern));
    if (body.width() > 3)
        drawFrame(body, 1, fill.darker(LaneEdgeDarkness));
    if (waits && bar.invocations > 0) // a fold that mostly waits still says that there was work
        m_painter.fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()),
                           activityColour(EnvironmentActivity::Invocation, m_colours));
    if (bar.failures > 0)
        m_painter.fillRect(
            QRect(rect.left(), rect.bottom() - FailureStripe + 1, rect.width(), FailureStripe),
            failureColour(m_colours));
    if (!waits && body.width() >= NarrowestLaneLabel)
        drawLabel(body, lane, bar);
}

void LanesPainter::drawLabel(const QRect &rect, const EnvironmentLane &lane, const ActivityBar &bar)
{
    const QRect place = rect.adjusted(LaneLabelMargin, 0, -LaneLabelMargin, 0);
    const std::chrono::nanoseconds duration
        = lane.spans[static_cast<std::size_t>(bar.bar.longest)].duration();
    const QString figure = bar.bar.count() > 1 ? QString() : formatDuration(duration);
    const QString name = activityText(bar.activity);
    for (const QString &text : {name + QStringLiteral("   ") + figure, figure, name}) {
        if (text.isEmpty() || m_metrics.horizontalAdvance(text) > place.width())
            continue;
        m_painter.setPen(m_colours.phaseText);
        m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        return;
    }
}

void LanesPainter::drawHover(int row, const Bar &bar)
{
    QColor veil = m_palette.color(QPalette::Text);
    veil.setAlpha(45);
    m_painter.fillRect(wholePixels(m_geometry.rectOf(row, bar)), veil);
}

void LanesPainter::drawSelection(int row, const Bar &bar, bool hasFocus)
{
    const QRect rect = wholePixels(m_geometry.rectOf(row, bar));
    drawFrame(rect.adjusted(-1, -1, 1, 1), 2, hasFocus ? m_colours.accent : m_colours.muted);
    if (rect.width() > 6)
        drawFrame(rect.adjusted(1, 1, -1, -1), 1, m_palette.color(QPalette::Base));
}

void LanesPainter::drawFrame(const QRect &rect, int thickness, const QColor &colour)
{
    const QRect inside = rect.adjusted(thickness, thickness, -thickness, -thickness);
    for (const QRect &side : QRegion(rect).subtracted(inside))
        m_painter.fillRect(side, colour);
}

} // namespace coldframe
