// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/engine.h"

#include "core/base/descriptorwatch.h"
#include "core/base/identifier.h"
#include "core/invoker/invocationcheck.h"
#include "core/lambda/errorpayload.h"
#include "core/runtime/sandbox.h"

#include <QFileInfo>

namespace coldframe {

namespace {

constexpr std::chrono::milliseconds announcementDelay(30);

/// A receiver that is slower than a runtime holds it back, so that memory stays bounded.
constexpr qint64 mostUnreadBytes = 1024 * 1024;

QString groundKey(const FunctionConfig &function)
{
    return function.runtime + u'\n' + function.layers.join(u'\n');
}

} // namespace

Engine::Engine(QString dataDirectory, QString cacheDirectory)
    : m_host(std::move(dataDirectory), std::move(cacheDirectory))
    , m_catchUp(this) // a child moves to the engine's thread with its parent
    , m_announcement(this)
    , m_pool(m_clock, this)
{
    connect(&m_pool, &EnvironmentPool::finished, this, &Engine::onFinished);
    connect(&m_pool, &EnvironmentPool::logAppended, this, &Engine::logAppended);
    connect(&m_pool, &EnvironmentPool::responded, this, &Engine::responded);
    connect(&m_pool, &EnvironmentPool::responseAppended, this, &Engine::onResponseAppended);
    connect(&m_pool, &EnvironmentPool::changed, this, &Engine::onPoolChanged);
    connect(&m_pool, &EnvironmentPool::provisioningFailed, this,
            [this](const InvocationRecord &record) {
                const QString message = parseErrorPayload(record.response).errorMessage;
                giveUpProvisioning(record.function.name,
                                   {Error::Code::InitFailed,
                                    message.isEmpty()
                                        ? record.errorType
                                        : record.errorType + QStringLiteral(": ") + message});
            });
    m_catchUp.setSingleShot(true);
    m_catchUp.setInterval(0);
    connect(&m_catchUp, &QTimer::timeout, this, [this] {
        startHeld();
        keepProvisioned();
    });
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(announcementDelay);
    connect(&m_announcement, &QTimer::timeout, this,
            [this] { Q_EMIT environmentsChanged(m_pool.descriptions()); });
}

Engine::~Engine() = default;

void Engine::invoke(InvocationRequest request, const Promise &promise)
{
    if (request.requestId.isEmpty())
        request.requestId = newUuid();
    const QString &requestId = request.requestId;
    if (m_ending)
        return answer(requestId, promise, failure(Error::Code::Cancelled));
    if (const Result<void> checked = checkEvent(request); !checked)
        return answer(requestId, promise, tl::make_unexpected(checked.error()));
    if (m_running.contains(request.requestId) || m_early.contains(request.requestId))
        return answer(requestId, promise,
                      failure(Error::Code::InvalidArgument,
                              QStringLiteral("request id %1: it runs already").arg(requestId)));
    if (const auto ground = knownGround(request.function))
        return run(std::move(request), ground, promise);
    if (const Result<void> checked = checkFunction(request.function); !checked)
        return answer(requestId, promise, tl::make_unexpected(checked.error()));
    const FunctionConfig function = request.function;
    m_early.insert_or_assign(request.requestId, promise);
    withGround(function, [this, request = std::move(request)](const auto &ground) {
        const auto early = m_early.extract(request.requestId);
        if (!early.empty()) // else the program is about to end
            run(request, ground, early.mapped());
    });
}

std::shared_ptr<const Engine::Ground> Engine::knownGround(const FunctionConfig &function)
{
    const QString key = groundKey(function);
    noticeLayerChange(function, key);
    const auto ground = m_grounds.find(key);
    return ground == m_grounds.end() ? nullptr : ground->second;
}

/// At once where it is known, else as soon as it is.
void Engine::withGround(const FunctionConfig &function, UseGround use)
{
    if (const auto ground = knownGround(function))
        return use(ground);
    const QString key = groundKey(function);
    std::vector<UseGround> &waiting = m_waiting[key];
    waiting.push_back(std::move(use));
    if (waiting.size() > 1)
        return;
    m_threads.start([this, key, runtime = function.runtime, layers = function.layers] {
        const auto ground = std::make_shared<const Ground>(
            Ground{m_host.runtime(runtime), m_host.capabilities(), m_host.layers(layers)});
        QMetaObject::invokeMethod(
            this, [this, key, ground] { onPrepared(key, ground); }, Qt::QueuedConnection);
    });
}

void Engine::onPrepared(const QString &key, const std::shared_ptr<const Ground> &ground)
{
    // What is missing may be installed by the next try, so only success is remembered.
    if (ground->runtime && ground->optDirectory)
        m_grounds.insert_or_assign(key, ground);
    const auto waiting = m_waiting.extract(key);
    if (waiting.empty())
        return;
    for (const UseGround &use : waiting.mapped())
        use(ground);
}

void Engine::noticeLayerChange(const FunctionConfig &function, const QString &key)
{
    if (function.layers.isEmpty())
        return;
    const auto [watcher, isNew] = m_layers.try_emplace(key, function.layers);
    if (isNew)
        return;
    DescriptorWatch::catchUp();
    const QString changed = watcher->second.takeChange();
    if (changed.isEmpty())
        return;
    m_grounds.erase(key);
    m_pool.noticeLayerChange(function, QFileInfo(changed).fileName());
}

EnvironmentPool::Wanted Engine::Grounded::wanted() const
{
    return {ground->runtime->interpreter, isolation, *ground->optDirectory};
}

EnvironmentSetup Engine::Grounded::setup() const
{
    const FunctionConfig &function = request.function;
    const LocalRuntime &runtime = *ground->runtime;
    EnvironmentSetup setup;
    setup.function = function;
    setup.interpreter = runtime.interpreter;
    setup.isolation = isolation;
    setup.host = ground->host;
    setup.runtimeDirectory = runtime.bootstrap.directory;
    setup.optDirectory = *ground->optDirectory;
    const EnvironmentPaths paths = environmentPaths(isolation, function.codeDirectory,
                                                    setup.runtimeDirectory, setup.optDirectory);
    setup.arguments = runtime.bootstrap.argumentsIn(paths.runtimeDirectory);
    setup.packageFolders = virtualEnvironmentFolders(function.codeDirectory, runtime.interpreter)
        + runtime.interpreter.packageFolders;
    setup.emulation = request.emulation;
    setup.credentials = credentials;
    return setup;
}

Result<Engine::Grounded> Engine::grounded(InvocationRequest request,
                                          const std::shared_ptr<const Ground> &ground)
{
    if (!ground->runtime)
        return tl::make_unexpected(ground->runtime.error());
    if (ground->host.supervisor.isEmpty())
        return failure(Error::Code::NotFound, QStringLiteral("coldframe-supervisor"));
    if (!ground->optDirectory)
        return tl::make_unexpected(ground->optDirectory.error());
    const bool canIsolate = !ground->host.bubblewrap.isEmpty();
    if (request.isolation == IsolationChoice::Bubblewrap && !canIsolate)
        return failure(Error::Code::IsolationUnavailable, ground->host.bubblewrapObstacle);
    const Isolation isolation = request.isolation != IsolationChoice::None && canIsolate
        ? Isolation::Bubblewrap
        : Isolation::None;
    const CredentialsChoice whose = request.emulation.credentials;
    Result<Credentials> credentials = credentialsFor(
        whose, whose == CredentialsChoice::PassedThrough ? usersVariables() : Variables{});
    if (!credentials)
        return tl::make_unexpected(credentials.error());
    return Grounded{std::move(request), ground, isolation, std::move(*credentials)};
}

void Engine::run(InvocationRequest toRun, const std::shared_ptr<const Ground> &ground,
                 const Promise &promise)
{
    const QString requestId = toRun.requestId;
    if (m_ending || promise->isCanceled())
        return answer(requestId, promise, failure(Error::Code::Cancelled));
    Result<Grounded> grounded = Engine::grounded(std::move(toRun), ground);
    if (!grounded)
        return answer(requestId, promise, tl::make_unexpected(grounded.error()));
    const InvocationRequest &request = grounded->request;
    const auto refuse = [this, &request, &promise](ThrottleReason reason) {
        answer(request.requestId, promise,
               failure(Error::Code::Throttled, throttleReasonName(reason)));
    };
    const bool isWarm = m_pool.canReuse(request, grounded->wanted());
    if (!isWarm) { // the configuration of a warm one was checked when it was started
        if (const Result<void> checked = checkFunction(request.function); !checked)
            return answer(request.requestId, promise, tl::make_unexpected(checked.error()));
    }
    const QString &name = request.function.name;
    const Instant now = m_clock.now();
    const auto lease = m_scheduler.take(name,
                                        request.isAsynchronous ? Scheduler::Caller::Asynchronous
                                                               : Scheduler::Caller::Synchronous,
                                        now);
    if (!lease)
        return refuse(lease.error());
    if (!isWarm && !m_scheduler.takeNewEnvironment(name, now)) {
        m_scheduler.give(*lease);
        return refuse(ThrottleReason::CallerRateLimitExceeded);
    }
    if (isWarm || hasRoom())
        start(*grounded, {promise, *lease}, isWarm);
    else
        m_held.push_back({std::move(*grounded), {promise, *lease}, now});
}

/// Whether this computer's own cap lets one more environment start.
bool Engine::hasRoom()
{
    const int cap = m_concurrency.localEnvironments;
    return cap <= 0 || m_pool.liveCount() < cap || m_pool.endLongestIdle();
}

void Engine::start(const Grounded &grounded, const Running &running, bool isWarm)
{
    const QString &requestId = grounded.request.requestId;
    m_running.insert_or_assign(requestId, running);
    if (isWarm)
        return m_pool.invokeIdle(grounded.request);
    const Result<void> started
        = m_pool.invokeNew(grounded.request, [&grounded] { return grounded.setup(); });
    if (started)
        return;
    m_running.erase(requestId);
    m_scheduler.give(running.lease);
    answer(requestId, running.promise, tl::make_unexpected(started.error()));
}

void Engine::startHeld()
{
    for (auto held = m_held.begin(); held != m_held.end();) {
        const bool isCancelled = held->running.promise->isCanceled();
        const bool isWarm
            = !isCancelled && m_pool.canReuse(held->grounded.request, held->grounded.wanted());
        if (!isCancelled && !isWarm && !hasRoom()) {
            ++held;
            continue;
        }
        Held next = std::move(*held);
        held = m_held.erase(held);
        if (isCancelled) {
            m_scheduler.give(next.running.lease);
            answer(next.grounded.request.requestId, next.running.promise,
                   failure(Error::Code::Cancelled));
            continue;
        }
        next.running.localWait = m_clock.now() - next.since;
        start(next.grounded, next.running, isWarm);
    }
}

void Engine::provision(const InvocationRequest &like, int count)
{
    const QString name = like.function.name;
    if (const Result<void> checked = checkFunction(like.function); !checked)
        return giveUpProvisioning(name, checked.error());
    m_scheduler.setProvisioned(name, count);
    m_provisioned.insert_or_assign(name, Provisioned{like, count});
    keepProvisioned();
}

void Engine::keepProvisioned()
{
    const std::map<QString, Provisioned> targets = m_provisioned; // one may be given up meanwhile
    for (const auto &[functionName, target] : targets) {
        withGround(target.like.function, [this, functionName = functionName](const auto &ground) {
            keepProvisioned(functionName, ground);
        });
    }
}

void Engine::keepProvisioned(const QString &functionName,
                             const std::shared_ptr<const Ground> &ground)
{
    const auto target = m_provisioned.find(functionName);
    if (m_ending || target == m_provisioned.end())
        return;
    const int count = target->second.count;
    const Result<Grounded> grounded = Engine::grounded(target->second.like, ground);
    if (!grounded)
        return giveUpProvisioning(functionName, grounded.error());
    const Result<void> kept = m_pool.keepProvisioned(
        grounded->request, grounded->wanted(), [&grounded] { return grounded->setup(); }, count);
    if (!kept)
        giveUpProvisioning(functionName, kept.error());
    else if (count == 0)
        m_provisioned.erase(functionName);
}

/// Trying again and again would load the computer for nothing.
void Engine::giveUpProvisioning(const QString &functionName, const Error &error)
{
    m_provisioned.erase(functionName);
    m_scheduler.setProvisioned(functionName, 0);
    Q_EMIT provisioningFailed(functionName, error);
}

void Engine::onFinished(const InvocationRecord &record)
{
    m_unreadBytes.erase(record.requestId);
    const auto running = m_running.extract(record.requestId);
    if (running.empty())
        return;
    const Running &ended = running.mapped();
    m_scheduler.give(ended.lease);
    InvocationRecord whole = record;
    whole.localWait = ended.localWait;
    answer(record.requestId, ended.promise, std::move(whole));
}

void Engine::onResponseAppended(const QString &requestId, const QByteArray &piece)
{
    qint64 &unread = m_unreadBytes[requestId];
    unread += piece.size();
    if (unread > mostUnreadBytes)
        m_pool.setResponsePaused(requestId, true);
    Q_EMIT responseAppended(requestId, piece);
}

void Engine::responseRead(const QString &requestId, qint64 bytes)
{
    const auto unread = m_unreadBytes.find(requestId);
    if (unread == m_unreadBytes.end())
        return;
    const bool wasPaused = unread->second > mostUnreadBytes;
    unread->second -= bytes;
    if (wasPaused && unread->second <= mostUnreadBytes)
        m_pool.setResponsePaused(requestId, false);
}

void Engine::answer(const QString &requestId, const Promise &promise,
                    Result<InvocationRecord> result)
{
    if (result)
        Q_EMIT finished(*result);
    else
        Q_EMIT refused(requestId, result.error());
    promise->addResult(std::move(result));
    promise->finish();
}

void Engine::stop(const QString &requestId)
{
    if (m_pool.stop(requestId))
        return;
    for (const Held &held : m_held) {
        if (held.grounded.request.requestId == requestId)
            held.running.promise->future().cancel();
    }
    if (const auto early = m_early.find(requestId); early != m_early.end())
        early->second->future().cancel();
    m_catchUp.start();
}

void Engine::recycle()
{
    m_pool.recycle();
}

void Engine::setConcurrency(const ConcurrencySettings &settings)
{
    m_concurrency = settings;
    m_scheduler.setSettings(settings);
    m_pool.setIdleLifetime(settings.idleLifetime);
    m_catchUp.start();
}

void Engine::skip(std::chrono::nanoseconds time)
{
    m_pool.skip(time);
}

void Engine::shutDown()
{
    m_ending = true;
    m_provisioned.clear();
    for (const auto &[requestId, promise] : std::exchange(m_early, {}))
        answer(requestId, promise, failure(Error::Code::Cancelled));
    for (const Held &held : std::exchange(m_held, {}))
        answer(held.grounded.request.requestId, held.running.promise,
               failure(Error::Code::Cancelled));
    m_pool.shutDown();
    if (m_pool.isEmpty())
        Q_EMIT ended();
}

void Engine::onPoolChanged()
{
    if (m_ending && m_pool.isEmpty())
        Q_EMIT ended();
    if (!m_ending && (!m_held.empty() || !m_provisioned.empty()))
        m_catchUp.start();
    if (!m_announcement.isActive())
        m_announcement.start();
}

} // namespace coldframe

#include "moc_engine.cpp"
