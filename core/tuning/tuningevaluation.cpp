// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningevaluation.h"

#include "core/billing/billedduration.h"
#include "core/billing/costestimate.h"
#include "core/tuning/staircase.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace coldframe {

namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t bootstrapSeed = 20;

std::chrono::nanoseconds times(std::chrono::nanoseconds time, double factor)
{
    return std::chrono::round<std::chrono::nanoseconds>(
        std::chrono::duration<double, std::nano>(time) * factor);
}

std::chrono::nanoseconds waitingOf(const BaselineSample &sample, double parallelism)
{
    return std::max(sample.duration - times(sample.cpu, 1 / parallelism), 0ns);
}

Samples each(const std::vector<BaselineSample> &samples,
             std::chrono::nanoseconds BaselineSample::*member)
{
    Samples values;
    values.reserve(samples.size());
    for (const BaselineSample &sample : samples)
        values.push_back(sample.*member);
    return values;
}

/// The peak times 1.2, whole MB, upwards.
MebiBytes floorOf(MebiBytes peak)
{
    return MebiBytes{(peak.value * 6 + 4) / 5};
}

const SizeMeasurement *measurementOf(const TuningMeasurements &measurements, MebiBytes memory)
{
    const auto found
        = std::find_if(measurements.sizes.begin(), measurements.sizes.end(),
                       [memory](const SizeMeasurement &size) { return size.memory == memory; });
    return found == measurements.sizes.end() ? nullptr : &*found;
}

MeasuredSize measuredSize(const SizeMeasurement &measurement, double discard,
                          std::chrono::nanoseconds predicted)
{
    MeasuredSize size;
    const Samples &samples = measurement.durations;
    size.runs = static_cast<int>(samples.size());
    size.mean = *trimmedMean(samples, discard);
    size.interval = bootstrapInterval(samples, discard, bootstrapSeed);
    const auto [shortest, longest] = std::minmax_element(samples.begin(), samples.end());
    size.shortest = *shortest;
    size.longest = *longest;
    size.failures = measurement.failed.failures;
    if (predicted > 0ns)
        size.error = static_cast<double>((size.mean - predicted).count())
            / static_cast<double>(predicted.count());
    return size;
}

CostEstimate costOf(const Prices &prices, const FunctionConfig &function, MebiBytes memory,
                    std::chrono::milliseconds billed)
{
    InvocationUsage usage;
    usage.memory = memory;
    usage.ephemeralStorage = function.ephemeralStorage;
    usage.handler = billed;
    return invocationCost(prices, usage);
}

bool hasProcessorsFor(const TuningMeasurements &measurements, MebiBytes memory)
{
    return memory.value <= limits::OneVirtualCpu.value * std::max(measurements.host.count, 1);
}

NotMeasured whyNotMeasured(const TuningPlan &plan, const TuningMeasurements &measurements,
                           const TunedSize &size)
{
    if (plan.quota == QuotaMeans::None)
        return NotMeasured::NoQuota;
    if (plan.verifiedSizes == 0)
        return NotMeasured::NotWanted;
    if (size.obstacle != SizeObstacle::None)
        return NotMeasured::Obstacle;
    if (!hasProcessorsFor(measurements, size.memory))
        return NotMeasured::TooManyProcessors;
    return NotMeasured::NotAmongThose;
}

TunedSize tunedSize(const TuningPlan &plan, const TuningMeasurements &measurements,
                    MebiBytes memory, double factor, MebiBytes floor)
{
    const double discard = plan.effectiveDiscard();
    const FunctionConfig &function = plan.request.function;
    TunedSize size;
    size.memory = memory;
    size.predicted = *predictedTime(measurements.baseline, memory, 1, discard);
    size.onLambda = *predictedTime(measurements.baseline, memory, factor, discard);
    size.billed = billedDuration(size.onLambda);
    if (plan.prices) {
        const CostEstimate cost = costOf(*plan.prices, function, memory, size.billed);
        size.cost = cost.total();
        size.durationCost = size.cost - cost.totalOf(CostItem::Requests);
    }
    size.isExtrapolated = memory > limits::OneVirtualCpu;
    std::vector<BaselineSample> withoutStartUp = measurements.baseline;
    for (BaselineSample &sample : withoutStartUp) // it is not under the function's timeout
        sample.startUp = 0ns;
    if (memory < floor)
        size.obstacle = SizeObstacle::TooLittleMemory;
    else if (*predictedTime(withoutStartUp, memory, std::max(factor, 1.0), discard)
             > function.timeout)
        size.obstacle = SizeObstacle::TimesOut;
    const SizeMeasurement *const measurement = measurementOf(measurements, memory);
    if (measurement && measurement->isGivenUp)
        size.obstacle = SizeObstacle::Failed;
    if (measurement && !measurement->durations.empty()) {
        size.measured = measuredSize(*measurement, discard, size.predicted);
        size.notMeasured = NotMeasured::Measured;
    } else {
        size.notMeasured = whyNotMeasured(plan, measurements, size);
    }
    return size;
}

/// The fastest of those that cost hardly more than the cheapest.
std::optional<std::size_t> nearlyAsCheap(const TuningResult &result)
{
    const auto cheapest = result.bestFor(TuningStrategy::Cost);
    if (!cheapest)
        return std::nullopt;
    std::size_t found = *cheapest;
    const Money most = result.sizes[*cheapest].durationCost * 102;
    for (std::size_t i = 0; i < result.sizes.size(); ++i) {
        const TunedSize &size = result.sizes[i];
        if (size.obstacle == SizeObstacle::None && size.durationCost * 100 <= most
            && size.onLambda < result.sizes[found].onLambda)
            found = i;
    }
    return found == *cheapest ? std::nullopt : std::optional(found);
}

