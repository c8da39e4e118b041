// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/forecastinputs.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

std::chrono::nanoseconds durationOf(DurationSource source, const RunFigures &runs)
{
    switch (source) {
    case DurationSource::Typed:
        break;
    case DurationSource::Average:
        return runs.averageBilled;
    case DurationSource::P50:
        return runs.p50;
    case DurationSource::P90:
        return runs.p90;
    case DurationSource::P99:
        return runs.p99;
    }
    return {};
}

std::int64_t numberOf(const OrderedJson &json, const char *key, std::int64_t standard,
                      std::int64_t least, std::int64_t most)
{
    const auto member = json.find(key);
    if (member == json.end() || !member->is_number_integer())
        return standard;
    const auto value = member->get<std::int64_t>();
    return value < least || value > most ? standard : value;
}

bool flagOf(const OrderedJson &json, const char *key, bool standard)
{
    const auto member = json.find(key);
    return member == json.end() || !member->is_boolean() ? standard : member->get<bool>();
}

} // namespace

bool usesMeasuredDuration(const ForecastInputs &inputs, const std::optional<RunFigures> &runs)
{
    return runs && inputs.durationSource != DurationSource::Typed;
}

bool usesMeasuredColdShare(const ForecastInputs &inputs, const std::optional<RunFigures> &runs)
{
    return runs && inputs.measuredColdShare;
}

bool usesMeasuredInit(const ForecastInputs &inputs, const std::optional<RunFigures> &runs)
{
    return runs && runs->coldRuns > 0 && inputs.measuredInit;
}

ForecastPlan planOf(const ForecastInputs &inputs, const ForecastFunction &function,
                    const std::optional<RunFigures> &runs, const FreeTier &wholeFreeTier)
{
    ForecastPlan plan;
    plan.region = function.region;
    plan.architecture = function.architecture;
    plan.armThousandths = inputs.armThousandths;
    plan.peakMilliRequests = inputs.peakMilliRequests;
    if (inputs.freeTier)
        plan.freeTier = {std::min(inputs.freeRequests, wholeFreeTier.requests),
                         std::min(inputs.freeGigabyteSeconds, wholeFreeTier.gigabyteSeconds),
                         wholeFreeTier.streamedGigabytes};
    Traffic &traffic = plan.traffic;
    traffic.requests = requestsPerMonth(inputs.rateThousandths, inputs.period);
    traffic.memory = function.memory;
    traffic.ephemeralStorage = function.ephemeralStorage;
    traffic.duration = inputs.duration;
    if (usesMeasuredDuration(inputs, runs)) {
        traffic.duration = durationOf(inputs.durationSource, *runs);
        if (inputs.durationSource == DurationSource::Average)
            traffic.meaning = DurationMeaning::AverageBilled;
    }
    traffic.coldParts = usesMeasuredColdShare(inputs, runs) ? runs->coldParts : inputs.coldParts;
    traffic.init = inputs.init;
    if (usesMeasuredInit(inputs, runs))
        traffic.init = traffic.meaning == DurationMeaning::AverageBilled ? runs->averageBilledInit
                                                                         : runs->averageInit;
    traffic.provisioned = inputs.provisioned;
    traffic.snapStart = inputs.snapStart;
    traffic.responseBytes = inputs.responseBytes;
    traffic.payloadBytes = inputs.payloadBytes;
    traffic.tenantIsolation = inputs.tenantIsolation;
    if (inputs.cpu > std::chrono::microseconds::zero())
        plan.cpu = inputs.cpu;
    else if (runs && runs->averageCpu)
        plan.cpu = std::chrono::ceil<std::chrono::microseconds>(*runs->averageCpu);
    if (runs && runs->memoryUsed.value > 0)
        plan.memoryUsed = runs->memoryUsed;
    return plan;
}

