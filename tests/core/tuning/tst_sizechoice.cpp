// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/billing/billedduration.h"
#include "core/billing/costestimate.h"
#include "core/tuning/sizechoice.h"
#include "core/tuning/tuningexport.h"
#include "tests/core/tuning/tuningsamples.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_SizeChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kindsOfWork_data();
    void kindsOfWork();
    void ties();
    void weights();
    void nothingToChooseFrom();
    void aPublishedCurve();
};

namespace {

Money sampleMoney(int count)
{
    return UnitPrice::fromText(u"0.000001")->forCount(count);
}

MebiBytes chosen(const std::vector<SizeCandidate> &candidates, TuningStrategy strategy,
                 double weight = DefaultBalancedWeight)
{
    return candidates[*bestSize(candidates, strategy, weight)].memory;
}

/// With CPU time by share alone, which is what the vectors of cost-and-tuning, E.4 are made with.
std::vector<SizeCandidate> linearCandidates(double waiting, double cpu)
{
    std::vector<SizeCandidate> candidates;
    for (const MebiBytes size : TuningPlan::defaultTuningSizes()) {
        const double share = std::min(1.0, static_cast<double>(size.value) / 1769);
        InvocationUsage usage;
        usage.memory = size;
        const auto time = fromMilliseconds(waiting + cpu / share);
        usage.handler = billedDuration(time);
        candidates.push_back({size, time, invocationCost(samplePrices(), usage).total()});
    }
    return candidates;
}

} // namespace

void tst_SizeChoice::kindsOfWork_data()
{
    QTest::addColumn<double>("waiting");
    QTest::addColumn<double>("cpu");
    QTest::addColumn<int>("cost");
    QTest::addColumn<int>("speed");
    QTest::addColumn<int>("balanced");

    QTest::newRow("computing") << 0.0 << 300.0 << 1769 << 1769 << 1769;
    QTest::newRow("waiting") << 200.0 << 2.0 << 128 << 1769 << 256;
    QTest::newRow("both") << 80.0 << 60.0 << 128 << 1769 << 1024;
}

void tst_SizeChoice::kindsOfWork()
{
    QFETCH(const double, waiting);
    QFETCH(const double, cpu);
    QFETCH(const int, cost);
    QFETCH(const int, speed);
    QFETCH(const int, balanced);

    const std::vector<SizeCandidate> candidates = linearCandidates(waiting, cpu);

    QCOMPARE(chosen(candidates, TuningStrategy::Cost).value, std::int64_t(cost));
    QCOMPARE(chosen(candidates, TuningStrategy::Speed).value, std::int64_t(speed));
    QCOMPARE(chosen(candidates, TuningStrategy::Balanced).value, std::int64_t(balanced));
}

void tst_SizeChoice::ties()
{
    const std::vector<SizeCandidate> candidates{
        {MebiBytes{128}, 40ms, sampleMoney(5)},
        {MebiBytes{256}, 20ms, sampleMoney(5)},
        {MebiBytes{512}, 10ms, sampleMoney(9)},
        {MebiBytes{1024}, 10ms, sampleMoney(8)},
    };
    QCOMPARE(chosen(candidates, TuningStrategy::Cost), MebiBytes{256}); // the faster one
    QCOMPARE(chosen(candidates, TuningStrategy::Speed), MebiBytes{1024}); // the cheaper one
}

void tst_SizeChoice::weights()
{
    const std::vector<SizeCandidate> candidates{
        {MebiBytes{128}, 100ms, sampleMoney(2)},
        {MebiBytes{512}, 40ms, sampleMoney(4)},
        {MebiBytes{2048}, 20ms, sampleMoney(10)},
    };
    QCOMPARE(chosen(candidates, TuningStrategy::Balanced, 0), MebiBytes{2048}); // as for speed
    QCOMPARE(chosen(candidates, TuningStrategy::Balanced, 0.5), MebiBytes{512});
    QCOMPARE(chosen(candidates, TuningStrategy::Balanced, 1), MebiBytes{128}); // as for cost
}

void tst_SizeChoice::nothingToChooseFrom()
{
    for (const auto strategy :
         {TuningStrategy::Cost, TuningStrategy::Speed, TuningStrategy::Balanced})
        QVERIFY(!bestSize({}, strategy).has_value());
}

/// The example of AWS Lambda Power Tuning (cost-and-tuning, E.1).
void tst_SizeChoice::aPublishedCurve()
{
    const auto curve = readVisualiserHash(
        u"gAAAAQACAAQABsAL;ZooQR4yvkUa/pQRGRC5zRaADHUVjOftE;QdWhOEMkoziDT5Q4xhiIOMYYiDi6RNc4");
    QVERIFY(curve.has_value());
    std::vector<SizeCandidate> candidates;
    for (std::size_t i = 0; i < curve->sizes.size(); ++i) {
        const QString dollars = QString::number(double(curve->dollars[i]), 'f', 12);
        candidates.push_back({curve->sizes[i], fromMilliseconds(double(curve->milliseconds[i])),
                              UnitPrice::fromText(dollars)->forCount(1)});
    }
    QCOMPARE(chosen(candidates, TuningStrategy::Cost), MebiBytes{1536}); // a tie with 1024
    QCOMPARE(chosen(candidates, TuningStrategy::Speed), MebiBytes{3008});
}

COLDFRAME_TEST(tst_SizeChoice);

#include "tst_sizechoice.moc"
