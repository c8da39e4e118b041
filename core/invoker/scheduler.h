// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/invoker/tokenbucket.h"
#include "core/lambda/concurrency.h"

#include <tl/expected.hpp>

namespace coldframe {

/// Lambda's rules of how many invocations may run at the same time (scaling, section 1). Knows
/// numbers only: which environment runs an event is the pool's business.
class Scheduler
{
public:
    /// What an invocation holds while it runs, and gives back at its end.
    struct Lease
    {
        enum class Kind {
            Provisioned, ///< of the function's provisioned concurrency
            Reserved, ///< of its reserved concurrency
            Unreserved, ///< of what all other functions share
        };
        QString functionName;
        Kind kind = Kind::Unreserved;
    };

    /// How the caller waits for its answer; only a synchronous one is held to 10 requests per
    /// second and unit of concurrency (scaling, section 1).
    enum class Caller { Synchronous, Asynchronous };

    /// Leases that are held stay valid under other limits.
    void setSettings(const ConcurrencySettings &settings);

    /// How many environments of a function are kept initialised; 0 for none.
    void setProvisioned(const QString &functionName, int count);

    /// A lease for one more invocation, or why it is refused.
    tl::expected<Lease, ThrottleReason> take(const QString &functionName, Caller caller,
                                             Instant now);
    void give(const Lease &lease);

    /// Whether a function may start one more environment at this time: 1,000 at once and 100 a
    /// second (scaling, section 1).
    bool takeNewEnvironment(const QString &functionName, Instant now);

    /// What functions without reserved concurrency share.
    int unreservedLimit() const;

private:
    struct Function
    {
        int provisioned = 0; ///< as asked for
        int running = 0; ///< all kinds together
        int runningProvisioned = 0;
        std::optional<TokenBucket> requests; ///< made by the first synchronous request
        TokenBucket environments{1000, 100};
    };

    tl::expected<Lease::Kind, ThrottleReason> freeKind(const QString &functionName,
                                                       const Function &function) const;
    std::optional<int> reservedOf(const QString &functionName) const;
    int requestsPerSecond(const QString &functionName) const;

    ConcurrencySettings m_settings;
    std::map<QString, Function> m_functions; ///< by name
    int m_runningUnreserved = 0;
};

} // namespace coldframe
