// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsontext.h"
#include "tests/core/invoker/fastqueue.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QTest>

#include <nlohmann/json.hpp>

#include <deque>

using namespace coldframe;
using namespace coldframe::test;
using namespace std::chrono_literals;

class tst_EventQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEventThatAlwaysFailsIsTriedThreeTimes();
    void theRecordOfAFailure();
    void withFewerRetries_data();
    void withFewerRetries();
    void successEndsAnEvent_data();
    void successEndsAnEvent();
    void throttlesBackOffUntilTheEventIsTooOld();
    void throttlesAreNoAttempts();
    void systemErrorsBackOff();
    void aFunctionThatIsGoneMayComeBack();
    void withoutConcurrencyThereIsNoRun();
    void anEventThatWaitedTooLongIsNotRun();
    void whatIsNotAccepted_data();
    void whatIsNotAccepted();
    void theLargestEventIsAccepted();
    void anEmptyEventIsAnEmptyObject();
    void acceptedBeforeItRuns();
    void optionsReachEveryAttempt();
    void atMostSoManyRunAtATime();
    void aDuplicateHasNoConsequences();
    void duplicatesWaitForTheEvent();
    void aDuplicateOfAFinishedEvent();
    void realTimePassesToo();
    void skippingGoesToTheNextAttemptOnly();
    void finishedEventsAreForgotten();
    void theQueueMayEndBeforeAnInvocation();
    void theInvokerMayBeGone();
};

void tst_EventQueue::anEventThatAlwaysFailsIsTriedThreeTimes()
{
    FastQueue fast(failAlways);
    std::chrono::nanoseconds skipped{};
    connect(&fast.queue, &EventQueue::skippedBy, &fast.queue,
            [&](std::chrono::nanoseconds time) { skipped += time; });

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));

    QVERIFY(requestId.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.times, (std::vector<long>{0, 60, 180}));
    for (const InvocationRequest &request : fast.invoker.requests)
        QCOMPARE(request.requestId, *requestId);
    QCOMPARE(fast.ended.size(), std::size_t(1));
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::RetriesExhausted));
    QCOMPARE(fast.ended[0].state, QueuedEvent::State::Failed);
    QCOMPARE(fast.ended[0].attempts, 3);
    QCOMPARE(fast.attempts.size(), std::size_t(3));
    QCOMPARE(fast.attempts[2].number, 3);
    QCOMPARE(skipped, std::chrono::nanoseconds(180s));
    QCOMPARE(fast.queue.skipped(), std::chrono::nanoseconds(180s));
}

void tst_EventQueue::theRecordOfAFailure()
{
    FastQueue fast(failAlways);

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));

    QVERIFY(requestId.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    const auto record = parseJson(fast.ended[0].destinationRecord);
    QVERIFY(record.has_value());
    QCOMPARE(record->size(), std::size_t(6));
    QCOMPARE(record->at("version").get<std::string>(), std::string("1.0"));
    QCOMPARE(record->at("timestamp").get<std::string>(), std::string("2026-11-23T08:03:00.000Z"));
    const OrderedJson &context = record->at("requestContext");
    QCOMPARE(context.size(), std::size_t(4));
    QCOMPARE(context.at("requestId").get<std::string>(), requestId->toStdString());
    QCOMPARE(context.at("functionArn").get<std::string>(),
             std::string("arn:aws:lambda:us-east-1:123456789012:function:orders:$LATEST"));
    QCOMPARE(context.at("condition").get<std::string>(), std::string("RetriesExhausted"));
    QCOMPARE(context.at("approximateInvokeCount").get<int>(), 3);
    QVERIFY(record->at("requestPayload") == OrderedJson::parse(R"({"order":12})"));
    const OrderedJson &response = record->at("responseContext");
    QCOMPARE(response.size(), std::size_t(3));
    QCOMPARE(response.at("statusCode").get<int>(), 200);
    QCOMPARE(response.at("executedVersion").get<std::string>(), std::string("$LATEST"));
    QCOMPARE(response.at("functionError").get<std::string>(), std::string("Unhandled"));
    QCOMPARE(record->at("responsePayload").at("errorType").get<std::string>(),
             std::string("ValueError"));
    QCOMPARE(record->at("responsePayload").at("errorMessage").get<std::string>(),
             std::string("no name in the event"));
}

