// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"
#include "gui/app/settings.h"

#include <QToolButton>

class QCheckBox;
class QComboBox;
class QFrame;

namespace coldframe {

/// A button that opens the options of a run: how the function's log is written, and where Lambda's
/// ways are kept and where the computer's are. It says how many of them differ from the default.
class RunOptions final : public QToolButton
{
    Q_OBJECT

public:
    explicit RunOptions(QWidget *parent = nullptr);

    /// Show values; tell nothing.
    void setLogging(const LoggingConfig &logging);
    void setRunSettings(const RunSettings &settings);

    /// Opens the options below the button and puts the focus into them.
    void showOptions();

Q_SIGNALS:
    void loggingEdited(const coldframe::LoggingConfig &logging);
    void runSettingsEdited(const coldframe::RunSettings &settings);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makePopup();
    void setIcons();
    void showValues();
    void editLogging();
    void editRunSettings();

    LoggingConfig m_logging;
    RunSettings m_settings;
    QFrame *m_popup;
    QComboBox *m_format;
    QComboBox *m_applicationLevel;
    QComboBox *m_systemLevel;
    QCheckBox *m_limitsCpu;
    QCheckBox *m_limitsBandwidth;
    QCheckBox *m_streams;
    QCheckBox *m_traces;
    QCheckBox *m_passesCredentials;
};

/// The words for an option, the same here and in the settings dialog.
QString cpuShareText();
QString bandwidthText();
QString credentialsText();
QString streamingText();
QString tracingText();

/// What Lambda does, in one or two sentences.
QString freezeToolTip();
QString cpuShareToolTip();
QString bandwidthToolTip();
QString streamingToolTip();

/// What is measured with it.
QString tracingToolTip();

/// What may happen with real keys.
QString credentialsWarning();

} // namespace coldframe
