// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/attemptmodel.h"
#include "gui/queue/queuemodel.h"
#include "tests/gui/queue/queuesamples.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_QueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesArriveWithoutAReset();
    void onlyWhatChangedIsTold();
    void eventsThatAreForgottenLeave();
    void anotherQueueBeginsEmpty();
    void attemptsMayComeBeforeTheirEvent();
    void theCountdownFollowsVirtualTime();
    void moreAttemptsAreAppended();

private:
    QStringList ids() const;

    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_QueueModel::init()
{
    m_model = std::make_unique<QueueModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void tst_QueueModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

QStringList tst_QueueModel::ids() const
{
    QStringList ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids.append(m_model->event(row).requestId);
    return ids;
}

void tst_QueueModel::changesArriveWithoutAReset()
{
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QSignalSpy inserts(m_model.get(), &QAbstractItemModel::rowsInserted);

    m_model->setEvents({waitingEvent(1), waitingEvent(2)});
    m_model->setEvents({waitingEvent(1), retriedEvent(2), waitingEvent(3), waitingEvent(4)});

    QCOMPARE(ids(),
             (QStringList{u"request-1"_qs, u"request-2"_qs, u"request-3"_qs, u"request-4"_qs}));
    QCOMPARE(m_model->event(1).attempts, 2);
    QCOMPARE(inserts.count(), 2);
    QCOMPARE(resets.count(), 0);
}

void tst_QueueModel::onlyWhatChangedIsTold()
{
    m_model->setEvents({waitingEvent(1), waitingEvent(2), waitingEvent(3)});
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);

    m_model->setEvents({waitingEvent(1), waitingEvent(2), waitingEvent(3)});
    QCOMPARE(changes.count(), 0);
    m_model->setEvents({waitingEvent(1), retriedEvent(2), waitingEvent(3)});

    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
}

void tst_QueueModel::eventsThatAreForgottenLeave()
{
    m_model->setEvents(
        {failedEvent(1), failedEvent(2), waitingEvent(3), failedEvent(4), waitingEvent(5)});

    m_model->setEvents({waitingEvent(3), waitingEvent(5), waitingEvent(6)});

    QCOMPARE(ids(), (QStringList{u"request-3"_qs, u"request-5"_qs, u"request-6"_qs}));
}

void tst_QueueModel::anotherQueueBeginsEmpty()
{
    m_model->setEvents({waitingEvent(1)});
    m_model->addAttempt(u"request-1"_qs, failedAttempt(1));

    m_model->clear();
    m_model->setEvents({waitingEvent(1)});

    QVERIFY(m_model->attempts(0).empty());
}

void tst_QueueModel::attemptsMayComeBeforeTheirEvent()
{
    m_model->addAttempt(u"request-1"_qs, failedAttempt(1));
    m_model->setEvents({waitingEvent(1)});
    m_model->addAttempt(u"request-1"_qs, failedAttempt(2));

    QCOMPARE(m_model->attempts(0).size(), std::size_t(2));
    QCOMPARE(m_model->attempts(0).at(1).number, 2);
}

void tst_QueueModel::theCountdownFollowsVirtualTime()
{
    m_model->setEvents({failedEvent(1), retriedEvent(2), failedEvent(3)});
    const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);

    m_model->setNow(Accepted + 2min + 2s);

    QCOMPARE(m_model->index(1, QueueModel::NextAttempt).data().toString(), u"08:03:00, in 58 s"_qs);
    QCOMPARE(m_model->index(1, QueueModel::Age).data().toString(), u"2 min 2 s"_qs);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(changes.at(0).at(1).toModelIndex().row(), 1);
    QVERIFY(m_model->nextAttemptAt() == Accepted + 3min);
}

void tst_QueueModel::moreAttemptsAreAppended()
{
    AttemptModel attempts;
    const QAbstractItemModelTester tester(&attempts,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    attempts.setAttempts({failedAttempt(1)});
    const QSignalSpy resets(&attempts, &QAbstractItemModel::modelReset);

    attempts.extend({failedAttempt(1), failedAttempt(2)});

    QCOMPARE(attempts.rowCount(), 2);
    QCOMPARE(attempts.index(1, AttemptModel::Number).data().toString(), u"Run 2"_qs);
    QCOMPARE(attempts.index(1, AttemptModel::Duration).data().toString(), u"12.3 ms"_qs);
    QCOMPARE(resets.count(), 0);
}

COLDFRAME_TEST(tst_QueueModel);

#include "tst_queuemodel.moc"
