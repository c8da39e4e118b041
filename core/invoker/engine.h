// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/invoker/environmentpool.h"
#include "core/invoker/host.h"
#include "core/invoker/layerwatcher.h"
#include "core/invoker/scheduler.h"
#include "core/lambda/concurrency.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <deque>
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
    void provision(const InvocationRequest &like, int count);
    void setConcurrency(const ConcurrencySettings &settings);
    void skip(std::chrono::nanoseconds time);

    /// The receiver of responseAppended() has taken these bytes: more may be sent. Who does not
    /// call this gets a streamed response up to some amount and no further.
    void responseRead(const QString &requestId, qint64 bytes);

    /// Ends every environment with its shutdown phase; ended() follows.
    void shutDown();

Q_SIGNALS:
    void finished(const coldframe::InvocationRecord &record);
    void refused(const QString &requestId, const coldframe::Error &error);
    void responded(const QString &requestId, coldframe::InvocationStatus status,
                   const QByteArray &response);
    void responseAppended(const QString &requestId, const QByteArray &piece);
    void ended();
    void provisioningFailed(const QString &functionName, const coldframe::Error &error);
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
    using UseGround = std::function<void(const std::shared_ptr<const Ground> &ground)>;

    /// A request whose environment can be chosen.
    struct Grounded
    {
        InvocationRequest request;
        std::shared_ptr<const Ground> ground; ///< with runtime and layers
        Isolation isolation = Isolation::None;
        Credentials credentials;

        EnvironmentPool::Wanted wanted() const;
        EnvironmentSetup setup() const;
    };
    struct Running
    {
        Promise promise;
        Scheduler::Lease lease;
        std::chrono::nanoseconds localWait{};
    };
    /// A request that this computer's cap of environments holds back.
    struct Held
    {
        Grounded grounded;
        Running running;
        Instant since;
    };
    struct Provisioned
    {
        InvocationRequest like;
        int count = 0;
    };

    void noticeLayerChange(const FunctionConfig &function, const QString &key);
    std::shared_ptr<const Ground> knownGround(const FunctionConfig &function);
    void withGround(const FunctionConfig &function, UseGround use);
    void onPrepared(const QString &key, const std::shared_ptr<const Ground> &ground);
    static Result<Grounded> grounded(InvocationRequest request,
                                     const std::shared_ptr<const Ground> &ground);
    void run(InvocationRequest request, const std::shared_ptr<const Ground> &ground,
             const Promise &promise);
    bool hasRoom();
    void start(const Grounded &grounded, const Running &running, bool isWarm);
    void startHeld();
    void keepProvisioned();
    void keepProvisioned(const QString &functionName, const std::shared_ptr<const Ground> &ground);
    void giveUpProvisioning(const QString &functionName, const Error &error);
    void onFinished(const InvocationRecord &record);
    void onResponseAppended(const QString &requestId, const QByteArray &piece);
    void onPoolChanged();
    void answer(const QString &requestId, const Promise &promise, Result<InvocationRecord> result);

    SystemClock m_clock;
    ConcurrencySettings m_concurrency;
    Host m_host;
    std::map<QString, std::shared_ptr<const Ground>> m_grounds; ///< by runtime and layers
    std::map<QString, std::vector<UseGround>> m_waiting; ///< likewise
    std::map<QString, LayerWatcher> m_layers; ///< likewise, of functions that have some
    Scheduler m_scheduler;
    std::map<QString, Promise> m_early; ///< by request id: the ground is not known yet
    std::map<QString, Running> m_running; ///< by request id
    std::deque<Held> m_held; ///< the one that waits for the longest time first
    std::map<QString, Provisioned> m_provisioned; ///< by function name
    std::map<QString, qint64> m_unreadBytes; ///< of streamed responses, by request id
    QTimer m_catchUp; ///< starts what can go on after a change of the pool, outside its calls
    bool m_ending = false;
    QTimer m_announcement; ///< collects the changes of some milliseconds
    EnvironmentPool m_pool;
    QThreadPool m_threads; ///< last: it waits for its threads before the rest goes
};

} // namespace coldframe
