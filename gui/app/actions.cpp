// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/actions.h"

#include "gui/app/runoptions.h"
#include "gui/base/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace coldframe {

namespace {

struct ActionTexts
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

struct NewAction
{
    const char *objectName;
    QString text;
    QList<QKeySequence> shortcuts = {};
    QString toolTip = {};
};

QAction *make(QMainWindow &window, const NewAction &source)
{
    auto *action = new QAction(source.text, &window);
    action->setObjectName(QLatin1String(source.objectName));
    action->setShortcuts(source.shortcuts);
    if (!source.toolTip.isEmpty()) {
        const QString keys = source.shortcuts.isEmpty()
            ? QString()
            : QStringLiteral(" (%1)").arg(
                source.shortcuts.front().toString(QKeySequence::NativeText));
        action->setToolTip(source.toolTip + keys);
    }
    window.addAction(action); // so that the shortcut works without a menu bar, too
    return action;
}

std::map<ColourScheme, QAction *> makeThemes(QMainWindow &window)
{
    auto *group = new QActionGroup(&window);
    std::map<ColourScheme, QAction *> themes{
        {ColourScheme::System, make(window, {"themeSystem", ActionTexts::tr("As the &System")})},
        {ColourScheme::Light, make(window, {"themeLight", ActionTexts::tr("&Light")})},
        {ColourScheme::Dark, make(window, {"themeDark", ActionTexts::tr("&Dark")})}};
    for (const auto &[scheme, action] : themes) {
        action->setCheckable(true);
        group->addAction(action);
    }
    return themes;
}

void addRunActions(QMainWindow &window, Actions &actions)
{
    actions.run
        = make(window,
               {"run",
                ActionTexts::tr("&Run"),
                {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)},
                ActionTexts::tr("Run the function with the event")});
    actions.runCold
        = make(window,
               {"runCold",
                ActionTexts::tr("Run &Cold"),
                {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter)},
                ActionTexts::tr("Run in a new execution environment, as a cold start. On Lambda, "
                                "every event starts cold that finds no idle environment.")});
    actions.runAgain = make(
        window,
        {"runAgain", ActionTexts::tr("Run Last &Again"), {QKeySequence(Qt::CTRL | Qt::Key_R)}});
    actions.stop = make(window,
                        {"stop",
                         ActionTexts::tr("&Stop"),
                         {QKeySequence(Qt::SHIFT | Qt::Key_F5)},
                         ActionTexts::tr("Stop the run")});
    actions.probe = make(window,
                         {"probe",
                          ActionTexts::tr("&Probe"),
                          {QKeySequence(Qt::Key_F9)},
                          ActionTexts::tr("Find out what the event leaves to the next one")});
    actions.stopProbe = make(window,
                             {"stopProbeAction",
                              ActionTexts::tr("Stop Pro&be"),
                              {QKeySequence(Qt::SHIFT | Qt::Key_F9)}});
    actions.tune = make(window,
                        {"tune",
                         ActionTexts::tr("Tune &Memory"),
                         {QKeySequence(Qt::CTRL | Qt::Key_F9)},
                         ActionTexts::tr("Find the memory size that is the cheapest or the "
                                         "fastest")});
    actions.stopTuning = make(window,
                              {"stopTuningAction",
                               ActionTexts::tr("Stop Tunin&g"),
                               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F9)}});
    actions.runFixtures = make(window,
                               {"runFixtures",
                                ActionTexts::tr("Run Fi&xtures"),
                                {QKeySequence(Qt::Key_F8)},
                                ActionTexts::tr("Run all fixtures that are listed")});
    actions.runFailedFixtures = make(window,
                                     {"runFailedFixtures",
                                      ActionTexts::tr("Run Failed Fix&tures"),
                                      {QKeySequence(Qt::SHIFT | Qt::Key_F8)},
                                      ActionTexts::tr("Run again what did not pass")});
    actions.saveFixture
        = make(window,
               {"saveFixture",
                ActionTexts::tr("Save Run as Fixtur&e…"),
                {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S)},
                ActionTexts::tr("Keep the event of the last run, and what came of it, as a test")});
    actions.recycle = make(window,
                           {"recycle",
                            ActionTexts::tr("Rec&ycle Environments"),
                            {QKeySequence(Qt::CTRL | Qt::Key_F5)},
                            ActionTexts::tr("End all idle environments; the next run starts cold. "
                                            "Lambda does so when it likes, also under load.")});
    actions.recycle->setIconText(ActionTexts::tr("Recycle"));
    actions.freeze = make(window,
                          {"freeze",
                           ActionTexts::tr("&Freeze Between Invocations"),
                           {QKeySequence(Qt::CTRL | Qt::Key_F8)},
                           freezeToolTip()});
    actions.freeze->setCheckable(true);
    actions.freeze->setIconText(ActionTexts::tr("Freeze"));
    actions.runOptions = make(window,
                              {"runOptionsAction",
                               ActionTexts::tr("Run &Options…"),
                               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}});
    actions.sendAsynchronously
        = make(window,
               {"sendAsynchronously",
                ActionTexts::tr("Send Asynchrono&usly"),
                {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Return),
                 QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Enter)},
                ActionTexts::tr("Put the event into the queue, with retries and destinations")});
    actions.serveApi = make(window,
                            {"serveApi",
                             ActionTexts::tr("Serve &Lambda API"),
                             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)},
                             ActionTexts::tr("Serve the functions on 127.0.0.1 for AWS SDKs and "
                                             "the AWS CLI")});
    actions.serveApi->setCheckable(true);
}

} // namespace

