// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <limits>

namespace coldframe {

namespace {

namespace key {
constexpr QLatin1String Theme("appearance/theme");
constexpr QLatin1String Language("appearance/language");
constexpr QLatin1String FontPointSize("editor/fontPointSize");
constexpr QLatin1String Isolation("run/isolation");
constexpr QLatin1String Freezes("run/freezesBetweenInvocations");
constexpr QLatin1String LimitsCpu("run/limitsCpu");
constexpr QLatin1String LimitsBandwidth("run/limitsBandwidth");
constexpr QLatin1String Traces("run/traces");
constexpr QLatin1String Credentials("run/credentials");
constexpr QLatin1String ResponseMode("run/responseMode");
constexpr QLatin1String Region("cost/region");
constexpr QLatin1String EndpointPort("endpoint/port");
constexpr QLatin1String EndpointCallEachOther("endpoint/callEachOther");
constexpr QLatin1String Workspace("session/workspace");
constexpr QLatin1String OpenFiles("session/openFiles");
constexpr QLatin1String CurrentFile("session/currentFile");
constexpr QLatin1String Function("session/function");
constexpr QLatin1String RecentTemplates("session/recentTemplates");
constexpr QLatin1String LogTable("logs/table");
constexpr QLatin1String LogColumns("logs/columns");
constexpr QLatin1String Geometry("window/geometry");
constexpr QLatin1String Docks("window/docks");
} // namespace key

template <typename Enum>
struct Name
{
    Enum value;
    QLatin1String name;
};

constexpr std::array ThemeNames{Name<ColourScheme>{ColourScheme::System, QLatin1String("system")},
                                Name<ColourScheme>{ColourScheme::Light, QLatin1String("light")},
                                Name<ColourScheme>{ColourScheme::Dark, QLatin1String("dark")}};

constexpr std::array IsolationNames{
    Name<IsolationChoice>{IsolationChoice::Automatic, QLatin1String("automatic")},
    Name<IsolationChoice>{IsolationChoice::Bubblewrap, QLatin1String("bubblewrap")},
    Name<IsolationChoice>{IsolationChoice::None, QLatin1String("none")}};

constexpr std::array CredentialsNames{
    Name<CredentialsChoice>{CredentialsChoice::Dummy, QLatin1String("dummy")},
    Name<CredentialsChoice>{CredentialsChoice::PassedThrough, QLatin1String("passedThrough")}};

constexpr std::array ResponseModeNames{
    Name<ResponseMode>{ResponseMode::Buffered, QLatin1String("buffered")},
    Name<ResponseMode>{ResponseMode::Streamed, QLatin1String("streamed")}};

template <typename Names, typename Enum>
QString textOf(const Names &names, Enum value)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [value](const auto &name) { return name.value == value; });
    return found == names.end() ? QString() : QString(found->name);
}

/// The first value when the name is not known.
template <typename Names>
auto valueOf(const Names &names, const QString &text)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&text](const auto &name) { return text == name.name; });
    return found == names.end() ? names.front().value : found->value;
}

EmulationOptions readEmulation(const QSettings &settings)
{
    const EmulationOptions defaults;
    const auto flag = [&settings](QLatin1String name, bool otherwise) {
        const QString text = settings.value(name).toString();
        return text == u"true" || (otherwise && text != u"false");
    };
    return {.freezesBetweenInvocations = flag(key::Freezes, defaults.freezesBetweenInvocations),
            .limitsCpu = flag(key::LimitsCpu, defaults.limitsCpu),
            .limitsBandwidth = flag(key::LimitsBandwidth, defaults.limitsBandwidth),
            .credentials = valueOf(CredentialsNames, settings.value(key::Credentials).toString()),
            .traces = flag(key::Traces, defaults.traces)};
}

