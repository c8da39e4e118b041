// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/base/codeeditor.h"
#include "gui/base/noticebar.h"
#include "gui/queue/queuepanel.h"
#include "tests/gui/queue/queuesamples.h"
#include "tests/support/testmain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_QueuePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyQueueExplainsItself();
    void virtualTimeIsAlwaysSaid();
    void theNewestEventStandsFirst();
    void theSelectionSurvivesChanges();
    void theDetailGrowsWithTheEvent();
    void attemptsOfAnEarlierSessionAreMentioned();
    void theRecordIsCopiedAsItWasDelivered();
    void aProblemOfADeliveryIsShown();
    void theKeyboardAsks();
    void actionsFollowTheQueue();
    void itSaysWhereItIsKept();
    void aNarrowPanelKeepsItsButtons();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_panel->findChild<Widget *>(QLatin1String(name));
    }
    QStringList shown(QueueModel::Column column) const;
    QString selected() const;

    std::unique_ptr<QueuePanel> m_panel;
};

void tst_QueuePanel::init()
{
    m_panel = std::make_unique<QueuePanel>();
    m_panel->resize(1100, 300);
    m_panel->setFunction(u"orders-api"_qs, {});
    m_panel->setTime(Accepted + 2min, 0ns);
}

void tst_QueuePanel::cleanup()
{
    m_panel.reset();
}

QStringList tst_QueuePanel::shown(QueueModel::Column column) const
{
    QStringList texts;
    const auto *model = part<QTableView>("queueTable")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, column).data().toString());
    return texts;
}

QString tst_QueuePanel::selected() const
{
    return part<QTableView>("queueTable")
        ->currentIndex()
        .data(QueueModel::RequestIdRole)
        .toString();
}

void tst_QueuePanel::anEmptyQueueExplainsItself()
{
    const QSignalSpy asked(m_panel.get(), &QueuePanel::sendRequested);
    QVERIFY(!part<QTableView>("queueTable")->isVisibleTo(m_panel.get()));
    QVERIFY(
        part<QLabel>("emptyStateSentence")->text().contains(u"one and after two more minutes"_qs));

    part<QPushButton>("emptyStateAction")->click();
    m_panel->setEvents({waitingEvent(1)});

    QCOMPARE(asked.count(), 1);
    QVERIFY(part<QTableView>("queueTable")->isVisibleTo(m_panel.get()));
}

void tst_QueuePanel::virtualTimeIsAlwaysSaid()
{
    const auto summary = [this] { return part<QLabel>("queueSummary")->text(); };
    QVERIFY2(summary().contains(u"virtual time is not ahead"_qs), qPrintable(summary()));

    m_panel->setEvents({retriedEvent(1)});
    m_panel->setTime(Accepted + 2min + 2s, 3min);

    QVERIFY2(summary().contains(u"virtual time is 3 min 0 s ahead"_qs), qPrintable(summary()));
    QVERIFY2(summary().contains(u"1 waiting"_qs), qPrintable(summary()));
    QVERIFY2(summary().contains(u"next attempt in 58 s"_qs), qPrintable(summary()));
}

void tst_QueuePanel::theNewestEventStandsFirst()
{
    m_panel->setEvents({failedEvent(1), retriedEvent(2), waitingEvent(3)});

    QCOMPARE(shown(QueueModel::RequestId),
             (QStringList{u"request-3"_qs, u"request-2"_qs, u"request-1"_qs}));
    QCOMPARE(shown(QueueModel::State), (QStringList{u"Waiting"_qs, u"Waiting"_qs, u"Failed"_qs}));
}

void tst_QueuePanel::theSelectionSurvivesChanges()
{
    m_panel->setEvents({waitingEvent(1), waitingEvent(2)});
    m_panel->select(u"request-1"_qs);

    m_panel->setEvents({retriedEvent(1), waitingEvent(2), waitingEvent(3), waitingEvent(4)});
    m_panel->setTime(Accepted + 3min, 1min);

    QCOMPARE(selected(), u"request-1"_qs);
}

void tst_QueuePanel::theDetailGrowsWithTheEvent()
{
    m_panel->setEvents({waitingEvent(1)});
    const auto *attempts = part<QTableView>("attemptTable")->model();
    QCOMPARE(attempts->rowCount(), 0);
    QVERIFY(part<CodeEditor>("queuedEventText")->text().contains(u"\"order\": 1.5"_qs));

    m_panel->addAttempt(u"request-1"_qs, failedAttempt(1));
    m_panel->addAttempt(u"request-1"_qs, failedAttempt(2));
    m_panel->setEvents({retriedEvent(1)});

    QCOMPARE(attempts->rowCount(), 2);
    QVERIFY(!part<QLabel>("earlierAttempts")->isVisibleTo(m_panel.get()));
    QVERIFY(part<CodeEditor>("queuedEventText")->isReadOnly());
    QVERIFY(part<QLabel>("deliveries")->text().contains(u"comes to its end"_qs));
}