void tst_EventQueue::withFewerRetries_data()
{
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("age"); // seconds
    QTest::addColumn<std::vector<long>>("times");
    QTest::addColumn<EndCondition>("condition");

    QTest::newRow("none") << 0 << 21'600 << std::vector<long>{0} << EndCondition::RetriesExhausted;
    QTest::newRow("one") << 1 << 21'600 << std::vector<long>{0, 60}
                         << EndCondition::RetriesExhausted;
    QTest::newRow("too old for the second one")
        << 2 << 179 << std::vector<long>{0, 60} << EndCondition::EventAgeExceeded;
    QTest::newRow("just young enough")
        << 2 << 180 << std::vector<long>{0, 60, 180} << EndCondition::RetriesExhausted;
}

void tst_EventQueue::withFewerRetries()
{
    QFETCH(const int, retries);
    QFETCH(const int, age);
    QFETCH(const std::vector<long>, times);
    QFETCH(const EndCondition, condition);
    FastQueue fast(failAlways);
    EventInvokeConfig config;
    config.maximumRetryAttempts = retries;
    config.maximumEventAge = std::chrono::seconds(age);
    fast.queue.setConfig(orders, config);

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(fast.times, times);
    QCOMPARE(fast.ended[0].condition, std::optional(condition));
}

void tst_EventQueue::successEndsAnEvent_data()
{
    QTest::addColumn<int>("failures");

    QTest::newRow("at once") << 0;
    QTest::newRow("at the first retry") << 1;
    QTest::newRow("at the last retry") << 2;
}

void tst_EventQueue::successEndsAnEvent()
{
    QFETCH(const int, failures);
    int left = failures;
    FastQueue fast([&left](const InvocationRequest &request) {
        return left-- > 0 ? failAlways(request) : succeed(request);
    });

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::Success));
    QCOMPARE(fast.ended[0].state, QueuedEvent::State::Succeeded);
    QCOMPARE(fast.ended[0].attempts, failures + 1);
    const auto record = parseJson(fast.ended[0].destinationRecord);
    QVERIFY(record.has_value());
    QCOMPARE(record->at("requestContext").at("condition").get<std::string>(),
             std::string("Success"));
    QVERIFY(!record->at("responseContext").contains("functionError"));
    QVERIFY(record->at("responsePayload") == OrderedJson::parse(R"({"done":true})"));
}

void tst_EventQueue::throttlesBackOffUntilTheEventIsTooOld()
{
    FastQueue fast(throttle);

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    std::vector<long> expected{0};
    for (long delay = 1; expected.back() + delay <= 21'600; delay = std::min(2 * delay, 300L))
        expected.push_back(expected.back() + delay);
    QCOMPARE(fast.times, expected);
    QCOMPARE(fast.times[9], 511L);
    QCOMPARE(fast.times[10], 811L);
    const QueuedEvent &event = fast.ended[0];
    QCOMPARE(event.condition, std::optional(EndCondition::EventAgeExceeded));
    QCOMPARE(event.attempts, 0);
    QCOMPARE(event.throttles, static_cast<int>(expected.size()));
    QCOMPARE(event.errorCode, 429);
    QCOMPARE(event.errorMessage, QStringLiteral("Rate Exceeded."));
    const auto record = parseJson(event.destinationRecord);
    QVERIFY(record.has_value());
    QCOMPARE(record->at("requestContext").at("approximateInvokeCount").get<int>(), 0);
    QVERIFY(!record->contains("responseContext"));
    QVERIFY(!record->contains("responsePayload"));
}

void tst_EventQueue::throttlesAreNoAttempts()
{
    std::deque<AnsweringInvoker::Answer> script{throttle,   failAlways, throttle,  throttle,
                                                failAlways, throttle,   failAlways};
    FastQueue fast([&script](const InvocationRequest &request) {
        const auto answer = script.front();
        script.pop_front();
        return answer(request);
    });

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QVERIFY(script.empty());
    // The back-off begins anew after each run: +1, +60, +1 +2, +120, +1.
    QCOMPARE(fast.times, (std::vector<long>{0, 1, 61, 62, 64, 184, 185}));
    QCOMPARE(fast.ended[0].attempts, 3);
    QCOMPARE(fast.ended[0].throttles, 4);
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::RetriesExhausted));
}

void tst_EventQueue::systemErrorsBackOff()
{
    bool isFirst = true;
    FastQueue fast([&](const InvocationRequest &request) {
        if (std::exchange(isFirst, false))
            return std::optional<Result<InvocationRecord>>(tl::make_unexpected(
                Error{Error::Code::InterpreterNotFound, QStringLiteral("python3")}));
        return succeed(request);
    });

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(fast.times, (std::vector<long>{0, 1}));
    QCOMPARE(fast.attempts[0].outcome, AttemptOutcome::SystemError);
    QCOMPARE(fast.attempts[0].error->code, Error::Code::InterpreterNotFound);
    QCOMPARE(fast.ended[0].attempts, 1);
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::Success));
}

