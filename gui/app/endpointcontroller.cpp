// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/endpointcontroller.h"

#include "gui/endpoint/endpointpanel.h"

#include <QAction>

namespace coldframe {

using namespace std::chrono_literals;

EndpointController::EndpointController(Invoker &invoker, EventAcceptor acceptEvent,
                                       const Clock &clock, EndpointPanel &panel, QAction &serve,
                                       QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_acceptEvent(std::move(acceptEvent))
    , m_clock(clock)
    , m_panel(panel)
    , m_action(serve)
{
    m_collect.setSingleShot(true);
    m_collect.setInterval(30ms);
    connect(&m_collect, &QTimer::timeout, this,
            [this] { m_panel.addCalls(std::exchange(m_calls, {})); });
    connect(&m_panel, &EndpointPanel::serveToggled, this, &EndpointController::setServing);
    connect(&m_action, &QAction::triggered, this, &EndpointController::setServing);
    connect(&m_panel, &EndpointPanel::portEdited, this,
            [this](int port) { m_settings.port = port; });
    connect(&m_panel, &EndpointPanel::callEachOtherEdited, this,
            [this](bool on) { m_settings.callEachOther = on; });
}

EndpointController::~EndpointController() = default;

void EndpointController::setSettings(const EndpointSettings &settings)
{
    m_settings = settings;
    m_panel.setPort(settings.port);
    m_panel.setCallEachOther(settings.callEachOther);
}

void EndpointController::setRunSettings(const RunSettings &settings)
{
    m_runSettings = settings;
    if (m_endpoint)
        m_endpoint->setRunOptions(settings.isolation, settings.emulation);
}

void EndpointController::setFunctions(const std::vector<FunctionConfig> &functions,
                                      const QString &chosen)
{
    m_functions = functions;
    m_panel.setFunction(chosen);
    if (m_endpoint)
        m_endpoint->registry().setFunctions(functions);
}

void EndpointController::setEventInvokeConfig(const QString &functionName,
                                              const EventInvokeConfig &config)
{
    if (!m_endpoint || !m_endpoint->registry().functions().contains(functionName))
        return;
    EventInvokeSettings settings;
    settings.maximumRetryAttempts = config.maximumRetryAttempts;
    settings.maximumEventAge = config.maximumEventAge;
    settings.onSuccess = config.onSuccess;
    settings.onFailure = config.onFailure;
    m_endpoint->registry().setEventInvoke(functionName, settings);
}

std::optional<FunctionConfig> EndpointController::function(const QString &name) const
{
    return m_endpoint ? m_endpoint->function(name) : std::nullopt;
}

void EndpointController::setServing(bool on)
{
    if (on)
        serve();
    else
        stop();
}

void EndpointController::setConcurrency(const ConcurrencySettings &settings)
{
    m_concurrency = settings;
    if (m_endpoint)
        m_endpoint->registry().setConcurrency(settings);
}

void EndpointController::serve()
{
    if (m_endpoint)
        return;
    LambdaEndpoint::Options options;
    options.isolation = m_runSettings.isolation;
    options.emulation = m_runSettings.emulation;
    options.callEachOther = m_settings.callEachOther;
    options.acceptEvent = m_acceptEvent;
    auto endpoint = std::make_unique<LambdaEndpoint>(m_invoker, options, m_clock);
    endpoint->registry().setFunctions(m_functions);
    endpoint->registry().setConcurrency(m_concurrency);
    const Result<quint16> port = endpoint->start(static_cast<quint16>(m_settings.port));
    m_action.setChecked(port.has_value());
    if (!port) {
        m_panel.showProblem(tr("The Lambda API can't be served at %1. Choose another port, or end "
                               "the program that uses this one.")
                                .arg(port.error().detail));
        return;
    }
    m_endpoint = std::move(endpoint);
    connect(m_endpoint.get(), &LambdaEndpoint::served, this, [this](const ServedRequest &request) {
        m_calls.push_back({m_clock.wallNow(), request});
        if (!m_collect.isActive())
            m_collect.start();
    });
    connect(m_endpoint.get(), &LambdaEndpoint::eventInvokeConfigChanged, this,
            &EndpointController::eventInvokeConfigChanged);
    connect(m_endpoint.get(), &LambdaEndpoint::concurrencyChanged, this,
            &EndpointController::concurrencyChanged);
    m_panel.showServing(m_endpoint->url());
    Q_EMIT settingsEdited(m_settings);
    Q_EMIT servingChanged(true);
}

void EndpointController::stop()
{
    m_action.setChecked(false);
    if (!m_endpoint)
        return;
    undoChanges();
    m_endpoint.reset();
    m_panel.showStopped();
    Q_EMIT servingChanged(false);
}

void EndpointController::restart()
{
    if (!m_endpoint)
        return;
    stop();
    serve();
}

/// Limits and environments that nobody sees any more would be a riddle.
void EndpointController::undoChanges()
{
    FunctionRegistry &registry = m_endpoint->registry();
    std::vector<std::pair<QString, QString>> provisioned;
    for (const auto &[name, function] : registry.functions()) {
        for (const auto &[qualifier, concurrency] : function.provisioned)
            provisioned.emplace_back(name, qualifier);
    }
    for (const auto &[name, qualifier] : provisioned)
        registry.setProvisioned(name, qualifier, std::nullopt);
    registry.setConcurrency(m_concurrency);
}

} // namespace coldframe

#include "moc_endpointcontroller.cpp"
