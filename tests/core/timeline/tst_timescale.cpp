// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timescale.h"

#include "tests/support/testmain.h"

#include <QList>
#include <QTest>

#include <cmath>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_TimeScale : public QObject
{
    Q_OBJECT

private slots:
    void mapsTimeToPixels_data();
    void mapsTimeToPixels();
    void zoomKeepsTheTimeUnderThePointer_data();
    void zoomKeepsTheTimeUnderThePointer();
    void neverLeavesTheExtent_data();
    void neverLeavesTheExtent();
    void panMovesByPixels();
    void zoomsNoFurtherThanTheShortestView();
    void keepsTheStretchWhenResized();
    void keepsTheStretchWhenTheAxisGrows();
    void showsEverythingOfAGrowingAxis();
    void keepsTheStretchWhenTheBeginningMoves();
    void revealsWithTheLeastMovement_data();
    void revealsWithTheLeastMovement();
    void choosesNiceSteps_data();
    void choosesNiceSteps();
    void ticksStandInsideTheView();
};

COLDFRAME_TEST(tst_TimeScale);

namespace {

using Nanoseconds = std::chrono::nanoseconds;

bool isAbout(double left, double right)
{
    return std::abs(left - right) < 0.01;
}

} // namespace

void tst_TimeScale::mapsTimeToPixels_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<Nanoseconds>("time");
    QTest::addColumn<double>("x");

    const TimeScale whole(100ms, 1000);
    QTest::newRow("the beginning is at the left") << whole << Nanoseconds(0) << 0.0;
    QTest::newRow("the end is at the right") << whole << Nanoseconds(100ms) << 1000.0;
    QTest::newRow("a quarter") << whole << Nanoseconds(25ms) << 250.0;
    QTest::newRow("before the view is negative")
        << whole.showing(50ms, 100ms).zoomed(2, 1000) << Nanoseconds(0) << -2636.36;
    QTest::newRow("half of it, twice as wide") << whole.zoomed(2, 0) << Nanoseconds(25ms) << 500.0;
    QTest::newRow("an invocation without duration has an axis all the same")
        << TimeScale(0ns, 100) << Nanoseconds(50) << 50.0;
    QTest::newRow("no width counts as a pixel") << TimeScale(100ns, 0) << Nanoseconds(100) << 1.0;
    QTest::newRow("the longest timeout") << TimeScale(900s, 900) << Nanoseconds(450s) << 450.0;
}

void tst_TimeScale::mapsTimeToPixels()
{
    QFETCH(TimeScale, scale);
    QFETCH(Nanoseconds, time);
    QFETCH(double, x);

    QVERIFY2(isAbout(scale.toPixels(time), x), qPrintable(QString::number(scale.toPixels(time))));
    QCOMPARE(scale.toTime(scale.toPixels(time)).count(), time.count());
}

void tst_TimeScale::zoomKeepsTheTimeUnderThePointer_data()
{
    QTest::addColumn<double>("pointer");
    QTest::addColumn<QList<double>>("factors");

    QTest::newRow("once, in the middle") << 500.0 << QList<double>{2};
    QTest::newRow("many steps") << 123.0 << QList<double>{1.2, 1.2, 1.2, 1.2, 1.2, 1.2};
    QTest::newRow("in and partly out again") << 700.0 << QList<double>{8, 0.5};
    QTest::newRow("at the left edge") << 0.0 << QList<double>{3};
    QTest::newRow("at the right edge") << 1000.0 << QList<double>{3};
    QTest::newRow("ten thousand times") << 333.0 << QList<double>{100, 100};
}

void tst_TimeScale::zoomKeepsTheTimeUnderThePointer()
{
    QFETCH(double, pointer);
    QFETCH(QList<double>, factors);
    TimeScale scale(48ms, 1000);
    const Nanoseconds before = scale.toTime(pointer);

    for (const double factor : factors) {
        scale = scale.zoomed(factor, pointer);
        QVERIFY(std::abs((scale.toTime(pointer) - before).count()) <= 1);
    }
    QVERIFY(scale.visible() < 48e6);
}

