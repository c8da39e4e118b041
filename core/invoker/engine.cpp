// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/engine.h"

#include "core/invoker/invocationcheck.h"
#include "core/runtime/sandbox.h"

#include <QFileInfo>
#include <QUuid>

namespace coldframe {

namespace {

constexpr std::chrono::milliseconds announcementDelay(30);

/// A receiver that is slower than a runtime holds it back, so that memory stays bounded.
constexpr qint64 mostUnreadBytes = 1024 * 1024;

QString groundKey(const FunctionConfig &function)
{
    return function.runtime + u'\n' + function.layers.join(u'\n');
}


EnvironmentSetup setupOf(const InvocationRequest &request, const LocalRuntime &runtime,
                         Isolation isolation, const QString &optDirectory)
{
    const FunctionConfig &function = request.function;
    EnvironmentSetup setup;
    setup.function = function;
    setup.interpreter = runtime.interpreter;
    setup.isolation = isolation;
    setup.runtimeDirectory = runtime.bootstrap.directory;
    setup.optDirectory = optDirectory;
    const EnvironmentPaths paths = environmentPaths(isolation, function.codeDirectory,
                                                    setup.runtimeDirectory, optDirectory);
    setup.arguments = runtime.bootstrap.argumentsIn(paths.runtimeDirectory);
    setup.packageFolders = virtualEnvironmentFolders(function.codeDirectory, runtime.interpreter)
        + runtime.interpreter.packageFolders;
    setup.emulation = request.emulation;
    return setup;
}

} // namespace

Engine::Engine(QString dataDirectory, QString cacheDirectory)
    : m_host(std::move(dataDirectory), std::move(cacheDirectory))
    , m_announcement(this) // a child moves to the engine's thread with its parent
    , m_pool(m_clock, this)
{
    connect(&m_pool, &EnvironmentPool::finished, this, &Engine::onFinished);
    connect(&m_pool, &EnvironmentPool::logAppended, this, &Engine::logAppended);
    connect(&m_pool, &EnvironmentPool::responded, this, &Engine::responded);
    connect(&m_pool, &EnvironmentPool::responseAppended, this, &Engine::onResponseAppended);
    connect(&m_pool, &EnvironmentPool::changed, this, &Engine::onPoolChanged);
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(announcementDelay);
    connect(&m_announcement, &QTimer::timeout, this,
            [this] { Q_EMIT environmentsChanged(m_pool.descriptions()); });
}

Engine::~Engine() = default;

void Engine::invoke(InvocationRequest request, const Promise &promise)
{
    if (m_ending)
        return answer(promise, failure(Error::Code::Cancelled));
    if (request.requestId.isEmpty())
        request.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Result<void> checked = checkInvocation(request); !checked)
        return answer(promise, tl::make_unexpected(checked.error()));
    const QString key = groundKey(request.function);
    noticeLayerChange(request.function, key);
    if (const auto ground = m_grounds.find(key); ground != m_grounds.end())
        return run(request, ground->second, promise);
    const FunctionConfig function = request.function;
    std::vector<Waiting> &waiting = m_waiting[key];
    waiting.push_back({std::move(request), promise});
    if (waiting.size() == 1)
        prepare(key, function);
}

void Engine::noticeLayerChange(const FunctionConfig &function, const QString &key)
{
    if (function.layers.isEmpty())
        return;
    const auto [watcher, isNew] = m_layers.try_emplace(key, function.layers);
    if (isNew)
        return;
    const QString changed = watcher->second.takeChange();
    if (changed.isEmpty())
        return;
    m_grounds.erase(key);
    m_pool.noticeLayerChange(function, QFileInfo(changed).fileName());
}

void Engine::prepare(const QString &key, const FunctionConfig &function)
{
    m_threads.start([this, key, runtime = function.runtime, layers = function.layers] {
        const Ground ground{m_host.runtime(runtime), m_host.capabilities(),
                            m_host.layers(layers)};
        QMetaObject::invokeMethod(this, [this, key, ground] { onPrepared(key, ground); },
                                  Qt::QueuedConnection);
    });
}

