// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/events/eventpanel.h"
#include "gui/tuning/tuningtable.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// Power tuning from the window.
class tst_TuningOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void tunesWhatIsChosen();
    void anotherStrategyNeedsNoRuns();
    void appliesASize();
    void stopsByTheKeyboard();
    void aFunctionThatFails();
    void endsWithTheWindow();

private:
    bool isOver() const { return action("tune")->isEnabled(); }
    bool answered()
    {
        while (m_invoker->isRunning()) {
            InvocationRecord record = warmRecord(m_invoker->running(), "null");
            record.report.duration = 140ms;
            record.report.maxMemoryUsed = MebiBytes{40};
            record.cpuTime = 60ms;
            m_invoker->finish(std::move(record));
        }
        return isOver();
    }
    void tune()
    {
        openHello();
        child<QSpinBox>("timeout")->setValue(30);
        child<QLineEdit>("tuningSizes")->setText(QStringLiteral("128, 1024, 1769"));
        child<QSpinBox>("tuningRuns")->setValue(5);
        press(Qt::Key_F9);
    }
};

void tst_TuningOfTheWindow::tunesWhatIsChosen()
{
    child<EventPanel>("eventPanel")->setEvent("{\"name\": \"Grace\"}", {});
    tune();
    QVERIFY(isPanelVisible("tuningDock"));
    QTRY_VERIFY(m_invoker->isRunning());
    QVERIFY(!isOver());

    QTRY_VERIFY(answered());

    // Nobody says that there is a quota here, so there is the prediction alone.
    QCOMPARE(m_invoker->requests.size(), std::size_t(6));
    for (const InvocationRequest &request : m_invoker->requests) {
        QVERIFY(request.emulation.measuresCpu);
        QVERIFY(!request.emulation.limitsCpu);
        QCOMPARE(request.function.memory, MebiBytes{1769});
    }
    QCOMPARE(child<TuningTable>("tuningTable")->rowCount(), 3);
    QVERIFY(child<QLabel>("tuningCaption")->text().contains(QStringLiteral("offers none")));
    QCOMPARE(child<QTableView>("runTable")->model()->rowCount(), 0); // no runs of the person's own
}

void tst_TuningOfTheWindow::anotherStrategyNeedsNoRuns()
{
    tune();
    QTRY_VERIFY(answered());
    const std::size_t runs = m_invoker->requests.size();

    child<QComboBox>("tuningStrategy")->setCurrentIndex(1);

    QTRY_COMPARE(child<QLabel>("tuningVerdict")->text(), QStringLiteral("Fastest: 1,769 MB."));
    QCOMPARE(m_invoker->requests.size(), runs);
}

void tst_TuningOfTheWindow::appliesASize()
{
    tune();
    QTRY_VERIFY(answered());

    child<TuningTable>("tuningTable")->selectSize(1);
    child<QPushButton>("applyMemory")->click();

    QCOMPARE(child<QSpinBox>("memory")->value(), 1024);
}

void tst_TuningOfTheWindow::stopsByTheKeyboard()
{
    tune();
    QTRY_VERIFY(m_invoker->isRunning());

    press(Qt::Key_F9, Qt::ControlModifier | Qt::ShiftModifier);

    QTRY_VERIFY(isOver());
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    QVERIFY(!action("stopTuningAction")->isEnabled());
}

void tst_TuningOfTheWindow::aFunctionThatFails()
{
    tune();
    const auto failed = [this] {
        while (m_invoker->isRunning())
            m_invoker->finish(failedRecord(m_invoker->running()));
        return isOver();
    };
    QTRY_VERIFY(failed());

    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
    QVERIFY(!child<QPushButton>("applyMemory")->isVisible());
}

void tst_TuningOfTheWindow::endsWithTheWindow()
{
    tune();
    QTRY_VERIFY(m_invoker->isRunning());

    m_workbench->window().close();

    QTRY_VERIFY(!m_workbench->window().isVisible());
    QCOMPARE(m_invoker->stopped.size(), 1);
}

COLDFRAME_TEST(tst_TuningOfTheWindow);

#include "tst_tuningofthewindow.moc"