void tst_TimeScale::neverLeavesTheExtent_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<double>("begin");
    QTest::addColumn<double>("visible");

    const TimeScale whole(1000ns, 100);
    const TimeScale half = whole.zoomed(2, 50);
    QTest::newRow("zoomed out further than everything") << whole.zoomed(0.1, 30) << 0.0 << 1000.0;
    QTest::newRow("zoomed by nothing at all") << half.zoomed(0, 30) << 250.0 << 500.0;
    QTest::newRow("everything cannot be panned") << whole.panned(40) << 0.0 << 1000.0;
    QTest::newRow("panned past the beginning") << half.panned(-1000) << 0.0 << 500.0;
    QTest::newRow("panned past the end") << half.panned(1000) << 500.0 << 500.0;
    QTest::newRow("zoomed out at the right edge")
        << half.panned(1000).zoomed(0.75, 0) << 1000.0 - 500 / 0.75 << 500 / 0.75;
    QTest::newRow("fits again") << half.fitted() << 0.0 << 1000.0;
    QTest::newRow("shows a stretch with a margin") << whole.showing(400ns, 600ns) << 390.0 << 220.0;
    QTest::newRow("a stretch at the edge has no margin there")
        << whole.showing(0ns, 200ns) << 0.0 << 220.0;
}

void tst_TimeScale::neverLeavesTheExtent()
{
    QFETCH(TimeScale, scale);
    QFETCH(double, begin);
    QFETCH(double, visible);

    QVERIFY2(isAbout(scale.begin(), begin), qPrintable(QString::number(scale.begin())));
    QVERIFY2(isAbout(scale.visible(), visible), qPrintable(QString::number(scale.visible())));
}

void tst_TimeScale::panMovesByPixels()
{
    const TimeScale scale = TimeScale(1s, 1000).zoomed(4, 500);
    const double x = scale.toPixels(500ms);

    QVERIFY(isAbout(scale.panned(30).toPixels(500ms), x - 30));
}

void tst_TimeScale::zoomsNoFurtherThanTheShortestView()
{
    const TimeScale scale = TimeScale(1s, 1000).zoomed(1e15, 500);

    QVERIFY(isAbout(scale.visible(), double(TimeScale::ShortestView.count())));
}

void tst_TimeScale::keepsTheStretchWhenResized()
{
    const TimeScale scale = TimeScale(1s, 1000).showing(200ms, 300ms);

    QCOMPARE(scale.resized(500).begin(), scale.begin());
    QCOMPARE(scale.resized(500).visible(), scale.visible());
    QCOMPARE(scale.resized(500).width(), 500.0);
    QVERIFY(TimeScale(1s, 1000).resized(200).showsEverything());
}

void tst_TimeScale::keepsTheStretchWhenTheAxisGrows()
{
    const TimeScale part = TimeScale(100ms, 1000).zoomed(4, 0);

    const TimeScale longer = part.extended(200ms);

    QCOMPARE(longer.extent(), Nanoseconds(200ms));
    QCOMPARE(longer.begin(), part.begin());
    QCOMPARE(longer.visible(), part.visible());
}

void tst_TimeScale::showsEverythingOfAGrowingAxis()
{
    const TimeScale longer = TimeScale(100ms, 1000).extended(200ms);

    QVERIFY(longer.showsEverything());
    QCOMPARE(longer.toPixels(200ms), 1000.0);
}

void tst_TimeScale::keepsTheStretchWhenTheBeginningMoves()
{
    const TimeScale part = TimeScale(100ms, 1000).showing(60ms, 70ms);

    const TimeScale moved = part.extended(90ms, 10ms);

    QVERIFY(isAbout(moved.toPixels(50ms), part.toPixels(60ms)));
}

void tst_TimeScale::revealsWithTheLeastMovement_data()
{
    QTest::addColumn<Nanoseconds>("begin");
    QTest::addColumn<Nanoseconds>("end");
    QTest::addColumn<double>("expected");

    // seen are 400 to 600
    QTest::newRow("what is seen stays") << 450ns << 500ns << 400.0;
    QTest::newRow("earlier") << 300ns << 350ns << 300.0;
    QTest::newRow("begins before the view") << 390ns << 450ns << 390.0;
    QTest::newRow("later") << 700ns << 750ns << 550.0;
    QTest::newRow("longer than the view") << 420ns << 900ns << 420.0;
}

