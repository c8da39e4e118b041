// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/tuningtext.h"

#include "core/billing/costestimate.h"
#include "wording/errortext.h"
#include "wording/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace coldframe {

namespace {

struct TuningText
{
    Q_DECLARE_TR_FUNCTIONS(TuningText)
};

QString percent(double part, int decimals)
{
    return TuningText::tr("%1 %").arg(QLocale().toString(part * 100, 'f', decimals));
}

QString factorText(double factor)
{
    return QLocale().toString(factor, 'f', 2);
}

/// "ran into its timeout" or "failed with ValueError"
QString failedText(const Misbehaviour &failed)
{
    return failed.status == InvocationStatus::TimedOut
        ? TuningText::tr("ran into its timeout")
        : TuningText::tr("failed with %1").arg(failed.errorType);
}

QString runsCaption(const TuningPlan &plan, const TuningMeasurements &measurements,
                    const TuningResult &result)
{
    QString text = plan.onlyColdStarts
        ? TuningText::tr("Predicted from %n cold start(s) without a limit of CPU time.", nullptr,
                         result.runs)
        : TuningText::tr("Predicted from %n warm run(s) without a limit of CPU time.", nullptr,
                         result.runs);
    text += u' ';
    text += measurements.cpuMeans == CpuTimeMeans::ControlGroup
        ? TuningText::tr("CPU time is the kernel's account of the environment.")
        : TuningText::tr("CPU time is the sum of the processes' own clocks.");
    const double discard = plan.effectiveDiscard();
    if (discard > 0)
        text += u' '
            + TuningText::tr("The shortest and the longest %1 are left out.")
                  .arg(percent(discard, 0));
    return text;
}

QString measuredCaption(const TuningPlan &plan, const TuningResult &result)
{
    const auto measured = std::count_if(result.sizes.begin(), result.sizes.end(),
                                        [](const auto &size) { return size.measured.has_value(); });
    if (measured == 0) {
        return plan.quota == QuotaMeans::None
            ? TuningText::tr("Nothing was measured under a quota, because this computer offers "
                             "none: there are predictions only.")
            : TuningText::tr("Nothing was measured under a quota: there are predictions only.");
    }
    QString text = plan.quota == QuotaMeans::Kernel
        ? TuningText::tr("Measured: %n run(s) a size under the kernel's quota of 20 ms periods, "
                         "sizes in turn; mean and 95 % interval.",
                         nullptr, plan.number)
        : TuningText::tr("Measured: %n run(s) a size, sizes in turn, held near to the quota of "
                         "20 ms periods by stopping the processes, because no control group can "
                         "be had here; mean and 95 % interval.",
                         nullptr, plan.number);
    if (plan.number < EnoughTuningRuns)
        text += u' ' + TuningText::tr("Fewer than %1 runs say little.").arg(EnoughTuningRuns);
    if (result.meanError)
        text += u' '
            + TuningText::tr("Predictions were off by %1 on average.")
                  .arg(percent(*result.meanError, 1));
    return text;
}

QString hostCaption(const TuningMeasurements &measurements)
{
    const QString name = measurements.host.name.isEmpty() ? TuningText::tr("Unknown processor")
                                                          : measurements.host.name;
    return TuningText::tr("%1, %n processor(s).", nullptr, measurements.host.count).arg(name);
}

QString pricesCaption(const TuningPlan &plan)
{
    if (!plan.prices)
        return TuningText::tr("There are no prices for this region, so costs are not told.");
    return TuningText::tr("List prices of %1, %2, requests included, without the free tier. AWS "
                          "Lambda Power Tuning tells up to 2 % more, because its price of a "
                          "millisecond is rounded, and leaves requests out.")
        .arg(plan.prices->region,
             plan.prices->architecture == Architecture::Arm64 ? QStringLiteral("arm64")
                                                              : QStringLiteral("x86_64"));
}

/// One row of the table, columns apart.
using Row = std::array<QString, 7>;

Row tableRow(const TuningPlan &plan, const TuningResult &result, std::size_t index)
{
    const TunedSize &size = result.sizes[index];
    Row row;
    row[0] = formatMebiBytes(size.memory);
    row[1] = formatDuration(size.predicted);
    row[2] = size.measured ? measuredText(*size.measured) : QStringLiteral("–");
    row[3] = size.measured ? errorPercentText(size.measured->error) : QStringLiteral("–");
    row[4] = formatDuration(size.onLambda);
    row[5] = plan.prices ? formatMoney(size.cost * OneMillion) : QStringLiteral("–");
    row[6] = size.obstacle == SizeObstacle::None ? bestInText(result, index)
                                                 : sizeObstacleText(plan, result, size);
    return row;
}

QString tableText(const TuningPlan &plan, const TuningResult &result)
{
    std::vector<Row> rows{{TuningText::tr("Size"), TuningText::tr("Predicted"),
                           TuningText::tr("Measured"), TuningText::tr("Off by"),
                           TuningText::tr("On Lambda"), TuningText::tr("Per million"), QString()}};
    for (std::size_t i = 0; i < result.sizes.size(); ++i)
        rows.push_back(tableRow(plan, result, i));
    std::array<qsizetype, 6> widths{};
    for (const Row &row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const Row &row : rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i)
            line += row[i].rightJustified(widths[i]) + QStringLiteral("  ");
        text += line + row[6];
        while (text.endsWith(u' '))
            text.chop(1);
        text += u'\n';
    }
    return text;
}

} // namespace

