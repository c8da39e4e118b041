// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/responsejson.h"
#include "core/comparison/runcomparison.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

/// Two runs or two sets of runs.
class tst_RunComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRepresentativeHasTheMiddleDuration_data();
    void theRepresentativeHasTheMiddleDuration();
    void figures();
    void aFigureOfOneSideIsNotCompared();
    void manyRunsAreSure();
    void fewRunsAreNot();
    void phasesAreMediansOfTheRunsThatHaveThem();
    void importsAreSortedByTheirDifference();
    void identifiersInResponsesDoNotCount();
    void valuesAreShownAsTheyAre();
    void largeNumbersAreNotTheSame_data();
    void largeNumbersAreNotTheSame();
    void costsAreThoseOfTheMiddleRun();
};

COLDFRAME_TEST(tst_RunComparison);

namespace {

InvocationRecord warmRun(std::chrono::microseconds duration)
{
    InvocationRecord record;
    record.report.duration = duration;
    record.report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(duration);
    record.report.memorySize = MebiBytes{128};
    record.report.maxMemoryUsed = MebiBytes{20};
    record.phases = {{PhaseKind::Invoke, 0ns, duration}};
    return record;
}

InvocationRecord coldRun(std::chrono::microseconds init, std::chrono::microseconds duration)
{
    InvocationRecord record = warmRun(duration);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.initDuration = init;
    record.report.billedDuration = std::chrono::ceil<std::chrono::milliseconds>(init + duration);
    record.phases = {{PhaseKind::HandlerImport, 0ns, init}, {PhaseKind::Invoke, init, duration}};
    return record;
}

std::vector<InvocationRecord> warmRuns(int first, int count)
{
    std::vector<InvocationRecord> records;
    for (int i = 0; i < count; ++i)
        records.push_back(warmRun(std::chrono::microseconds((first + i) * 1000)));
    return records;
}

const FigureComparison *find(const std::vector<FigureComparison> &all, ComparedFigure figure)
{
    for (const FigureComparison &each : all) {
        if (each.figure == figure)
            return &each;
    }
    return nullptr;
}

ImportSpan importOf(const char *module, std::chrono::nanoseconds self)
{
    ImportSpan span;
    span.module = QString::fromLatin1(module);
    span.self = self;
    span.duration = self;
    return span;
}

} // namespace

void tst_RunComparison::theRepresentativeHasTheMiddleDuration_data()
{
    QTest::addColumn<QList<int>>("durations"); // microseconds
    QTest::addColumn<int>("representative");
    QTest::newRow("one") << QList<int>{7} << 7;
    QTest::newRow("the earlier of two") << QList<int>{9, 5} << 5;
    QTest::newRow("three") << QList<int>{9, 5, 7} << 7;
    QTest::newRow("an outlier does not matter") << QList<int>{4, 5, 6, 7, 9000} << 6;
}

void tst_RunComparison::theRepresentativeHasTheMiddleDuration()
{
    QFETCH(QList<int>, durations);
    QFETCH(int, representative);
    ComparedRuns runs;
    for (const int duration : durations)
        runs.records.push_back(warmRun(std::chrono::microseconds(duration)));
    QCOMPARE(runs.representative().report.duration.count(), qint64(representative));
}

void tst_RunComparison::figures()
{
    const std::vector<InvocationRecord> left{coldRun(40ms, 10ms), warmRun(2ms), warmRun(4ms)};
    const std::vector<InvocationRecord> right{coldRun(50ms, 9ms), warmRun(3ms)};
    const auto all = compareFigures(left, right);

    const FigureComparison *duration = find(all, ComparedFigure::Duration);
    QVERIFY(duration);
    QCOMPARE(duration->left.runs, std::size_t(3));
    QCOMPARE(duration->left.median, 4e6);
    QCOMPARE(duration->left.smallest, 2e6);
    QCOMPARE(duration->left.largest, 10e6);
    QCOMPARE(duration->right.median, 6e6);
    QCOMPARE(duration->difference(), 2e6);

    const FigureComparison *init = find(all, ComparedFigure::InitDuration);
    QVERIFY(init);
    QCOMPARE(init->left.runs, std::size_t(1));
    QCOMPARE(init->difference(), 10e6);
    QVERIFY(!find(all, ComparedFigure::CpuTime)); // was not measured
}

