// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workbench.h"

#include "core/base/datalocation.h"
#include "core/invoker/host.h"
#include "core/invoker/localinvoker.h"
#include "core/lambda/errorpayload.h"
#include "gui/app/comparisoncontroller.h"
#include "gui/app/endpointcontroller.h"
#include "gui/app/environmentscontroller.h"
#include "gui/app/environmentstatus.h"
#include "gui/app/eventkeeper.h"
#include "gui/app/exampleworkspace.h"
#include "gui/app/fidelitydialog.h"
#include "gui/app/fixturescontroller.h"
#include "gui/app/functionstrip.h"
#include "gui/app/historycontroller.h"
#include "gui/app/languages.h"
#include "gui/app/later.h"
#include "gui/app/mainwindow.h"
#include "gui/app/pricescontroller.h"
#include "gui/app/probecontroller.h"
#include "gui/app/queuecontroller.h"
#include "gui/app/reportcontroller.h"
#include "gui/app/runbar.h"
#include "gui/app/runcontroller.h"
#include "gui/app/settingscontroller.h"
#include "gui/app/timelinecontroller.h"
#include "gui/app/tuningcontroller.h"
#include "gui/app/variablesdialog.h"
#include "gui/app/workspacecontroller.h"
#include "gui/base/codeeditor.h"
#include "gui/comparison/comparisonpanel.h"
#include "gui/cost/costpanel.h"
#include "gui/editor/editorpanel.h"
#include "gui/endpoint/endpointpanel.h"
#include "gui/environments/burstpanel.h"
#include "gui/environments/environmentspanel.h"
#include "gui/events/eventpanel.h"
#include "gui/events/noticeslot.h"
#include "gui/fixtures/fixturespanel.h"
#include "gui/history/historypanel.h"
#include "gui/logs/logpanel.h"
#include "gui/probe/probepanel.h"
#include "gui/project/workspacepanel.h"
#include "gui/queue/queuepanel.h"
#include "gui/run/responsepanel.h"
#include "gui/run/runlistpanel.h"
#include "gui/timeline/timelinepanel.h"
#include "gui/tuning/tuningpanel.h"
#include "wording/errortext.h"
#include "wording/failureplace.h"
#include "wording/limitsinforce.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStatusBar>
#include <QVBoxLayout>

namespace coldframe {

Services Workbench::realServices(const WorkbenchFolders &folders)
{
    const auto host = std::make_shared<Host>(folders.data, cacheDirectory());
    return {std::make_unique<SystemClock>(),
            std::make_unique<LocalInvoker>(LocalInvoker::Options{folders.data, cacheDirectory()}),
            [host](IsolationChoice choice, const EmulationOptions &emulation) {
                return limitsInForce(*host, choice, emulation);
            }};
}

Workbench::Workbench(Services services, WorkbenchFolders folders, QSettings &settings,
                     const QPalette &platform)
    : m_services(std::move(services))
    , m_folders(std::move(folders))
    , m_store(settings)
    , m_platform(platform)
    , m_runModel(std::make_unique<RunModel>(*m_services.clock))
    , m_window(std::make_unique<MainWindow>())
    , m_actions(makeActions(*m_window))
{
    m_settings = std::make_unique<SettingsController>(
        m_store, m_actions, m_platform, availableLanguages(m_folders.translations), *m_window);
    makePanels();
    m_eventKeeper = std::make_unique<EventKeeper>(*m_eventPanel, *m_services.clock);
    m_workspace = std::make_unique<WorkspaceController>(WorkspaceViews{
        m_workspacePanel, m_editor, m_eventPanel, m_eventKeeper.get(), m_runBar, m_strip});
    m_resultController = std::make_unique<ResultController>(*m_runModel, m_results);
    m_runs = std::make_unique<RunController>(*m_services.invoker);
    m_probe = std::make_unique<ProbeController>(*m_services.invoker, *m_probePanel);
    m_timelineFiles = std::make_unique<TimelineController>(*m_results.timeline);
    joinRuns();
    joinEnvironments();
    joinProbe();
    joinTuning();
    joinActions();
    joinQueueAndEndpoint();
    joinFixtures();
    joinHistory();
    joinCosts();
    joinComparison();
    m_settings->apply();
    m_window->restoreLayout(m_store.windowLayout());
    updateActions();
}

Workbench::~Workbench() = default;

void Workbench::makePanels()
{
    m_runBar = new RunBar(m_actions, m_window.get());
    m_strip = new FunctionStrip;
    m_window->setToolBars(m_runBar, m_strip);

    m_editor = new EditorPanel(*m_services.clock);
    m_notices = new NoticeSlot;
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_editor, 1);
    m_window->setCentralWidget(centre);

