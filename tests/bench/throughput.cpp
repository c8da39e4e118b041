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

constexpr std::array clientCounts{1, 2, 8, 64};
constexpr qsizetype eventBytes = 100;
constexpr int warmUpRequests = 200; ///< each client: its worker starts, its code is compiled
constexpr int rounds = 9;
constexpr int requestsOfARound = 1920; ///< all clients together
constexpr int requestsBeforeARound = 5; ///< each client: frozen environments wake up

/// What all clients together saw.
struct Load
{
    double perSecond = 0;
    Samples latencies;
    int notOk = 0;
};

/// Who answers under load. Rounds of all contenders alternate: a computer's speed changes within
/// seconds, so only figures of one round can be compared.
struct Contender
{
    QByteArray name;
    std::function<Load(int each)> load; ///< so many invocations for each client
    std::vector<Load> rounds;
};

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

    Load load(int each)
    {
        Load load;
        std::mutex mutex;
        std::vector<std::thread> threads;
        const auto begin = std::chrono::steady_clock::now();
        for (const std::unique_ptr<HttpClient> &connection : m_connections) {
            threads.emplace_back([&] {
                Samples own;
                int notOk = 0;
                for (int count = 0; count < each; ++count) {
                    own.push_back(connection->roundTrip(m_server.target, m_body));
                    notOk += connection->status() != 200;
                }
                const std::lock_guard lock(mutex);
                load.latencies.insert(load.latencies.end(), own.begin(), own.end());
                load.notOk += notOk;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
        load.perSecond = double(load.latencies.size()) / time.count();
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
Load loadInvoker(LocalInvoker &invoker, const InvocationRequest &request, int clients, int each)
{
    Load load;
    QEventLoop loop;
    int left = clients * each;
    int inFlight = 0;
    const std::function<void()> sendNext = [&] {
        if (left == 0) {
            if (inFlight == 0)
                loop.quit();
            return;
        }
        --left;
        ++inFlight;
        const auto begin = std::chrono::steady_clock::now();
        whenDone(invoker.invoke(request), &loop,
                 [&, begin](const Result<InvocationRecord> &record) {
                     --inFlight;
                     load.notOk += !record || record->status != InvocationStatus::Succeeded;
                     load.latencies.push_back(std::chrono::steady_clock::now() - begin);
                     sendNext();
                 });
    };
    const auto begin = std::chrono::steady_clock::now();
    for (int client = 0; client < clients; ++client)
        sendNext();
    loop.exec();
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    load.perSecond = double(load.latencies.size()) / time.count();
    return load;
}

/// The median, over the rounds, of what both did in the same round.
double medianRatio(const Contender &one, const Contender &other, double (*figure)(const Load &))
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < one.rounds.size(); ++round)
        ratios.push_back(figure(one.rounds[round]) / figure(other.rounds[round]));
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
    int notOk = 0;
    for (const Load &load : contender.rounds) {
        latencies.insert(latencies.end(), load.latencies.begin(), load.latencies.end());
        speeds.push_back(load.perSecond);
        notOk += load.notOk;
    }
    std::printf("%-44s %10.0f %10.0f %10.0f", contender.name.constData(), median(speeds),
                quantileMicroseconds(latencies, 0.5), quantileMicroseconds(latencies, 0.99));
    if (&contender == &floor)
        std::printf(" %10s %9s", "floor", "floor");
    else
        std::printf(" %9.2fx %8.2fx", medianRatio(contender, floor, perSecond),
                    medianRatio(contender, floor, medianLatency));
    if (notOk > 0)
        std::printf("  %d not answered well", notOk);
    std::printf("\n");
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
                LambdaEndpoint::Options endpoint;
                endpoint.concurrency = unlimited();
                m_endpoint = std::make_unique<LambdaEndpoint>(*m_invoker, endpoint, m_clock);
                m_endpoint->registry().setFunctions({request.function});
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
                {server.name, [senders](int each) { return senders->load(each); }, {}});
        };
        addServer({"pipe floor: HTTP server, line workers", floor.port(), "/", false});
        contenders.push_back(
            {"the engine itself",
             [&](int each) { return loadInvoker(invoker, request, clients, each); },
             {}});
        addServer({"Lambda API of Coldframe", served.port(), target, false});
        for (const Peer &peer : peers)
            addServer(peer);

        for (const Contender &contender : contenders)
            contender.load(warmUpRequests);
        for (int round = 0; round < rounds; ++round) {
            for (Contender &contender : contenders) {
                contender.load(requestsBeforeARound);
                contender.rounds.push_back(contender.load(requestsOfARound / clients));
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
