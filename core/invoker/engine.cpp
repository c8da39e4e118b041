// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/engine.h"

#include "core/invoker/invocationcheck.h"
#include "core/runtime/sandbox.h"

#include <QUuid>

namespace coldframe {

namespace {

constexpr std::chrono::milliseconds announcementDelay(30);

EnvironmentSetup setupOf(const FunctionConfig &function, const LocalRuntime &runtime,
                         Isolation isolation, const QString &bubblewrap)
{
    EnvironmentSetup setup;
    setup.function = function;
    setup.interpreter = runtime.interpreter;
    setup.isolation = isolation;
    setup.bubblewrap = bubblewrap;
    setup.runtimeDirectory = runtime.bootstrap.directory;
    const EnvironmentPaths paths
        = environmentPaths(isolation, function.codeDirectory, setup.runtimeDirectory);
    setup.arguments = runtime.bootstrap.argumentsIn(paths.runtimeDirectory);
    setup.packageFolders = virtualEnvironmentFolders(function.codeDirectory, runtime.interpreter)
        + runtime.interpreter.packageFolders;
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
    connect(&m_pool, &EnvironmentPool::changed, this, &Engine::announceEnvironments);
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(announcementDelay);
    connect(&m_announcement, &QTimer::timeout, this,
            [this] { Q_EMIT environmentsChanged(m_pool.descriptions()); });
}

Engine::~Engine() = default;

void Engine::invoke(InvocationRequest request, const Promise &promise)
{
    if (request.requestId.isEmpty())
        request.requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const Result<void> checked = checkInvocation(request); !checked)
        return answer(promise, tl::make_unexpected(checked.error()));
    const QString runtime = request.function.runtime;
    if (const auto ground = m_grounds.find(runtime); ground != m_grounds.end())
        return run(request, ground->second, promise);
    std::vector<Waiting> &waiting = m_waiting[runtime];
    waiting.push_back({std::move(request), promise});
    if (waiting.size() == 1)
        prepare(runtime);
}

void Engine::prepare(const QString &runtime)
{
    m_threads.start([this, runtime] {
        const Ground ground{m_host.runtime(runtime), m_host.bubblewrap()};
        QMetaObject::invokeMethod(this, [this, runtime, ground] { onPrepared(runtime, ground); },
                                  Qt::QueuedConnection);
    });
}

void Engine::onPrepared(const QString &runtime, const Ground &ground)
{
    // A missing interpreter may be installed by the next try, so only success is remembered.
    if (ground.runtime)
        m_grounds.insert_or_assign(runtime, ground);
    const auto waiting = m_waiting.extract(runtime);
    for (const Waiting &each : waiting.mapped())
        run(each.request, ground, each.promise);
}

void Engine::run(const InvocationRequest &request, const Ground &ground, const Promise &promise)
{
    if (promise->isCanceled())
        return answer(promise, failure(Error::Code::Cancelled));
    if (!ground.runtime)
        return answer(promise, tl::make_unexpected(ground.runtime.error()));
    if (request.isolation == IsolationChoice::Bubblewrap && !ground.bubblewrap)
        return answer(promise, tl::make_unexpected(ground.bubblewrap.error()));
    const Isolation isolation
        = request.isolation != IsolationChoice::None && ground.bubblewrap ? Isolation::Bubblewrap
                                                                          : Isolation::None;
    m_running.insert_or_assign(request.requestId, promise);
    const Result<void> started
        = m_pool.invoke(request, {ground.runtime->interpreter, isolation}, [&] {
              return setupOf(request.function, *ground.runtime, isolation,
                             ground.bubblewrap.value_or(QString()));
          });
    if (!started) {
        m_running.erase(request.requestId);
        answer(promise, tl::make_unexpected(started.error()));
    }
}

void Engine::onFinished(const InvocationRecord &record)
{
    const auto running = m_running.extract(record.requestId);
    if (!running.empty())
        answer(running.mapped(), record);
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
    for (auto &[runtime, waiting] : m_waiting) {
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

void Engine::announceEnvironments()
{
    if (!m_announcement.isActive())
        m_announcement.start();
}

} // namespace coldframe
