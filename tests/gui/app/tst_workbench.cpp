// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/functionstrip.h"
#include "gui/app/mainwindow.h"
#include "gui/app/settings.h"
#include "gui/app/workbench.h"
#include "gui/base/codeeditor.h"
#include "gui/editor/editorpanel.h"
#include "gui/events/eventpanel.h"
#include "gui/logs/logpanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSettings>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace coldframe;
using namespace coldframe::test;

class tst_Workbench : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void ctrlEnterShowsTheRunEverywhere();
    void runColdAsksForANewEnvironment();
    void runsWhatIsTypedNow();
    void nothingRunsThatIsNotShown();
    void theKeyboardReachesEveryPanel();
    void aNewFileIsOneKeyAway();
    void settingsOfTheFunctionApplyToTheRun();
    void stopStops();
    void aRunOfTheListRunsAgain();
    void aFailureLeadsToItsLine();
    void anErrorOfOursIsShown();
    void theWindowLivesDuringARun();
    void recyclesFromTheStatusBar();
    void anEmptyFolderCannotRun();
    void aMissingFolderIsSaid();
    void aFirstStartOpensTheExample();
    void theSessionIsKept();
    void theFolderIsKnownAfterACrash();
    void theEventIsSavedAsAFile();
    void settingsAreKept();
    void themesChangeTheWholeWindow();
};

void tst_Workbench::ctrlEnterShowsTheRunEverywhere()
{
    openHello();
    QTRY_VERIFY(child<EditorPanel>("editorPanel")->currentEditor() != nullptr);
    child<EditorPanel>("editorPanel")->currentEditor()->setFocus();

    press(Qt::Key_Return);

    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    const InvocationRequest &request = m_invoker->requests.front();
    QCOMPARE(request.function.handler, QStringLiteral("app.handler"));
    QCOMPARE(request.event, QByteArray("{\n  \"name\": \"Ada\"\n}\n"));
    QCOMPARE(request.start, StartChoice::ReuseWarm);
    QCOMPARE(readText(folder("hello/app.py")), QByteArray(HelloCode));

    m_invoker->finish(coldRecord(request, R"({"greeting":"Hello, Ada"})"));

    auto *body = child<CodeEditor>("responseBody");
    QTRY_VERIFY(body->text().contains(QStringLiteral("Hello, Ada")));
    QVERIFY(isPanelVisible("responseDock"));
    QCOMPARE(child<LogPanel>("logPanel")->model().rowCount(), 5);
    QVERIFY(child<QLabel>("timelineReason") != nullptr);
    QTRY_COMPARE(child<QTableView>("runTable")->model()->rowCount(), 1);
    QTRY_VERIFY(child<QLabel>("costSummary") != nullptr);
    QCOMPARE(child<QLabel>("interpreter")->text(), QStringLiteral("Python 3.11.2"));
    QVERIFY(action("run")->isEnabled());
}

void tst_Workbench::runColdAsksForANewEnvironment()
{
    openHello();

    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);

    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    QCOMPARE(m_invoker->requests.front().start, StartChoice::ForceCold);
}

void tst_Workbench::runsWhatIsTypedNow()
{
    openHello();
    QTRY_VERIFY(child<EditorPanel>("editorPanel")->currentEditor() != nullptr);
    child<EditorPanel>("editorPanel")->currentEditor()->insertText(QStringLiteral("# changed\n"));
    child<EventPanel>("eventPanel")->setEvent("{\"name\": \"Grace\"}", {});

    action("run")->trigger();

    QCOMPARE(m_invoker->requests.front().event, QByteArray("{\"name\": \"Grace\"}"));
    QVERIFY(readText(folder("hello/app.py")).startsWith("# changed\n"));
}

void tst_Workbench::nothingRunsThatIsNotShown()
{
    openHello();
    auto *editor = child<EditorPanel>("editorPanel");
    QTRY_VERIFY(editor->currentEditor() != nullptr);
    editor->currentEditor()->insertText(QStringLiteral("# mine\n"));
    writeText(folder("hello/app.py"), "# theirs, and nobody has seen it\n");

    action("run")->trigger();

    QVERIFY(m_invoker->requests.empty());
    QVERIFY(readText(folder("hello/app.py")).startsWith("# theirs"));
    QVERIFY(editor->currentEditor()->text().startsWith(QStringLiteral("# mine")));
}

