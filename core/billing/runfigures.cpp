// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/runfigures.h"

#include "core/base/jsontext.h"
#include "core/billing/bookreader.h"
#include "core/billing/costestimate.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace coldframe {

namespace {

using std::chrono::nanoseconds;

nanoseconds averageOf(nanoseconds sum, std::int64_t count)
{
    return count == 0 ? nanoseconds() : nanoseconds((sum.count() + count / 2) / count);
}

/// The init phase, or with SnapStart the restore.
nanoseconds startUpOf(const Report &report)
{
    return report.initDuration.value_or(
        report.restoreDuration.value_or(std::chrono::microseconds()));
}

/// The sample at rank ceil(percent / 100 x N), counted from 1.
nanoseconds rankOf(const std::vector<nanoseconds> &sorted, std::size_t percent)
{
    const std::size_t rank = (sorted.size() * percent + 99) / 100;
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

/// The members of one record; remembers the first that is missing or of another kind.
class RecordReader
{
public:
    std::optional<QString> missing;

    const OrderedJson &member(const OrderedJson &object, const char *key)
    {
        const auto found = object.is_object() ? object.find(key) : object.end();
        if (object.is_object() && found != object.end())
            return *found;
        return note(key), m_none;
    }

    QString text(const OrderedJson &object, const char *key)
    {
        const OrderedJson &value = member(object, key);
        if (value.is_string())
            return QString::fromStdString(value.get_ref<const std::string &>());
        note(key);
        return {};
    }

    double number(const OrderedJson &object, const char *key)
    {
        const OrderedJson &value = member(object, key);
        if (value.is_number() && value.get<double>() >= 0 && value.get<double>() < 1e12)
            return value.get<double>();
        note(key);
        return 0;
    }

    nanoseconds time(const OrderedJson &object, const char *key)
    {
        return std::chrono::round<nanoseconds>(
            std::chrono::duration<double, std::milli>(number(object, key)));
    }

    MebiBytes size(const OrderedJson &object, const char *key)
    {
        return MebiBytes{static_cast<std::int64_t>(number(object, key))};
    }

    bool flag(const OrderedJson &object, const char *key)
    {
        const OrderedJson &value = member(object, key);
        if (value.is_boolean())
            return value.get<bool>();
        note(key);
        return false;
    }

    void note(const char *key)
    {
        if (!missing)
            missing = QLatin1String(key);
    }

private:
    const OrderedJson m_none;
};

RunSample sampleFromJson(const OrderedJson &json, RecordReader &reader)
{
    const OrderedJson &function = reader.member(json, "function");
    const OrderedJson &reported = reader.member(json, "report");
    FunctionConfig config;
    config.memory = reader.size(function, "memorySizeMB");
    if (function.is_object() && function.contains("ephemeralStorageMB"))
        config.ephemeralStorage = reader.size(function, "ephemeralStorageMB");
    Report report;
    report.duration
        = std::chrono::round<std::chrono::microseconds>(reader.time(reported, "durationMs"));
    report.billedDuration
        = std::chrono::round<std::chrono::milliseconds>(reader.time(reported, "billedDurationMs"));
    if (reported.is_object() && reported.contains("initDurationMs"))
        report.initDuration = std::chrono::round<std::chrono::microseconds>(
            reader.time(reported, "initDurationMs"));
    if (reported.is_object() && reported.contains("restoreDurationMs")) {
        report.restoreDuration = std::chrono::round<std::chrono::microseconds>(
            reader.time(reported, "restoreDurationMs"));
        report.billedRestoreDuration = std::chrono::round<std::chrono::milliseconds>(
            reader.time(reported, "billedRestoreDurationMs"));
    }
    const InvocationUsage usage = usageOf(config, report);

    RunSample sample;
    sample.function = reader.text(function, "name");
    sample.memory = config.memory;
    sample.ephemeralStorage = config.ephemeralStorage;
    sample.region = reader.text(function, "region");
    const auto architecture
        = architectureNamed(reader.text(function, "architecture").toStdString());
    if (!architecture)
        reader.note("architecture");
    sample.architecture = architecture.value_or(Architecture::X86_64);
    sample.cold = reader.flag(json, "coldStart");
    sample.duration = report.duration;
    sample.init = startUpOf(report);
    sample.billedHandler = usage.handler;
    sample.billedInit = usage.init;
    sample.memoryUsed = reader.size(reported, "maxMemoryUsedMB");
    if (json.is_object() && json.contains("cpuTimeMs"))
        sample.cpu = reader.time(json, "cpuTimeMs");
    return sample;
}

/// Where the JSON object that begins the text ends: strings and escapes are passed over.
qsizetype endOfObject(QByteArrayView text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char character = text[at];
        if (inString) {
            if (character == '\\')
                ++at;
            else if (character == '"')
                inString = false;
            continue;
        }
        if (character == '"')
            inString = true;
        else if (character == '{' || character == '[')
            ++depth;
        else if ((character == '}' || character == ']') && --depth == 0)
            return at + 1;
    }
    return text.size();
}

} // namespace