void tst_EventQueue::aFunctionThatIsGoneMayComeBack()
{
    const ManualClock clock;
    AnsweringInvoker invoker(succeed);
    bool isThere = true;
    EventQueue queue(
        invoker,
        [&](const QString &name) {
            return isThere ? std::optional(functionNamed(name)) : std::nullopt;
        },
        clock);
    int attempts = 0;
    connect(&queue, &EventQueue::attempted, &queue, [&] { isThere = ++attempts == 3; });
    queue.setFastForward(true);

    const Result<QString> requestId = queue.accept(eventFor(orders));
    isThere = false;

    QVERIFY(requestId.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), queuePatience);
    QCOMPARE(attempts, 4);
    QCOMPARE(queue.event(*requestId)->throttles, 3);
    QCOMPARE(queue.event(*requestId)->state, QueuedEvent::State::Succeeded);
}

void tst_EventQueue::withoutConcurrencyThereIsNoRun()
{
    FastQueue fast(succeed);
    ConcurrencySettings settings;
    settings.reserved = {{orders, 0}, {QStringLiteral("others"), 1}};
    fast.queue.setConcurrency(settings);

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QVERIFY(fast.invoker.requests.empty());
    QVERIFY(fast.attempts.empty());
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::ZeroReservedConcurrency));
    QCOMPARE(fast.ended[0].errorCode, 429);
    QVERIFY(fast.ended[0].destinationRecord.contains(R"("condition":"ZeroReservedConcurrency")"));

    QVERIFY(fast.queue.accept(eventFor(QStringLiteral("others"))).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(fast.invoker.requests.size(), std::size_t(1), queuePatience);
}

void tst_EventQueue::anEventThatWaitedTooLongIsNotRun()
{
    FastQueue fast(succeed);
    EventInvokeConfig config;
    config.maximumEventAge = 60s;
    fast.queue.setConfig(orders, config);

    QVERIFY(fast.queue.accept(eventFor(orders)).has_value());
    fast.clock.elapsed = 61s;

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QVERIFY(fast.invoker.requests.empty());
    QCOMPARE(fast.ended[0].condition, std::optional(EndCondition::EventAgeExceeded));
}

void tst_EventQueue::whatIsNotAccepted_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("requestId");
    QTest::addColumn<Error>("error");

    const QByteArray event = "{}";
    QTest::newRow("no such function") << QStringLiteral("nobody") << event << QString()
                                      << Error{Error::Code::NotFound, QStringLiteral("nobody")};
    QTest::newRow("a byte too large")
        << orders << '"' + QByteArray(1'048'575, 'x') + '"' << QString()
        << Error{Error::Code::EventTooLarge, QStringLiteral("1048577/1048576")};
    QTest::newRow("broken JSON") << orders << QByteArray("{\n oops}") << QString()
                                 << Error{Error::Code::InvalidJson, QString(), TextPosition{2, 2}};
    QTest::newRow("a request id that is in the queue")
        << orders << event << QStringLiteral("taken")
        << Error{Error::Code::InvalidArgument,
                 QStringLiteral("request id: taken is in the queue already")};
}

void tst_EventQueue::whatIsNotAccepted()
{
    QFETCH(const QString, function);
    QFETCH(const QByteArray, event);
    QFETCH(const QString, requestId);
    QFETCH(const Error, error);
    FastQueue fast(neverAnswer);
    InvocationRequest request = eventFor(orders);
    request.requestId = QStringLiteral("taken");
    QVERIFY(fast.queue.accept(request).has_value());
    request = eventFor(function, event);
    request.requestId = requestId;

    const Result<QString> accepted = fast.queue.accept(request);

    QVERIFY(!accepted.has_value());
    QCOMPARE(accepted.error().code, error.code);
    QCOMPARE(accepted.error().position, error.position);
    if (!error.detail.isEmpty())
        QCOMPARE(accepted.error().detail, error.detail);
    QCOMPARE(fast.queue.events().size(), std::size_t(1));
}

void tst_EventQueue::theLargestEventIsAccepted()
{
    FastQueue fast(succeed);

    const QByteArray event = '"' + QByteArray(1'048'574, 'x') + '"';

    QVERIFY(fast.queue.accept(eventFor(orders, event)).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(fast.invoker.requests[0].event, event);
}

void tst_EventQueue::anEmptyEventIsAnEmptyObject()
{
    FastQueue fast(succeed);

    QVERIFY(fast.queue.accept(eventFor(orders, {})).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.ended.size(), std::size_t(1), queuePatience);
    QCOMPARE(fast.invoker.requests[0].event, QByteArray("{}"));
}

void tst_EventQueue::acceptedBeforeItRuns()
{
    FastQueue fast(succeed);

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));

    QVERIFY(requestId.has_value());
    QVERIFY(fast.invoker.requests.empty());
    QCOMPARE(fast.queue.event(*requestId)->state, QueuedEvent::State::Waiting);
    QVERIFY(!fast.queue.isIdle());
}

