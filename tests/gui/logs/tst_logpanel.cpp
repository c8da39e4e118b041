// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/invocation.h"
#include "gui/base/noticebar.h"
#include "gui/base/theme.h"
#include "gui/logs/logdetail.h"
#include "gui/logs/logfindbar.h"
#include "gui/logs/logpanel.h"
#include "gui/logs/logview.h"
#include "tests/support/testmain.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace coldframe;
using namespace std::chrono_literals;

namespace {

const WallTime PanelStart{1'700'000'000s};

LogLine panelLine(const QByteArray &text, LogLevel level = LogLevel::None,
                  std::chrono::milliseconds after = 0ms)
{
    return {PanelStart + after, LogSource::Function, level, text};
}

InvocationRecord panelRecord(const QString &requestId, std::vector<LogLine> log)
{
    InvocationRecord record;
    record.requestId = requestId;
    record.startedAt = PanelStart;
    record.log = std::move(log);
    return record;
}

std::vector<LogLine> manyLines(int count)
{
    std::vector<LogLine> lines;
    for (int i = 0; i < count; ++i)
        lines.push_back(panelLine("line " + QByteArray::number(i)));
    return lines;
}

/// Lines of a shop's function, as a logger for JSON writes them.
std::vector<LogLine> jsonLines(int count)
{
    std::vector<LogLine> lines;
    for (int i = 0; i < count; ++i) {
        const bool slow = i % 5 == 3;
        const QByteArray number = QByteArray::number(i);
        lines.push_back(panelLine(
            i % 7 == 6 ? QByteArray("REPORT RequestId: 0b6d Duration: 13.40 ms")
                       : "{\"timestamp\":\"2026-01-02T03:04:05Z\",\"level\":\""
                    + QByteArray(slow ? "WARN" : "INFO") + "\",\"message\":\""
                    + (slow ? "payment was slow" : "order accepted") + "\",\"cart\":{\"total\":"
                    + number + ".50,\"items\":" + QByteArray::number(i % 4)
                    + "},\"path\":\"/orders/" + number + "\"}",
            LogLevel::None, std::chrono::milliseconds(i * 13)));
    }
    return lines;
}

void saveShot(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("COLDFRAME_SCREENSHOTS");
    if (!folder.isEmpty())
        widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, QLatin1String(name)));
}

template <typename Widget>
Widget *child(const QWidget &panel, const char *name)
{
    return panel.findChild<Widget *>(QLatin1String(name));
}

} // namespace

class tst_LogPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyPanelSaysWhatToDo();
    void aRunningLogGrows();
    void linesOfAnotherInvocationAreKeptForLater();
    void finishingKeepsSelectionAndPosition();
    void theCountTellsWhatTheFilterLeaves();
    void aFilterWithoutAMatchSaysSo();
    void anInvalidQueryIsToldAndHidesNothing();
    void theLevelFilterLeavesErrors();
    void theCurrentLineIsReadableBelow();
    void theDetailTellsTheTimeSinceTheStart();
    void findGoesToTheNextMatchAndAround();
    void findGoesBackwards();
    void escapeClosesTheFindBar();
    void copyTakesTheSelectedLines();
    void copyAllTakesWhatTheFilterLeaves();
    void followingScrollsToTheEnd();
    void scrollingUpStopsFollowing();
    void endStartsFollowingAgain();
    void aChangedFilterKeepsTheCurrentLine();
    void theTableHasTheChosenColumns();
    void columnsAreChosenFromTheMembersThatWereFound();
    void movedAndResizedColumnsAreKept();
    void linesOfOneOriginAlone();
    void aPauseEndsWithTheInvocation();
    void aFileIsShownUntilTheRunIsAskedFor();
    void aFileThatCannotBeReadIsTold();
    void clearingTheFilterShowsAllAgain();
    void selectingWithShiftOverManyPages();
    void scrollingStaysWhenOlderLinesLeave();
    void namesOfMembersAreCompleted();
    void pictures();
};

