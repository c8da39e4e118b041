// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tuning/tuningchart.h"

#include "core/billing/costestimate.h"
#include "wording/figures.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QLegendMarker>
#include <QLineSeries>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

constexpr double LineWidth = 2;
constexpr double MarkSize = 11;
constexpr double PointSize = 7;
constexpr double CapWidth = 0.06; ///< of an interval's ends, in sizes
constexpr double NoticeableFactor = 0.005;

double inMilliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// For drawing only.
double inDollars(Money amount)
{
    return amount.exactText().toDouble();
}

QPen line(const QColor &colour, Qt::PenStyle style, double width = LineWidth)
{
    QPen pen(colour, width, style, Qt::FlatCap);
    pen.setCosmetic(true);
    return pen;
}

/// The digits that tell the labels of an axis apart.
QString labelFormat(const QValueAxis &axis)
{
    const double step = axis.max() / std::max(axis.tickCount() - 1, 1);
    const int decimals
        = step >= 1 || step <= 0 ? 0 : static_cast<int>(std::ceil(-std::log10(step)));
    return QStringLiteral("%.%1f").arg(std::min(decimals, 6));
}

} // namespace

TuningChart::TuningChart(QWidget *parent)
    : ChartView(parent)
{
    setObjectName(QStringLiteral("tuningChart"));
    setAccessibleName(tr("Duration and cost by memory size; the table has the same figures"));
    connect(this, &ChartView::restyled, this, &TuningChart::colour);
}

QSize TuningChart::minimumSizeHint() const
{
    return {280, 200};
}

QSize TuningChart::sizeHint() const
{
    return {560, 320};
}

void TuningChart::setResult(const TuningPlan &plan, const TuningResult &result)
{
    m_plan = plan;
    m_result = result;
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_predicted = m_onLambda = m_measured = m_cost = nullptr;
    m_floor = nullptr;
    m_points = nullptr;
    m_intervals.clear();
    m_marks.clear();
    m_costs = nullptr;
    addAxes();
    addFloor(); // behind everything
    m_predicted = addLine(tr("Predicted"), m_durations);
    if (std::abs(result.calibration.factor - 1) > NoticeableFactor)
        m_onLambda = addLine(tr("On Lambda"), m_durations);
    if (m_costs)
        m_cost = addLine(tr("Cost"), m_costs);
    for (std::size_t i = 0; i < result.sizes.size(); ++i) {
        const TunedSize &size = result.sizes[i];
        const auto x = static_cast<double>(i);
        m_predicted->append(x, inMilliseconds(size.predicted));
        if (m_onLambda)
            m_onLambda->append(x, inMilliseconds(size.onLambda));
        if (m_cost)
            m_cost->append(x, inDollars(size.cost * OneMillion));
    }
    addIntervals();
    addMarks();
    restyle();
}

void TuningChart::addAxes()
{
    const std::size_t count = m_result.sizes.size();
    // Equal steps: by MB, the small sizes would lie upon each other.
    m_sizes = new QCategoryAxis;
    m_sizes->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_sizes->setRange(-0.5, static_cast<double>(count) - 0.5);
    m_sizes->setStartValue(-0.5);
    for (std::size_t i = 0; i < count; ++i)
        m_sizes->append(QLocale().toString(qlonglong(m_result.sizes[i].memory.value)),
                        static_cast<double>(i));
    m_sizes->setTitleText(tr("MB"));
    chart()->addAxis(m_sizes, Qt::AlignBottom);

    double longest = 0;
    double dearest = 0;
    for (const TunedSize &size : m_result.sizes) {
        longest
            = std::max({longest, inMilliseconds(size.predicted), inMilliseconds(size.onLambda)});
        if (size.measured && size.measured->interval)
            longest = std::max(longest, inMilliseconds(size.measured->interval->high));
        dearest = std::max(dearest, inDollars(size.cost * OneMillion));
    }
    const auto add = [this](const QString &title, double most, Qt::Alignment side) {
        auto *axis = new QValueAxis;
        axis->setRange(0, most > 0 ? most * 1.05 : 1);
        axis->applyNiceNumbers();
        axis->setLabelFormat(labelFormat(*axis));
        axis->setTitleText(title);
        chart()->addAxis(axis, side);
        return axis;
    };
    m_durations = add(tr("Duration, ms"), longest, Qt::AlignLeft);
    if (m_plan.prices) {
        m_costs = add(tr("Cost of a million, $"), dearest, Qt::AlignRight);
        m_costs->setGridLineVisible(false); // one grid is enough
    }
}

QLineSeries *TuningChart::addLine(const QString &name, QValueAxis *axis)
{
    auto *series = new QLineSeries;
    series->setName(name);
    chart()->addSeries(series);
    series->attachAxis(m_sizes);
    series->attachAxis(axis);
    return series;
}