void tst_Workbench::theKeyboardReachesEveryPanel()
{
    openHello();
    const auto panelWithFocus = [this] {
        for (const QDockWidget *dock : m_workbench->window().findChildren<QDockWidget *>()) {
            if (dock->isAncestorOf(QApplication::focusWidget()))
                return dock->objectName();
        }
        return m_workbench->window().statusBar()->isAncestorOf(QApplication::focusWidget())
            ? QStringLiteral("status bar")
            : QStringLiteral("centre");
    };
    QStringList forward;
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_F6, Qt::NoModifier);
        forward.append(panelWithFocus());
    }
    QStringList back;
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_F6, Qt::ShiftModifier);
        back.prepend(panelWithFocus());
    }

    QCOMPARE(QSet<QString>(forward.begin(), forward.end()).size(), 5);
    QVERIFY2(forward.contains(QStringLiteral("centre")), qPrintable(forward.join(u' ')));
    back.append(back.takeFirst());
    QCOMPARE(back, forward);
}

void tst_Workbench::aNewFileIsOneKeyAway()
{
    openHello();
    const auto tabs
        = [this] { return child<EditorPanel>("editorPanel")->findChild<QTabBar *>()->count(); };
    QTRY_COMPARE(tabs(), 1);

    press(Qt::Key_N);

    QCOMPARE(tabs(), 2);
}

void tst_Workbench::settingsOfTheFunctionApplyToTheRun()
{
    openHello();

    child<QSpinBox>("memory")->setValue(512);
    child<QSpinBox>("timeout")->setValue(30);
    action("run")->trigger();

    QVERIFY(m_invoker->running().function.memory == MebiBytes{512});
    QVERIFY(m_invoker->running().function.timeout == std::chrono::seconds(30));
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_VERIFY(action("run")->isEnabled());

    child<QToolButton>("resetFunction")->click();
    action("run")->trigger();
    QVERIFY(m_invoker->running().function.memory == limits::SmallestMemory);
}

void tst_Workbench::stopStops()
{
    openHello();
    QVERIFY(!action("stop")->isEnabled());
    action("run")->trigger();
    QVERIFY(action("stop")->isEnabled());
    QVERIFY(!action("run")->isEnabled());

    press(Qt::Key_F5, Qt::ShiftModifier);

    QCOMPARE(m_invoker->stopped.size(), 1);
    QTRY_VERIFY(action("run")->isEnabled());
}

void tst_Workbench::aRunOfTheListRunsAgain()
{
    openHello();
    action("run")->trigger();
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_VERIFY(action("run")->isEnabled());
    child<EventPanel>("eventPanel")->setEvent("{\"name\": \"Grace\"}", {});

    child<QAction>("rerunAction")->trigger();

    QCOMPARE(m_invoker->requests.size(), std::size_t(2));
    QCOMPARE(m_invoker->requests.at(1).event, m_invoker->requests.at(0).event);
    QVERIFY(m_invoker->requests.at(1).requestId != m_invoker->requests.at(0).requestId);
}

void tst_Workbench::aFailureLeadsToItsLine()
{
    openHello();
    m_workbench->window().showPanel(QStringLiteral("logDock"));
    action("run")->trigger();

    m_invoker->finish(failedRecord(m_invoker->running()));

    QTRY_VERIFY(isPanelVisible("responseDock"));
    QCOMPARE(child<QLabel>("errorType")->text(), QStringLiteral("ValueError"));
    QVERIFY(child<QLabel>("failureHint")->text().contains(QStringLiteral("app.py, line 4")));
}

void tst_Workbench::anErrorOfOursIsShown()
{
    openHello();
    action("run")->trigger();

    m_invoker->fail({Error::Code::InterpreterNotFound, QStringLiteral("python3.13")});

    auto *error = child<QWidget>("responseError");
    QTRY_VERIFY(error->isVisible());
    QString text;
    for (const QLabel *label : error->findChildren<QLabel *>())
        text += label->text();
    QVERIFY2(text.contains(QStringLiteral("python3.13")), qPrintable(text));
    QCOMPARE(child<QTableView>("runTable")->model()->rowCount(), 0);
    QVERIFY(action("run")->isEnabled());
}

void tst_Workbench::theWindowLivesDuringARun()
{
    openHello();
    action("run")->trigger();
    m_invoker->appendLog({LogLine{{}, LogSource::Function, LogLevel::None, "working"}});

    m_workbench->window().showPanel(QStringLiteral("logDock"));
    QTRY_COMPARE(child<LogPanel>("logPanel")->model().rowCount(), 1);
    auto *editor = child<EditorPanel>("editorPanel")->currentEditor();
    editor->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);

    QVERIFY(editor->text().startsWith(u'a'));
    QVERIFY(m_invoker->isRunning());
}