void tst_LogPanel::anEmptyPanelSaysWhatToDo()
{
    LogPanel panel;

    QVERIFY(child<QWidget>(panel, "logEmpty")->isVisibleTo(&panel));
    QVERIFY(!child<QWidget>(panel, "logView")->isVisibleTo(&panel));
    panel.begin(u"a"_qs, PanelStart);
    QVERIFY(child<QWidget>(panel, "logEmpty")->isVisibleTo(&panel));
    panel.append(u"a"_qs, {panelLine("x")});
    QTRY_VERIFY(child<QWidget>(panel, "logView")->isVisibleTo(&panel));
}

void tst_LogPanel::aRunningLogGrows()
{
    LogPanel panel;
    panel.begin(u"a"_qs, PanelStart);

    panel.append(u"a"_qs, {panelLine("one")});
    panel.append(u"a"_qs, {panelLine("two")});
    panel.append(u"unknown"_qs, {panelLine("stranger")});

    QTRY_COMPARE(panel.model().rowCount(), 2);
    QCOMPARE(panel.model().line(1).text, QByteArray("two"));
}

void tst_LogPanel::linesOfAnotherInvocationAreKeptForLater()
{
    LogPanel panel;
    panel.begin(u"running"_qs, PanelStart);
    panel.append(u"running"_qs, {panelLine("one")});
    panel.setRecord(panelRecord(u"old"_qs, {panelLine("old")}));

    panel.append(u"running"_qs, {panelLine("two")});
    panel.model().flush();
    QCOMPARE(panel.model().rowCount(), 1);
    panel.showRunning(u"running"_qs);

    QCOMPARE(panel.model().rowCount(), 2);
    QCOMPARE(panel.model().line(1).text, QByteArray("two"));
}

void tst_LogPanel::finishingKeepsSelectionAndPosition()
{
    LogPanel panel;
    auto *view = child<LogView>(panel, "logView");
    panel.begin(u"a"_qs, PanelStart);
    std::vector<LogLine> lines{panelLine("one"), panelLine("two")};
    panel.append(u"a"_qs, lines);
    panel.model().flush();
    view->setCurrentIndex(view->model()->index(0, 0));
    const QSignalSpy resets(&panel.model(), &QAbstractItemModel::modelReset);

    lines.push_back(panelLine("REPORT"));
    panel.setRecord(panelRecord(u"a"_qs, lines));

    QCOMPARE(panel.model().rowCount(), 3);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(view->currentIndex().row(), 0);
}

void tst_LogPanel::theCountTellsWhatTheFilterLeaves()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(340)));
    auto *count = child<QLabel>(panel, "logCount");
    QCOMPARE(count->text(), u"340 lines"_qs);

    QTest::keyClicks(child<QLineEdit>(panel, "logFilter"), u"33"_qs);

    QTRY_COMPARE(count->text(), u"13 of 340 lines"_qs);
}

void tst_LogPanel::aFilterWithoutAMatchSaysSo()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(3)));

    QTest::keyClicks(child<QLineEdit>(panel, "logFilter"), u"absent"_qs);

    QTRY_VERIFY(child<QWidget>(panel, "logEmpty")->isVisibleTo(&panel));
    QCOMPARE(child<QLabel>(panel, "logCount")->text(), u"0 of 3 lines"_qs);
}

void tst_LogPanel::anInvalidQueryIsToldAndHidesNothing()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(3)));
    auto *error = child<QLabel>(panel, "logFilterError");
    auto *field = child<QLineEdit>(panel, "logFilter");

    QTest::keyClicks(field, u"(2"_qs);

    QTRY_VERIFY(error->isVisibleTo(&panel));
    QVERIFY2(error->text().contains(u"character 1"_qs), qPrintable(error->text()));
    QVERIFY(error->text().contains(u"never closed"_qs));
    QCOMPARE(panel.shownLines().rowCount(), 3);
    QTest::keyClicks(field, u")"_qs);
    QTRY_COMPARE(panel.shownLines().rowCount(), 1);
    QVERIFY(!error->isVisibleTo(&panel));
}

