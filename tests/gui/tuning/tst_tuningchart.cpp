// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningchart.h"
#include "tests/gui/tuning/tuningexample.h"
#include "tests/support/testmain.h"

#include <QAbstractAxis>
#include <QLineSeries>
#include <QScatterSeries>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

class tst_TuningChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dashedIsPredictedSolidIsMeasured();
    void theBestSizesAreMarked();
    void anotherResultReplacesIt();
    void withoutPrices();

private:
    template <typename Series>
    static Series *named(const TuningChart &chart, const QString &name)
    {
        for (QAbstractSeries *series : chart.chart()->series()) {
            if (series->name() == name)
                return qobject_cast<Series *>(series);
        }
        return nullptr;
    }
};

void tst_TuningChart::dashedIsPredictedSolidIsMeasured()
{
    const TuningExample example;
    TuningChart chart;
    chart.setResult(example.plan, example.result);

    const auto *predicted = named<QLineSeries>(chart, QStringLiteral("Predicted"));
    const auto *measured = named<QLineSeries>(chart, QStringLiteral("Measured"));
    const auto *cost = named<QLineSeries>(chart, QStringLiteral("Cost"));
    QVERIFY(predicted && measured && cost);
    QCOMPARE(predicted->count(), 7);
    QCOMPARE(measured->count(), 2);
    QVERIFY(predicted->pen().style() == Qt::DashLine);
    QVERIFY(cost->pen().style() == Qt::DashLine);
    QVERIFY(measured->pen().style() == Qt::SolidLine);
    QCOMPARE(measured->at(0).x(), 2.0); // 512 MB is the third size
    QVERIFY(!named<QLineSeries>(chart, QStringLiteral("On Lambda")));
    QVERIFY(named<QAbstractSeries>(chart, QStringLiteral("Too little memory")));
}

void tst_TuningChart::theBestSizesAreMarked()
{
    const TuningExample example;
    TuningChart chart;
    chart.setResult(example.plan, example.result);

    for (const auto &[name, strategy] :
         {std::pair{QStringLiteral("Cheapest"), TuningStrategy::Cost},
          std::pair{QStringLiteral("Fastest"), TuningStrategy::Speed},
          std::pair{QStringLiteral("Balanced"), TuningStrategy::Balanced}}) {
        const auto *mark = named<QScatterSeries>(chart, name);
        QVERIFY2(mark, qPrintable(name));
        QCOMPARE(mark->at(0).x(), double(*example.result.bestFor(strategy)));
    }
}

void tst_TuningChart::anotherResultReplacesIt()
{
    TuningChart chart;
    const TuningExample first;
    chart.setResult(first.plan, first.result);
    const qsizetype series = chart.chart()->series().size();
    Calibration calibration;
    calibration.source = Calibration::Source::Given;
    calibration.factor = 2;

    const TuningExample second(calibration);
    chart.setResult(second.plan, second.result);

    QCOMPARE(chart.chart()->series().size(), series + 1);
    QVERIFY(named<QLineSeries>(chart, QStringLiteral("On Lambda")));
    QCOMPARE(chart.chart()->axes().size(), 3);
}

void tst_TuningChart::withoutPrices()
{
    TuningExample example;
    example.plan.prices.reset();
    example.result = evaluateTuning(example.plan, example.measurements, {});
    TuningChart chart;
    chart.setResult(example.plan, example.result);

    QCOMPARE(chart.chart()->axes().size(), 2);
    QVERIFY(!named<QLineSeries>(chart, QStringLiteral("Cost")));
    QVERIFY(!named<QScatterSeries>(chart, QStringLiteral("Cheapest")));
}

COLDFRAME_TEST(tst_TuningChart);

#include "tst_tuningchart.moc"
