// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/eventqueue.h"

#include "core/base/async.h"
#include "core/base/identifier.h"
#include "core/base/jsontext.h"
#include "core/invoker/asynchronouspolicy.h"
#include "core/invoker/destinationdelivery.h"
#include "core/invoker/destinationrecord.h"
#include "core/invoker/eventstore.h"
#include "core/invoker/invoker.h"
#include "core/lambda/errorpayload.h"
#include "core/lambda/limits.h"

#include <algorithm>
#include <utility>

namespace coldframe {

namespace {

/// The computer may sleep and its clock may be set: whoever waits looks again from time to time.
constexpr std::chrono::milliseconds longestNap(60'000);

AttemptOutcome outcomeOf(const Result<InvocationRecord> &result)
{
    if (result)
        return result->status == InvocationStatus::Succeeded ? AttemptOutcome::Succeeded
                                                             : AttemptOutcome::FunctionError;
    return result.error().code == Error::Code::Throttled ? AttemptOutcome::Throttled
                                                         : AttemptOutcome::SystemError;
}

/// What the dead-letter queue is told about the attempt (invoke-api, section 5).
void noteFailure(QueuedEvent &event, int status, const QString &message)
{
    event.errorCode = status;
    event.errorMessage = message;
}

/// Lambda's message of a refusal (invoke-api, section 4).
const QString rateExceeded = QStringLiteral("Rate Exceeded.");

} // namespace

EventQueue::EventQueue(Invoker &invoker, FunctionSource functions, const Clock &clock,
                       Options options, QObject *parent)
    : QObject(parent)
    , m_invoker(&invoker)
    , m_functions(std::move(functions))
    , m_clock(clock)
    , m_options(options)
    , m_delivery(std::make_unique<DestinationDelivery>(options.httpTimeout))
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EventQueue::work);
}

EventQueue::EventQueue(Invoker &invoker, FunctionSource functions, const Clock &clock,
                       QObject *parent)
    : EventQueue(invoker, std::move(functions), clock, Options(), parent)
{ }

EventQueue::~EventQueue() = default;

Result<void> EventQueue::open(const QString &databaseFile)
{
    if (m_store || m_lastSequence > 0)
        return failure(Error::Code::InvalidArgument,
                       databaseFile + QStringLiteral(": the queue is in use already"));
    Result<EventStore> store = EventStore::open(databaseFile);
    if (!store)
        return tl::make_unexpected(store.error());
    const Result<std::vector<QueuedEvent>> events = store->read();
    const Result<std::chrono::nanoseconds> skipped = store->skipped();
    if (!events || !skipped)
        return tl::make_unexpected(events ? skipped.error() : events.error());
    m_store = std::make_unique<EventStore>(std::move(*store));
    m_clock.advance(*skipped);
    for (const QueuedEvent &event : *events) {
        m_lastSequence = event.sequence;
        m_sequences.insert(event.requestId, event.sequence);
        m_entries.emplace(event.sequence, Entry{event});
        if (event.isFinished()) {
            m_finished.push_back(event.sequence);
        } else if (event.state == QueuedEvent::State::Delivering) {
            ++m_delivering;
            QMetaObject::invokeMethod(
                this, [this, sequence = event.sequence] { deliver(sequence); },
                Qt::QueuedConnection);
        } else {
            m_due.emplace(event.nextAttemptAt, event.sequence);
        }
    }
    forgetOldest();
    scheduleWork();
    Q_EMIT changed();
    return {};
}

Result<QString> EventQueue::accept(const InvocationRequest &request)
{
    QueuedEvent event;
    event.requestId = request.requestId;
    event.functionName = request.function.name;
    event.event = request.event.isEmpty() ? QByteArray("{}") : request.event;
    event.options = {request.start, request.isolation, request.emulation};
    return acceptEvent(std::move(event));
}

Result<QString> EventQueue::acceptEvent(QueuedEvent event)
{
    if (!m_functions(event.functionName))
        return failure(Error::Code::NotFound, event.functionName);
    if (event.event.size() > limits::AsynchronousEventBytes)
        return failure(
            Error::Code::EventTooLarge,
            QStringLiteral("%1/%2").arg(event.event.size()).arg(limits::AsynchronousEventBytes));
    if (const Result<void> json = checkJson(event.event); !json)
        return tl::make_unexpected(json.error());
    if (event.requestId.isEmpty())
        event.requestId = newUuid();
    if (m_sequences.contains(event.requestId))
        return failure(
            Error::Code::InvalidArgument,
            QStringLiteral("request id: %1 is in the queue already").arg(event.requestId));
    event.sequence = m_lastSequence + 1;
    event.acceptedAt = m_clock.wallNow();
    event.nextAttemptAt = event.acceptedAt;
    if (m_store) {
        if (const Result<void> written = m_store->add(event); !written)
            return tl::make_unexpected(written.error());
    }
    m_lastSequence = event.sequence;
    m_sequences.insert(event.requestId, event.sequence);
    m_due.emplace(event.nextAttemptAt, event.sequence);
    const QString requestId = event.requestId;
    m_entries.emplace(event.sequence, Entry{std::move(event)});
    scheduleWork();
    Q_EMIT changed();
    return requestId;
}

