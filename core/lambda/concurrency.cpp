// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/concurrency.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coldframe {

namespace {

constexpr std::array reasonNames{
    std::pair{ThrottleReason::ConcurrentInvocationLimitExceeded,
              "ConcurrentInvocationLimitExceeded"},
    std::pair{ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded,
              "ReservedFunctionConcurrentInvocationLimitExceeded"},
    std::pair{ThrottleReason::FunctionInvocationRateLimitExceeded,
              "FunctionInvocationRateLimitExceeded"},
    std::pair{ThrottleReason::ReservedFunctionInvocationRateLimitExceeded,
              "ReservedFunctionInvocationRateLimitExceeded"},
    std::pair{ThrottleReason::CallerRateLimitExceeded, "CallerRateLimitExceeded"},
};

} // namespace

QString throttleReasonName(ThrottleReason reason)
{
    const auto *const found
        = std::find_if(reasonNames.begin(), reasonNames.end(),
                       [reason](const auto &each) { return each.first == reason; });
    return found == reasonNames.end() ? QString() : QString::fromLatin1(found->second);
}

std::optional<ThrottleReason> throttleReasonFromName(const QString &name)
{
    for (const auto &[reason, text] : reasonNames) {
        if (name == QLatin1String(text))
            return reason;
    }
    return std::nullopt;
}

} // namespace coldframe
