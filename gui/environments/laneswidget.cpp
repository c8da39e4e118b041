// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/environments/laneswidget.h"

#include "gui/environments/lanespainter.h"
#include "gui/environments/lanestext.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

/// Steps of the horizontal scroll bar for the whole history, however far it is zoomed in.
constexpr double LargestLaneScrollRange = 1e8;

double timePerScrollStep(const TimeScale &scale)
{
    return std::max(scale.nanosecondsPerPixel(),
                    static_cast<double>(scale.extent().count()) / LargestLaneScrollRange);
}

constexpr int WidestLaneCaption = 170;

/// A history of some milliseconds is not blown up to the whole width.
constexpr std::chrono::nanoseconds ShortestHistory = std::chrono::milliseconds(200);

} // namespace

LanesWidget::LanesWidget(const EnvironmentHistory &history, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_history(history)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Execution environments over time"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    measure();
    refresh();
}

void LanesWidget::refresh()
{
    const WallTime origin = m_history.begin();
    const auto extent
        = std::max<std::chrono::nanoseconds>(m_history.end() - origin, ShortestHistory);
    const std::chrono::nanoseconds moved = origin - m_origin;
    const bool isFirst = m_origin == WallTime{};
    m_origin = origin;
    m_scale = isFirst ? TimeScale(extent, plotWidth()) : m_scale.extended(extent, moved);
    QScrollBar *vertical = verticalScrollBar();
    const bool wasAtTheEnd = vertical->value() == vertical->maximum() && !m_selected.isValid();
    measure();
    relayOut();
    if (wasAtTheEnd && !m_dragging)
        vertical->setValue(vertical->maximum());
    Q_EMIT scaleChanged();
}

const std::vector<ActivityBar> &LanesWidget::barsOf(int lane) const
{
    static const std::vector<ActivityBar> none;
    const int index = lane - m_firstLane;
    return index >= 0 && index < static_cast<int>(m_bars.size())
        ? m_bars[static_cast<std::size_t>(index)]
        : none;
}

bool LanesWidget::canZoomIn() const
{
    return !m_history.isEmpty()
        && m_scale.visible() > static_cast<double>(TimeScale::ShortestView.count());
}

const EnvironmentSpan &LanesWidget::spanAt(LanePosition position) const
{
    return m_history.lane(position.lane).spans[static_cast<std::size_t>(position.span)];
}

void LanesWidget::measure()
{
    const int scrolled = m_geometry.scrolled;
    const QFontMetrics metrics = fontMetrics();
    const int id = metrics.horizontalAdvance(QStringLiteral("0")) * 6 + 8;
    QString last;
    int widest = metrics.horizontalAdvance(tr("Environment"));
    for (int lane = 0; lane < laneCount(); ++lane) {
        const QString &name = m_history.lane(lane).environment.functionName;
        if (name != last)
            widest = std::max(widest, metrics.horizontalAdvance(name) + id);
        last = name;
    }
    m_geometry = LanesGeometry(metrics, std::min(widest, WidestLaneCaption));
    m_geometry.scrolled = scrolled;
    m_scale = m_scale.resized(plotWidth());
}

int LanesWidget::plotWidth() const
{
    return viewport()->width() - m_geometry.gutter - m_geometry.rightMargin;
}

void LanesWidget::setScale(const TimeScale &scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    relayOut();
    Q_EMIT scaleChanged();
}

void LanesWidget::relayOut()
{
    m_hovered = {};
    syncScrollBars();
    layOutVisible();
    refindSelection();
    if (m_pointer && !m_dragging)
        m_hovered = barAtPoint(*m_pointer);
    viewport()->update();
    tellDetails();
}

/// Only what is seen: a session may have hundreds of lanes.
void LanesWidget::layOutVisible()
{
    const LanesGeometry::Rows rows = m_geometry.visibleRows(viewport()->height(), laneCount());
    m_firstLane = rows.first;
    m_bars.clear();
    for (int lane = rows.first; lane < rows.last; ++lane)
        m_bars.push_back(layOutActivities(m_history.lane(lane), m_origin, m_scale));
}

void LanesWidget::refindSelection()
{
    if (!m_selected.isValid())
        return;
    const int lane = m_history.laneOf(m_selectedId);
    const LanePosition found
        = lane < 0 ? LanePosition{} : nearestIn(lane, m_selectedBegin, m_selectedBegin);
    if (found == m_selected)
        return;
    m_selected = found;
    Q_EMIT selectionChanged();
}

void LanesWidget::syncScrollBars()
{
    const QScopedValueRollback<bool> guard(m_syncing, true);
    const double step = timePerScrollStep(m_scale);
    const auto steps
        = [step](double nanoseconds) { return static_cast<int>(std::lround(nanoseconds / step)); };
    QScrollBar *horizontal = horizontalScrollBar();
    const double extent = static_cast<double>(m_scale.extent().count());
    horizontal->setRange(0, m_scale.showsEverything() ? 0 : steps(extent - m_scale.visible()));
    horizontal->setPageStep(std::max(1, steps(m_scale.visible())));
    horizontal->setSingleStep(std::max(1, horizontal->pageStep() / 20));
    horizontal->setValue(steps(m_scale.begin()));

    QScrollBar *vertical = verticalScrollBar();
    const int page = std::max(0, viewport()->height() - m_geometry.axisHeight);
    vertical->setRange(0, std::max(0, m_geometry.contentHeight(laneCount()) - page));
    vertical->setPageStep(page);
    vertical->setSingleStep(m_geometry.rowDistance);
    m_geometry.scrolled = vertical->value();
}

void LanesWidget::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    if (m_geometry.scrolled != verticalScrollBar()->value()) {
        m_geometry.scrolled = verticalScrollBar()->value();
        m_hovered = {};
        layOutVisible();
        viewport()->update();
    }
    const double step = timePerScrollStep(m_scale);
    const double begin = horizontalScrollBar()->value() * step;
    if (std::abs(begin - m_scale.begin()) > step / 2)
        setScale(m_scale.panned((begin - m_scale.begin()) / m_scale.nanosecondsPerPixel()));
}

void LanesWidget::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale = m_scale.resized(plotWidth());
    relayOut();
}

void LanesWidget::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        measure();
        relayOut();
        updateGeometry();
    }
}

QSize LanesWidget::sizeHint() const
{
    const int lanes = std::clamp(laneCount(), 3, 10);
    return {640, m_geometry.axisHeight + m_geometry.contentHeight(lanes) + 2 * frameWidth()};
}

QSize LanesWidget::minimumSizeHint() const
{
    return {m_geometry.gutter + 120,
            m_geometry.axisHeight + m_geometry.contentHeight(1) + 2 * frameWidth()};
}

void LanesWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (m_history.isEmpty())
        return;

    LanesPainter parts(painter, m_geometry, palette(), viewport()->rect(), event->rect());
    const Axis axis
        = axisOf(m_scale, fontMetrics().horizontalAdvance(QStringLiteral("0000.000 ms")) + 16.0);
    parts.drawGrid(axis);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const int lane = m_firstLane + static_cast<int>(i);
        parts.drawLane(m_history.lane(lane), lane, m_bars[i]);
        parts.drawCaption(m_history.lane(lane), lane);
    }
    if (m_hovered.isValid())
        parts.drawHover(m_hovered.lane, barAtPosition(m_hovered).bar);
    const BarPosition selected = barOf(m_selected);
    if (selected.isValid())
        parts.drawSelection(selected.lane, barAtPosition(selected).bar, hasFocus());
    parts.drawAxis(axis);
}

} // namespace coldframe

#include "moc_laneswidget.cpp"
