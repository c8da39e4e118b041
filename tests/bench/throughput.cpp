// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/throughput.h"

#include "core/endpoint/lambdaendpoint.h"
#include "core/invoker/localinvoker.h"
#include "tests/bench/httpclient.h"
#include "tests/bench/httpfloor.h"
#include "tests/bench/invocations.h"
#include "tests/bench/statistics.h"

#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <array>
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

namespace coldframe::bench {

namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::array clientCounts{1, 2, 8, 64};
constexpr qsizetype eventBytes = 100;
constexpr int rounds = 3;
constexpr milliseconds round = 3s;

/// Before the first round workers start and code is compiled; before each, what froze wakes up and
/// a heap that was made small during the other contenders' rounds (JavaScript's is, after some
/// seconds of rest) has its usual size again.
constexpr milliseconds warmUp = 1500ms;

/// What all clients together saw.
struct Load
{
    double perSecond = 0;
    Samples latencies;
    QByteArrayList failures;
};

/// Who answers under load. Rounds of all contenders alternate: a computer's speed changes within
/// seconds, so only figures of one round can be compared.
struct Contender
{
    QByteArray name;
    std::function<Load(milliseconds)> load; ///< for this long
    std::vector<Load> rounds;
};

double secondsSince(steady_clock::time_point begin)
{
    return std::chrono::duration<double>(steady_clock::now() - begin).count();
}

/// Clients that each wait for their answer before they send again, on connections of their own.
class HttpClients
{
public:
    HttpClients(Peer server, const QByteArray &event, int clients)
        : m_server(std::move(server))
        , m_body(m_server.wrapsEvent ? "{\"event\":" + event + "}" : event)
    {
        for (int client = 0; client < clients; ++client)
            m_connections.push_back(std::make_unique<HttpClient>(m_server.port));
    }

