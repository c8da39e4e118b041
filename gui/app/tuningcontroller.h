// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/pricebook.h"
#include "core/tuning/tuningevaluation.h"
#include "core/tuning/tuningrun.h"
#include "wording/fidelity.h"

#include <functional>

namespace coldframe {

class TuningPanel;

/// Tunes as the panel says, one function at a time, and shows there how it goes. What is only
/// computed anew, for another strategy or calibration, needs no new runs.
class TuningController final : public QObject
{
    Q_OBJECT

public:
    /// What would hold in an environment; called in a pool thread. Without one nothing holds.
    using Limits = std::function<Result<LimitsInForce>(IsolationChoice, const EmulationOptions &)>;

    /// Invoker, clock and panel outlive the controller, whose end stops what runs.
    TuningController(Invoker &invoker, const Clock &clock, TuningPanel &panel, Limits limits,
                     QObject *parent = nullptr);

    void setPriceBook(const PriceBook &book) { m_book = book; }

    bool isRunning() const { return m_isRunning; }

    /// Nothing happens while a tuning goes on, or when the panel's sizes are none.
    void start(const InvocationRequest &request);
    void stop();

Q_SIGNALS:
    void runningChanged(bool running);
    void failed(const coldframe::Error &error); ///< of what is not shown in the panel

private:
    struct Evaluation
    {
        Calibration calibration;
        TuningResult result;
    };

    void run(const Result<QuotaMeans> &quota);
    void onMeasured(const Result<TuningMeasurements> &measurements);
    void evaluate();
    void reevaluate();
    void end();
    void takeReports(const QByteArray &text);
    void readReports(const QString &path);
    void save(const QString &path);

    const Clock &m_clock;
    TuningPanel &m_panel;
    Limits m_limits;
    TuningRun m_run;
    std::optional<PriceBook> m_book;
    TuningPlan m_plan;
    std::optional<TuningMeasurements> m_measurements; ///< of m_plan, once they are there
    std::optional<TuningResult> m_result;
    std::chrono::nanoseconds m_kernelTime{}; ///< 0 until it was measured
    int m_evaluation = 0; ///< the newest one counts
    bool m_isRunning = false;
    bool m_isCancelled = false;
};

} // namespace coldframe
