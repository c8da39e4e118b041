// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runlistpanel.h"
#include "gui/run/runmodel.h"
#include "tests/gui/run/runsamples.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

namespace {

QTableView *tableOf(const RunListPanel &panel)
{
    return panel.findChild<QTableView *>(QStringLiteral("runTable"));
}

QAction *actionOf(const RunListPanel &panel, const char *name)
{
    return panel.findChild<QAction *>(QLatin1String(name));
}

QString requestIdIn(const QSignalSpy &spy, int call)
{
    return spy.at(call).at(0).value<InvocationRecord>().requestId;
}

QStringList shownRequestIds(const RunListPanel &panel)
{
    QStringList ids;
    const auto *model = tableOf(panel)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        ids.append(model->index(row, 0).data(RunModel::RequestIdRole).toString());
    return ids;
}

} // namespace

class tst_RunListPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyListOffersToRun();
    void theNewestRunStandsFirst();
    void durationsAreSortedAsNumbers();
    void arrowKeysSelectRecords();
    void aRunningRunIsSelectedAsRunning();
    void theSelectedRunIsTakenUpWhenItEnds();
    void enterRunsAgain();
    void controlEnterIsLeftToTheWindow();
    void aDoubleClickRunsAgain();
    void onlyARunningRunCanBeStopped();
    void selectingFromOutsideIsQuiet();
    void theSelectionSurvivesANewRun();
    void theRequestIdIsCopied();

private:
    std::unique_ptr<StandingClock> m_clock;
    std::unique_ptr<RunModel> m_model;
    std::unique_ptr<RunListPanel> m_panel;
};

void tst_RunListPanel::init()
{
    m_clock = std::make_unique<StandingClock>();
    m_model = std::make_unique<RunModel>(*m_clock);
    m_panel = std::make_unique<RunListPanel>(*m_model);
    m_panel->resize(900, 300);
}

void tst_RunListPanel::cleanup()
{
    m_panel.reset();
    m_model.reset();
}

void tst_RunListPanel::anEmptyListOffersToRun()
{
    const QSignalSpy asked(m_panel.get(), &RunListPanel::runRequested);
    QVERIFY(!tableOf(*m_panel)->isVisibleTo(m_panel.get()));

    auto *empty = m_panel->findChild<QWidget *>(QStringLiteral("emptyState"));
    QVERIFY(QMetaObject::invokeMethod(empty, "actionRequested"));
    m_model->finish(sampleRecord(u"a"_qs));

    QCOMPARE(asked.count(), 1);
    QVERIFY(tableOf(*m_panel)->isVisibleTo(m_panel.get()));
}

void tst_RunListPanel::theNewestRunStandsFirst()
{
    m_model->begin(sampleRequest(u"first"_qs), {});
    m_clock->advance(5s);
    m_model->begin(sampleRequest(u"second"_qs), {});

    QCOMPARE(shownRequestIds(*m_panel), (QStringList{u"second"_qs, u"first"_qs}));
}