void tst_LogPanel::theLevelFilterLeavesErrors()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs,
                                {panelLine("a", LogLevel::Info), panelLine("b", LogLevel::Error),
                                 panelLine("c"), panelLine("d", LogLevel::Fatal)}));
    auto *level = child<QComboBox>(panel, "logLevel");

    level->setCurrentIndex(level->findData(int(LogLevel::Error)));

    QCOMPARE(panel.shownLines().rowCount(), 2);
    QCOMPARE(panel.shownLines().line(1).text, QByteArray("d"));
}

void tst_LogPanel::theCurrentLineIsReadableBelow()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs,
                                {panelLine("x"),
                                 panelLine("[ERROR] E\r\xc2\xa0"
                                           "at f")}));
    auto *view = child<LogView>(panel, "logView");

    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);

    QCOMPARE(child<LogDetail>(panel, "logDetail")->text(), u"[ERROR] E\n at f"_qs);
}

void tst_LogPanel::theDetailTellsTheTimeSinceTheStart()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("x", LogLevel::Warn, 1234ms)}));
    auto *view = child<LogView>(panel, "logView");
    auto *heading = child<QLabel>(panel, "logDetailHeading");

    view->setCurrentIndex(view->model()->index(0, 0));

    QVERIFY2(heading->text().startsWith(u"1.234"_qs), qPrintable(heading->text()));
    QVERIFY(heading->text().contains(u"WARN"_qs));
    child<QAction>(panel, "logClockTime")->trigger();
    QVERIFY2(heading->text().contains(u"13:21.234"_qs) || heading->text().contains(u":21.234"_qs),
             qPrintable(heading->text()));
}

void tst_LogPanel::findGoesToTheNextMatchAndAround()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("red"), panelLine("blue"), panelLine("Red")}));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    auto *view = child<LogView>(panel, "logView");
    view->setFocus();

    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    auto *field = child<QLineEdit>(panel, "findField");
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"red"_qs);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view->currentIndex().row(), 0);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(view->currentIndex().row(), 2);
    QTest::keyClick(field, Qt::Key_F3);
    QCOMPARE(view->currentIndex().row(), 0);
}

void tst_LogPanel::findGoesBackwards()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("red"), panelLine("blue"), panelLine("red")}));
    panel.show();
    child<QAction>(panel, "logFind")->trigger();
    auto *field = child<QLineEdit>(panel, "findField");
    field->setText(u"red"_qs);

    child<QAction>(panel, "logFindPrevious")->trigger();

    QCOMPARE(child<LogView>(panel, "logView")->currentIndex().row(), 2);
    field->setText(u"green"_qs);
    child<QAction>(panel, "logFindNext")->trigger();
    QCOMPARE(child<QLabel>(panel, "findAnswer")->text(), u"Not found"_qs);
    QCOMPARE(child<LogView>(panel, "logView")->currentIndex().row(), 2);
}

void tst_LogPanel::escapeClosesTheFindBar()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("red")}));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    child<QAction>(panel, "logFind")->trigger();
    auto *bar = child<LogFindBar>(panel, "findBar");
    QVERIFY(bar->isVisible());

    QTest::keyClick(child<QLineEdit>(panel, "findField"), Qt::Key_Escape);

    QVERIFY(!bar->isVisible());
    QTRY_VERIFY(child<LogView>(panel, "logView")->hasFocus());
}

void tst_LogPanel::copyTakesTheSelectedLines()
{
    LogPanel panel;
    panel.setRecord(
        panelRecord(u"a"_qs, {panelLine("one"), panelLine("two\rmore"), panelLine("three")}));
    auto *view = child<LogView>(panel, "logView");
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);

    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);

    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\ntwo\nmore"_qs);
}

void tst_LogPanel::copyAllTakesWhatTheFilterLeaves()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("one"), panelLine("two"), panelLine("three")}));
    child<QLineEdit>(panel, "logFilter")->setText(u"t"_qs);
    QTRY_COMPARE(panel.shownLines().rowCount(), 2);

    child<QAction>(panel, "logCopyAll")->trigger();

    QCOMPARE(QGuiApplication::clipboard()->text(), u"two\nthree\n"_qs);
}

