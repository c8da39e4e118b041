// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/engine.h"
#include "core/invoker/invoker.h"
#include "tests/bench/subject.h"

#include <chrono>

namespace coldframe::bench {

/// A request for a handler of the test data, with memory and time for everything.
InvocationRequest requestFor(const Subject &subject, const char *handler, const QByteArray &event);

/// From the call until the record is there. Says so when an invocation failed.
std::chrono::nanoseconds invokeTime(Invoker &invoker, const InvocationRequest &request);

/// The same without a second thread: the caller is in the engine's own.
std::chrono::nanoseconds invokeTimeInThread(Engine &engine, const InvocationRequest &request);

/// The record of one invocation in the engine's own thread.
Result<InvocationRecord> invokeInThread(Engine &engine, const InvocationRequest &request);

void measureCold(const Subject &subject, const QString &program, Engine &engine, Invoker &invoker);
void measureWarm(const Subject &subject, const QString &program, Engine &engine, Invoker &invoker);
void measureLargest(const Subject &subject, const QString &program, Engine &engine);
void measureLogFlood(const Subject &subject, const QString &program, Engine &engine);

/// From the moment when a handler crosses its function's memory until the invocation has ended.
void measureOutOfMemory(Engine &engine);

} // namespace coldframe::bench
