// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timeline.h"
#include "gui/base/colourlegend.h"
#include "gui/base/theme.h"
#include "gui/timeline/timelinegeometry.h"

#include <QFontMetrics>
#include <QRect>

#include <span>

class QPainter;

namespace coldframe {

/// Whether a phase is hatched, because Lambda bills nothing for it.
bool isHatched(PhaseKind kind);

/// Draws the parts of a timeline that meet the exposed rectangle. Knows no widget.
class TimelinePainter
{
public:
    TimelinePainter(QPainter &painter, const TimelineGeometry &geometry, const QPalette &palette,
                    const QRect &viewport, const QRect &exposed);

    void drawGrid(const Axis &axis);
    void drawLane(const Timeline &timeline, int lane, std::span<const Bar> bars);
    void drawCaption(int lane, const QString &caption);
    void drawHover(int lane, const Bar &bar);
    void drawSelection(int lane, const Bar &bar, bool hasFocus);

    /// Last, because it covers rows that are scrolled up.
    void drawAxis(const Axis &axis);

private:
    QColor fillOf(const Timeline &timeline, int lane, std::size_t index) const;
    void drawLabel(const QRectF &rect, const BarFacts &facts);
    void drawFrame(const QRect &rect, int thickness, const QColor &colour);

    QPainter &m_painter;
    const TimelineGeometry &m_geometry;
    const QPalette &m_palette;
    ThemeColours m_colours;
    QRect m_viewport;
    QRect m_exposed;
    QFontMetrics m_metrics;
};

} // namespace coldframe