void tst_Workbench::recyclesFromTheStatusBar()
{
    openHello();
    m_invoker->setEnvironments({EnvironmentDescription{}, EnvironmentDescription{}});
    QCOMPARE(child<QLabel>("environmentsAlive")->text(), QStringLiteral("2 environments alive"));

    QTest::mouseClick(child<QToolButton>("recycleButton"), Qt::LeftButton);

    QCOMPARE(m_invoker->recycled, 1);
    QCOMPARE(child<QLabel>("environmentsAlive")->text(), QStringLiteral("No environment alive"));
}

void tst_Workbench::anEmptyFolderCannotRun()
{
    QVERIFY(QDir().mkpath(folder("empty")));

    open(folder("empty"));
    press(Qt::Key_Return);

    QVERIFY(!action("run")->isEnabled());
    QVERIFY(!child<FunctionStrip>("functionStrip")->isEnabled());
    QCOMPARE(m_invoker->requests.size(), std::size_t(0));
}

void tst_Workbench::aMissingFolderIsSaid()
{
    m_workbench->start(folder("missing"));

    QTRY_VERIFY(child<QLabel>("noticeSentence") != nullptr);
    QTRY_VERIFY(child<QWidget>("workspaceEmpty")->isVisible());
}

void tst_Workbench::aFirstStartOpensTheExample()
{
    open({});

    QTRY_VERIFY(action("run")->isEnabled());
    QCOMPARE(child<QComboBox>("functionChooser")->currentText(), QStringLiteral("hello"));
    QCOMPARE(child<QPushButton>("eventButton")->text(), QStringLiteral("hello"));
    QVERIFY(child<EditorPanel>("editorPanel")
                ->currentFile()
                .endsWith(QStringLiteral("hello-lambda/hello/app.py")));
    QVERIFY(child<EventPanel>("eventPanel")->event().contains("Ada"));
}

void tst_Workbench::theSessionIsKept()
{
    openHello();
    writeText(folder("hello/notes.md"), "# Notes\n");
    child<EditorPanel>("editorPanel")->open(folder("hello/notes.md"));
    child<EventPanel>("eventPanel")->setEvent("{\"name\": \"Grace\"}", QStringLiteral("mine"));
    child<QDockWidget>("workspaceDock")->hide();
    m_workbench->window().resize(1100, 800);
    close();

    makeWorkbench();
    open({});

    const QStringList files{folder("hello/app.py"), folder("hello/notes.md")};
    QTRY_COMPARE(child<EditorPanel>("editorPanel")->openFiles(), files);
    QCOMPARE(child<EditorPanel>("editorPanel")->currentFile(), files.at(1));
    QCOMPARE(child<EventPanel>("eventPanel")->event(), QByteArray("{\"name\": \"Grace\"}"));
    QVERIFY(child<QDockWidget>("workspaceDock")->isHidden());
    QCOMPARE(m_workbench->window().size(), QSize(1100, 800));
}

void tst_Workbench::theFolderIsKnownAfterACrash()
{
    openHello();

    QCOMPARE(SettingsStore(*m_settings).session().workspace, folder("hello"));
}

void tst_Workbench::theEventIsSavedAsAFile()
{
    openHello();

    Q_EMIT child<EventPanel>("eventPanel")->saveRequested(QStringLiteral("grace"), "{\"a\": 1}");

    QTRY_COMPARE(readText(folder("hello/events/grace.json")), QByteArray("{\"a\": 1}"));
    const auto *tree = child<QTreeView>("workspaceTree");
    QTRY_COMPARE(tree->model()->rowCount(tree->model()->index(1, 0)), 2);
}

void tst_Workbench::settingsAreKept()
{
    action("themeDark")->trigger();
    close();

    makeWorkbench();

    QVERIFY(action("themeDark")->isChecked());
    QVERIFY(isDark(m_workbench->window().palette()));
    action("themeLight")->trigger();
}

void tst_Workbench::themesChangeTheWholeWindow()
{
    action("themeLight")->trigger();
    QVERIFY(!isDark(m_workbench->window().palette()));

    action("themeDark")->trigger();
    QTRY_VERIFY(isDark(child<QTreeView>("workspaceTree")->palette()));
    QTRY_VERIFY(isDark(child<EventPanel>("eventPanel")->palette()));
    action("themeLight")->trigger();
}

COLDFRAME_TEST(tst_Workbench);

#include "tst_workbench.moc"
