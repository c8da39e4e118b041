// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lanelayout.h"

#include <algorithm>

namespace coldframe {

namespace {

/// Pixels that are rounding and not an overlap.
constexpr double Touching = 0.001;

void foldIn(Bar &bar, std::span<const LaneSpan> spans, int span, double right)
{
    bar.last = span;
    bar.width = std::max(bar.width, right - bar.x);
    if (spans[std::size_t(span)].duration > spans[std::size_t(bar.longest)].duration)
        bar.longest = span;
}

} // namespace

std::vector<Bar> layOutLane(std::span<const LaneSpan> spans, const TimeScale &scale,
                            double minimumWidth)
{
    std::vector<Bar> bars;
    bool lastIsNarrow = false;
    const auto endsBefore
        = [&scale](const LaneSpan &span, double x) { return scale.toPixels(span.end()) < x; };
    const auto first = std::lower_bound(spans.begin(), spans.end(), 0.0, endsBefore);
    for (int i = static_cast<int>(first - spans.begin()); i < static_cast<int>(spans.size()); ++i) {
        const LaneSpan &span = spans[std::size_t(i)];
        const double begin = scale.toPixels(span.begin);
        const double end = scale.toPixels(span.end());
        if (end == 0 && begin < 0)
            continue;
        if (begin >= scale.width())
            break;

        const double taken = bars.empty() ? 0.0 : bars.back().right();
        const bool overlaps = !bars.empty() && begin < taken - Touching;
        const double left = std::max(begin, taken);
        const double right = std::min(end, scale.width());
        // Judged by its uncut end: a wide span is not narrow because the view's edge cuts it.
        const bool narrow = end - (overlaps ? taken : begin) < minimumWidth;
        if (narrow && overlaps && (lastIsNarrow || end <= taken)) {
            foldIn(bars.back(), spans, i, right);
            continue;
        }
        bars.push_back(
            {left, narrow ? std::max(minimumWidth, right - left) : right - left, i, i, i});
        lastIsNarrow = narrow;
    }
    return bars;
}

int barAt(std::span<const Bar> bars, double x)
{
    const auto after = std::upper_bound(bars.begin(), bars.end(), x,
                                        [](double at, const Bar &bar) { return at < bar.x; });
    if (after == bars.begin())
        return -1;
    const auto bar = after - 1;
    return x < bar->right() ? static_cast<int>(bar - bars.begin()) : -1;
}

int barOfSpan(std::span<const Bar> bars, int span)
{
    const auto bar = std::lower_bound(bars.begin(), bars.end(), span,
                                      [](const Bar &each, int index) { return each.last < index; });
    return bar != bars.end() && bar->first <= span ? static_cast<int>(bar - bars.begin()) : -1;
}

int spanNear(std::span<const LaneSpan> spans, std::chrono::nanoseconds begin,
             std::chrono::nanoseconds end)
{
    if (spans.empty())
        return -1;
    const auto next = std::lower_bound(
        spans.begin(), spans.end(), begin,
        [](const LaneSpan &span, std::chrono::nanoseconds at) { return span.end() <= at; });
    const auto indexOf = [&](auto span) { return static_cast<int>(span - spans.begin()); };
    if (next == spans.end())
        return indexOf(next - 1);
    if (next == spans.begin() || next->begin <= begin || next->begin < end)
        return indexOf(next);
    const auto previous = next - 1;
    return begin - previous->end() <= next->begin - end ? indexOf(previous) : indexOf(next);
}

} // namespace coldframe
