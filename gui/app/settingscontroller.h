// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/actions.h"
#include "gui/app/settings.h"

#include <QObject>
#include <QPalette>
#include <QStringList>

class QWidget;

namespace coldframe {

/// Keeps the settings: reads them, edits them in a dialog, stores and announces them.
class SettingsController final : public QObject
{
    Q_OBJECT

public:
    /// platform is the palette that the program was started with. window and store outlive the
    /// controller.
    SettingsController(SettingsStore &store, const Actions &actions, const QPalette &platform,
                       const QStringList &languages, QWidget &window);

    const Settings &settings() const { return m_settings; }

    /// The regions that the dialog offers.
    void setRegions(const QStringList &regions) { m_regions = regions; }

    /// Puts the stored settings into force.
    void apply();

    void showDialog();

    /// What was changed outside of the dialog.
    void setRunSettings(const RunSettings &run);
    void setEndpointSettings(const EndpointSettings &endpoint);

Q_SIGNALS:
    /// Also emitted by apply().
    void settingsChanged(const coldframe::Settings &settings);

private:
    void change(const Settings &settings);

    SettingsStore &m_store;
    const Actions &m_actions;
    QPalette m_platform;
    QStringList m_languages;
    QStringList m_regions;
    QWidget &m_window;
    Settings m_settings;
};

} // namespace coldframe
