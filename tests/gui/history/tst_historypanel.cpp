// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/theme.h"
#include "gui/history/historypanel.h"
#include "tests/core/history/runsamples.h"
#include "tests/support/handclock.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_HistoryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void anEmptyHistoryExplainsItself();
    void theFilterSaysWhatIsWanted();
    void whatFindsNothingOffersAll();
    void actionsFollowTheSelection();
    void enterShowsTheRun();
    void theTrendTellsARegression();
    void comparingIsHiddenUntilSomebodyDoesIt();
    void pictures();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    QAction *action(const char *name) const { return part<QAction>(name); }
    std::vector<RunSummary> runs() const;

    HandClock m_clock;
    std::unique_ptr<HistoryPanel> m_panel;
};

void tst_HistoryPanel::init()
{
    m_panel = std::make_unique<HistoryPanel>(m_clock);
    m_panel->resize(1400, 340);
    m_panel->setPriceBook(
        *PriceBook::loadNewest(QStringLiteral(COLDFRAME_SOURCE_DIR "/resources/pricing")));
}

/// Thirty runs: ten of the baseline, then ten as fast, then ten that are slower.
std::vector<RunSummary> tst_HistoryPanel::runs() const
{
    std::vector<RunSummary> list;
    for (int number = 29; number >= 0; --number) {
        InvocationRecord record = runNumber(number);
        record.report.duration
            = std::chrono::microseconds((number < 20 ? 24'000 : 36'000) + number * 7'919 % 3'000);
        if (number % 10 == 0) {
            record.coldStart = ColdStartReason::CodeChanged;
            record.report.initDuration = 140ms + number * 1ms;
        }
        if (number == 23) {
            record.status = InvocationStatus::Failed;
            record.errorType = u"KeyError"_qs;
        }
        RunSummary run
            = summaryOf(record,
                        {number % 2 == 0 ? u"order"_qs : u"order-large"_qs,
                         {},
                         RunOrigin::Window,
                         {number < 20 ? u"4f1c2d3e5a"_qs : u"9ab87cd6e5"_qs, number % 7 == 0}});
        run.id = number + 1;
        if (number < 10)
            run.tags = {baselineTag()};
        list.push_back(run);
    }
    return list;
}

void tst_HistoryPanel::anEmptyHistoryExplainsItself()
{
    QSignalSpy imports(m_panel.get(), &HistoryPanel::importRequested);
    QSignalSpy settings(m_panel.get(), &HistoryPanel::settingsRequested);
    const auto *empty = part<QWidget>("historyEmpty");
    QVERIFY(!part<QTableView>("historyTable")->isVisibleTo(m_panel.get()));
    empty->findChild<QPushButton *>(u"emptyStateAction"_qs)->click();
    QCOMPARE(imports.count(), 1);

    m_panel->setRecording(false);

    QCOMPARE(empty->findChild<QLabel *>(u"emptyStateTitle"_qs)->text(), u"Runs are not kept"_qs);
    empty->findChild<QPushButton *>(u"emptyStateAction"_qs)->click();
    QCOMPARE(settings.count(), 1);
    m_panel->setRuns(runs(), false, 30);
    QVERIFY(part<QTableView>("historyTable")->isVisibleTo(m_panel.get()));
}

void tst_HistoryPanel::theFilterSaysWhatIsWanted()
{
    QSignalSpy changed(m_panel.get(), &HistoryPanel::queryChanged);
    QVERIFY(m_panel->query() == RunQuery());
    m_panel->setFunctions({u"orders"_qs, u"payments"_qs});
    QCOMPARE(changed.count(), 0);

    part<QComboBox>("historyFunction")->setCurrentText(u"orders"_qs);
    part<QComboBox>("historyStatus")->setCurrentText(u"Not succeeded"_qs);
    part<QComboBox>("historyStart")->setCurrentText(u"Cold"_qs);
    part<QComboBox>("historySince")->setCurrentText(u"Last hour"_qs);
    QCOMPARE(changed.count(), 4);
    QTest::keyClicks(part<QLineEdit>("historyText"), u" KeyError "_qs);
    QTRY_COMPARE(changed.count(), 5); // once, when typing pauses

    RunQuery expected;
    expected.function = u"orders"_qs;
    expected.status
        = {InvocationStatus::Failed, InvocationStatus::TimedOut, InvocationStatus::Stopped};
    expected.cold = true;
    expected.since = m_clock.wallNow() - 1h;
    expected.text = u"KeyError"_qs;
    QVERIFY(m_panel->query() == expected);
    m_panel->setFunctions({u"payments"_qs}); // what is chosen stays
    QCOMPARE(m_panel->query().function, u"orders"_qs);
}

