// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/invoker.h"
#include "core/probe/findings.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace coldframe {

/// What a probe does: `warm` invocations in one new environment, then `cold` ones in an environment
/// each, one after the other.
struct ProbePlan
{
    InvocationRequest request; ///< its request id, start and observation are the probe's own
    int warm = 3;
    int cold = 3;
    bool repeatsRequestId = false; ///< each is the same event once more, not another one like it
};

/// Runs the invocations of one plan and tells what they left to each other. It uses an invoker and
/// lives in that one's thread; looking at /tmp and comparing happen in a thread of its own.
class ProbeRun final : public QObject
{
    Q_OBJECT

public:
    /// The invoker outlives it.
    explicit ProbeRun(Invoker &invoker, QObject *parent = nullptr);

    /// Stops what runs.
    ~ProbeRun() override;

    /// The future carries one report. An Error means that an invocation could not be run, or
    /// Cancelled. InvalidArgument while another plan runs.
    Async<ProbeReport> run(const ProbePlan &plan);

    /// Stops the running invocation; the report is Error::Code::Cancelled.
    void cancel();

    bool isRunning() const { return m_promise != nullptr; }

Q_SIGNALS:
    void progressed(int done, int total);

private:
    using Promise = QPromise<Result<ProbeReport>>;

    int total() const { return m_plan.warm + m_plan.cold; }
    int done() const { return static_cast<int>(m_runs.warm.size() + m_runs.cold.size()); }
    void invokeNext();
    void onInvoked(const Result<InvocationRecord> &record);
    void onListed(ProbedRun run, const Result<TemporaryFiles> &files);
    std::optional<TemporaryFiles> filesBefore(const ProbedRun &run) const;
    void add(ProbedRun run);
    void compare();
    void end(const Result<ProbeReport> &report);
    Async<TemporaryFiles> list(const QString &folder, FileOwner owner);

    Invoker &m_invoker;
    ProbePlan m_plan;
    ProbedRuns m_runs;
    std::optional<TemporaryFiles> m_computersFiles; ///< of its own /tmp, before the first one
    QString m_requestId; ///< of the running invocation; empty when none runs
    bool m_cancelled = false;
    std::shared_ptr<Promise> m_promise;
    QThreadPool m_threads; ///< last: it waits for its thread before the rest goes
};

} // namespace coldframe
