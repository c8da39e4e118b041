// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/environmentlayout.h"
#include "gui/base/theme.h"
#include "gui/environments/lanesgeometry.h"

#include <QFontMetrics>
#include <QRect>

class QPainter;

namespace coldframe {

/// Draws the parts of a LanesWidget that meet the exposed rectangle. Knows no widget.
class LanesPainter
{
public:
    LanesPainter(QPainter &painter, const LanesGeometry &geometry, const QPalette &palette,
                 const QRect &viewport, const QRect &exposed);

    void drawGrid(const Axis &axis);
    void drawLane(const EnvironmentLane &lane, int row, std::span<const ActivityBar> bars);
    void drawCaption(const EnvironmentLane &lane, int row);
    void drawHover(int row, const Bar &bar);
    void drawSelection(int row, const Bar &bar, bool hasFocus);

    /// Last, because it covers rows that are scrolled up.
    void drawAxis(const Axis &axis);

private:
    void drawBar(const QRect &rect, const EnvironmentLane &lane, const ActivityBar &bar);
    void drawLabel(const QRect &rect, const EnvironmentLane &lane, const ActivityBar &bar);
    void drawFrame(const QRect &rect, int thickness, const QColor &colour);

    QPainter &m_painter;
    const LanesGeometry &m_geometry;
    const QPalette &m_palette;
    ThemeColours m_colours;
    QRect m_viewport;
    QRect m_exposed;
    QFontMetrics m_metrics;
};

} // namespace coldframe
