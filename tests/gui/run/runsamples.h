// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/lambda/invocation.h"

namespace coldframe::test {

/// A clock that stands still until it is told to move.
class StandingClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    WallTime wallNow() const override
    {
        using namespace std::chrono;
        return WallTime(seconds(1'700'000'000))
            + duration_cast<WallTime::duration>(m_now.time_since_epoch());
    }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Instant m_now{};
};

inline InvocationRequest sampleRequest(const QString &requestId)
{
    InvocationRequest request;
    request.requestId = requestId;
    request.function.name = QStringLiteral("orders-api");
    request.function.codeDirectory = QStringLiteral("/home/ada/orders");
    request.function.timeout = std::chrono::seconds(4);
    return request;
}

inline InvocationRecord sampleRecord(const QString &requestId)
{
    using namespace std::chrono_literals;
    InvocationRecord record;
    record.requestId = requestId;
    record.function = sampleRequest(requestId).function;
    record.response = R"({"statusCode":200,"body":"{\"ok\":true}"})";
    record.startedAt = WallTime(1'700'000'000s);
    record.report.duration = 48'210us;
    record.report.billedDuration = 49ms;
    record.report.memorySize = MebiBytes{128};
    record.report.maxMemoryUsed = MebiBytes{45};
    return record;
}

inline InvocationRecord failedRecord(const QString &requestId)
{
    InvocationRecord record = sampleRecord(requestId);
    record.status = InvocationStatus::Failed;
    record.errorType = QStringLiteral("KeyError");
    record.response
        = R"({"errorMessage":"'orderId'","errorType":"KeyError","stackTrace":[)"
          R"("  File \"/var/task/app.py\", line 12, in handler\n    return find(event)\n",)"
          R"("  File \"/usr/lib/python3.11/json/__init__.py\", line 3, in loads\n"]})";
    return record;
}

} // namespace coldframe::test
