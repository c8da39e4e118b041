// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/invoker/burst.h"
#include "core/invoker/invoker.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>

namespace coldframe {

class BurstPanel;
class EnvironmentsPanel;

/// Joins the panels of environments and of bursts with an Invoker.
class EnvironmentsController final : public QObject
{
    Q_OBJECT

public:
    /// What would run now: the chosen function with the event and the options of a run. Not set
    /// when there is nothing to run. Only toSend: files are saved first, and it may tell why it
    /// cannot be.
    enum class Purpose { ToProvision, ToSend };
    using MakeRequest = std::function<std::optional<InvocationRequest>(Purpose)>;

    /// All must outlive the controller.
    EnvironmentsController(Invoker &invoker, const Clock &clock, EnvironmentsPanel &environments,
                           BurstPanel &burst, MakeRequest makeRequest, QObject *parent = nullptr);

    /// Another function was chosen, or how it runs was changed.
    void noticeFunction();
    void noticeEvent(const QString &eventName);

Q_SIGNALS:
    /// A burst is over; this is the last of its invocations that ran, for all of them.
    void burstFinished(const coldframe::InvocationRecord &last, const QString &eventName);

private:
    void provision(int count);
    void keepProvisionedCurrent(const InvocationRequest &request);
    void startBurst(const std::variant<AtOnce, AtRate> &shape);
    void onBurstFinished();

    Invoker &m_invoker;
    EnvironmentsPanel &m_environments;
    BurstPanel &m_burstPanel;
    MakeRequest m_makeRequest;
    Burst m_burst;
    QString m_functionName; ///< of what is chosen
    QString m_eventName;
    QString m_burstEventName;
    std::optional<InvocationRecord> m_last; ///< of the burst that runs
    std::map<QString, InvocationRequest> m_provisioned; ///< as asked for last, by function name
};

} // namespace coldframe
