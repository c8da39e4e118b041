// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settings.h"
#include "gui/base/codeeditor.h"
#include "gui/editor/editorpanel.h"
#include "gui/events/eventpanel.h"
#include "gui/logs/logpanel.h"
#include "gui/probe/findingsview.h"
#include "gui/probe/probepanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/leakyfunction.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;

/// Probes from the window.
class tst_Probing : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void f9ProbesWhatIsChosen();
    void aDuplicateHasOneRequestId();
    void itsRunsAreNotListed();
    void oneAtATime();
    void stopsByTheKeyboard();
    void aFindingOpensItsFile();
    void runsGoOnBesideIt();
    void nothingIsProbedThatIsNotShown();
    void anEmptyFolderCannotBeProbed();
    void endsWithTheWindow();
    void fitsASmallScreen();

private:
    bool isOver() const { return action("probe")->isEnabled(); }
    /// Answers as often as something is asked for.
    bool answered()
    {
        m_function.answerIfAsked(*m_invoker);
        return isOver();
    }

    LeakyFunction m_function;
};

void tst_Probing::f9ProbesWhatIsChosen()
{
    openHello();
    child<QSpinBox>("memory")->setValue(512);
    child<EventPanel>("eventPanel")->setEvent("{\"name\": \"Grace\"}", {});
    press(Qt::Key_F8); // no freezing
    child<QSpinBox>("probeTimes")->setValue(2);

    press(Qt::Key_F9, Qt::NoModifier);

    QVERIFY(isPanelVisible("probeDock"));
    QTRY_VERIFY(m_invoker->isRunning());
    QCOMPARE(child<QLabel>("probeProgressText")->text(), QStringLiteral("Warm run 1 of 2"));
    QTRY_VERIFY(answered());
    QCOMPARE(m_invoker->requests.size(), std::size_t(4));
    for (const InvocationRequest &request : m_invoker->requests) {
        QVERIFY(request.function.memory == MebiBytes{512});
        QCOMPARE(request.event, QByteArray("{\"name\": \"Grace\"}"));
        QVERIFY(!request.emulation.freezesBetweenInvocations);
        QVERIFY(request.emulation.observesState);
    }
    QVERIFY(m_invoker->requests[1].start == StartChoice::ReuseWarm);
    QVERIFY(m_invoker->requests[2].start == StartChoice::ForceCold);
    QVERIFY(child<FindingsView>("probeFindings")->isVisible());
}

void tst_Probing::aDuplicateHasOneRequestId()
{
    openHello();
    m_workbench->window().showPanel(QStringLiteral("probeDock"));
    auto *kind = child<QComboBox>("probeKind");
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down);

    QTest::mouseClick(child<QToolButton>("startProbe"), Qt::LeftButton);
    QTRY_VERIFY(answered());

    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
    QCOMPARE(m_invoker->requests[1].requestId, m_invoker->requests[0].requestId);
    QCOMPARE(m_invoker->requests[2].requestId, m_invoker->requests[0].requestId);
}

void tst_Probing::itsRunsAreNotListed()
{
    openHello();
    action("probe")->trigger();
    QTRY_VERIFY(m_invoker->isRunning());
    m_invoker->appendLog({LogLine{{}, LogSource::Function, LogLevel::None, "probed"}});
    QTRY_VERIFY(answered());

    QCOMPARE(child<QTableView>("runTable")->model()->rowCount(), 0);
    QCOMPARE(child<LogPanel>("logPanel")->model().rowCount(), 0);
    QVERIFY(!action("runAgain")->isEnabled());
}

void tst_Probing::oneAtATime()
{
    openHello();
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());

    press(Qt::Key_F9, Qt::NoModifier);
    Q_EMIT child<ProbePanel>("probePanel")->startRequested();

    QVERIFY(!child<QToolButton>("startProbe")->isEnabled());
    QTRY_VERIFY(answered());
    QCOMPARE(m_invoker->requests.size(), std::size_t(6));
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());
}

