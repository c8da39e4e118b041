// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/charttheme.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QLegend>
#include <QLineSeries>
#include <QSignalSpy>
#include <QTest>
#include <QValueAxis>

#include <set>

using namespace coldframe;

class tst_ChartTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsThePalette();
    void seriesAreToldApart();
};

void tst_ChartTheme::followsThePalette()
{
    ChartView view;
    view.setPalette(lightPalette());
    auto *axis = new QValueAxis;
    view.chart()->addAxis(axis, Qt::AlignBottom);
    view.restyle();
    QCOMPARE(axis->labelsColor(), lightPalette().color(QPalette::Text));

    bool dark = false;
    connect(&view, &ChartView::restyled, this,
            [&dark](const ThemeColours &colours) { dark = colours.dark; });
    view.setPalette(darkPalette());

    QVERIFY(dark);
    QCOMPARE(axis->labelsColor(), darkPalette().color(QPalette::Text));
    QCOMPARE(view.chart()->backgroundBrush().color(), darkPalette().color(QPalette::Base));
    QCOMPARE(view.chart()->legend()->labelColor(), darkPalette().color(QPalette::Text));
}

void tst_ChartTheme::seriesAreToldApart()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        std::set<QRgb> seen;
        for (int i = 0; i < 6; ++i)
            seen.insert(seriesColour(ThemeColours::of(palette), i).rgb());
        QCOMPARE(seen.size(), std::size_t(6));
    }
}

COLDFRAME_TEST(tst_ChartTheme);

#include "tst_charttheme.moc"