    m_workspacePanel = new WorkspacePanel;
    m_eventPanel = new EventPanel;
    m_queuePanel = new QueuePanel;
    m_endpointPanel = new EndpointPanel;
    m_results = {new ResponsePanel(*m_services.clock), new LogPanel, new TimelinePanel,
                 new CostPanel, new RunListPanel(*m_runModel)};
    m_probePanel = new ProbePanel;
    m_tuningPanel = new TuningPanel;
    m_fixturesPanel = new FixturesPanel;
    m_historyPanel = new HistoryPanel(*m_services.clock);
    m_comparisonPanel = new ComparisonPanel;
    const auto add
        = [this](const char *id, const QString &title, QWidget *panel, Qt::DockWidgetArea area) {
              m_window->addPanel(QLatin1String(id), title, panel, area);
          };
    add("workspaceDock", tr("Workspace"), m_workspacePanel, Qt::LeftDockWidgetArea);
    add("eventDock", tr("Event"), m_eventPanel, Qt::RightDockWidgetArea);
    add("responseDock", tr("Response"), m_results.response, Qt::BottomDockWidgetArea);
    add("logDock", tr("Log"), m_results.log, Qt::BottomDockWidgetArea);
    add("timelineDock", tr("Timeline"), m_results.timeline, Qt::BottomDockWidgetArea);
    add("costDock", tr("Cost"), m_results.cost, Qt::BottomDockWidgetArea);
    add("runsDock", tr("Runs"), m_results.runs, Qt::BottomDockWidgetArea);
    add("historyDock", tr("History"), m_historyPanel, Qt::BottomDockWidgetArea);
    add("comparisonDock", tr("Comparison"), m_comparisonPanel, Qt::BottomDockWidgetArea);
    add("fixturesDock", tr("Fixtures"), m_fixturesPanel, Qt::BottomDockWidgetArea);
    m_environmentsPanel = new EnvironmentsPanel(*m_services.clock);
    m_environmentsPanel->addToolActions({m_actions.runCold, m_actions.recycle});
    m_burstPanel = new BurstPanel;
    add("environmentsDock", tr("Environments"), m_environmentsPanel, Qt::BottomDockWidgetArea);
    add("burstDock", tr("Burst"), m_burstPanel, Qt::BottomDockWidgetArea);
    add("probeDock", tr("Probe"), m_probePanel, Qt::BottomDockWidgetArea);
    add("tuningDock", tr("Power Tuning"), m_tuningPanel, Qt::BottomDockWidgetArea);
    add("queueDock", tr("Queue"), m_queuePanel, Qt::BottomDockWidgetArea);
    add("endpointDock", tr("Lambda API"), m_endpointPanel, Qt::BottomDockWidgetArea);
    fillMenuBar(*m_window, m_actions, m_window->panelActions());

    m_status = new EnvironmentStatus(m_actions);
    m_window->statusBar()->addPermanentWidget(m_status, 1);
    m_window->statusBar()->setSizeGripEnabled(false);
}

