// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/invoker.h"

#include <QThread>

#include <map>

namespace coldframe {

class Engine;

/// Runs functions in processes of this computer. Owns the engine and its thread; both end, with
/// every process, when this object does; that takes up to two seconds where extensions have their
/// shutdown phase.
class LocalInvoker final : public Invoker
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataDirectory; ///< see core/base/datalocation.h
        QString cacheDirectory; ///< for what is made once, for example compiled bootstraps

        /// Where the engine works. In the invoker's own thread an invocation takes two wake-ups
        /// less, and whatever blocks that thread distorts what is measured: for programs that have
        /// nothing else to do.
        enum class Thread { Own, Callers } thread = Thread::Own;
    };

    explicit LocalInvoker(const Options &options, QObject *parent = nullptr);
    ~LocalInvoker() override;

    Async<InvocationRecord> invoke(InvocationRequest request) override;
    void stop(const QString &requestId) override;
    void recycle() override;
    void provision(const InvocationRequest &like, int count) override;
    void setConcurrency(const ConcurrencySettings &settings) override;
    void skip(std::chrono::nanoseconds time) override;
    void holdResponse(const QString &requestId, bool held) override;

private:
    void passOn(const QString &requestId, const QByteArray &piece);
    void acknowledge(const QString &requestId, qint64 bytes);

    QThread m_thread; ///< runs only when the engine has a thread of its own
    std::map<QString, qint64> m_held; ///< bytes of held responses that are not acknowledged
    Engine *m_engine; ///< deleted at the end of its thread, or by the destructor
};

} // namespace coldframe
