// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsontext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace coldframe {

/// A time that a bootstrap told, in whole nanoseconds. The function's code can write to the same
/// socket, so whatever stands there becomes a number that can be added and subtracted: 0 to some
/// 36 years. Throws the library's own exception for what is no whole number.
inline std::chrono::nanoseconds tracedTime(const OrderedJson &value)
{
    constexpr std::int64_t most = std::int64_t(1) << 60;
    if (!value.is_number_integer())
        return std::chrono::nanoseconds(value.get_ref<const OrderedJson::number_integer_t &>());
    if (value.is_number_unsigned())
        return std::chrono::nanoseconds(
            static_cast<std::int64_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), most)));
    return std::chrono::nanoseconds(std::clamp<std::int64_t>(value.get<std::int64_t>(), 0, most));
}

} // namespace coldframe
