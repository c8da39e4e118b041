// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinegeometry.h"

#include <QFontMetrics>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int AboveRows = 6;
constexpr int BelowRows = 4;
constexpr int BelowGroup = 5; ///< sets phases, extensions, modules, spans and runs apart

} // namespace

TimelineGeometry::TimelineGeometry(const QFontMetrics &metrics, int widestCaption)
    : gutter(widestCaption + 20)
    , rightMargin(10)
    , axisHeight(metrics.height() + 8)
    , rowHeight(metrics.height() + 4)
    , rowDistance(rowHeight + 2)
{ }

int TimelineGeometry::topOf(int lane) const
{
    const auto groupsAbove
        = static_cast<int>(std::upper_bound(groups.begin(), groups.end(), lane) - groups.begin());
    return axisHeight + AboveRows + lane * rowDistance + groupsAbove * BelowGroup - scrolled;
}

int TimelineGeometry::laneAt(int y, int laneCount) const
{
    if (y < axisHeight || rowDistance <= 0)
        return -1;
    // The rows' tops ascend with their numbers.
    int first = 0;
    int last = laneCount;
    while (first < last) {
        const int middle = (first + last) / 2;
        if (topOf(middle) + rowHeight <= y)
            first = middle + 1;
        else
            last = middle;
    }
    if (first < laneCount && y >= topOf(first))
        return first;
    return -1;
}

int TimelineGeometry::contentHeight(int laneCount) const
{
    return topOf(laneCount) + scrolled - axisHeight + BelowRows;
}

QRectF TimelineGeometry::rectOf(int lane, const Bar &bar) const
{
    return {gutter + bar.x, double(topOf(lane)), bar.width, double(rowHeight)};
}

} // namespace coldframe
