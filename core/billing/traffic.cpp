// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/traffic.h"

#include <algorithm>

namespace coldframe {

namespace {

std::int64_t periodsOfAMonth(RatePeriod period)
{
    switch (period) {
    case RatePeriod::Month:
        return 1;
    case RatePeriod::Day:
        break; // 730 hours are no whole days
    case RatePeriod::Hour:
        return OneMonth.count();
    case RatePeriod::Minute:
        return std::chrono::minutes(OneMonth).count();
    case RatePeriod::Second:
        return std::chrono::seconds(OneMonth).count();
    }
    return 0;
}

Result<void> checkRange(const char *name, std::int64_t value, std::int64_t least, std::int64_t most)
{
    if (value >= least && value <= most)
        return {};
    return failure(
        Error::Code::InvalidArgument,
        QStringLiteral("%1: %2, %3..%4").arg(QLatin1String(name)).arg(value).arg(least).arg(most));
}

} // namespace

std::int64_t requestsPerMonth(std::int64_t thousandths, RatePeriod period)
{
    const CheckedInteger times = period == RatePeriod::Day
        ? CheckedInteger(thousandths) * CheckedInteger(OneMonth.count())
        : CheckedInteger(thousandths) * CheckedInteger(periodsOfAMonth(period));
    const CheckedInteger::Value divisor = period == RatePeriod::Day ? 24'000 : 1'000;
    const CheckedInteger::Value requests = (times.value() + divisor / 2) / divisor;
    return static_cast<std::int64_t>(
        std::clamp<CheckedInteger::Value>(requests, 0, MostMonthlyRequests));
}

Traffic scaledTraffic(Traffic traffic, std::int64_t thousandths)
{
    traffic.duration = traffic.duration * thousandths / 1000;
    traffic.init = traffic.init * thousandths / 1000;
    return traffic;
}

Result<void> checkTraffic(const Traffic &traffic)
{
    constexpr std::int64_t LongestMonth = 31LL * 24 * 3600;
    constexpr std::int64_t MostTime = 24LL * 3600 * 1'000'000'000;
    constexpr std::int64_t Most = 1'000'000'000;
    struct Range
    {
        const char *name;
        std::int64_t value;
        std::int64_t least;
        std::int64_t most;
    };
    for (const Range &range : {
             Range{"requests", traffic.requests, 0, MostMonthlyRequests},
             Range{"cold-share", traffic.coldParts, 0, AllParts},
             Range{"duration", traffic.duration.count(), 0, MostTime},
             Range{"init", traffic.init.count(), 0, MostTime},
             Range{"memory", traffic.memory.value, limits::SmallestMemory.value,
                   limits::LargestMemory.value},
             Range{"ephemeral-storage", traffic.ephemeralStorage.value,
                   limits::SmallestEphemeralStorage.value, limits::LargestEphemeralStorage.value},
             Range{"provisioned", traffic.provisioned.environments, 0, Most},
             Range{"provisioned-time", traffic.provisioned.enabled.count(), 0, LongestMonth},
             Range{"provisioned-share", traffic.provisioned.servedParts, 0, AllParts},
             Range{"snap-start", traffic.snapStart.versions, 0, Most},
             Range{"snap-start-time", traffic.snapStart.active.count(), 0, LongestMonth},
             Range{"response", traffic.responseBytes, 0, limits::StreamedResponseBytes},
             Range{"payload", traffic.payloadBytes, 0, limits::AsynchronousEventBytes},
         }) {
        if (Result<void> checked = checkRange(range.name, range.value, range.least, range.most);
            !checked)
            return checked;
    }
    return {};
}

} // namespace coldframe
