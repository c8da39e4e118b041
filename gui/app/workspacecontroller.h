// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/functionoverrides.h"
#include "gui/app/settings.h"
#include "gui/project/workspacereader.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace coldframe {

class EditorPanel;
class EventKeeper;
class EventPanel;
class FunctionStrip;
class RunBar;
class WorkspacePanel;

/// What the workspace controller joins.
struct WorkspaceViews
{
    WorkspacePanel *workspace = nullptr;
    EditorPanel *editor = nullptr;
    EventPanel *event = nullptr;
    EventKeeper *eventKeeper = nullptr;
    RunBar *runBar = nullptr;
    FunctionStrip *strip = nullptr;
};

/// Opens folders, and knows which function runs next with which changes for this session.
class WorkspaceController final : public QObject
{
    Q_OBJECT

public:
    /// The views must outlive the controller.
    explicit WorkspaceController(const WorkspaceViews &views, QObject *parent = nullptr);

    /// Opens a folder; of the session, what belongs to this folder is opened again.
    void open(const QString &directory, const SessionState &session = {});

    /// Null when there is none, also while a folder is being read.
    const FunctionConfig *function() const { return m_function ? &*m_function : nullptr; }

    /// All functions of the folder, with what was changed about them for this session.
    std::vector<FunctionConfig> functions() const;

    /// Empty while no folder is open.
    QString directory() const { return m_workspace.directory; }

    SessionState session() const;

    void chooseFunction(const QString &name);

    /// What the person changed about the function for this session.
    void editFunction(const FunctionConfig &edited);
    void editVariables(const std::map<QString, QString> &variables);
    void resetFunction();

Q_SIGNALS:
    void opened(const QString &directory);
    /// Another function, or the same one with other settings; perhaps none.
    void functionChanged();
    void failed(const coldframe::Error &error);

private:
    void take(const Workspace &workspace);
    void restore();
    void showFunction();
    void showInUse();
    void openFunctionFile();
    QString codeFileOf(const FunctionConfig &function) const;
    void chooseFirstEvent();

    WorkspaceViews m_views;
    WorkspaceReader m_reader;
    Workspace m_workspace;
    std::optional<FunctionConfig> m_function; ///< with its overrides
    std::map<QString, FunctionOverrides> m_overrides; ///< by function name
    std::optional<SessionState> m_wanted; ///< set until a new folder was read
};

} // namespace coldframe