QString textOf(const ForecastInputs &inputs)
{
    const OrderedJson json{
        {"rateThousandths", inputs.rateThousandths},
        {"period", static_cast<int>(inputs.period)},
        {"durationSource", static_cast<int>(inputs.durationSource)},
        {"durationUs", inputs.duration.count()},
        {"measuredColdShare", inputs.measuredColdShare},
        {"coldParts", inputs.coldParts},
        {"measuredInit", inputs.measuredInit},
        {"initUs", inputs.init.count()},
        {"armThousandths", inputs.armThousandths},
        {"freeTier", inputs.freeTier},
        {"freeRequests", inputs.freeRequests},
        {"freeGigabyteSeconds", inputs.freeGigabyteSeconds},
        {"provisioned", inputs.provisioned.environments},
        {"provisionedSeconds", inputs.provisioned.enabled.count()},
        {"provisionedParts", inputs.provisioned.servedParts},
        {"snapStart", inputs.snapStart.versions},
        {"snapStartSeconds", inputs.snapStart.active.count()},
        {"responseBytes", inputs.responseBytes},
        {"payloadBytes", inputs.payloadBytes},
        {"tenantIsolation", inputs.tenantIsolation},
        {"peakMilliRequests", inputs.peakMilliRequests},
        {"cpuUs", inputs.cpu.count()},
    };
    return QString::fromUtf8(writeJson(json, JsonLayout::Compact));
}

ForecastInputs forecastInputsFrom(const QString &text)
{
    constexpr std::int64_t Much = 1'000'000'000'000'000;
    constexpr std::int64_t LongestUs = 900'000'000;
    const ForecastInputs standard;
    const Result<OrderedJson> json = parseJson(text.toUtf8());
    if (!json || !json->is_object())
        return standard;
    const auto number = [&](const char *key, std::int64_t otherwise, std::int64_t most) {
        return numberOf(*json, key, otherwise, 0, most);
    };
    const std::int64_t month = std::chrono::seconds(OneMonth).count();
    ForecastInputs inputs;
    inputs.rateThousandths = number("rateThousandths", standard.rateThousandths, Much);
    inputs.period = static_cast<RatePeriod>(
        number("period", static_cast<int>(standard.period), static_cast<int>(RatePeriod::Second)));
    inputs.durationSource = static_cast<DurationSource>(
        number("durationSource", static_cast<int>(standard.durationSource),
               static_cast<int>(DurationSource::P99)));
    inputs.duration
        = std::chrono::microseconds(number("durationUs", standard.duration.count(), LongestUs));
    inputs.measuredColdShare = flagOf(*json, "measuredColdShare", standard.measuredColdShare);
    inputs.coldParts = number("coldParts", standard.coldParts, AllParts);
    inputs.measuredInit = flagOf(*json, "measuredInit", standard.measuredInit);
    inputs.init = std::chrono::microseconds(number("initUs", standard.init.count(), LongestUs));
    inputs.armThousandths = numberOf(*json, "armThousandths", standard.armThousandths, 100, 10'000);
    inputs.freeTier = flagOf(*json, "freeTier", standard.freeTier);
    inputs.freeRequests = number("freeRequests", standard.freeRequests, Much);
    inputs.freeGigabyteSeconds = number("freeGigabyteSeconds", standard.freeGigabyteSeconds, Much);
    inputs.provisioned.environments = number("provisioned", 0, 1'000'000);
    inputs.provisioned.enabled = std::chrono::seconds(number("provisionedSeconds", month, month));
    inputs.provisioned.servedParts = number("provisionedParts", AllParts, AllParts);
    inputs.snapStart.versions = number("snapStart", 0, 1'000'000);
    inputs.snapStart.active = std::chrono::seconds(number("snapStartSeconds", month, month));
    inputs.responseBytes = number("responseBytes", 0, limits::StreamedResponseBytes);
    inputs.payloadBytes = number("payloadBytes", 0, limits::AsynchronousEventBytes);
    inputs.tenantIsolation = flagOf(*json, "tenantIsolation", false);
    inputs.peakMilliRequests = number("peakMilliRequests", 0, Much);
    inputs.cpu = std::chrono::microseconds(number("cpuUs", 0, LongestUs));
    return inputs;
}

} // namespace coldframe
