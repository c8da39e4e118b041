// SPDX-License-Identifier: GPL-3.0-or-later
// What `history` shows.
#include "cli/historyoptions.h"
#include "cli/recordprinter.h"
#include "core/base/isotime.h"
#include "core/history/trend.h"
#include "core/lambda/recordjson.h"
#include "wording/figures.h"
#include "wording/historytext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ostream>
#include <span>

namespace coldframe::cli {

namespace {

/// However few are shown: the comparison with the baseline does not depend on it.
constexpr int fewestTrendRuns = 100;

QString listText(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

QString localTime(WallTime time)
{
    const auto milliseconds
        = std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

std::optional<PriceBook> pricesFor(const Surroundings &surroundings)
{
    Result<PriceBook> book
        = PriceBook::loadNewest(surroundings.dataDirectory + QStringLiteral("/resources/pricing"));
    return book ? std::optional(std::move(*book)) : std::nullopt;
}

template <typename Duration>
double milliseconds(Duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

OrderedJson metadataJson(const RunSummary &run)
{
    OrderedJson json;
    json["id"] = run.id;
    json["event"] = run.metadata.eventName.toStdString();
    if (!run.metadata.fixture.isEmpty())
        json["fixture"] = run.metadata.fixture.toStdString();
    json["origin"] = runOriginName(run.metadata.origin).toStdString();
    if (!run.metadata.commit.id.isEmpty()) {
        json["commit"] = run.metadata.commit.id.toStdString();
        json["dirty"] = run.metadata.commit.isDirty;
    }
    OrderedJson tags = OrderedJson::array();
    for (const QString &tag : run.tags)
        tags.push_back(tag.toStdString());
    json["tags"] = std::move(tags);
    return json;
}

OrderedJson summaryJson(const RunSummary &run, const std::optional<PriceBook> &prices)
{
    OrderedJson json = metadataJson(run);
    json["requestId"] = run.requestId.toStdString();
    json["function"] = run.function.toStdString();
    json["startedAt"] = isoTime(run.startedAt).toStdString();
    json["status"] = statusName(run.status).toStdString();
    if (!run.errorType.isEmpty())
        json["errorType"] = run.errorType.toStdString();
    json["coldStart"] = run.isCold();
    if (run.coldStart)
        json["coldStartReason"] = coldStartReasonName(*run.coldStart).toStdString();
    json["durationMs"] = milliseconds(run.duration);
    json["billedDurationMs"] = run.billedDuration.count();
    if (run.initDuration)
        json["initDurationMs"] = milliseconds(*run.initDuration);
    json["memorySizeMB"] = run.memorySize.value;
    json["maxMemoryUsedMB"] = run.maxMemoryUsed.value;
    if (const std::optional<Money> cost = costOf(run, prices))
        json["costUsd"] = cost->exactText().toStdString();
    return json;
}

/// Cells of a table; those of `right` columns stand right.
void printTable(const std::vector<QStringList> &rows, const std::set<qsizetype> &right,
                std::ostream &out)
{
    std::vector<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<std::size_t>(i)]
                = std::max(widths[static_cast<std::size_t>(i)], row[i].size());
    }
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const qsizetype width = widths[static_cast<std::size_t>(i)];
            line += right.contains(i) ? row[i].rightJustified(width) : row[i].leftJustified(width);
            line += QStringLiteral("  ");
        }
        while (line.endsWith(u' '))
            line.chop(1);
        out << line.toStdString() << '\n';
    }
    out << std::flush;
}

QStringList summaryCells(const RunSummary &run)
{
    return {QString::number(run.id),
            localTime(run.startedAt),
            run.function,
            runEventText(run.metadata),
            runStatusText(run.status),
            run.isCold() ? listText(QT_TRANSLATE_NOOP("Command", "cold"))
                         : listText(QT_TRANSLATE_NOOP("Command", "warm")),
            formatDuration(run.duration),
            run.initDuration ? formatDuration(*run.initDuration) : QString(),
            formatMebiBytes(run.maxMemoryUsed),
            commitText(run.metadata.commit),
            run.tags.join(QStringLiteral(", "))};
}

QStringList summaryHeadings()
{
    return {listText(QT_TRANSLATE_NOOP("Command", "ID")),
            listText(QT_TRANSLATE_NOOP("Command", "Time")),
            listText(QT_TRANSLATE_NOOP("Command", "Function")),
            listText(QT_TRANSLATE_NOOP("Command", "Event")),
            listText(QT_TRANSLATE_NOOP("Command", "Status")),
            listText(QT_TRANSLATE_NOOP("Command", "Start")),
            listText(QT_TRANSLATE_NOOP("Command", "Duration")),
            listText(QT_TRANSLATE_NOOP("Command", "Init")),
            listText(QT_TRANSLATE_NOOP("Command", "Memory")),
            listText(QT_TRANSLATE_NOOP("Command", "Commit")),
            listText(QT_TRANSLATE_NOOP("Command", "Tags"))};
}

void addLimit(QCommandLineParser &parser, const char *number)
{
    parser.addOption({QStringLiteral("limit"),
                      listText(QT_TRANSLATE_NOOP("Command", "At most this many runs.")),
                      QStringLiteral("count"), QLatin1String(number)});
}

OrderedJson trendJson(const std::vector<TrendPoint> &trend, const TrendRegression &answer,
                      TrendFigure figure)
{
    OrderedJson json;
    json["figure"] = trendFigureName(figure).toStdString();
    json["unit"] = figure == TrendFigure::MaxMemoryUsed ? "MB"
        : figure == TrendFigure::Cost                   ? "USD per million"
                                                        : "ms";
    OrderedJson points = OrderedJson::array();
    for (const TrendPoint &point : trend) {
        OrderedJson each;
        each["id"] = point.id;
        each["startedAt"] = isoTime(point.at).toStdString();
        each["value"] = point.value;
        each["coldStart"] = point.isCold;
        each["baseline"] = point.isBaseline;
        if (!point.commit.id.isEmpty())
            each["commit"] = point.commit.id.toStdString();
        points.push_back(std::move(each));
    }
    json["runs"] = std::move(points);
    if (answer.hasBaseline) {
        constexpr std::array verdicts{"same", "slower", "faster", "tooFewRuns"};
        const Regression &regression = answer.regression;
        OrderedJson comparison;
        comparison["verdict"] = verdicts.at(static_cast<std::size_t>(regression.verdict));
        comparison["p"] = regression.p;
        comparison["medianDifference"] = regression.medianDifference;
        comparison["baselineMedian"] = regression.baselineMedian;
        comparison["effect"] = regression.effect;
        comparison["baselineRuns"] = regression.baselineRuns;
        comparison["laterRuns"] = regression.laterRuns;
        comparison["coldStarts"] = answer.isOfColdStarts;
        json["comparison"] = std::move(comparison);
    }
    return json;
}

/// The newest points, and those of the baseline.
std::vector<TrendPoint> shownPoints(std::vector<TrendPoint> trend, std::size_t newest)
{
    const auto firstNewest
        = trend.end() - static_cast<std::ptrdiff_t>(std::min(newest, trend.size()));
    trend.erase(std::remove_if(trend.begin(), firstNewest,
                               [](const TrendPoint &point) { return !point.isBaseline; }),
                firstNewest);
    return trend;
}

void printTrend(const std::vector<TrendPoint> &trend, std::size_t newest,
                const TrendRegression &answer, TrendFigure figure, std::ostream &out)
{
    std::vector<QStringList> rows{{listText(QT_TRANSLATE_NOOP("Command", "ID")),
                                   listText(QT_TRANSLATE_NOOP("Command", "Time")),
                                   trendFigureText(figure),
                                   listText(QT_TRANSLATE_NOOP("Command", "Start")),
                                   listText(QT_TRANSLATE_NOOP("Command", "Commit"))}};
    std::vector<double> values;
    for (const TrendPoint &point : trend) {
        values.push_back(point.value);
        rows.push_back(
            {QString::number(point.id), localTime(point.at), figureValueText(figure, point.value),
             point.isCold ? listText(QT_TRANSLATE_NOOP("Command", "cold"))
                          : listText(QT_TRANSLATE_NOOP("Command", "warm")),
             commitText(point.commit),
             point.isBaseline ? listText(QT_TRANSLATE_NOOP("Command", "baseline")) : QString()});
    }
    printTable(rows, {0, 2}, out);
    const std::size_t counted = std::min(newest, values.size());
    const QString median = counted == values.size()
        ? listText(QT_TRANSLATE_NOOP("Command", "Median of %1 runs: %2"))
        : listText(QT_TRANSLATE_NOOP("Command", "Median of the newest %1 runs: %2"));
    out << median.arg(counted)
               .arg(figureValueText(figure, medianOf(std::span(values).last(counted))))
               .toStdString()
        << '\n'
        << regressionText(answer, figure).toStdString() << std::endl;
}

} // namespace

