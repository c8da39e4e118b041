// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/settingscontroller.h"

#include "gui/app/settingsdialog.h"

#include <QAction>
#include <QApplication>

namespace coldframe {

SettingsController::SettingsController(SettingsStore &store, const Actions &actions,
                                       const QPalette &platform, const QStringList &languages,
                                       QWidget &window)
    : m_store(store)
    , m_actions(actions)
    , m_platform(platform)
    , m_languages(languages)
    , m_window(window)
    , m_settings(store.settings())
{
    for (const auto &[scheme, action] : m_actions.themes) {
        connect(action, &QAction::triggered, this, [this, chosen = scheme] {
            Settings settings = m_settings;
            settings.appearance.theme = chosen;
            change(settings);
        });
    }
    connect(m_actions.settings, &QAction::triggered, this, &SettingsController::showDialog);
}

void SettingsController::apply()
{
    const ColourScheme scheme = m_settings.appearance.theme;
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
        applyScheme(*application, scheme, m_platform);
    m_actions.themes.at(scheme)->setChecked(true);
    Q_EMIT settingsChanged(m_settings);
}

void SettingsController::showDialog()
{
    auto *dialog = new SettingsDialog(m_settings, m_languages, m_regions, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { change(dialog->settings()); });
    dialog->open();
}

void SettingsController::setRunSettings(const RunSettings &run)
{
    Settings settings = m_settings;
    settings.run = run;
    change(settings);
}

void SettingsController::setEndpointSettings(const EndpointSettings &endpoint)
{
    Settings settings = m_settings;
    settings.endpoint = endpoint;
    change(settings);
}

void SettingsController::change(const Settings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_store.setSettings(settings);
    apply();
}

} // namespace coldframe

#include "moc_settingscontroller.cpp"
