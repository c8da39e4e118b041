// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/invoker/environmentpool.h"
#include "core/invoker/host.h"
#include "core/invoker/layerwatcher.h"
#include "core/lambda/concurrency.h"

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
    void setConcurrency(const ConcurrencySettings &settings);
    void skip(std::chrono::nanoseconds time);

    /// The receiver of responseAppended() has taken these bytes: more may be sent. Who does not
    /// call this gets a streamed response up to some amount and no further.
    void responseRead(const QString &requestId, qint64 bytes);

    /// Ends every environment with its shutdown phase; ended() follows.
    void shutDown();

Q_SIGNALS:
    void responded(const QString &requestId, coldframe::InvocationStatus status,
                   const QByteArray &response);
    void responseAppended(const QString &requestId, const QByteArray &piece);
    void ended();
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);
    void environmentsChanged(const std::vector<coldframe::EnvironmentDescription> &environments);

private:
    /// What a request needs to know of the computer before it can run.
    struct Ground
    {
        Result<LocalRuntime> runtime;
        HostCapabilities host;
        Result<QString> optDirectory; ///< empty without layers
    };
    struct Waiting
    {
        InvocationRequest request;
        Promise promise;
    };

    void noticeLayerChange(const FunctionConfig &function, const QString &key);
    void prepare(const QString &key, const FunctionConfig &function);
    void onPrepared(const QString &key, const Ground &ground);
    void run(const InvocationRequest &request, const Ground &ground, const Promise &promise);
    void onFinished(const InvocationRecord &record);
    void onResponseAppended(const QString &requestId, const QByteArray &piece);
    void onPoolChanged();
    static void answer(const Promise &promise, Result<InvocationRecord> result);

    SystemClock m_clock;
    ConcurrencySettings m_concurrency;
    Host m_host;
    std::map<QString, Ground> m_grounds; ///< by runtime identifier and layers
    std::map<QString, std::vector<Waiting>> m_waiting; ///< likewise
    std::map<QString, LayerWatcher> m_layers; ///< likewise, of functions that have some
    std::map<QString, Promise> m_running; ///< by request id
    std::map<QString, qint64> m_unreadBytes; ///< of streamed responses, by request id
    bool m_ending = false;
    QTimer m_announcement; ///< collects the changes of some milliseconds
    EnvironmentPool m_pool;
    QThreadPool m_threads; ///< last: it waits for its threads before the rest goes
};

} // namespace coldframe
