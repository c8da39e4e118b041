// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cost/costpanel.h"

#include "gui/base/theme.h"
#include "gui/cost/forecasttree.h"
#include "tests/support/testmain.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <memory>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_ForecastView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void pricesTheTrafficAsItIsTyped();
    void rowsOpenToTheirFormulasByKeyboard();
    void aRowIsCopiedWithItsFormulas();
    void openRowsStayOpen();
    void runsFillTheFields();
    void whatIsTypedIsNotLostToRuns();
    void editsAreTold();
    void inputsComeBack();
    void figuresAreRightAligned();
    void provisionedConcurrencyShowsItsBreakEven();
    void saysWhenPricesAreOld();
    void isUsableWhenNarrow();
    void picture_data();
    void picture();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    ForecastTree *tree() const { return child<ForecastTree>("forecastTree"); }
    QTreeWidgetItem *row(const QString &title) const
    {
        const auto items = tree()->findItems(title, Qt::MatchExactly);
        return items.isEmpty() ? nullptr : items.first();
    }
    QString traffic() const { return child<QLabel>("forecastTraffic")->text(); }

    static RunFigures runs();
    std::unique_ptr<CostPanel> m_panel;
    ActivePriceBook m_book;
};

COLDFRAME_TEST(tst_ForecastView);

RunFigures tst_ForecastView::runs()
{
    RunFigures figures;
    figures.runs = 4;
    figures.coldRuns = 1;
    figures.coldParts = 250'000;
    figures.averageBilled = 12'250us;
    figures.averageBilledInit = 80ms;
    figures.averageInit = 79'500us;
    figures.p50 = 11ms;
    figures.p90 = 15ms;
    figures.p99 = 15ms;
    figures.memoryUsed = MebiBytes{60};
    return figures;
}

void tst_ForecastView::init()
{
    m_book = loadActivePriceBook(QStringLiteral(COLDFRAME_SOURCE_DIR), {}).value();
    m_panel = std::make_unique<CostPanel>();
    m_panel->resize(1100, 360);
    child<QTabWidget>("costTabs")->setCurrentIndex(1);
    m_panel->setPrices(m_book, "{}", {}, QDate(2026, 10, 1));
    ForecastFunction function;
    function.memory = MebiBytes{1536};
    m_panel->setFunction(QStringLiteral("orders"), function);
    ForecastInputs inputs;
    inputs.coldParts = 0;
    m_panel->setForecastInputs(inputs);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void tst_ForecastView::pricesTheTrafficAsItIsTyped()
{
    child<QDoubleSpinBox>("forecastRate")->setValue(3'000'000);
    child<QDoubleSpinBox>("forecastDuration")->setValue(120);
    child<QCheckBox>("forecastFreeTier")->setChecked(true);

    QVERIFY(traffic().startsWith(u"orders: 3,000,000 requests a month"));
    QCOMPARE(row(QStringLiteral("Total a month"))->text(1), QStringLiteral("$2.73"));
    QCOMPARE(row(QStringLiteral("Duration"))->text(2), QStringLiteral("$1.87"));

    child<QComboBox>("forecastPeriod")->setCurrentIndex(4);
    child<QDoubleSpinBox>("forecastRate")->setValue(20);
    QVERIFY(traffic().contains(u"52,560,000 requests a month (20.0 a second)"));
}

void tst_ForecastView::rowsOpenToTheirFormulasByKeyboard()
{
    QTreeWidgetItem *duration = row(QStringLiteral("Duration"));
    tree()->setFocus();
    tree()->setCurrentItem(duration);
    const int height = tree()->height();

    QTest::keyClick(tree(), Qt::Key_Right);

    QVERIFY(duration->isExpanded());
    QCOMPARE(duration->childCount(), 4); // two steps each for two architectures
    QVERIFY(duration->child(0)->text(0).startsWith(u"x86_64 · In a month: 1,000,000 × 0.1 s"));
    QVERIFY(tree()->height() > height); // nothing is hidden behind a scroll bar of its own
}

void tst_ForecastView::aRowIsCopiedWithItsFormulas()
{
    tree()->setFocus();
    tree()->setCurrentItem(row(QStringLiteral("Requests")));

    QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);

    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"Requests\t$0.20\t$0.20\n"));
    QVERIFY(copied.contains(u"x86_64 · Cost: 1,000,000 × $0.0000002 = $0.20"));
}

