// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/costoptions.h"

#include "core/billing/runfigures.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cmath>
#include <istream>
#include <iterator>

namespace coldframe::cli {

namespace {

using std::chrono::nanoseconds;

QString costText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

struct Suffix
{
    QLatin1String name;
    double factor;
};

constexpr std::array TimeSuffixes{
    Suffix{QLatin1String("ms"), 1e6}, Suffix{QLatin1String("us"), 1e3},
    Suffix{QLatin1String("min"), 60e9}, Suffix{QLatin1String("s"), 1e9},
    Suffix{QLatin1String("h"), 3600e9}};

constexpr std::array SizeSuffixes{Suffix{QLatin1String("KB"), 1024},
                                  Suffix{QLatin1String("MB"), 1024 * 1024},
                                  Suffix{QLatin1String("B"), 1}};

/// A number above or at 0 with one of the suffixes, as whole units; nothing for anything else.
template <typename Suffixes>
std::optional<std::int64_t> measured(const QString &text, const Suffixes &suffixes)
{
    for (const Suffix &suffix : suffixes) {
        if (!text.endsWith(suffix.name, Qt::CaseInsensitive))
            continue;
        bool isNumber = false;
        const double value = text.chopped(suffix.name.size()).trimmed().toDouble(&isNumber);
        if (!isNumber || value < 0 || value * suffix.factor > 9e15)
            return std::nullopt;
        return std::llround(value * suffix.factor);
    }
    return std::nullopt;
}

/// Reads options and remembers the first that is wrong.
class CostOptionReader
{
public:
    explicit CostOptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    std::optional<Error> wrong;

    bool isSet(const char *name) const { return m_parser.isSet(QLatin1String(name)); }
    QString text(const char *name) const { return m_parser.value(QLatin1String(name)); }

    void time(const char *name, nanoseconds &value)
    {
        if (!isSet(name))
            return;
        if (const auto read = measured(text(name), TimeSuffixes))
            value = nanoseconds(*read);
        else
            refuse(name,
                   costText(QT_TRANSLATE_NOOP("Command", "a time such as 120ms, 1.5s or 8h")));
    }

    void seconds(const char *name, std::chrono::seconds &value)
    {
        nanoseconds read = value;
        time(name, read);
        value = std::chrono::ceil<std::chrono::seconds>(read);
    }

    void bytes(const char *name, std::int64_t &value)
    {
        if (!isSet(name))
            return;
        if (const auto read = measured(text(name), SizeSuffixes))
            value = *read;
        else
            refuse(name, costText(QT_TRANSLATE_NOOP("Command", "a size such as 300KB or 10MB")));
    }

    void share(const char *name, std::int64_t &parts)
    {
        if (!isSet(name))
            return;
        const QString given = text(name);
        bool isNumber = false;
        const double value
            = (given.endsWith(u'%') ? given.chopped(1) : QString()).toDouble(&isNumber);
        if (isNumber && value >= 0 && value <= 100)
            parts = std::llround(value * static_cast<double>(AllParts) / 100);
        else
            refuse(name, costText(QT_TRANSLATE_NOOP("Command", "a share from 0% to 100%")));
    }

    void count(const char *name, std::int64_t &value)
    {
        if (!isSet(name))
            return;
        bool isNumber = false;
        const qlonglong read = text(name).toLongLong(&isNumber);
        if (isNumber && read >= 0)
            value = read;
        else
            refuse(name, costText(QT_TRANSLATE_NOOP("Command", "a whole number")));
    }

    /// Thousandths of a positive number.
    void factor(const char *name, std::int64_t &thousandths)
    {
        if (!isSet(name))
            return;
        bool isNumber = false;
        const double value = text(name).toDouble(&isNumber);
        if (isNumber && value >= 0.1 && value <= 10)
            thousandths = std::llround(value * 1000);
        else
            refuse(name, costText(QT_TRANSLATE_NOOP("Command", "a number from 0.1 to 10")));
    }

