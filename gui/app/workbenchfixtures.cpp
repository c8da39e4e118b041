// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench joins the fixtures with the rest.
#include "gui/app/eventkeeper.h"
#include "gui/app/fixturescontroller.h"
#include "gui/app/mainwindow.h"
#include "gui/app/settingscontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/editor/editorpanel.h"
#include "gui/events/eventpanel.h"
#include "gui/fixtures/fixturespanel.h"

#include <QAction>

namespace coldframe {

void Workbench::joinFixtures()
{
    m_fixtures = std::make_unique<FixturesController>(
        *m_services.invoker, *m_services.clock,
        [this]() -> std::optional<FixturePlan> {
            if (!saveFiles())
                return std::nullopt;
            FixturePlan plan;
            plan.functions = functionsOfNow();
            plan.isolation = m_settings->settings().run.isolation;
            plan.emulation = m_settings->settings().run.emulation;
            return plan;
        },
        *m_fixturesPanel);

    connect(m_actions.saveFixture, &QAction::triggered, this, [this] {
        if (m_lastRecord)
            m_fixtures->saveRun(*m_lastRecord, m_eventName);
    });
    connect(m_actions.runFixtures, &QAction::triggered, this, [this] {
        m_window->showPanel(QStringLiteral("fixturesDock"));
        m_fixturesPanel->runAll();
    });
    connect(m_actions.runFailedFixtures, &QAction::triggered, this, [this] {
        m_window->showPanel(QStringLiteral("fixturesDock"));
        m_fixturesPanel->runFailed();
    });
    connect(m_fixturesPanel, &FixturesPanel::saveRunRequested, m_actions.saveFixture,
            &QAction::trigger);
    connect(m_fixturesPanel, &FixturesPanel::mutateRequested, this, [this] {
        const FunctionConfig *function = m_workspace->function();
        const Result<void> made
            = m_fixtures->mutate(m_eventPanel->event(), m_eventPanel->eventName(),
                                 function ? function->name : QString());
        if (!made)
            tell(made.error());
    });
    connect(m_fixtures.get(), &FixturesController::failed, this, &Workbench::tell);
    connect(m_fixtures.get(), &FixturesController::fileRequested, m_editor, &EditorPanel::open);
    connect(m_fixtures.get(), &FixturesController::eventFileRequested, this,
            [this](const QString &path) {
                m_window->showPanel(QStringLiteral("eventDock"));
                m_eventPanel->openFile(path);
            });
    connect(m_fixtures.get(), &FixturesController::eventRequested, this,
            [this](const QByteArray &event, const QString &name) {
                m_window->showPanel(QStringLiteral("eventDock"));
                m_eventPanel->setEvent(event, name);
            });
    connect(m_fixtures.get(), &FixturesController::showRunRequested, this,
            [this](const InvocationRecord &record) {
                m_resultController->show(record);
                m_window->showPanel(QStringLiteral("responseDock"));
            });
    connect(m_eventKeeper.get(), &EventKeeper::saved, m_fixtures.get(),
            &FixturesController::refresh);
    connect(m_fixtures.get(), &FixturesController::saved, this,
            [this] { m_window->showPanel(QStringLiteral("fixturesDock")); });
    connect(m_fixtures.get(), &FixturesController::runningChanged, this, &Workbench::updateActions);
    connect(m_workspace.get(), &WorkspaceController::functionChanged, this, [this] {
        m_fixtures->setFunction(m_workspace->function() ? m_workspace->function()->name
                                                        : QString());
    });
    connect(m_workspace.get(), &WorkspaceController::opened, m_fixtures.get(),
            &FixturesController::setWorkspace);
}

} // namespace coldframe
