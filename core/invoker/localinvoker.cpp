// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/localinvoker.h"

#include "core/invoker/engine.h"

#include <QEventLoop>

namespace coldframe {

LocalInvoker::LocalInvoker(const Options &options, QObject *parent)
    : Invoker(parent)
    , m_engine(new Engine(options.dataDirectory, options.cacheDirectory))
{
    connect(m_engine, &Engine::logAppended, this, &Invoker::logAppended);
    connect(m_engine, &Engine::environmentsChanged, this, &Invoker::environmentsChanged);
    connect(m_engine, &Engine::provisioningFailed, this, &Invoker::provisioningFailed);
    connect(m_engine, &Engine::finished, this, &Invoker::finished);
    connect(m_engine, &Engine::refused, this, &Invoker::refused);
    connect(m_engine, &Engine::responded, this, &Invoker::responded);
    connect(m_engine, &Engine::responseAppended, this, &LocalInvoker::passOn);
    if (options.thread == Options::Thread::Callers)
        return;
    m_thread.setObjectName(QStringLiteral("engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &Engine::ended, &m_thread, &QThread::quit, Qt::DirectConnection);
    m_thread.start();
}

LocalInvoker::~LocalInvoker()
{
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(m_engine, &Engine::shutDown, Qt::QueuedConnection);
        m_thread.wait();
        return;
    }
    QEventLoop untilEnded;
    connect(m_engine, &Engine::ended, &untilEnded, &QEventLoop::quit, Qt::QueuedConnection);
    m_engine->shutDown();
    untilEnded.exec();
    delete m_engine;
}

Async<InvocationRecord> LocalInvoker::invoke(InvocationRequest request)
{
    auto promise = std::make_shared<QPromise<Result<InvocationRecord>>>();
    promise->start();
    const Async<InvocationRecord> future = promise->future();
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, request = std::move(request), promise]() mutable {
            engine->invoke(std::move(request), promise);
        });
    return future;
}

void LocalInvoker::stop(const QString &requestId)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, requestId] { engine->stop(requestId); });
}

void LocalInvoker::recycle()
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine] { engine->recycle(); });
}

void LocalInvoker::provision(const InvocationRequest &like, int count)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, like, count] { engine->provision(like, count); });
}

void LocalInvoker::setConcurrency(const ConcurrencySettings &settings)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, settings] { engine->setConcurrency(settings); });
}

void LocalInvoker::skip(std::chrono::nanoseconds time)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, time] { engine->skip(time); });
}

void LocalInvoker::holdResponse(const QString &requestId, bool held)
{
    if (held)
        m_held.try_emplace(requestId, 0);
    else if (const auto let = m_held.extract(requestId); !let.empty())
        acknowledge(requestId, let.mapped());
}

/// Whoever listens has the piece when emit returns, so the runtime may send more, unless the
/// response is held.
void LocalInvoker::passOn(const QString &requestId, const QByteArray &piece)
{
    Q_EMIT responseAppended(requestId, piece);
    if (const auto held = m_held.find(requestId); held != m_held.end())
        held->second += piece.size();
    else
        acknowledge(requestId, piece.size());
}

void LocalInvoker::acknowledge(const QString &requestId, qint64 bytes)
{
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, requestId, bytes] { engine->responseRead(requestId, bytes); });
}

} // namespace coldframe

#include "moc_localinvoker.cpp"
