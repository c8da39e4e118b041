// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/lanesgeometry.h"

#include <QFontMetrics>

#include <algorithm>

namespace coldframe {

namespace {

constexpr int AboveLanes = 6;
constexpr int BelowLanes = 4;

} // namespace

LanesGeometry::LanesGeometry(const QFontMetrics &metrics, int widestCaption)
    : gutter(widestCaption + 20)
    , rightMargin(10)
    , axisHeight(metrics.height() + 8)
    , rowHeight(metrics.height())
    , rowDistance(rowHeight + 3)
{ }

int LanesGeometry::topOf(int lane) const
{
    return axisHeight + AboveLanes + lane * rowDistance - scrolled;
}

int LanesGeometry::laneAt(int y, int laneCount) const
{
    if (y < axisHeight || y < topOf(0))
        return -1;
    const int lane = (y - topOf(0)) / rowDistance;
    return lane < laneCount && y < topOf(lane) + rowHeight ? lane : -1;
}

LanesGeometry::Rows LanesGeometry::visibleRows(int viewportHeight, int laneCount) const
{
    const int first = (axisHeight - topOf(0)) / rowDistance;
    const int last = (viewportHeight - topOf(0)) / rowDistance + 1;
    return {std::clamp(first, 0, laneCount), std::clamp(last, 0, laneCount)};
}

int LanesGeometry::contentHeight(int laneCount) const
{
    return AboveLanes + laneCount * rowDistance + BelowLanes;
}

QRectF LanesGeometry::rectOf(int lane, const Bar &bar) const
{
    return {gutter + bar.x, double(topOf(lane)), bar.width, double(rowHeight)};
}

} // namespace coldframe
