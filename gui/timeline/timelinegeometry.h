// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline/lanelayout.h"

#include <QRectF>

#include <vector>

class QFontMetrics;

namespace coldframe {

/// Where things stand in a TimelineWidget's viewport: captions at the left, the axis above, a row
/// for each lane. In pixels; all of it follows the font.
struct TimelineGeometry
{
    TimelineGeometry() = default;
    TimelineGeometry(const QFontMetrics &metrics, int widestCaption);

    int gutter = 0; ///< left of the bars
    int rightMargin = 0;
    int axisHeight = 0;
    int rowHeight = 0; ///< of a bar
    int rowDistance = 0; ///< from one row to the next
    int scrolled = 0; ///< vertically
    std::vector<int>
        groups; ///< the lanes that begin a group, which stands apart from the one above

    /// Top of a lane's row in the viewport.
    int topOf(int lane) const;

    /// The lane at y, or -1 on the axis and between rows.
    int laneAt(int y, int laneCount) const;

    /// Height of all rows, without the axis.
    int contentHeight(int laneCount) const;

    QRectF rectOf(int lane, const Bar &bar) const;
};

} // namespace coldframe
