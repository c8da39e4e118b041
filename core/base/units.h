// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // before <compare>: Qt 6.4's moc stumbles over it otherwise

#include <compare>
#include <cstdint>

namespace coldframe {

/// 1,048,576 bytes: what Lambda calls MB in memory and storage settings and in REPORT lines.
struct MebiBytes
{
    std::int64_t value = 0;

    auto operator<=>(const MebiBytes &) const = default;
};

/// Rounds up, as a REPORT line does for memory used.
constexpr MebiBytes mebiBytesOf(std::int64_t bytes)
{
    return MebiBytes{(bytes + 1048575) / 1048576};
}

} // namespace coldframe