void choose(TuningResult &result, const TuningPlan &plan)
{
    std::vector<SizeCandidate> candidates;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < result.sizes.size(); ++i) {
        const TunedSize &size = result.sizes[i];
        if (size.obstacle != SizeObstacle::None)
            continue;
        candidates.push_back({size.memory, size.onLambda, size.durationCost});
        indices.push_back(i);
    }
    for (const auto strategy :
         {TuningStrategy::Cost, TuningStrategy::Speed, TuningStrategy::Balanced}) {
        if (!plan.prices && strategy != TuningStrategy::Speed)
            continue;
        if (const auto index = bestSize(candidates, strategy, plan.balancedWeight))
            result.best[static_cast<std::size_t>(strategy)] = indices[*index];
    }
    result.nearlyAsCheap = nearlyAsCheap(result);
}

} // namespace

double parallelismOf(const std::vector<BaselineSample> &samples)
{
    // What the runtime still does after its answer is CPU time but not Duration.
    constexpr double surelyParallel = 1.2;
    double cpu = 0;
    double duration = 0;
    for (const BaselineSample &sample : samples) {
        cpu += static_cast<double>(sample.cpu.count());
        duration += static_cast<double>(sample.duration.count());
    }
    const double parallelism = duration > 0 ? cpu / duration : 1;
    return parallelism < surelyParallel ? 1 : parallelism;
}

std::optional<std::chrono::nanoseconds> predictedTime(const std::vector<BaselineSample> &samples,
                                                      MebiBytes memory, double factor,
                                                      double discard)
{
    const double parallelism = parallelismOf(samples);
    Samples predicted;
    predicted.reserve(samples.size());
    for (const BaselineSample &sample : samples) {
        const std::chrono::nanoseconds cpu
            = std::min(sample.cpu, times(sample.duration, parallelism));
        predicted.push_back(sample.startUp + waitingOf(sample, parallelism)
                            + throttledTime(times(cpu, factor), memory, parallelism));
    }
    return trimmedMean(std::move(predicted), discard);
}

TuningResult evaluateTuning(const TuningPlan &plan, const TuningMeasurements &measurements,
                            const Calibration &calibration)
{
    TuningResult result;
    result.calibration = calibration;
    result.peakMemory = measurements.peakMemory;
    result.memoryFloor = floorOf(measurements.peakMemory);
    result.runs = static_cast<int>(measurements.baseline.size());
    if (measurements.baseline.empty())
        return result;

    const double discard = plan.effectiveDiscard();
    result.parallelism = parallelismOf(measurements.baseline);
    result.cpu = *trimmedMean(each(measurements.baseline, &BaselineSample::cpu), discard);
    result.startUp = *trimmedMean(each(measurements.baseline, &BaselineSample::startUp), discard);
    Samples waiting;
    for (const BaselineSample &sample : measurements.baseline)
        waiting.push_back(waitingOf(sample, result.parallelism));
    result.waiting = *trimmedMean(std::move(waiting), discard);

    std::vector<MebiBytes> sizes = plan.sizes;
    std::sort(sizes.begin(), sizes.end());
    sizes.erase(std::unique(sizes.begin(), sizes.end()), sizes.end());
    double errors = 0;
    int measured = 0;
    for (const MebiBytes memory : sizes) {
        result.sizes.push_back(
            tunedSize(plan, measurements, memory, calibration.factor, result.memoryFloor));
        if (const auto &size = result.sizes.back().measured) {
            errors += std::abs(size->error);
            ++measured;
        }
    }
    if (measured > 0)
        result.meanError = errors / measured;
    choose(result, plan);
    return result;
}

std::vector<MebiBytes> sizesToVerify(const TuningPlan &plan, const TuningMeasurements &measurements)
{
    if (plan.quota == QuotaMeans::None || plan.verifiedSizes <= 0)
        return {};
    const TuningResult result = evaluateTuning(plan, measurements, {});
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < result.sizes.size(); ++i) {
        if (result.sizes[i].notMeasured == NotMeasured::NotAmongThose)
            possible.push_back(i);
    }
    const auto most = static_cast<std::size_t>(std::min(plan.verifiedSizes, MostVerifiedSizes));
    std::vector<std::size_t> chosen;
    const auto add = [&](std::size_t index) {
        if (chosen.size() < most
            && std::find(possible.begin(), possible.end(), index) != possible.end()
            && std::find(chosen.begin(), chosen.end(), index) == chosen.end())
            chosen.push_back(index);
    };
    if (const auto best = result.bestFor(plan.strategy))
        add(*best);
    if (!possible.empty()) {
        add(possible.front());
        add(possible.back());
    }
    for (const auto &best : result.best) {
        if (best)
            add(*best);
    }
    // Then the middle ones first.
    for (std::size_t part = 2; part <= possible.size() && chosen.size() < most; ++part) {
        for (std::size_t i = 1; i < part; ++i)
            add(possible[i * (possible.size() - 1) / part]);
    }
    std::sort(chosen.begin(), chosen.end());
    std::vector<MebiBytes> sizes;
    for (const std::size_t index : chosen)
        sizes.push_back(result.sizes[index].memory);
    return sizes;
}

} // namespace coldframe
