// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningexport.h"

#include "core/lambda/platformnames.h"
#include "core/lambda/recordjson.h"

#include <QtEndian>

#include <nlohmann/json.hpp>

#include <array>
#include <cstring>

namespace coldframe {

namespace {

const QString viewer = QStringLiteral("https://lambda-power-tuning.show/#");

struct StrategyEntry
{
    TuningStrategy strategy;
    const char *name;
};

constexpr std::array strategies{
    StrategyEntry{TuningStrategy::Cost, "cost"},
    StrategyEntry{TuningStrategy::Speed, "speed"},
    StrategyEntry{TuningStrategy::Balanced, "balanced"},
};

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// For JSON that other tools read as numbers: nearest to the exact amount.
double dollars(Money amount)
{
    return amount.exactText().toDouble();
}

template <typename Value>
void appendLittleEndian(QByteArray &bytes, Value value)
{
    std::array<char, sizeof(Value)> raw{};
    qToLittleEndian(value, raw.data());
    bytes.append(raw.data(), sizeof(Value));
}

QByteArray floats(const std::vector<float> &values)
{
    QByteArray bytes;
    for (const float value : values)
        appendLittleEndian(bytes, value);
    return bytes;
}

std::vector<float> floatsOf(const QByteArray &bytes)
{
    std::vector<float> values;
    for (qsizetype at = 0; at + qsizetype(sizeof(float)) <= bytes.size(); at += sizeof(float))
        values.push_back(qFromLittleEndian<float>(bytes.constData() + at));
    return values;
}

const char *obstacleName(SizeObstacle obstacle)
{
    switch (obstacle) {
    case SizeObstacle::None:
        return "none";
    case SizeObstacle::TooLittleMemory:
        return "tooLittleMemory";
    case SizeObstacle::TimesOut:
        return "timesOut";
    case SizeObstacle::Failed:
        return "failed";
    }
    return "";
}

const char *notMeasuredName(NotMeasured reason)
{
    switch (reason) {
    case NotMeasured::Measured:
        return "measured";
    case NotMeasured::NotWanted:
        return "notWanted";
    case NotMeasured::NoQuota:
        return "noQuota";
    case NotMeasured::NotAmongThose:
        return "notAmongThose";
    case NotMeasured::Obstacle:
        return "obstacle";
    case NotMeasured::TooManyProcessors:
        return "tooManyProcessors";
    }
    return "";
}

const char *sourceName(Calibration::Source source)
{
    switch (source) {
    case Calibration::Source::None:
        return "none";
    case Calibration::Source::Given:
        return "given";
    case Calibration::Source::Kernel:
        return "kernel";
    case Calibration::Source::Reports:
        return "reports";
    }
    return "";
}

const char *quotaName(QuotaMeans means)
{
    switch (means) {
    case QuotaMeans::Kernel:
        return "kernel";
    case QuotaMeans::StopSignals:
        return "stopSignals";
    case QuotaMeans::None:
        return "none";
    }
    return "";
}

OrderedJson measuredToJson(const MeasuredSize &measured)
{
    OrderedJson json{{"runs", measured.runs}, {"meanMs", milliseconds(measured.mean)}};
    if (measured.interval) {
        json["lowMs"] = milliseconds(measured.interval->low);
        json["highMs"] = milliseconds(measured.interval->high);
    }
    json["shortestMs"] = milliseconds(measured.shortest);
    json["longestMs"] = milliseconds(measured.longest);
    json["failures"] = measured.failures;
    json["error"] = measured.error;
    return json;
}

OrderedJson statsToJson(const TuningPlan &plan, const TunedSize &size)
{
    OrderedJson json{{"value", size.memory.value},
                     {"averageDuration", milliseconds(size.onLambda)}};
    json["averagePrice"] = plan.prices ? OrderedJson(dollars(size.durationCost)) : OrderedJson();
    json["predictedMs"] = milliseconds(size.predicted);
    json["billedMs"] = size.billed.count();
    json["extrapolated"] = size.isExtrapolated;
    json["obstacle"] = obstacleName(size.obstacle);
    if (size.measured)
        json["measured"] = measuredToJson(*size.measured);
    else
        json["notMeasured"] = notMeasuredName(size.notMeasured);
    return json;
}

OrderedJson misbehaviourToJson(const Misbehaviour &failed)
{
    OrderedJson json{{"failures", failed.failures}};
    if (failed.failures > 0) {
        json["status"] = statusName(failed.status).toStdString();
        json["errorType"] = failed.errorType.toStdString();
    }
    return json;
}

OrderedJson ownToJson(const TuningPlan &plan, const TuningMeasurements &measurements,
                      const TuningResult &result)
{
    OrderedJson json{
        {"baseline",
         {{"runs", result.runs},
          {"cpuMs", milliseconds(result.cpu)},
          {"waitingMs", milliseconds(result.waiting)},
          {"startUpMs", milliseconds(result.startUp)},
          {"parallelism", result.parallelism},
          {"memoryMB", measurements.baselineMemory.value},
          {"failed", misbehaviourToJson(measurements.baselineFailed)}}},
        {"peakMemoryMB", result.peakMemory.value},
        {"memoryFloorMB", result.memoryFloor.value},
        {"onlyColdStarts", plan.onlyColdStarts},
        {"discard", plan.effectiveDiscard()},
        {"quota", quotaName(plan.quota)},
        {"calibration",
         {{"source", sourceName(result.calibration.source)},
          {"factor", result.calibration.factor}}},
        {"processor", measurements.host.name.toStdString()},
        {"processors", measurements.host.count},
    };
    if (result.calibration.source == Calibration::Source::Kernel) {
        json["calibration"]["kernelMs"] = milliseconds(result.calibration.kernelTime);
        json["calibration"]["assumedLambdaKernelMs"] = milliseconds(AssumedLambdaKernelTime);
    } else if (result.calibration.source == Calibration::Source::Reports) {
        json["calibration"]["reports"] = result.calibration.reports;
    }
    if (result.meanError)
        json["meanError"] = *result.meanError;
    if (plan.prices) {
        json["priceSource"] = plan.prices->source.toStdString();
        json["region"] = plan.prices->region.toStdString();
        json["architecture"] = architectureName(plan.prices->architecture).toStdString();
    }
    return json;
}

} // namespace

QString visualiserHash(const VisualiserCurve &curve)
{
    QByteArray sizes;
    for (const MebiBytes size : curve.sizes)
        appendLittleEndian(sizes, static_cast<qint16>(size.value));
    return QString::fromLatin1(sizes.toBase64() + ';' + floats(curve.milliseconds).toBase64() + ';'
                               + floats(curve.dollars).toBase64());
}

Result<VisualiserCurve> readVisualiserHash(QStringView text)
{
    const auto wrong = [&] { return failure(Error::Code::MalformedLine, text.toString()); };
    const QList<QStringView> parts = text.mid(text.indexOf(u'#') + 1).split(u';');
    if (parts.size() < 3)
        return wrong();
    std::array<QByteArray, 3> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto decoded = QByteArray::fromBase64Encoding(
            parts[static_cast<qsizetype>(i)].toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return wrong();
        bytes[i] = *decoded;
    }
    VisualiserCurve curve;
    for (qsizetype at = 0; at + 2 <= bytes[0].size(); at += 2)
        curve.sizes.push_back(MebiBytes{qFromLittleEndian<qint16>(bytes[0].constData() + at)});
    curve.milliseconds = floatsOf(bytes[1]);
    curve.dollars = floatsOf(bytes[2]);
    if (curve.sizes.size() != curve.milliseconds.size()
        || curve.sizes.size() != curve.dollars.size())
        return wrong();
    return curve;
}

VisualiserCurve visualiserCurve(const TuningResult &result)
{
    VisualiserCurve curve;
    for (const TunedSize &size : result.sizes) {
        curve.sizes.push_back(size.memory);
        curve.milliseconds.push_back(static_cast<float>(milliseconds(size.onLambda)));
        curve.dollars.push_back(static_cast<float>(dollars(size.durationCost)));
    }
    return curve;
}

QString visualiserUrl(const TuningResult &result)
{
    return viewer + visualiserHash(visualiserCurve(result));
}

OrderedJson tuningToJson(const TuningPlan &plan, const TuningMeasurements &measurements,
                         const TuningResult &result)
{
    OrderedJson json{{"power", nullptr}, {"cost", nullptr}, {"duration", nullptr}};
    if (const auto best = result.bestFor(plan.strategy)) {
        const TunedSize &size = result.sizes[*best];
        json["power"] = size.memory.value;
        if (plan.prices)
            json["cost"] = dollars(size.durationCost);
        json["duration"] = milliseconds(size.onLambda);
    }
    json["stateMachine"] = {{"executionCost", 0},
                            {"lambdaCost", 0},
                            {"visualization", visualiserUrl(result).toStdString()}};
    OrderedJson stats = OrderedJson::array();
    for (const TunedSize &size : result.sizes)
        stats.push_back(statsToJson(plan, size));
    json["stats"] = std::move(stats);
    json["coldframe"] = ownToJson(plan, measurements, result);
    return json;
}

QString strategyName(TuningStrategy strategy)
{
    for (const StrategyEntry &entry : strategies) {
        if (entry.strategy == strategy)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

std::optional<TuningStrategy> strategyNamed(QStringView name)
{
    for (const StrategyEntry &entry : strategies) {
        if (name == QLatin1String(entry.name))
            return entry.strategy;
    }
    return std::nullopt;
}

} // namespace coldframe
