// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/invoker/localinvoker.h"

#include "core/invoker/engine.h"

namespace coldframe {

LocalInvoker::LocalInvoker(const Options &options, QObject *parent)
    : Invoker(parent)
    , m_engine(new Engine(options.dataDirectory, options.cacheDirectory))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_engine->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    connect(m_engine, &Engine::logAppended, this, &Invoker::logAppended);
    connect(m_engine, &Engine::environmentsChanged, this, &Invoker::environmentsChanged);
    m_thread.start();
}

LocalInvoker::~LocalInvoker()
{
    m_thread.quit();
    m_thread.wait();
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
        },
        Qt::QueuedConnection);
    return future;
}

void LocalInvoker::stop(const QString &requestId)
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, requestId] { engine->stop(requestId); },
        Qt::QueuedConnection);
}

void LocalInvoker::recycle()
{
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine] { engine->recycle(); }, Qt::QueuedConnection);
}

} // namespace coldframe