    /// "3000000", "12/s", "500/h".
    void rate(const char *name, std::int64_t &requests)
    {
        struct Period
        {
            QLatin1String name;
            RatePeriod period;
        };
        constexpr std::array Periods{Period{QLatin1String("s"), RatePeriod::Second},
                                     Period{QLatin1String("min"), RatePeriod::Minute},
                                     Period{QLatin1String("h"), RatePeriod::Hour},
                                     Period{QLatin1String("day"), RatePeriod::Day},
                                     Period{QLatin1String("month"), RatePeriod::Month}};
        if (!isSet(name))
            return;
        const QString number = text(name).section(u'/', 0, 0);
        const QString unit
            = text(name).contains(u'/') ? text(name).section(u'/', 1) : QStringLiteral("month");
        bool isNumber = false;
        const double value = number.toDouble(&isNumber);
        for (const Period &period : Periods) {
            if (unit == period.name && isNumber && value >= 0 && value <= 1e15
                && (period.period != RatePeriod::Month || value == std::floor(value))) {
                requests = requestsPerMonth(std::llround(value * 1000), period.period);
                return;
            }
        }
        refuse(name,
               costText(QT_TRANSLATE_NOOP(
                   "Command",
                   "a whole number of requests a month, or a number with /s, /min, /h, /day")));
    }