void tst_EventQueue::optionsReachEveryAttempt()
{
    FastQueue fast(failAlways);
    InvocationRequest request = eventFor(orders);
    request.isolation = IsolationChoice::None;
    request.start = StartChoice::ForceCold;
    request.emulation.limitsCpu = true;
    request.clientContext = "{}";

    QVERIFY(fast.queue.accept(request).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(fast.invoker.requests.size(), std::size_t(3), queuePatience);
    for (const InvocationRequest &each : fast.invoker.requests) {
        QCOMPARE(each.function.handler, QStringLiteral("app.handler"));
        QCOMPARE(each.isolation, IsolationChoice::None);
        QCOMPARE(each.start, StartChoice::ForceCold);
        QVERIFY(each.emulation == request.emulation);
        QVERIFY(each.clientContext.isEmpty()); // not passed (invoke-api, section 5)
    }
}

void tst_EventQueue::atMostSoManyRunAtATime()
{
    const ManualClock clock;
    FakeInvoker invoker;
    EventQueue queue(invoker, anyFunction, clock);
    for (int i = 0; i < 25; ++i)
        QVERIFY(queue.accept(eventFor(orders)).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(10), queuePatience);
    const auto running = [&queue] {
        const auto events = queue.events();
        return std::count_if(events.begin(), events.end(), [](const QueuedEvent &event) {
            return event.state == QueuedEvent::State::Running;
        });
    };
    QCOMPARE(running(), std::ptrdiff_t(10));
    std::size_t asked = 10;
    while (invoker.isRunning()) {
        invoker.finish(warmRecord(invoker.running(), "{}"));
        asked = std::min<std::size_t>(asked + 1, 25);
        QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), asked, queuePatience);
        QVERIFY(running() <= 10);
    }
    QTRY_VERIFY_WITH_TIMEOUT(queue.isIdle(), queuePatience);
    QCOMPARE(invoker.requests.size(), std::size_t(25));
}

void tst_EventQueue::aDuplicateHasNoConsequences()
{
    int runs = 0;
    FastQueue fast([&runs](const InvocationRequest &request) {
        return ++runs == 2 ? failAlways(request) : succeed(request);
    });

    const Result<QString> requestId = fast.queue.accept(eventFor(orders));
    QVERIFY(requestId.has_value());
    QVERIFY(fast.queue.deliverAgain(*requestId).has_value());

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(2));
    QCOMPARE(fast.invoker.requests[1].requestId, *requestId);
    QCOMPARE(fast.invoker.requests[1].event, fast.invoker.requests[0].event);
    QCOMPARE(fast.attempts.size(), std::size_t(2));
    QVERIFY(!fast.attempts[0].isDuplicate);
    QVERIFY(fast.attempts[1].isDuplicate);
    QCOMPARE(fast.ended.size(), std::size_t(1));
    const QueuedEvent event = *fast.queue.event(*requestId);
    QCOMPARE(event.attempts, 1);
    QCOMPARE(event.duplicates, 1);
    QCOMPARE(event.condition, std::optional(EndCondition::Success));
}

void tst_EventQueue::duplicatesWaitForTheEvent()
{
    const ManualClock clock;
    FakeInvoker invoker;
    EventQueue queue(invoker, anyFunction, clock);
    const Result<QString> requestId = queue.accept(eventFor(orders));
    QVERIFY(requestId.has_value());
    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(1), queuePatience);

    QVERIFY(queue.deliverAgain(*requestId).has_value());
    QCoreApplication::processEvents();
    QCOMPARE(invoker.requests.size(), std::size_t(1)); // the same id never runs twice at a time

    invoker.finish(failedRecord(invoker.running()));
    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(2), queuePatience);
    queue.skipToNextAttempt(); // its retry is due, but the duplicate still runs
    QCoreApplication::processEvents();
    QCOMPARE(invoker.requests.size(), std::size_t(2));

    invoker.finish(warmRecord(invoker.running(), "{}"));
    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(3), queuePatience);
    QCOMPARE(queue.event(*requestId)->state, QueuedEvent::State::Running);
    QCOMPARE(queue.event(*requestId)->attempts, 1);
}

