// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/calibration.h"

#include "core/tuning/tuningevaluation.h"

#include <QFile>
#include <QThread>

#include <algorithm>
#include <map>

namespace coldframe {

namespace {

constexpr QByteArrayView reportBegin("REPORT RequestId:");

/// Durations of what succeeded, by memory size.
std::map<MebiBytes, Samples> durationsIn(QByteArrayView text)
{
    std::map<MebiBytes, Samples> durations;
    for (const QByteArray &line : text.toByteArray().split('\n')) {
        // A log that was copied has a time or the like before it.
        const qsizetype begin = line.indexOf(reportBegin);
        if (begin < 0)
            continue;
        const Result<Report> report = parseReport(QByteArrayView(line).sliced(begin));
        if (report && report->status.isEmpty())
            durations[report->memorySize].push_back(report->duration);
    }
    return durations;
}

std::vector<BaselineSample> withoutStartUp(std::vector<BaselineSample> samples)
{
    for (BaselineSample &sample : samples)
        sample.startUp = {};
    return samples;
}

} // namespace

HostProcessor hostProcessor()
{
    HostProcessor host;
    host.count = std::max(QThread::idealThreadCount(), 1);
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (!file.open(QIODevice::ReadOnly))
        return host;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("model name")) {
            host.name = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).simplified();
            break;
        }
    }
    return host;
}

Calibration calibrationFromKernel(std::chrono::nanoseconds kernelTime)
{
    Calibration calibration;
    calibration.source = Calibration::Source::Kernel;
    calibration.kernelTime = kernelTime;
    if (kernelTime.count() > 0)
        calibration.factor = std::clamp(static_cast<double>(AssumedLambdaKernelTime.count())
                                            / static_cast<double>(kernelTime.count()),
                                        SmallestFactor, LargestFactor);
    return calibration;
}

Result<Calibration> calibrationFromReports(QByteArrayView text, const TuningPlan &plan,
                                           const TuningMeasurements &measurements)
{
    const std::map<MebiBytes, Samples> durations = durationsIn(text);
    if (durations.empty())
        return failure(Error::Code::NotFound, QStringLiteral("REPORT"));
    const std::vector<BaselineSample> samples = withoutStartUp(measurements.baseline);
    if (samples.empty())
        return failure(Error::Code::InvalidArgument, QStringLiteral("nothing was measured"));

    Calibration calibration;
    calibration.source = Calibration::Source::Reports;
    for (const auto &[memory, times] : durations)
        calibration.reports += static_cast<int>(times.size());
    /// How much longer all predictions are than what was reported; it grows with the factor.
    const auto excess = [&](double factor) {
        double sum = 0;
        for (const auto &[memory, times] : durations) {
            const auto reported = *trimmedMean(times, plan.effectiveDiscard());
            const auto predicted = *predictedTime(samples, memory, factor, plan.effectiveDiscard());
            sum += static_cast<double>((predicted - reported).count())
                * static_cast<double>(times.size());
        }
        return sum;
    };
    double low = SmallestFactor;
    double high = LargestFactor;
    if (excess(low) > 0 || excess(high) < 0)
        return failure(Error::Code::InvalidArgument,
                       QStringLiteral("no factor from %1 to %2 explains these durations")
                           .arg(SmallestFactor)
                           .arg(LargestFactor));
    constexpr int rounds = 60;
    for (int i = 0; i < rounds; ++i) {
        const double middle = (low + high) / 2;
        (excess(middle) < 0 ? low : high) = middle;
    }
    calibration.factor = high;
    return calibration;
}

} // namespace coldframe
