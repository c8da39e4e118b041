// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <map>
#include <optional>

namespace coldframe {

/// Why an invocation was refused with status 429 (invoke-api, section 4).
enum class ThrottleReason {
    ConcurrentInvocationLimitExceeded, ///< the account's concurrency is used up
    ReservedFunctionConcurrentInvocationLimitExceeded, ///< the function's own is, or it is 0
    FunctionInvocationRateLimitExceeded, ///< 10 requests per second and unit of concurrency
    ReservedFunctionInvocationRateLimitExceeded, ///< the same of a function with reserved concurrency
    CallerRateLimitExceeded, ///< environments are asked for faster than 1,000 in 10 s
};

/// Lambda's own name of it.
QString throttleReasonName(ThrottleReason reason);
std::optional<ThrottleReason> throttleReasonFromName(const QString &name);

/// How many invocations may run at the same time, by Lambda's rules and by those of this computer.
struct ConcurrencySettings
{
    int account = 1000; ///< in a region (scaling, section 1)
    std::map<QString, int> reserved; ///< by function name: guarantee and ceiling; 0 throttles all

    /// Real environments on this computer, not Lambda's rule: a request above waits, and its record
    /// says so. 0 means no cap.
    int localEnvironments = 100;

    /// An environment without events ends after this time. Lambda promises none; 5 to 7 minutes
    /// were measured (scaling, section 6).
    std::chrono::seconds idleLifetime{300};

    bool operator==(const ConcurrencySettings &) const = default;
};

} // namespace coldframe
