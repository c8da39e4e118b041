// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/environmentspanel.h"

#include "gui/environments/laneswidget.h"
#include "tests/core/timeline/environmentstory.h"
#include "tests/support/handclock.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_EnvironmentsPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void saysWhatToDoWhileThereIsNone();
    void showsWhatIsAlive();
    void lanesStayWhenEnvironmentsEnd();
    void aRowSelectsItsLane();
    void rowsAreSortable();
    void actionsBecomeButtons();
    void warmOnesAreOfTheChosenFunction();
    void tellsWhyNoneIsKeptWarm();
    void zoomButtonsFollowTheScale();
    void narrowOnesPutOneBelowTheOther();

private:
    template <typename Widget>
    Widget *child(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }

    HandClock m_clock;
    std::unique_ptr<EnvironmentsPanel> m_panel;
};

COLDFRAME_TEST(tst_EnvironmentsPanel);

void tst_EnvironmentsPanel::init()
{
    m_clock.moveTo(1s);
    m_panel = std::make_unique<EnvironmentsPanel>(m_clock);
    m_panel->resize(1100, 300);
    m_panel->setFunction(QStringLiteral("orders"));
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void tst_EnvironmentsPanel::saysWhatToDoWhileThereIsNone()
{
    QCOMPARE(child<QStackedWidget>("lanesPages")->currentIndex(), 0);
    QVERIFY(!child<QTableView>("environmentTable")->isVisible());
    QCOMPARE(child<QLabel>("environmentCounts")->text(), QStringLiteral("None alive"));
}

void tst_EnvironmentsPanel::showsWhatIsAlive()
{
    m_panel->append(coldInvocation(200ms));
    m_panel->setEnvironments(
        {environmentIn(EnvironmentState::Frozen, 300ms),
         environmentIn(EnvironmentState::Busy, 400ms, QStringLiteral("other"))});

    QTRY_COMPARE(child<QTableView>("environmentTable")->model()->rowCount(), 2);
    QVERIFY(child<LanesWidget>("lanes")->isVisible());
    QCOMPARE(m_panel->history().laneCount(), 2);
    QCOMPARE(child<QLabel>("environmentCounts")->text(),
             QStringLiteral("2 alive, 1 busy, 1 invocation"));
}

void tst_EnvironmentsPanel::lanesStayWhenEnvironmentsEnd()
{
    m_panel->setEnvironments({environmentIn(EnvironmentState::Frozen, 300ms)});
    QTRY_VERIFY(child<QTableView>("environmentTable")->isVisible());
    m_panel->setEnvironments({});
    QTRY_VERIFY(!child<QTableView>("environmentTable")->isVisible());
    QVERIFY(child<LanesWidget>("lanes")->isVisible());
    QVERIFY(m_panel->history().lane(0).endedAt == at(1s));
}

void tst_EnvironmentsPanel::aRowSelectsItsLane()
{
    m_panel->setEnvironments({environmentIn(EnvironmentState::Idle, 300ms, QStringLiteral("a")),
                              environmentIn(EnvironmentState::Idle, 400ms, QStringLiteral("b"))});
    auto *table = child<QTableView>("environmentTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(child<LanesWidget>("lanes")->selected().lane,
             m_panel->history().laneOf(table->model()->index(1, 0).data().toString()));
}

void tst_EnvironmentsPanel::rowsAreSortable()
{
    EnvironmentDescription many
        = environmentIn(EnvironmentState::Idle, 300ms, QStringLiteral("many"));
    many.invocations = 100;
    EnvironmentDescription few
        = environmentIn(EnvironmentState::Idle, 300ms, QStringLiteral("few"));
    few.invocations = 20;
    m_panel->setEnvironments({many, few});
    auto *table = child<QTableView>("environmentTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    constexpr int CallsColumn = 4;
    table->sortByColumn(CallsColumn, Qt::AscendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("few"));
    table->sortByColumn(CallsColumn, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("many"));
}

void tst_EnvironmentsPanel::actionsBecomeButtons()
{
    QAction recycle(QStringLiteral("Recycle"));
    recycle.setObjectName(QStringLiteral("recycle"));
    m_panel->addToolActions({&recycle});
    QSignalSpy triggered(&recycle, &QAction::triggered);
    auto *button = child<QToolButton>("recycleOfPanel");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
}

void tst_EnvironmentsPanel::warmOnesAreOfTheChosenFunction()
{
    QSignalSpy provision(m_panel.get(), &EnvironmentsPanel::provisionRequested);
    child<QSpinBox>("keepWarm")->setValue(2);
    QCOMPARE(provision.size(), 1);
    QCOMPARE(m_panel->provisionedOf(QStringLiteral("orders")), 2);
    EnvironmentDescription warm = environmentIn(EnvironmentState::Frozen, 300ms);
    warm.provisioned = true;
    m_panel->setEnvironments({warm});
    QTRY_COMPARE(child<QLabel>("warmReady")->text(), QStringLiteral("1 of 2 initialised"));

    m_panel->setFunction(QStringLiteral("other"));
    QCOMPARE(child<QSpinBox>("keepWarm")->value(), 0);
    m_panel->setFunction(QStringLiteral("orders"));
    QCOMPARE(child<QSpinBox>("keepWarm")->value(), 2);
    QCOMPARE(provision.size(), 1);
}

void tst_EnvironmentsPanel::tellsWhyNoneIsKeptWarm()
{
    child<QSpinBox>("keepWarm")->setValue(2);
    auto *notice = child<QWidget>("provisioningNotice");
    QVERIFY(!notice->isVisible());

    m_panel->showProvisioningFailure(
        QStringLiteral("orders"), {Error::Code::InitFailed, QStringLiteral("ImportError: no x")});

    QVERIFY(notice->isVisible());
    QCOMPARE(child<QSpinBox>("keepWarm")->value(), 0);
    const auto labels = notice->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("ImportError"));
    }));
}

void tst_EnvironmentsPanel::zoomButtonsFollowTheScale()
{
    m_panel->setEnvironments({environmentIn(EnvironmentState::Idle, 300ms)});
    QTRY_VERIFY(child<QToolButton>("lanesZoomIn")->isEnabled());
    QVERIFY(!child<QToolButton>("lanesFit")->isEnabled());
    child<QToolButton>("lanesZoomIn")->click();
    QVERIFY(child<QToolButton>("lanesFit")->isEnabled());
    child<QToolButton>("lanesFit")->click();
    QVERIFY(!child<QToolButton>("lanesFit")->isEnabled());
}

void tst_EnvironmentsPanel::narrowOnesPutOneBelowTheOther()
{
    m_panel->setEnvironments({environmentIn(EnvironmentState::Idle, 300ms)});
    auto *form = child<QWidget>("limitsForm");
    auto *lanes = child<QWidget>("lanes");
    QTRY_VERIFY(lanes->isVisible());
    const auto left
        = [this](QWidget *widget) { return widget->mapTo(m_panel.get(), QPoint()).x(); };
    QTRY_VERIFY(left(form) > left(lanes) + lanes->width());
    m_panel->resize(520, 240);
    QTRY_VERIFY(left(form) < left(lanes) + lanes->width());
}

#include "tst_environmentspanel.moc"
