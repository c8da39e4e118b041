// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/eventqueue.h"
#include "gui/app/resultcontroller.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>

namespace coldframe {

class QueuePanel;

/// Owns the queue of asynchronous events of the workspace that is open, and joins it with its
/// panel. The queue lies in <workspace>/.coldframe/events.sqlite, which is made for the first
/// event; where that does not work it is kept in memory.
class QueueController final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive the controller.
    QueueController(Invoker &invoker, EventQueue::FunctionSource functions, const Clock &clock,
                    QueuePanel &panel, QObject *parent = nullptr);
    ~QueueController() override;

    /// Another folder, another queue; that of the folder which was open stays in its file.
    void setWorkspace(const QString &directory);

    /// The function that would get an event now, and all that a destination can name.
    void setFunction(const QString &name, const QStringList &all);

    /// Takes an event; its name is for the list of runs.
    Result<QString> accept(const InvocationRequest &request, const QString &eventName = {});

    /// Shows this event in the panel.
    void select(const QString &requestId);

    /// What a caller of the API said. It knows no dead-letter queue, so that one stays.
    void setDestinations(const QString &functionName, const EventInvokeConfig &config);
    EventInvokeConfig config(const QString &functionName) const;
    void setConcurrency(const ConcurrencySettings &settings);

Q_SIGNALS:
    /// Runs that are over, collected for some milliseconds.
    void ran(const std::vector<coldframe::AsynchronousRun> &runs);

    /// How the function's events are dealt with was edited in the window.
    void configEdited(const QString &functionName, const coldframe::EventInvokeConfig &config);

    /// The queue is not, or no longer, written to its file.
    void notKept(const coldframe::Error &error);
    void failed(const coldframe::Error &error);

private:
    QString file() const;
    void makeQueue();
    void openFile();
    void onAttempted(const QueuedEvent &event, const EventAttempt &attempt);
    void refresh();
    void tell();
    void showFunction();

    Invoker &m_invoker;
    EventQueue::FunctionSource m_functions;
    const Clock &m_clock;
    QueuePanel &m_panel;
    QString m_directory;
    QString m_functionName;
    ConcurrencySettings m_concurrency;
    QHash<QString, QString> m_eventNames; ///< by request id, of events that are not dealt with
    std::vector<AsynchronousRun> m_runs; ///< to be told
    bool m_wasOpened = false; ///< whether the file was tried
    bool m_fastForward = false;
    QTimer m_collect; ///< so that a burst of changes is one
    QTimer m_second; ///< what counts down or up, while something waits
    std::unique_ptr<EventQueue> m_queue;
};

} // namespace coldframe
