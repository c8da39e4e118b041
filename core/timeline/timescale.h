// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace coldframe {

/// Which stretch of an axis of time is seen, and how many pixels wide. Time begins at 0 and ends at
/// the extent; the seen stretch never leaves it. A value: every change gives a new scale.
class TimeScale
{
public:
    /// No view is shorter than this, however far one zooms in.
    static constexpr std::chrono::nanoseconds ShortestView{100};

    TimeScale() = default;

    /// Shows the whole extent. Extents below ShortestView and widths below one pixel count as
    /// those.
    TimeScale(std::chrono::nanoseconds extent, double width);

    std::chrono::nanoseconds extent() const;
    double width() const { return m_width; }

    /// First instant that is seen, and how much is seen; in nanoseconds with fractions, because a
    /// pixel may be shorter than one nanosecond.
    double begin() const { return m_begin; }
    double visible() const { return m_visible; }
    double nanosecondsPerPixel() const { return m_visible / m_width; }

    bool showsEverything() const { return m_visible >= m_extent; }

    double toPixels(std::chrono::nanoseconds time) const;
    /// The instant at a pixel, rounded to a nanosecond; may lie outside of the extent.
    std::chrono::nanoseconds toTime(double pixel) const;

    /// Makes everything factor times wider; the instant at aboutPixel stays there as long as the
    /// ends of the axis allow.
    TimeScale zoomed(double factor, double aboutPixel) const;

    /// Moves the view to later instants when pixels is positive.
    TimeScale panned(double pixels) const;

    /// The same stretch in another width; a scale that shows everything goes on to do so.
    TimeScale resized(double width) const;

    /// The same stretch on a longer or shorter axis whose beginning was moved to a later instant; a
    /// scale that shows everything goes on to do so.
    TimeScale extended(std::chrono::nanoseconds extent, std::chrono::nanoseconds moved = {}) const;

    TimeScale fitted() const;

    /// Shows from begin to end with a margin of a twentieth on either side.
    TimeScale showing(std::chrono::nanoseconds begin, std::chrono::nanoseconds end) const;

    /// Moves as little as needed to bring begin to end into view; shows begin when it is too long.
    TimeScale revealing(std::chrono::nanoseconds begin, std::chrono::nanoseconds end) const;

    bool operator==(const TimeScale &) const = default;

private:
    TimeScale seeing(double begin, double visible) const;

    double m_extent = static_cast<double>(ShortestView.count());
    double m_width = 1;
    double m_begin = 0;
    double m_visible = static_cast<double>(ShortestView.count());
};

enum class TimeUnit { Nanoseconds, Microseconds, Milliseconds, Seconds };

/// How many nanoseconds one unit has.
std::chrono::nanoseconds lengthOf(TimeUnit unit);

struct Tick
{
    std::chrono::nanoseconds time{};
    double x = 0;

    bool operator==(const Tick &) const = default;
};

/// The ticks of an axis. All labels have one unit and one number of decimals, so that they can be
/// compared by eye.
struct Axis
{
    std::chrono::nanoseconds step{}; ///< 1, 2 or 5 times a power of ten
    TimeUnit unit = TimeUnit::Nanoseconds; ///< the largest one that the end of the view reaches
    int decimals = 0; ///< that a multiple of step needs in this unit
    std::vector<Tick> ticks;
};

/// The smallest step whose ticks are at least smallestDistance pixels apart.
Axis axisOf(const TimeScale &scale, double smallestDistance);

} // namespace coldframe
