// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <cstdint>

namespace coldframe {

/// How fast a streamed response may pass: the first 6 MiB as fast as it comes, then 2 MiB/s in
/// steps of 125 ms; a response that pauses earns back up to 6 MiB (runtime-api, section 8). A
/// bucket that may be overdrawn: who took too much waits until it is level again.
class ResponseBandwidth
{
public:
    static constexpr std::int64_t BurstBytes = 6 * 1024 * 1024;
    static constexpr std::int64_t StepBytes = 256 * 1024;
    static constexpr std::chrono::milliseconds Step{125};

    /// The steps are counted from now on. The clock outlives this object.
    explicit ResponseBandwidth(const Clock &clock);

    /// Counts bytes that have passed.
    void take(std::int64_t bytes);

    /// How long nothing more may pass; 0 when something may.
    std::chrono::nanoseconds wait();

private:
    void refill();

    const Clock &m_clock;
    Instant m_refilledAt; // a multiple of steps after the beginning
    std::int64_t m_bytes = BurstBytes; // that may pass; negative when too many have
};

} // namespace coldframe
