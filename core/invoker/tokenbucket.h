// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <optional>

namespace coldframe {

/// Lets so many things happen at once, and so many a second after that. What is not used does not
/// add up beyond the first amount.
class TokenBucket
{
public:
    /// Starts full.
    TokenBucket(double capacity, double perSecond)
        : m_capacity(capacity)
        , m_perSecond(perSecond)
        , m_tokens(capacity)
    {}

    /// Takes a token, or says that there is none at this time.
    bool take(Instant now)
    {
        if (m_last && now > *m_last) {
            const std::chrono::duration<double> passed = now - *m_last;
            m_tokens = std::min(m_capacity, m_tokens + passed.count() * m_perSecond);
        }
        m_last = std::max(m_last.value_or(now), now);
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    double m_capacity;
    double m_perSecond;
    double m_tokens;
    std::optional<Instant> m_last;
};

} // namespace coldframe
