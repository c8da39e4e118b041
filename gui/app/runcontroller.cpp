// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/runcontroller.h"

#include "core/base/identifier.h"

namespace coldframe {

RunController::RunController(Invoker &invoker, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
{
    connect(&m_invoker, &Invoker::logAppended, this, &RunController::logAppended);
    connect(&m_invoker, &Invoker::responseAppended, this,
            [this](const QString &requestId, const QByteArray &piece) {
                if (requestId == m_requestId) // what comes after the record adds nothing to it
                    Q_EMIT responseAppended(requestId, piece);
            });
}

void RunController::run(InvocationRequest request)
{
    if (isRunning())
        return;
    if (request.requestId.isEmpty())
        request.requestId = newUuid();
    m_requestId = request.requestId;
    Q_EMIT runningChanged(true);
    Q_EMIT started(request);
    whenDone(m_invoker.invoke(request), this,
             [this, requestId = request.requestId](const Result<InvocationRecord> &result) {
                 end(requestId, result);
             });
}

void RunController::stop()
{
    if (isRunning())
        m_invoker.stop(m_requestId);
}

void RunController::end(const QString &requestId, const Result<InvocationRecord> &result)
{
    m_requestId.clear();
    Q_EMIT runningChanged(false);
    if (result)
        Q_EMIT finished(*result);
    else
        Q_EMIT failed(requestId, result.error());
}

} // namespace coldframe

#include "moc_runcontroller.cpp"
