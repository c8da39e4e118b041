// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/environmentspanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;

class tst_EnvironmentsOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void environmentsAndRecordsReachTheLanes();
    void limitsReachTheInvoker();
    void warmOnesAreAskedForOfTheChosenFunction();
    void anEditedFunctionIsKeptWarmAnew();
    void theButtonsAreTheWindowsActions();
    void aBurstSendsTheChosenEvent();
    void ofABurstOnlyTheLastIsListed();
    void aBurstOfThrottlesListsNothing();
    void stoppingABurstStopsWhatRuns();
    void panelsFitASmallWindow();

private:
    void startBurst(int count);
    int listedRuns() const { return child<QTableView>("runTable")->model()->rowCount(); }
};

COLDFRAME_TEST(tst_EnvironmentsOfTheWindow);

void tst_EnvironmentsOfTheWindow::startBurst(int count)
{
    m_workbench->window().showPanel(QStringLiteral("burstDock"));
    child<QSpinBox>("burstCount")->setValue(count);
    child<QPushButton>("startBurst")->click();
}

void tst_EnvironmentsOfTheWindow::environmentsAndRecordsReachTheLanes()
{
    openHello();
    m_workbench->window().showPanel(QStringLiteral("environmentsDock"));
    action("run")->trigger();
    const InvocationRecord record = coldRecord(m_invoker->running(), "1");
    m_invoker->setEnvironments({record.environment});
    m_invoker->finish(record);

    QTRY_COMPARE(child<QTableView>("environmentTable")->model()->rowCount(), 1);
    const EnvironmentHistory &history = child<EnvironmentsPanel>("environmentsPanel")->history();
    QCOMPARE(history.laneCount(), 1);
    QTRY_COMPARE(history.invocationCount(), 1);
}

void tst_EnvironmentsOfTheWindow::limitsReachTheInvoker()
{
    openHello();
    child<QSpinBox>("reservedConcurrency")->setValue(4);
    child<QSpinBox>("localCap")->setValue(9);

    QCOMPARE(m_invoker->concurrency.reserved.size(), std::size_t(1));
    QCOMPARE(m_invoker->concurrency.reserved.begin()->second, 4);
    QCOMPARE(m_invoker->concurrency.localEnvironments, 9);
}

void tst_EnvironmentsOfTheWindow::warmOnesAreAskedForOfTheChosenFunction()
{
    openHello();
    child<QSpinBox>("keepWarm")->setValue(3);
    QCOMPARE(m_invoker->provisioned.size(), std::size_t(1));
    QCOMPARE(m_invoker->provisioned.begin()->second, 3);
    const QString name = m_invoker->provisioned.begin()->first;
    QVERIFY(!name.isEmpty());

    Q_EMIT m_invoker->provisioningFailed(name,
                                         {Error::Code::InitFailed, QStringLiteral("ImportError")});
    QCOMPARE(child<QSpinBox>("keepWarm")->value(), 0);
}

void tst_EnvironmentsOfTheWindow::anEditedFunctionIsKeptWarmAnew()
{
    openHello();
    child<QSpinBox>("keepWarm")->setValue(3);
    m_invoker->provisioned.clear();
    action("freeze")->trigger();

    QCOMPARE(m_invoker->provisioned.size(), std::size_t(1));
    QCOMPARE(m_invoker->provisioned.begin()->second, 3);
    m_invoker->provisioned.clear();
    child<QSpinBox>("keepWarm")->setValue(0);
    QCOMPARE(m_invoker->provisioned.begin()->second, 0);
    m_invoker->provisioned.clear();
    action("freeze")->trigger();
    QVERIFY(m_invoker->provisioned.empty());
}

void tst_EnvironmentsOfTheWindow::theButtonsAreTheWindowsActions()
{
    openHello();
    m_workbench->window().showPanel(QStringLiteral("environmentsDock"));
    QTest::mouseClick(child<QToolButton>("runColdOfPanel"), Qt::LeftButton);
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    QCOMPARE(m_invoker->requests.front().start, StartChoice::ForceCold);
    QCOMPARE(child<QToolButton>("recycleOfPanel")->defaultAction(), action("recycle"));
}

void tst_EnvironmentsOfTheWindow::aBurstSendsTheChosenEvent()
{
    openHello();
    startBurst(3);

    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
    for (const InvocationRequest &request : m_invoker->requests) {
        QCOMPARE(request.event, QByteArray("{\n  \"name\": \"Ada\"\n}\n"));
        QCOMPARE(request.function.handler, QStringLiteral("app.handler"));
    }
    QVERIFY(child<QPushButton>("stopBurst")->isEnabled());
}

void tst_EnvironmentsOfTheWindow::ofABurstOnlyTheLastIsListed()
{
    openHello();
    startBurst(40);
    for (int i = 0; i < 40; ++i)
        m_invoker->finish(warmRecord(m_invoker->running(), QByteArray::number(i)));

    QTRY_VERIFY(child<QPushButton>("startBurst")->isEnabled());
    QCOMPARE(listedRuns(), 1);
    const QAbstractItemModel *runs = child<QTableView>("runTable")->model();
    constexpr int EventColumn = 2;
    const QString event = runs->index(0, EventColumn).data().toString();
    QVERIFY2(event.contains(QStringLiteral("last of 40")), qPrintable(event));
    QCOMPARE(child<QLabel>("burstSucceeded")->text(), QStringLiteral("40"));
    QCOMPARE(child<EnvironmentsPanel>("environmentsPanel")->history().invocationCount(), 40);
}

void tst_EnvironmentsOfTheWindow::aBurstOfThrottlesListsNothing()
{
    openHello();
    startBurst(2);
    const QString reason
        = throttleReasonName(ThrottleReason::ReservedFunctionConcurrentInvocationLimitExceeded);
    m_invoker->fail({Error::Code::Throttled, reason});
    m_invoker->fail({Error::Code::Throttled, reason});

    QTRY_VERIFY(child<QPushButton>("startBurst")->isEnabled());
    QCOMPARE(listedRuns(), 0);
    QVERIFY(child<QLabel>("burstReasons")->text().contains(reason));
}

void tst_EnvironmentsOfTheWindow::stoppingABurstStopsWhatRuns()
{
    openHello();
    startBurst(5);
    child<QPushButton>("stopBurst")->click();

    QCOMPARE(m_invoker->stopped.size(), 5);
    QTRY_VERIFY(child<QPushButton>("startBurst")->isEnabled());
}

void tst_EnvironmentsOfTheWindow::panelsFitASmallWindow()
{
    openHello();
    MainWindow &window = m_workbench->window();
    for (const char *dock : {"environmentsDock", "burstDock"}) {
        window.showPanel(QLatin1String(dock));
        window.resize(800, 700);
        QTRY_COMPARE(window.size(), QSize(800, 700)); // fits a screen of 1366 x 768
        QVERIFY(isPanelVisible(dock));
    }
}

#include "tst_environmentsofthewindow.moc"
