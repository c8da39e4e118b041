// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/eventstore.h"
#include "gui/base/noticebar.h"
#include "gui/events/eventpanel.h"
#include "gui/queue/queuepanel.h"
#include "tests/gui/app/workbenchfixture.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

/// The queue of asynchronous events in the real window.
class tst_QueueOfTheWindow : public WorkbenchFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aKeySendsTheEvent();
    void retriesAreSkippedByTheKeyboard();
    void fastForwardNeedsNobody();
    void attemptsAreListedAsRuns();
    void aDuplicateHasTheSameRequestId();
    void settingsLeadTheRecordToAFile();
    void anEventThatIsNoJsonIsNotTaken();
    void theQueueOutlivesTheWindow();
    void aFolderWithoutEventsStaysClean();
    void aDamagedFileIsSaid();
    void aFileInUseIsSaid();
    void anotherFolderHasAnotherQueue();

private:
    void send();
    void runFails();
    QueueModel &queue() const { return child<QueuePanel>("queuePanel")->model(); }
    const QueuedEvent &newest() const { return queue().event(queue().rowCount() - 1); }
    QString notice() const;
};

void tst_QueueOfTheWindow::send()
{
    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
}

void tst_QueueOfTheWindow::runFails()
{
    QTRY_VERIFY(m_invoker->isRunning());
    m_invoker->finish(failedRecord(m_invoker->running()));
}

QString tst_QueueOfTheWindow::notice() const
{
    const auto *bar = child<NoticeBar>("eventNotice");
    return bar ? bar->sentence() : QString();
}

void tst_QueueOfTheWindow::aKeySendsTheEvent()
{
    openHello();

    send();

    QTRY_VERIFY(m_invoker->isRunning());
    const InvocationRequest &request = m_invoker->running();
    QVERIFY(request.isAsynchronous);
    QCOMPARE(request.event, QByteArray("{\n  \"name\": \"Ada\"\n}\n"));
    QCOMPARE(request.function.handler, u"app.handler"_qs);
    QVERIFY(isPanelVisible("queueDock"));
    QTRY_COMPARE(queue().rowCount(), 1);
    QVERIFY(action("run")->isEnabled()); // nobody waits for it

    m_invoker->finish(warmRecord(request, "1"));
    QTRY_COMPARE(newest().state, QueuedEvent::State::Succeeded);
}

void tst_QueueOfTheWindow::retriesAreSkippedByTheKeyboard()
{
    openHello();
    send();
    const auto skip = [this] {
        child<QTableView>("queueTable")->setFocus();
        press(Qt::Key_Period);
    };

    for (int run = 1; run <= 2; ++run) {
        runFails();
        QTRY_COMPARE(newest().attempts, run);
        QTRY_COMPARE(newest().state, QueuedEvent::State::Waiting);
        skip();
    }
    runFails();

    QTRY_COMPARE(newest().state, QueuedEvent::State::Failed);
    QVERIFY(newest().condition == EndCondition::RetriesExhausted);
    QCOMPARE(m_invoker->requests.size(), std::size_t(3));
    QVERIFY(m_invoker->skipped > 2min && m_invoker->skipped <= 3min);
    const QString summary = child<QLabel>("queueSummary")->text();
    QVERIFY2(summary.contains(u"virtual time is"_qs) && summary.contains(u"ahead"_qs),
             qPrintable(summary));
    QCOMPARE(child<QTableView>("attemptTable")->model()->rowCount(), 3);
}

void tst_QueueOfTheWindow::fastForwardNeedsNobody()
{
    openHello();
    child<QAction>("fastForward")->trigger();
    send();

    for (int run = 0; run < 3; ++run)
        runFails();

    QTRY_COMPARE(newest().state, QueuedEvent::State::Failed);
}

void tst_QueueOfTheWindow::attemptsAreListedAsRuns()
{
    openHello();
    action("run")->trigger();
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_VERIFY(action("run")->isEnabled());
    child<QAction>("fastForward")->trigger();
    send();

    for (int run = 0; run < 3; ++run)
        runFails();

    const auto *runs = child<QTableView>("runTable")->model();
    QTRY_COMPARE(runs->rowCount(), 4);
    QStringList events;
    for (int row = 0; row < runs->rowCount(); ++row)
        events.append(runs->index(row, 2).data().toString());
    QVERIFY2(events.contains(u"ada, asynchronous, run 3"_qs), qPrintable(events.join(u'\n')));
    // What the user looked at stays: nobody waits for attempts.
    QCOMPARE(child<QLabel>("recordFunction")->text(), QStringLiteral("hello"));
    QVERIFY(!child<QWidget>("failureBox")->isVisibleTo(child<QWidget>("recordView")));
}

