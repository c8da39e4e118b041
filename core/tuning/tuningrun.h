// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/invoker.h"
#include "core/tuning/tuningplan.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

#include <deque>
#include <memory>

namespace coldframe {

/// How far a tuning is.
struct TuningProgress
{
    enum class Stage {
        Baseline, ///< runs without a limit
        Verification, ///< runs of some sizes under their quota
    };

    Stage stage = Stage::Baseline;
    MebiBytes memory; ///< of the run that goes on
    int done = 0;
    int total = 0; ///< becomes smaller when sizes fall out
};

/// Runs one plan: first without a limit, which gives CPU time and waiting time, then some sizes in
/// turn under their quota (cost-and-tuning, E.4). Every size has a version number of its own, as
/// AWS Lambda Power Tuning gives them, so that their environments live beside each other and beside
/// the user's. Uses an invoker and lives in that one's thread.
class TuningRun final : public QObject
{
    Q_OBJECT

public:
    /// The invoker outlives it.
    explicit TuningRun(Invoker &invoker, QObject *parent = nullptr);

    /// Stops what runs.
    ~TuningRun() override;

    /// The future carries what was measured; a function that fails is a part of that. An Error
    /// means that an invocation could not be run, that the plan is not one (InvalidArgument, also
    /// while another one runs), or Cancelled.
    Async<TuningMeasurements> run(const TuningPlan &plan);

    /// Stops the running invocation; the result is Error::Code::Cancelled.
    void cancel();

    bool isRunning() const { return m_promise != nullptr; }

Q_SIGNALS:
    void progressed(const coldframe::TuningProgress &progress);

private:
    using Promise = QPromise<Result<TuningMeasurements>>;

    struct Step
    {
        MebiBytes memory;
        QByteArray event;
        bool isLimited = false;
        bool isDiscarded = false; ///< it only starts the environment
    };

    void addSteps(const std::vector<MebiBytes> &sizes, bool limited);
    void addBaseline();
    void addVerification();
    void next();
    void invoke(const Step &step);
    void onInvoked(const Step &step, const Result<InvocationRecord> &record);
    void take(const Step &step, const InvocationRecord &record);
    void noteFailure(const Step &step, const InvocationRecord &record);
    SizeMeasurement &measurementOf(MebiBytes memory);
    QString versionOf(const Step &step) const;
    void tellProgress(const Step &step);
    void end(const Result<TuningMeasurements> &result);

    Invoker &m_invoker;
    TuningPlan m_plan;
    TuningMeasurements m_measurements;
    std::deque<Step> m_steps; ///< that are still to come
    int m_done = 0;
    int m_repeats = 0; ///< runs that met a new environment where a used one was wanted
    bool m_isVerifying = false;
    QString m_requestId; ///< of the running invocation; empty when none runs
    bool m_cancelled = false;
    std::shared_ptr<Promise> m_promise;
    QTimer m_pause;
};

} // namespace coldframe
