// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/app/settings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace coldframe {

/// Edits a copy of the settings; ask for it when accepted.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// languages are codes, regions are those that have prices.
    SettingsDialog(const Settings &settings, const QStringList &languages,
                   const QStringList &regions, QWidget *parent = nullptr);

    Settings settings() const;

private:
    void fillChoices(const QStringList &languages, const QStringList &regions);
    void fillRunOptions();
    void layOut();

    Settings m_settings;
    QComboBox *m_theme;
    QComboBox *m_language;
    QSpinBox *m_fontSize;
    QComboBox *m_isolation;
    QCheckBox *m_freezes;
    QCheckBox *m_limitsCpu;
    QCheckBox *m_streams;
    QCheckBox *m_limitsBandwidth;
    QCheckBox *m_traces;
    QCheckBox *m_passesCredentials;
    QComboBox *m_region;
    QCheckBox *m_keepsRuns;
    QSpinBox *m_historyLimit;
};

} // namespace coldframe