void tst_QueueOfTheWindow::aDuplicateHasTheSameRequestId()
{
    openHello();
    send();
    QTRY_VERIFY(m_invoker->isRunning());
    const QString requestId = m_invoker->running().requestId;
    m_invoker->finish(warmRecord(m_invoker->running(), "1"));
    QTRY_COMPARE(newest().state, QueuedEvent::State::Succeeded);

    child<QTableView>("queueTable")->setFocus();
    press(Qt::Key_D);

    QTRY_VERIFY(m_invoker->isRunning());
    QCOMPARE(m_invoker->running().requestId, requestId);
    m_invoker->finish(warmRecord(m_invoker->running(), "2"));
    QTRY_COMPARE(newest().duplicates, 1);
    QCOMPARE(newest().attempts, 1);
}

void tst_QueueOfTheWindow::settingsLeadTheRecordToAFile()
{
    openHello();
    child<QAction>("queueSettings")->trigger();
    auto *dialog = child<QDialog>("queueSettingsDialog");
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QSpinBox *>(u"maximumRetryAttempts"_qs)->setValue(0);
    dialog->findChild<QComboBox *>(u"onFailureKind"_qs)->setCurrentText(u"File"_qs);
    auto *file = dialog->findChild<QLineEdit *>(u"onFailureFile"_qs);
    file->setFocus();
    QTest::keyClicks(file, folder("failed.jsonl"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!dialog->isVisible());

    send();
    runFails();

    QTRY_COMPARE(newest().state, QueuedEvent::State::Failed);
    QCOMPARE(m_invoker->requests.size(), std::size_t(1));
    QCOMPARE(readText(folder("failed.jsonl")), newest().destinationRecord + '\n');
}

void tst_QueueOfTheWindow::anEventThatIsNoJsonIsNotTaken()
{
    openHello();
    child<EventPanel>("eventPanel")->setEvent("{\"name\": ", {});

    send();

    QTRY_VERIFY2(notice().contains(u"JSON"_qs), qPrintable(notice()));
    QCOMPARE(queue().rowCount(), 0);
}

void tst_QueueOfTheWindow::theQueueOutlivesTheWindow()
{
    openHello();
    send();
    runFails();
    QTRY_COMPARE(newest().attempts, 1);
    QTRY_COMPARE(newest().state, QueuedEvent::State::Waiting);
    const QString requestId = newest().requestId;
    QCOMPARE(readText(folder("hello/.coldframe/.gitignore")), QByteArray("*\n"));
    close();

    makeWorkbench();
    openHello();

    QTRY_COMPARE(queue().rowCount(), 1);
    QCOMPARE(newest().requestId, requestId);
    QCOMPARE(newest().attempts, 1);
    QVERIFY(child<QLabel>("earlierAttempts")->isVisibleTo(child<QWidget>("queueDetail")));
    QVERIFY2(notice().isEmpty(), qPrintable(notice()));
}

void tst_QueueOfTheWindow::aFolderWithoutEventsStaysClean()
{
    openHello();

    QVERIFY(!QFileInfo::exists(folder("hello/.coldframe/events.sqlite")));
}

void tst_QueueOfTheWindow::aDamagedFileIsSaid()
{
    const QByteArray damaged = QByteArray("no database at all ").repeated(100);
    writeText(folder("hello/.coldframe/events.sqlite"), damaged);

    openHello();

    QTRY_VERIFY2(notice().contains(u"in memory only"_qs), qPrintable(notice()));
    QVERIFY2(notice().contains(u"events.sqlite"_qs), qPrintable(notice()));
    QVERIFY(child<QLabel>("queueSummary")->text().contains(u"kept in memory"_qs));
    send();
    QTRY_VERIFY(m_invoker->isRunning());
    QCOMPARE(readText(folder("hello/.coldframe/events.sqlite")), damaged);
}

void tst_QueueOfTheWindow::aFileInUseIsSaid()
{
    writeText(folder("hello/.coldframe/.gitignore"), "*\n");
    const auto other = EventStore::open(folder("hello/.coldframe/events.sqlite"));
    QVERIFY(other);

    openHello();

    QTRY_VERIFY2(notice().contains(u"in memory only"_qs), qPrintable(notice()));
}

void tst_QueueOfTheWindow::anotherFolderHasAnotherQueue()
{
    writeText(folder("other/app.py"), HelloCode);
    openHello();
    send();
    runFails();
    QTRY_COMPARE(newest().attempts, 1);

    m_workbench->start(folder("other"));
    QTRY_VERIFY(m_workbench->window().windowTitle().startsWith(u"other"_qs));
    QTRY_COMPARE(queue().rowCount(), 0);

    m_workbench->start(folder("hello"));
    QTRY_VERIFY(m_workbench->window().windowTitle().startsWith(u"hello"_qs));
    QTRY_COMPARE(queue().rowCount(), 1);
    QCOMPARE(newest().attempts, 1);
}

COLDFRAME_TEST(tst_QueueOfTheWindow);

#include "tst_queueofthewindow.moc"