std::optional<RunSample> sampleOf(const InvocationRecord &record)
{
    if (record.status == InvocationStatus::Stopped)
        return std::nullopt;
    const InvocationUsage usage = usageOf(record.function, record.report);
    RunSample sample;
    sample.function = record.function.name;
    sample.memory = record.function.memory;
    sample.ephemeralStorage = record.function.ephemeralStorage;
    sample.architecture = record.function.architecture;
    sample.region = record.function.region;
    sample.cold = record.isCold();
    sample.duration = record.report.duration;
    sample.init = startUpOf(record.report);
    sample.billedHandler = usage.handler;
    sample.billedInit = usage.init;
    sample.memoryUsed = record.report.maxMemoryUsed;
    sample.cpu = record.cpuTime;
    return sample;
}

Result<std::vector<RunSample>> samplesFromJson(QByteArrayView text)
{
    std::vector<RunSample> samples;
    QByteArrayView rest = text.trimmed();
    while (!rest.isEmpty()) {
        const qsizetype end = endOfObject(rest);
        const Result<OrderedJson> json = parseJson(rest.first(end));
        if (!json)
            return tl::make_unexpected(json.error());
        RecordReader reader;
        const RunSample sample = sampleFromJson(*json, reader);
        if (reader.missing)
            return failure(Error::Code::MalformedLine, *reader.missing);
        const OrderedJson &status = reader.member(*json, "status");
        if (status != "stopped")
            samples.push_back(sample);
        rest = rest.sliced(end).trimmed();
    }
    return samples;
}

std::optional<RunFigures> figuresOf(const std::vector<RunSample> &samples)
{
    if (samples.empty())
        return std::nullopt;
    RunFigures figures;
    std::vector<nanoseconds> durations;
    nanoseconds billed{};
    nanoseconds billedInit{};
    nanoseconds init{};
    nanoseconds cpu{};
    std::int64_t measured = 0;
    for (const RunSample &sample : samples) {
        ++figures.runs;
        durations.push_back(sample.duration);
        billed += sample.billedHandler;
        figures.memoryUsed = std::max(figures.memoryUsed, sample.memoryUsed);
        if (sample.cold) {
            ++figures.coldRuns;
            billedInit += sample.billedInit;
            init += sample.init;
        }
        if (sample.cpu) {
            cpu += *sample.cpu;
            ++measured;
        }
    }
    std::sort(durations.begin(), durations.end());
    figures.coldParts = (figures.coldRuns * AllParts + figures.runs / 2) / figures.runs;
    figures.averageBilled = averageOf(billed, figures.runs);
    figures.averageBilledInit = averageOf(billedInit, figures.coldRuns);
    figures.averageInit = averageOf(init, figures.coldRuns);
    figures.p50 = rankOf(durations, 50);
    figures.p90 = rankOf(durations, 90);
    figures.p99 = rankOf(durations, 99);
    if (measured > 0)
        figures.averageCpu = averageOf(cpu, measured);
    return figures;
}

} // namespace coldframe