void writeEmulation(QSettings &settings, const EmulationOptions &emulation)
{
    settings.setValue(key::Freezes, emulation.freezesBetweenInvocations);
    settings.setValue(key::LimitsCpu, emulation.limitsCpu);
    settings.setValue(key::LimitsBandwidth, emulation.limitsBandwidth);
    settings.setValue(key::Traces, emulation.traces);
    settings.setValue(key::Credentials, textOf(CredentialsNames, emulation.credentials));
}

} // namespace

SettingsStore::SettingsStore(QSettings &settings)
    : m_settings(settings)
{ }

Settings SettingsStore::settings() const
{
    Settings settings;
    settings.appearance.theme = valueOf(ThemeNames, m_settings.value(key::Theme).toString());
    settings.appearance.language = m_settings.value(key::Language).toString();
    bool isNumber = false;
    const int points = m_settings.value(key::FontPointSize).toInt(&isNumber);
    if (isNumber)
        settings.editor.fontPointSize
            = std::clamp(points, EditorSettings::SmallestFont, EditorSettings::LargestFont);
    settings.run.isolation = valueOf(IsolationNames, m_settings.value(key::Isolation).toString());
    settings.run.emulation = readEmulation(m_settings);
    settings.run.responseMode
        = valueOf(ResponseModeNames, m_settings.value(key::ResponseMode).toString());
    const QString region = m_settings.value(key::Region).toString();
    if (!region.isEmpty())
        settings.cost.region = region;
    const int port = m_settings.value(key::EndpointPort).toInt(&isNumber);
    if (isNumber && port >= 0 && port <= std::numeric_limits<quint16>::max())
        settings.endpoint.port = port;
    settings.endpoint.callEachOther
        = m_settings.value(key::EndpointCallEachOther).toString() == u"true";
    return settings;
}

void SettingsStore::setSettings(const Settings &settings)
{
    m_settings.setValue(key::Theme, textOf(ThemeNames, settings.appearance.theme));
    m_settings.setValue(key::Language, settings.appearance.language);
    m_settings.setValue(key::FontPointSize, settings.editor.fontPointSize);
    m_settings.setValue(key::Isolation, textOf(IsolationNames, settings.run.isolation));
    writeEmulation(m_settings, settings.run.emulation);
    m_settings.setValue(key::ResponseMode, textOf(ResponseModeNames, settings.run.responseMode));
    m_settings.setValue(key::Region, settings.cost.region);
    m_settings.setValue(key::EndpointPort, settings.endpoint.port);
    m_settings.setValue(key::EndpointCallEachOther, settings.endpoint.callEachOther);
}

SessionState SettingsStore::session() const
{
    return {m_settings.value(key::Workspace).toString(),
            m_settings.value(key::OpenFiles).toStringList(),
            m_settings.value(key::CurrentFile).toString(),
            m_settings.value(key::Function).toString()};
}

void SettingsStore::setSession(const SessionState &session)
{
    m_settings.setValue(key::Workspace, session.workspace);
    m_settings.setValue(key::OpenFiles, session.openFiles);
    m_settings.setValue(key::CurrentFile, session.currentFile);
    m_settings.setValue(key::Function, session.function);
}

QStringList SettingsStore::recentTemplates() const
{
    return m_settings.value(key::RecentTemplates).toStringList();
}

void SettingsStore::setRecentTemplates(const QStringList &ids)
{
    m_settings.setValue(key::RecentTemplates, ids);
}

LogViewSettings SettingsStore::logView() const
{
    return {m_settings.value(key::LogTable, false).toBool(),
            m_settings.value(key::LogColumns).toStringList()};
}

void SettingsStore::setLogView(const LogViewSettings &settings)
{
    m_settings.setValue(key::LogTable, settings.isTable);
    m_settings.setValue(key::LogColumns, settings.columns);
}

WindowLayout SettingsStore::windowLayout() const
{
    return {m_settings.value(key::Geometry).toByteArray(),
            m_settings.value(key::Docks).toByteArray()};
}

void SettingsStore::setWindowLayout(const WindowLayout &layout)
{
    m_settings.setValue(key::Geometry, layout.geometry);
    m_settings.setValue(key::Docks, layout.docks);
}

} // namespace coldframe