Result<void> EventQueue::deliverAgain(const QString &requestId)
{
    const auto sequence = m_sequences.constFind(requestId);
    if (sequence == m_sequences.cend())
        return failure(Error::Code::NotFound, requestId);
    ++m_entries.at(*sequence).duplicatesWanted;
    m_duplicates.insert(*sequence);
    scheduleWork();
    return {};
}

void EventQueue::setConfig(const QString &functionName, const EventInvokeConfig &config)
{
    m_configs.insert_or_assign(functionName, config);
}

EventInvokeConfig EventQueue::config(const QString &functionName) const
{
    const auto found = m_configs.find(functionName);
    return found == m_configs.end() ? EventInvokeConfig() : found->second;
}

void EventQueue::setConcurrency(const ConcurrencySettings &settings)
{
    m_reserved = settings.reserved;
}

std::vector<QueuedEvent> EventQueue::events() const
{
    std::vector<QueuedEvent> events;
    events.reserve(m_entries.size());
    for (const auto &[sequence, entry] : m_entries)
        events.push_back(entry.event);
    return events;
}

std::optional<QueuedEvent> EventQueue::event(const QString &requestId) const
{
    const auto sequence = m_sequences.constFind(requestId);
    return sequence == m_sequences.cend() ? std::nullopt
                                          : std::optional(m_entries.at(*sequence).event);
}

bool EventQueue::isIdle() const
{
    return m_due.empty() && m_duplicates.empty() && m_running == 0 && m_delivering == 0;
}

std::optional<WallTime> EventQueue::nextAttemptAt() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

void EventQueue::skipToNextAttempt()
{
    if (m_due.empty())
        return;
    skipTo(m_due.begin()->first);
    scheduleWork();
}

void EventQueue::setFastForward(bool on)
{
    m_fastForward = on;
    if (on)
        scheduleWork();
}

void EventQueue::skipTo(WallTime time)
{
    const auto span
        = std::chrono::duration_cast<std::chrono::nanoseconds>(time - m_clock.wallNow());
    if (span <= std::chrono::nanoseconds::zero())
        return;
    m_clock.advance(span);
    if (m_store) {
        if (const Result<void> written = m_store->setSkipped(m_clock.ahead()); !written)
            Q_EMIT notWritten(written.error());
    }
    Q_EMIT skippedBy(span);
}

std::chrono::nanoseconds EventQueue::ageOf(const QueuedEvent &event) const
{
    return m_clock.wallNow() - event.acceptedAt;
}

/// Later, so that whoever accepts an event has its request id before it runs.
void EventQueue::scheduleWork()
{
    if (!std::exchange(m_workScheduled, true))
        QMetaObject::invokeMethod(this, &EventQueue::work, Qt::QueuedConnection);
}

void EventQueue::work()
{
    m_workScheduled = false;
    if (!m_invoker)
        return;
    while (m_running < m_options.mostParallel) {
        const WallTime now = m_clock.wallNow();
        const auto due = std::find_if(m_due.begin(), m_due.end(), [this, now](const auto &each) {
            return each.first > now || !m_entries.at(each.second).isRunning;
        });
        if (due != m_due.end() && due->first <= now) {
            begin(m_entries.at(due->second));
            continue;
        }
        const auto duplicate
            = std::find_if(m_duplicates.begin(), m_duplicates.end(),
                           [this](qint64 each) { return !m_entries.at(each).isRunning; });
        if (duplicate == m_duplicates.end())
            break;
        run(m_entries.at(*duplicate), true);
    }
    goOnLater();
}

void EventQueue::goOnLater()
{
    m_timer.stop();
    if (m_due.empty() || m_running >= m_options.mostParallel)
        return;
    const WallTime next = m_due.begin()->first;
    if (m_fastForward && m_running == 0 && m_delivering == 0 && m_duplicates.empty()) {
        skipTo(next);
        return scheduleWork();
    }
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(next - m_clock.wallNow());
    // What is due and did not begin waits for its duplicate, whose end calls for work.
    if (pause > std::chrono::milliseconds::zero())
        m_timer.start(std::min(pause, longestNap));
}