void tst_LogPanel::followingScrollsToTheEnd()
{
    LogPanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.begin(u"a"_qs, PanelStart);
    auto *bar = child<LogView>(panel, "logView")->verticalScrollBar();

    panel.append(u"a"_qs, manyLines(500));

    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    panel.append(u"a"_qs, manyLines(100));
    QTRY_VERIFY(panel.model().rowCount() == 600 && bar->value() == bar->maximum());
}

void tst_LogPanel::scrollingUpStopsFollowing()
{
    LogPanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.begin(u"a"_qs, PanelStart);
    panel.append(u"a"_qs, manyLines(500));
    auto *bar = child<LogView>(panel, "logView")->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());

    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    const int position = bar->value();
    panel.append(u"a"_qs, manyLines(100));
    panel.model().flush();

    QVERIFY(!child<QToolButton>(panel, "logFollow")->isChecked());
    QTRY_VERIFY(bar->maximum() > position + 50);
    QCOMPARE(bar->value(), position);
}

void tst_LogPanel::endStartsFollowingAgain()
{
    LogPanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.begin(u"a"_qs, PanelStart);
    panel.append(u"a"_qs, manyLines(500));
    panel.model().flush();
    auto *view = child<LogView>(panel, "logView");
    auto *follow = child<QToolButton>(panel, "logFollow");
    QTest::keyClick(view, Qt::Key_Home);
    QVERIFY(!follow->isChecked());

    QTest::keyClick(view, Qt::Key_End);

    QVERIFY(follow->isChecked());
    QCOMPARE(view->currentIndex().row(), 499);
}

void tst_LogPanel::aChangedFilterKeepsTheCurrentLine()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(100)));
    auto *view = child<LogView>(panel, "logView");
    view->setCurrentIndex(view->model()->index(55, 0));
    auto *field = child<QLineEdit>(panel, "logFilter");

    field->setText(u"5"_qs);

    QTRY_COMPARE(panel.shownLines().rowCount(), 19);
    QCOMPARE(view->currentIndex().data().toString(), u"line 55"_qs);
}

void tst_LogPanel::theTableHasTheChosenColumns()
{
    LogPanel panel;
    panel.resize(800, 300);
    panel.setRecord(panelRecord(u"a"_qs, jsonLines(8)));
    panel.setViewSettings({true, {u"time 0"_qs, u"cart.total 120"_qs, u"message 0"_qs}});
    panel.show();
    auto *view = child<LogView>(panel, "logView");

    QVERIFY(view->header()->isVisible());
    QCOMPARE(view->header()->count(), 3);
    QCOMPARE(view->header()->sectionSize(1), 120);
    QCOMPARE(view->model()->index(2, 1).data().toString(), u"2.50"_qs);
    QVERIFY(child<QToolButton>(panel, "logTable")->isChecked());
    child<QToolButton>(panel, "logTable")->click();
    QVERIFY(!view->header()->isVisible());
    QVERIFY(view->model()->index(2, 0).data().toString().startsWith(u'{'));
}

void tst_LogPanel::columnsAreChosenFromTheMembersThatWereFound()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, jsonLines(100)));
    const QSignalSpy changes(&panel, &LogPanel::viewSettingsChanged);

    child<QAction>(panel, "logColumns")->trigger();
    auto *list = child<QTreeWidget>(panel, "logColumnsList");
    const auto rowOf = [list](const QString &name) {
        const auto found = list->findItems(name, Qt::MatchExactly);
        return found.isEmpty() ? nullptr : found.front();
    };
    QTRY_VERIFY(rowOf(u"cart.total"_qs));
    QCOMPARE(rowOf(u"cart.total"_qs)->text(1), u"86"_qs);
    rowOf(u"cart.total"_qs)->setCheckState(0, Qt::Checked);

    QVERIFY(!changes.isEmpty());
    QCOMPARE(panel.viewSettings(),
             (LogViewSettings{true,
                              {u"time 0"_qs, u"level 0"_qs, u"cart.total 0"_qs, u"message 0"_qs}}));
}

