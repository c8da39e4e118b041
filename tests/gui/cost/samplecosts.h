// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/lambda/invocation.h"

#include <QTest>

namespace coldframe::test {

using namespace std::chrono_literals;

/// The price book that Coldframe ships.
inline PriceBook samplePriceBook()
{
    const auto book = PriceBook::load(
        QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing/aws-2026-09-19.json"));
    return book ? *book : PriceBook();
}

/// 2 ms of handler at 128 MB, and 48 ms of init before it: 50 ms billed.
inline InvocationRecord coldCost()
{
    InvocationRecord record;
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.duration = 1300us;
    record.report.initDuration = 48200us;
    record.report.billedDuration = 50ms;
    return record;
}

inline InvocationRecord warmCost()
{
    InvocationRecord record;
    record.report.duration = 1300us;
    record.report.billedDuration = 2ms;
    return record;
}

} // namespace coldframe::test
