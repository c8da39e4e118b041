// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runmodel.h"
#include "tests/gui/run/runsamples.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_RunModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void cells_data();
    void cells();
    void aRunningRowCountsUp();
    void finishingFillsTheSameRow();
    void aRecordFromElsewhereIsANewRow();
    void anAbandonedRunLeaves();
    void clearingKeepsWhatRuns();
    void theOldestRunLeavesALongSession();
    void runsThatNobodyWaitedForAreAppended();
    void aBurstOfRunsIsOneChange();
    void sortKeysAreNumbers();
    void coldRunsSayWhyInATooltip();
};

void tst_RunModel::cells_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");

    QTest::newRow("the function") << int(RunModel::Function) << u"orders-api"_qs;
    QTest::newRow("the event") << int(RunModel::Event) << u"order created"_qs;
    QTest::newRow("the status in words") << int(RunModel::Status) << u"Succeeded"_qs;
    QTest::newRow("cold") << int(RunModel::Start) << u"Cold"_qs;
    QTest::newRow("init with its unit") << int(RunModel::Init) << u"312 ms"_qs;
    QTest::newRow("duration with its unit") << int(RunModel::Duration) << u"48.2 ms"_qs;
    QTest::newRow("billed in whole milliseconds") << int(RunModel::Billed) << u"361 ms"_qs;
    QTest::newRow("memory with its unit") << int(RunModel::MemoryUsed) << u"45 MB"_qs;
    QTest::newRow("cost to the last figure that counts")
        << int(RunModel::Cost) << u"$0.0000009521"_qs;
}

void tst_RunModel::cells()
{
    QFETCH(int, column);
    QFETCH(QString, text);
    StandingClock clock;
    RunModel model(clock);
    model.begin(sampleRequest(u"a"_qs), u"order created"_qs);
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.coldStart = ColdStartReason::FirstInvocation;
    record.report.initDuration = 312'000us;
    record.report.billedDuration = 361ms;
    const Money cost = UnitPrice::fromText(u"0.0000002")->forCount(1)
        + UnitPrice::fromText(u"0.000000752084")->forCount(1);

    model.finish(record, cost);

    QCOMPARE(model.index(0, column).data().toString(), text);
}

void tst_RunModel::aRunningRowCountsUp()
{
    StandingClock clock;
    RunModel model(clock);
    QAbstractItemModelTester tester(&model);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.begin(sampleRequest(u"a"_qs), u"order created"_qs);
    const QModelIndex status = model.index(0, RunModel::Status);
    QCOMPARE(status.data().toString(), u"Running"_qs);
    QVERIFY(status.data(RunModel::RunningRole).toBool());
    QVERIFY(!status.data(RunModel::RecordRole).isValid());

    clock.advance(1s);

    QCOMPARE(status.data(RunModel::ProgressRole).toDouble(), 0.25);
    QCOMPARE(model.index(0, RunModel::Duration).data().toString(), u"1.00 s"_qs);
    QTRY_VERIFY(!changes.isEmpty());
    clock.advance(1min);
    QCOMPARE(status.data(RunModel::ProgressRole).toDouble(), 1.0);
}

void tst_RunModel::finishingFillsTheSameRow()
{
    StandingClock clock;
    RunModel model(clock);
    QAbstractItemModelTester tester(&model);
    model.begin(sampleRequest(u"a"_qs), u"order created"_qs);
    model.begin(sampleRequest(u"b"_qs), u"order deleted"_qs);

    model.finish(failedRecord(u"a"_qs));

    QCOMPARE(model.rowCount(), 2);
    const QModelIndex first = model.index(0, RunModel::Status);
    QCOMPARE(first.data().toString(), u"Failed"_qs);
    QCOMPARE(first.data(RunModel::StatusRole).toInt(), int(InvocationStatus::Failed));
    QCOMPARE(first.data(RunModel::RecordRole).value<InvocationRecord>().errorType, u"KeyError"_qs);
    QVERIFY(model.index(1, 0).data(RunModel::RunningRole).toBool());
}

