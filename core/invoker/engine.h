// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/invoker/environmentpool.h"
#include "core/invoker/host.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace coldframe {

/// The invoker's work, on a thread of its own: a busy window can't distort a measured duration.
class Engine final : public QObject
{
    Q_OBJECT

public:
    using Promise = std::shared_ptr<QPromise<Result<InvocationRecord>>>;

    Engine(QString dataDirectory, QString cacheDirectory);
    ~Engine() override;

    void invoke(InvocationRequest request, const Promise &promise);
    void stop(const QString &requestId);
    void recycle();

Q_SIGNALS:
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);
    void environmentsChanged(const std::vector<coldframe::EnvironmentDescription> &environments);

private:
    /// What a request needs to know of the computer before it can run.
    struct Ground
    {
        Result<LocalRuntime> runtime;
        Result<QString> bubblewrap;
    };
    struct Waiting
    {
        InvocationRequest request;
        Promise promise;
    };

    void prepare(const QString &runtime);
    void onPrepared(const QString &runtime, const Ground &ground);
    void run(const InvocationRequest &request, const Ground &ground, const Promise &promise);
    void onFinished(const InvocationRecord &record);
    void announceEnvironments();
    static void answer(const Promise &promise, Result<InvocationRecord> result);

    SystemClock m_clock;
    Host m_host;
    std::map<QString, Ground> m_grounds; ///< by runtime identifier
    std::map<QString, std::vector<Waiting>> m_waiting; ///< by runtime identifier
    std::map<QString, Promise> m_running; ///< by request id
    QTimer m_announcement; ///< collects the changes of some milliseconds
    EnvironmentPool m_pool;
    QThreadPool m_threads; ///< last: it waits for its threads before the rest goes
};

} // namespace coldframe
