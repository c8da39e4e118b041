// SPDX-License-Identifier: GPL-3.0-or-later
// What the queue does with an event that came to its end: record, destinations, and forgetting it.
#include "core/base/async.h"
#include "core/invoker/destinationdelivery.h"
#include "core/invoker/destinationrecord.h"
#include "core/invoker/eventqueue.h"
#include "core/invoker/eventstore.h"
#include "core/invoker/invoker.h"
#include "core/lambda/limits.h"

#include <algorithm>

namespace coldframe {

namespace {

/// The function of an event whose configuration is gone: enough for its ARN.
FunctionConfig functionWithName(const QString &name)
{
    FunctionConfig function;
    function.name = name;
    return function;
}

std::vector<EventDelivery> deliveriesOf(EndCondition condition, const EventInvokeConfig &config)
{
    std::vector<EventDelivery> deliveries;
    const bool succeeded = condition == EndCondition::Success;
    if (const auto &destination = succeeded ? config.onSuccess : config.onFailure)
        deliveries.push_back({*destination});
    if (!succeeded && config.deadLetterQueue)
        deliveries.push_back({*config.deadLetterQueue, true});
    return deliveries;
}

} // namespace

void EventQueue::end(Entry &entry, EndCondition condition)
{
    QueuedEvent &event = entry.event;
    event.state = QueuedEvent::State::Delivering;
    event.condition = condition;
    event.destinationRecord = destinationRecord(
        event, m_functions(event.functionName).value_or(functionWithName(event.functionName)),
        m_clock.wallNow());
    event.deliveries = deliveriesOf(condition, config(event.functionName));
    ++m_delivering;
    write(event);
    deliver(event.sequence);
}

/// To each receiver that does not have it yet: after a restart, some may.
void EventQueue::deliver(qint64 sequence)
{
    const std::size_t count = m_entries.at(sequence).event.deliveries.size();
    for (std::size_t index = 0; index < count; ++index) {
        if (!m_entries.at(sequence).event.deliveries[index].isDone)
            deliverTo(sequence, index);
    }
    Entry &entry = m_entries.at(sequence);
    const auto &deliveries = entry.event.deliveries;
    if (std::all_of(deliveries.begin(), deliveries.end(),
                    [](const EventDelivery &each) { return each.isDone; }))
        finish(entry);
}

void EventQueue::deliverTo(qint64 sequence, std::size_t index)
{
    QueuedEvent &event = m_entries.at(sequence).event;
    EventDelivery &delivery = event.deliveries[index];
    const QByteArray text
        = delivery.isDeadLetter ? deadLetterMessage(event) : event.destinationRecord;
    if (delivery.destination.kind == Destination::Kind::Function) {
        const Result<void> passed = passToFunction(event, delivery.destination.target, text);
        delivery.isDone = true;
        delivery.problem = passed ? QString() : passed.error().detail;
        return;
    }
    m_delivery->deliver(delivery.destination, text,
                        [this, sequence, index](const Result<void> &result) {
                            onDelivered(sequence, index, result);
                        });
}

/// A chain of events that passed the same function too often goes no further, else a loop of
/// destinations would never end (scaling, section 8).
Result<void> EventQueue::passToFunction(const QueuedEvent &event, const QString &functionName,
                                        const QByteArray &payload)
{
    const auto passed = event.lineage.find(functionName);
    if (event.condition == EndCondition::RecursiveInvocation && passed != event.lineage.end()
        && passed->second >= limits::RecursiveInvocations)
        return failure(Error::Code::InvalidArgument,
                       functionName + QStringLiteral(": it would go round in a loop"));
    QueuedEvent next;
    next.functionName = functionName;
    next.event = payload;
    next.options = event.options;
    next.lineage = event.lineage;
    ++next.lineage[event.functionName];
    return acceptEvent(std::move(next)).map([](const QString &) {});
}

void EventQueue::onDelivered(qint64 sequence, std::size_t index, const Result<void> &result)
{
    Entry &entry = m_entries.at(sequence);
    EventDelivery &delivery = entry.event.deliveries[index];
    delivery.isDone = true;
    delivery.problem = result ? QString() : result.error().detail;
    write(entry.event);
    const auto &deliveries = entry.event.deliveries;
    if (std::all_of(deliveries.begin(), deliveries.end(),
                    [](const EventDelivery &each) { return each.isDone; }))
        finish(entry);
}

void EventQueue::finish(Entry &entry)
{
    QueuedEvent &event = entry.event;
    event.state = event.condition == EndCondition::Success ? QueuedEvent::State::Succeeded
                                                           : QueuedEvent::State::Failed;
    --m_delivering;
    m_finished.push_back(event.sequence);
    write(event);
    const QueuedEvent told = event;
    forgetOldest();
    scheduleWork();
    Q_EMIT dealtWith(told);
    Q_EMIT changed();
}

void EventQueue::forgetOldest()
{
    auto oldest = m_finished.begin();
    while (static_cast<int>(m_finished.size()) > m_options.finishedKept
           && oldest != m_finished.end()) {
        const qint64 sequence = *oldest;
        const Entry &entry = m_entries.at(sequence);
        if (entry.isRunning || entry.duplicatesWanted > 0) {
            ++oldest;
            continue;
        }
        m_sequences.remove(entry.event.requestId);
        m_entries.erase(sequence);
        oldest = m_finished.erase(oldest);
        if (!m_store)
            continue;
        if (const Result<void> removed = m_store->remove(sequence); !removed)
            Q_EMIT notWritten(removed.error());
    }
}

} // namespace coldframe
