// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/scheduler.h"

#include <algorithm>

namespace coldframe {

void Scheduler::setSettings(const ConcurrencySettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    for (auto &[name, function] : m_functions)
        function.requests.reset(); // another concurrency, another rate
}

void Scheduler::setProvisioned(const QString &functionName, int count)
{
    m_functions[functionName].provisioned = std::max(0, count);
}

std::optional<int> Scheduler::reservedOf(const QString &functionName) const
{
    const auto found = m_settings.reserved.find(functionName);
    return found == m_settings.reserved.end() ? std::nullopt : std::optional<int>(found->second);
}

int Scheduler::unreservedLimit() const
{
    int limit = m_settings.account;
    for (const auto &[name, reserved] : m_settings.reserved)
        limit -= reserved;
    for (const auto &[name, function] : m_functions) {
        if (!reservedOf(name)) // else it is a part of what is reserved
            limit -= function.provisioned;
    }
    return std::max(0, limit);
}

int Scheduler::requestsPerSecond(const QString &functionName) const
{
    constexpr int perEnvironment = 10;
    return perEnvironment * reservedOf(functionName).value_or(m_settings.account);
}

tl::expected<Scheduler::Lease::Kind, ThrottleReason>
Scheduler::freeKind(const QString &functionName, const Function &function) const
{
    const std::optional<int> reserved = reservedOf(functionName);
    if (reserved && function.running >= *reserved)
        return tl::make_unexpected(
            ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    if (function.runningProvisioned < function.provisioned)
        return Lease::Kind::Provisioned;
    if (reserved)
        return Lease::Kind::Reserved;
    if (m_runningUnreserved >= unreservedLimit())
        return tl::make_unexpected(ThrottleReason::ConcurrentInvocationLimitExceeded);
    return Lease::Kind::Unreserved;
}

tl::expected<Scheduler::Lease, ThrottleReason> Scheduler::take(const QString &functionName,
                                                              Caller caller, Instant now)
{
    Function &function = m_functions[functionName];
    const tl::expected<Lease::Kind, ThrottleReason> kind = freeKind(functionName, function);
    if (!kind)
        return tl::make_unexpected(kind.error());
    if (caller == Caller::Synchronous) {
        const double rate = requestsPerSecond(functionName);
        if (!function.requests)
            function.requests.emplace(rate, rate);
        if (!function.requests->take(now))
            return tl::make_unexpected(
                reservedOf(functionName)
                    ? ThrottleReason::ReservedFunctionInvocationRateLimitExceeded
                    : ThrottleReason::FunctionInvocationRateLimitExceeded);
    }
    ++function.running;
    if (*kind == Lease::Kind::Provisioned)
        ++function.runningProvisioned;
    if (*kind == Lease::Kind::Unreserved)
        ++m_runningUnreserved;
    return Lease{functionName, *kind};
}

void Scheduler::give(const Lease &lease)
{
    Function &function = m_functions[lease.functionName];
    --function.running;
    if (lease.kind == Lease::Kind::Provisioned)
        --function.runningProvisioned;
    if (lease.kind == Lease::Kind::Unreserved)
        --m_runningUnreserved;
}

bool Scheduler::takeNewEnvironment(const QString &functionName, Instant now)
{
    return m_functions[functionName].environments.take(now);
}

} // namespace coldframe