void tst_Probing::stopsByTheKeyboard()
{
    openHello();
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());
    m_workbench->window().showPanel(QStringLiteral("logDock")); // from anywhere

    press(Qt::Key_F9, Qt::ShiftModifier);

    QCOMPARE(m_invoker->stopped.size(), 1);
    QTRY_VERIFY(isOver());
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    const auto *title
        = child<ProbePanel>("probePanel")->findChild<QLabel *>(QStringLiteral("emptyStateTitle"));
    QCOMPARE(title->text(), QStringLiteral("The probe was stopped"));
    QVERIFY(!action("stopProbeAction")->isEnabled());
}

void tst_Probing::aFindingOpensItsFile()
{
    openHello();
    auto *editor = child<EditorPanel>("editorPanel");
    writeText(folder("hello/notes.md"), "# Notes\n");
    editor->open(folder("hello/notes.md"));
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(answered());
    auto *findings = child<FindingsView>("probeFindings");
    QCoreApplication::processEvents();

    const QPoint first = findings->visualItemRect(findings->topLevelItem(0)).center();
    QTest::mouseClick(findings->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(findings->viewport(), Qt::LeftButton, {}, first);

    QCOMPARE(editor->currentFile(), folder("hello/app.py"));
}

void tst_Probing::runsGoOnBesideIt()
{
    openHello();
    action("run")->trigger();
    const QString ofTheRun = m_invoker->running().requestId;
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_COMPARE(m_invoker->requests.size(), std::size_t(2));

    press(Qt::Key_F5, Qt::ShiftModifier);

    QCOMPARE(m_invoker->stopped, QStringList{ofTheRun});
    QTRY_VERIFY(action("run")->isEnabled());
    QTRY_VERIFY(answered());
    QVERIFY(child<FindingsView>("probeFindings")->topLevelItemCount() > 0);
}

void tst_Probing::nothingIsProbedThatIsNotShown()
{
    openHello();
    auto *editor = child<EditorPanel>("editorPanel");
    QTRY_VERIFY(editor->currentEditor() != nullptr);
    editor->currentEditor()->insertText(QStringLiteral("# mine\n"));
    writeText(folder("hello/app.py"), "# theirs, and nobody has seen it\n");

    action("probe")->trigger();

    QVERIFY(m_invoker->requests.empty());
    QVERIFY(isOver());
    QTRY_VERIFY(child<QLabel>("noticeSentence") != nullptr);
}

void tst_Probing::anEmptyFolderCannotBeProbed()
{
    QVERIFY(QDir().mkpath(folder("empty")));
    open(folder("empty"));

    press(Qt::Key_F9, Qt::NoModifier);

    QVERIFY(!action("probe")->isEnabled());
    QVERIFY(!child<QToolButton>("startProbe")->isEnabled());
    QVERIFY(m_invoker->requests.empty());
}

void tst_Probing::endsWithTheWindow()
{
    openHello();
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(m_invoker->isRunning());

    m_workbench->window().close();

    QTRY_VERIFY(!m_workbench->window().isVisible());
    QCOMPARE(m_invoker->stopped, QStringList{m_invoker->requests.front().requestId});
    QTRY_VERIFY(isOver());
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
}

void tst_Probing::fitsASmallScreen()
{
    openHello();
    MainWindow &window = m_workbench->window();
    window.showPanel(QStringLiteral("probeDock"));
    window.resize(800, 700);
    QTRY_COMPARE(window.size(), QSize(800, 700)); // fits a screen of 1366 x 768
    press(Qt::Key_F9, Qt::NoModifier);
    QTRY_VERIFY(answered());
    QCoreApplication::processEvents();

    QCOMPARE(window.size(), QSize(800, 700));
    for (const char *name : {"probeKind", "probeTimes", "startProbe", "stopProbe",
                             "copyProbeReport", "probeVerdict", "probeRunTable"}) {
        const auto *widget = child<QWidget>(name);
        QVERIFY2(widget->isVisible(), name);
        const QRect place(widget->mapTo(&window, QPoint()), widget->size());
        QVERIFY2(window.rect().contains(place), name);
        QVERIFY2(widget->width() >= widget->minimumSizeHint().width(), name);
    }
}

COLDFRAME_TEST(tst_Probing);

#include "tst_probing.moc"
