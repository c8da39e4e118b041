// SPDX-License-Identifier: GPL-3.0-or-later
// How the window tunes memory.
#include "gui/app/mainwindow.h"
#include "gui/app/tuningcontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/events/eventpanel.h"
#include "gui/tuning/tuningpanel.h"

#include <QAction>

namespace coldframe {

void Workbench::joinTuning()
{
    m_tuning = std::make_unique<TuningController>(*m_services.invoker, *m_services.clock,
                                                  *m_tuningPanel, m_services.limits);
    connect(m_actions.tune, &QAction::triggered, this, &Workbench::tune);
    connect(m_actions.stopTuning, &QAction::triggered, m_tuning.get(), &TuningController::stop);
    connect(m_tuningPanel, &TuningPanel::startRequested, this, &Workbench::tune);
    connect(m_tuningPanel, &TuningPanel::stopRequested, m_tuning.get(), &TuningController::stop);
    connect(m_tuningPanel, &TuningPanel::applyRequested, this, [this](MebiBytes memory) {
        const FunctionConfig *function = m_workspace->function();
        if (!function)
            return;
        FunctionConfig edited = *function;
        edited.memory = memory;
        m_workspace->editFunction(edited);
    });
    connect(m_tuning.get(), &TuningController::runningChanged, this, &Workbench::updateActions);
    connect(m_tuning.get(), &TuningController::failed, this, &Workbench::tell);
    connect(m_eventPanel, &EventPanel::eventChanged, this, &Workbench::noticeTuned);
}

/// What a tuning would run.
void Workbench::noticeTuned()
{
    const FunctionConfig *function = m_workspace->function();
    m_tuningPanel->setFunction(function ? function->name : QString(), m_eventPanel->eventName());
}

void Workbench::tune()
{
    if (m_tuning->isRunning() || !saveFiles())
        return;
    const std::optional<InvocationRequest> request = chosenRequest();
    if (!request)
        return;
    m_window->showPanel(QStringLiteral("tuningDock"));
    m_tuning->start(*request);
}

} // namespace coldframe