    Load load(milliseconds time)
    {
        Load load;
        std::mutex mutex;
        std::vector<std::thread> threads;
        const auto begin = steady_clock::now();
        const auto end = begin + time;
        for (const std::unique_ptr<HttpClient> &connection : m_connections) {
            threads.emplace_back([&] {
                Samples own;
                QByteArrayList failures;
                while (steady_clock::now() < end) {
                    own.push_back(connection->roundTrip(m_server.target, m_body));
                    if (connection->status() != 200)
                        failures += QByteArray::number(connection->status()) + ' '
                            + connection->answer();
                }
                const std::lock_guard lock(mutex);
                load.latencies.insert(load.latencies.end(), own.begin(), own.end());
                load.failures += failures;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        load.perSecond = double(load.latencies.size()) / secondsSince(begin);
        return load;
    }

private:
    Peer m_server;
    QByteArray m_body;
    std::vector<std::unique_ptr<HttpClient>> m_connections;
};

/// The floor knows no limits either.
ConcurrencySettings unlimited()
{
    ConcurrencySettings settings;
    settings.account = 100'000;
    return settings;
}

/// Keeps so many invocations in flight from the invoker's own thread.
Load loadInvoker(LocalInvoker &invoker, const InvocationRequest &request, int clients,
                 milliseconds time)
{
    Load load;
    QEventLoop loop;
    const auto begin = steady_clock::now();
    const auto end = begin + time;
    int inFlight = 0;
    const std::function<void()> sendNext = [&] {
        const auto sent = steady_clock::now();
        if (sent >= end) {
            if (inFlight == 0)
                loop.quit();
            return;
        }
        ++inFlight;
        whenDone(invoker.invoke(request), &loop, [&, sent](const Result<InvocationRecord> &record) {
            --inFlight;
            if (!record || record->status != InvocationStatus::Succeeded)
                load.failures += record ? record->response : record.error().detail.toUtf8();
            load.latencies.push_back(steady_clock::now() - sent);
            sendNext();
        });
    };
    for (int client = 0; client < clients; ++client)
        sendNext();
    loop.exec();
    load.perSecond = double(load.latencies.size()) / secondsSince(begin);
    return load;
}

/// The median, over the rounds, of what both did in the same round.
double medianRatio(const Contender &one, const Contender &other, double (*figure)(const Load &))
{
    std::vector<double> ratios;
    for (std::size_t at = 0; at < one.rounds.size(); ++at)
        ratios.push_back(figure(one.rounds[at]) / figure(other.rounds[at]));
    return median(std::move(ratios));
}

double perSecond(const Load &load)
{
    return load.perSecond;
}

double medianLatency(const Load &load)
{
    return quantileMicroseconds(load.latencies, 0.5);
}

void print(const Contender &contender, const Contender &floor)
{
    Samples latencies;
    std::vector<double> speeds;
    QByteArrayList failures;
    for (const Load &load : contender.rounds) {
        latencies.insert(latencies.end(), load.latencies.begin(), load.latencies.end());
        speeds.push_back(load.perSecond);
        failures += load.failures;
    }
    std::printf("%-44s %10.0f %10.0f %10.0f", contender.name.constData(), median(speeds),
                quantileMicroseconds(latencies, 0.5), quantileMicroseconds(latencies, 0.99));
    if (&contender == &floor)
        std::printf(" %10s %9s", "floor", "floor");
    else
        std::printf(" %9.2fx %8.2fx", medianRatio(contender, floor, perSecond),
                    medianRatio(contender, floor, medianLatency));
    std::printf("\n");
    if (!failures.isEmpty())
        std::printf("  %lld not answered well, the first: %s\n", failures.size(),
                    failures.front().left(300).constData());
    std::fflush(stdout);
}

/// Coldframe's Lambda API in a thread of its own, as the tool serves it.
class ServedFunction
{
public:
    ServedFunction(const InvocationRequest &request, LocalInvoker::Options options)
    {
        options.thread = LocalInvoker::Options::Thread::Callers; // as the tool does
        m_thread.start();
        QObject *const there = &m_context;
        there->moveToThread(&m_thread);
        QMetaObject::invokeMethod(
            there,
            [this, request, options] {
                m_invoker = std::make_unique<LocalInvoker>(options);
                m_endpoint = std::make_unique<LambdaEndpoint>(*m_invoker, LambdaEndpoint::Options{},
                                                              m_clock);
                m_endpoint->registry().setFunctions({request.function});
                m_endpoint->registry().setConcurrency(unlimited());
                const Result<quint16> port = m_endpoint->start(0);
                m_port = port.value_or(0);
            },
            Qt::BlockingQueuedConnection);
    }

    ~ServedFunction()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_endpoint.reset();
                m_invoker.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    std::uint16_t port() const { return m_port; }

private:
    SystemClock m_clock;
    QThread m_thread;
    QObject m_context; ///< what is called lives in the thread
    std::unique_ptr<LocalInvoker> m_invoker;
    std::unique_ptr<LambdaEndpoint> m_endpoint;
    std::uint16_t m_port = 0;
};

} // namespace

void measureThroughput(const Subject &subject, const QString &program,
                       const LocalInvoker::Options &options, const std::vector<Peer> &peers)
{
    const QByteArray event = eventOfBytes(eventBytes);
    const InvocationRequest request = requestFor(subject, "echo.handler", event);
    const QByteArray target
        = "/2015-03-31/functions/" + request.function.name.toLatin1() + "/invocations";
    LocalInvoker invoker(options);
    invoker.setConcurrency(unlimited());
    for (const int clients : clientCounts) {
        const HttpFloor floor(program, subject.pipeWorker, PipeWorker::Link::SocketPair);
        const ServedFunction served(request, options);
        std::vector<Contender> contenders;
        const auto addServer = [&](const Peer &server) {
            const auto senders = std::make_shared<HttpClients>(server, event, clients);
            contenders.push_back(
                {server.name, [senders](milliseconds time) { return senders->load(time); }, {}});
        };
        addServer({"pipe floor: HTTP server, line workers", floor.port(), "/", false});
        contenders.push_back(
            {"the engine itself",
             [&](milliseconds time) { return loadInvoker(invoker, request, clients, time); },
             {}});
        addServer({"Lambda API of Coldframe", served.port(), target, false});
        for (const Peer &peer : peers)
            addServer(peer);

        for (const Contender &contender : contenders)
            contender.load(warmUp);
        for (int count = 0; count < rounds; ++count) {
            for (Contender &contender : contenders) {
                contender.load(warmUp);
                contender.rounds.push_back(contender.load(round));
            }
        }
        std::printf("\n%d in flight, 100-byte event, %s\n%-44s %10s %10s %10s %10s %9s\n", clients,
                    subject.name, "", "per second", "p50 us", "p99 us", "throughput", "p50");
        for (const Contender &contender : contenders)
            print(contender, contenders.front());
    }
}

class Peers::Process : public QProcess
{ };

Peers::Peers()
    : m_process(std::make_unique<Process>())
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::TempLocation)
        + QStringLiteral("/coldframe-bench-peers");
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(QStringLiteral(COLDFRAME_SOURCE_DIR "/tests/bench/peers.sh"), {folder});
    constexpr int patience = 600'000; // ms; npm installs some 400 packages
    while (m_process->canReadLine() || m_process->waitForReadyRead(patience)) {
        const QByteArray line = m_process->readLine().trimmed();
        if (line == "ready")
            return;
        const QByteArrayList words = line.split(' ');
        if (words.size() == 4)
            m_peers.push_back({words[0], words[1].toUShort(), words[2], words[3] == "wrapped"});
    }
    std::printf("\nthe other tools could not be started; tests/bench/peers.sh says why\n");
}

Peers::~Peers()
{
    m_process->closeWriteChannel();
    m_process->waitForFinished();
}

} // namespace coldframe::bench