void tst_RunModel::aRecordFromElsewhereIsANewRow()
{
    StandingClock clock;
    RunModel model(clock);
    QAbstractItemModelTester tester(&model);

    model.finish(sampleRecord(u"x"_qs));

    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(u"x"_qs), 0);
    QCOMPARE(model.index(0, RunModel::Cost).data().toString(), u"–"_qs);
    QCOMPARE(model.index(0, RunModel::Init).data().toString(), u"–"_qs);
    QCOMPARE(model.index(0, RunModel::Start).data().toString(), u"Warm"_qs);
}

void tst_RunModel::anAbandonedRunLeaves()
{
    StandingClock clock;
    RunModel model(clock);
    QAbstractItemModelTester tester(&model);
    model.begin(sampleRequest(u"a"_qs), {});

    model.abandon(u"a"_qs);
    model.abandon(u"unknown"_qs);

    QCOMPARE(model.rowCount(), 0);
}

void tst_RunModel::clearingKeepsWhatRuns()
{
    StandingClock clock;
    RunModel model(clock);
    QAbstractItemModelTester tester(&model);
    model.finish(sampleRecord(u"a"_qs));
    model.begin(sampleRequest(u"b"_qs), {});
    model.finish(sampleRecord(u"c"_qs));

    model.clearFinished();

    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.run(0).requestId, u"b"_qs);
}

void tst_RunModel::theOldestRunLeavesALongSession()
{
    StandingClock clock;
    RunModel model(clock);
    model.begin(sampleRequest(u"running"_qs), {});
    for (int i = 0; i < RunModel::LongestSession; ++i)
        model.finish(sampleRecord(QString::number(i)));

    QCOMPARE(model.rowCount(), RunModel::LongestSession);
    QCOMPARE(model.run(0).requestId, u"running"_qs);
    QCOMPARE(model.run(1).requestId, u"1"_qs);
}

void tst_RunModel::runsThatNobodyWaitedForAreAppended()
{
    StandingClock clock;
    RunModel model(clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    Run run;
    run.requestId = u"a"_qs;
    run.eventName = u"order created"_qs;
    run.record = sampleRecord(u"a"_qs);
    run.origin = u"asynchronous, run 1"_qs;
    Run again = run;
    again.eventName.clear();
    again.origin = u"asynchronous, run 2"_qs;

    model.append({run, again});

    QCOMPARE(model.rowCount(), 2); // also with one request id
    QCOMPARE(model.index(0, RunModel::Event).data().toString(),
             u"order created, asynchronous, run 1"_qs);
    QCOMPARE(model.index(1, RunModel::Event).data().toString(), u"asynchronous, run 2"_qs);
}

void tst_RunModel::aBurstOfRunsIsOneChange()
{
    StandingClock clock;
    RunModel model(clock);
    model.begin(sampleRequest(u"running"_qs), {});
    for (int i = 1; i < RunModel::LongestSession; ++i)
        model.finish(sampleRecord(QString::number(i)));
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    std::vector<Run> runs(3);
    for (Run &run : runs)
        run.record = sampleRecord(u"attempt"_qs);

    model.append(runs);

    QCOMPARE(inserts.count(), 1);
    QCOMPARE(model.rowCount(), RunModel::LongestSession);
    QCOMPARE(model.run(0).requestId, u"running"_qs);
    QCOMPARE(model.run(1).requestId, u"4"_qs);
}

void tst_RunModel::sortKeysAreNumbers()
{
    StandingClock clock;
    RunModel model(clock);
    InvocationRecord slow = sampleRecord(u"slow"_qs);
    slow.report.duration = 1'300'000us;
    model.finish(sampleRecord(u"quick"_qs));
    model.finish(slow);

    const auto key = [&](int row) {
        return model.index(row, RunModel::Duration).data(RunModel::SortRole).toLongLong();
    };

    QCOMPARE(key(0), 48'210);
    QCOMPARE(key(1), 1'300'000);
    QVERIFY(model.index(0, RunModel::Init).data(RunModel::SortRole).toLongLong() < 0);
}

void tst_RunModel::coldRunsSayWhyInATooltip()
{
    StandingClock clock;
    RunModel model(clock);
    InvocationRecord record = sampleRecord(u"a"_qs);
    record.coldStart = ColdStartReason::CodeChanged;
    record.changedFile = u"app.py"_qs;

    model.finish(record);

    const QString tip = model.index(0, RunModel::Start).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"app.py"_qs), qPrintable(tip));
}

COLDFRAME_TEST(tst_RunModel);

#include "tst_runmodel.moc"
