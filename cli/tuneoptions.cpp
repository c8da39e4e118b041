// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tuneoptions.h"

#include "core/base/jsontext.h"
#include "core/tuning/tuningexport.h"

#include <QCoreApplication>
#include <QFile>

#include <nlohmann/json.hpp>

namespace coldframe::cli {

namespace {

/// A whole number from least to most; the option has a default.
Result<int> numberOf(const QCommandLineParser &parser, const char *name, int least, int most)
{
    const QString text = parser.value(QLatin1String(name));
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return wrongOption(name, text,
                           QCoreApplication::translate("Command", "a whole number from %1 to %2")
                               .arg(least)
                               .arg(most));
    return number;
}

Result<double> partOf(const QCommandLineParser &parser, const char *name, double most)
{
    const QString text = parser.value(QLatin1String(name));
    bool isNumber = false;
    const double part = text.toDouble(&isNumber);
    if (!isNumber || !(part >= 0 && part <= most))
        return wrongOption(
            name, text, QCoreApplication::translate("Command", "a number from 0 to %1").arg(most));
    return part;
}

Result<std::vector<MebiBytes>> sizesOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(QStringLiteral("sizes"));
    std::vector<MebiBytes> sizes;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const MebiBytes size{part.trimmed().toInt(&isNumber)};
        if (!isNumber || size < limits::SmallestMemory || size > limits::LargestMemory)
            return wrongOption("sizes", text,
                               QCoreApplication::translate(
                                   "Command", "numbers from %1 to %2, with commas between them")
                                   .arg(limits::SmallestMemory.value)
                                   .arg(limits::LargestMemory.value));
        sizes.push_back(size);
    }
    return sizes.empty() ? TuningPlan::defaultTuningSizes() : sizes;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Code::NotFound, path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable, path + QStringLiteral(": ") + file.errorString());
    return file.readAll();
}

/// [{"payload": ..., "weight": 5}, ...] as AWS Lambda Power Tuning has them.
Result<std::vector<WeightedEvent>> payloadsOf(const QCommandLineParser &parser)
{
    const QString path = parser.value(QStringLiteral("payloads"));
    std::vector<WeightedEvent> events;
    if (path.isEmpty())
        return events;
    const Result<QByteArray> text = contentOf(path);
    if (!text)
        return tl::make_unexpected(text.error());
    const Result<OrderedJson> json = parseJson(*text);
    if (!json) {
        Error error = json.error();
        error.detail.prepend(path + QStringLiteral(": "));
        return tl::make_unexpected(error);
    }
    const auto wrong = [&path] {
        return failure(
            Error::Code::InvalidArgument,
            QCoreApplication::translate("Command",
                                        "--payloads: %1 must be a list of {\"payload\": ..., "
                                        "\"weight\": a whole number above 0}")
                .arg(path));
    };
    if (!json->is_array() || json->empty())
        return wrong();
    for (const OrderedJson &each : *json) {
        if (!each.is_object() || !each.contains("payload") || !each.contains("weight")
            || !each.at("weight").is_number_integer())
            return wrong();
        const auto weight = each.at("weight").get<std::int64_t>();
        if (weight <= 0 || weight > 1'000'000)
            return wrong();
        events.push_back(
            {writeJson(each.at("payload"), JsonLayout::Compact), static_cast<int>(weight)});
    }
    return events;
}

Result<void> readCalibration(const QCommandLineParser &parser, TuneOptions &options)
{
    const QString text = parser.value(QStringLiteral("calibrate"));
    Calibration &calibration = options.calibration;
    bool isNumber = false;
    const double factor = text.toDouble(&isNumber);
    if (text == QStringLiteral("none")) {
        calibration.source = Calibration::Source::None;
    } else if (text == QStringLiteral("kernel")) {
        calibration.source = Calibration::Source::Kernel;
    } else if (isNumber) {
        if (!(factor >= SmallestFactor && factor <= LargestFactor))
            return wrongOption("calibrate", text,
                               QCoreApplication::translate("Command", "a factor from %1 to %2")
                                   .arg(SmallestFactor)
                                   .arg(LargestFactor));
        calibration.source = Calibration::Source::Given;
        calibration.factor = factor;
    } else {
        Result<QByteArray> reports = contentOf(text);
        if (!reports)
            return tl::make_unexpected(reports.error());
        calibration.source = Calibration::Source::Reports;
        options.reports = std::move(*reports);
    }
    return {};
}

