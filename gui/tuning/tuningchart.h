// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tuning/tuningevaluation.h"
#include "gui/base/charttheme.h"

QT_BEGIN_NAMESPACE
class QAbstractSeries;
class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QScatterSeries;
class QValueAxis;
QT_END_NAMESPACE

namespace coldframe {

/// Duration and cost over memory sizes: dashed what is predicted, solid what was measured, with
/// its interval; the best sizes are marked, and those with too little memory are shaded.
class TuningChart final : public ChartView
{
    Q_OBJECT

public:
    explicit TuningChart(QWidget *parent = nullptr);

    void setResult(const TuningPlan &plan, const TuningResult &result);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

private:
    QLineSeries *addLine(const QString &name, QValueAxis *axis);
    void addIntervals();
    void addMarks();
    void addFloor();
    void addAxes();
    void hideFromLegend(QAbstractSeries *series);
    void colour(const ThemeColours &colours);

    TuningPlan m_plan;
    TuningResult m_result;
    QCategoryAxis *m_sizes = nullptr;
    QValueAxis *m_durations = nullptr;
    QValueAxis *m_costs = nullptr; ///< null without prices
    QLineSeries *m_predicted = nullptr;
    QLineSeries *m_onLambda = nullptr; ///< null where the calibration changes nothing
    QLineSeries *m_measured = nullptr; ///< null without
    QLineSeries *m_cost = nullptr;
    QAreaSeries *m_floor = nullptr;
    QScatterSeries *m_points = nullptr; ///< of what was measured
    std::vector<QLineSeries *> m_intervals;
    std::vector<QScatterSeries *> m_marks;
};

} // namespace coldframe
