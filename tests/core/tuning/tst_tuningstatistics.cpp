// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tuning/tuningstatistics.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <random>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TuningStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void means_data();
    void means();
    void intervals();
    void anIntervalOfNothing();
};

Q_DECLARE_METATYPE(coldframe::Samples)

void tst_TuningStatistics::means_data()
{
    QTest::addColumn<Samples>("samples");
    QTest::addColumn<double>("discard");
    QTest::addColumn<int>("mean"); // ms

    QTest::newRow("one at each end of five") << Samples{1000ms, 2ms, 3ms, 4ms, 0ms} << 0.2 << 3;
    QTest::newRow("nothing of four: rounded down") << Samples{4ms, 2ms, 3ms, 3ms} << 0.2 << 3;
    QTest::newRow("nothing is left out") << Samples{1ms, 2ms, 9ms} << 0.0 << 4;
    QTest::newRow("the most that can be") << Samples{1ms, 2ms, 3ms, 8ms, 90ms} << 0.4 << 3;
    QTest::newRow("more than that is not") << Samples{1ms, 2ms, 3ms, 8ms, 90ms} << 0.9 << 3;
    QTest::newRow("one") << Samples{7ms} << 0.4 << 7;
}

void tst_TuningStatistics::means()
{
    QFETCH(const Samples, samples);
    QFETCH(const double, discard);
    QFETCH(const int, mean);

    QCOMPARE(trimmedMean(samples, discard).value(),
             std::chrono::nanoseconds(std::chrono::milliseconds(mean)));
    QVERIFY(!trimmedMean({}, discard).has_value());
}

/// Of 200 sets of samples, the interval has the true mean in about 95 of 100.
void tst_TuningStatistics::intervals()
{
    std::mt19937 random(1);
    int hits = 0;
    for (std::uint32_t set = 0; set < 200; ++set) {
        Samples samples;
        for (int i = 0; i < 20; ++i) // 100 ms on average
            samples.push_back(std::chrono::microseconds(90'000 + random() % 20'001));
        const auto interval = bootstrapInterval(samples, 0, set);
        QVERIFY(interval.has_value());
        QVERIFY(interval->low < interval->high);
        hits += interval->low <= 100ms && interval->high >= 100ms;
    }
    QVERIFY2(hits >= 176 && hits <= 200, qPrintable(QString::number(hits)));

    const Samples samples{10ms, 11ms, 12ms, 15ms, 30ms};
    QCOMPARE(bootstrapInterval(samples, 0.2, 7), bootstrapInterval(samples, 0.2, 7));
    QVERIFY(bootstrapInterval(samples, 0.2, 7)->high <= 30ms);
    QVERIFY(bootstrapInterval(samples, 0.2, 7)->low >= 10ms);
}

void tst_TuningStatistics::anIntervalOfNothing()
{
    QVERIFY(!bootstrapInterval({}, 0, 1).has_value());
    QVERIFY(!bootstrapInterval({5ms}, 0, 1).has_value());
    QCOMPARE(bootstrapInterval({5ms, 5ms}, 0, 1), (ConfidenceInterval{5ms, 5ms}));
}

COLDFRAME_TEST(tst_TuningStatistics);

#include "tst_tuningstatistics.moc"