void tst_RunComparison::aFigureOfOneSideIsNotCompared()
{
    const auto all = compareFigures(std::vector{warmRun(2ms)}, std::vector{coldRun(50ms, 9ms)});
    const FigureComparison *init = find(all, ComparedFigure::InitDuration);
    QVERIFY(init);
    QCOMPARE(init->left.runs, std::size_t(0));
    QVERIFY(!init->confidence);
}

void tst_RunComparison::manyRunsAreSure()
{
    const auto all = compareFigures(warmRuns(10, 12), warmRuns(30, 12));
    const auto confidence = find(all, ComparedFigure::Duration)->confidence;
    QVERIFY(confidence);
    QCOMPARE(confidence->verdict, Regression::Verdict::Slower);
    QVERIFY(confidence->p < 0.001);
    const auto memory = find(all, ComparedFigure::MaxMemoryUsed)->confidence;
    QCOMPARE(memory->verdict, Regression::Verdict::Same);
}

void tst_RunComparison::fewRunsAreNot()
{
    const auto all = compareFigures(warmRuns(10, 1), warmRuns(30, 1));
    QCOMPARE(find(all, ComparedFigure::Duration)->confidence->verdict,
             Regression::Verdict::TooFewRuns);
}

void tst_RunComparison::phasesAreMediansOfTheRunsThatHaveThem()
{
    const std::vector<InvocationRecord> left{coldRun(40ms, 10ms), coldRun(60ms, 12ms),
                                             warmRun(2ms)};
    const std::vector<InvocationRecord> right{warmRun(5ms)};
    const std::vector<PhaseComparison> expected{
        {PhaseKind::HandlerImport, std::chrono::nanoseconds(50ms), std::nullopt},
        {PhaseKind::Invoke, std::chrono::nanoseconds(10ms), std::chrono::nanoseconds(5ms)}};
    QCOMPARE(comparePhases(left, right), expected);
}

void tst_RunComparison::importsAreSortedByTheirDifference()
{
    InvocationRecord left = coldRun(40ms, 10ms);
    left.imports = {importOf("app", 5ms), importOf("json", 2ms), importOf("gone", 3ms)};
    InvocationRecord right = coldRun(40ms, 10ms);
    right.imports = {importOf("app", 6ms), importOf("json", 2ms), importOf("heavy", 30ms)};
    QStringList found;
    for (const ImportComparison &import : compareImports(std::vector{left}, std::vector{right}))
        found.append(
            QStringLiteral("%1 %2")
                .arg(import.module)
                .arg(std::chrono::duration_cast<std::chrono::milliseconds>(import.difference())
                         .count()));
    QCOMPARE(found.join(QStringLiteral(", ")), QStringLiteral("heavy 30, gone -3, app 1, json 0"));
}

void tst_RunComparison::identifiersInResponsesDoNotCount()
{
    const auto sideOf = [](const char *requestId, const char *name) {
        InvocationRecord record = warmRun(5ms);
        record.requestId = QString::fromLatin1(requestId);
        record.response = QByteArray("{\"id\":\"") + requestId + "\",\"at\":\"2026-11-29T10:00:0"
            + requestId[0] + "Z\",\"name\":\"" + name + "\"}";
        return ComparedRuns{{record}};
    };
    const ComparedRuns first = sideOf("11111111-2222-4333-8444-555555555555", "Ada");
    const ComparedRuns second = sideOf("22222222-2222-4333-8444-555555555555", "Ada");
    const ComparedRuns third = sideOf("33333333-2222-4333-8444-555555555555", "Bob");
    const RunComparison masked = compareRuns(first, second, nullptr);
    QVERIFY(masked.response.areSame());
    QVERIFY(masked.isSameOnlyMasked);
    QVERIFY(!compareRuns(first, first, nullptr).isSameOnlyMasked);
    QCOMPARE(compareRuns(first, second, nullptr, true).response.differences.size(), std::size_t(2));
    const auto found = compareRuns(first, third, nullptr).response.differences;
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().pointer(), QStringLiteral("/name"));
}

