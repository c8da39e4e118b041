// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/endpoint/lambdaendpoint.h"
#include "gui/app/settings.h"
#include "gui/endpoint/servedmodel.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QAction;

namespace coldframe {

class EndpointPanel;

/// Serves the Lambda API from its panel and from an action of the menu. What callers change lasts
/// until it is switched off.
class EndpointController final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive the controller.
    EndpointController(Invoker &invoker, EventAcceptor acceptEvent, const Clock &clock,
                       EndpointPanel &panel, QAction &serve, QObject *parent = nullptr);
    ~EndpointController() override;

    /// As they were kept; afterwards they are edited in the panel.
    void setSettings(const EndpointSettings &settings);
    void setRunSettings(const RunSettings &settings);

    /// The functions from now on, and the one that the user works on.
    void setFunctions(const std::vector<FunctionConfig> &functions, const QString &chosen);

    /// The limits of the window, which callers see and may change.
    void setConcurrency(const ConcurrencySettings &settings);

    /// What the window says about asynchronous events; callers are told the same.
    void setEventInvokeConfig(const QString &functionName, const EventInvokeConfig &config);

    bool isServing() const { return m_endpoint != nullptr; }

    /// A function as callers see it, with what they changed; nothing while it is not served.
    std::optional<FunctionConfig> function(const QString &name) const;

    void serve();
    void stop();

    /// For another workspace, of which callers have changed nothing yet.
    void restart();

Q_SIGNALS:
    void servingChanged(bool serving);
    void settingsEdited(const coldframe::EndpointSettings &settings);
    void eventInvokeConfigChanged(const QString &functionName,
                                  const coldframe::EventInvokeConfig &config);
    void concurrencyChanged(const coldframe::ConcurrencySettings &settings);

private:
    void setServing(bool on);
    void undoChanges();

    Invoker &m_invoker;
    EventAcceptor m_acceptEvent;
    const Clock &m_clock;
    EndpointPanel &m_panel;
    QAction &m_action;
    EndpointSettings m_settings;
    RunSettings m_runSettings;
    ConcurrencySettings m_concurrency;
    std::vector<FunctionConfig> m_functions;
    std::vector<ServedCall> m_calls; ///< to be shown
    QTimer m_collect; ///< so that a burst of calls is one change
    std::unique_ptr<LambdaEndpoint> m_endpoint; ///< null while it is not served
};

} // namespace coldframe