void Workbench::joinRuns()
{
    connect(m_runs.get(), &RunController::started, this, [this](const InvocationRequest &request) {
        m_editor->clearProblems();
        m_resultController->begin(request, m_eventName);
    });
    connect(m_runs.get(), &RunController::logAppended, m_resultController.get(),
            &ResultController::appendLog);
    connect(m_runs.get(), &RunController::responseAppended, m_resultController.get(),
            &ResultController::appendResponse);
    connect(m_runs.get(), &RunController::finished, this, [this](const InvocationRecord &record) {
        m_lastRecord = record;
        m_resultController->finish(record);
        m_status->setLastRun(record.environment);
        if (record.status != InvocationStatus::Succeeded)
            m_window->showPanel(QStringLiteral("responseDock"));
        markFailure(record);
        updateActions();
    });
    connect(m_runs.get(), &RunController::failed, this,
            [this](const QString &requestId, const Error &error) {
                m_resultController->fail(requestId, error);
                m_window->showPanel(QStringLiteral("responseDock"));
            });
    connect(m_runs.get(), &RunController::runningChanged, this, &Workbench::updateActions);
    connect(m_services.invoker.get(), &Invoker::environmentsChanged, m_status,
            &EnvironmentStatus::setEnvironments);
    connect(m_status, &EnvironmentStatus::fidelityRequested, this, &Workbench::showFidelity);

    const auto runNow = [this] { run(StartChoice::ReuseWarm); };
    connect(m_results.response, &ResponsePanel::runRequested, this, runNow);
    connect(m_results.response, &ResponsePanel::stopRequested, m_runs.get(), &RunController::stop);
    connect(m_results.response, &ResponsePanel::fileRequested, this,
            [this](const QString &path, int line) {
                m_editor->openAt(path, {line, 1});
            });
    connect(m_results.timeline, &TimelinePanel::fileRequested, m_editor, &EditorPanel::open);
    m_results.log->setViewSettings(m_store.logView());
    connect(m_results.log, &LogPanel::viewSettingsChanged, this,
            [this] { m_store.setLogView(m_results.log->viewSettings()); });
    connect(m_actions.openLog, &QAction::triggered, this, [this] {
        m_window->showPanel(QStringLiteral("logDock"));
        m_results.log->askToOpenFile();
    });
    connect(m_results.runs, &RunListPanel::runRequested, this, runNow);
    connect(m_results.runs, &RunListPanel::rerunRequested, this, &Workbench::runAgain);
    connect(m_results.runs, &RunListPanel::stopRequested, m_services.invoker.get(), &Invoker::stop);
}

void Workbench::joinEnvironments()
{
    m_environments = std::make_unique<EnvironmentsController>(
        *m_services.invoker, *m_services.clock, *m_environmentsPanel, *m_burstPanel,
        [this](EnvironmentsController::Purpose purpose) -> std::optional<InvocationRequest> {
            if (purpose == EnvironmentsController::Purpose::ToSend && !saveFiles())
                return std::nullopt;
            return chosenRequest();
        });
    connect(m_runs.get(), &RunController::finished, m_environmentsPanel,
            &EnvironmentsPanel::append);
    connect(m_environments.get(), &EnvironmentsController::burstFinished, m_resultController.get(),
            &ResultController::listRun);
    connect(m_workspace.get(), &WorkspaceController::functionChanged, m_environments.get(),
            &EnvironmentsController::noticeFunction);
    connect(m_settings.get(), &SettingsController::settingsChanged, m_environments.get(),
            &EnvironmentsController::noticeFunction);
    connect(m_eventPanel, &EventPanel::eventChanged, this,
            [this] { m_environments->noticeEvent(m_eventPanel->eventName()); });
}

void Workbench::joinProbe()
{
    connect(m_actions.probe, &QAction::triggered, this, &Workbench::probe);
    connect(m_actions.stopProbe, &QAction::triggered, m_probe.get(), &ProbeController::stop);
    connect(m_probePanel, &ProbePanel::startRequested, this, &Workbench::probe);
    connect(m_probePanel, &ProbePanel::stopRequested, m_probe.get(), &ProbeController::stop);
    connect(m_probePanel, &ProbePanel::fileRequested, m_editor, &EditorPanel::open);
    connect(m_probe.get(), &ProbeController::runningChanged, this, &Workbench::updateActions);
}