void tst_EventQueue::aDuplicateOfAFinishedEvent()
{
    FastQueue fast(succeed);
    const Result<QString> requestId = fast.queue.accept(eventFor(orders));
    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);

    QVERIFY(fast.queue.deliverAgain(*requestId).has_value());
    QVERIFY(!fast.queue.isIdle());

    QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    QCOMPARE(fast.invoker.requests.size(), std::size_t(2));
    QCOMPARE(fast.ended.size(), std::size_t(1));
    const Result<void> unknown = fast.queue.deliverAgain(QStringLiteral("unknown"));
    QCOMPARE(unknown.error().code, Error::Code::NotFound);
}

void tst_EventQueue::realTimePassesToo()
{
    ManualClock clock;
    AnsweringInvoker invoker(failAlways);
    EventQueue queue(invoker, anyFunction, clock);
    const Result<QString> requestId = queue.accept(eventFor(orders));
    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(1), queuePatience);
    QTRY_COMPARE_WITH_TIMEOUT(queue.event(*requestId)->state, QueuedEvent::State::Waiting,
                              queuePatience);
    QCOMPARE(queue.nextAttemptAt(), std::optional(clock.wallNow() + 60s));

    clock.elapsed = 59s;
    QVERIFY(queue.accept(eventFor(QStringLiteral("other"))).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(2), queuePatience);
    clock.elapsed = 60s;
    QVERIFY(queue.accept(eventFor(QStringLiteral("other"))).has_value());

    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(4), queuePatience);
    QCOMPARE(queue.skipped(), 0ns);
    const auto runs = [&](const QString &id) {
        return std::count_if(invoker.requests.begin(), invoker.requests.end(),
                             [&id](const auto &request) { return request.requestId == id; });
    };
    QCOMPARE(runs(*requestId), std::ptrdiff_t(2));
}

void tst_EventQueue::skippingGoesToTheNextAttemptOnly()
{
    const ManualClock clock;
    AnsweringInvoker invoker(failAlways);
    EventQueue queue(invoker, anyFunction, clock);
    queue.skipToNextAttempt();
    QCOMPARE(queue.skipped(), 0ns);
    QVERIFY(queue.accept(eventFor(orders)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(queue.nextAttemptAt() == clock.wallNow() + 60s, queuePatience);

    queue.skipToNextAttempt();

    QTRY_COMPARE_WITH_TIMEOUT(invoker.requests.size(), std::size_t(2), queuePatience);
    QCOMPARE(queue.skipped(), std::chrono::nanoseconds(60s));
    QTRY_VERIFY_WITH_TIMEOUT(queue.nextAttemptAt() == clock.wallNow() + 180s, queuePatience);
}

void tst_EventQueue::finishedEventsAreForgotten()
{
    EventQueue::Options options;
    options.finishedKept = 3;
    FastQueue fast(succeed, options);
    QStringList ids;
    for (int i = 0; i < 8; ++i) {
        ids.append(*fast.queue.accept(eventFor(orders)));
        QTRY_VERIFY_WITH_TIMEOUT(fast.queue.isIdle(), queuePatience);
    }

    QStringList kept;
    for (const QueuedEvent &event : fast.queue.events())
        kept.append(event.requestId);
    QCOMPARE(kept, ids.mid(5));
    QCOMPARE(fast.ended.size(), std::size_t(8));
}

void tst_EventQueue::theQueueMayEndBeforeAnInvocation()
{
    const ManualClock clock;
    FakeInvoker invoker;
    auto queue = std::make_unique<EventQueue>(invoker, anyFunction, clock);
    QVERIFY(queue->accept(eventFor(orders)).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(invoker.isRunning(), queuePatience);

    invoker.finish(failedRecord(invoker.running())); // its answer is on the way
    queue.reset();

    QCoreApplication::processEvents();
    QCOMPARE(invoker.requests.size(), std::size_t(1));
}

void tst_EventQueue::theInvokerMayBeGone()
{
    const ManualClock clock;
    auto invoker = std::make_unique<FakeInvoker>();
    EventQueue queue(*invoker, anyFunction, clock);
    const Result<QString> requestId = queue.accept(eventFor(orders));
    QTRY_VERIFY_WITH_TIMEOUT(invoker->isRunning(), queuePatience);

    invoker.reset();
    queue.setFastForward(true);

    QTRY_COMPARE_WITH_TIMEOUT(queue.event(*requestId)->state, QueuedEvent::State::Waiting,
                              queuePatience);
    QCOMPARE(queue.event(*requestId)->attempts, 0);
}

COLDFRAME_TEST(tst_EventQueue);

#include "tst_eventqueue.moc"