Result<void> readPlan(const QCommandLineParser &parser, TuningPlan &plan)
{
    Result<std::vector<MebiBytes>> sizes = sizesOf(parser);
    if (!sizes)
        return tl::make_unexpected(sizes.error());
    plan.sizes = std::move(*sizes);
    const Result<int> number = numberOf(parser, "num", FewestTuningRuns, MostTuningRuns);
    if (!number)
        return tl::make_unexpected(number.error());
    plan.number = *number;
    const Result<int> verified = numberOf(parser, "verify", 0, MostVerifiedSizes);
    if (!verified)
        return tl::make_unexpected(verified.error());
    plan.verifiedSizes = parser.isSet(QStringLiteral("quick")) ? 0 : *verified;
    const Result<int> pause = numberOf(parser, "pause", 0, 60'000);
    if (!pause)
        return tl::make_unexpected(pause.error());
    plan.pause = std::chrono::milliseconds(*pause);
    const Result<double> discard = partOf(parser, "discard", MostDiscarded);
    if (!discard)
        return tl::make_unexpected(discard.error());
    plan.discard = *discard;
    const Result<double> weight = partOf(parser, "balanced-weight", 1);
    if (!weight)
        return tl::make_unexpected(weight.error());
    plan.balancedWeight = *weight;
    const QString name = parser.value(QStringLiteral("strategy"));
    const auto strategy = strategyNamed(name);
    if (!strategy)
        return wrongOption("strategy", name,
                           QCoreApplication::translate("Command", "cost, speed or balanced"));
    plan.strategy = *strategy;
    plan.onlyColdStarts = parser.isSet(QStringLiteral("only-cold"));
    Result<std::vector<WeightedEvent>> events = payloadsOf(parser);
    if (!events)
        return tl::make_unexpected(events.error());
    plan.events = std::move(*events);
    return {};
}

QString defaultSizesText()
{
    QStringList sizes;
    for (const MebiBytes size : TuningPlan::defaultTuningSizes())
        sizes.append(QString::number(size.value));
    return sizes.join(u',');
}

} // namespace

const QStringList &optionsWithoutMeaningForTune()
{
    static const QStringList names{QStringLiteral("cold"),      QStringLiteral("repeat"),
                                   QStringLiteral("stream"),    QStringLiteral("bandwidth-limit"),
                                   QStringLiteral("cost"),      QStringLiteral("memory"),
                                   QStringLiteral("cpu-share"), QStringLiteral("trace"),
                                   QStringLiteral("no-trace")};
    return names;
}