void Workbench::joinActions()
{
    const auto on
        = [this](QAction *action, auto slot) { connect(action, &QAction::triggered, this, slot); };
    const auto zoom = [this](void (CodeEditor::*step)()) {
        if (CodeEditor *editor = m_editor->currentEditor())
            (editor->*step)();
    };
    on(m_actions.newFile, [this] { m_editor->newFile(); });
    on(m_actions.openFolder, [this] { openFolder(); });
    on(m_actions.nextPanel, [this] { m_window->focusNextPanel(); });
    on(m_actions.previousPanel, [this] { m_window->focusPreviousPanel(); });
    on(m_actions.save, [this] { m_editor->save(); });
    on(m_actions.saveAll, [this] { m_editor->saveAll(); });
    on(m_actions.closeFile, [this] { m_editor->closeCurrent(); });
    on(m_actions.quit, [this] { m_window->close(); });
    on(m_actions.find, [zoom] { zoom(&CodeEditor::showFind); });
    on(m_actions.zoomIn, [zoom] { zoom(&CodeEditor::zoomIn); });
    on(m_actions.zoomOut, [zoom] { zoom(&CodeEditor::zoomOut); });
    on(m_actions.zoomReset, [zoom] { zoom(&CodeEditor::resetZoom); });
    on(m_actions.run, [this] { run(StartChoice::ReuseWarm); });
    on(m_actions.runCold, [this] { run(StartChoice::ForceCold); });
    on(m_actions.runAgain, [this] {
        if (m_lastRecord)
            runAgain(*m_lastRecord);
    });
    on(m_actions.stop, [this] { m_runs->stop(); });
    on(m_actions.recycle, [this] { m_services.invoker->recycle(); });
    connect(m_actions.freeze, &QAction::triggered, this, [this](bool freezes) {
        RunSettings settings = m_settings->settings().run;
        settings.emulation.freezesBetweenInvocations = freezes;
        m_settings->setRunSettings(settings);
    });
    on(m_actions.runOptions, [this] { m_strip->showRunOptions(); });
    on(m_actions.fidelity, [this] { showFidelity(); });
    on(m_actions.about, [this] { showAbout(); });

    connect(m_workspacePanel, &WorkspacePanel::openFolderRequested, this, &Workbench::openFolder);
    connect(m_runBar, &RunBar::eventRequested, this, [this] {
        m_window->showPanel(QStringLiteral("eventDock"));
        m_eventPanel->showChooser();
    });
    connect(m_strip, &FunctionStrip::variablesRequested, this, &Workbench::editVariables);
    connect(m_strip, &FunctionStrip::runSettingsEdited, m_settings.get(),
            &SettingsController::setRunSettings);
    connect(m_workspace.get(), &WorkspaceController::functionChanged, this,
            &Workbench::updateActions);
    connect(m_workspace.get(), &WorkspaceController::opened, this, [this](const QString &folder) {
        m_notices->drop();
        m_window->setWindowTitle(
            QStringLiteral("%1 – Coldframe").arg(QFileInfo(folder).fileName()));
        storeSession(); // after a crash, drafts are found only in the folder that was open
    });
    connect(m_workspace.get(), &WorkspaceController::failed, this, &Workbench::tell);
    connect(m_eventKeeper.get(), &EventKeeper::failed, this, &Workbench::tell);
    m_eventPanel->setRecentTemplates(m_store.recentTemplates());
    connect(m_eventPanel, &EventPanel::recentTemplatesChanged, this,
            [this](const QStringList &ids) { m_store.setRecentTemplates(ids); });
    connect(m_settings.get(), &SettingsController::settingsChanged, this,
            [this](const Settings &settings) {
                m_editor->setFontPointSize(settings.editor.fontPointSize);
                m_actions.freeze->setChecked(settings.run.emulation.freezesBetweenInvocations);
                m_strip->setRunSettings(settings.run);
                findLimits();
            });
    connect(m_window.get(), &MainWindow::paletteChanged, this,
            [this] { setIcons(m_actions, m_window->palette()); });
    connect(m_window.get(), &MainWindow::closeRequested, m_editor, &EditorPanel::requestClose);
    connect(m_editor, &EditorPanel::closeConfirmed, this, [this] {
        m_probe->stop();
        m_tuning->stop();
        m_fixtures->stop();
        storeSession();
        m_endpoint->stop();
        m_window->closeNow();
    });
}

