// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/asynchronouspolicy.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace coldframe;
using namespace std::chrono_literals;

class tst_AsynchronousPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void afterAnAttempt_data();
    void afterAnAttempt();
    void beforeAnAttempt_data();
    void beforeAnAttempt();
    void backOffsDoubleUpToFiveMinutes();
};

Q_DECLARE_METATYPE(NextStep)
Q_DECLARE_METATYPE(std::optional<EndCondition>)
Q_DECLARE_METATYPE(std::optional<int>)

void tst_AsynchronousPolicy::afterAnAttempt_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("backOffs");
    QTest::addColumn<int>("age"); // seconds
    QTest::addColumn<int>("retries");
    QTest::addColumn<NextStep>("step");

    const auto end = [](EndCondition condition) { return NextStep{condition, 0s}; };
    const auto wait = [](std::chrono::seconds delay) { return NextStep{std::nullopt, delay}; };
    const auto row = [](const char *title, AttemptOutcome outcome, int attempts, int backOffs,
                        int age, int retries, const NextStep &step) {
        QTest::newRow(title) << outcome << attempts << backOffs << age << retries << step;
    };
    using Outcome = AttemptOutcome;
    row("success", Outcome::Succeeded, 1, 0, 0, 2, end(EndCondition::Success));
    row("success of an old event", Outcome::Succeeded, 1, 0, 99'999, 2, end(EndCondition::Success));
    row("first function error", Outcome::FunctionError, 1, 0, 0, 2, wait(60s));
    row("second function error", Outcome::FunctionError, 2, 0, 60, 2, wait(120s));
    row("third function error", Outcome::FunctionError, 3, 0, 180, 2,
        end(EndCondition::RetriesExhausted));
    row("function error without retries", Outcome::FunctionError, 1, 0, 0, 0,
        end(EndCondition::RetriesExhausted));
    row("function error with one retry", Outcome::FunctionError, 2, 0, 60, 1,
        end(EndCondition::RetriesExhausted));
    row("a retry just in time", Outcome::FunctionError, 1, 0, 3'540, 2, wait(60s));
    row("a retry that would be too late", Outcome::FunctionError, 1, 0, 3'541, 2,
        end(EndCondition::EventAgeExceeded));
    row("no retries left of an old event", Outcome::FunctionError, 3, 0, 3'600, 2,
        end(EndCondition::RetriesExhausted));
    row("first throttle", Outcome::Throttled, 0, 1, 0, 2, wait(1s));
    row("fourth throttle", Outcome::Throttled, 2, 4, 7, 2, wait(8s));
    row("a throttle is no attempt", Outcome::Throttled, 3, 1, 7, 2, wait(1s));
    row("first system error", Outcome::SystemError, 0, 1, 0, 2, wait(1s));
    row("a throttle in time", Outcome::Throttled, 0, 9, 3'344, 2, wait(256s));
    row("a throttle that would be too late", Outcome::Throttled, 0, 9, 3'345, 2,
        end(EndCondition::EventAgeExceeded));
}

void tst_AsynchronousPolicy::afterAnAttempt()
{
    QFETCH(const AttemptOutcome, outcome);
    QFETCH(const int, attempts);
    QFETCH(const int, backOffs);
    QFETCH(const int, age);
    QFETCH(const int, retries);
    QFETCH(const NextStep, step);
    QueuedEvent event;
    event.attempts = attempts;
    event.backOffs = backOffs;
    EventInvokeConfig config;
    config.maximumRetryAttempts = retries;
    config.maximumEventAge = 3'600s;

    const NextStep next = stepAfterAttempt(outcome, event, std::chrono::seconds(age), config);

    QCOMPARE(next.end, step.end);
    QCOMPARE(next.delay.count(), step.delay.count());
}

void tst_AsynchronousPolicy::beforeAnAttempt_data()
{
    QTest::addColumn<int>("age"); // seconds
    QTest::addColumn<std::optional<int>>("reserved");
    QTest::addColumn<int>("passed");
    QTest::addColumn<std::optional<EndCondition>>("end");

    using End = std::optional<EndCondition>;
    using Reserved = std::optional<int>;
    QTest::newRow("a new event") << 0 << Reserved() << 0 << End();
    QTest::newRow("reserved concurrency") << 0 << Reserved(1) << 0 << End();
    QTest::newRow("no concurrency at all")
        << 0 << Reserved(0) << 0 << End(EndCondition::ZeroReservedConcurrency);
    QTest::newRow("as old as it may be") << 60 << Reserved() << 0 << End();
    QTest::newRow("older") << 61 << Reserved() << 0 << End(EndCondition::EventAgeExceeded);
    QTest::newRow("the sixteenth run of a chain") << 0 << Reserved() << 15 << End();
    QTest::newRow("the seventeenth")
        << 0 << Reserved() << 16 << End(EndCondition::RecursiveInvocation);
}

void tst_AsynchronousPolicy::beforeAnAttempt()
{
    QFETCH(const int, age);
    QFETCH(const std::optional<int>, reserved);
    QFETCH(const int, passed);
    QFETCH(const std::optional<EndCondition>, end);
    QueuedEvent event;
    event.functionName = QStringLiteral("orders");
    event.lineage = {{QStringLiteral("orders"), passed}, {QStringLiteral("other"), 99}};
    EventInvokeConfig config;
    config.maximumEventAge = 60s;

    QCOMPARE(endBeforeAttempt(event, std::chrono::seconds(age), reserved, config), end);
}

void tst_AsynchronousPolicy::backOffsDoubleUpToFiveMinutes()
{
    std::vector<long> delays;
    for (int inARow = 1; inARow <= 12; ++inARow)
        delays.push_back(backOffDelay(inARow).count());

    QCOMPARE(delays, (std::vector<long>{1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300}));
    QCOMPARE(backOffDelay(1'000'000).count(), 300L);
}

COLDFRAME_TEST(tst_AsynchronousPolicy);

#include "tst_asynchronouspolicy.moc"
