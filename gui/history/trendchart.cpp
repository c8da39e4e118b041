// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/history/trendchart.h"

#include "wording/historytext.h"

#include <QChart>
#include <QDateTime>
#include <QGraphicsLayout>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLocale>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr qreal markerSize = 7;

QString unitOf(TrendFigure figure)
{
    switch (figure) {
    case TrendFigure::Duration:
    case TrendFigure::BilledDuration:
    case TrendFigure::InitDuration:
        return QStringLiteral("ms");
    case TrendFigure::MaxMemoryUsed:
        return QStringLiteral("MB");
    case TrendFigure::Cost:
        return TrendChart::tr("$ per million");
    }
    return {};
}

} // namespace

TrendChart::TrendChart(QWidget *parent)
    : ChartView(parent)
    , m_median(new QLineSeries(this))
    , m_commits(new QLineSeries(this))
    , m_runs(new QValueAxis(this))
    , m_values(new QValueAxis(this))
{
    setObjectName(QStringLiteral("trendChart"));
    setMinimumHeight(110);
    m_commits->setName(tr("New commit"));
    m_median->setName(tr("Median of the baseline"));
    chart()->addSeries(m_commits);
    chart()->addSeries(m_median);
    m_warm = addPoints(tr("Warm"));
    m_cold = addPoints(tr("Cold"));
    m_baseline = addPoints(tr("Baseline"));
    m_cold->setMarkerShape(QScatterSeries::MarkerShapeRectangle);
    m_runs->setLabelsVisible(false);
    m_runs->setGridLineVisible(false);
    chart()->addAxis(m_runs, Qt::AlignBottom);
    chart()->addAxis(m_values, Qt::AlignLeft);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(m_runs);
        series->attachAxis(m_values);
    }
    connect(this, &ChartView::restyled, this, &TrendChart::colour);
    restyle();
}

QScatterSeries *TrendChart::addPoints(const QString &name)
{
    auto *series = new QScatterSeries(this);
    series->setName(name);
    series->setMarkerSize(markerSize);
    chart()->addSeries(series);
    connect(series, &QXYSeries::hovered, this, &TrendChart::showToolTip);
    connect(series, &QXYSeries::clicked, this, [this](const QPointF &point) {
        const auto index = static_cast<std::size_t>(std::lround(point.x()));
        if (index < m_trend.size())
            Q_EMIT runActivated(m_trend[index].id);
    });
    return series;
}

void TrendChart::setTrend(const std::vector<TrendPoint> &trend, TrendFigure figure,
                          const TrendRegression &regression)
{
    m_trend = trend;
    m_figure = figure;
    double top = 0;
    for (const TrendPoint &point : trend)
        top = std::max(top, point.value);
    top = top > 0 ? top * 1.1 : 1;
    QList<QPointF> warm;
    QList<QPointF> cold;
    QList<QPointF> baseline;
    QList<QPointF> commits;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const QPointF point(static_cast<double>(i), trend[i].value);
        (trend[i].isBaseline ? baseline : trend[i].isCold ? cold : warm).append(point);
        if (trend[i].isNewCommit) { // one line up and down again, between two runs
            const double x = point.x() - 0.5;
            commits.append({QPointF(x, 0), QPointF(x, top), QPointF(x, 0)});
        }
    }
    const double last = std::max(1.0, static_cast<double>(trend.size()) - 0.5);
    m_warm->replace(warm);
    m_cold->replace(cold);
    m_baseline->replace(baseline);
    m_commits->replace(commits);
    const double median = regression.regression.baselineMedian;
    m_median->replace(regression.hasBaseline && regression.regression.baselineRuns > 0
                          ? QList<QPointF>{{-0.5, median}, {last, median}}
                          : QList<QPointF>());
    m_runs->setRange(-0.5, last);
    m_values->setRange(0, top);
    m_values->applyNiceNumbers();
    m_values->setLabelFormat(m_values->max() < 10 ? QStringLiteral("%.2f")
                                                  : QStringLiteral("%.0f"));
    m_values->setTitleText(unitOf(figure));
    for (QAbstractSeries *series : chart()->series()) {
        const auto *points = qobject_cast<QXYSeries *>(series);
        for (QLegendMarker *marker : chart()->legend()->markers(series))
            marker->setVisible(points && points->count() > 0);
    }
    if (QGraphicsLayout *layout = chart()->legend()->layout())
        layout->invalidate(); // else it keeps the width that it had for other markers
    setAccessibleName(tr("%1 of %2 runs").arg(trendFigureText(figure)).arg(trend.size()));
}

void TrendChart::colour(const ThemeColours &colours)
{
    const auto points = [](QScatterSeries *series, const QColor &colour) {
        series->setColor(colour);
        series->setBorderColor(colour);
    };
    points(m_warm, seriesColour(colours, 0));
    points(m_cold, seriesColour(colours, 1));
    points(m_baseline, seriesColour(colours, 2));
    m_median->setPen(QPen(seriesColour(colours, 2), 1, Qt::DashLine));
    m_commits->setPen(QPen(colours.muted, 1, Qt::DotLine));
}

void TrendChart::showToolTip(const QPointF &point, bool isOver)
{
    const auto index = static_cast<std::size_t>(std::lround(point.x()));
    if (!isOver || index >= m_trend.size())
        return QToolTip::hideText();
    const TrendPoint &run = m_trend[index];
    const auto milliseconds
        = std::chrono::floor<std::chrono::milliseconds>(run.at.time_since_epoch()).count();
    QStringList lines{
        figureValueText(m_figure, run.value),
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat)};
    if (const QString commit = commitText(run.commit); !commit.isEmpty())
        lines.append(commit);
    QToolTip::showText(QCursor::pos(), lines.join(u'\n'), this);
}

} // namespace coldframe

#include "moc_trendchart.cpp"