void TuningChart::addIntervals()
{
    for (std::size_t i = 0; i < m_result.sizes.size(); ++i) {
        const auto &measured = m_result.sizes[i].measured;
        if (!measured)
            continue;
        if (!m_measured) {
            m_measured = addLine(tr("Measured"), m_durations);
            m_points = new QScatterSeries;
            m_points->setMarkerSize(PointSize);
            chart()->addSeries(m_points);
            m_points->attachAxis(m_sizes);
            m_points->attachAxis(m_durations);
            hideFromLegend(m_points);
        }
        const auto x = static_cast<double>(i);
        m_measured->append(x, inMilliseconds(measured->mean));
        m_points->append(x, inMilliseconds(measured->mean));
        if (!measured->interval)
            continue;
        const double low = inMilliseconds(measured->interval->low);
        const double high = inMilliseconds(measured->interval->high);
        QLineSeries *const interval = addLine({}, m_durations);
        interval->append({{x - CapWidth, low},
                          {x + CapWidth, low},
                          {x, low},
                          {x, high},
                          {x - CapWidth, high},
                          {x + CapWidth, high}});
        hideFromLegend(interval);
        m_intervals.push_back(interval);
    }
}

/// Cheapest on the curve of costs, the others on that of durations.
void TuningChart::addMarks()
{
    struct Mark
    {
        TuningStrategy strategy;
        QString name;
        QScatterSeries::MarkerShape shape;
    };
    const std::array marks{
        Mark{TuningStrategy::Cost, tr("Cheapest"), QScatterSeries::MarkerShapeTriangle},
        Mark{TuningStrategy::Speed, tr("Fastest"), QScatterSeries::MarkerShapeRotatedRectangle},
        Mark{TuningStrategy::Balanced, tr("Balanced"), QScatterSeries::MarkerShapeCircle}};
    for (const Mark &mark : marks) {
        const auto best = m_result.bestFor(mark.strategy);
        if (!best)
            continue;
        // A size that is the best in both has one mark on the curve of durations.
        const bool isFastest = best == m_result.bestFor(TuningStrategy::Speed);
        if (mark.strategy == TuningStrategy::Balanced && isFastest)
            continue;
        const TunedSize &size = m_result.sizes[*best];
        const bool isCost = mark.strategy == TuningStrategy::Cost && m_costs;
        auto *series = new QScatterSeries;
        series->setName(mark.name);
        series->setMarkerShape(mark.shape);
        series->setMarkerSize(mark.strategy == m_plan.strategy ? MarkSize * 1.4 : MarkSize);
        series->append(static_cast<double>(*best),
                       isCost ? inDollars(size.cost * OneMillion)
                              : inMilliseconds(m_onLambda ? size.onLambda : size.predicted));
        series->setProperty("isCost", isCost);
        series->setProperty("isChosen", mark.strategy == m_plan.strategy);
        chart()->addSeries(series);
        series->attachAxis(m_sizes);
        series->attachAxis(isCost ? m_costs : m_durations);
        const bool isBoth = mark.strategy == TuningStrategy::Speed
            && best == m_result.bestFor(TuningStrategy::Balanced);
        series->setPointLabelsFormat(isBoth ? tr("Fastest, balanced") : mark.name);
        series->setPointLabelsClipping(false);
        series->setPointLabelsVisible();
        hideFromLegend(series);
        m_marks.push_back(series);
    }
}

void TuningChart::addFloor()
{
    const auto tooSmall
        = std::count_if(m_result.sizes.begin(), m_result.sizes.end(), [](const TunedSize &size) {
              return size.obstacle == SizeObstacle::TooLittleMemory;
          });
    if (tooSmall == 0)
        return;
    auto *upper = new QLineSeries;
    upper->append(-0.5, m_durations->max());
    upper->append(static_cast<double>(tooSmall) - 0.5, m_durations->max());
    m_floor = new QAreaSeries(upper);
    upper->setParent(m_floor);
    m_floor->setName(tr("Too little memory"));
    chart()->addSeries(m_floor);
    m_floor->attachAxis(m_sizes);
    m_floor->attachAxis(m_durations);
    hideFromLegend(m_floor); // the table says it in red
}

/// The legend has no room for what is told elsewhere.
void TuningChart::hideFromLegend(QAbstractSeries *series)
{
    for (QLegendMarker *marker : chart()->legend()->markers(series))
        marker->setVisible(false);
}

void TuningChart::colour(const ThemeColours &colours)
{
    const QColor duration = seriesColour(colours, 0);
    const QColor cost = seriesColour(colours, 1);
    if (m_predicted)
        m_predicted->setPen(line(duration, Qt::DashLine));
    if (m_onLambda)
        m_onLambda->setPen(line(seriesColour(colours, 3), Qt::DashLine));
    if (m_measured)
        m_measured->setPen(line(duration, Qt::SolidLine));
    if (m_cost)
        m_cost->setPen(line(cost, Qt::DashLine));
    for (QLineSeries *interval : m_intervals)
        interval->setPen(line(duration, Qt::SolidLine, 1));
    if (m_points) {
        m_points->setColor(duration);
        m_points->setBorderColor(palette().color(QPalette::Base));
    }
    for (QScatterSeries *mark : m_marks) {
        const QColor own = mark->property("isCost").toBool()
            ? cost
            : (m_onLambda ? seriesColour(colours, 3) : duration);
        mark->setColor(mark->property("isChosen").toBool() ? own : palette().color(QPalette::Base));
        mark->setBorderColor(own);
        mark->setPointLabelsColor(palette().color(QPalette::Text));
        mark->setPointLabelsFont(chartFont());
    }
    if (m_floor) {
        m_floor->setColor(colours.errorBackground);
        m_floor->setPen(Qt::NoPen);
    }
    if (m_costs)
        m_costs->setLabelsColor(cost);
}

} // namespace coldframe

#include "moc_tuningchart.cpp"
