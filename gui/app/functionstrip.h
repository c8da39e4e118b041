// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lambda/functionconfig.h"
#include "gui/app/settings.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace coldframe {

class RunOptions;

/// The settings of the chosen function that a person changes while trying things out: memory,
/// timeout, variables, the architecture whose price is shown, its log and the options of a run.
class FunctionStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit FunctionStrip(QWidget *parent = nullptr);

    /// Shows a function and whether it differs from its template; tells nothing.
    void setFunction(const FunctionConfig &function, bool isChanged);

    /// Shows the options of every run; tells nothing.
    void setRunSettings(const RunSettings &settings);

    /// Opens the options of a run.
    void showRunOptions();

    /// Nothing is chosen.
    void clear();

Q_SIGNALS:
    /// The function as the person wants it.
    void functionEdited(const coldframe::FunctionConfig &function);
    void runSettingsEdited(const coldframe::RunSettings &settings);
    void variablesRequested();
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setIcons();
    void edited();

    FunctionConfig m_function;
    QSpinBox *m_memory;
    QSpinBox *m_timeout;
    QPushButton *m_variables;
    QComboBox *m_architecture;
    RunOptions *m_options;
    QToolButton *m_reset;
};

} // namespace coldframe
