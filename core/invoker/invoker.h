// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/lambda/concurrency.h"
#include "core/lambda/invocation.h"

#include <QObject>

namespace coldframe {

/// Runs events on execution environments of functions. Its signals arrive in the thread of the
/// Invoker object; all its functions may be called from that thread only and never block.
class Invoker : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Runs one event. The future carries one record, also when the function failed or
    /// timed out; an Error means that nothing could be run. An empty request id is filled in by the
    /// invoker; a caller who wants to follow or stop the invocation gives one.
    virtual Async<InvocationRecord> invoke(InvocationRequest request) = 0;

    /// Stops a running invocation; its record has the status Stopped.
    virtual void stop(const QString &requestId) = 0;

    /// Ends every idle execution environment; the next invocation is a cold start.
    virtual void recycle() = 0;

    /// Keeps this many environments of the function initialised ahead of events (provisioned
    /// concurrency), until the next call for it; 0 ends that. The request tells function, isolation
    /// and emulation. The descriptions tell how many there are; provisioningFailed() when it is
    /// given up.
    virtual void provision(const InvocationRequest &like, int count) = 0;

    /// The limits from now on. An invocation above them ends with Error::Code::Throttled.
    virtual void setConcurrency(const ConcurrencySettings &settings) = 0;

    /// Virtual time went on: what is idle is idle for that much longer.
    virtual void skip(std::chrono::nanoseconds time) = 0;

    /// For who passes a streamed response on to a slower taker: while it is held, nothing more of
    /// it is read from the runtime above some amount. Has to be let go in the end.
    virtual void holdResponse(const QString &requestId, bool held);

Q_SIGNALS:
    /// Lines of a running invocation, collected for some milliseconds.
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);

    /// A piece of a streamed response as it arrives; pieces together are the response.
    void responseAppended(const QString &requestId, const QByteArray &piece);

    /// The caller has its answer (buffered) or its last piece (streamed). The invocation's record
    /// comes when every extension is done as well.
    void responded(const QString &requestId, coldframe::InvocationStatus status,
                   const QByteArray &response);

    /// What the future of invoke() carries, for those who watch many invocations: a watcher of each
    /// future costs more than a small invocation.
    void finished(const coldframe::InvocationRecord &record);
    void refused(const QString &requestId, const coldframe::Error &error);

    /// No further environment of the function is initialised ahead: InitFailed, or why no process
    /// could be started.
    void provisioningFailed(const QString &functionName, const coldframe::Error &error);

    /// The environments that are there now, whenever one begins, ends or changes its state; several
    /// changes within some milliseconds are told at once.
    void environmentsChanged(const std::vector<coldframe::EnvironmentDescription> &environments);
};

} // namespace coldframe