QuotaMeans quotaMeansOf(LimitMeans cpuShare)
{
    switch (cpuShare) {
    case LimitMeans::Kernel:
        return QuotaMeans::Kernel;
    case LimitMeans::Watched:
        return QuotaMeans::StopSignals;
    case LimitMeans::None:
        break;
    }
    return QuotaMeans::None;
}

QString strategyTitle(TuningStrategy strategy)
{
    switch (strategy) {
    case TuningStrategy::Cost:
        return TuningText::tr("Cost");
    case TuningStrategy::Speed:
        return TuningText::tr("Speed");
    case TuningStrategy::Balanced:
        return TuningText::tr("Balanced");
    }
    return {};
}

QString tuningMethod()
{
    return TuningText::tr(
        "Measured: CPU time, waiting time and memory of runs without a limit, and some sizes under "
        "the CPU quota that Lambda gives them. Modelled: the duration at every other size, speed "
        "of Lambda's processors and cost. Waiting time is that of this computer: calls of services "
        "take another time on AWS, and only a run there shows what is best there.");
}

QString tuningSummary(const TuningResult &result)
{
    QString text = TuningText::tr("A run needs %1 of CPU time, waits %2 and has %3 at its peak.")
                       .arg(formatDuration(result.cpu), formatDuration(result.waiting),
                            formatMebiBytes(result.peakMemory));
    if (result.startUp > std::chrono::nanoseconds::zero())
        text += u' '
            + TuningText::tr("Its init phase takes %1, which no memory size changes here.")
                  .arg(formatDuration(result.startUp));
    if (result.parallelism > 1)
        text += u' '
            + TuningText::tr("It keeps %1 processors busy.")
                  .arg(QLocale().toString(result.parallelism, 'f', 1));
    return text;
}

QString tuningVerdict(const TuningPlan &plan, const TuningResult &result)
{
    const auto best = result.bestFor(plan.strategy);
    if (!best)
        return TuningText::tr("No size can be recommended.");
    const QString size = formatMebiBytes(result.sizes[*best].memory);
    QString text;
    switch (plan.strategy) {
    case TuningStrategy::Cost:
        text = TuningText::tr("Cheapest: %1.").arg(size);
        break;
    case TuningStrategy::Speed:
        text = TuningText::tr("Fastest: %1.").arg(size);
        break;
    case TuningStrategy::Balanced:
        text = TuningText::tr("Balanced between cost and speed: %1.").arg(size);
        break;
    }
    if (plan.strategy == TuningStrategy::Cost && result.nearlyAsCheap)
        text += u' '
            + TuningText::tr("%1 costs at most 2 % more and is the faster one.")
                  .arg(formatMebiBytes(result.sizes[*result.nearlyAsCheap].memory));
    return text;
}

QString tuningFailure(const TuningMeasurements &measurements)
{
    return TuningText::tr("The function %1 %n time(s) without a limit, so there is nothing to "
                          "tune.",
                          nullptr, measurements.baselineFailed.failures)
        .arg(failedText(measurements.baselineFailed));
}

QString bestInText(const TuningResult &result, std::size_t index)
{
    QStringList texts;
    if (result.bestFor(TuningStrategy::Cost) == index)
        texts.append(TuningText::tr("cheapest"));
    if (result.bestFor(TuningStrategy::Speed) == index)
        texts.append(TuningText::tr("fastest"));
    if (result.bestFor(TuningStrategy::Balanced) == index)
        texts.append(TuningText::tr("balanced"));
    return texts.join(QStringLiteral(", "));
}

QString sizeObstacleText(const TuningPlan &plan, const TuningResult &result, const TunedSize &size)
{
    switch (size.obstacle) {
    case SizeObstacle::None:
        return {};
    case SizeObstacle::TooLittleMemory:
        return TuningText::tr("too little memory: %1 at least")
            .arg(formatMebiBytes(result.memoryFloor));
    case SizeObstacle::TimesOut:
        return TuningText::tr("above the timeout of %1")
            .arg(formatDuration(plan.request.function.timeout));
    case SizeObstacle::Failed:
        return TuningText::tr("failed when it was measured");
    }
    return {};
}

