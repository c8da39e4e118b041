// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/eventqueue.h"
#include "tests/core/invoker/answeringinvoker.h"

#include <vector>

namespace coldframe::test {

inline constexpr int queuePatience = 60'000; ///< milliseconds, for what must happen

inline const QString orders = QStringLiteral("orders");

/// A queue with fast-forward over an invoker that answers by the test's function.
struct FastQueue
{
    explicit FastQueue(AnsweringInvoker::Answer answer, EventQueue::Options options = {})
        : invoker([this, answer = std::move(answer)](const InvocationRequest &request) {
            times.push_back(std::chrono::duration_cast<std::chrono::seconds>(queue.clock().wallNow()
                                                                             - clock.wallNow())
                                .count());
            return answer(request);
        })
        , queue(invoker, anyFunction, clock, options)
    {
        queue.setFastForward(true);
        QObject::connect(&queue, &EventQueue::dealtWith, &queue,
                         [this](const QueuedEvent &event) { ended.push_back(event); });
        QObject::connect(&queue, &EventQueue::attempted, &queue,
                         [this](const QueuedEvent &, const EventAttempt &attempt) {
                             attempts.push_back(attempt);
                         });
    }

    ManualClock clock;
    AnsweringInvoker invoker;
    EventQueue queue;
    std::vector<long> times; ///< virtual seconds of the runs, from the beginning
    std::vector<QueuedEvent> ended;
    std::vector<EventAttempt> attempts;
};

} // namespace coldframe::test
