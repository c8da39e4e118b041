// SPDX-License-Identifier: GPL-3.0-or-later
// How the workbench joins comparisons and reports with the rest.
#include "gui/app/comparisoncontroller.h"
#include "gui/app/historycontroller.h"
#include "gui/app/mainwindow.h"
#include "gui/app/reportcontroller.h"
#include "gui/app/workbench.h"
#include "gui/app/workspacecontroller.h"
#include "gui/comparison/comparisonpanel.h"
#include "gui/events/noticeslot.h"
#include "gui/history/historypanel.h"

#include <QAction>
#include <QDir>

namespace coldframe {

void Workbench::joinComparison()
{
    m_comparison = std::make_unique<ComparisonController>(*m_comparisonPanel);
    m_reports = std::make_unique<ReportController>(*m_services.clock, *m_window);
    m_historyPanel->offerComparison();
    connect(m_historyPanel, &HistoryPanel::compareRequested, this,
            [this](const std::vector<RunId> &before, const std::vector<RunId> &after) {
                m_comparison->compare(before, after);
                m_window->showPanel(QStringLiteral("comparisonDock"));
            });
    connect(m_workspace.get(), &WorkspaceController::opened, this,
            [this](const QString &directory) {
                m_comparison->setWorkspace(directory);
                m_reports->setWorkspace(directory);
            });
    connect(m_comparisonPanel, &ComparisonPanel::reportRequested, this,
            [this] { m_reports->saveComparison(m_comparisonPanel->comparison()); });
    connect(m_actions.saveReport, &QAction::triggered, this, [this] {
        if (const InvocationRecord *record = m_resultController->shown())
            m_reports->saveRun(*record);
    });
    connect(m_resultController.get(), &ResultController::shownChanged, this,
            &Workbench::updateActions);
    connect(m_reports.get(), &ReportController::saved, this, [this](const QString &path) {
        m_notices->tell(NoticeBar::Tone::Information,
                        tr("The report is in %1.").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_reports.get(), &ReportController::failed, this, &Workbench::tell);
}

} // namespace coldframe
