// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench joins the history of runs with the rest.
#include "gui/app/environmentscontroller.h"
#include "gui/app/fixturescontroller.h"
#include "gui/app/historycontroller.h"
#include "gui/app/mainwindow.h"
#include "gui/app/queuecontroller.h"
#include "gui/app/runcontroller.h"
#include "gui/app/settingscontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/events/noticeslot.h"
#include "gui/history/historypanel.h"
#include "wording/historytext.h"

#include <QFileInfo>

namespace coldframe {

void Workbench::joinHistory()
{
    m_history = std::make_unique<HistoryController>(*m_historyPanel);
    connect(m_runs.get(), &RunController::finished, this, [this](const InvocationRecord &record) {
        m_history->record(record, {m_eventName, {}, RunOrigin::Window, {}});
    });
    connect(m_fixtures.get(), &FixturesController::ran, this,
            [this](const InvocationRecord &record, const QString &file) {
                m_history->record(
                    record, {QFileInfo(file).completeBaseName(), file, RunOrigin::Fixture, {}});
            });
    connect(m_queue.get(), &QueueController::ran, this,
            [this](const std::vector<AsynchronousRun> &runs) {
                for (const AsynchronousRun &run : runs)
                    m_history->record(run.record, {run.eventName, {}, RunOrigin::Queue, {}});
            });
    connect(m_environments.get(), &EnvironmentsController::burstFinished, this,
            [this](const InvocationRecord &last, const QString &eventName) {
                m_history->record(last, {eventName, {}, RunOrigin::Burst, {}});
            });

    connect(m_history.get(), &HistoryController::showRequested, this,
            [this](const InvocationRecord &record) {
                m_resultController->show(record);
                m_window->showPanel(QStringLiteral("responseDock"));
            });
    connect(m_history.get(), &HistoryController::rerunRequested, this,
            [this](const InvocationRecord &record, const QString &eventName) {
                InvocationRequest request;
                // Of its variables the history knows the names only.
                request.function = functionOfNow(record.function.name).value_or(record.function);
                request.event = record.event;
                startRun(std::move(request), eventName);
            });
    connect(m_history.get(), &HistoryController::failed, this, &Workbench::tell);
    connect(m_history.get(), &HistoryController::notKept, this, [this](const Error &error) {
        m_notices->tell(NoticeBar::Tone::Warning, notKeptText(error));
    });
    connect(m_history.get(), &HistoryController::imported, this, [this](const ImportedRuns &runs) {
        m_notices->tell(NoticeBar::Tone::Information,
                        tr("Runs added to the history: %1. There already: %2.")
                            .arg(runs.imported)
                            .arg(runs.known));
    });
    connect(m_historyPanel, &HistoryPanel::settingsRequested, m_settings.get(),
            &SettingsController::showDialog);
    connect(m_settings.get(), &SettingsController::settingsChanged, this,
            [this](const Settings &settings) { m_history->setSettings(settings.history); });
    connect(m_workspace.get(), &WorkspaceController::opened, m_history.get(),
            &HistoryController::setWorkspace);
}

} // namespace coldframe