ExitStatus runHistoryList(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        listText(QT_TRANSLATE_NOOP("Command", "List runs, the newest first.")));
    addHistoryWorkspace(parser);
    addHistoryFilter(parser);
    addLimit(parser, "20");
    parser.addOption(outputOption());
    if (const auto over
        = parse(parser, QStringLiteral("history list [OPTIONS]"), arguments, surroundings))
        return *over;
    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return fail(
            listText(QT_TRANSLATE_NOOP("Command", "history list takes no argument, got \"%1\"."))
                .arg(words.first()),
            surroundings);
    const Result<OutputFormat> format = outputFormat(parser);
    Result<RunQuery> query = historyFilter(parser);
    const Result<int> limit = limitOf(parser);
    if (!format || !query || !limit)
        return fail(!format      ? format.error()
                        : !query ? query.error()
                                 : limit.error(),
                    surroundings);
    query->limit = *limit;
    const Result<RunStore> store = openHistory(parser);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<std::vector<RunSummary>> runs = store->query(*query);
    if (!runs)
        return fail(runs.error(), surroundings);
    const auto listed = static_cast<qint64>(runs->size());
    const qint64 found = listed == *limit ? store->count(*query).value_or(listed) : listed;
    if (*format == OutputFormat::Json) {
        const std::optional<PriceBook> prices = pricesFor(surroundings);
        OrderedJson list = OrderedJson::array();
        for (const RunSummary &run : *runs)
            list.push_back(summaryJson(run, prices));
        surroundings.out << writeJson(list, JsonLayout::Compact).toStdString() << std::endl;
    } else {
        std::vector<QStringList> rows{summaryHeadings()};
        for (const RunSummary &run : *runs)
            rows.push_back(summaryCells(run));
        printTable(rows, {0, 6, 7, 8}, surroundings.out);
    }
    if (found > listed)
        surroundings.err << listText(QT_TRANSLATE_NOOP("Command",
                                                       "The newest %1 of %2 runs; --limit %2 "
                                                       "lists all."))
                                .arg(listed)
                                .arg(found)
                                .toStdString()
                         << std::endl;
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryShow(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(listText(QT_TRANSLATE_NOOP(
        "Command",
        "Print a run again: its response on standard output, its log on standard error. ID is its "
        "number, the beginning of its request id, or \"last\" for the last run.")));
    addHistoryWorkspace(parser);
    parser.addOption(outputOption());
    if (const auto over
        = parse(parser, QStringLiteral("history show ID [OPTIONS]"), arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(listText(QT_TRANSLATE_NOOP("Command", "Give one ID of a run.")), surroundings);
    const Result<OutputFormat> format = outputFormat(parser);
    if (!format)
        return fail(format.error(), surroundings);
    const Result<RunStore> store = openHistory(parser);
    if (!store)
        return fail(store.error(), surroundings);
    const Result<RunId> id = runNamed(*store, parser.positionalArguments().first());
    const Result<StoredRun> run = id.and_then([&](RunId each) { return store->load(each); });
    if (!run)
        return fail(run.error(), surroundings);
    RunSummary summary = summaryOf(run->record, run->metadata);
    summary.id = *id;
    summary.tags = run->tags;
    if (*format == OutputFormat::Json) {
        OrderedJson json = recordToJson(run->record);
        json["history"] = metadataJson(summary);
        surroundings.out << writeJson(json, JsonLayout::Compact).toStdString() << std::endl;
        return ExitStatus::Succeeded;
    }
    QStringList cells = summaryCells(summary);
    cells.removeAll(QString());
    surroundings.err << cells.join(QStringLiteral("  ")).toStdString() << std::endl;
    RecordPrinter(*format, false, surroundings).print(run->record);
    return ExitStatus::Succeeded;
}

ExitStatus runHistoryTrend(const QStringList &arguments, const Surroundings &surroundings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(listText(QT_TRANSLATE_NOOP(
        "Command",
        "Show a figure of the function's successful runs, the oldest first, and whether the newest "
        "ones differ from its baseline by the rank test of Mann and Whitney. Warm runs are "
        "compared with warm ones, cold starts with cold starts.")));
    addHistoryWorkspace(parser);
    parser.addOptions({
        {QStringLiteral("figure"),
         listText(QT_TRANSLATE_NOOP("Command", "duration, billed, init, memory or cost.")),
         QStringLiteral("figure"), QStringLiteral("duration")},
        {QStringLiteral("cold"), listText(QT_TRANSLATE_NOOP("Command", "Only cold starts."))},
        {QStringLiteral("warm"), listText(QT_TRANSLATE_NOOP("Command", "Only warm runs."))},
    });
    addLimit(parser, "100");
    parser.addOption(outputOption());
    if (const auto over = parse(parser, QStringLiteral("history trend FUNCTION [OPTIONS]"),
                                arguments, surroundings))
        return *over;
    if (parser.positionalArguments().size() != 1)
        return fail(listText(QT_TRANSLATE_NOOP("Command", "Give one function's name.")),
                    surroundings);
    const auto figure = trendFigureNamed(parser.value(QStringLiteral("figure")));
    if (!figure)
        return fail(wrongOption("figure", parser.value(QStringLiteral("figure")),
                                listText(QT_TRANSLATE_NOOP("Command",
                                                           "duration, billed, init, "
                                                           "memory or cost")))
                        .value(),
                    surroundings);
    const Result<OutputFormat> format = outputFormat(parser);
    const Result<int> limit = limitOf(parser);
    if (!format || !limit)
        return fail(format ? limit.error() : format.error(), surroundings);
    RunQuery query;
    query.function = parser.positionalArguments().first();
    query.status = {InvocationStatus::Succeeded};
    if (parser.isSet(QStringLiteral("cold")) || parser.isSet(QStringLiteral("warm")))
        query.cold = parser.isSet(QStringLiteral("cold"));
    const auto runs = openHistory(parser).and_then([&](const RunStore &store) {
        return trendRuns(store, query, std::max(*limit, fewestTrendRuns));
    });
    if (!runs)
        return fail(runs.error(), surroundings);
    if (runs->empty())
        return fail(Error{Error::Code::NotFound, query.function}, surroundings);
    const auto trend = trendOf(*runs, *figure, pricesFor(surroundings));
    const TrendRegression answer = regressionOf(trend);
    const auto newest = static_cast<std::size_t>(*limit);
    const std::vector<TrendPoint> shown = shownPoints(trend, newest);
    if (*format == OutputFormat::Json)
        surroundings.out
            << writeJson(trendJson(shown, answer, *figure), JsonLayout::Compact).toStdString()
            << std::endl;
    else
        printTrend(shown, newest, answer, *figure, surroundings.out);
    return ExitStatus::Succeeded;
}

} // namespace coldframe::cli
