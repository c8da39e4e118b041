// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/invocation.h"
#include "gui/base/theme.h"
#include "gui/logs/logviewsettings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace coldframe {

/// How the window looks; changes of the language need a restart.
struct AppearanceSettings
{
    ColourScheme theme = ColourScheme::System;
    QString language; ///< a code such as "de"; empty for the system's

    bool operator==(const AppearanceSettings &) const = default;
};

struct EditorSettings
{
    static constexpr int SmallestFont = 6; ///< points
    static constexpr int LargestFont = 40;
    static constexpr int DefaultFont = 10;

    int fontPointSize = DefaultFont;

    bool operator==(const EditorSettings &) const = default;
};

/// What every run asks for, whatever the function.
struct RunSettings
{
    IsolationChoice isolation = IsolationChoice::Automatic;
    EmulationOptions emulation = {};
    ResponseMode responseMode = ResponseMode::Buffered;

    bool operator==(const RunSettings &) const = default;
};

struct CostSettings
{
    /// Whose prices apply, and what functions see as AWS_REGION.
    QString region = QStringLiteral("us-east-1");

    bool operator==(const CostSettings &) const = default;
};

/// How the Lambda API is served; edited in its panel.
struct EndpointSettings
{
    int port = 3001; ///< on 127.0.0.1; 0 picks a free one
    bool callEachOther = false; ///< functions find it by AWS_ENDPOINT_URL_LAMBDA

    bool operator==(const EndpointSettings &) const = default;
};

/// Everything that is edited as settings.
struct Settings
{
    AppearanceSettings appearance = {};
    EditorSettings editor = {};
    RunSettings run = {};
    CostSettings cost = {};
    EndpointSettings endpoint = {};

    bool operator==(const Settings &) const = default;
};

/// What was open when the program ended.
struct SessionState
{
    QString workspace; ///< absolute path of the folder; empty at the first start
    QStringList openFiles; ///< absolute paths
    QString currentFile;
    QString function; ///< name

    bool operator==(const SessionState &) const = default;
};

struct WindowLayout
{
    QByteArray geometry;
    QByteArray docks;
};

/// Reads and writes the settings; the only place that knows their keys. A value that is missing
/// or makes no sense becomes the default.
class SettingsStore
{
public:
    /// settings must outlive the store.
    explicit SettingsStore(QSettings &settings);

    Settings settings() const;
    void setSettings(const Settings &settings);

    SessionState session() const;
    void setSession(const SessionState &session);

    /// Ids of event templates that were used last, the last one first.
    QStringList recentTemplates() const;
    void setRecentTemplates(const QStringList &ids);

    /// How logs are shown.
    LogViewSettings logView() const;
    void setLogView(const LogViewSettings &settings);

    WindowLayout windowLayout() const;
    void setWindowLayout(const WindowLayout &layout);

private:
    QSettings &m_settings;
};

} // namespace coldframe
