// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/invocations.h"

#include "core/base/identifier.h"
#include "tests/bench/floors.h"
#include "tests/bench/statistics.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <cstdio>
#include <string>

namespace coldframe::bench {

namespace {

constexpr int coldRounds = 25;
constexpr int warmRounds = 2000;
constexpr int largeRounds = 60;
constexpr int largestRounds = 20;
constexpr int floodRounds = 5;
constexpr int outOfMemoryRounds = 20;
constexpr int floodLines = 1'000'000;

constexpr qsizetype smallEvent = 100;
constexpr qsizetype largeEvent = 1'000'000;
constexpr qsizetype largestEvent = 6'000'000;

InvocationRequest withNewId(InvocationRequest request)
{
    request.requestId = newUuid();
    return request;
}

void checkSuccess(const Result<InvocationRecord> &record)
{
    if (!record)
        std::printf("  nothing could be run: %s\n", qPrintable(record.error().detail));
    else if (record->status != InvocationStatus::Succeeded)
        std::printf("  an invocation failed, its time means nothing: %s\n",
                    record->response.left(200).constData());
}

std::string named(const Subject &subject, const char *what)
{
    return std::string(subject.name) + ' ' + what;
}

/// Floor, an invocation from the engine's thread and one from another, each in turn.
void measureRoundTrips(const Subject &subject, const QString &program, Engine &engine,
                       Invoker *invoker, qsizetype eventBytes, int rounds, const char *title)
{
    PipeWorker worker(program, subject.pipeWorker, PipeWorker::Link::SocketPair);
    PipeWorker bareWorker(program, subject.pipeWorker, PipeWorker::Link::TwoPipes);
    const InvocationRequest request = requestFor(subject, "echo.handler", eventOfBytes(eventBytes));
    const QByteArray line = request.event + '\n';
    Samples pipe;
    Samples bare;
    Samples inThread;
    Samples fromThread;
    // In turns, so that noise hits all alike, and some in a row, so that each finds the processor
    // as its own last call left it.
    const int inARow = std::clamp(rounds / 50, 1, 50);
    const auto repeat = [inARow](Samples *samples, const auto &time) {
        for (int i = 0; i < inARow; ++i) {
            const auto each = time();
            if (samples)
                samples->push_back(each);
        }
    };
    for (int round = -inARow; round < rounds; round += inARow) {
        const bool counts = round >= 0;
        repeat(counts ? &pipe : nullptr, [&] { return worker.roundTrip(line); });
        repeat(counts ? &bare : nullptr, [&] { return bareWorker.roundTrip(line); });
        repeat(counts ? &inThread : nullptr, [&] { return invokeTimeInThread(engine, request); });
    }
    // Apart, because the environments of both invokers would freeze while the other one works.
    for (int round = -inARow; invoker && round < rounds; round += inARow)
        repeat(round >= 0 ? &fromThread : nullptr, [&] { return invokeTime(*invoker, request); });
    printHeader(title);
    printRow(named(subject, "pipe floor: line worker, Unix socketpair").c_str(), pipe, nullptr);
    printRow(named(subject, "the same worker on two bare pipes").c_str(), bare, &pipe);
    printRow(named(subject, "warm invoke, caller in the engine's thread").c_str(), inThread, &pipe);
    if (invoker)
        printRow(named(subject, "warm invoke, caller in another thread").c_str(), fromThread,
                 &pipe);
}

/// What the cold start before has left behind is taken apart, and the next sandbox is made. The
/// floor waits as well: a processor that has just done the same is quicker.
void settle()
{
    constexpr std::chrono::milliseconds time(300);
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

InvocationRequest requestFor(const Subject &subject, const char *handler, const QByteArray &event)
{
    InvocationRequest request;
    request.function.name = QStringLiteral("bench-") + subject.runtime;
    request.function.runtime = subject.runtime;
    request.function.handler = QLatin1String(handler);
    request.function.codeDirectory = subject.handlerDirectory;
    request.function.memory = MebiBytes{2048};
    request.function.timeout = std::chrono::seconds(120);
    request.event = event;
    return request;
}

std::chrono::nanoseconds invokeTime(Invoker &invoker, const InvocationRequest &request)
{
    InvocationRequest each = withNewId(request);
    const auto begin = std::chrono::steady_clock::now();
    auto future = invoker.invoke(std::move(each));
    future.waitForFinished();
    const auto time = std::chrono::steady_clock::now() - begin;
    checkSuccess(future.result());
    return time;
}

Result<InvocationRecord> invokeInThread(Engine &engine, const InvocationRequest &request)
{
    const auto promise = std::make_shared<QPromise<Result<InvocationRecord>>>();
    promise->start();
    const auto future = promise->future();
    engine.invoke(withNewId(request), promise);
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return future.result();
}

std::chrono::nanoseconds invokeTimeInThread(Engine &engine, const InvocationRequest &request)
{
    const auto begin = std::chrono::steady_clock::now();
    const Result<InvocationRecord> record = invokeInThread(engine, request);
    const auto time = std::chrono::steady_clock::now() - begin;
    checkSuccess(record);
    return time;
}

void measureCold(const Subject &subject, const QString &program, Engine &engine, Invoker &invoker)
{
    for (const qsizetype bytes : {smallEvent, largeEvent}) {
        InvocationRequest request = requestFor(subject, "echo.handler", eventOfBytes(bytes));
        request.start = StartChoice::ForceCold;
        const QByteArray line = request.event + '\n';
        Samples bare;
        Samples useful;
        Samples worker;
        Samples coldNone;
        Samples coldIsolated;
        Samples coldAhead;
        for (int round = 0; round < coldRounds; ++round) {
            settle();
            bare.push_back(runTime(program, subject.bareStart));
            useful.push_back(runTime(program, subject.usefulStart));
            settle();
            worker.push_back(firstAnswerTime(program, subject.pipeWorker, line));
            request.isolation = IsolationChoice::None;
            settle();
            coldNone.push_back(invokeTimeInThread(engine, request));
            request.isolation = IsolationChoice::Automatic;
            settle();
            coldIsolated.push_back(invokeTimeInThread(engine, request));
            settle();
            coldAhead.push_back(invokeTime(invoker, request));
        }
        printHeader(bytes == smallEvent ? "Cold start: spawn to answer, 100-byte event"
                                        : "Cold start: spawn to answer, 1 MB event");
        printRow(named(subject, "bare worker, first answer").c_str(), worker, nullptr);
        printRow(named(subject, subject.bareStart.join(u' ').toUtf8().constData()).c_str(), bare,
                 &worker);
        printRow(named(subject, subject.usefulStart.join(u' ').toUtf8().constData()).c_str(),
                 useful, &worker);
        printRow(named(subject, "cold start, no isolation").c_str(), coldNone, &worker);
        printRow(named(subject, "cold start, isolation as found").c_str(), coldIsolated, &worker);
        printRow(named(subject, "the same, its sandbox made ahead").c_str(), coldAhead, &worker);
    }
}

void measureWarm(const Subject &subject, const QString &program, Engine &engine, Invoker &invoker)
{
    measureRoundTrips(subject, program, engine, &invoker, smallEvent, warmRounds,
                      "Warm invocation: 100-byte event there, answer back");
    measureRoundTrips(subject, program, engine, &invoker, largeEvent, largeRounds,
                      "Warm invocation: 1 MB event there, answer back");
}

void measureLargest(const Subject &subject, const QString &program, Engine &engine)
{
    measureRoundTrips(subject, program, engine, nullptr, largestEvent, largestRounds,
                      "Warm invocation: 6 MB event there, 6 MB answer back");
}

void measureLogFlood(const Subject &subject, const QString &program, Engine &engine)
{
    PipeWorker worker(program, subject.lineWriter, PipeWorker::Link::TwoPipes);
    const QByteArray count = QByteArray::number(floodLines);
    const InvocationRequest request
        = requestFor(subject, "writes_lines.handler", "{\"count\": " + count + "}");
    Samples floor;
    Samples flood;
    for (int round = 0; round < floodRounds; ++round) {
        floor.push_back(worker.timeUntil(count + '\n', "end\n"));
        flood.push_back(invokeTimeInThread(engine, request));
    }
    printHeader("Log flood: 1,000,000 lines of 100 bytes in one invocation");
    printRow(named(subject, "lines into a pipe that is read and thrown away").c_str(), floor,
             nullptr);
    printRow(named(subject, "the same as the log of an invocation").c_str(), flood, &floor);
    const double seconds = quantileMicroseconds(flood, 0.5) / 1e6;
    std::printf("%-44s %10.0f lines per second\n", named(subject, "log").c_str(),
                floodLines / seconds);
}

void measureOutOfMemory(Engine &engine)
{
    InvocationRequest request = requestFor(pythonSubject(), "allocates_300mb.handler", "{}");
    request.function.memory = MebiBytes{256};
    std::printf("\nOut of memory: crossing 256 MB until the invocation has ended (aim: 100 ms)\n"
                "%-44s %10s %10s\n",
                "", "p50 us", "most us");
    for (const IsolationChoice isolation : {IsolationChoice::Automatic, IsolationChoice::None}) {
        request.isolation = isolation;
        Samples times;
        for (int round = 0; round < outOfMemoryRounds; ++round) {
            const Result<InvocationRecord> record = invokeInThread(engine, request);
            const auto end = std::chrono::steady_clock::now().time_since_epoch();
            if (!record || record->report.errorType != QStringLiteral("Runtime.OutOfMemory")) {
                std::printf("  it was not ended as out of memory\n");
                return;
            }
            for (const LogLine &line : record->log) {
                if (line.text.startsWith("crossed "))
                    times.push_back(end - std::chrono::nanoseconds(line.text.mid(8).toLongLong()));
            }
        }
        std::printf("%-44s %10.0f %10.0f\n",
                    isolation == IsolationChoice::None ? "without isolation" : "isolation as found",
                    quantileMicroseconds(times, 0.5), quantileMicroseconds(times, 1));
    }
}

} // namespace coldframe::bench