    void refuse(const char *name, const QString &accepted)
    {
        if (!wrong)
            wrong = wrongOption(name, text(name), accepted).value();
    }

private:
    const QCommandLineParser &m_parser;
};

Result<QByteArray> runsText(const QString &file, const Surroundings &surroundings)
{
    if (file == QStringLiteral("-"))
        return QByteArray::fromStdString(
            std::string(std::istreambuf_iterator<char>(surroundings.in), {}));
    QFile input(file);
    if (!input.exists())
        return failure(Error::Code::NotFound, file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(Error::Code::Unreadable,
                       QStringLiteral("%1: %2").arg(file, input.errorString()));
    return input.readAll();
}

/// Only runs of one function with one memory size can be taken together.
Result<void> checkSamples(const std::vector<RunSample> &samples, const QString &file)
{
    if (samples.empty())
        return failure(
            Error::Code::InvalidArgument,
            QCoreApplication::translate("Command", "%1: there is no run in it").arg(file));
    for (const RunSample &sample : samples) {
        if (sample.function != samples.front().function || sample.memory != samples.front().memory)
            return failure(Error::Code::InvalidArgument,
                           QCoreApplication::translate(
                               "Command", "%1: the runs are of different functions or memory sizes")
                               .arg(file));
    }
    return {};
}

Result<void> applyRuns(CostOptionReader &reader, CostOptions &options,
                       const Surroundings &surroundings)
{
    const QString file = reader.text("runs");
    const Result<std::vector<RunSample>> samples
        = runsText(file, surroundings).and_then([](const QByteArray &text) {
              return samplesFromJson(text);
          });
    if (!samples)
        return tl::make_unexpected(samples.error());
    if (Result<void> checked = checkSamples(*samples, file); !checked)
        return checked;
    const RunFigures figures = *figuresOf(*samples);
    const RunSample &run = samples->front();
    Traffic &traffic = options.plan.traffic;
    traffic.memory = run.memory;
    traffic.ephemeralStorage = run.ephemeralStorage;
    traffic.coldParts = figures.coldParts;
    options.plan.architecture = run.architecture;
    options.plan.region = run.region;
    options.plan.memoryUsed = figures.memoryUsed;
    if (figures.averageCpu)
        options.plan.cpu = std::chrono::ceil<std::chrono::microseconds>(*figures.averageCpu);
    options.origin = {figures.runs, true, !reader.isSet("cold-share")};
    const QString percentile = reader.text("percentile");
    traffic.init = figures.averageInit;
    if (percentile == QStringLiteral("p50"))
        traffic.duration = figures.p50;
    else if (percentile == QStringLiteral("p90"))
        traffic.duration = figures.p90;
    else if (percentile == QStringLiteral("p99"))
        traffic.duration = figures.p99;
    else if (percentile == QStringLiteral("average")) {
        traffic.meaning = DurationMeaning::AverageBilled;
        traffic.duration = figures.averageBilled;
        traffic.init = figures.averageBilledInit;
    } else {
        reader.refuse("percentile",
                      costText(QT_TRANSLATE_NOOP("Command", "average, p50, p90 or p99")));
    }
    return {};
}

void applyFreeTier(CostOptionReader &reader, const FreeTier &whole, ForecastPlan &plan)
{
    const QString text = reader.text("free-tier");
    if (text == QStringLiteral("off"))
        return;
    if (text == QStringLiteral("on")) {
        plan.freeTier = whole;
        return;
    }
    bool isRequests = false;
    bool isUsage = false;
    plan.freeTier = {text.section(u',', 0, 0).toLongLong(&isRequests),
                     text.section(u',', 1).toLongLong(&isUsage), whole.streamedGigabytes};
    if (!isRequests || !isUsage || plan.freeTier.requests < 0 || plan.freeTier.gigabyteSeconds < 0
        || plan.freeTier.requests > whole.requests
        || plan.freeTier.gigabyteSeconds > whole.gigabyteSeconds)
        reader.refuse("free-tier",
                      costText(QT_TRANSLATE_NOOP("Command",
                                                 "on, off, or what is left: REQUESTS,GB-SECONDS")));
}

void applyFunction(CostOptionReader &reader, ForecastPlan &plan)
{
    Traffic &traffic = plan.traffic;
    reader.count("memory", traffic.memory.value);
    reader.count("ephemeral-storage", traffic.ephemeralStorage.value);
    if (reader.isSet("duration")) {
        // A time that is typed in is that of each request.
        traffic.meaning = DurationMeaning::OfEachRequest;
        reader.time("duration", traffic.duration);
        if (traffic.duration > limits::LongestTimeout)
            reader.refuse("duration",
                          costText(QT_TRANSLATE_NOOP(
                              "Command", "at most 15min, which is Lambda's longest timeout")));
    }
    reader.time("init", traffic.init);
    reader.factor("arm64-factor", plan.armThousandths);
    if (reader.isSet("region"))
        plan.region = reader.text("region");
    const QString architecture = reader.text("architecture");
    if (architecture == architectureName(Architecture::Arm64))
        plan.architecture = Architecture::Arm64;
    else if (architecture == architectureName(Architecture::X86_64))
        plan.architecture = Architecture::X86_64;
    else if (reader.isSet("architecture"))
        reader.refuse("architecture", QStringLiteral("x86_64, arm64"));
}

} // namespace

void addCostOptions(QCommandLineParser &parser)
{
    const auto add = [&parser](const char *name, const char *description, const char *value,
                               const char *standard = nullptr) {
        QCommandLineOption option(QLatin1String(name), costText(description), QLatin1String(value));
        if (standard)
            option.setDefaultValue(QLatin1String(standard));
        parser.addOption(option);
    };
    add("runs",
        QT_TRANSLATE_NOOP("Command",
                          "Take duration, init, memory and cold starts of the runs in a file that "
                          "`invoke --output json` wrote; - for the standard input."),
        "file");
    add("percentile",
        QT_TRANSLATE_NOOP("Command", "Which duration of the runs: average, p50, p90 or p99."),
        "which", "average");
    add("requests", QT_TRANSLATE_NOOP("Command", "Requests a month, or with /s, /min, /h, /day."),
        "rate", "1000000");
    add("duration", QT_TRANSLATE_NOOP("Command", "Of one request, such as 120ms."), "time");
    add("memory", QT_TRANSLATE_NOOP("Command", "Configured memory in MB."), "MB");
    add("ephemeral-storage", QT_TRANSLATE_NOOP("Command", "Size of /tmp in MB."), "MB");
    add("cold-share", QT_TRANSLATE_NOOP("Command", "Share of cold starts, such as 1%."), "share");
    add("init",
        QT_TRANSLATE_NOOP("Command",
                          "Init phase of a cold start; with --snap-start its restore time."),
        "time");
    add("architecture",
        QT_TRANSLATE_NOOP("Command",
                          "x86_64 or arm64: which one instances are compared with. Both are "
                          "priced."),
        "name");
    add("arm64-factor",
        QT_TRANSLATE_NOOP("Command", "How many times as long arm64 takes: an assumption."),
        "factor", "1.0");
    add("region", QT_TRANSLATE_NOOP("Command", "Whose prices apply."), "name");
    add("free-tier",
        QT_TRANSLATE_NOOP("Command", "on, off, or what is left of it: REQUESTS,GB-SECONDS."),
        "left", "off");
    add("provisioned", QT_TRANSLATE_NOOP("Command", "Environments kept initialised."), "count");
    add("provisioned-time", QT_TRANSLATE_NOOP("Command", "How long they are, in the month."),
        "time", "730h");
    add("provisioned-share", QT_TRANSLATE_NOOP("Command", "Share of the requests that they serve."),
        "share", "100%");
    add("snap-start", QT_TRANSLATE_NOOP("Command", "Published versions with SnapStart."), "count");
    add("snap-start-time", QT_TRANSLATE_NOOP("Command", "How long they are active, in the month."),
        "time", "730h");
    add("response", QT_TRANSLATE_NOOP("Command", "Size of a streamed response, such as 10MB."),
        "size");
    add("payload", QT_TRANSLATE_NOOP("Command", "Size of an asynchronous event, such as 300KB."),
        "size");
    parser.addOption({QStringLiteral("tenant-isolation"),
                      costText(QT_TRANSLATE_NOOP(
                          "Command", "Each cold start makes an environment for a tenant."))});
    parser.addOption(
        {QStringLiteral("instances"),
         costText(QT_TRANSLATE_NOOP("Command", "Compare with instances that are always on."))});
    add("peak",
        QT_TRANSLATE_NOOP("Command",
                          "Requests at the busiest moment, such as 20/s; the average when not "
                          "given."),
        "rate");
    add("cpu", QT_TRANSLATE_NOOP("Command", "CPU time of one request."), "time");
    parser.addOption({QStringLiteral("explain"),
                      costText(QT_TRANSLATE_NOOP("Command", "Print how each figure came about."))});
    parser.addOption(outputOption());
}

Result<CostOptions> readCostOptions(const QCommandLineParser &parser, const FreeTier &freeTier,
                                    const Surroundings &surroundings)
{
    CostOptions options;
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return tl::make_unexpected(format.error());
    options.format = *format;
    options.explains = parser.isSet(QStringLiteral("explain"));
    options.instances = parser.isSet(QStringLiteral("instances"));
    options.plan.region = QStringLiteral("us-east-1");
    CostOptionReader reader(parser);
    if (reader.isSet("runs")) {
        if (const Result<void> applied = applyRuns(reader, options, surroundings); !applied)
            return tl::make_unexpected(applied.error());
    } else if (!reader.isSet("duration")) {
        return failure(Error::Code::InvalidArgument,
                       QCoreApplication::translate("Command", "give --duration or --runs"));
    }
    ForecastPlan &plan = options.plan;
    Traffic &traffic = plan.traffic;
    traffic.requests = 1'000'000;
    reader.rate("requests", traffic.requests);
    applyFunction(reader, plan);
    if (reader.isSet("duration"))
        options.origin.measuredDuration = false;
    reader.share("cold-share", traffic.coldParts);
    applyFreeTier(reader, freeTier, plan);
    reader.count("provisioned", traffic.provisioned.environments);
    reader.seconds("provisioned-time", traffic.provisioned.enabled);
    reader.share("provisioned-share", traffic.provisioned.servedParts);
    reader.count("snap-start", traffic.snapStart.versions);
    reader.seconds("snap-start-time", traffic.snapStart.active);
    reader.bytes("response", traffic.responseBytes);
    reader.bytes("payload", traffic.payloadBytes);
    traffic.tenantIsolation = reader.isSet("tenant-isolation");
    std::int64_t peak = 0;
    reader.rate("peak", peak);
    plan.peakMilliRequests = (peak * 1000 + std::chrono::seconds(OneMonth).count() - 1)
        / std::chrono::seconds(OneMonth).count();
    nanoseconds cpu{-1};
    reader.time("cpu", cpu);
    if (cpu.count() >= 0)
        plan.cpu = std::chrono::ceil<std::chrono::microseconds>(cpu);
    if (reader.wrong)
        return tl::make_unexpected(*reader.wrong);
    if (const Result<void> checked = checkTraffic(traffic); !checked) {
        Error error = checked.error();
        error.detail.prepend(QStringLiteral("--")); // its names are those of the options
        return tl::make_unexpected(error);
    }
    return options;
}

} // namespace coldframe::cli
