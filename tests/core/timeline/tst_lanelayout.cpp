// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lanelayout.h"

#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace coldframe;
using namespace std::chrono_literals;

using LaneSpans = std::vector<LaneSpan>;

class tst_LaneLayout : public QObject
{
    Q_OBJECT

private slots:
    void laysOut_data();
    void laysOut();
    void whatIsCutByTheViewIsNotFolded();
    void everyVisibleSpanIsInExactlyOneBar();
    void numberOfBarsIsBoundedByTheWidth_data();
    void numberOfBarsIsBoundedByTheWidth();
    void findsTheBarUnderAPixel_data();
    void findsTheBarUnderAPixel();
    void findsTheBarOfASpan_data();
    void findsTheBarOfASpan();
    void findsTheNearestSpan_data();
    void findsTheNearestSpan();
    void laysOutAHundredThousandSpans();
};

COLDFRAME_TEST(tst_LaneLayout);

namespace {

/// Spans as pairs of begin and end in nanoseconds.
LaneSpans spansOf(const std::vector<std::pair<int, int>> &times)
{
    LaneSpans spans;
    for (const auto &[begin, end] : times)
        spans.push_back({std::chrono::nanoseconds(begin), std::chrono::nanoseconds(end - begin),
                         static_cast<int>(spans.size())});
    return spans;
}

/// "10+5" is a bar at 10 that is 5 wide; "0+3(2)" stands for two spans.
QString describe(const std::vector<Bar> &bars)
{
    QStringList words;
    for (const Bar &bar : bars) {
        QString word = QStringLiteral("%1+%2").arg(bar.x).arg(bar.width);
        if (bar.count() > 1)
            word += QStringLiteral("(%1)").arg(bar.count());
        words.append(word);
    }
    return words.join(u' ');
}

LaneSpans manySpans(int count, int length, int gap)
{
    LaneSpans spans;
    for (int i = 0; i < count; ++i)
        spans.push_back(
            {std::chrono::nanoseconds(i * (length + gap)), std::chrono::nanoseconds(length), i});
    return spans;
}

} // namespace

void tst_LaneLayout::laysOut_data()
{
    QTest::addColumn<LaneSpans>("spans");
    QTest::addColumn<QString>("bars");

    // one pixel is one nanosecond, and 100 of them are seen
    QTest::newRow("nothing") << LaneSpans() << QString();
    QTest::newRow("one") << spansOf({{10, 30}}) << QStringLiteral("10+20");
    QTest::newRow("neighbours without a gap")
        << spansOf({{0, 30}, {30, 90}}) << QStringLiteral("0+30 30+60");
    QTest::newRow("a narrow one is widened so that it can be seen and hit")
        << spansOf({{10, 11}}) << QStringLiteral("10+3");
    QTest::newRow("one without duration is seen too")
        << spansOf({{10, 10}}) << QStringLiteral("10+3");
    QTest::newRow("exactly three pixels are not narrow")
        << spansOf({{10, 13}, {13, 16}}) << QStringLiteral("10+3 13+3");
    QTest::newRow("narrow neighbours fold")
        << spansOf({{10, 11}, {11, 12}, {12, 13}}) << QStringLiteral("10+3(3)");
    QTest::newRow("a fold is full after three pixels")
        << spansOf({{10, 11}, {11, 12}, {12, 13}, {13, 14}}) << QStringLiteral("10+3(3) 13+3");
    QTest::newRow("narrow ones apart do not fold")
        << spansOf({{10, 11}, {20, 21}}) << QStringLiteral("10+3 20+3");
    QTest::newRow("a wide one makes room for a widened one")
        << spansOf({{10, 11}, {11, 40}}) << QStringLiteral("10+3 13+27");
    QTest::newRow("one that would become too narrow by this is folded in")
        << spansOf({{10, 11}, {11, 15}}) << QStringLiteral("10+5(2)");
    QTest::newRow("a narrow one after a wide one keeps its own bar")
        << spansOf({{10, 40}, {40, 41}}) << QStringLiteral("10+30 40+3");
    QTest::newRow("one without duration at the end of a wide one too")
        << spansOf({{10, 40}, {40, 40}}) << QStringLiteral("10+30 40+3");
    QTest::newRow("an overlap is cut off the later one")
        << spansOf({{10, 40}, {35, 60}}) << QStringLiteral("10+30 40+20");
    QTest::newRow("one that is hidden by another is counted there")
        << spansOf({{10, 40}, {20, 30}}) << QStringLiteral("10+30(2)");
    QTest::newRow("after the view") << spansOf({{100, 120}}) << QString();
    QTest::newRow("cut at the right edge") << spansOf({{90, 500}}) << QStringLiteral("90+10");
}

void tst_LaneLayout::laysOut()
{
    QFETCH(LaneSpans, spans);
    QFETCH(QString, bars);

    QCOMPARE(describe(layOutLane(spans, TimeScale(100ns, 100))), bars);
}

void tst_LaneLayout::whatIsCutByTheViewIsNotFolded()
{
    // 400 to 600 are seen, on 100 pixels
    const TimeScale scale = TimeScale(1000ns, 100).zoomed(5, 50);
    const LaneSpans spans = spansOf({{100, 390}, {390, 402}, {402, 598}, {598, 700}, {700, 800}});

    const std::vector<Bar> bars = layOutLane(spans, scale);

    QCOMPARE(describe(bars), QStringLiteral("0+1 1+98 99+1"));
    QCOMPARE(bars.front().first, 1);
    QCOMPARE(bars.back().last, 3);
}