void Engine::onPrepared(const QString &key, const Ground &ground)
{
    // What is missing may be installed by the next try, so only success is remembered.
    if (ground.runtime && ground.optDirectory)
        m_grounds.insert_or_assign(key, ground);
    const auto waiting = m_waiting.extract(key);
    if (waiting.empty())
        return;
    for (const Waiting &each : waiting.mapped())
        run(each.request, ground, each.promise);
}

void Engine::run(const InvocationRequest &request, const Ground &ground, const Promise &promise)
{
    if (promise->isCanceled())
        return answer(promise, failure(Error::Code::Cancelled));
    if (!ground.runtime)
        return answer(promise, tl::make_unexpected(ground.runtime.error()));
    if (ground.host.supervisor.isEmpty())
        return answer(promise,
                      failure(Error::Code::NotFound, QStringLiteral("coldframe-supervisor")));
    if (!ground.optDirectory)
        return answer(promise, tl::make_unexpected(ground.optDirectory.error()));
    const bool canIsolate = !ground.host.bubblewrap.isEmpty();
    if (request.isolation == IsolationChoice::Bubblewrap && !canIsolate)
        return answer(promise, failure(Error::Code::IsolationUnavailable,
                                       ground.host.bubblewrapObstacle));
    const Isolation isolation = request.isolation != IsolationChoice::None && canIsolate
        ? Isolation::Bubblewrap
        : Isolation::None;
    const CredentialsChoice whose = request.emulation.credentials;
    const Result<Credentials> credentials = credentialsFor(
        whose, whose == CredentialsChoice::PassedThrough ? usersVariables() : Variables{});
    if (!credentials)
        return answer(promise, tl::make_unexpected(credentials.error()));
    m_running.insert_or_assign(request.requestId, promise);
    const Result<void> started
        = m_pool.invoke(request, {ground.runtime->interpreter, isolation, *ground.optDirectory}, [&] {
              EnvironmentSetup setup
                  = setupOf(request, *ground.runtime, isolation, *ground.optDirectory);
              setup.host = ground.host;
              setup.credentials = *credentials;
              return setup;
          });
    if (!started) {
        m_running.erase(request.requestId);
        answer(promise, tl::make_unexpected(started.error()));
    }
}

void Engine::onFinished(const InvocationRecord &record)
{
    m_unreadBytes.erase(record.requestId);
    const auto running = m_running.extract(record.requestId);
    if (!running.empty())
        answer(running.mapped(), record);
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

void Engine::answer(const Promise &promise, Result<InvocationRecord> result)
{
    promise->addResult(std::move(result));
    promise->finish();
}

void Engine::stop(const QString &requestId)
{
    if (m_pool.stop(requestId))
        return;
    for (auto &[key, waiting] : m_waiting) {
        for (const Waiting &each : waiting) {
            if (each.request.requestId == requestId)
                each.promise->future().cancel();
        }
    }
}

void Engine::recycle()
{
    m_pool.recycle();
}

void Engine::setConcurrency(const ConcurrencySettings &settings)
{
    m_concurrency = settings;
}

void Engine::skip(std::chrono::nanoseconds) { }

void Engine::shutDown()
{
    m_ending = true;
    for (auto &[key, waiting] : std::exchange(m_waiting, {})) {
        for (const Waiting &each : waiting)
            answer(each.promise, failure(Error::Code::Cancelled));
    }
    m_pool.shutDown();
    if (m_pool.isEmpty())
        Q_EMIT ended();
}

void Engine::onPoolChanged()
{
    if (m_ending && m_pool.isEmpty())
        Q_EMIT ended();
    if (!m_announcement.isActive())
        m_announcement.start();
}

} // namespace coldframe
