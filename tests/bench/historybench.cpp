// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/historybench.h"

#include "core/history/trend.h"
#include "tests/bench/statistics.h"

#include <QTemporaryDir>
#include <QUuid>

#include <array>
#include <cstdio>
#include <functional>
#include <random>

namespace coldframe::bench {

namespace {

constexpr int historyRuns = 100'000;
constexpr int historyBatch = 100;
constexpr int historyRounds = 15;

constexpr std::array historyWords{
    "order",    "created",  "payment", "declined",   "customer", "inventory",  "reserved",
    "shipping", "label",    "printed", "timeout",    "retry",    "connection", "opened",
    "cache",    "session",  "expired", "ValueError", "status",   "latency",    "queue",
    "message",  "batch",    "stream",  "sequence",   "offset",   "commit",     "transaction",
    "warning",  "response", "bucket",  "upload"};

/// A run with six lines of eight words and a number each, and twenty imports.
StoredRun madeUpRun(int number, std::mt19937 &random)
{
    StoredRun run;
    InvocationRecord &record = run.record;
    record.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.function.name = QStringLiteral("function-%1").arg(number % 20);
    record.function.runtime = QStringLiteral("python3.12");
    record.function.codeDirectory = QStringLiteral("/home/ada/shop");
    record.startedAt = WallTime(std::chrono::seconds(1'767'225'600 + number));
    record.event = R"({"orderId": ")" + QByteArray::number(number) + R"(", "items": [1, 2, 3]})";
    record.response = R"({"statusCode": 200, "body": "{\"ok\": true}"})";
    record.report.duration = std::chrono::microseconds(10'000 + random() % 5'000);
    record.report.billedDuration = std::chrono::milliseconds(15);
    record.report.maxMemoryUsed = MebiBytes{64};
    record.phases = {{PhaseKind::Invoke, {}, record.report.duration}};
    if (number % 10 == 0) {
        record.coldStart = ColdStartReason::FirstInvocation;
        record.report.initDuration = std::chrono::milliseconds(150);
        for (int i = 0; i < 20; ++i)
            record.imports.push_back({QStringLiteral("module%1").arg(i),
                                      QStringLiteral("/usr/lib/python3/module%1.py").arg(i),
                                      i % 4});
    }
    record.log.push_back({record.startedAt, LogSource::Platform, LogLevel::None,
                          "START RequestId: " + record.requestId.toUtf8()});
    for (int line = 0; line < 6; ++line) {
        QByteArray text = "[INFO]\t" + record.requestId.toUtf8() + "\t";
        for (int word = 0; word < 8; ++word)
            text += QByteArray(historyWords.at(random() % historyWords.size())) + ' ';
        text += QByteArray::number(static_cast<qulonglong>(random() % 1'000'000));
        record.log.push_back({record.startedAt, LogSource::Function, LogLevel::Info, text});
    }
    if (number == historyRuns / 2)
        record.log.back().text += " needleInTheHaystack";
    run.metadata.eventName = number % 2 == 0 ? QStringLiteral("order") : QStringLiteral("refund");
    run.metadata.commit.id = QStringLiteral("%1").arg(number / 500, 40, 16, QLatin1Char('0'));
    return run;
}

Samples timesOf(const std::function<void()> &work)
{
    Samples samples;
    for (int round = 0; round < historyRounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        samples.push_back(std::chrono::steady_clock::now() - begin);
    }
    return samples;
}

} // namespace

void measureHistory()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("history.db"));
    Result<RunStore> store = RunStore::open(file);
    if (!store) {
        std::printf("\nno history: %s\n", qPrintable(store.error().detail));
        return;
    }
    std::mt19937 random(1); // NOLINT: the same runs each time
    Samples written;
    for (int number = 0; number < historyRuns;) {
        std::vector<StoredRun> runs;
        for (int i = 0; i < historyBatch; ++i)
            runs.push_back(madeUpRun(number++, random));
        const auto begin = std::chrono::steady_clock::now();
        if (!store->append(runs)) {
            std::printf("\nno history: a run could not be written\n");
            return;
        }
        written.push_back((std::chrono::steady_clock::now() - begin) / historyBatch);
    }
    const Samples single = timesOf([&] { (void)store->append(madeUpRun(1, random).record, {}); });
    const auto query = [&](const std::function<void(RunQuery &)> &change) {
        RunQuery wanted;
        change(wanted);
        return timesOf([&store, wanted] { (void)store->query(wanted); });
    };
    std::printf("\n%d runs take %.0f MB\n", historyRuns,
                static_cast<double>(store->size().value_or(0)) / (1024 * 1024));
    printHeader("History of 100,000 runs");
    printRow("write a run, one of 100", written, nullptr);
    printRow("write a single run", single, nullptr);
    printRow("open the file", timesOf([&] { (void)RunStore::open(file); }), nullptr);
    printRow("open and list the first page",
             timesOf([&] { (void)RunStore::open(file)->query({}); }), nullptr);
    printRow("first page", query([](RunQuery &) {}), nullptr);
    printRow("by function", query([](RunQuery &q) { q.function = QStringLiteral("function-7"); }),
             nullptr);
    printRow("by a part of the event, none",
             query([](RunQuery &q) { q.event = QStringLiteral("nothing"); }), nullptr);
    printRow("failed ones, none", query([](RunQuery &q) { q.status = {InvocationStatus::Failed}; }),
             nullptr);
    printRow("by a rare word of the log",
             query([](RunQuery &q) { q.text = QStringLiteral("needleInTheHaystack"); }), nullptr);
    printRow("by a usual word of the log",
             query([](RunQuery &q) { q.text = QStringLiteral("payment"); }), nullptr);
    printRow("by three usual words",
             query([](RunQuery &q) { q.text = QStringLiteral("payment declined timeout"); }),
             nullptr);
    printRow("by the beginning of many numbers",
             query([](RunQuery &q) { q.text = QStringLiteral("12"); }), nullptr);
    printRow("names of functions", timesOf([&] { (void)store->functionNames(); }), nullptr);
    RunQuery trend;
    trend.function = QStringLiteral("function-7");
    printRow("trend of a function", timesOf([&] {
                 const auto runs = trendRuns(*store, trend, 500);
                 (void)regressionOf(trendOf(*runs, TrendFigure::Duration, {}));
             }),
             nullptr);
}

} // namespace coldframe::bench
