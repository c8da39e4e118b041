// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/billing/forecastinputs.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace coldframe {

/// Everything that a forecast is made from, in one column of fields.
class ForecastForm : public QWidget
{
    Q_OBJECT

public:
    explicit ForecastForm(QWidget *parent = nullptr);

    ForecastInputs inputs() const;
    void setInputs(const ForecastInputs &inputs);

    /// Memory and storage as they are typed over those of the function.
    ForecastFunction function() const;
    void setFunction(const ForecastFunction &function);

    /// What the fields that follow runs show.
    void setRuns(const std::optional<RunFigures> &runs);

Q_SIGNALS:
    /// The user changed something.
    void edited();

private:
    void addTraffic(QFormLayout &form);
    void addFunction(QFormLayout &form);
    void addFreeTier(QFormLayout &form);
    void addProvisioned(QFormLayout &form);
    void addOthers(QFormLayout &form);
    void addInstances(QFormLayout &form);
    QSpinBox *makeSpin(const char *name, int least, int most, const QString &suffix,
                       const QString &accessibleName);
    QDoubleSpinBox *makeDecimal(const char *name, double most, int decimals, const QString &suffix,
                                const QString &accessibleName);
    QComboBox *makeChoice(const char *name, const QString &accessibleName);
    void showMeasured();
    void change();

    std::optional<RunFigures> m_runs;
    ForecastFunction m_function;
    ForecastInputs m_typed; ///< what fields held before they showed measured figures
    bool m_isFilling = true; ///< also while the fields are made

    QDoubleSpinBox *m_rate;
    QComboBox *m_period;
    QComboBox *m_durationSource;
    QDoubleSpinBox *m_duration;
    QComboBox *m_coldSource;
    QDoubleSpinBox *m_cold;
    QComboBox *m_initSource;
    QDoubleSpinBox *m_init;
    QSpinBox *m_memory;
    QSpinBox *m_storage;
    QDoubleSpinBox *m_armFactor;
    QCheckBox *m_freeTier;
    QSpinBox *m_freeRequests;
    QSpinBox *m_freeUsage;
    QSpinBox *m_environments;
    QSpinBox *m_environmentHours;
    QDoubleSpinBox *m_served;
    QSpinBox *m_versions;
    QSpinBox *m_versionHours;
    QDoubleSpinBox *m_response;
    QSpinBox *m_payload;
    QCheckBox *m_tenants;
    QDoubleSpinBox *m_peak;
    QDoubleSpinBox *m_cpu;
};

} // namespace coldframe