void tst_QueuePanel::attemptsOfAnEarlierSessionAreMentioned()
{
    m_panel->setEvents({retriedEvent(1)});

    QVERIFY(part<QLabel>("earlierAttempts")->isVisibleTo(m_panel.get()));
}

void tst_QueuePanel::theRecordIsCopiedAsItWasDelivered()
{
    m_panel->setEvents({failedEvent(1)});
    m_panel->show();

    part<QTabWidget>("queueDetailTabs")->setCurrentIndex(2);
    QTest::mouseClick(part<QToolButton>("copyQueued"), Qt::LeftButton);

    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), failedEvent(1).destinationRecord);
    QVERIFY(part<CodeEditor>("destinationRecord")->isReadOnly());
    QVERIFY(part<CodeEditor>("destinationRecord")->text().contains(u"\n  \"version\": \"1.0\""_qs));
    QVERIFY(part<QLabel>("deliveries")->text().contains(u"No destination"_qs));
}

void tst_QueuePanel::aProblemOfADeliveryIsShown()
{
    QueuedEvent event = failedEvent(1);
    event.deliveries = {{{Destination::Kind::HttpAddress, u"http://127.0.0.1:1/"_qs},
                         false,
                         true,
                         u"connection refused"_qs}};

    m_panel->setEvents({event});

    const auto *problem = part<NoticeBar>("deliveryProblem");
    QVERIFY(problem->isVisibleTo(m_panel.get()));
    QVERIFY2(problem->sentence().contains(u"http://127.0.0.1:1/: connection refused"_qs),
             qPrintable(problem->sentence()));
    m_panel->setEvents({event, failedEvent(2)});
    m_panel->select(u"request-2"_qs);
    QVERIFY(!problem->isVisibleTo(m_panel.get()));
}

void tst_QueuePanel::theKeyboardAsks()
{
    m_panel->setEvents({retriedEvent(1), waitingEvent(2)});
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    auto *table = part<QTableView>("queueTable");
    table->setFocus();
    const QSignalSpy skips(m_panel.get(), &QueuePanel::skipRequested);
    const QSignalSpy forwards(m_panel.get(), &QueuePanel::fastForwardToggled);
    const QSignalSpy duplicates(m_panel.get(), &QueuePanel::deliverAgainRequested);

    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Period, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Period, Qt::ControlModifier | Qt::ShiftModifier);

    QCOMPARE(duplicates.count(), 1);
    QCOMPARE(duplicates.at(0).at(0).toString(), u"request-1"_qs);
    QCOMPARE(skips.count(), 1);
    QCOMPARE(forwards.count(), 1);
    QCOMPARE(forwards.at(0).at(0).toBool(), true);
}

void tst_QueuePanel::actionsFollowTheQueue()
{
    const auto isEnabled = [this](const char *name) { return part<QAction>(name)->isEnabled(); };
    QVERIFY(!isEnabled("skipToNextAttempt"));
    QVERIFY(!isEnabled("deliverAgain"));
    QVERIFY(isEnabled("sendToQueue"));

    m_panel->setEvents({failedEvent(1)});
    QVERIFY(!isEnabled("skipToNextAttempt"));
    QVERIFY(isEnabled("deliverAgain"));
    m_panel->setEvents({failedEvent(1), retriedEvent(2)});
    QVERIFY(isEnabled("skipToNextAttempt"));
    m_panel->setFunction({}, {});
    QVERIFY(!isEnabled("sendToQueue"));
    QVERIFY(!isEnabled("queueSettings"));
}

void tst_QueuePanel::itSaysWhereItIsKept()
{
    const auto *summary = part<QLabel>("queueSummary");
    m_panel->begin({});
    QVERIFY(summary->text().contains(u"kept in memory"_qs));

    m_panel->begin(u"/home/ada/orders/.coldframe/events.sqlite"_qs);

    QVERIFY(!summary->text().contains(u"memory"_qs));
    QVERIFY(summary->toolTip().contains(u"events.sqlite"_qs));
}

void tst_QueuePanel::aNarrowPanelKeepsItsButtons()
{
    m_panel->resize(360, 300);
    m_panel->show();

    for (const QToolButton *button : m_panel->findChildren<QToolButton *>()) {
        if (button->objectName().endsWith(u"Button"_qs))
            QVERIFY2(m_panel->rect().contains(
                         QRect(button->mapTo(m_panel.get(), QPoint()), button->size())),
                     qPrintable(button->objectName()));
    }
}

COLDFRAME_TEST(tst_QueuePanel);

#include "tst_queuepanel.moc"
