// SPDX-License-Identifier: GPL-3.0-or-later
// Prints, side by side in one run, what the computer's floors are and what Coldframe adds. It
// never fails: machines differ, so only the ratios mean something.
#include "core/base/datalocation.h"
#include "core/invoker/engine.h"
#include "core/invoker/host.h"
#include "core/invoker/localinvoker.h"
#include "tests/bench/floors.h"
#include "tests/bench/statistics.h"

#include <QCoreApplication>
#include <QProcess>
#include <QUuid>

#include <cstdio>
#include <optional>

using namespace coldframe;
using namespace coldframe::bench;

namespace {

constexpr int coldRounds = 25;
constexpr int warmRounds = 1500;
constexpr int warmUpRounds = 100;
constexpr int windowRounds = 11;

struct Subject
{
    const char *name;
    QString runtime;
    QString handlerDirectory;
    QString handler;
    QStringList bareStart; ///< arguments of the interpreter
    QStringList usefulStart;
    QStringList pipeWorker;
};

Subject python()
{
    return {"Python",
            QStringLiteral("python"),
            QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/python"),
            QStringLiteral("echo.handler"),
            {QStringLiteral("-c"), QStringLiteral("pass")},
            {QStringLiteral("-c"), QStringLiteral("import json")},
            {QStringLiteral("-S"), QStringLiteral("-u"), QStringLiteral("-c"),
             QStringLiteral("import json, sys\n"
                            "for line in sys.stdin.buffer:\n"
                            "    sys.stdout.buffer.write(json.dumps(json.loads(line)).encode() + b'\\n')\n"
                            "    sys.stdout.buffer.flush()\n")}};
}

Subject node()
{
    return {"Node.js",
            QStringLiteral("nodejs"),
            QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/data/handlers/nodejs"),
            QStringLiteral("echo.handler"),
            {QStringLiteral("-e"), QStringLiteral("0")},
            {QStringLiteral("-e"), QStringLiteral("require('fs')")},
            {QStringLiteral("-e"),
             QStringLiteral("const fs = require('fs'); const b = Buffer.alloc(1 << 20);"
                            "for (;;) { let text = '', n;"
                            " do { n = fs.readSync(0, b); text += b.toString('utf8', 0, n); }"
                            " while (n && !text.endsWith('\\n'));"
                            " if (!n) break;"
                            " fs.writeSync(1, JSON.stringify(JSON.parse(text)) + '\\n'); }")}};
}

std::chrono::nanoseconds invokeTime(Invoker &invoker, const InvocationRequest &request)
{
    InvocationRequest each = request;
    each.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto begin = std::chrono::steady_clock::now();
    auto future = invoker.invoke(std::move(each));
    future.waitForFinished();
    const auto time = std::chrono::steady_clock::now() - begin;
    const auto record = future.result();
    if (!record || record->status != InvocationStatus::Succeeded)
        std::printf("  an invocation failed: its time means nothing\n");
    return time;
}

/// The same without a second thread: the caller is in the engine's own.
std::chrono::nanoseconds invokeTimeInThread(Engine &engine, const InvocationRequest &request)
{
    InvocationRequest each = request;
    each.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto promise = std::make_shared<QPromise<Result<InvocationRecord>>>();
    promise->start();
    const auto future = promise->future();
    const auto begin = std::chrono::steady_clock::now();
    engine.invoke(std::move(each), promise);
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return std::chrono::steady_clock::now() - begin;
}

void measureCold(const Subject &subject, const QString &program, Invoker &invoker,
                 InvocationRequest request)
{
    Samples bare;
    Samples useful;
    Samples coldNone;
    Samples coldBubblewrap;
    request.start = StartChoice::ForceCold;
    for (int round = 0; round < coldRounds; ++round) { // interleaved, so that noise hits all alike
        bare.push_back(runTime(program, subject.bareStart));
        useful.push_back(runTime(program, subject.usefulStart));
        request.isolation = IsolationChoice::None;
        coldNone.push_back(invokeTime(invoker, request));
        request.isolation = IsolationChoice::Automatic;
        coldBubblewrap.push_back(invokeTime(invoker, request));
    }
    printHeader("Cold start: spawn to answer, 100-byte event (ratio to the second line)");
    const std::string name = subject.name;
    printRow((name + " " + subject.bareStart.join(u' ').toStdString()).c_str(), bare, &useful);
    printRow((name + " " + subject.usefulStart.join(u' ').toStdString()).c_str(), useful, nullptr);
    printRow((name + " cold start, no isolation").c_str(), coldNone, &useful);
    printRow((name + " cold start, isolation as found").c_str(), coldBubblewrap, &useful);
}

void measureWarm(const Subject &subject, const QString &program, Invoker &invoker,
                 const InvocationRequest &request)
{
    PipeWorker worker(program, subject.pipeWorker);
    Engine engine(dataDirectory(QCoreApplication::applicationDirPath()), cacheDirectory());
    const QByteArray line = request.event + '\n';
    Samples pipe;
    Samples warm;
    Samples warmInThread;
    for (int round = 0; round < warmRounds + warmUpRounds; ++round) {
        const auto floor = worker.roundTrip(line);
        const auto invoke = invokeTime(invoker, request);
        const auto invokeInThread = invokeTimeInThread(engine, request);
        if (round < warmUpRounds)
            continue;
        warmInThread.push_back(invokeInThread);
        pipe.push_back(floor);
        warm.push_back(invoke);
    }
    printHeader("Warm invocation: 100-byte event there, answer back");
    const std::string name = subject.name;
    printRow((name + " pipe worker, JSON in and out").c_str(), pipe, nullptr);
    printRow((name + " warm invoke, caller in the engine's thread").c_str(), warmInThread, &pipe);
    printRow((name + " warm invoke, caller in another thread").c_str(), warm, &pipe);
}

void measure(const Subject &subject, Host &host, Invoker &invoker)
{
    const Result<LocalRuntime> runtime = host.runtime(subject.runtime);
    if (!runtime) {
        std::printf("\n%s is not installed\n", subject.name);
        return;
    }
    std::printf("\n== %s: %s\n", qPrintable(interpreterTitle(runtime->interpreter)),
                qPrintable(runtime->interpreter.program));
    InvocationRequest request;
    request.function.name = QStringLiteral("bench-") + subject.runtime;
    request.function.runtime = subject.runtime;
    request.function.handler = subject.handler;
    request.function.codeDirectory = subject.handlerDirectory;
    request.event = R"({"name": "Ada", "numbers": [1, 2, 3, 4, 5, 6, 7, 8], "text": "a hundred bytes of event in all"})";
    invokeTime(invoker, request); // finds the interpreter and compiles the bootstrap
    measureCold(subject, runtime->interpreter.program, invoker, request);
    measureWarm(subject, runtime->interpreter.program, invoker, request);
}

/// From starting the program until its first paint, as the program itself tells; the monotonic
/// clock is the same in every process.
std::optional<std::chrono::nanoseconds> firstPaint(const QString &program)
{
    QProcess process;
    const auto begin = std::chrono::steady_clock::now().time_since_epoch();
    process.start(program, {QString::number(qlonglong(begin / std::chrono::nanoseconds(1)))});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return std::nullopt;
    bool number = false;
    const auto time = process.readAllStandardOutput().trimmed().toLongLong(&number);
    return number ? std::optional(std::chrono::microseconds(time)) : std::nullopt;
}

void measureWindow()
{
    const QString program
        = QCoreApplication::applicationDirPath() + QStringLiteral("/bench_window");
    Samples trivial;
    Samples window;
    for (int round = 0; round < windowRounds; ++round) {
        const auto paint = firstPaint(program);
        if (!paint) {
            std::printf("\nno window: bench_window could not show one here\n");
            return;
        }
        window.push_back(*paint);
        trivial.push_back(runTime(QStringLiteral("/bin/true"), {}));
    }
    printHeader("Window: start of the program to first paint");
    printRow("/bin/true", trivial, nullptr);
    printRow("coldframe, first paint", window, &trivial);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString data = dataDirectory(QCoreApplication::applicationDirPath());
    Host host(data, cacheDirectory());
    LocalInvoker invoker({data, cacheDirectory()});
    measure(python(), host, invoker);
    measure(node(), host, invoker);
    measureWindow();
    return 0;
}
