// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/ranktest.h"
#include "tests/support/testmain.h"

#include <QList>
#include <QTest>

#include <cmath>

using namespace coldframe;

namespace {

using Values = QList<double>;

Values range(double first, int count, double step = 1)
{
    Values values;
    for (int i = 0; i < count; ++i)
        values.append(first + i * step);
    return values;
}

/// Each value five times.
Values stairs(double first, int steps)
{
    Values values;
    for (int i = 0; i < steps * 5; ++i)
        values.append(first + i / 5);
    return values;
}

bool isClose(double value, double expected)
{
    return std::abs(value - expected) <= 1e-12 * std::max(1.0, std::abs(expected));
}

} // namespace

class tst_RankTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanceExplains_data();
    void tellsWhatChanceExplains();
    void isSymmetric();
    void judges_data();
    void judges();
    void medians();
};

void tst_RankTest::tellsWhatChanceExplains_data()
{
    QTest::addColumn<Values>("first");
    QTest::addColumn<Values>("second");
    QTest::addColumn<double>("u");
    QTest::addColumn<double>("p");
    QTest::addColumn<bool>("exact");

    // By hand: 1 of the 20 ways to choose 3 of 6 ranks is as high, twice for both sides.
    QTest::newRow("three above three") << Values{1, 2, 3} << Values{4, 5, 6} << 9.0 << 0.1 << true;
    // 1 of 252.
    QTest::newRow("five above five") << range(1, 5) << range(6, 5) << 25.0 << 2.0 / 252 << true;
    // 87 of 252 are as high.
    QTest::newRow("side by side") << Values{1, 3, 5, 7, 9} << Values{2, 4, 6, 8, 10} << 15.0
                                  << 2 * 87.0 / 252 << true;
    // scipy.stats.mannwhitneyu's own example: U1 = 17, so 3 for the second sample; p = 1/9.
    QTest::newRow("the example of scipy")
        << Values{19, 22, 16, 29, 24} << Values{20, 11, 17, 12} << 3.0 << 1.0 / 9 << true;
    // Counted over the 70 ways with mean ranks: 10 are as high.
    QTest::newRow("ties, exact") << Values{1, 2, 2, 3} << Values{2, 3, 3, 4} << 13.0
                                 << 2 * 10.0 / 70 << true;
    QTest::newRow("nothing but ties") << Values{5, 5, 5} << Values{5, 5, 5} << 4.5 << 1.0 << true;
    QTest::newRow("one each") << Values{1} << Values{2} << 1.0 << 1.0 << true;
    QTest::newRow("nothing on one side") << Values{} << Values{2} << 0.0 << 1.0 << false;
    // 42 of 792.
    QTest::newRow("of different sizes")
        << range(10, 7) << Values{9, 17, 18, 19, 20} << 28.0 << 2 * 42.0 / 792 << true;
    // z = (|425 - 312.5| - 0.5) / sqrt(25 * 25 / 12 * (51 - 120 / 2450)), 20 pairs of equals.
    QTest::newRow("many, with pairs of equals")
        << range(100, 25) << range(105, 25) << 425.0 << 0.029692860930829495 << false;
    // z = (|587.5 - 450| - 0.5) / sqrt(900 / 12 * (61 - (5 * 990 + 2 * 120) / 3540)).
    QTest::newRow("many, with large ties")
        << stairs(0, 6) << stairs(1, 6) << 587.5 << 0.040339601670613484 << false;
    QTest::newRow("many equals") << Values(30, 7.0) << Values(30, 7.0) << 450.0 << 1.0 << false;
}

void tst_RankTest::tellsWhatChanceExplains()
{
    QFETCH(const Values, first);
    QFETCH(const Values, second);
    QFETCH(const double, u);
    QFETCH(const double, p);
    QFETCH(const bool, exact);

    const RankTest test = rankTest(first, second);

    QCOMPARE(test.u, u);
    QVERIFY2(isClose(test.p, p), qPrintable(QString::number(test.p, 'g', 17)));
    QCOMPARE(test.isExact, exact);
}

void tst_RankTest::isSymmetric()
{
    const Values a{3, 1, 4, 1, 5, 9, 2, 6};
    const Values b{5, 3, 5, 8, 9, 7, 9};

    QCOMPARE(rankTest(a, b).p, rankTest(b, a).p);
    QCOMPARE(rankTest(a, b).u + rankTest(b, a).u, 56.0);
}

void tst_RankTest::judges_data()
{
    using Verdict = Regression::Verdict;
    QTest::addColumn<Values>("baseline");
    QTest::addColumn<Values>("later");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("effect");

    QTest::newRow("every run is slower")
        << range(10, 5) << range(20, 5) << Verdict::Slower << 10.0 << 1.0;
    QTest::newRow("every run is faster")
        << range(20, 5) << range(10, 5) << Verdict::Faster << -10.0 << 0.0;
    QTest::newRow("four runs say nothing")
        << range(10, 4) << range(20, 30) << Verdict::TooFewRuns << 23.0 << 1.0;
    QTest::newRow("no run yet") << range(10, 9) << Values{} << Verdict::TooFewRuns << 0.0 << 0.5;
    QTest::newRow("the same again")
        << range(10, 20) << range(10, 20) << Verdict::Same << 0.0 << 0.5;
    QTest::newRow("one outlier is no regression")
        << range(10, 10, 0.1) << Values{10, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6, 10.7, 10.8, 500}
        << Verdict::Same << 0.0 << 0.505;
}

void tst_RankTest::judges()
{
    QFETCH(const Values, baseline);
    QFETCH(const Values, later);
    QFETCH(const Regression::Verdict, verdict);
    QFETCH(const double, difference);
    QFETCH(const double, effect);

    const Regression regression = compareWithBaseline(baseline, later);

    QCOMPARE(regression.verdict, verdict);
    QVERIFY(std::abs(regression.medianDifference - difference) < 1e-9);
    QVERIFY2(std::abs(regression.effect - effect) < 0.0051,
             qPrintable(QString::number(regression.effect)));
    QCOMPARE(regression.baselineRuns, static_cast<std::size_t>(baseline.size()));
}

void tst_RankTest::medians()
{
    QCOMPARE(medianOf(Values{}), 0.0);
    QCOMPARE(medianOf(Values{3, 1, 2}), 2.0);
    QCOMPARE(medianOf(Values{4, 1, 2, 3}), 2.5);
}

COLDFRAME_TEST(tst_RankTest);

#include "tst_ranktest.moc"