void tst_RunListPanel::durationsAreSortedAsNumbers()
{
    for (const auto &[id, duration] :
         {std::pair(u"b"_qs, 9'000us), {u"c"_qs, 1'200'000us}, {u"a"_qs, 800us}}) {
        InvocationRecord record = sampleRecord(id);
        record.report.duration = duration;
        m_model->finish(record);
    }

    tableOf(*m_panel)->sortByColumn(RunModel::Duration, Qt::AscendingOrder);

    QCOMPARE(shownRequestIds(*m_panel), (QStringList{u"a"_qs, u"b"_qs, u"c"_qs}));
}

void tst_RunListPanel::arrowKeysSelectRecords()
{
    m_model->finish(sampleRecord(u"a"_qs));
    m_model->finish(failedRecord(u"b"_qs));
    tableOf(*m_panel)->sortByColumn(RunModel::Status, Qt::AscendingOrder);
    const QSignalSpy selected(m_panel.get(), &RunListPanel::recordSelected);

    tableOf(*m_panel)->setCurrentIndex(tableOf(*m_panel)->model()->index(0, 0));
    QTest::keyClick(tableOf(*m_panel), Qt::Key_Down);

    QCOMPARE(selected.count(), 2);
    QCOMPARE(requestIdIn(selected, 0), u"a"_qs);
    QCOMPARE(requestIdIn(selected, 1), u"b"_qs);
}

void tst_RunListPanel::aRunningRunIsSelectedAsRunning()
{
    m_model->begin(sampleRequest(u"a"_qs), {});
    const QSignalSpy records(m_panel.get(), &RunListPanel::recordSelected);
    const QSignalSpy running(m_panel.get(), &RunListPanel::runningSelected);

    tableOf(*m_panel)->setCurrentIndex(tableOf(*m_panel)->model()->index(0, 0));

    QCOMPARE(records.count(), 0);
    QCOMPARE(running.count(), 1);
    QCOMPARE(running.at(0).at(0).toString(), u"a"_qs);
}

void tst_RunListPanel::theSelectedRunIsTakenUpWhenItEnds()
{
    m_model->begin(sampleRequest(u"a"_qs), {});
    m_model->begin(sampleRequest(u"b"_qs), {});
    m_panel->select(u"a"_qs);
    const QSignalSpy records(m_panel.get(), &RunListPanel::recordSelected);

    m_model->finish(sampleRecord(u"b"_qs));
    QCOMPARE(records.count(), 0);
    m_model->finish(sampleRecord(u"a"_qs));

    QCOMPARE(records.count(), 1);
    QVERIFY(actionOf(*m_panel, "rerunAction")->isEnabled());
}

void tst_RunListPanel::enterRunsAgain()
{
    m_model->finish(sampleRecord(u"a"_qs));
    m_panel->select(u"a"_qs);
    const QSignalSpy reruns(m_panel.get(), &RunListPanel::rerunRequested);

    QTest::keyClick(tableOf(*m_panel), Qt::Key_Return);
    actionOf(*m_panel, "rerunAction")->trigger();

    QCOMPARE(reruns.count(), 2);
    QCOMPARE(requestIdIn(reruns, 0), u"a"_qs);
}

void tst_RunListPanel::controlEnterIsLeftToTheWindow()
{
    m_model->finish(sampleRecord(u"a"_qs));
    m_panel->select(u"a"_qs);
    const QSignalSpy reruns(m_panel.get(), &RunListPanel::rerunRequested);

    QTest::keyClick(tableOf(*m_panel), Qt::Key_Return, Qt::ControlModifier);

    QCOMPARE(reruns.count(), 0);
}

void tst_RunListPanel::aDoubleClickRunsAgain()
{
    m_model->finish(sampleRecord(u"a"_qs));
    m_panel->show();
    auto *table = tableOf(*m_panel);
    const QPoint cell = table->visualRect(table->model()->index(0, 1)).center();
    const QSignalSpy reruns(m_panel.get(), &RunListPanel::rerunRequested);

    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, cell);

    QCOMPARE(reruns.count(), 1);
}

void tst_RunListPanel::onlyARunningRunCanBeStopped()
{
    m_model->begin(sampleRequest(u"a"_qs), {});
    const QSignalSpy stops(m_panel.get(), &RunListPanel::stopRequested);
    QVERIFY(!actionOf(*m_panel, "stopRunAction")->isEnabled());

    m_panel->select(u"a"_qs);
    QVERIFY(!actionOf(*m_panel, "rerunAction")->isEnabled());
    actionOf(*m_panel, "stopRunAction")->trigger();
    m_model->finish(sampleRecord(u"a"_qs));

    QCOMPARE(stops.count(), 1);
    QVERIFY(!actionOf(*m_panel, "stopRunAction")->isEnabled());
}

void tst_RunListPanel::selectingFromOutsideIsQuiet()
{
    m_model->finish(sampleRecord(u"a"_qs));
    const QSignalSpy selected(m_panel.get(), &RunListPanel::recordSelected);

    m_panel->select(u"a"_qs);
    m_panel->select(u"unknown"_qs);

    QCOMPARE(selected.count(), 0);
    QCOMPARE(tableOf(*m_panel)->currentIndex().row(), 0);
}

void tst_RunListPanel::theSelectionSurvivesANewRun()
{
    m_model->begin(sampleRequest(u"a"_qs), {});
    m_model->finish(sampleRecord(u"a"_qs));
    m_panel->select(u"a"_qs);
    m_clock->advance(1s);

    m_model->begin(sampleRequest(u"b"_qs), {});

    QCOMPARE(tableOf(*m_panel)->currentIndex().data(RunModel::RequestIdRole).toString(), u"a"_qs);
}

void tst_RunListPanel::theRequestIdIsCopied()
{
    m_model->finish(sampleRecord(u"8f5a"_qs));
    m_panel->select(u"8f5a"_qs);

    actionOf(*m_panel, "copyRequestIdAction")->trigger();

    QCOMPARE(QGuiApplication::clipboard()->text(), u"8f5a"_qs);
}

COLDFRAME_TEST(tst_RunListPanel);

#include "tst_runlistpanel.moc"
