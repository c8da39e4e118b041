// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/gigabyteseconds.h"

namespace coldframe {

GigabyteSeconds GigabyteSeconds::of(MebiBytes size, std::chrono::milliseconds time)
{
    return GigabyteSeconds(CheckedInteger(size.value) * CheckedInteger(time.count()));
}

GigabyteSeconds GigabyteSeconds::whole(std::int64_t gigabyteSeconds)
{
    return GigabyteSeconds(CheckedInteger(gigabyteSeconds) * CheckedInteger(MegabyteMilliseconds));
}

GigabyteSeconds GigabyteSeconds::operator+(GigabyteSeconds other) const
{
    return GigabyteSeconds(m_count + other.m_count);
}

GigabyteSeconds GigabyteSeconds::operator*(std::int64_t times) const
{
    return GigabyteSeconds(m_count * CheckedInteger(times));
}

GigabyteSeconds GigabyteSeconds::without(GigabyteSeconds other) const
{
    const CheckedInteger rest = m_count - other.m_count;
    return !rest.isOverflowed() && rest < CheckedInteger() ? GigabyteSeconds()
                                                           : GigabyteSeconds(rest);
}

QString GigabyteSeconds::exactText() const
{
    // 1 / 1,024,000 has 13 decimals: 10^13 / 1,024,000 of them each.
    constexpr std::int64_t Each = 10'000'000'000'000 / MegabyteMilliseconds;
    static_assert(Each * MegabyteMilliseconds == 10'000'000'000'000);
    return (m_count * CheckedInteger(Each)).exactText(13);
}

} // namespace coldframe
