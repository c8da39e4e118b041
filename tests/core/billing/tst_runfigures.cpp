// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/runfigures.h"

#include "core/lambda/recordjson.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

InvocationRecord ran(std::chrono::microseconds duration,
                     std::optional<std::chrono::microseconds> init = {})
{
    InvocationRecord record;
    record.function.name = QStringLiteral("hello");
    record.function.memory = MebiBytes{512};
    record.report.duration = duration;
    record.report.initDuration = init;
    record.report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(
        duration + init.value_or(std::chrono::microseconds()));
    record.report.maxMemoryUsed = MebiBytes{90};
    if (init)
        record.coldStart = ColdStartReason::FirstInvocation;
    return record;
}

} // namespace

class tst_RunFigures : public QObject
{
    Q_OBJECT

private slots:
    void summarisesRuns();
    void percentilesAreRuns_data();
    void percentilesAreRuns();
    void nothingOfNoRuns();
    void stoppedRunsDoNotCount();
    void readsWhatInvokePrints();
    void aRestoreCountsAsInit();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
};

COLDFRAME_TEST(tst_RunFigures);

void tst_RunFigures::summarisesRuns()
{
    std::vector<RunSample> samples;
    // billed: 2 ms and 49 of init; 1 ms; 3 ms
    for (InvocationRecord record : {ran(1300us, 48'900us), ran(900us), ran(2100us)}) {
        record.cpuTime = 1ms;
        samples.push_back(sampleOf(record).value());
    }
    samples.back().memoryUsed = MebiBytes{120};
    samples.back().cpu.reset();

    const RunFigures figures = figuresOf(samples).value();

    QCOMPARE(figures.runs, 3);
    QCOMPARE(figures.coldRuns, 1);
    QCOMPARE(figures.coldParts, 333'333);
    QCOMPARE(figures.averageBilled.count(), 2'000'000);
    QCOMPARE(figures.averageBilledInit.count(), 49'000'000);
    QCOMPARE(figures.averageInit.count(), 48'900'000);
    QCOMPARE(figures.p50.count(), 1'300'000);
    QCOMPARE(figures.p99.count(), 2'100'000);
    QCOMPARE(figures.memoryUsed.value, 120);
    QCOMPARE(figures.averageCpu.value().count(), 1'000'000);
}

void tst_RunFigures::percentilesAreRuns_data()
{
    QTest::addColumn<int>("runs");
    QTest::addColumn<int>("p50");
    QTest::addColumn<int>("p90");
    QTest::addColumn<int>("p99");

    QTest::newRow("one") << 1 << 1 << 1 << 1;
    QTest::newRow("two") << 2 << 1 << 2 << 2;
    QTest::newRow("ten") << 10 << 5 << 9 << 10;
    QTest::newRow("a hundred") << 100 << 50 << 90 << 99;
}

void tst_RunFigures::percentilesAreRuns()
{
    QFETCH(int, runs);
    QFETCH(int, p50);
    QFETCH(int, p90);
    QFETCH(int, p99);
    std::vector<RunSample> samples;
    for (int run = runs; run > 0; --run)
        samples.push_back(sampleOf(ran(std::chrono::milliseconds(run))).value());

    const RunFigures figures = figuresOf(samples).value();

    QCOMPARE(figures.p50.count(), p50 * 1'000'000);
    QCOMPARE(figures.p90.count(), p90 * 1'000'000);
    QCOMPARE(figures.p99.count(), p99 * 1'000'000);
}

void tst_RunFigures::nothingOfNoRuns()
{
    QVERIFY(!figuresOf({}));
}

void tst_RunFigures::stoppedRunsDoNotCount()
{
    InvocationRecord stopped = ran(1s);
    stopped.status = InvocationStatus::Stopped;
    InvocationRecord timedOut = ran(3s);
    timedOut.status = InvocationStatus::TimedOut; // billed

    QVERIFY(!sampleOf(stopped));
    QVERIFY(sampleOf(timedOut));
}

void tst_RunFigures::readsWhatInvokePrints()
{
    InvocationRecord cold = ran(1300us, 48'900us);
    cold.response = "{\"text\": \"} \\\" {\"}";
    const InvocationRecord warm = ran(900us);
    InvocationRecord stopped = ran(1s);
    stopped.status = InvocationStatus::Stopped;
    QByteArray text;
    for (const InvocationRecord &record : {cold, warm, stopped})
        text += writeJson(recordToJson(record),
                          text.isEmpty() ? JsonLayout::Indented : JsonLayout::Compact)
            + '\n';

    const Result<std::vector<RunSample>> samples = samplesFromJson(text);

    QVERIFY(samples);
    QCOMPARE(samples->size(), std::size_t(2));
    QVERIFY((*samples)[0] == sampleOf(cold).value());
    QVERIFY((*samples)[1] == sampleOf(warm).value());
    QVERIFY(samplesFromJson(" \n")->empty());
}

void tst_RunFigures::aRestoreCountsAsInit()
{
    InvocationRecord record = ran(1300us);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.restoreDuration = 74'700us;
    record.report.billedRestoreDuration = 75ms;
    record.report.billedDuration = 77ms;

    const Result<std::vector<RunSample>> samples
        = samplesFromJson(writeJson(recordToJson(record), JsonLayout::Compact));

    QVERIFY(samples);
    QVERIFY(samples->front() == sampleOf(record).value());
    const RunFigures figures = figuresOf(*samples).value();
    QCOMPARE(figures.averageInit.count(), 74'700'000);
    QCOMPARE(figures.averageBilled.count(), 2'000'000);
    QCOMPARE(figures.averageBilledInit.count(), 75'000'000);
}

void tst_RunFigures::namesWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");

    QTest::newRow("no record") << QByteArray("{}") << u"function"_qs;
    QTest::newRow("no object") << QByteArray("[1]") << u"function"_qs;
    QTest::newRow("no report") << QByteArray(R"({"function": {"memorySizeMB": 128, "name": "a"}})")
                               << u"report"_qs;
}

void tst_RunFigures::namesWhatIsMissing()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);

    const Result<std::vector<RunSample>> samples = samplesFromJson(text);

    QVERIFY(!samples);
    QCOMPARE(samples.error().code, Error::Code::MalformedLine);
    QCOMPARE(samples.error().detail, detail);
}

#include "tst_runfigures.moc"