void tst_LaneLayout::everyVisibleSpanIsInExactlyOneBar()
{
    LaneSpans spans;
    int at = 0;
    for (int i = 0; i < 500; ++i) {
        const int length = (i * 7919) % 41;
        spans.push_back({std::chrono::nanoseconds(at), std::chrono::nanoseconds(length), i});
        at += length + (i * 104729) % 13;
    }

    for (const double width : {1.0, 10.0, 333.0, 5000.0}) {
        const std::vector<Bar> bars
            = layOutLane(spans, TimeScale(std::chrono::nanoseconds(at), width));
        int next = 0;
        double right = 0;
        for (const Bar &bar : bars) {
            QCOMPARE(bar.first, next);
            QVERIFY(bar.last >= bar.first);
            QVERIFY(bar.longest >= bar.first && bar.longest <= bar.last);
            for (int i = bar.first; i <= bar.last; ++i)
                QVERIFY(spans[std::size_t(i)].duration <= spans[std::size_t(bar.longest)].duration);
            QVERIFY(bar.x >= right - 1e-6);
            right = bar.right();
            next = bar.last + 1;
        }
        QCOMPARE(next, 500);
    }
}

void tst_LaneLayout::numberOfBarsIsBoundedByTheWidth_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("gap");

    QTest::newRow("a thousand") << 1000 << 5;
    QTest::newRow("a hundred thousand") << 100'000 << 5;
    QTest::newRow("a hundred thousand without gaps") << 100'000 << 0;
}

void tst_LaneLayout::numberOfBarsIsBoundedByTheWidth()
{
    QFETCH(int, count);
    QFETCH(int, gap);
    const LaneSpans spans = manySpans(count, 10, gap);

    const auto bars = layOutLane(spans, TimeScale(spans.back().end(), 1200));

    QVERIFY2(bars.size() <= 400, qPrintable(QString::number(bars.size())));
    QVERIFY(bars.size() > 100);
}

void tst_LaneLayout::findsTheBarUnderAPixel_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<int>("bar");

    QTest::newRow("before all") << 9.9 << -1;
    QTest::newRow("the left edge belongs to a bar") << 10.0 << 0;
    QTest::newRow("inside") << 20.0 << 0;
    QTest::newRow("the right edge does not") << 30.0 << -1;
    QTest::newRow("in a gap") << 35.0 << -1;
    QTest::newRow("where two touch it is the later") << 50.0 << 2;
    QTest::newRow("in the last") << 59.9 << 2;
    QTest::newRow("after all") << 60.0 << -1;
}

void tst_LaneLayout::findsTheBarUnderAPixel()
{
    QFETCH(double, x);
    QFETCH(int, bar);
    const auto bars = layOutLane(spansOf({{10, 30}, {40, 50}, {50, 60}}), TimeScale(100ns, 100));

    QCOMPARE(barAt(bars, x), bar);
    QCOMPARE(barAt({}, x), -1);
}

void tst_LaneLayout::findsTheBarOfASpan_data()
{
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("bar");

    QTest::newRow("before the view") << 0 << -1;
    QTest::newRow("alone in its bar") << 1 << 0;
    QTest::newRow("first of a fold") << 2 << 1;
    QTest::newRow("last of a fold") << 4 << 1;
    QTest::newRow("after the view") << 5 << -1;
    QTest::newRow("none") << -1 << -1;
}

void tst_LaneLayout::findsTheBarOfASpan()
{
    QFETCH(int, span);
    QFETCH(int, bar);
    const LaneSpans spans
        = spansOf({{0, 300}, {410, 480}, {500, 501}, {501, 502}, {502, 503}, {700, 900}});
    const auto bars = layOutLane(spans, TimeScale(1000ns, 200).zoomed(5, 100));

    QCOMPARE(int(bars.size()), 2);
    QCOMPARE(barOfSpan(bars, span), bar);
}

void tst_LaneLayout::findsTheNearestSpan_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("span");

    QTest::newRow("the first of those inside") << 0 << 100 << 0;
    QTest::newRow("around the stretch") << 15 << 20 << 0;
    QTest::newRow("one that ends where the stretch begins is not inside") << 30 << 45 << 1;
    QTest::newRow("in a gap, nearer to the left") << 31 << 32 << 0;
    QTest::newRow("in a gap, nearer to the right") << 38 << 39 << 1;
    QTest::newRow("before all") << 0 << 1 << 0;
    QTest::newRow("after all") << 90 << 95 << 2;
    QTest::newRow("an instant at the beginning of one") << 50 << 50 << 2;
}

void tst_LaneLayout::findsTheNearestSpan()
{
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(int, span);
    const LaneSpans spans = spansOf({{10, 30}, {40, 50}, {50, 60}});

    QCOMPARE(spanNear(spans, std::chrono::nanoseconds(begin), std::chrono::nanoseconds(end)), span);
    QCOMPARE(spanNear({}, 0ns, 1ns), -1);
}

void tst_LaneLayout::laysOutAHundredThousandSpans()
{
    const LaneSpans spans = manySpans(100'000, 10, 3);
    const TimeScale scale(spans.back().end(), 1200);
    std::vector<Bar> bars;

    QBENCHMARK
    {
        bars = layOutLane(spans, scale);
    }

    QVERIFY(!bars.empty());
    QCOMPARE(bars.back().last, 99'999);
}

#include "tst_lanelayout.moc"