void Workbench::start(const QString &folder)
{
    const QString data = m_folders.data;
    // A kept event may come from a template, so templates are there before a folder is.
    whenDone(later([data] {
                 return TemplateCatalogue::load(data + QStringLiteral("/templates/events"));
             }),
             this, [this, folder](const Result<TemplateCatalogue> &catalogue) {
                 if (catalogue) {
                     m_catalogue = *catalogue;
                     m_eventPanel->setCatalogue(&*m_catalogue);
                 }
                 openWanted(folder);
                 if (!catalogue)
                     tell(catalogue.error());
             });
    m_prices->load();
}

void Workbench::openWanted(const QString &folder)
{
    const SessionState session = m_store.session();
    if (!folder.isEmpty())
        m_workspace->open(QFileInfo(folder).absoluteFilePath(), session);
    else if (QFileInfo(session.workspace).isDir())
        m_workspace->open(session.workspace, session);
    else
        openExample();
}

void Workbench::openExample()
{
    whenDone(later([folders = m_folders] {
                 return provideExampleWorkspace(folders.data, folders.examples);
             }),
             this, [this](const Result<QString> &folder) {
                 if (folder)
                     m_workspace->open(*folder);
                 else
                     tell(folder.error());
             });
}

void Workbench::openFolder()
{
    auto *dialog = new QFileDialog(m_window.get(), tr("Open Folder"), m_workspace->directory());
    dialog->setObjectName(QStringLiteral("openFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_workspace->open(folder); });
    dialog->open();
}

std::optional<InvocationRequest> Workbench::chosenRequest() const
{
    const FunctionConfig *function = m_workspace->function();
    if (!function)
        return std::nullopt;
    InvocationRequest request;
    request.function = *function;
    request.function.region = m_settings->settings().cost.region;
    request.event = m_eventPanel->event();
    applyRunSettings(request);
    return request;
}

void Workbench::applyRunSettings(InvocationRequest &request) const
{
    const RunSettings &settings = m_settings->settings().run;
    request.isolation = settings.isolation;
    request.emulation = settings.emulation;
    request.responseMode = settings.responseMode;
}

void Workbench::run(StartChoice start)
{
    auto request = chosenRequest();
    if (!request)
        return;
    request->start = start;
    startRun(std::move(*request), m_eventPanel->eventName());
}

void Workbench::probe()
{
    if (m_probe->isRunning() || !saveFiles())
        return;
    const std::optional<InvocationRequest> request = chosenRequest();
    if (!request)
        return;
    m_window->showPanel(QStringLiteral("probeDock"));
    m_probe->start(*request, m_eventPanel->eventName());
}

void Workbench::runAgain(const InvocationRecord &record)
{
    InvocationRequest request;
    request.function = record.function;
    request.event = record.event;
    const int row = m_runModel->rowOf(record.requestId);
    startRun(std::move(request), row < 0 ? QString() : m_runModel->run(row).eventName);
}

bool Workbench::saveFiles()
{
    if (m_editor->saveFiles())
        return true;
    m_notices->tell(NoticeBar::Tone::Error,
                    tr("Nothing was run: a file could not be saved, so what runs would not be "
                       "what you see. Save it under another name or close it, then run again."));
    return false;
}

void Workbench::startRun(InvocationRequest request, const QString &eventName)
{
    if (!saveFiles())
        return;
    applyRunSettings(request);
    m_eventName = eventName;
    m_runs->run(std::move(request));
}

void Workbench::updateActions()
{
    const bool canRun = m_workspace->function() != nullptr && !m_runs->isRunning();
    m_actions.run->setEnabled(canRun);
    m_actions.runCold->setEnabled(canRun);
    m_actions.saveReport->setEnabled(m_resultController->shown() != nullptr);
    m_actions.runAgain->setEnabled(m_lastRecord.has_value() && !m_runs->isRunning());
    m_actions.runOptions->setEnabled(m_workspace->function() != nullptr);
    m_actions.stop->setEnabled(m_runs->isRunning());
    m_actions.probe->setEnabled(m_workspace->function() != nullptr && !m_probe->isRunning());
    m_actions.stopProbe->setEnabled(m_probe->isRunning());
    m_actions.tune->setEnabled(m_workspace->function() != nullptr && !m_tuning->isRunning());
    m_actions.stopTuning->setEnabled(m_tuning->isRunning());
    noticeTuned();
    m_probePanel->setReady(m_workspace->function() != nullptr);
    m_actions.saveFixture->setEnabled(m_lastRecord.has_value());
    m_actions.runFixtures->setEnabled(!m_fixtures || !m_fixtures->isRunning());
    m_actions.runFailedFixtures->setEnabled(m_actions.runFixtures->isEnabled());
    m_actions.sendAsynchronously->setEnabled(m_workspace->function() != nullptr);
}

void Workbench::markFailure(const InvocationRecord &record)
{
    const ErrorPayload error = parseErrorPayload(record.response);
    if (const auto place = failurePlace(record))
        m_editor->showProblem(record.function.codeDirectory + u'/' + place->file, {place->line, 1},
                              QStringLiteral("%1: %2").arg(error.errorType, error.errorMessage));
}

void Workbench::editVariables()
{
    const FunctionConfig *function = m_workspace->function();
    if (!function)
        return;
    auto *dialog = new VariablesDialog(function->name, function->environment, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_workspace->editVariables(dialog->variables()); });
    dialog->open();
}

void Workbench::findLimits()
{
    const RunSettings wanted = m_settings->settings().run;
    if (!m_services.limits) {
        LimitsInForce limits;
        limits.emulation = wanted.emulation;
        return showLimits(limits);
    }
    whenDone(later([limits = m_services.limits, wanted] {
                 return limits(wanted.isolation, wanted.emulation);
             }),
             this, [this, wanted](const Result<LimitsInForce> &limits) {
                 if (wanted == m_settings->settings().run) // else a later answer is on its way
                     showLimits(limits);
             });
}

void Workbench::showLimits(const Result<LimitsInForce> &limits)
{
    if (!limits)
        return m_status->setIsolation(tr("no bubblewrap"), errorText(limits.error()));
    m_limits = *limits;
    m_status->setIsolation(isolationText(limits->isolation), limitsText(*limits));
}

void Workbench::showFidelity()
{
    auto *dialog = new FidelityDialog(m_limits, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Workbench::showAbout()
{
    auto *box = new QMessageBox(m_window.get());
    box->setObjectName(QStringLiteral("aboutBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Coldframe"));
    box->setIconPixmap(m_window->windowIcon().pixmap(64, 64));
    box->setText(QStringLiteral("<h3>Coldframe %1</h3><p>%2</p><p>%3</p>")
                     .arg(QStringLiteral(COLDFRAME_VERSION),
                          tr("Runs, times and prices AWS Lambda functions on your own computer."),
                          tr("Free software under the GNU General Public License, version 3 or "
                             "later. Not affiliated with Amazon Web Services.")));
    box->open();
}

void Workbench::storeSession()
{
    m_eventKeeper->flush();
    m_store.setSession(m_workspace->session());
    m_store.setWindowLayout(m_window->windowLayout());
}

void Workbench::tell(const Error &error)
{
    m_notices->tell(NoticeBar::Tone::Error, errorText(error));
}

} // namespace coldframe

#include "moc_workbench.cpp"
