// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/invoker.h"

#include <QObject>

namespace coldframe {

/// Runs one event at a time through an Invoker and tells how it goes:
/// started, logAppended and responseAppended any number of times, then either finished or failed.
class RunController final : public QObject
{
    Q_OBJECT

public:
    /// invoker must outlive the controller.
    explicit RunController(Invoker &invoker, QObject *parent = nullptr);

    bool isRunning() const { return !m_requestId.isEmpty(); }

    /// Starts a run; nothing happens while one is going on. A missing request id is filled in.
    void run(InvocationRequest request);

    /// Stops the run that is going on.
    void stop();

Q_SIGNALS:
    void started(const coldframe::InvocationRequest &request);
    void logAppended(const QString &requestId, const std::vector<coldframe::LogLine> &lines);
    /// A piece of the response that the run which goes on streams.
    void responseAppended(const QString &requestId, const QByteArray &piece);
    void finished(const coldframe::InvocationRecord &record);
    /// Nothing could be run.
    void failed(const QString &requestId, const coldframe::Error &error);
    void runningChanged(bool running);

private:
    void end(const QString &requestId, const Result<InvocationRecord> &result);

    Invoker &m_invoker;
    QString m_requestId; // of the run that is going on
};

} // namespace coldframe
