// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/environmentscontroller.h"

#include "gui/environments/burstpanel.h"
#include "gui/environments/environmentspanel.h"

namespace coldframe {

EnvironmentsController::EnvironmentsController(Invoker &invoker, const Clock &clock,
                                               EnvironmentsPanel &environments, BurstPanel &burst,
                                               MakeRequest makeRequest, QObject *parent)
    : QObject(parent)
    , m_invoker(invoker)
    , m_environments(environments)
    , m_burstPanel(burst)
    , m_makeRequest(std::move(makeRequest))
    , m_burst(invoker, clock)
{
    connect(&m_invoker, &Invoker::environmentsChanged, &m_environments,
            &EnvironmentsPanel::setEnvironments);
    connect(&m_invoker, &Invoker::provisioningFailed, this,
            [this](const QString &functionName, const Error &error) {
                m_provisioned.erase(functionName);
                m_environments.showProvisioningFailure(functionName, error);
            });
    connect(&m_environments, &EnvironmentsPanel::provisionRequested, this,
            &EnvironmentsController::provision);
    connect(&m_environments, &EnvironmentsPanel::concurrencyEdited, &m_invoker,
            &Invoker::setConcurrency);

    connect(&m_burstPanel, &BurstPanel::startRequested, this, &EnvironmentsController::startBurst);
    connect(&m_burstPanel, &BurstPanel::stopRequested, this, [this] {
        m_burstPanel.setStopping();
        m_burst.stop();
    });
    connect(&m_burst, &Burst::ended, this, [this](const InvocationRecord &record) {
        m_environments.append(record);
        m_last = record;
    });
    connect(&m_burst, &Burst::progressed, this,
            [this] { m_burstPanel.setStatistics(m_burst.statistics()); });
    connect(&m_burst, &Burst::finished, this, &EnvironmentsController::onBurstFinished);
}

void EnvironmentsController::noticeFunction()
{
    const auto request = m_makeRequest(Purpose::ToProvision);
    m_functionName = request ? request->function.name : QString();
    m_environments.setFunction(m_functionName);
    m_burstPanel.setFunction(m_functionName, m_eventName);
    if (request)
        keepProvisionedCurrent(*request);
}

void EnvironmentsController::noticeEvent(const QString &eventName)
{
    if (eventName == m_eventName)
        return;
    m_eventName = eventName;
    m_burstPanel.setFunction(m_functionName, m_eventName);
}

/// What is kept warm has to be what runs next.
void EnvironmentsController::keepProvisionedCurrent(const InvocationRequest &request)
{
    const auto kept = m_provisioned.find(request.function.name);
    if (kept == m_provisioned.end())
        return;
    InvocationRequest &before = kept->second;
    if (before.function == request.function && before.isolation == request.isolation
        && before.emulation == request.emulation)
        return;
    before = request;
    m_invoker.provision(request, m_environments.provisionedOf(request.function.name));
}

void EnvironmentsController::provision(int count)
{
    const auto request = m_makeRequest(Purpose::ToProvision);
    if (!request)
        return;
    if (count > 0)
        m_provisioned.insert_or_assign(request->function.name, *request);
    else
        m_provisioned.erase(request->function.name);
    m_invoker.provision(*request, count);
}

void EnvironmentsController::startBurst(const std::variant<AtOnce, AtRate> &shape)
{
    auto request = m_makeRequest(Purpose::ToSend);
    if (!request)
        return;
    const BurstPlan plan{std::move(*request), shape};
    m_last.reset();
    m_burstEventName = m_eventName;
    m_burstPanel.begin(plannedCount(plan));
    if (const Result<void> started = m_burst.start(plan); !started) {
        m_burstPanel.end();
        m_burstPanel.showError(started.error());
        return;
    }
    m_burstPanel.setStatistics(m_burst.statistics());
}

void EnvironmentsController::onBurstFinished()
{
    m_burstPanel.end();
    m_burstPanel.setStatistics(m_burst.statistics());
    if (m_last)
        Q_EMIT burstFinished(
            *m_last, tr("%1 (last of %L2)").arg(m_burstEventName).arg(m_burst.statistics().sent));
    m_last.reset();
}

} // namespace coldframe

#include "moc_environmentscontroller.cpp"