void addTuneOptions(QCommandLineParser &parser)
{
    const auto translated
        = [](const char *text) { return QCoreApplication::translate("Command", text); };
    addInvokeOptions(
        parser, optionsWithoutMeaningForTune(),
        {QStringLiteral("output"),
         translated(QT_TRANSLATE_NOOP(
             "Command",
             "How to print: text, json, or visualiser-url for a link that draws the result.")),
         QStringLiteral("format"), QStringLiteral("text")});
    parser.addOptions({
        {QStringLiteral("sizes"),
         translated(QT_TRANSLATE_NOOP("Command", "Memory sizes, with commas between them.")),
         QStringLiteral("MB,MB,..."), defaultSizesText()},
        {QStringLiteral("num"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Runs without a limit, and of each measured size; 5 to "
                                      "1000.")),
         QStringLiteral("count"), QString::number(EnoughTuningRuns)},
        {QStringLiteral("verify"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "How many sizes to measure under their CPU quota, 0 to 5.")),
         QStringLiteral("count"), QStringLiteral("4")},
        {QStringLiteral("quick"),
         translated(QT_TRANSLATE_NOOP("Command", "Predictions only, the same as --verify 0."))},
        {QStringLiteral("payloads"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "File with several events and their weights: "
                                      "[{\"payload\": {}, \"weight\": 5}, ...].")),
         QStringLiteral("file")},
        {QStringLiteral("strategy"),
         translated(QT_TRANSLATE_NOOP("Command", "cost, speed or balanced.")),
         QStringLiteral("name"), QStringLiteral("cost")},
        {QStringLiteral("balanced-weight"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "How much cost counts with --strategy balanced, 0 to 1.")),
         QStringLiteral("part"), QStringLiteral("0.5")},
        {QStringLiteral("only-cold"),
         translated(QT_TRANSLATE_NOOP("Command", "Tune cold starts instead of warm runs."))},
        {QStringLiteral("discard"),
         translated(
             QT_TRANSLATE_NOOP("Command", "Part of the runs to leave out at each end, 0 to 0.4.")),
         QStringLiteral("part"), QStringLiteral("0.2")},
        {QStringLiteral("pause"),
         translated(QT_TRANSLATE_NOOP("Command", "Time between two runs.")),
         QStringLiteral("milliseconds"), QStringLiteral("0")},
        {QStringLiteral("report"),
         translated(QT_TRANSLATE_NOOP("Command",
                                      "Write the result as an HTML page as well, to send it to "
                                      "somebody.")),
         QStringLiteral("file")},
        {QStringLiteral("calibrate"),
         translated(QT_TRANSLATE_NOOP(
             "Command",
             "What Lambda's processors are: kernel (a piece of work is timed here and compared "
             "with 2.5 GHz), none (as fast as this one), a factor for the CPU time, or a file with "
             "REPORT lines of the function on Lambda.")),
         QStringLiteral("kernel|none|factor|file"), QStringLiteral("kernel")},
    });
}

QStringList takeVisualiserUrl(const QStringList &arguments, bool &wanted)
{
    const QString output = QStringLiteral("--output");
    const QString value = QStringLiteral("visualiser-url");
    QStringList rest;
    wanted = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == output && i + 1 < arguments.size() && arguments[i + 1] == value)
            ++i;
        else if (arguments[i] != output + u'=' + value) {
            rest.append(arguments[i]);
            continue;
        }
        wanted = true;
    }
    return rest;
}

Result<TuneOptions> readTuneOptions(const QCommandLineParser &parser)
{
    for (const QString &name : optionsWithoutMeaningForTune()) {
        if (parser.isSet(name))
            return failure(
                Error::Code::InvalidArgument,
                QCoreApplication::translate("Command", "--%1: tune does not have it").arg(name));
    }
    if (!outputFormat(parser))
        return wrongOption("output", parser.value(QStringLiteral("output")),
                           QCoreApplication::translate("Command", "text, json or visualiser-url"));
    if (parser.isSet(QStringLiteral("payloads"))
        && (parser.isSet(QStringLiteral("event")) || parser.isSet(QStringLiteral("template"))))
        return failure(
            Error::Code::InvalidArgument,
            QCoreApplication::translate("Command", "--payloads: not with --event or --template"));
    TuneOptions options;
    options.reportFile = parser.value(QStringLiteral("report"));
    if (const Result<void> target = checkTargetFile("report", options.reportFile); !target)
        return tl::make_unexpected(target.error());
    if (const Result<void> plan = readPlan(parser, options.plan); !plan)
        return tl::make_unexpected(plan.error());
    if (std::ssize(options.plan.events) > options.plan.number)
        return failure(
            Error::Code::InvalidArgument,
            QCoreApplication::translate("Command", "--payloads: more events than --num runs"));
    if (const Result<void> calibration = readCalibration(parser, options); !calibration)
        return tl::make_unexpected(calibration.error());
    Result<InvokeOptions> invoke = readInvokeOptions(parser);
    if (!invoke)
        return tl::make_unexpected(invoke.error());
    options.plan.request = std::move(invoke->request);
    options.output = invoke->format == OutputFormat::Json ? TuneOutput::Json : TuneOutput::Text;
    return options;
}

} // namespace coldframe::cli
