// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timescale.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace coldframe {

namespace {

double fractional(std::chrono::nanoseconds time)
{
    return static_cast<double>(time.count());
}

/// 1, 2, 5, 10, 20, 50 ... nanoseconds, at least as long as smallest (up to 30 years).
std::int64_t niceStep(double smallest)
{
    constexpr std::int64_t LongestDecade = 1'000'000'000'000'000'000;
    std::int64_t decade = 1;
    for (; decade < LongestDecade; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(decade * factor) >= smallest)
                return decade * factor;
        }
    }
    return decade;
}

} // namespace

TimeScale::TimeScale(std::chrono::nanoseconds extent, double width)
    : m_extent(std::max(fractional(extent), fractional(ShortestView)))
    , m_width(std::max(width, 1.0))
    , m_visible(m_extent)
{ }

std::chrono::nanoseconds TimeScale::extent() const
{
    return std::chrono::nanoseconds(std::llround(m_extent));
}

double TimeScale::toPixels(std::chrono::nanoseconds time) const
{
    return (fractional(time) - m_begin) / m_visible * m_width;
}

std::chrono::nanoseconds TimeScale::toTime(double pixel) const
{
    return std::chrono::nanoseconds(std::llround(m_begin + pixel * nanosecondsPerPixel()));
}

TimeScale TimeScale::zoomed(double factor, double aboutPixel) const
{
    if (!(factor > 0))
        return *this;
    const double about = m_begin + aboutPixel * nanosecondsPerPixel();
    const double visible = std::clamp(m_visible / factor, fractional(ShortestView), m_extent);
    return seeing(about - aboutPixel * visible / m_width, visible);
}

TimeScale TimeScale::panned(double pixels) const
{
    return seeing(m_begin + pixels * nanosecondsPerPixel(), m_visible);
}

TimeScale TimeScale::resized(double width) const
{
    TimeScale scale = *this;
    scale.m_width = std::max(width, 1.0);
    return scale;
}

TimeScale TimeScale::extended(std::chrono::nanoseconds extent, std::chrono::nanoseconds moved) const
{
    const TimeScale whole(extent, m_width);
    return showsEverything() ? whole : whole.seeing(m_begin - fractional(moved), m_visible);
}

TimeScale TimeScale::fitted() const
{
    return seeing(0, m_extent);
}

TimeScale TimeScale::showing(std::chrono::nanoseconds begin, std::chrono::nanoseconds end) const
{
    const double length = std::max(fractional(end - begin), fractional(ShortestView));
    return seeing(fractional(begin) - length / 20, length * 1.1);
}

TimeScale TimeScale::revealing(std::chrono::nanoseconds begin, std::chrono::nanoseconds end) const
{
    const double first = fractional(begin);
    const double last = fractional(end);
    if (first < m_begin || last - first > m_visible)
        return seeing(first, m_visible);
    if (last > m_begin + m_visible)
        return seeing(last - m_visible, m_visible);
    return *this;
}

TimeScale TimeScale::seeing(double begin, double visible) const
{
    TimeScale scale = *this;
    scale.m_visible = std::clamp(visible, fractional(ShortestView), m_extent);
    scale.m_begin = std::clamp(begin, 0.0, m_extent - scale.m_visible);
    return scale;
}

std::chrono::nanoseconds lengthOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Nanoseconds:
        return std::chrono::nanoseconds(1);
    case TimeUnit::Microseconds:
        return std::chrono::microseconds(1);
    case TimeUnit::Milliseconds:
        return std::chrono::milliseconds(1);
    case TimeUnit::Seconds:
        return std::chrono::seconds(1);
    }
    return {};
}

Axis axisOf(const TimeScale &scale, double smallestDistance)
{
    Axis axis;
    const std::int64_t step
        = niceStep(std::max(smallestDistance, 1.0) * scale.nanosecondsPerPixel());
    axis.step = std::chrono::nanoseconds(step);

    const double end = scale.begin() + scale.visible();
    for (const TimeUnit unit :
         {TimeUnit::Microseconds, TimeUnit::Milliseconds, TimeUnit::Seconds}) {
        if (end >= fractional(lengthOf(unit)))
            axis.unit = unit;
    }
    for (std::int64_t finest = lengthOf(axis.unit).count(); finest > step; finest /= 10)
        ++axis.decimals;

    static constexpr double latest = 9.2e18; // the next tick would be no time any more
    const auto stepsUntil
        = [step](double time) { return std::min(time, latest) / static_cast<double>(step); };
    const auto last = static_cast<std::int64_t>(std::floor(stepsUntil(end)));
    for (auto tick = static_cast<std::int64_t>(std::ceil(stepsUntil(scale.begin()))); tick <= last;
         ++tick) {
        const std::chrono::nanoseconds at(tick * step);
        axis.ticks.push_back({at, scale.toPixels(at)});
    }
    return axis;
}

} // namespace coldframe