void tst_LogPanel::movedAndResizedColumnsAreKept()
{
    LogPanel panel;
    panel.resize(800, 300);
    panel.setRecord(panelRecord(u"a"_qs, jsonLines(8)));
    panel.setViewSettings({true, {u"level 50"_qs, u"cart.total 60"_qs, u"message 0"_qs}});
    auto *header = child<LogView>(panel, "logView")->header();

    header->moveSection(0, 1);
    header->resizeSection(1, 90);

    QCOMPARE(panel.viewSettings().columns,
             (QStringList{u"cart.total 90"_qs, u"level 50"_qs, u"message 0"_qs}));
    LogPanel another;
    another.setRecord(panelRecord(u"a"_qs, jsonLines(8)));
    another.setViewSettings(panel.viewSettings());
    QCOMPARE(another.viewSettings().columns, panel.viewSettings().columns);
    QVERIFY(another.viewSettings().isTable);
}

void tst_LogPanel::linesOfOneOriginAlone()
{
    LogPanel panel;
    LogLine start = panelLine("START");
    start.source = LogSource::Platform;
    panel.setRecord(panelRecord(u"a"_qs, {start, panelLine("x"), panelLine("y")}));
    auto *source = child<QComboBox>(panel, "logSource");

    source->setCurrentIndex(source->findData(int(LogSource::Platform)));

    QCOMPARE(panel.shownLines().rowCount(), 1);
    QCOMPARE(panel.shownLines().line(0).text, QByteArray("START"));
}

void tst_LogPanel::aPauseEndsWithTheInvocation()
{
    LogPanel panel;
    panel.begin(u"a"_qs, PanelStart);
    panel.append(u"a"_qs, {panelLine("one")});
    panel.model().flush();
    auto *pause = child<QToolButton>(panel, "logPause");

    pause->click();
    panel.append(u"a"_qs, {panelLine("two")});
    QCOMPARE(child<QLabel>(panel, "logCount")->text(), u"1 line, 1 waiting"_qs);
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("one"), panelLine("two"), panelLine("three")}));

    QVERIFY(!pause->isChecked());
    QVERIFY(!pause->isEnabled());
    QCOMPARE(panel.model().rowCount(), 3);
}

void tst_LogPanel::aFileIsShownUntilTheRunIsAskedFor()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.log"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("2026-01-02T03:04:05.678000+00:00 2026/01/02/[$LATEST]0f one\nnext\n");
    file.close();
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("run")}));

    panel.openFile(file.fileName());

    QTRY_COMPARE(panel.model().rowCount(), 2);
    QCOMPARE(panel.model().line(0).text, QByteArray("one"));
    QVERIFY(child<LogView>(panel, "logView")->timeText(panel.model().line(0).time)
            == u"2026-01-02 03:04:05.678"_qs);
    panel.openFile(file.fileName());
    QTRY_COMPARE(panel.model().rowCount(), 2);
    child<QPushButton>(panel, "logCloseFile")->click();
    QCOMPARE(panel.model().rowCount(), 1);
    QCOMPARE(panel.model().line(0).text, QByteArray("run"));
}

void tst_LogPanel::aFileThatCannotBeReadIsTold()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, {panelLine("run")}));

    panel.openFile(u"/nonexistent/a.log"_qs);

    QTRY_VERIFY(child<NoticeBar>(panel, "logNotice"));
    QVERIFY(child<NoticeBar>(panel, "logNotice")->sentence().contains(u"/nonexistent/a.log"_qs));
    QCOMPARE(panel.model().rowCount(), 1);
}