void tst_HistoryPanel::whatFindsNothingOffersAll()
{
    m_panel->setRuns(runs(), false, 30);
    part<QComboBox>("historyStart")->setCurrentText(u"Cold"_qs);
    m_panel->setRuns({}, false, 30);
    QVERIFY(!part<QTableView>("historyTable")->isVisibleTo(m_panel.get()));
    QSignalSpy changed(m_panel.get(), &HistoryPanel::queryChanged);

    for (QPushButton *button : m_panel->findChildren<QPushButton *>()) {
        if (button->isVisibleTo(m_panel.get()))
            button->click();
    }

    QCOMPARE(changed.count(), 1);
    QVERIFY(m_panel->query() == RunQuery());
}

void tst_HistoryPanel::actionsFollowTheSelection()
{
    QVERIFY(!action("historyExport")->isEnabled());
    m_panel->setRuns(runs(), false, 30);
    QVERIFY(!action("historyShow")->isEnabled());
    QVERIFY(!action("historyBaseline")->isEnabled());
    QVERIFY(action("historyExport")->isEnabled());
    auto *table = part<QTableView>("historyTable");
    QSignalSpy baseline(m_panel.get(), &HistoryPanel::baselineRequested);

    table->selectRow(0);
    QVERIFY(action("historyShow")->isEnabled());
    table->selectAll();

    QVERIFY(!action("historyShow")->isEnabled());
    action("historyBaseline")->trigger();
    QCOMPARE(baseline.at(0).at(0).value<std::vector<RunId>>().size(), std::size_t(30));
}

void tst_HistoryPanel::enterShowsTheRun()
{
    m_panel->setRuns(runs(), false, 30);
    QSignalSpy shown(m_panel.get(), &HistoryPanel::showRequested);
    QSignalSpy removed(m_panel.get(), &HistoryPanel::removeRequested);
    auto *table = part<QTableView>("historyTable");
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    table->setFocus();
    m_panel->select(28);

    QTest::keyClick(table, Qt::Key_Return);
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier); // the window's Run
    QTest::keyClick(table, Qt::Key_Delete);

    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.at(0).at(0).value<RunId>(), 28);
    QCOMPARE(removed.count(), 1);
}

void tst_HistoryPanel::theTrendTellsARegression()
{
    m_panel->setRuns(runs(), false, 30);
    QSignalSpy wanted(m_panel.get(), &HistoryPanel::trendRequested);
    m_panel->select(30);
    QCOMPARE(wanted.at(0).at(0).toString(), u"orders"_qs);

    m_panel->setTrend(u"orders"_qs, runs());

    const QString verdict = part<QLabel>("trendVerdict")->text();
    QVERIFY2(verdict.startsWith(u"Slower than the baseline, p < 0.001, median +"_qs)
                 && verdict.endsWith(u"(8 warm runs against 9)."_qs),
             qPrintable(verdict));
    m_panel->setTrend(u"payments"_qs, {}); // a late answer about another function
    QCOMPARE(part<QLabel>("trendTitle")->text(), u"orders"_qs);
    std::vector<RunSummary> unmarked = runs();
    for (RunSummary &run : unmarked)
        run.tags.clear();
    m_panel->setTrend(u"orders"_qs, unmarked);
    QVERIFY(part<QLabel>("trendVerdict")->text().contains(u"at least 5 runs"_qs));
}

void tst_HistoryPanel::comparingIsHiddenUntilSomebodyDoesIt()
{
    QVERIFY(!action("historyCompare")->isVisible());
    m_panel->offerComparison();
    m_panel->setRuns(runs(), false, 30);
    QSignalSpy compared(m_panel.get(), &HistoryPanel::compareRequested);
    auto *table = part<QTableView>("historyTable");
    table->selectRow(0);
    table->selectionModel()->select(table->model()->index(5, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);

    action("historyCompare")->trigger();

    QCOMPARE(compared.at(0).at(0).value<std::vector<RunId>>(), std::vector<RunId>{25});
    QCOMPARE(compared.at(0).at(1).value<std::vector<RunId>>(), std::vector<RunId>{30});
}

void tst_HistoryPanel::pictures()
{
    const QString folder = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    const QPalette platform = QApplication::palette();
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyScheme(*qApp, scheme, platform);
        const QString name = scheme == ColourScheme::Dark ? u"dark"_qs : u"light"_qs;
        init();
        m_panel->show();
        QVERIFY(m_panel->grab().save(folder + u"/history-empty-"_qs + name + u".png"_qs));
        m_panel->setFunctions({u"orders"_qs, u"payments"_qs});
        m_panel->setRuns(runs(), false, 12'345);
        m_panel->select(27);
        m_panel->setTrend(u"orders"_qs, runs());
        QTest::qWait(50); // for the looks only
        QVERIFY(m_panel->grab().save(folder + u"/history-"_qs + name + u".png"_qs));
    }
    applyScheme(*qApp, ColourScheme::System, platform);
}

COLDFRAME_TEST(tst_HistoryPanel);

#include "tst_historypanel.moc"
