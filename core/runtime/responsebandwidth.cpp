// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/responsebandwidth.h"

#include <algorithm>

namespace coldframe {

ResponseBandwidth::ResponseBandwidth(const Clock &clock)
    : m_clock(clock)
    , m_refilledAt(clock.now())
{ }

void ResponseBandwidth::take(std::int64_t bytes)
{
    refill();
    m_bytes -= bytes;
}

std::chrono::nanoseconds ResponseBandwidth::wait()
{
    refill();
    if (m_bytes >= 0)
        return {};
    const std::int64_t steps = (-m_bytes + StepBytes - 1) / StepBytes;
    return m_refilledAt + steps * Step - m_clock.now();
}

void ResponseBandwidth::refill()
{
    const std::int64_t steps = (m_clock.now() - m_refilledAt) / Step;
    m_refilledAt += steps * Step;
    // A long pause must not overflow the product.
    const std::int64_t missing = BurstBytes - m_bytes;
    m_bytes = steps > missing / StepBytes ? BurstBytes : m_bytes + steps * StepBytes;
}

} // namespace coldframe
