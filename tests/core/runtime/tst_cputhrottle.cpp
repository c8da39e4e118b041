// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/cputhrottle.h"

#include "tests/core/runtime/sandboxbench.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;
using coldframe::test::SandboxBench;

class tst_CpuThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shareOfMemory_data();
    void shareOfMemory();
    void wallTimeIsAStaircase_data();
    void wallTimeIsAStaircase();
    void nothingIsSaved();
    void debtsAreKept();
    void processesThatEndGiveNothingBack();
    void aBusyProcessIsStoppedAndGoesOn();
};

void tst_CpuThrottle::shareOfMemory_data()
{
    QTest::addColumn<int>("memory");
    QTest::addColumn<double>("share");
    QTest::newRow("smallest") << 128 << 0.0724;
    QTest::newRow("one vCPU") << 1769 << 1.0;
    QTest::newRow("largest") << 10240 << 5.7886;
}

void tst_CpuThrottle::shareOfMemory()
{
    QFETCH(const int, memory);
    QFETCH(const double, share);

    QVERIFY(std::abs(cpuShareOf(MebiBytes{memory}) - share) < 0.0001);
}

void tst_CpuThrottle::wallTimeIsAStaircase_data()
{
    QTest::addColumn<int>("memory");
    QTest::addColumn<int>("cpuMilliseconds");
    QTest::addColumn<double>("wallMilliseconds"); // cost-and-tuning, E.2
    QTest::newRow("128 MB, 1 ms") << 128 << 1 << 1.0;
    QTest::newRow("128 MB, 2 ms") << 128 << 2 << 20.55;
    QTest::newRow("128 MB, 10 ms") << 128 << 10 << 121.32;
    QTest::newRow("512 MB, 5 ms") << 512 << 5 << 5.0;
    QTest::newRow("512 MB, 10 ms") << 512 << 10 << 24.21;
    QTest::newRow("512 MB, 50 ms") << 512 << 50 << 163.69;
    QTest::newRow("1024 MB, 50 ms") << 1024 << 50 << 83.69;
}

/// A busy thread under a perfect throttle that looks exactly when the budget says.
void tst_CpuThrottle::wallTimeIsAStaircase()
{
    QFETCH(const int, memory);
    QFETCH(const int, cpuMilliseconds);
    QFETCH(const double, wallMilliseconds);
    const auto quota = std::chrono::duration_cast<std::chrono::nanoseconds>(
        20ms * cpuShareOf(MebiBytes{memory}));
    CpuBudget budget(quota, 20ms);
    const Instant begin{};
    Instant now = begin;
    std::chrono::nanoseconds used{};
    budget.begin(now, used);

    while (used < std::chrono::milliseconds(cpuMilliseconds)) {
        const std::chrono::nanoseconds pause = std::min<std::chrono::nanoseconds>(
            budget.untilNextLook(now),
            budget.isSpent() ? 1h : std::chrono::milliseconds(cpuMilliseconds) - used);
        QVERIFY(pause > 0ns);
        if (!budget.isSpent())
            used += pause;
        now += pause;
        budget.account(now, used);
    }

    const double wall = std::chrono::duration<double, std::milli>(now - begin).count();
    QVERIFY2(std::abs(wall - wallMilliseconds) < 0.02, QByteArray::number(wall).constData());
}

void tst_CpuThrottle::nothingIsSaved()
{
    CpuBudget budget(2ms, 20ms);
    budget.begin(Instant{}, 0ns);

    budget.account(Instant(200ms), 0ns); // ten periods without work
    budget.account(Instant(201ms), 1ms);
    QVERIFY(!budget.isSpent());
    QCOMPARE(budget.untilNextLook(Instant(201ms)), std::chrono::nanoseconds(1ms));
    budget.account(Instant(202ms), 2ms);
    QVERIFY(budget.isSpent());
    QCOMPARE(budget.untilNextLook(Instant(202ms)), std::chrono::nanoseconds(18ms));
}

void tst_CpuThrottle::debtsAreKept()
{
    CpuBudget budget(2ms, 20ms);
    budget.begin(Instant{}, 5ms);

    budget.account(Instant(5ms), 10ms); // two and a half quotas
    QVERIFY(budget.isSpent());
    QCOMPARE(budget.untilNextLook(Instant(5ms)), std::chrono::nanoseconds(35ms));
    budget.account(Instant(20ms), 10ms);
    QVERIFY(budget.isSpent());
    budget.account(Instant(40ms), 10ms);
    QVERIFY(!budget.isSpent());
    QCOMPARE(budget.untilNextLook(Instant(40ms)), std::chrono::nanoseconds(1ms));
}

void tst_CpuThrottle::processesThatEndGiveNothingBack()
{
    CpuBudget budget(2ms, 20ms);
    budget.begin(Instant{}, 500ms);

    budget.account(Instant(1ms), 1ms); // the one with the 500 is gone
    QCOMPARE(budget.untilNextLook(Instant(1ms)), std::chrono::nanoseconds(2ms));
    budget.account(Instant(2ms), 3ms);
    QVERIFY(budget.isSpent());
}

void tst_CpuThrottle::aBusyProcessIsStoppedAndGoesOn()
{
    constexpr int patience = 30'000;
    SandboxBench bench(Isolation::None);
    bench.plan.limitsCpu = true; // 128 MB: 1.4 ms of every 20
    QVERIFY(bench.start());
    bench.runScript("echo $$; while :; do :; done");
    QTRY_VERIFY_WITH_TIMEOUT(bench.output().endsWith('\n'), patience);
    const pid_t process = bench.output().trimmed().toInt();
    const auto fields = [process] {
        QFile file(QStringLiteral("/proc/%1/stat").arg(process));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QByteArrayList();
    };
    const auto isStopped = [&fields] { return fields()[2] == "T"; };
    const auto ticks = [&fields] { return fields()[13].toInt(); };
    QVERIFY(!isStopped()); // not before it is asked for

    bench.sandbox->setCpuLimited(true);

    QTRY_VERIFY_WITH_TIMEOUT(isStopped(), patience);
    const int before = ticks();
    QTRY_VERIFY_WITH_TIMEOUT(ticks() > before, patience); // goes on again and again
    bench.sandbox->freeze();
    const int frozen = ticks();
    for (int i = 0; i < 5; ++i) {
        QTest::qWait(25); // a period, after which the throttle alone would let it go on
        QVERIFY(isStopped());
    }
    QVERIFY(ticks() <= frozen + 1);
    bench.sandbox->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(ticks() > frozen + 1, patience);
    bench.sandbox->setCpuLimited(false);
    QTest::qWait(25);
    QVERIFY(!isStopped());
}

COLDFRAME_TEST(tst_CpuThrottle);

#include "tst_cputhrottle.moc"
