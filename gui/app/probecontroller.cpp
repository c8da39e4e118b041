// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/probecontroller.h"

#include "gui/probe/probepanel.h"

namespace coldframe {

ProbeController::ProbeController(Invoker &invoker, ProbePanel &panel, QObject *parent)
    : QObject(parent)
    , m_panel(panel)
    , m_statelessness(invoker)
    , m_duplicate(invoker)
{
    connect(&m_statelessness, &StatelessnessProbe::progressed, &m_panel, &ProbePanel::showProgress);
    connect(&m_duplicate, &DuplicateProbe::progressed, &m_panel, &ProbePanel::showProgress);
}

void ProbeController::start(const InvocationRequest &request, const QString &eventName)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    const FunctionConfig &function = request.function;
    m_panel.begin({function.name, eventName, function.codeDirectory});
    Q_EMIT runningChanged(true);
    whenDone(m_panel.kind() == ProbeKind::Duplicate ? m_duplicate.run(request)
                                                    : m_statelessness.run(request, m_panel.times()),
             this, [this](const Result<ProbeReport> &report) { end(report); });
}

void ProbeController::stop()
{
    m_statelessness.cancel();
    m_duplicate.cancel();
}

void ProbeController::end(const Result<ProbeReport> &report)
{
    m_isRunning = false;
    if (report)
        m_panel.showReport(*report);
    else
        m_panel.showError(report.error());
    Q_EMIT runningChanged(false);
}

} // namespace coldframe

#include "moc_probecontroller.cpp"
