// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/workspacecontroller.h"

#include "gui/app/eventkeeper.h"
#include "gui/app/functionstrip.h"
#include "gui/app/runbar.h"
#include "gui/editor/editorpanel.h"
#include "gui/events/eventpanel.h"
#include "gui/project/workspacepanel.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace coldframe {

WorkspaceController::WorkspaceController(const WorkspaceViews &views, QObject *parent)
    : QObject(parent)
    , m_views(views)
{
    connect(&m_reader, &WorkspaceReader::workspaceRead, this, &WorkspaceController::take);
    connect(&m_reader, &WorkspaceReader::failed, this, [this](const Error &error) {
        m_wanted.reset();
        Q_EMIT failed(error);
    });
    connect(m_views.workspace, &WorkspacePanel::functionActivated, this,
            [this](const QString &name) {
                chooseFunction(name);
                openFunctionFile();
            });
    connect(m_views.workspace, &WorkspacePanel::fileActivated, m_views.editor,
            [this](const QString &path, int line) {
                if (line > 1)
                    m_views.editor->openAt(path, {line, 1});
                else
                    m_views.editor->open(path);
            });
    connect(m_views.workspace, &WorkspacePanel::eventActivated, m_views.event,
            &EventPanel::openFile);
    connect(m_views.event, &EventPanel::eventChanged, this, &WorkspaceController::showInUse);
    connect(m_views.runBar, &RunBar::functionChosen, this, &WorkspaceController::chooseFunction);
    connect(m_views.strip, &FunctionStrip::functionEdited, this,
            &WorkspaceController::editFunction);
    connect(m_views.strip, &FunctionStrip::resetRequested, this,
            &WorkspaceController::resetFunction);
    connect(m_views.editor, &EditorPanel::fileSaved, &m_reader, &WorkspaceReader::refresh);
}

void WorkspaceController::open(const QString &directory, const SessionState &session)
{
    m_wanted = session;
    m_reader.open(directory);
}

std::vector<FunctionConfig> WorkspaceController::functions() const
{
    std::vector<FunctionConfig> functions;
    for (const WorkspaceFunction &function : m_workspace.functions) {
        const auto overrides = m_overrides.find(function.config.name);
        functions.push_back(overrides == m_overrides.end()
                                ? function.config
                                : overridden(function.config, overrides->second));
    }
    return functions;
}

SessionState WorkspaceController::session() const
{
    return {m_workspace.directory, m_views.editor->openFiles(), m_views.editor->currentFile(),
            m_function ? m_function->name : QString()};
}

void WorkspaceController::chooseFunction(const QString &name)
{
    const WorkspaceFunction *found = m_workspace.function(name);
    if (!found)
        return;
    m_function = overridden(found->config, m_overrides[name]);
    showFunction();
}

void WorkspaceController::editFunction(const FunctionConfig &edited)
{
    const WorkspaceFunction *found = m_workspace.function(edited.name);
    if (!found)
        return;
    m_overrides[edited.name] = overridesOf(found->config, edited);
    m_function = edited;
    showFunction();
}

void WorkspaceController::editVariables(const std::map<QString, QString> &variables)
{
    if (!m_function)
        return;
    FunctionConfig edited = *m_function;
    edited.environment = variables;
    editFunction(edited);
}

void WorkspaceController::resetFunction()
{
    if (!m_function)
        return;
    m_overrides.erase(m_function->name);
    chooseFunction(m_function->name);
}

void WorkspaceController::take(const Workspace &workspace)
{
    const bool isNew = m_wanted.has_value();
    m_workspace = workspace;
    m_views.workspace->setWorkspace(workspace);
    if (isNew) {
        m_overrides.clear();
        m_function.reset();
        m_views.editor->closeAll();
        m_views.editor->setWorkspace(workspace.directory);
        m_views.eventKeeper->setWorkspace(workspace.directory);
    }
    QStringList events;
    for (const WorkspaceEvent &event : workspace.events)
        events.append(workspace.directory + u'/' + event.file);
    m_views.eventKeeper->setSavedEvents(events);

    QString name = m_function ? m_function->name : QString();
    if (isNew && m_wanted->workspace == workspace.directory)
        name = m_wanted->function;
    if (!workspace.function(name))
        name = workspace.functions.empty() ? QString() : workspace.functions.front().config.name;
    m_function.reset();
    if (!name.isEmpty())
        m_function = overridden(workspace.function(name)->config, m_overrides[name]);
    if (isNew)
        restore();
    showFunction();
    if (isNew)
        Q_EMIT opened(workspace.directory);
}

void WorkspaceController::restore()
{
    const SessionState wanted = *std::exchange(m_wanted, std::nullopt);
    if (wanted.workspace == m_workspace.directory) {
        for (const QString &file : wanted.openFiles) {
            if (QFileInfo::exists(file))
                m_views.editor->open(file);
        }
    }
    m_views.editor->restoreDrafts();
    if (m_views.editor->openFiles().isEmpty())
        openFunctionFile();
    else if (QFileInfo::exists(wanted.currentFile))
        m_views.editor->open(wanted.currentFile);
    if (!m_views.eventKeeper->restore())
        chooseFirstEvent();
}

void WorkspaceController::showFunction()
{
    QStringList names;
    for (const WorkspaceFunction &function : m_workspace.functions)
        names.append(function.config.name);
    m_views.runBar->setFunctions(names, m_function ? m_function->name : QString());
    if (m_function)
        m_views.strip->setFunction(*m_function, !m_overrides[m_function->name].isEmpty());
    else
        m_views.strip->clear();
    showInUse();
    Q_EMIT functionChanged();
}

void WorkspaceController::showInUse()
{
    const QString name = m_views.event->eventName();
    const auto event
        = std::find_if(m_workspace.events.begin(), m_workspace.events.end(),
                       [&name](const WorkspaceEvent &one) { return one.name == name; });
    m_views.runBar->setEventName(name);
    m_views.workspace->setInUse(m_function ? m_function->name : QString(),
                                event == m_workspace.events.end() ? QString() : event->file);
}

void WorkspaceController::openFunctionFile()
{
    const QString file = m_function ? codeFileOf(*m_function) : QString();
    if (!file.isEmpty())
        m_views.editor->open(file);
}

QString WorkspaceController::codeFileOf(const FunctionConfig &function) const
{
    const QString module = function.handler.section(u'.', 0, -2).replace(u'.', u'/');
    static constexpr std::array Endings{QLatin1String(".py"), QLatin1String(".mjs"),
                                        QLatin1String(".js"), QLatin1String(".cjs")};
    for (const QLatin1String ending : Endings) {
        const QString path = function.codeDirectory + u'/' + module + ending;
        const QString relative = path.mid(m_workspace.directory.size() + 1);
        if (m_workspace.files.contains(relative))
            return path;
    }
    return {};
}

void WorkspaceController::chooseFirstEvent()
{
    if (m_workspace.events.empty()) {
        m_views.event->setEvent("{}", {});
        return;
    }
    // The event that is named after the function, else the first one.
    const QString name = m_function ? m_function->name : QString();
    auto event = std::find_if(m_workspace.events.begin(), m_workspace.events.end(),
                              [&name](const WorkspaceEvent &one) { return one.name == name; });
    if (event == m_workspace.events.end())
        event = m_workspace.events.begin();
    m_views.event->openFile(m_workspace.directory + u'/' + event->file);
}

} // namespace coldframe

#include "moc_workspacecontroller.cpp"
