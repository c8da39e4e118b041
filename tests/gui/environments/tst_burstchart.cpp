// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/burstchart.h"

#include "gui/base/theme.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_BurstChart : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void choosesNiceSteps_data();
    void choosesNiceSteps();
    void stretchesHaveThreePixelsAtLeast();
    void stretchesHoldEverything();
    void keysReadStretches();
    void pointerReadsAStretch();
    void paintsThrottlesInTheirColour();
    void paintsWithoutData();

private:
    static BurstSeries sample();
    std::unique_ptr<BurstChart> m_chart;
};

COLDFRAME_TEST(tst_BurstChart);

/// 60 are sent at once; 20 are throttled 4 ms later, the others end one each 10 ms.
BurstSeries tst_BurstChart::sample()
{
    BurstSeries series;
    for (int i = 0; i < 60; ++i)
        series.noteSent(0ms);
    for (int i = 0; i < 20; ++i)
        series.noteThrottled(4ms);
    for (int i = 0; i < 40; ++i) {
        series.noteEnded(std::chrono::milliseconds(100 + 10 * i));
        series.noteColdStart(0ms);
    }
    return series;
}

void tst_BurstChart::init()
{
    m_chart = std::make_unique<BurstChart>();
    m_chart->setPalette(lightPalette());
    m_chart->resize(600, 200);
    m_chart->setSeries(sample(), 490ms);
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
}

void tst_BurstChart::choosesNiceSteps_data()
{
    QTest::addColumn<int>("highest");
    QTest::addColumn<int>("step");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("five") << 5 << 1;
    QTest::newRow("six") << 6 << 2;
    QTest::newRow("eleven") << 11 << 5;
    QTest::newRow("hundred") << 100 << 20;
    QTest::newRow("thousands") << 5000 << 1000;
}

void tst_BurstChart::choosesNiceSteps()
{
    QFETCH(int, highest);
    QFETCH(int, step);
    QCOMPARE(niceCountStep(highest), step);
}

void tst_BurstChart::stretchesHaveThreePixelsAtLeast()
{
    BurstSeries series;
    series.noteSent(0ms);
    series.advance(1999ms);
    m_chart->setSeries(series, 2s);
    QCOMPARE(series.buckets().size(), std::size_t(400));
    QVERIFY(m_chart->stretches().size() <= 200);
}

void tst_BurstChart::stretchesHoldEverything()
{
    BurstBucket sum;
    for (const BurstBucket &each : m_chart->stretches()) {
        sum.sent += each.sent;
        sum.throttled += each.throttled;
        sum.coldStarts += each.coldStarts;
    }
    QCOMPARE(sum.sent, 60);
    QCOMPARE(sum.throttled, 20);
    QCOMPARE(sum.coldStarts, 40);
}

void tst_BurstChart::keysReadStretches()
{
    QSignalSpy details(m_chart.get(), &BurstChart::detailsChanged);
    m_chart->clearFocus();
    m_chart->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(m_chart->selected(), 0);
    const QString first = m_chart->accessibleDescription();
    for (const char *word : {"60 under way", "60 sent", "40 cold starts", "20 throttled"})
        QVERIFY2(first.contains(QLatin1String(word)), qPrintable(first));
    QCOMPARE(details.last().first().toString(), first);

    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->selected(), 1);
    QTest::keyClick(m_chart.get(), Qt::Key_End);
    QCOMPARE(m_chart->selected(), int(m_chart->stretches().size()) - 1);
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->selected(), int(m_chart->stretches().size()) - 1);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(m_chart->selected(), 0);
}

void tst_BurstChart::pointerReadsAStretch()
{
    QSignalSpy details(m_chart.get(), &BurstChart::detailsChanged);
    QTest::mouseMove(m_chart.get(), QPoint(300, 60));
    QTRY_VERIFY(!details.isEmpty() && !details.last().first().toString().isEmpty());
    QCOMPARE(details.last().first().toString(), m_chart->textOf(m_chart->stretchAt(300)));
    QCOMPARE(m_chart->stretchAt(0), -1);
}

void tst_BurstChart::paintsThrottlesInTheirColour()
{
    const auto has = [this](const QColor &colour) {
        const QImage image = m_chart->grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == colour)
                    return true;
            }
        }
        return false;
    };
    const ThemeColours colours = ThemeColours::of(lightPalette());
    QVERIFY(has(colours.error));
    QVERIFY(has(colours.handlerImport));
    QVERIFY(has(colours.accent));
    m_chart->setSeries({}, {});
    QVERIFY(!has(colours.error));
    QVERIFY(!has(colours.handlerImport));
}

void tst_BurstChart::paintsWithoutData()
{
    m_chart->setSeries({}, {});
    QVERIFY(!m_chart->grab().isNull());
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->selected(), -1);
    QVERIFY(m_chart->textOf(0).isEmpty());
}

#include "tst_burstchart.moc"
