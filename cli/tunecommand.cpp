// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/eventsource.h"
#include "cli/tuneoptions.h"
#include "core/base/filewriting.h"
#include "core/billing/activepricebook.h"
#include "core/invoker/host.h"
#include "core/invoker/localinvoker.h"
#include "core/tuning/tuningexport.h"
#include "core/tuning/tuningrun.h"
#include "report/tuningreport.h"
#include "wording/errortext.h"
#include "wording/figures.h"
#include "wording/limitsinforce.h"
#include "wording/tuningtext.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <nlohmann/json.hpp>

#include <ostream>

namespace coldframe::cli {

namespace {

/// What holds a size to its CPU share here.
Result<QuotaMeans> quotaMeans(const TuningPlan &plan, const Surroundings &surroundings)
{
    Host host(surroundings.dataDirectory, surroundings.cacheDirectory);
    EmulationOptions emulation = plan.request.emulation;
    emulation.limitsCpu = true;
    const Result<LimitsInForce> limits = limitsInForce(host, plan.request.isolation, emulation);
    if (!limits)
        return tl::make_unexpected(limits.error());
    return quotaMeansOf(limits->cpuShare);
}

std::optional<Prices> pricesFor(const FunctionConfig &function, const Surroundings &surroundings)
{
    const Result<ActivePriceBook> active
        = loadActivePriceBook(surroundings.dataDirectory, surroundings.configDirectory);
    const Result<Prices> prices = active
        ? active->book.prices(function.region, function.architecture)
        : Result<Prices>(tl::make_unexpected(active.error()));
    if (prices)
        return *prices;
    surroundings.err << "coldframe-cli: " << errorText(prices.error()).toStdString() << '\n';
    return std::nullopt;
}

void printProgress(const TuningProgress &progress, const Surroundings &surroundings)
{
    const QString what = progress.stage == TuningProgress::Stage::Baseline
        ? QCoreApplication::translate("Command", "without a limit")
        : formatMebiBytes(progress.memory);
    const QString text = QCoreApplication::translate("Command", "Run %1 of %2: %3")
                             .arg(progress.done + 1)
                             .arg(progress.total)
                             .arg(what);
    // Hundreds of lines help nobody who reads a log file.
    if (surroundings.errIsTerminal)
        surroundings.err << '\r' << text.toStdString() << "\033[K" << std::flush;
    else if (progress.done % 20 == 0)
        surroundings.err << text.toStdString() << std::endl;
}

/// Runs the plan to its end; the program has nothing else to do meanwhile.
Result<TuningMeasurements> measure(Invoker &invoker, const TuneOptions &options,
                                   const Surroundings &surroundings)
{
    QEventLoop loop;
    Result<TuningMeasurements> result = failure(Error::Code::Cancelled);
    TuningRun run(invoker);
    if (options.output == TuneOutput::Text)
        QObject::connect(&run, &TuningRun::progressed, &loop,
                         [&surroundings](const TuningProgress &progress) {
                             printProgress(progress, surroundings);
                         });
    whenDone(run.run(options.plan), &loop, [&](Result<TuningMeasurements> measurements) {
        result = std::move(measurements);
        loop.quit();
    });
    loop.exec();
    if (options.output == TuneOutput::Text && surroundings.errIsTerminal)
        surroundings.err << "\r\033[K" << std::flush;
    return result;
}

Result<Calibration> calibrate(const TuneOptions &options, const TuningMeasurements &measurements)
{
    switch (options.calibration.source) {
    case Calibration::Source::None:
    case Calibration::Source::Given:
        return options.calibration;
    case Calibration::Source::Kernel:
        return calibrationFromKernel(measureCpuKernel());
    case Calibration::Source::Reports:
        return calibrationFromReports(options.reports, options.plan, measurements);
    }
    return Calibration();
}

void print(const TuneOptions &options, const TuningMeasurements &measurements,
           const TuningResult &result, const Surroundings &surroundings)
{
    switch (options.output) {
    case TuneOutput::Text:
        surroundings.out << tuningReportText(options.plan, measurements, result).toStdString()
                         << std::flush;
        return;
    case TuneOutput::Json:
        surroundings.out << writeJson(tuningToJson(options.plan, measurements, result),
                                      JsonLayout::Indented)
                                .toStdString()
                         << std::endl;
        return;
    case TuneOutput::VisualiserUrl:
        surroundings.out << visualiserUrl(result).toStdString() << std::endl;
        return;
    }
}

} // namespace

ExitStatus runTune(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command",
                                    "Find the memory size at which a function is the cheapest or "
                                    "the fastest, without AWS.")
        + QStringLiteral("\n\n") + tuningMethod() + QStringLiteral("\n\n")
        + QCoreApplication::translate(
            "Command",
            "The output is a table, the JSON of AWS Lambda Power Tuning (--output json), or a link "
            "to its viewer (--output visualiser-url), which has all data behind its #. The exit "
            "status is 0 when there is a result, 1 when the function failed, and 2 when nothing "
            "could be run."));
    addTuneOptions(parser);
    bool wantsUrl = false;
    const QStringList others = takeVisualiserUrl(arguments, wantsUrl);
    if (const auto over
        = parse(parser, QStringLiteral("tune TARGET [OPTIONS]"), others, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(QCoreApplication::translate("Command",
                                                "Give one TARGET: FILE[:function], a "
                                                "folder or a function's name."),
                    surroundings);
    Result<TuneOptions> options = readTuneOptions(parser);
    if (!options)
        return fail(options.error(), surroundings);
    if (wantsUrl)
        options->output = TuneOutput::VisualiserUrl;
    Result<QByteArray> event = eventFromOptions(parser, surroundings);
    if (!event)
        return fail(event.error(), surroundings);
    TuningPlan &plan = options->plan;
    plan.request.event = std::move(*event);
    const Result<QuotaMeans> quota = quotaMeans(plan, surroundings);
    if (!quota)
        return fail(quota.error(), surroundings);
    plan.quota = *quota;
    plan.prices = pricesFor(plan.request.function, surroundings);

    LocalInvoker invoker({surroundings.dataDirectory, surroundings.cacheDirectory});
    const Result<TuningMeasurements> measurements = measure(invoker, *options, surroundings);
    if (!measurements)
        return fail(measurements.error(), surroundings);
    if (measurements->isGivenUp || measurements->baseline.empty()) {
        surroundings.err << "coldframe-cli: " << tuningFailure(*measurements).toStdString() << '\n';
        return ExitStatus::FunctionFailed;
    }
    const Result<Calibration> calibration = calibrate(*options, *measurements);
    if (!calibration)
        return fail(reportLinesErrorText(calibration.error()), surroundings);
    const TuningResult result = evaluateTuning(plan, *measurements, *calibration);
    print(*options, *measurements, result, surroundings);
    if (options->reportFile.isEmpty())
        return ExitStatus::Succeeded;
    const QByteArray page = tuningReport({plan, *measurements, result},
                                         {nullptr, QLocale(), SystemClock().wallNow()});
    const Result<void> written = writeFile(options->reportFile, page);
    return written ? ExitStatus::Succeeded : fail(written.error(), surroundings);
}

} // namespace coldframe::cli
