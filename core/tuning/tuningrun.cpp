// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningrun.h"

#include "core/base/identifier.h"
#include "core/tuning/tuningevaluation.h"

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr int MostFailures = 3; ///< without a success: the function does not work like this
constexpr int MostFailuresOfASize = 2;

std::chrono::nanoseconds startUpOf(const Report &report)
{
    return report.initDuration.value_or(0us) + report.restoreDuration.value_or(0us);
}

} // namespace

std::vector<MebiBytes> TuningPlan::defaultTuningSizes()
{
    return {MebiBytes{128},  MebiBytes{256},        MebiBytes{512}, MebiBytes{1024},
            MebiBytes{1536}, limits::OneVirtualCpu, MebiBytes{3008}};
}

Result<void> checkTuningPlan(const TuningPlan &plan)
{
    const auto wrong
        = [](const QString &what) { return failure(Error::Code::InvalidArgument, what); };
    if (plan.sizes.empty())
        return wrong(QStringLiteral("sizes: none"));
    for (const MebiBytes size : plan.sizes) {
        if (size < limits::SmallestMemory || size > limits::LargestMemory)
            return wrong(QStringLiteral("sizes: %1").arg(size.value));
    }
    if (plan.number < FewestTuningRuns || plan.number > MostTuningRuns)
        return wrong(QStringLiteral("number: %1").arg(plan.number));
    if (!(plan.discard >= 0 && plan.discard <= MostDiscarded))
        return wrong(QStringLiteral("discard: %1").arg(plan.discard));
    if (!(plan.balancedWeight >= 0 && plan.balancedWeight <= 1))
        return wrong(QStringLiteral("weight: %1").arg(plan.balancedWeight));
    if (std::ssize(plan.events) > plan.number)
        return wrong(QStringLiteral("events: more than runs"));
    for (const WeightedEvent &event : plan.events) {
        if (event.weight <= 0)
            return wrong(QStringLiteral("weight of an event: %1").arg(event.weight));
    }
    return {};
}

std::vector<QByteArray> eventsOf(const TuningPlan &plan)
{
    const auto number = static_cast<std::size_t>(std::max(plan.number, 0));
    if (plan.events.empty())
        return std::vector<QByteArray>(number, plan.request.event);
    std::int64_t sum = 0;
    for (const WeightedEvent &event : plan.events)
        sum += event.weight;
    std::vector<QByteArray> events;
    for (const WeightedEvent &event : plan.events) {
        const auto part = static_cast<std::size_t>(std::int64_t(event.weight) * plan.number / sum);
        events.insert(events.end(), part, event.event);
    }
    events.resize(number, plan.events.back().event);
    return events;
}

TuningRun::TuningRun(Invoker &invoker, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TuningRun::next);
}

TuningRun::~TuningRun()
{
    if (!m_requestId.isEmpty())
        m_invoker.stop(m_requestId);
}

Async<TuningMeasurements> TuningRun::run(const TuningPlan &plan)
{
    const auto promise = std::make_shared<Promise>();
    promise->start();
    Result<void> usable = checkTuningPlan(plan);
    if (isRunning())
        usable
            = failure(Error::Code::InvalidArgument, QStringLiteral("a tuning is running already"));
    if (!usable) {
        promise->addResult(tl::make_unexpected(usable.error()));
        promise->finish();
        return promise->future();
    }
    m_promise = promise;
    m_plan = plan;
    m_plan.request.emulation.measuresCpu = true;
    m_plan.request.emulation.observesState = false;
    m_plan.request.emulation.traces = false; // its own work would be measured, too
    m_plan.request.responseMode = ResponseMode::Buffered;
    m_measurements = {};
    m_measurements.host = hostProcessor();
    m_steps.clear();
    m_done = 0;
    m_repeats = 0;
    m_isVerifying = false;
    m_cancelled = false;
    addBaseline();
    next();
    return promise->future();
}

void TuningRun::cancel()
{
    if (!isRunning())
        return;
    m_cancelled = true;
    if (!m_requestId.isEmpty())
        m_invoker.stop(m_requestId);
    else if (m_pause.isActive())
        end(failure(Error::Code::Cancelled));
}

/// Interleaved: what else this computer does meanwhile meets all sizes alike.
void TuningRun::addSteps(const std::vector<MebiBytes> &sizes, bool limited)
{
    const std::vector<QByteArray> events = eventsOf(m_plan);
    if (!m_plan.onlyColdStarts) {
        for (const MebiBytes size : sizes)
            m_steps.push_back({size, events.front(), limited, true});
    }
    for (const QByteArray &event : events) {
        for (const MebiBytes size : sizes)
            m_steps.push_back({size, event, limited, false});
    }
}

void TuningRun::addBaseline()
{
    MebiBytes largest = m_plan.request.function.memory;
    for (const MebiBytes size : m_plan.sizes)
        largest = std::max(largest, size);
    m_measurements.baselineMemory
        = std::clamp(largest, limits::SmallestMemory, limits::LargestMemory);
    addSteps({m_measurements.baselineMemory}, false);
}