void tst_TimeScale::revealsWithTheLeastMovement()
{
    QFETCH(Nanoseconds, begin);
    QFETCH(Nanoseconds, end);
    QFETCH(double, expected);
    const TimeScale scale = TimeScale(1000ns, 100).zoomed(5, 50);
    QCOMPARE(scale.begin(), 400.0);

    QVERIFY(isAbout(scale.revealing(begin, end).begin(), expected));
}

void tst_TimeScale::choosesNiceSteps_data()
{
    QTest::addColumn<TimeScale>("scale");
    QTest::addColumn<Nanoseconds>("step");
    QTest::addColumn<TimeUnit>("unit");
    QTest::addColumn<int>("decimals");

    QTest::newRow("50 ms in ten") << TimeScale(50ms, 1000) << Nanoseconds(5ms)
                                  << TimeUnit::Milliseconds << 0;
    QTest::newRow("51 ms take the next step")
        << TimeScale(51ms, 1000) << Nanoseconds(10ms) << TimeUnit::Milliseconds << 0;
    QTest::newRow("1.5 ms need one decimal")
        << TimeScale(1500us, 1000) << Nanoseconds(200us) << TimeUnit::Milliseconds << 1;
    QTest::newRow("below a millisecond")
        << TimeScale(999us, 1000) << Nanoseconds(100us) << TimeUnit::Microseconds << 0;
    QTest::newRow("below a microsecond")
        << TimeScale(800ns, 1000) << Nanoseconds(100ns) << TimeUnit::Nanoseconds << 0;
    QTest::newRow("from a second on")
        << TimeScale(1s, 1000) << Nanoseconds(100ms) << TimeUnit::Seconds << 1;
    QTest::newRow("the longest timeout")
        << TimeScale(900s, 1000) << Nanoseconds(100s) << TimeUnit::Seconds << 0;
    QTest::newRow("the longest time that can be counted")
        << TimeScale(Nanoseconds::max(), 1000) << Nanoseconds(1'000'000'000s) << TimeUnit::Seconds
        << 0;
    QTest::newRow("zoomed in, the unit is that of the end of the view")
        << TimeScale(50ms, 1000).showing(40ms, 40100us) << Nanoseconds(20us)
        << TimeUnit::Milliseconds << 2;
    QTest::newRow("nothing measured")
        << TimeScale(0ns, 1000) << Nanoseconds(10ns) << TimeUnit::Nanoseconds << 0;
    QTest::newRow("a very narrow window has one step")
        << TimeScale(50ms, 40) << Nanoseconds(200ms) << TimeUnit::Milliseconds << 0;
}

void tst_TimeScale::choosesNiceSteps()
{
    QFETCH(TimeScale, scale);
    QFETCH(Nanoseconds, step);
    QFETCH(TimeUnit, unit);
    QFETCH(int, decimals);

    const Axis axis = axisOf(scale, 100);

    QCOMPARE(axis.step.count(), step.count());
    QCOMPARE(axis.unit, unit);
    QCOMPARE(axis.decimals, decimals);
    QVERIFY(axis.ticks.size() <= 11);
}

void tst_TimeScale::ticksStandInsideTheView()
{
    const TimeScale scale = TimeScale(50ms, 1000).showing(20ms, 30ms);

    const Axis axis = axisOf(scale, 100);

    QCOMPARE(axis.step.count(), Nanoseconds(2ms).count());
    QCOMPARE(int(axis.ticks.size()), 6);
    QCOMPARE(axis.ticks.front().time.count(), Nanoseconds(20ms).count());
    for (const Tick &tick : axis.ticks) {
        QVERIFY(tick.x >= 0 && tick.x <= 1000);
        QCOMPARE(tick.x, scale.toPixels(tick.time));
    }
}

#include "tst_timescale.moc"
