// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench joins the queue of asynchronous events and the Lambda API with the rest.
#include "gui/app/endpointcontroller.h"
#include "gui/app/mainwindow.h"
#include "gui/app/queuecontroller.h"
#include "gui/app/settingscontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/editor/editorpanel.h"
#include "gui/environments/environmentspanel.h"
#include "gui/events/eventpanel.h"
#include "gui/events/noticeslot.h"
#include "gui/queue/queuepanel.h"
#include "wording/errortext.h"

#include <QAction>

namespace coldframe {

void Workbench::joinQueueAndEndpoint()
{
    m_queue = std::make_unique<QueueController>(
        *m_services.invoker, [this](const QString &name) { return functionOfNow(name); },
        *m_services.clock, *m_queuePanel);
    m_endpoint = std::make_unique<EndpointController>(
        *m_services.invoker,
        [this](const InvocationRequest &request) { return m_queue->accept(request); },
        *m_services.clock, *m_endpointPanel, *m_actions.serveApi);
    m_endpoint->setSettings(m_settings->settings().endpoint);

    connect(m_actions.sendAsynchronously, &QAction::triggered, this,
            &Workbench::sendAsynchronously);
    connect(m_queuePanel, &QueuePanel::sendRequested, this, &Workbench::sendAsynchronously);
    connect(m_queue.get(), &QueueController::ran, m_resultController.get(),
            &ResultController::listAsynchronous);
    connect(m_queue.get(), &QueueController::failed, this, &Workbench::tell);
    connect(m_queue.get(), &QueueController::notKept, this, [this](const Error &error) {
        m_notices->tell(NoticeBar::Tone::Warning,
                        tr("Asynchronous events of this folder are kept in memory only and are "
                           "gone when Coldframe ends. %1")
                            .arg(errorText(error)));
    });
    connect(m_queue.get(), &QueueController::configEdited, m_endpoint.get(),
            &EndpointController::setEventInvokeConfig);

    connect(m_actions.serveApi, &QAction::triggered, this, [this](bool serves) {
        if (serves)
            m_window->showPanel(QStringLiteral("endpointDock"));
    });
    connect(m_endpoint.get(), &EndpointController::settingsEdited, m_settings.get(),
            &SettingsController::setEndpointSettings);
    connect(m_endpoint.get(), &EndpointController::eventInvokeConfigChanged, m_queue.get(),
            &QueueController::setDestinations);
    // The limits are the invoker's, whoever changes them: the window or a caller of the API.
    connect(m_endpoint.get(), &EndpointController::concurrencyChanged, m_queue.get(),
            &QueueController::setConcurrency);
    connect(m_endpoint.get(), &EndpointController::concurrencyChanged, m_environmentsPanel,
            &EnvironmentsPanel::setConcurrency);
    connect(m_environmentsPanel, &EnvironmentsPanel::concurrencyEdited, m_queue.get(),
            &QueueController::setConcurrency);
    connect(m_environmentsPanel, &EnvironmentsPanel::concurrencyEdited, m_endpoint.get(),
            &EndpointController::setConcurrency);
    connect(m_endpoint.get(), &EndpointController::servingChanged, this, [this](bool serves) {
        for (const FunctionConfig &function : functionsOfNow()) {
            const EventInvokeConfig config = m_queue->config(function.name);
            if (serves && config != EventInvokeConfig())
                m_endpoint->setEventInvokeConfig(function.name, config);
        }
    });

    connect(m_settings.get(), &SettingsController::settingsChanged, this,
            [this](const Settings &settings) {
                m_endpoint->setRunSettings(settings.run);
                passFunctionsOn();
            });
    connect(m_workspace.get(), &WorkspaceController::functionChanged, this,
            &Workbench::passFunctionsOn);
    // Behind the handler that drops the notices of the folder before.
    connect(m_workspace.get(), &WorkspaceController::opened, this, [this](const QString &folder) {
        m_queue->setWorkspace(folder);
        m_endpoint->restart();
    });
}

void Workbench::sendAsynchronously()
{
    const std::optional<InvocationRequest> request = chosenRequest();
    if (!request || !saveFiles())
        return;
    const Result<QString> requestId = m_queue->accept(*request, m_eventPanel->eventName());
    if (!requestId)
        return tell(requestId.error());
    m_window->showPanel(QStringLiteral("queueDock"));
    m_queue->select(*requestId);
}

std::vector<FunctionConfig> Workbench::functionsOfNow() const
{
    std::vector<FunctionConfig> functions = m_workspace->functions();
    for (FunctionConfig &function : functions)
        function.region = m_settings->settings().cost.region;
    return functions;
}

/// With what callers of the API changed, as long as it is served.
std::optional<FunctionConfig> Workbench::functionOfNow(const QString &name) const
{
    if (m_endpoint && m_endpoint->isServing())
        return m_endpoint->function(name);
    for (FunctionConfig &function : functionsOfNow()) {
        if (function.name == name)
            return std::move(function);
    }
    return {};
}

void Workbench::passFunctionsOn()
{
    const std::vector<FunctionConfig> functions = functionsOfNow();
    QStringList names;
    for (const FunctionConfig &function : functions)
        names.append(function.name);
    const QString chosen = m_workspace->function() ? m_workspace->function()->name : QString();
    m_queue->setFunction(chosen, names);
    m_endpoint->setFunctions(functions, chosen);
}

} // namespace coldframe
