// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/burst.h"

#include "tests/core/invoker/invokertest.h"
#include "tests/support/fakeinvoker.h"
#include "tests/support/handclock.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Burst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesPlans_data();
    void refusesPlans();
    void whatIsDue_data();
    void whatIsDue();
    void whenTheNextIsDue_data();
    void whenTheNextIsDue();
    void sendsAllAtOnce();
    void manyAtOnceLeaveTheThreadTimeForOthers();
    void sendsWhatIsDueByTheClock();
    void aLateTimerMakesNothingFewer();
    void everyInvocationHasItsOwnRequestId();
    void countsAndTellsRecords();
    void endsWhenTheLastHasEnded();
    void stoppingStopsWhatRuns();
    void aSecondStartIsRefused();
    void beginsAgainWithNewFigures();
    void anEndedBurstStopsWhatRuns();
    void aRealBurstAboveTheReservedConcurrency();

private:
    BurstPlan atOnce(int count) const { return {m_request, AtOnce{count}}; }
    BurstPlan atRate(int perSecond, std::chrono::seconds duration) const
    {
        return {m_request, AtRate{perSecond, duration}};
    }
    void finishAll();

    InvocationRequest m_request;
    HandClock m_clock;
    std::unique_ptr<FakeInvoker> m_invoker;
    std::unique_ptr<Burst> m_burst;
};

COLDFRAME_TEST(tst_Burst);

void tst_Burst::init()
{
    m_burst.reset();
    m_invoker = std::make_unique<FakeInvoker>();
    m_clock = {};
    m_burst = std::make_unique<Burst>(*m_invoker, m_clock);
    m_request.function.name = QStringLiteral("orders");
    m_request.event = "{\"id\": 7}";
}

void tst_Burst::finishAll()
{
    while (m_invoker->isRunning())
        m_invoker->finish(warmRecord(m_invoker->running(), "{}"));
}

void tst_Burst::refusesPlans_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("perSecond");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("accepted");

    QTest::newRow("one at once") << 1 << 0 << 0 << true;
    QTest::newRow("none at once") << 0 << 0 << 0 << false;
    QTest::newRow("the most at once") << BurstPlan::MostAtOnce << 0 << 0 << true;
    QTest::newRow("more at once") << BurstPlan::MostAtOnce + 1 << 0 << 0 << false;
    QTest::newRow("a rate") << 0 << 10 << 5 << true;
    QTest::newRow("no rate") << 0 << 0 << 5 << false;
    QTest::newRow("too fast") << 0 << BurstPlan::MostPerSecond + 1 << 5 << false;
    QTest::newRow("no time") << 0 << 10 << 0 << false;
    QTest::newRow("too long") << 0 << 1 << 601 << false;
    QTest::newRow("as many as there may be") << 0 << 1000 << 50 << true;
    QTest::newRow("too many") << 0 << 1000 << 51 << false;
}

void tst_Burst::refusesPlans()
{
    QFETCH(int, count);
    QFETCH(int, perSecond);
    QFETCH(int, seconds);
    QFETCH(bool, accepted);
    const BurstPlan plan = seconds == 0 && perSecond == 0
        ? atOnce(count)
        : atRate(perSecond, std::chrono::seconds(seconds));

    const Result<void> checked = checkBurstPlan(plan);

    QCOMPARE(checked.has_value(), accepted);
    if (!accepted)
        QCOMPARE(checked.error().code, Error::Code::InvalidArgument);
}

