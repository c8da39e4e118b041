// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace coldframe {

/// What Lambda bills of one invocation: the sum of the handler's time and, on a cold start, of the
/// init phase, rounded up once to whole milliseconds (cost-and-tuning, D.2).
constexpr std::chrono::milliseconds
billedDuration(std::chrono::nanoseconds duration,
               std::optional<std::chrono::nanoseconds> initDuration = {})
{
    return std::chrono::ceil<std::chrono::milliseconds>(
        duration + initDuration.value_or(std::chrono::nanoseconds::zero()));
}

} // namespace coldframe