void tst_RunComparison::valuesAreShownAsTheyAre()
{
    const auto sideOf = [](const char *response) {
        InvocationRecord record = warmRun(5ms);
        record.response = response;
        return ComparedRuns{{record}};
    };
    const ComparedRuns left = sideOf(
        R"({"a~/b":"Ada 0123456789abcdef","body":"{\"ids\":[1,\"0123456789abcdef x\"]}"})");
    const ComparedRuns right = sideOf(
        R"({"a~/b":"Bob fedcba9876543210","body":"{\"ids\":[1,\"fedcba9876543210 y\"]}"})");

    const auto found = compareRuns(left, right, nullptr).response.differences;

    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(*found[0].before, OrderedJson("Ada 0123456789abcdef"));
    QCOMPARE(*found[0].after, OrderedJson("Bob fedcba9876543210"));
    QCOMPARE(found[1].pointer(), u"/body/ids/1"_qs);
    QCOMPARE(*found[1].after, OrderedJson("fedcba9876543210 y"));
}

void tst_RunComparison::largeNumbersAreNotTheSame_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("other");

    QTest::newRow("the same") << QByteArray("[12345678901234567890123]")
                              << QByteArray("[ 12345678901234567890123 ]") << false;
    QTest::newRow("the last digit") << QByteArray("[12345678901234567890123]")
                                    << QByteArray("[12345678901234567890124]") << true;
    QTest::newRow("below zero") << QByteArray("-9999999999999999998")
                                << QByteArray("-9999999999999999999") << true;
    QTest::newRow("in a text") << QByteArray(R"(["\"12345678901234567890123"])")
                               << QByteArray(R"(["\"12345678901234567890124"])") << false;
    QTest::newRow("fractions") << QByteArray("[0.12345678901234567890123]")
                               << QByteArray("[0.12345678901234567890124]") << false;
}

void tst_RunComparison::largeNumbersAreNotTheSame()
{
    QFETCH(const QByteArray, left);
    QFETCH(const QByteArray, right);
    QFETCH(const bool, other);
    ComparedRuns before{{warmRun(5ms)}};
    ComparedRuns after{{warmRun(5ms)}};
    before.records.front().response = left;
    after.records.front().response = right;

    QCOMPARE(compareRuns(before, after, nullptr).areLargeNumbersOther, other);
}

void tst_RunComparison::costsAreThoseOfTheMiddleRun()
{
    const auto book = PriceBook::load(
        QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing/aws-2026-09-19.json"));
    QVERIFY(book.has_value());
    const auto runOf = [](std::chrono::microseconds duration) {
        InvocationRecord record = warmRun(duration);
        record.function.region = QStringLiteral("us-east-1");
        record.function.memory = MebiBytes{1024};
        return record;
    };
    const auto cost = compareCosts(std::vector{runOf(10ms), runOf(20ms), runOf(900ms)},
                                   std::vector{runOf(40ms)}, *book);
    QVERIFY(cost.has_value());
    // A million times 20 ms at 1 GB: 20,000 GB-s x 0.0000166667 + 0.20 = 0.533334.
    QCOMPARE(cost->left.exactText(), QStringLiteral("0.533334"));
    // 40,000 GB-s x 0.0000166667 + 0.20 = 0.866668.
    QCOMPARE(cost->right.exactText(), QStringLiteral("0.866668"));
    QVERIFY(!compareCosts({}, std::vector{runOf(40ms)}, *book));
}

#include "tst_runcomparison.moc"
