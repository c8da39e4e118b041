// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace coldframe::test {

/// A clock that a test moves by hand.
class HandClock final : public Clock
{
public:
    /// What its wall shows in the beginning.
    static constexpr WallTime Beginning{std::chrono::seconds(1'700'000'000)};

    Instant now() const override { return Instant(m_elapsed); }
    WallTime wallNow() const override
    {
        return Beginning + std::chrono::duration_cast<WallTime::duration>(m_elapsed);
    }

    void advance(std::chrono::nanoseconds by) { m_elapsed += by; }
    void moveTo(std::chrono::nanoseconds elapsed) { m_elapsed = elapsed; }

private:
    std::chrono::nanoseconds m_elapsed{};
};

} // namespace coldframe::test