void tst_Burst::whatIsDue_data()
{
    QTest::addColumn<int>("perSecond");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<std::chrono::nanoseconds>("elapsed");
    QTest::addColumn<int>("due");

    using Time = std::chrono::nanoseconds;
    QTest::newRow("the first at once") << 10 << 2 << Time(0) << 1;
    QTest::newRow("before the second") << 10 << 2 << Time(99'999'999) << 1;
    QTest::newRow("the second") << 10 << 2 << Time(100ms) << 2;
    QTest::newRow("the last before the end") << 10 << 2 << Time(1900ms) << 20;
    QTest::newRow("never more than planned") << 10 << 2 << Time(1h) << 20;
    QTest::newRow("thirds of a second: not yet") << 3 << 1 << Time(333'333'333) << 1;
    QTest::newRow("thirds of a second") << 3 << 1 << Time(333'333'334) << 2;
    QTest::newRow("fast and long") << 1000 << 50 << Time(49'999ms) << 50'000;
}

void tst_Burst::whatIsDue()
{
    QFETCH(int, perSecond);
    QFETCH(int, seconds);
    QFETCH(std::chrono::nanoseconds, elapsed);
    QFETCH(int, due);

    QCOMPARE(dueCount(atRate(perSecond, std::chrono::seconds(seconds)), elapsed), due);
}

void tst_Burst::whenTheNextIsDue_data()
{
    QTest::addColumn<int>("perSecond");
    QTest::newRow("round") << 10;
    QTest::newRow("thirds") << 3;
    QTest::newRow("sevenths") << 7;
    QTest::newRow("fast") << 997;
}

void tst_Burst::whenTheNextIsDue()
{
    QFETCH(int, perSecond);
    const BurstPlan plan = atRate(perSecond, 3s);
    for (int sent = 1; sent < plannedCount(plan); ++sent) {
        const auto due = nextDue(plan, sent);
        QVERIFY(due);
        QCOMPARE(dueCount(plan, *due), sent + 1);
        QCOMPARE(dueCount(plan, *due - 1ns), sent);
    }
    QVERIFY(!nextDue(plan, plannedCount(plan)));
}

void tst_Burst::sendsAllAtOnce()
{
    QVERIFY(m_burst->start(atOnce(25)));

    QCOMPARE(m_invoker->requests.size(), std::size_t(25));
    QCOMPARE(m_burst->statistics().inFlight(), 25);
    QCOMPARE(m_invoker->requests.back().event, m_request.event);
    QCOMPARE(m_invoker->requests.back().function.name, QStringLiteral("orders"));
}

void tst_Burst::manyAtOnceLeaveTheThreadTimeForOthers()
{
    QVERIFY(m_burst->start(atOnce(1'000)));
    QVERIFY(m_invoker->requests.size() < 1'000);

    QTRY_COMPARE(m_invoker->requests.size(), std::size_t(1'000));
}

void tst_Burst::sendsWhatIsDueByTheClock()
{
    QVERIFY(m_burst->start(atRate(10, 2s)));
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));

    m_clock.advance(100ms);
    m_burst->proceed();
    QCOMPARE(m_invoker->requests.size(), std::size_t(2));
    m_burst->proceed();
    QCOMPARE(m_invoker->requests.size(), std::size_t(2));
    m_clock.advance(150ms);
    m_burst->proceed();
    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
}

void tst_Burst::aLateTimerMakesNothingFewer()
{
    QVERIFY(m_burst->start(atRate(10, 2s)));

    m_clock.advance(1s);
    m_burst->proceed();
    QCOMPARE(m_invoker->requests.size(), std::size_t(11));
    m_clock.advance(10s);
    m_burst->proceed();
    QCOMPARE(m_invoker->requests.size(), std::size_t(20));
}

void tst_Burst::everyInvocationHasItsOwnRequestId()
{
    m_request.requestId = QStringLiteral("mine");
    QVERIFY(m_burst->start(atOnce(50)));

    QSet<QString> ids;
    for (const InvocationRequest &request : m_invoker->requests)
        ids.insert(request.requestId);
    QCOMPARE(ids.size(), 50);
    QVERIFY(!ids.contains(QStringLiteral("mine")));
}

void tst_Burst::countsAndTellsRecords()
{
    QSignalSpy ended(m_burst.get(), &Burst::ended);
    QSignalSpy finished(m_burst.get(), &Burst::finished);
    QVERIFY(m_burst->start(atOnce(4)));
    m_clock.advance(80ms);
    m_invoker->finish(coldRecord(m_invoker->running(), "{}"));
    m_invoker->finish(failedRecord(m_invoker->running()));
    const QString reason
        = throttleReasonName(ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    m_invoker->fail({Error::Code::Throttled, reason});
    m_invoker->fail({Error::Code::SpawnFailed, QStringLiteral("python3: no memory")});

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(ended.size(), 2);
    const BurstStatistics &statistics = m_burst->statistics();
    QCOMPARE(statistics.succeeded, 1);
    QCOMPARE(statistics.coldStarts, 1);
    QCOMPARE(statistics.failed, 1);
    QCOMPARE(statistics.throttled, (std::map<QString, int>{{reason, 1}}));
    QCOMPARE(statistics.notRun, 1);
    QCOMPARE(statistics.latencies().size(), std::size_t(2));
    QCOMPARE(statistics.latencies().front(), 80ms);
    QCOMPARE(statistics.inFlight(), 0);
    QCOMPARE(statistics.mostInFlight(), 4);
}

void tst_Burst::endsWhenTheLastHasEnded()
{
    QSignalSpy finished(m_burst.get(), &Burst::finished);
    QSignalSpy progressed(m_burst.get(), &Burst::progressed);
    QVERIFY(m_burst->start(atRate(2, 1s)));
    finishAll();
    QTRY_COMPARE(m_burst->statistics().succeeded, 1);
    QVERIFY(m_burst->isRunning());
    QCOMPARE(finished.size(), 0);

    m_clock.advance(1s);
    m_burst->proceed();
    finishAll();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!m_burst->isRunning());
    QVERIFY(!progressed.isEmpty());
}

void tst_Burst::stoppingStopsWhatRuns()
{
    QSignalSpy finished(m_burst.get(), &Burst::finished);
    QVERIFY(m_burst->start(atRate(10, 60s)));
    m_clock.advance(300ms);
    m_burst->proceed();

    m_burst->stop();
    m_clock.advance(5s);
    m_burst->proceed();

    QCOMPARE(m_invoker->requests.size(), std::size_t(4));
    QCOMPARE(m_invoker->stopped.size(), 4);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_burst->statistics().stopped, 4);
}

void tst_Burst::aSecondStartIsRefused()
{
    QVERIFY(m_burst->start(atOnce(2)));
    const Result<void> second = m_burst->start(atOnce(2));

    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::InvalidArgument);
    QCOMPARE(m_invoker->requests.size(), std::size_t(2));
}

void tst_Burst::beginsAgainWithNewFigures()
{
    QSignalSpy finished(m_burst.get(), &Burst::finished);
    QVERIFY(m_burst->start(atOnce(2)));
    finishAll();
    QTRY_COMPARE(finished.size(), 1);

    QVERIFY(m_burst->start(atOnce(3)));
    QCOMPARE(m_burst->statistics().sent, 3);
    QCOMPARE(m_burst->statistics().succeeded, 0);
}

void tst_Burst::anEndedBurstStopsWhatRuns()
{
    QVERIFY(m_burst->start(atOnce(3)));
    m_burst.reset();

    QCOMPARE(m_invoker->stopped.size(), 3);
}

void tst_Burst::aRealBurstAboveTheReservedConcurrency()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("app.py")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import os, time\n"
               "def handler(event, context):\n"
               "    while not os.path.exists('go'):\n"
               "        time.sleep(0.01)\n"
               "    return event\n");
    file.close();
    InvokerTest test;
    const SystemClock clock;
    Burst burst(test.invoker(), clock);
    QSignalSpy finished(&burst, &Burst::finished);
    const InvocationRequest request = requestForFolder(plainPython, folder.path());
    ConcurrencySettings settings;
    settings.reserved[request.function.name] = 2;
    test.invoker().setConcurrency(settings);

    QVERIFY(burst.start({request, AtOnce{5}}));
    QTRY_COMPARE(burst.statistics().throttledCount(), 3);
    QCOMPARE(burst.statistics().throttled.begin()->first,
             throttleReasonName(ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded));
    QFile go(folder.filePath(QStringLiteral("go")));
    QVERIFY(go.open(QIODevice::WriteOnly));

    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(burst.statistics().succeeded, 2);
    QCOMPARE(burst.statistics().coldStarts, 2);
    QCOMPARE(burst.statistics().mostInFlight(), 5);
}

#include "tst_burst.moc"
