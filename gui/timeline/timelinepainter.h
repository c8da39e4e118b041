// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/timelinesearch.h"
#include "gui/base/colourlegend.h"
#include "gui/base/theme.h"
#include "gui/timeline/timelinegeometry.h"

#include <QFontMetrics>
#include <QPalette>
#include <QRect>

#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace coldframe {

/// Whether a phase is hatched, because Lambda bills nothing for it.
bool isHatched(PhaseKind kind);

/// The colour of a part in a timeline, in its legend and in a picture of it.
QColor colourOf(const ThemeColours &colours, const Timeline &timeline, TimelinePart part);

/// What is shown of a timeline beside its bars.
struct TimelineMarks
{
    std::vector<bool> lazy; ///< of each import whether it is left out of the cold start
    std::optional<TimelineMatches> matches; ///< set: marks these and dims the rest

    bool isLazy(TimelinePart part) const;
};

/// Draws the parts of a timeline that meet the exposed rectangle. Knows no widget.
class TimelinePainter
{
public:
    /// marks outlive the painter.
    TimelinePainter(QPainter &painter, const TimelineGeometry &geometry, const QPalette &palette,
                    const TimelineMarks &marks, const QRect &viewport, const QRect &exposed);

    void drawGrid(const Axis &axis, int height);
    void drawLane(const Timeline &timeline, int lane, std::span<const Bar> bars);
    void drawCaption(int lane, const QString &caption);
    void drawHover(int lane, const Bar &bar);
    void drawSelection(int lane, const Bar &bar, bool hasFocus);

    /// Last, because it covers rows that are scrolled up.
    void drawAxis(const Axis &axis);

private:
    enum class Hatch { Rising, Falling };

    void drawBar(const Timeline &timeline, int lane, const Bar &bar, const QRect &rect);
    void drawLabel(const QRectF &rect, const BarFacts &facts, const QColor &colour);
    void drawTotal(const Timeline &timeline, int lane, const Bar &last);
    void drawHatch(const QRect &rect, const QColor &colour, Hatch direction);
    void drawFrame(const QRect &rect, int thickness, const QColor &colour);
    bool isMatch(const Timeline &timeline, int lane, const Bar &bar) const;

    QPainter &m_painter;
    const TimelineGeometry &m_geometry;
    const QPalette &m_palette;
    const TimelineMarks &m_marks;
    ThemeColours m_colours;
    QRect m_viewport;
    QRect m_exposed;
    QFontMetrics m_metrics;
};

} // namespace coldframe
