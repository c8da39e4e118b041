// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/coldstartsaving.h"

#include "core/billing/billedduration.h"

#include <algorithm>

namespace coldframe {

ColdStartSaving coldStartSaving(const Prices &prices, const FunctionConfig &function,
                                const Report &report, std::chrono::nanoseconds shorter)
{
    if (!report.initDuration)
        return {};
    const std::chrono::nanoseconds init = *report.initDuration;
    const std::chrono::nanoseconds less
        = init - std::clamp(shorter, std::chrono::nanoseconds::zero(), init);
    Report before = report;
    before.billedDuration = billedDuration(report.duration, init);
    Report after = before;
    after.billedDuration = billedDuration(report.duration, less);
    after.initDuration = std::chrono::round<std::chrono::microseconds>(less);
    const auto cost = [&](const Report &each) {
        return invocationCost(prices, usageOf(function, each)).total();
    };
    return {before.billedDuration - after.billedDuration,
            (cost(before) - cost(after)) * OneMillion};
}

} // namespace coldframe
