// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/queue/queuetext.h"
#include "tests/gui/queue/queuesamples.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_QueueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spans_data();
    void spans();
    void virtualTimeIsAlwaysSaid();
    void cells_data();
    void cells();
    void whatBecameOfTheRecord_data();
    void whatBecameOfTheRecord();
    void attemptsAreToldApart();
    void settingsInShort();
};

void tst_QueueText::spans_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");

    QTest::addRow("nothing") << qint64(0) << u"0 s"_qs;
    QTest::addRow("a started second does not count") << qint64(58'900) << u"58 s"_qs;
    QTest::addRow("a minute") << qint64(60'000) << u"1 min 0 s"_qs;
    QTest::addRow("three minutes") << qint64(180'000) << u"3 min 0 s"_qs;
    QTest::addRow("the age at which Lambda gives up") << qint64(21'600'000) << u"6 h 0 min"_qs;
}

void tst_QueueText::spans()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);

    QCOMPARE(spanText(std::chrono::milliseconds(milliseconds)), text);
}

void tst_QueueText::virtualTimeIsAlwaysSaid()
{
    QCOMPARE(virtualTimeText(0ns), u"virtual time is not ahead"_qs);
    QCOMPARE(virtualTimeText(3min), u"virtual time is 3 min 0 s ahead"_qs);
}

void tst_QueueText::cells_data()
{
    QTest::addColumn<QueuedEvent>("event");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    const auto add
        = [](const char *name, const QueuedEvent &event, QueueModel::Column column,
             const QString &text) { QTest::addRow("%s", name) << event << int(column) << text; };

    const QString none = u"\u2013"_qs;
    add("a new event is due at once", waitingEvent(1), QueueModel::NextAttempt, u"now"_qs);
    add("a retry has a virtual time and a countdown", retriedEvent(1), QueueModel::NextAttempt,
        u"08:03:00, in 1 min 0 s"_qs);
    add("nothing comes next at the end", failedEvent(1), QueueModel::NextAttempt, none);
    add("age counts until now", retriedEvent(1), QueueModel::Age, u"2 min 0 s"_qs);
    add("age ends with the event", failedEvent(1), QueueModel::Age, u"3 min 0 s"_qs);
    add("no attempt yet", waitingEvent(1), QueueModel::Attempts, none);
    add("attempts", retriedEvent(1), QueueModel::Attempts, u"2"_qs);
    add("no end yet", retriedEvent(1), QueueModel::Condition, none);
    add("an end has Lambda's name", failedEvent(1), QueueModel::Condition, u"RetriesExhausted"_qs);
    add("no destination", failedEvent(1), QueueModel::Destination, u"nowhere"_qs);
    QueuedEvent running = retriedEvent(1);
    running.state = QueuedEvent::State::Running;
    add("a running event has no next attempt", running, QueueModel::NextAttempt, none);
}

void tst_QueueText::cells()
{
    QFETCH(QueuedEvent, event);
    QFETCH(int, column);
    QFETCH(QString, text);

    QCOMPARE(queueCellText(event, static_cast<QueueModel::Column>(column), Accepted + 2min), text);
}

void tst_QueueText::whatBecameOfTheRecord_data()
{
    QTest::addColumn<QueuedEvent>("event");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("whole");
    const auto add = [](const char *name, const EventDelivery &delivery, const QString &cell,
                        const QString &whole) {
        QueuedEvent event = failedEvent(1);
        event.deliveries = {delivery};
        QTest::addRow("%s", name) << event << cell << whole;
    };

    const Destination file{Destination::Kind::File, u"/tmp/failed/orders.jsonl"_qs};
    add("on its way", {file}, u"on its way to file orders.jsonl"_qs,
        u"Record is on its way to file:/tmp/failed/orders.jsonl"_qs);
    add("delivered", {file, false, true}, u"file orders.jsonl"_qs,
        u"Record delivered to file:/tmp/failed/orders.jsonl"_qs);
    add("given up", {file, false, true, u"disk full"_qs}, u"not delivered to file orders.jsonl"_qs,
        u"Record not delivered to file:/tmp/failed/orders.jsonl: disk full"_qs);
    add("a dead letter", {{Destination::Kind::Function, u"audit"_qs}, true, true},
        u"function audit"_qs, u"Dead letter delivered to function:audit"_qs);
}

void tst_QueueText::whatBecameOfTheRecord()
{
    QFETCH(QueuedEvent, event);
    QFETCH(QString, cell);
    QFETCH(QString, whole);

    QCOMPARE(queueCellText(event, QueueModel::Destination, Accepted), cell);
    QCOMPARE(deliveryTexts(event), QStringList{whole});
}

void tst_QueueText::attemptsAreToldApart()
{
    QueueAttempt attempt = failedAttempt(2);
    QCOMPARE(attemptNumberText(attempt), u"Run 2"_qs);
    attempt.isDuplicate = true;
    QCOMPARE(attemptNumberText(attempt), u"Duplicate 2"_qs);

    EventAttempt throttled;
    throttled.outcome = AttemptOutcome::Throttled;
    throttled.error = Error{Error::Code::Throttled, u"CallerRateLimitExceeded"_qs};
    const QueueAttempt refused = queueAttempt(throttled, Accepted);
    QCOMPARE(attemptNumberText(refused), u"\u2013"_qs);
    QVERIFY2(refused.problem.contains(u"CallerRateLimitExceeded"_qs), qPrintable(refused.problem));

    EventAttempt failed;
    failed.outcome = AttemptOutcome::FunctionError;
    failed.record.emplace();
    failed.record->response = R"({"errorMessage":"no order","errorType":"ValueError"})";
    failed.record->report.duration = 12'300us;
    const QueueAttempt ran = queueAttempt(failed, Accepted);
    QCOMPARE(ran.problem, u"ValueError: no order"_qs);
    QVERIFY(ran.duration == 12'300us);
}

void tst_QueueText::settingsInShort()
{
    QCOMPARE(eventInvokeText({}), u"2 retries, age up to 6 h 0 min"_qs);
    EventInvokeConfig config;
    config.maximumRetryAttempts = 0;
    config.maximumEventAge = 60s;
    config.onFailure = Destination{Destination::Kind::Function, u"audit"_qs};
    QCOMPARE(eventInvokeText(config),
             u"no retries, age up to 1 min 0 s, on failure to function audit"_qs);
}

COLDFRAME_TEST(tst_QueueText);

#include "tst_queuetext.moc"
