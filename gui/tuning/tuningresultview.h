// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace coldframe {

class TuningChart;
class TuningTable;

/// Shows a tuning: what to choose, the curve, the table of sizes and how the figures came about.
class TuningResultView final : public QWidget
{
    Q_OBJECT

public:
    explicit TuningResultView(QWidget *parent = nullptr);

    void setResult(const TuningPlan &plan, const TuningMeasurements &measurements,
                   const TuningResult &result);

    /// The size of the apply button.
    MebiBytes sizeToApply() const;

Q_SIGNALS:
    void applyRequested(coldframe::MebiBytes memory);
    void saveRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    void updateApply();
    void chooseFile();
    void applyColours();

    TuningPlan m_plan;
    TuningResult m_result;
    QString m_report;
    QLabel *m_verdict;
    QLabel *m_summary;
    QPushButton *m_apply;
    QToolButton *m_export;
    TuningChart *m_chart;
    TuningTable *m_table;
    QLabel *m_caption;
    QBoxLayout *m_body;
};

} // namespace coldframe