void tst_ForecastView::openRowsStayOpen()
{
    row(QStringLiteral("Duration"))->setExpanded(true);
    tree()->setCurrentItem(row(QStringLiteral("Duration")));

    child<QSpinBox>("forecastMemory")->setValue(2048);

    QVERIFY(row(QStringLiteral("Duration"))->isExpanded());
    QVERIFY(!row(QStringLiteral("Requests"))->isExpanded());
    QCOMPARE(tree()->currentItem(), row(QStringLiteral("Duration")));
}

void tst_ForecastView::runsFillTheFields()
{
    m_panel->setRuns(runs());

    auto *duration = child<QDoubleSpinBox>("forecastDuration");
    QVERIFY(!duration->isEnabled());
    QCOMPARE(duration->value(), 12.25);
    child<QComboBox>("forecastDurationSource")->setCurrentIndex(3); // p90
    QCOMPARE(duration->value(), 15.0);
    child<QComboBox>("forecastColdSource")->setCurrentIndex(1);
    QCOMPARE(child<QDoubleSpinBox>("forecastCold")->value(), 25.0);
    QCOMPARE(child<QDoubleSpinBox>("forecastInit")->value(), 79.5);
    QVERIFY(child<QLabel>("forecastRemarks")->text().contains(u"measured in 4 runs"));
}

void tst_ForecastView::whatIsTypedIsNotLostToRuns()
{
    auto *duration = child<QDoubleSpinBox>("forecastDuration");
    duration->setValue(77);
    m_panel->setRuns(runs());
    QCOMPARE(duration->value(), 12.25);

    child<QComboBox>("forecastDurationSource")->setCurrentIndex(0); // set

    QVERIFY(duration->isEnabled());
    QCOMPARE(duration->value(), 77.0);
}