Actions makeActions(QMainWindow &window)
{
    Actions actions{};
    actions.newFile = make(
        window, {"newFile", ActionTexts::tr("&New File"), {QKeySequence(Qt::CTRL | Qt::Key_N)}});
    actions.openFolder = make(
        window,
        {"openFolder", ActionTexts::tr("&Open Folder…"), {QKeySequence(Qt::CTRL | Qt::Key_O)}});
    actions.openLog = make(window, {"openLog", ActionTexts::tr("Open &Log File…")});
    actions.save
        = make(window, {"save", ActionTexts::tr("&Save"), {QKeySequence(Qt::CTRL | Qt::Key_S)}});
    actions.saveAll = make(window,
                           {"saveAll",
                            ActionTexts::tr("Save &All"),
                            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}});
    actions.closeFile
        = make(window,
               {"closeFile", ActionTexts::tr("&Close File"), {QKeySequence(Qt::CTRL | Qt::Key_W)}});
    actions.quit
        = make(window, {"quit", ActionTexts::tr("&Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}});
    actions.quit->setMenuRole(QAction::QuitRole);
    // The text that has the focus takes these keys itself; here they are only told.
    const QString findKeys = QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText);
    actions.find = make(window, {"find", ActionTexts::tr("&Find…") + u'\t' + findKeys});
    actions.settings = make(
        window,
        {"settings", ActionTexts::tr("&Settings…"), {QKeySequence(Qt::CTRL | Qt::Key_Comma)}});
    actions.settings->setMenuRole(QAction::PreferencesRole);
    addRunActions(window, actions);
    actions.nextPanel
        = make(window, {"nextPanel", ActionTexts::tr("Ne&xt Panel"), {QKeySequence(Qt::Key_F6)}});
    actions.previousPanel = make(window,
                                 {"previousPanel",
                                  ActionTexts::tr("Pre&vious Panel"),
                                  {QKeySequence(Qt::SHIFT | Qt::Key_F6)}});
    actions.zoomIn
        = make(window,
               {"zoomIn",
                ActionTexts::tr("Zoom &In"),
                {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}});
    actions.zoomOut
        = make(window,
               {"zoomOut", ActionTexts::tr("Zoom &Out"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}});
    actions.zoomReset = make(
        window,
        {"zoomReset", ActionTexts::tr("&Normal Size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}});
    actions.themes = makeThemes(window);
    actions.fidelity
        = make(window,
               {"fidelity", ActionTexts::tr("What the &Numbers Mean"), {QKeySequence(Qt::Key_F1)}});
    actions.about = make(window, {"about", ActionTexts::tr("&About Coldframe")});
    actions.about->setMenuRole(QAction::AboutRole);
    setIcons(actions, window.palette());
    return actions;
}

void setIcons(const Actions &actions, const QPalette &palette)
{
    const auto set = [&palette](QAction *action, Symbol symbol) {
        action->setIcon(themedIcon(symbol, palette));
    };
    set(actions.openFolder, Symbol::FolderOpen);
    set(actions.openLog, Symbol::Log);
    set(actions.save, Symbol::Save);
    set(actions.saveAll, Symbol::SaveAll);
    set(actions.find, Symbol::Search);
    set(actions.settings, Symbol::Settings);
    set(actions.run, Symbol::Run);
    set(actions.runCold, Symbol::RunCold);
    set(actions.runAgain, Symbol::History);
    set(actions.stop, Symbol::Stop);
    set(actions.probe, Symbol::Compare);
    set(actions.stopProbe, Symbol::Stop);
    set(actions.tune, Symbol::Memory);
    set(actions.stopTuning, Symbol::Stop);
    set(actions.runFixtures, Symbol::Fixture);
    set(actions.runFailedFixtures, Symbol::Redo);
    set(actions.saveFixture, Symbol::Save);
    set(actions.recycle, Symbol::Recycle);
    set(actions.freeze, Symbol::Snowflake);
    set(actions.runOptions, Symbol::Settings);
    set(actions.sendAsynchronously, Symbol::Send);
    set(actions.serveApi, Symbol::Server);
    set(actions.fidelity, Symbol::Help);
}

void fillMenuBar(QMainWindow &window, const Actions &actions, const QList<QAction *> &panelActions)
{
    QMenuBar *bar = window.menuBar();
    QMenu *file = bar->addMenu(ActionTexts::tr("&File"));
    file->addActions({actions.newFile, actions.openFolder, actions.openLog, actions.save,
                      actions.saveAll, actions.closeFile});
    file->addSeparator();
    file->addAction(actions.quit);

    QMenu *edit = bar->addMenu(ActionTexts::tr("&Edit"));
    edit->addAction(actions.find);
    edit->addSeparator();
    edit->addAction(actions.settings);

    QMenu *run = bar->addMenu(ActionTexts::tr("&Run"));
    run->addActions({actions.run, actions.runCold, actions.runAgain, actions.stop});
    run->addSeparator();
    run->addActions({actions.sendAsynchronously, actions.serveApi});
    run->addSeparator();
    run->addActions({actions.runFixtures, actions.runFailedFixtures, actions.saveFixture});
    run->addSeparator();
    run->addActions({actions.probe, actions.stopProbe, actions.tune, actions.stopTuning});
    run->addSeparator();
    run->addActions({actions.recycle, actions.freeze, actions.runOptions});

    QMenu *view = bar->addMenu(ActionTexts::tr("&View"));
    view->addActions(panelActions);
    view->addSeparator();
    view->addActions({actions.nextPanel, actions.previousPanel});
    view->addSeparator();
    view->addActions({actions.zoomIn, actions.zoomOut, actions.zoomReset});
    QMenu *themes = view->addMenu(ActionTexts::tr("&Theme"));
    for (const auto &[scheme, action] : actions.themes)
        themes->addAction(action);

    QMenu *help = bar->addMenu(ActionTexts::tr("&Help"));
    help->addActions({actions.fidelity, actions.about});
}

} // namespace coldframe
