// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"
#include "core/billing/checkedinteger.h"

#include <chrono>

namespace coldframe {

/// Memory or storage times time, as Lambda meters it: MB / 1024 x ms / 1000. Exact, because it
/// counts whole MB x ms. Overflows as Money does.
class GigabyteSeconds
{
public:
    static constexpr std::int64_t MegabyteMilliseconds = 1'024'000; ///< in one GB-second

    constexpr GigabyteSeconds() = default;

    static GigabyteSeconds of(MebiBytes size, std::chrono::milliseconds time);
    static GigabyteSeconds whole(std::int64_t gigabyteSeconds);

    CheckedInteger megabyteMilliseconds() const { return m_count; }
    bool isZero() const { return m_count == CheckedInteger(); }

    GigabyteSeconds operator+(GigabyteSeconds other) const;
    GigabyteSeconds operator*(std::int64_t times) const;

    /// What remains after taking other away, never less than nothing.
    GigabyteSeconds without(GigabyteSeconds other) const;

    /// "0.00575" for 128 MB during 46 ms; empty when overflowed.
    QString exactText() const;

    auto operator<=>(const GigabyteSeconds &) const = default;

private:
    constexpr explicit GigabyteSeconds(CheckedInteger count)
        : m_count(count)
    { }

    CheckedInteger m_count;
};

} // namespace coldframe
