// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/runstore.h"
#include "gui/base/noticebar.h"
#include "gui/history/historypanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;

/// The history of runs in the real window.
class tst_HistoryOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aRunIsKeptAndListed();
    void aRunOutlivesTheWindow();
    void anOldRunIsShownAndRunAgain();
    void attemptsOfTheQueueAreKept();
    void runsBecomeABaseline();
    void runsAreDeletedAfterAQuestion();
    void nothingIsKeptWhenItIsSwitchedOff();
    void anUnusableFolderIsSaid();

private:
    void run(const QByteArray &response = "1");
    HistoryModel &model() const { return panel()->model(); }
    HistoryPanel *panel() const { return child<HistoryPanel>("historyPanel"); }
    std::vector<RunSummary> kept() const
    {
        const auto store
            = RunStore::open(RunStore::fileOf(folder("hello")), RunStore::Missing::Refuse);
        return store ? store->query({}).value_or(std::vector<RunSummary>())
                     : std::vector<RunSummary>();
    }
};

void tst_HistoryOfTheWindow::run(const QByteArray &response)
{
    action("run")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    m_invoker->finish(warmRecord(m_invoker->running(), response));
    QTRY_VERIFY(action("run")->isEnabled());
}

void tst_HistoryOfTheWindow::aRunIsKeptAndListed()
{
    openHello();
    QCOMPARE(model().rowCount(), 0);

    run();

    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(model().run(0).function, kept().front().function);
    QCOMPARE(model().run(0).metadata.eventName, u"ada"_qs);
    QVERIFY(model().run(0).metadata.origin == RunOrigin::Window);
    run();
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(readText(folder("hello/.coldframe/.gitignore")), QByteArray("*\n"));
}

void tst_HistoryOfTheWindow::aRunOutlivesTheWindow()
{
    openHello();
    run();
    tearDown(); // at once: it waits for the disk

    QCOMPARE(kept().size(), std::size_t(1));
    makeWorkbench();
    openHello();
    QTRY_COMPARE(model().rowCount(), 1);
}

void tst_HistoryOfTheWindow::anOldRunIsShownAndRunAgain()
{
    openHello();
    run("\"the first\"");
    QTRY_COMPARE(model().rowCount(), 1);
    run("\"the second\"");
    QTRY_COMPARE(model().rowCount(), 2);
    panel()->select(model().run(1).id);

    child<QAction>("historyShow")->trigger();

    QTRY_VERIFY(isPanelVisible("responseDock"));
    child<QAction>("historyRerun")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    QCOMPARE(m_invoker->running().event, QByteArray("{\n  \"name\": \"Ada\"\n}\n"));
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(model().run(0).metadata.eventName, u"ada"_qs);
}

void tst_HistoryOfTheWindow::attemptsOfTheQueueAreKept()
{
    openHello();

    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(m_invoker->isRunning());
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));

    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(model().run(0).metadata.origin == RunOrigin::Queue);
}

void tst_HistoryOfTheWindow::runsBecomeABaseline()
{
    openHello();
    for (int number = 1; number <= 2; ++number) {
        run();
        QTRY_COMPARE(model().rowCount(), number);
    }
    child<QTableView>("historyTable")->selectAll();

    child<QAction>("historyBaseline")->trigger();

    QTRY_COMPARE(model().index(0, HistoryModel::Tags).data().toString(), u"baseline"_qs);
    QTRY_VERIFY2(child<QLabel>("trendVerdict")
                     ->text()
                     .contains(u"The baseline has 2 comparable runs; 5 are needed."_qs),
                 qPrintable(child<QLabel>("trendVerdict")->text()));
    child<QAction>("historyClearBaseline")->trigger();
    QTRY_COMPARE(model().index(0, HistoryModel::Tags).data().toString(), QString());
}

void tst_HistoryOfTheWindow::runsAreDeletedAfterAQuestion()
{
    openHello();
    run();
    QTRY_COMPARE(model().rowCount(), 1);
    child<QTableView>("historyTable")->selectRow(0);

    child<QAction>("historyRemove")->trigger();
    auto *box = child<QMessageBox>("removeRunsBox");
    QVERIFY(box);
    QCOMPARE(kept().size(), std::size_t(1));
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }

    QTRY_COMPARE(model().rowCount(), 0);
    QVERIFY(kept().empty());
}

void tst_HistoryOfTheWindow::nothingIsKeptWhenItIsSwitchedOff()
{
    tearDown();
    {
        QSettings settings(folder("settings.ini"), QSettings::IniFormat);
        settings.setValue(u"history/keepsRuns"_qs, false);
    }
    makeWorkbench();
    openHello();

    run();

    tearDown();
    QVERIFY(kept().empty());
    QVERIFY(!QFile::exists(folder("hello/.coldframe/history.db")));
}

void tst_HistoryOfTheWindow::anUnusableFolderIsSaid()
{
    writeText(folder("hello/.coldframe/history.db"), QByteArray(5'000, 'x'));
    openHello();

    run();

    const auto notice = [this] {
        const auto *bar = child<NoticeBar>("eventNotice");
        return bar ? bar->sentence() : QString();
    };
    QTRY_VERIFY(notice().contains(u"Runs are not kept in the history"_qs));
    QCOMPARE(readText(folder("hello/.coldframe/history.db")), QByteArray(5'000, 'x'));
}

COLDFRAME_TEST(tst_HistoryOfTheWindow);

#include "tst_historyofthewindow.moc"
