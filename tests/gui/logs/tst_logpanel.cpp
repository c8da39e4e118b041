// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lambda/invocation.h"
#include "gui/logs/logdetail.h"
#include "gui/logs/logpanel.h"
#include "gui/logs/logview.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

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
    void anInvalidExpressionIsToldAndHidesNothing();
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

void tst_LogPanel::anInvalidExpressionIsToldAndHidesNothing()
{
    LogPanel panel;
    panel.setRecord(panelRecord(u"a"_qs, manyLines(3)));
    auto *error = child<QLabel>(panel, "logFilterError");
    child<QToolButton>(panel, "logFilterRegex")->click();
    auto *field = child<QLineEdit>(panel, "logFilter");

    QTest::keyClicks(field, u"(2"_qs);

    QTRY_VERIFY(error->isVisibleTo(&panel));
    QVERIFY(error->text().contains(u"character 3"_qs));
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

COLDFRAME_TEST(tst_LogPanel);

#include "tst_logpanel.moc"
