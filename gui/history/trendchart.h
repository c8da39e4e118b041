// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/trend.h"
#include "gui/base/charttheme.h"

class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace coldframe {

/// The figure of each run in their order, equally spaced: runs come in bursts, which an axis of
/// time would draw over each other. Where the commit changes there is a line down to the axis.
class TrendChart final : public ChartView
{
    Q_OBJECT

public:
    explicit TrendChart(QWidget *parent = nullptr);

    void setTrend(const std::vector<TrendPoint> &trend, TrendFigure figure,
                  const TrendRegression &regression);

Q_SIGNALS:
    void runActivated(coldframe::RunId id);

private:
    void colour(const ThemeColours &colours);
    void showToolTip(const QPointF &point, bool isOver);
    QScatterSeries *addPoints(const QString &name);

    std::vector<TrendPoint> m_trend;
    TrendFigure m_figure = TrendFigure::Duration;
    QScatterSeries *m_warm;
    QScatterSeries *m_cold;
    QScatterSeries *m_baseline;
    QLineSeries *m_median; ///< of the baseline
    QLineSeries *m_commits;
    QValueAxis *m_runs;
    QValueAxis *m_values;
};

} // namespace coldframe
