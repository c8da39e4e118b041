// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/events/templatecatalogue.h"
#include "core/invoker/invoker.h"
#include "gui/app/actions.h"
#include "gui/app/resultcontroller.h"
#include "gui/app/settings.h"
#include "wording/fidelity.h"

#include <QObject>
#include <QPalette>

#include <functional>
#include <memory>

class QSettings;

namespace coldframe {

class BurstPanel;
class EnvironmentStatus;
class EnvironmentsController;
class EnvironmentsPanel;
class EventKeeper;
class EditorPanel;
class EndpointController;
class EndpointPanel;
class EventPanel;
class FixturesController;
class FixturesPanel;
class FunctionStrip;
class MainWindow;
class NoticeSlot;
class ProbeController;
class ProbePanel;
class QueueController;
class QueuePanel;
class RunBar;
class RunController;
class RunModel;
class TuningController;
class TuningPanel;
class SettingsController;
class TimelineController;
class WorkspaceController;
class WorkspacePanel;

/// What a workbench works with; a test gives others.
struct Services
{
    std::unique_ptr<Clock> clock;
    std::unique_ptr<Invoker> invoker;

    /// What will hold in an environment; asked in a pool thread, for it may block. Without one, it
    /// is what LimitsInForce says by itself.
    std::function<Result<LimitsInForce>(IsolationChoice, const EmulationOptions &)> limits = {};
};

/// Where a workbench finds and keeps things.
struct WorkbenchFolders
{
    QString data; ///< see core/base/datalocation.h
    QString examples; ///< where the copy of the bundled example goes
    QString translations;
};

/// The composition root: makes services, models, panels and the controllers that join them.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    /// settings must outlive the workbench; platform is the palette the program was started with.
    Workbench(Services services, WorkbenchFolders folders, QSettings &settings,
              const QPalette &platform);
    ~Workbench() override;

    static Services realServices(const WorkbenchFolders &folders);

    MainWindow &window() { return *m_window; }

    /// Reads templates and prices and opens a folder: this one, else the one of the last session,
    /// else a copy of the bundled example. Nothing of it happens in the caller's time.
    void start(const QString &folder = {});

private:
    void makePanels();
    void joinRuns();
    void joinProbe();
    void joinTuning();
    void tune();
    void noticeTuned();
    void joinActions();
    void joinEnvironments();
    void joinQueueAndEndpoint();
    void joinFixtures();
    void openWanted(const QString &folder);
    void openExample();
    void openFolder();
    void run(StartChoice start);
    void probe();
    std::optional<InvocationRequest> chosenRequest() const;
    bool saveFiles();
    void runAgain(const InvocationRecord &record);
    void startRun(InvocationRequest request, const QString &eventName);
    void applyRunSettings(InvocationRequest &request) const;
    void sendAsynchronously();
    std::vector<FunctionConfig> functionsOfNow() const;
    std::optional<FunctionConfig> functionOfNow(const QString &name) const;
    void passFunctionsOn();
    void updateActions();
    void markFailure(const InvocationRecord &record);
    void editVariables();
    void findLimits();
    void showLimits(const Result<LimitsInForce> &limits);
    void showFidelity();
    void showAbout();
    void storeSession();
    void tell(const Error &error);

    Services m_services;
    WorkbenchFolders m_folders;
    SettingsStore m_store;
    QPalette m_platform;
    std::optional<TemplateCatalogue> m_catalogue;
    std::unique_ptr<RunModel> m_runModel;
    std::unique_ptr<MainWindow> m_window;
    Actions m_actions;

    // The window owns the panels.
    RunBar *m_runBar = nullptr;
    FunctionStrip *m_strip = nullptr;
    EnvironmentStatus *m_status = nullptr;
    NoticeSlot *m_notices = nullptr;
    WorkspacePanel *m_workspacePanel = nullptr;
    EditorPanel *m_editor = nullptr;
    EventPanel *m_eventPanel = nullptr;
    ResultPanels m_results;
    EnvironmentsPanel *m_environmentsPanel = nullptr;
    BurstPanel *m_burstPanel = nullptr;
    ProbePanel *m_probePanel = nullptr;
    TuningPanel *m_tuningPanel = nullptr;
    QueuePanel *m_queuePanel = nullptr;
    EndpointPanel *m_endpointPanel = nullptr;
    FixturesPanel *m_fixturesPanel = nullptr;

    std::unique_ptr<SettingsController> m_settings;
    std::unique_ptr<EventKeeper> m_eventKeeper;
    std::unique_ptr<WorkspaceController> m_workspace;
    std::unique_ptr<ResultController> m_resultController;
    std::unique_ptr<RunController> m_runs;
    std::unique_ptr<EnvironmentsController> m_environments;
    std::unique_ptr<ProbeController> m_probe;
    std::unique_ptr<TuningController> m_tuning;
    std::unique_ptr<TimelineController> m_timelineFiles;
    std::unique_ptr<QueueController> m_queue;
    std::unique_ptr<EndpointController> m_endpoint; ///< behind the queue that takes its events
    std::unique_ptr<FixturesController> m_fixtures;
    std::optional<InvocationRecord> m_lastRecord;
    LimitsInForce m_limits; ///< of the next run
    QString m_eventName; ///< of the run that goes on
};

} // namespace coldframe
