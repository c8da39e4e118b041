// SPDX-License-Identifier: GPL-3.0-or-later
// Prints, side by side in one run, what the computer's floors are and what Coldframe adds. It
// never fails: machines differ, so only the ratios mean something. Arguments choose parts of it:
// cold, warm, largest, log, memory, fixtures, history, throughput, peers, window, lanes. The peers are other
// tools, installed from npm when they are asked for by name.
#include "core/base/datalocation.h"
#include "core/invoker/engine.h"
#include "core/invoker/host.h"
#include "core/invoker/localinvoker.h"
#include "tests/bench/fixturebench.h"
#include "tests/bench/floors.h"
#include "tests/bench/historybench.h"
#include "tests/bench/invocations.h"
#include "tests/bench/statistics.h"
#include "tests/bench/throughput.h"
#include "tests/bench/tracebench.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <optional>

using namespace coldframe;
using namespace coldframe::bench;

namespace {

constexpr int windowRounds = 11;

/// The parts that the command line names; all when it names none.
class Choice
{
public:
    explicit Choice(QStringList words)
        : m_words(std::move(words))
    { }

    bool has(const char *part) const
    {
        return m_words.isEmpty() || m_words.contains(QLatin1String(part));
    }

    bool names(const char *part) const { return m_words.contains(QLatin1String(part)); }

private:
    QStringList m_words;
};

void measure(const Subject &subject, const Choice &choice, Host &host, Engine &engine,
             Invoker &invoker)
{
    const Result<LocalRuntime> runtime = host.runtime(subject.runtime);
    if (!runtime) {
        std::printf("\n%s is not installed\n", subject.name);
        return;
    }
    const QString &program = runtime->interpreter.program;
    std::printf("\n== %s: %s\n", qPrintable(interpreterTitle(runtime->interpreter)),
                qPrintable(program));
    // Finds the interpreter and compiles the bootstrap.
    invokeTimeInThread(engine, requestFor(subject, "echo.handler", "{}"));
    if (choice.has("cold"))
        measureCold(subject, program, engine, invoker);
    if (choice.has("warm"))
        measureWarm(subject, program, engine, invoker);
    if (choice.has("largest"))
        measureLargest(subject, program, engine);
    if (choice.has("log"))
        measureLogFlood(subject, program, engine);
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

void measureLanesInAWindow()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/bench_window"),
                  {QStringLiteral("lanes")});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        std::printf("\nno lanes: bench_window could not show a window here\n");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // as coldframe-cli does
    QCoreApplication application(argc, argv);
    const QString data = dataDirectory(QCoreApplication::applicationDirPath());
    Host host(data, cacheDirectory());
    Engine engine(data, cacheDirectory());
    LocalInvoker invoker({data, cacheDirectory()});
    const Choice choice(application.arguments().mid(1));
    for (const Subject &subject : {pythonSubject(), nodeSubject()})
        measure(subject, choice, host, engine, invoker);
    if (choice.has("trace")) {
        for (const Subject &subject : {pythonSubject(), nodeSubject()}) {
            if (host.runtime(subject.runtime))
                measureTracing(subject, engine);
        }
    }
    if (choice.has("memory"))
        measureOutOfMemory(engine);
    if (choice.has("fixtures")) {
        for (const Subject &subject : {pythonSubject(), nodeSubject()}) {
            if (host.runtime(subject.runtime))
                measureFixtures(subject, {data, cacheDirectory()});
        }
    }
    if (choice.has("history"))
        measureHistory();
    if (choice.has("throughput") || choice.names("peers")) {
        const std::optional<Peers> peers = choice.names("peers") ? std::optional<Peers>(std::in_place)
                                                                 : std::nullopt;
        for (const Subject &subject : {pythonSubject(), nodeSubject()}) {
            const Result<LocalRuntime> runtime = host.runtime(subject.runtime);
            const bool isTheirs = subject.runtime == QStringLiteral("nodejs");
            if (runtime)
                measureThroughput(subject, runtime->interpreter.program, {data, cacheDirectory()},
                                  peers && isTheirs ? peers->all() : std::vector<Peer>());
        }
    }
    if (choice.has("window"))
        measureWindow();
    if (choice.has("lanes"))
        measureLanesInAWindow();
    return 0;
}