void TuningRun::addVerification()
{
    m_isVerifying = true;
    const std::vector<MebiBytes> sizes = sizesToVerify(m_plan, m_measurements);
    for (const MebiBytes size : sizes)
        m_measurements.sizes.push_back({size, {}, {}, false});
    if (!sizes.empty())
        addSteps(sizes, true);
}

void TuningRun::next()
{
    if (m_cancelled)
        return end(failure(Error::Code::Cancelled));
    if (m_steps.empty() && !m_isVerifying && !m_measurements.isGivenUp)
        addVerification();
    if (m_steps.empty())
        return end(std::exchange(m_measurements, {}));
    const Step step = std::move(m_steps.front());
    m_steps.pop_front();
    tellProgress(step);
    invoke(step);
}

void TuningRun::invoke(const Step &step)
{
    InvocationRequest request = m_plan.request;
    request.requestId = newUuid();
    request.event = step.event;
    request.function.memory = step.memory;
    request.function.version = versionOf(step);
    request.emulation.limitsCpu = step.isLimited;
    request.start = m_plan.onlyColdStarts || step.isDiscarded ? StartChoice::ForceCold
                                                              : StartChoice::ReuseWarm;
    m_requestId = request.requestId;
    whenDone(m_invoker.invoke(std::move(request)), this,
             [this, step](const Result<InvocationRecord> &record) { onInvoked(step, record); });
}

/// "1" without a limit, then by size.
QString TuningRun::versionOf(const Step &step) const
{
    if (!step.isLimited)
        return QStringLiteral("1");
    const auto found
        = std::find_if(m_measurements.sizes.begin(), m_measurements.sizes.end(),
                       [&step](const SizeMeasurement &size) { return size.memory == step.memory; });
    return QString::number(found - m_measurements.sizes.begin() + 2);
}

void TuningRun::onInvoked(const Step &step, const Result<InvocationRecord> &record)
{
    m_requestId.clear();
    if (m_cancelled || (record && record->status == InvocationStatus::Stopped))
        return end(failure(Error::Code::Cancelled));
    if (!record)
        return end(tl::make_unexpected(record.error()));
    ++m_done;
    if (record->status == InvocationStatus::Succeeded)
        take(step, *record);
    else
        noteFailure(step, *record);
    if (m_plan.pause > 0ms && !m_steps.empty())
        m_pause.start(m_plan.pause);
    else
        next();
}

void TuningRun::take(const Step &step, const InvocationRecord &record)
{
    if (!step.isLimited)
        m_measurements.peakMemory
            = std::max(m_measurements.peakMemory, record.report.maxMemoryUsed);
    if (step.isDiscarded)
        return;
    if (!m_plan.onlyColdStarts && record.isCold()) { // the environment was lost meanwhile
        if (m_repeats++ < m_plan.number)
            m_steps.push_front(step);
        return;
    }
    const std::chrono::nanoseconds startUp = m_plan.onlyColdStarts ? startUpOf(record.report) : 0ns;
    if (step.isLimited) {
        measurementOf(step.memory).durations.push_back(record.report.duration + startUp);
        return;
    }
    m_measurements.cpuMeans = record.cpuTimeMeans;
    m_measurements.baseline.push_back(
        {record.report.duration, record.cpuTime.value_or(0ns), startUp});
}

void TuningRun::noteFailure(const Step &step, const InvocationRecord &record)
{
    Misbehaviour &failed
        = step.isLimited ? measurementOf(step.memory).failed : m_measurements.baselineFailed;
    if (failed.failures++ == 0) {
        failed.status = record.status;
        failed.errorType = record.errorType;
    }
    if (!step.isLimited) {
        if (failed.failures >= MostFailures && m_measurements.baseline.empty()) {
            m_measurements.isGivenUp = true;
            m_steps.clear();
        }
        return;
    }
    if (failed.failures < MostFailuresOfASize)
        return;
    measurementOf(step.memory).isGivenUp = true;
    m_steps.erase(
        std::remove_if(m_steps.begin(), m_steps.end(),
                       [&step](const Step &other) { return other.memory == step.memory; }),
        m_steps.end());
}

SizeMeasurement &TuningRun::measurementOf(MebiBytes memory)
{
    return *std::find_if(m_measurements.sizes.begin(), m_measurements.sizes.end(),
                         [memory](const SizeMeasurement &size) { return size.memory == memory; });
}

void TuningRun::tellProgress(const Step &step)
{
    const int own = static_cast<int>(m_steps.size()) + 1;
    const bool verifies = m_plan.quota != QuotaMeans::None;
    const int runs = m_plan.number + (m_plan.onlyColdStarts ? 0 : 1);
    const int sizes = std::min(
        {m_plan.verifiedSizes, MostVerifiedSizes, static_cast<int>(m_plan.sizes.size())});
    const int later = m_isVerifying || !verifies ? 0 : sizes * runs;
    Q_EMIT progressed(
        {step.isLimited ? TuningProgress::Stage::Verification : TuningProgress::Stage::Baseline,
         step.memory, m_done, m_done + own + later});
}

void TuningRun::end(const Result<TuningMeasurements> &result)
{
    m_pause.stop();
    m_steps.clear();
    const std::shared_ptr<Promise> promise = std::exchange(m_promise, nullptr);
    promise->addResult(result);
    promise->finish();
}

} // namespace coldframe

#include "moc_tuningrun.cpp"
