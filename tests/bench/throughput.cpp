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
#include <mutex>
#include <optional>
#include <thread>

namespace coldframe::bench {

namespace {

constexpr std::array clientCounts{1, 2, 8, 64};
constexpr qsizetype eventBytes = 100;
constexpr int requestsOfAll = 8000; ///< all clients together
constexpr int warmUpRequests = 200; ///< each client: its worker starts, its code is compiled

struct Load
{
    double perSecond = 0;
    Samples latencies;
    int notOk = 0;
};

/// Every client waits for its answer before it sends again, on a connection of its own.
Load loadOverHttp(const Peer &server, const QByteArray &event, int clients)
{
    const QByteArray body = server.wrapsEvent ? "{\"event\":" + event + "}" : event;
    Load load;
    std::mutex mutex;
    std::vector<std::thread> threads;
    const int each = requestsOfAll / clients;
    std::vector<std::unique_ptr<HttpClient>> connections;
    for (int client = 0; client < clients; ++client)
        connections.push_back(std::make_unique<HttpClient>(server.port));
    const auto run = [&](int times, bool counts) {
        for (const std::unique_ptr<HttpClient> &connection : connections) {
            threads.emplace_back([&, times, counts] {
                Samples own;
                int notOk = 0;
                for (int count = 0; count < times; ++count) {
                    own.push_back(connection->roundTrip(server.target, body));
                    notOk += connection->status() != 200;
                }
                const std::lock_guard lock(mutex);
                if (counts)
                    load.latencies.insert(load.latencies.end(), own.begin(), own.end());
                load.notOk += notOk;
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        threads.clear();
    };
    run(warmUpRequests, false);
    const auto begin = std::chrono::steady_clock::now();
    run(each, true);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    load.perSecond = double(load.latencies.size()) / time.count();
    return load;
}

/// The floor knows no limits either.
ConcurrencySettings unlimited()
{
    ConcurrencySettings settings;
    settings.account = 100'000;
    return settings;
}

/// Keeps so many invocations in flight from the invoker's own thread.
Load loadInvoker(LocalInvoker &invoker, const InvocationRequest &request, int clients)
{
    Load load;
    QEventLoop loop;
    int left = 0;
    int inFlight = 0;
    bool counts = false;
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
                     if (counts)
                         load.latencies.push_back(std::chrono::steady_clock::now() - begin);
                     sendNext();
                 });
    };
    const auto run = [&](int times) {
        left = times;
        for (int client = 0; client < clients; ++client)
            sendNext();
        loop.exec();
    };
    run(clients * warmUpRequests);
    counts = true;
    const auto begin = std::chrono::steady_clock::now();
    run(requestsOfAll);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    load.perSecond = double(load.latencies.size()) / time.count();
    return load;
}

void print(const char *name, const Load &load, const Load *floor)
{
    std::printf("%-44s %10.0f %10.0f %10.0f", name, load.perSecond,
                quantileMicroseconds(load.latencies, 0.5),
                quantileMicroseconds(load.latencies, 0.99));
    if (floor)
        std::printf(" %9.2fx %8.2fx", load.perSecond / floor->perSecond,
                    quantileMicroseconds(load.latencies, 0.5)
                        / quantileMicroseconds(floor->latencies, 0.5));
    else
        std::printf(" %10s %9s", "floor", "floor");
    if (load.notOk > 0)
        std::printf("  %d not answered well", load.notOk);
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
    LocalInvoker invoker(options);
    invoker.setConcurrency(unlimited());
    for (const int clients : clientCounts) {
        std::printf("\n%d in flight, 100-byte event, %s\n%-44s %10s %10s %10s %10s %9s\n", clients,
                    subject.name, "", "per second", "p50 us", "p99 us", "throughput", "p50");
        const auto loadOnFloor = [&](PipeWorker::Link link) {
            const HttpFloor server(program, subject.pipeWorker, link);
            return loadOverHttp({"floor", server.port(), "/", false}, event, clients);
        };
        const Load floor = loadOnFloor(PipeWorker::Link::SocketPair);
        print("pipe floor: HTTP server, line workers", floor, nullptr);
        print("the same with two bare pipes a worker", loadOnFloor(PipeWorker::Link::TwoPipes),
              &floor);
        print("the engine itself", loadInvoker(invoker, request, clients), &floor);
        {
            const ServedFunction served(request, options);
            const Peer own{"own", served.port(),
                           "/2015-03-31/functions/" + request.function.name.toLatin1()
                               + "/invocations",
                           false};
            print("Lambda API of Coldframe", loadOverHttp(own, event, clients), &floor);
        }
        for (const Peer &peer : peers)
            print(peer.name.constData(), loadOverHttp(peer, event, clients), &floor);
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
