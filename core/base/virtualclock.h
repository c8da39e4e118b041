// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace coldframe {

/// A clock that is ahead of another one by a span that only grows: who would wait advances it.
class VirtualClock final : public Clock
{
public:
    /// The other clock outlives this one.
    explicit VirtualClock(const Clock &base)
        : m_base(base)
    { }

    Instant now() const override
    {
        return m_base.now() + std::chrono::duration_cast<Instant::duration>(m_ahead);
    }
    WallTime wallNow() const override
    {
        return m_base.wallNow() + std::chrono::duration_cast<WallTime::duration>(m_ahead);
    }

    /// Lets time pass at once; a negative span does nothing.
    void advance(std::chrono::nanoseconds span)
    {
        if (span > std::chrono::nanoseconds::zero())
            m_ahead += span;
    }

    std::chrono::nanoseconds ahead() const { return m_ahead; }

private:
    const Clock &m_base;
    std::chrono::nanoseconds m_ahead{};
};

} // namespace coldframe