QString notMeasuredText(const TunedSize &size)
{
    switch (size.notMeasured) {
    case NotMeasured::Measured:
        return {};
    case NotMeasured::NotWanted:
        return TuningText::tr("Only predictions were asked for");
    case NotMeasured::NoQuota:
        return TuningText::tr("This computer can't hold a process to a CPU share");
    case NotMeasured::NotAmongThose:
        return TuningText::tr("Not among the sizes that were measured");
    case NotMeasured::Obstacle:
        return TuningText::tr("Not measured, because it can't be chosen");
    case NotMeasured::TooManyProcessors:
        return TuningText::tr("It has more vCPUs than this computer has processors");
    }
    return {};
}

QString measuredText(const MeasuredSize &size)
{
    if (!size.interval)
        return formatDuration(size.mean);
    return TuningText::tr("%1 ± %2").arg(
        formatDuration(size.mean), formatDuration((size.interval->high - size.interval->low) / 2));
}

QString errorPercentText(double error)
{
    const QString sign = error < 0 ? QLocale().negativeSign() : QLocale().positiveSign();
    return sign + percent(std::abs(error), 1);
}

QString calibrationText(const Calibration &calibration)
{
    const QString factor = factorText(calibration.factor);
    switch (calibration.source) {
    case Calibration::Source::None:
        return TuningText::tr("Not calibrated: Lambda's processors are taken to be as fast as "
                              "this one.");
    case Calibration::Source::Given:
        return TuningText::tr("Assumed by you: Lambda needs %1 times the CPU time.").arg(factor);
    case Calibration::Source::Kernel:
        return TuningText::tr("Assumed: Lambda needs %1 times the CPU time. A piece of work took "
                              "%2 here and takes %3 at %4 GHz, which Lambda's processors are "
                              "assumed to have.")
            .arg(factor, formatDuration(calibration.kernelTime),
                 formatDuration(AssumedLambdaKernelTime),
                 QLocale().toString(AssumedLambdaGigahertz, 'f', 1));
    case Calibration::Source::Reports:
        return TuningText::tr("Calibrated by %n REPORT line(s): Lambda needs %1 times the CPU "
                              "time.",
                              nullptr, calibration.reports)
            .arg(factor);
    }
    return {};
}

QString reportLinesErrorText(const Error &error)
{
    if (error.code == Error::Code::NotFound)
        return TuningText::tr("There is no REPORT line of a successful run in it.");
    if (error.code == Error::Code::InvalidArgument)
        return TuningText::tr("No speed of Lambda's processors explains these durations. Are they "
                              "of this function, with an event like this one? A function that "
                              "hardly uses CPU time needs no calibration.");
    return errorText(error);
}

QStringList tuningCaption(const TuningPlan &plan, const TuningMeasurements &measurements,
                          const TuningResult &result)
{
    QStringList lines{runsCaption(plan, measurements, result), measuredCaption(plan, result),
                      hostCaption(measurements), calibrationText(result.calibration)};
    if (measurements.baselineFailed.failures > 0)
        lines.append(TuningText::tr("%n run(s) without a limit did not count: the function %1.",
                                    nullptr, measurements.baselineFailed.failures)
                         .arg(failedText(measurements.baselineFailed)));
    for (const SizeMeasurement &size : measurements.sizes) {
        if (size.failed.failures > 0)
            lines.append(TuningText::tr("%n run(s) with %1 did not count: the function %2.",
                                        nullptr, size.failed.failures)
                             .arg(formatMebiBytes(size.memory), failedText(size.failed)));
    }
    if (std::any_of(result.sizes.begin(), result.sizes.end(),
                    [](const auto &size) { return size.isExtrapolated; }))
        lines.append(TuningText::tr("Above %1 is more than one vCPU: extrapolated from how many "
                                    "processors the function kept busy.")
                         .arg(formatMebiBytes(limits::OneVirtualCpu)));
    if (plan.request.function.architecture == Architecture::Arm64)
        lines.append(TuningText::tr("The function is for arm64: priced so, but nothing here tells "
                                    "how fast Graviton processors are."));
    if (plan.onlyColdStarts)
        lines.append(TuningText::tr("Init phases ran without a limit, as AWS is reported to do, "
                                    "and without the download of the code."));
    lines.append(pricesCaption(plan));
    return lines;
}

QString tuningReportText(const TuningPlan &plan, const TuningMeasurements &measurements,
                         const TuningResult &result)
{
    if (result.sizes.empty())
        return tuningFailure(measurements) + u'\n';
    return tuningSummary(result) + QStringLiteral("\n\n") + tableText(plan, result) + u'\n'
        + tuningVerdict(plan, result) + QStringLiteral("\n\n")
        + tuningCaption(plan, measurements, result).join(u'\n') + u'\n';
}

} // namespace coldframe