void tst_LogPanel::clearingTheFilterShowsAllAgain()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(3)));
    child<QLineEdit>(panel, "logFilter")->setText(u"absent"_qs);
    auto *level = child<QComboBox>(panel, "logLevel");
    level->setCurrentIndex(level->findData(int(LogLevel::Error)));
    QCOMPARE(panel.shownLines().rowCount(), 0);

    child<QWidget>(panel, "logEmpty")->findChild<QPushButton *>()->click();

    QCOMPARE(panel.shownLines().rowCount(), 3);
    QCOMPARE(level->currentIndex(), 0);
}

void tst_LogPanel::selectingWithShiftOverManyPages()
{
    LogPanel panel;
    panel.resize(600, 300);
    panel.show();
    panel.setRecord(panelRecord(u"a"_qs, manyLines(500)));
    auto *view = child<LogView>(panel, "logView");
    view->setCurrentIndex(view->model()->index(2, 0));

    QTest::keyClick(view, Qt::Key_End, Qt::ShiftModifier);

    QCOMPARE(view->selectionModel()->selectedRows().size(), 498);
    QVERIFY(view->selectedText().startsWith(u"line 2\nline 3\n"_qs));
    QTest::keyClick(view, Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(view->selectionModel()->selectedRows().size(), 3);
}

void tst_LogPanel::scrollingStaysWhenOlderLinesLeave()
{
    LogModel model(500);
    FilteredLogModel shown(model);
    LogView view(shown);
    view.resize(400, 200);
    view.show();
    model.setLines(manyLines(500));
    view.setFollowing(false);
    view.verticalScrollBar()->setValue(300);
    const QString read = view.indexAt({5, 2}).data().toString();

    model.append(manyLines(100));
    model.flush();

    QCOMPARE(view.indexAt({5, 2}).data().toString(), read);
}

void tst_LogPanel::namesOfMembersAreCompleted()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, jsonLines(20)));
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    child<QAction>(panel, "logFocusFilter")->trigger();
    auto *field = child<QLineEdit>(panel, "logFilter");
    auto *completer = field->findChild<QCompleter *>();
    QTRY_VERIFY(completer->model()->rowCount() > 4);

    QTest::keyClicks(field, u"-tot"_qs);
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);

    QCOMPARE(field->text(), u"-cart.total:"_qs);
}

void tst_LogPanel::pictures()
{
    if (qEnvironmentVariable("COLDFRAME_SCREENSHOTS").isEmpty())
        QSKIP("COLDFRAME_SCREENSHOTS names no folder");
    auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        applyScheme(application, scheme, QApplication::palette());
        const QByteArray end = scheme == ColourScheme::Dark ? "-dark" : "-light";
        LogPanel panel;
        panel.resize(1100, 420);
        panel.show();
        saveShot(panel, "empty" + end);
        panel.setRecord(panelRecord(u"a"_qs, jsonLines(60)));
        auto *view = child<LogView>(panel, "logView");
        view->setCurrentIndex(view->model()->index(3, 0));
        saveShot(panel, "lines" + end);
        panel.setViewSettings(
            {true,
             {u"time 0"_qs, u"level 0"_qs, u"cart.total 0"_qs, u"path 160"_qs, u"message 0"_qs}});
        view->setFocus();
        QTest::qWait(50); // pictures only: a moment for the layout
        saveShot(panel, "table" + end);
        auto *field = child<QLineEdit>(panel, "logFilter");
        field->setText(u"cart.total>10 level:loud"_qs);
        QTest::qWait(200); // pictures only: the filter waits for a pause in typing
        saveShot(panel, "error" + end);
        field->setText(u"absent"_qs);
        QTest::qWait(200); // pictures only: as above
        saveShot(panel, "nomatch" + end);
        field->clear();
        child<QAction>(panel, "logColumns")->trigger();
        QTest::qWait(200); // pictures only: a moment for the dialog
        saveShot(*child<QWidget>(panel, "logColumnsDialog"), "columns" + end);
        panel.resize(520, 300);
        QTest::qWait(50); // pictures only: a moment for the layout
        saveShot(panel, "narrow" + end);
    }
}

COLDFRAME_TEST(tst_LogPanel);

#include "tst_logpanel.moc"
