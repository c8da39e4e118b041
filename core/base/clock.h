// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // before <chrono>: Qt 6.4's moc stumbles over <compare> otherwise

#include <chrono>

namespace coldframe {

/// An instant of the monotonic clock (CLOCK_MONOTONIC, shared with child processes).
using Instant = std::chrono::steady_clock::time_point;

/// An instant of the wall clock, for display and for deadlines that are sent to a runtime.
using WallTime = std::chrono::system_clock::time_point;

/// Where time comes from. Injected, so that a test decides what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual WallTime wallNow() const = 0;
};

/// The computer's own clocks.
class SystemClock final : public Clock
{
public:
    Instant now() const override { return std::chrono::steady_clock::now(); }
    WallTime wallNow() const override { return std::chrono::system_clock::now(); }
};

} // namespace coldframe
