// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/calibration.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace coldframe {

/// What a person chooses of a tuning: sizes, runs, strategy and what is assumed of Lambda.
class TuningForm final : public QWidget
{
    Q_OBJECT

public:
    explicit TuningForm(QWidget *parent = nullptr);

    /// Puts the choices into a plan. False when the sizes are not sizes, which is shown.
    bool applyTo(TuningPlan &plan) const;

    /// Strategy and weight alone, which also count for a result that is there.
    void applyStrategyTo(TuningPlan &plan) const;

    /// Of Kernel only the source; of Reports what setReports() was given last.
    Calibration calibration() const;

    /// REPORT lines have given a factor, which becomes the choice.
    void setReports(const Calibration &calibration);

    /// Whether there is a function, and whether a tuning goes on.
    void setState(bool ready, bool running);

    /// Whether runs are there that REPORT lines can be compared with.
    void setHasMeasurements(bool has);

    /// What would be tuned.
    void setFunctionText(const QString &text);

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void importRequested();
    void strategyChanged();
    void calibrationChanged();

private:
    QWidget *makeChoices();
    QWidget *makeButtons();
    std::optional<std::vector<MebiBytes>> sizes() const;
    void updateState();

    QLabel *m_function;
    QLineEdit *m_sizes;
    QLabel *m_sizesError;
    QSpinBox *m_runs;
    QComboBox *m_strategy;
    QDoubleSpinBox *m_weight;
    QComboBox *m_calibration;
    QDoubleSpinBox *m_factor;
    QCheckBox *m_verifies;
    QCheckBox *m_onlyCold;
    QPushButton *m_start;
    QPushButton *m_stop;
    QPushButton *m_import;
    Calibration m_reports;
    bool m_isReady = false;
    bool m_isRunning = false;
    bool m_hasMeasurements = false;
};

} // namespace coldframe
