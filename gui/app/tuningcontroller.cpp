// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tuningcontroller.h"

#include "core/base/filewriting.h"
#include "core/base/jsontext.h"
#include "core/tuning/tuningexport.h"
#include "gui/app/later.h"
#include "gui/tuning/tuningform.h"
#include "gui/tuning/tuningpanel.h"
#include "report/tuningreport.h"
#include "wording/tuningtext.h"

#include <QFile>

#include <nlohmann/json.hpp>

namespace coldframe {

namespace {

constexpr qint64 LargestReportsFile = 16 * 1024 * 1024;

Result<QByteArray> contentOfReports(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return file.read(LargestReportsFile);
}

} // namespace

TuningController::TuningController(Invoker &invoker, const Clock &clock, TuningPanel &panel,
                                   Limits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_panel(panel)
    , m_limits(std::move(limits))
    , m_run(invoker)
{
    connect(&m_run, &TuningRun::progressed, &m_panel, &TuningPanel::showProgress);
    connect(&m_panel, &TuningPanel::reportsGiven, this, &TuningController::takeReports);
    connect(&m_panel, &TuningPanel::reportsFileChosen, this, &TuningController::readReports);
    connect(&m_panel, &TuningPanel::saveRequested, this, &TuningController::save);
    connect(&m_panel.form(), &TuningForm::strategyChanged, this, &TuningController::reevaluate);
    connect(&m_panel.form(), &TuningForm::calibrationChanged, this, &TuningController::reevaluate);
}

void TuningController::start(const InvocationRequest &request)
{
    TuningPlan plan;
    if (m_isRunning || !m_panel.form().applyTo(plan))
        return;
    plan.request = request;
    const FunctionConfig &function = request.function;
    if (m_book) {
        if (const auto prices = m_book->prices(function.region, function.architecture))
            plan.prices = *prices;
    }
    m_plan = std::move(plan);
    m_measurements.reset();
    m_result.reset();
    m_isRunning = true;
    m_isCancelled = false;
    m_panel.form().setHasMeasurements(false);
    m_panel.begin(function.name);
    Q_EMIT runningChanged(true);
    whenDone(later([limits = m_limits, request]() -> Result<QuotaMeans> {
                 EmulationOptions emulation = request.emulation;
                 emulation.limitsCpu = true;
                 if (!limits)
                     return QuotaMeans::None;
                 return limits(request.isolation, emulation).map([](const LimitsInForce &found) {
                     return quotaMeansOf(found.cpuShare);
                 });
             }),
             this, [this](const Result<QuotaMeans> &quota) { run(quota); });
}

void TuningController::run(const Result<QuotaMeans> &quota)
{
    if (m_isCancelled)
        return onMeasured(failure(Error::Code::Cancelled));
    if (!quota)
        return onMeasured(tl::make_unexpected(quota.error()));
    m_plan.quota = *quota;
    whenDone(m_run.run(m_plan), this,
             [this](const Result<TuningMeasurements> &measurements) { onMeasured(measurements); });
}

void TuningController::stop()
{
    m_isCancelled = m_isRunning;
    m_run.cancel();
}

void TuningController::onMeasured(const Result<TuningMeasurements> &measurements)
{
    if (!measurements) {
        m_panel.showError(measurements.error());
        return end();
    }
    if (measurements->isGivenUp || measurements->baseline.empty()) {
        m_panel.showFailure(*measurements);
        return end();
    }
    m_measurements = *measurements;
    m_panel.showComputing();
    evaluate();
}

void TuningController::end()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_panel.form().setHasMeasurements(m_measurements.has_value());
    Q_EMIT runningChanged(false);
}

void TuningController::reevaluate()
{
    if (!m_measurements)
        return;
    m_panel.form().applyStrategyTo(m_plan);
    evaluate();
}

void TuningController::evaluate()
{
    const int evaluation = ++m_evaluation;
    Calibration calibration = m_panel.form().calibration();
    calibration.kernelTime = m_kernelTime;
    whenDone(later([plan = m_plan, measurements = *m_measurements,
                    calibration]() mutable -> Result<Evaluation> {
                 if (calibration.source == Calibration::Source::Kernel)
                     calibration = calibrationFromKernel(calibration.kernelTime.count() > 0
                                                             ? calibration.kernelTime
                                                             : measureCpuKernel());
                 return Evaluation{calibration, evaluateTuning(plan, measurements, calibration)};
             }),
             this, [this, evaluation](const Result<Evaluation> &done) {
                 if (done && done->calibration.source == Calibration::Source::Kernel)
                     m_kernelTime = done->calibration.kernelTime;
                 if (!done || evaluation != m_evaluation || !m_measurements)
                     return;
                 m_result = done->result;
                 m_panel.showResult(m_plan, *m_measurements, *m_result);
                 end();
             });
}

void TuningController::takeReports(const QByteArray &text)
{
    if (!m_measurements)
        return;
    whenDone(later([text, plan = m_plan, measurements = *m_measurements] {
                 return calibrationFromReports(text, plan, measurements);
             }),
             this, [this](const Result<Calibration> &calibration) {
                 if (!calibration)
                     return m_panel.showReportsError(calibration.error());
                 m_panel.endReports();
                 m_panel.form().setReports(*calibration);
             });
}

void TuningController::readReports(const QString &path)
{
    whenDone(later([path] { return contentOfReports(path); }), this,
             [this](const Result<QByteArray> &text) {
                 if (text)
                     m_panel.setReportsText(*text);
                 else
                     m_panel.showReportsError(text.error());
             });
}

void TuningController::save(const QString &path)
{
    if (!m_result || !m_measurements)
        return;
    auto write = [path, plan = m_plan, measurements = *m_measurements, result = *m_result,
                  now = m_clock.wallNow()] {
        if (path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive))
            return writeFile(path,
                             tuningReport({plan, measurements, result}, {nullptr, QLocale(), now}));
        return writeFile(
            path, writeJson(tuningToJson(plan, measurements, result), JsonLayout::Indented) + '\n');
    };
    whenDone(later(std::move(write)), this, [this](const Result<void> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

} // namespace coldframe

#include "moc_tuningcontroller.cpp"
