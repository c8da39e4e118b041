// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/invoker.h"

#include <QPromise>
#include <QStringList>

#include <list>
#include <map>
#include <vector>

namespace coldframe::test {

/// An Invoker that runs nothing: a test looks at what was asked for and says how it ends. Needs no
/// moc; add fakeinvoker.cpp to a test's SOURCES.
class FakeInvoker final : public Invoker
{
public:
    ~FakeInvoker() override;

    Async<InvocationRecord> invoke(InvocationRequest request) override;
    void stop(const QString &requestId) override;
    void recycle() override;
    void provision(const InvocationRequest &like, int count) override
    {
        provisioned[like.function.name] = count;
    }
    void setConcurrency(const ConcurrencySettings &settings) override { concurrency = settings; }
    void skip(std::chrono::nanoseconds time) override { skipped += time; }
    void holdResponse(const QString &requestId, bool held) override;

    /// Ends the invocation that was asked for first and is still running.
    void finish(InvocationRecord record);
    void fail(const Error &error);

    /// Whether something is running; finish and fail need it.
    bool isRunning() const { return !m_running.empty(); }

    /// What the oldest running invocation asked for.
    const InvocationRequest &running() const { return m_running.front().request; }

    /// Lines of the oldest running invocation.
    void appendLog(const std::vector<LogLine> &lines);

    /// A piece of the response that the oldest running invocation streams.
    void appendResponse(const QByteArray &piece);

    void setEnvironments(const std::vector<EnvironmentDescription> &environments);

    std::vector<InvocationRequest> requests; ///< all that were ever asked for
    QStringList stopped; ///< request ids
    QStringList held; ///< request ids of responses that are held back now
    int recycled = 0;
    std::map<QString, int> provisioned; ///< as asked for last, by function name
    ConcurrencySettings concurrency;
    std::chrono::nanoseconds skipped{};

private:
    struct Running
    {
        InvocationRequest request;
        QPromise<Result<InvocationRecord>> promise;
    };

    void end(std::list<Running>::iterator which, Result<InvocationRecord> result);

    std::list<Running> m_running; // a promise cannot be copied
};

/// A successful warm run of 12.3 ms with three lines of log.
InvocationRecord warmRecord(const InvocationRequest &request, const QByteArray &response);

/// The same as a cold start with all phases and some imports.
InvocationRecord coldRecord(const InvocationRequest &request, const QByteArray &response);

/// A cold run in a sandbox with two extensions, one of which works on after the response.
InvocationRecord recordWithExtensions(const InvocationRequest &request);

/// A warm run whose handler raised a ValueError in app.py, line 4.
InvocationRecord failedRecord(const InvocationRequest &request);

} // namespace coldframe::test