void tst_ForecastView::editsAreTold()
{
    QSignalSpy edited(m_panel.get(), &CostPanel::forecastInputsEdited);

    m_panel->setRuns(runs());
    QCOMPARE(edited.count(), 0); // nobody edited
    child<QDoubleSpinBox>("forecastPeak")->setValue(50);

    QCOMPARE(edited.count(), 1);
    QCOMPARE(m_panel->forecastInputs().peakMilliRequests, 50'000);
}

void tst_ForecastView::inputsComeBack()
{
    ForecastInputs inputs;
    inputs.rateThousandths = 12'500;
    inputs.period = RatePeriod::Second;
    inputs.durationSource = DurationSource::P99;
    inputs.duration = 1'234us;
    inputs.measuredColdShare = true;
    inputs.coldParts = 50'000;
    inputs.measuredInit = false;
    inputs.init = 7ms;
    inputs.armThousandths = 950;
    inputs.freeTier = true;
    inputs.freeRequests = 100;
    inputs.freeGigabyteSeconds = 200;
    inputs.provisioned = {3, 8h, 900'000};
    inputs.snapStart = {2, 100h};
    inputs.responseBytes = 10 * 1'048'576;
    inputs.payloadBytes = 300 * 1'024;
    inputs.tenantIsolation = true;
    inputs.peakMilliRequests = 60'000;
    inputs.cpu = 3ms;

    m_panel->setForecastInputs(inputs);
    QVERIFY(m_panel->forecastInputs() == inputs);

    m_panel->setRuns(runs()); // fields show what was measured, what was typed is kept
    QVERIFY(m_panel->forecastInputs() == inputs);
}

void tst_ForecastView::figuresAreRightAligned()
{
    for (int item = 0; item < tree()->topLevelItemCount(); ++item) {
        for (const int column : {1, 2})
            QVERIFY(tree()->topLevelItem(item)->textAlignment(column) & Qt::AlignRight);
    }
}

void tst_ForecastView::provisionedConcurrencyShowsItsBreakEven()
{
    auto *thresholds = child<ForecastTree>("forecastThresholds");
    QCOMPARE(thresholds->topLevelItemCount(), 1); // arm64's
    QVERIFY(!child<QSpinBox>("forecastProvisionedHours")->isEnabled());

    child<QSpinBox>("forecastProvisioned")->setValue(2);

    QVERIFY(child<QSpinBox>("forecastProvisionedHours")->isEnabled());
    QCOMPARE(thresholds->topLevelItemCount(), 5);
    QCOMPARE(thresholds->topLevelItem(1)->text(1), QStringLiteral("60 %"));
    QVERIFY(row(QStringLiteral("Provisioned concurrency")));
}

void tst_ForecastView::saysWhenPricesAreOld()
{
    auto *notice = child<QWidget>("forecastOldPrices");
    QVERIFY(!notice->isVisible());

    m_panel->setPrices(m_book, "{}", {}, QDate(2027, 1, 1));

    QVERIFY(notice->isVisible());
}

void tst_ForecastView::isUsableWhenNarrow()
{
    m_panel->resize(480, 500);
    QCoreApplication::processEvents(); // lays it out

    auto *results = child<QScrollArea>("forecastResultArea");
    auto *form = child<QScrollArea>("forecastFormArea");
    QTRY_VERIFY(results->geometry().top() >= form->geometry().bottom());
    QVERIFY(results->widget()->width() <= results->viewport()->width());
    QVERIFY(form->widget()->width() <= form->viewport()->width());
}

void tst_ForecastView::picture_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("tab");
    QTest::addColumn<QSize>("size");

    for (const bool dark : {false, true}) {
        QTest::addRow("forecast, %s", dark ? "dark" : "light") << dark << 1 << QSize(1400, 420);
        QTest::addRow("forecast, high, %s", dark ? "dark" : "light")
            << dark << 1 << QSize(1100, 1150);
        QTest::addRow("forecast, narrow, %s", dark ? "dark" : "light")
            << dark << 1 << QSize(520, 700);
        QTest::addRow("prices, %s", dark ? "dark" : "light") << dark << 2 << QSize(1100, 420);
    }
}

void tst_ForecastView::picture()
{
    QFETCH(bool, dark);
    QFETCH(int, tab);
    QFETCH(QSize, size);
    const QString pictures = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (pictures.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    const QPalette before = QApplication::palette();
    applyScheme(*qApp, dark ? ColourScheme::Dark : ColourScheme::Light, before);
    m_panel->setPrices(m_book,
                       activePriceBookText(QStringLiteral(COLDFRAME_SOURCE_DIR), {}).value(), {},
                       QDate(2026, 10, 1));
    m_panel->setRuns(runs());
    ForecastInputs inputs;
    inputs.rateThousandths = 20'000;
    inputs.period = RatePeriod::Second;
    inputs.provisioned = {2, 730h, 500'000};
    inputs.peakMilliRequests = 60'000;
    inputs.freeTier = true;
    m_panel->setForecastInputs(inputs);
    child<QTabWidget>("costTabs")->setCurrentIndex(tab);
    row(QStringLiteral("Duration"))->setExpanded(true);
    m_panel->resize(size);
    QTest::qWait(50); // pictures only: a moment for the layout, nothing is checked
    QVERIFY(m_panel->grab().save(
        QStringLiteral("%1/cost-%2.png")
            .arg(pictures, QString::fromUtf8(QTest::currentDataTag()).replace(u", "_qs, u"-"_qs))));
    applyScheme(*qApp, ColourScheme::Light, before);
}

#include "tst_forecastview.moc"
