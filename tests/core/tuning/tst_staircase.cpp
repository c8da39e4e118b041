// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/staircase.h"
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_Staircase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeOfWork_data();
    void timeOfWork();
    void aFullShareIsNoLimit_data();
    void aFullShareIsNoLimit();
    void threadsNeedMoreProcessors();
    void quotas();
};

void tst_Staircase::timeOfWork_data()
{
    QTest::addColumn<int>("memory");
    QTest::addColumn<double>("cpu"); // ms
    QTest::addColumn<double>("time"); // ms; cost-and-tuning, E.2

    QTest::newRow("128 MB: within the quota") << 128 << 1.0 << 1.0;
    QTest::newRow("128 MB: 2 ms") << 128 << 2.0 << 20.55;
    QTest::newRow("128 MB: 5 ms") << 128 << 5.0 << 60.66;
    QTest::newRow("128 MB: 10 ms") << 128 << 10.0 << 121.32;
    QTest::newRow("128 MB: 50 ms") << 128 << 50.0 << 680.80;
    QTest::newRow("128 MB: 200 ms") << 128 << 200.0 << 2760.29;
    QTest::newRow("512 MB: within the quota") << 512 << 5.0 << 5.0;
    QTest::newRow("512 MB: 10 ms") << 512 << 10.0 << 24.21;
    QTest::newRow("512 MB: 50 ms") << 512 << 50.0 << 163.69;
    QTest::newRow("1024 MB: within the quota") << 1024 << 10.0 << 10.0;
    QTest::newRow("1024 MB: 50 ms") << 1024 << 50.0 << 83.69;
    QTest::newRow("nothing to do") << 128 << 0.0 << 0.0;
}

void tst_Staircase::timeOfWork()
{
    QFETCH(const int, memory);
    QFETCH(const double, cpu);
    QFETCH(const double, time);

    const auto got = throttledTime(fromMilliseconds(cpu), MebiBytes{memory});

    const double milliseconds = std::chrono::duration<double, std::milli>(got).count();
    QVERIFY2(std::abs(milliseconds - time) < 0.006, qPrintable(QString::number(milliseconds)));
}

void tst_Staircase::aFullShareIsNoLimit_data()
{
    QTest::addColumn<int>("memory");
    QTest::newRow("one vCPU") << 1769;
    QTest::newRow("more than one thread can use") << 10240;
}

void tst_Staircase::aFullShareIsNoLimit()
{
    QFETCH(const int, memory);

    for (const auto cpu : {3ms, 20ms, 47ms, 1234ms})
        QCOMPARE(throttledTime(cpu, MebiBytes{memory}), std::chrono::nanoseconds(cpu));
}

void tst_Staircase::threadsNeedMoreProcessors()
{
    // Four threads: as fast as four processors where there are as many, and with one as slow as
    // one.
    QCOMPARE(throttledTime(400ms, MebiBytes{4 * 1769}, 4), std::chrono::nanoseconds(100ms));
    QCOMPARE(throttledTime(400ms, MebiBytes{10240}, 4), std::chrono::nanoseconds(100ms));
    // The quota of 20 ms is spent in 5 ms, and so is the last one.
    QCOMPARE(throttledTime(400ms, MebiBytes{1769}, 4), std::chrono::nanoseconds(385ms));
}

void tst_Staircase::quotas()
{
    QCOMPARE(cpuQuotaOf(MebiBytes{1769}), std::chrono::nanoseconds(20ms));
    QCOMPARE(std::chrono::round<std::chrono::microseconds>(cpuQuotaOf(MebiBytes{128})), 1447us);
}

COLDFRAME_TEST(tst_Staircase);

#include "tst_staircase.moc"
