// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settings.h"
#include "gui/base/codeeditor.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;

class tst_RunOptionsOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void theStripForcesACold();
    void freezeIsASettingOfEveryRun();
    void runOptionsReachTheRunAndAreKept();
    void isolationAndLimitsAreVisible();
    void aStreamedResponseIsShownWhileItArrives();
    void theWindowFitsASmallScreen();
};

void tst_RunOptionsOfTheWindow::theStripForcesACold()
{
    openHello();

    QTest::mouseClick(child<QToolButton>("forceColdButton"), Qt::LeftButton);

    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    QCOMPARE(m_invoker->requests.front().start, StartChoice::ForceCold);
}

void tst_RunOptionsOfTheWindow::freezeIsASettingOfEveryRun()
{
    openHello();
    QVERIFY(child<QToolButton>("freezeButton")->isChecked());

    press(Qt::Key_F8);
    QVERIFY(!child<QToolButton>("freezeButton")->isChecked());
    action("run")->trigger();
    QVERIFY(!m_invoker->running().emulation.freezesBetweenInvocations);
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_VERIFY(action("run")->isEnabled());
    close();

    makeWorkbench();
    QVERIFY(!child<QToolButton>("freezeButton")->isChecked());
}

void tst_RunOptionsOfTheWindow::runOptionsReachTheRunAndAreKept()
{
    openHello();

    child<QCheckBox>("optionStream")->click();
    child<QCheckBox>("optionCredentials")->click();
    auto *format = child<QComboBox>("logFormat");
    format->setCurrentIndex(1);
    Q_EMIT format->activated(1);
    action("run")->trigger();

    QCOMPARE(m_invoker->running().responseMode, ResponseMode::Streamed);
    QCOMPARE(m_invoker->running().emulation.credentials, CredentialsChoice::PassedThrough);
    QCOMPARE(m_invoker->running().function.logging.format, LogFormat::Json);
    QCOMPARE(SettingsStore(*m_settings).settings().run.responseMode, ResponseMode::Streamed);

    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_VERIFY(action("run")->isEnabled());
    child<QToolButton>("resetFunction")->click();
    action("run")->trigger();
    QCOMPARE(m_invoker->running().function.logging.format, LogFormat::Text);
}

void tst_RunOptionsOfTheWindow::isolationAndLimitsAreVisible()
{
    openHello();
    auto *isolation = child<QToolButton>("isolationInForce");
    QVERIFY2(isolation->text().contains(QStringLiteral("memory watched")),
             qPrintable(isolation->text()));

    isolation->setFocus();
    press(Qt::Key_Space, Qt::NoModifier);

    QTRY_VERIFY(child<QTextBrowser>("fidelityText") != nullptr);
    QVERIFY(child<QTextBrowser>("fidelityText")->toPlainText().contains(isolation->text()));
}

void tst_RunOptionsOfTheWindow::aStreamedResponseIsShownWhileItArrives()
{
    openHello();
    m_workbench->window().showPanel(QStringLiteral("responseDock"));
    action("run")->trigger();

    m_invoker->appendResponse("first, ");
    m_invoker->appendResponse("second");

    auto *text = child<QPlainTextEdit>("streamedText");
    QTRY_COMPARE(text->toPlainText(), QStringLiteral("first, second"));
    QVERIFY(text->isVisible());
    m_invoker->finish(warmRecord(m_invoker->running(), "\"the record rules\""));
    QTRY_VERIFY(child<CodeEditor>("responseBody")->isVisible());
    QCOMPARE(child<CodeEditor>("responseBody")->text(), QStringLiteral("\"the record rules\""));
}

void tst_RunOptionsOfTheWindow::theWindowFitsASmallScreen()
{
    openHello();
    action("run")->trigger();
    m_invoker->finish(recordWithExtensions(m_invoker->running()));
    QTRY_VERIFY(action("run")->isEnabled());
    MainWindow &window = m_workbench->window();

    for (const char *dock : {"responseDock", "logDock", "timelineDock", "costDock", "runsDock", "probeDock"}) {
        window.showPanel(QLatin1String(dock));
        window.resize(800, 700);
        QCoreApplication::processEvents();
        QTRY_COMPARE(window.size(), QSize(800, 700)); // fits a screen of 1366 x 768
    }

    for (const char *name : {"runOptions", "runBarStop", "isolationInForce", "freezeButton"}) {
        const auto *widget = child<QWidget>(name);
        QTRY_VERIFY2(widget->isVisible(), name);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        QVERIFY2(window.rect().contains(place), name);
    }
}

COLDFRAME_TEST(tst_RunOptionsOfTheWindow);

#include "tst_runoptionsofthewindow.moc"