void EventQueue::begin(Entry &entry)
{
    QueuedEvent &event = entry.event;
    m_due.erase({event.nextAttemptAt, event.sequence});
    const auto reserved = m_reserved.find(event.functionName);
    const std::optional<EndCondition> condition = endBeforeAttempt(
        event, ageOf(event),
        reserved == m_reserved.end() ? std::nullopt : std::optional(reserved->second),
        config(event.functionName));
    if (!condition)
        return run(entry, false);
    if (*condition == EndCondition::ZeroReservedConcurrency)
        noteFailure(event, 429, rateExceeded);
    else if (*condition == EndCondition::RecursiveInvocation)
        noteFailure(event, 400, QStringLiteral("RecursiveInvocationException"));
    else if (event.errorMessage.isEmpty())
        noteFailure(event, event.errorCode, endConditionName(*condition));
    end(entry, *condition);
}

void EventQueue::run(Entry &entry, bool isDuplicate)
{
    const qint64 sequence = entry.event.sequence;
    if (isDuplicate && --entry.duplicatesWanted == 0)
        m_duplicates.erase(sequence);
    if (!isDuplicate) {
        entry.event.state = QueuedEvent::State::Running;
        write(entry.event);
    }
    entry.isRunning = true;
    ++m_running;
    const std::optional<FunctionConfig> function = m_functions(entry.event.functionName);
    if (!function) {
        // It may come back, for example with a template that is being edited.
        const Error error{Error::Code::NotFound, entry.event.functionName};
        QMetaObject::invokeMethod(
            this,
            [this, sequence, isDuplicate, error] {
                onRun(sequence, isDuplicate, tl::make_unexpected(error));
            },
            Qt::QueuedConnection);
        return;
    }
    InvocationRequest request;
    request.function = *function;
    request.event = entry.event.event;
    request.requestId = entry.event.requestId;
    request.start = entry.event.options.start;
    request.isolation = entry.event.options.isolation;
    request.emulation = entry.event.options.emulation;
    request.isAsynchronous = true;
    Q_EMIT changed();
    whenDone(m_invoker->invoke(std::move(request)), this,
             [this, sequence, isDuplicate](const Result<InvocationRecord> &result) {
                 onRun(sequence, isDuplicate, result);
             });
}

void EventQueue::onRun(qint64 sequence, bool isDuplicate, const Result<InvocationRecord> &result)
{
    Entry &entry = m_entries.at(sequence);
    entry.isRunning = false;
    --m_running;
    EventAttempt attempt;
    attempt.isDuplicate = isDuplicate;
    attempt.outcome = outcomeOf(result);
    if (result)
        attempt.record = *result;
    else
        attempt.error = result.error();
    if (isDuplicate) {
        entry.event.duplicates += result.has_value() ? 1 : 0;
        attempt.number = entry.event.duplicates;
        write(entry.event);
        const QueuedEvent told = entry.event;
        Q_EMIT attempted(told, attempt);
        forgetOldest();
    } else {
        settle(entry, std::move(attempt));
    }
    scheduleWork();
    Q_EMIT changed();
}

/// Turns the outcome of an attempt into the event's next state.
void EventQueue::settle(Entry &entry, EventAttempt attempt)
{
    QueuedEvent &event = entry.event;
    if (attempt.record) {
        ++event.attempts;
        event.backOffs = 0;
        const InvocationRecord &record = *attempt.record;
        const bool failed = attempt.outcome == AttemptOutcome::FunctionError;
        event.response = FunctionResponse{record.function.version, failed, record.response};
        if (failed)
            noteFailure(event, 200, parseErrorPayload(record.response).errorMessage);
        else
            noteFailure(event, 0, {});
    } else {
        ++event.throttles;
        ++event.backOffs;
        const bool throttled = attempt.outcome == AttemptOutcome::Throttled;
        noteFailure(event, throttled ? 429 : 500, throttled ? rateExceeded : attempt.error->detail);
    }
    attempt.number = event.attempts;
    const NextStep step
        = stepAfterAttempt(attempt.outcome, event, ageOf(event), config(event.functionName));
    if (step.end)
        event.condition = step.end;
    else
        wait(entry, m_clock.wallNow() + step.delay);
    const qint64 sequence = event.sequence;
    const QueuedEvent told = event;
    Q_EMIT attempted(told, attempt);
    if (step.end)
        end(m_entries.at(sequence), *step.end);
}

void EventQueue::wait(Entry &entry, WallTime until)
{
    entry.event.state = QueuedEvent::State::Waiting;
    entry.event.nextAttemptAt = until;
    m_due.emplace(until, entry.event.sequence);
    write(entry.event);
}

void EventQueue::write(const QueuedEvent &event)
{
    if (!m_store)
        return;
    if (const Result<void> written = m_store->update(event); !written)
        Q_EMIT notWritten(written.error());
}

} // namespace coldframe

#include "moc_eventqueue.cpp"
