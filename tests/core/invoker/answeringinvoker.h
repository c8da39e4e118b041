// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/invoker/invoker.h"
#include "tests/support/fakeinvoker.h"

#include <QPromise>

#include <functional>
#include <list>
#include <optional>
#include <vector>

namespace coldframe::test {

/// An Invoker whose every invocation is answered at once by a function of the test; nothing means
/// that it goes on for ever. Needs no moc.
class AnsweringInvoker final : public Invoker
{
public:
    using Answer
        = std::function<std::optional<Result<InvocationRecord>>(const InvocationRequest &request)>;

    explicit AnsweringInvoker(Answer answer)
        : m_answer(std::move(answer))
    { }

    Async<InvocationRecord> invoke(InvocationRequest request) override
    {
        requests.push_back(request);
        m_promises.emplace_back();
        auto &promise = m_promises.back();
        promise.start();
        const Async<InvocationRecord> future = promise.future();
        if (auto answer = m_answer(request)) {
            promise.addResult(std::move(*answer));
            promise.finish();
        }
        return future;
    }
    void stop(const QString &) override { }
    void recycle() override { }
    void provision(const InvocationRequest &, int) override { }
    void setConcurrency(const ConcurrencySettings &) override { }
    void skip(std::chrono::nanoseconds) override { }

    std::vector<InvocationRequest> requests; ///< all that were ever asked for

private:
    Answer m_answer;
    std::list<QPromise<Result<InvocationRecord>>> m_promises;
};

/// Answers for it.
inline std::optional<Result<InvocationRecord>> succeed(const InvocationRequest &request)
{
    return warmRecord(request, R"({"done": true})");
}
inline std::optional<Result<InvocationRecord>> failAlways(const InvocationRequest &request)
{
    return failedRecord(request);
}
inline std::optional<Result<InvocationRecord>> throttle(const InvocationRequest &)
{
    return tl::make_unexpected(
        Error{Error::Code::Throttled, QStringLiteral("ConcurrentInvocationLimitExceeded")});
}
inline std::optional<Result<InvocationRecord>> neverAnswer(const InvocationRequest &)
{
    return std::nullopt;
}

/// A clock that stands until a test moves it.
class ManualClock final : public Clock
{
public:
    Instant now() const override { return Instant(elapsed); }
    WallTime wallNow() const override
    {
        // 2026-11-23 08:00:00 UTC
        return WallTime(std::chrono::seconds(1'795'420'800))
            + std::chrono::duration_cast<WallTime::duration>(elapsed);
    }

    std::chrono::nanoseconds elapsed{};
};

/// A function of that name; nothing of it exists.
inline FunctionConfig functionNamed(const QString &name)
{
    FunctionConfig function;
    function.name = name;
    function.runtime = QStringLiteral("python3.12");
    function.handler = QStringLiteral("app.handler");
    return function;
}

/// Every name is one of a function, but "nobody".
inline std::optional<FunctionConfig> anyFunction(const QString &name)
{
    return name == QStringLiteral("nobody") ? std::nullopt : std::optional(functionNamed(name));
}

inline InvocationRequest eventFor(const QString &functionName,
                                  const QByteArray &event = R"({"order": 12})")
{
    InvocationRequest request;
    request.function = functionNamed(functionName);
    request.event = event;
    return request;
}

} // namespace coldframe::test
