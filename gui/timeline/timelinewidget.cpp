// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/timeline/timelinewidget.h"

#include "gui/timeline/timelinetext.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace coldframe {

namespace {

/// Steps of the horizontal scroll bar for a whole timeline, however far it is zoomed in.
constexpr double LargestScrollRange = 1e8;

double nanosecondsPerScrollStep(const TimeScale &scale)
{
    return std::max(scale.nanosecondsPerPixel(),
                    static_cast<double>(scale.extent().count()) / LargestScrollRange);
}

/// Names of extensions may be long; the bars need the room more.
constexpr int WidestCaption = 150;

} // namespace

TimelineWidget::TimelineWidget(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline of the invocation"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setMouseTracking(true);
    measure();
}

void TimelineWidget::setTimeline(Timeline timeline, Keep keep)
{
    const std::optional<TimelinePart> selected
        = keep == Keep::Nothing ? std::nullopt : selectedPart();
    const bool hadAxisOfTime = !m_timeline.isEmpty() && !m_timeline.isSum;
    m_timeline = std::move(timeline);
    m_selected = selected ? positionOf(m_timeline, *selected) : SpanPosition{};
    m_hovered = {};
    m_pressed.reset();
    m_dragging = false;
    m_geometry.scrolled = 0;
    measure();
    m_scale = keep == Keep::View && hadAxisOfTime && !m_timeline.isSum
        ? m_scale.resized(plotWidth()).extended(m_timeline.extent)
        : TimeScale(m_timeline.extent, plotWidth());
    relayOut();
    updateGeometry();
    Q_EMIT scaleChanged();
    Q_EMIT selectionChanged();
}

void TimelineWidget::setLazy(std::vector<bool> imports)
{
    m_marks.lazy = std::move(imports);
    viewport()->update();
}

void TimelineWidget::setMatches(std::optional<TimelineMatches> matches)
{
    m_marks.matches = std::move(matches);
    viewport()->update();
}

const std::vector<Bar> &TimelineWidget::barsOf(int lane) const
{
    const auto index = static_cast<std::size_t>(lane);
    if (!m_bars[index])
        m_bars[index] = layOutLane(m_timeline.lanes[index], m_scale);
    return *m_bars[index];
}

bool TimelineWidget::canZoomIn() const
{
    return !m_timeline.isEmpty()
        && m_scale.visible() > static_cast<double>(TimeScale::ShortestView.count());
}

QString TimelineWidget::captionOf(const Timeline &timeline, int lane)
{
    if (timeline.isFlame())
        return {};
    const int imports = timeline.extensionLanes + 1;
    switch (timeline.kindOf(lane)) {
    case LaneKind::Phases:
        return tr("Phases");
    case LaneKind::Extension:
        return factsOf(timeline, {lane, 0}).extension->name;
    case LaneKind::Imports:
        return lane == imports ? tr("Imports") : QString();
    case LaneKind::Handler:
    case LaneKind::Spans:
        return lane == imports + timeline.importLanes() ? tr("Handler") : QString();
    case LaneKind::Trace:
        return timeline.traceNames[static_cast<std::size_t>(lane)];
    case LaneKind::Run:
        return runCaption(*factsOf(timeline, {lane, 0}).run);
    case LaneKind::Whole:
        break;
    }
    return {};
}

TimelineGeometry TimelineWidget::geometryFor(const Timeline &timeline, const QFontMetrics &metrics)
{
    if (timeline.isFlame()) {
        TimelineGeometry geometry(metrics, 0);
        geometry.gutter = geometry.rightMargin;
        return geometry;
    }
    int widest = metrics.horizontalAdvance(tr("Imports"));
    const auto laneCount = static_cast<int>(timeline.lanes.size());
    for (int lane = 0; lane < laneCount; ++lane)
        widest = std::max(widest, metrics.horizontalAdvance(captionOf(timeline, lane)));
    TimelineGeometry geometry(metrics, std::min(widest, WidestCaption));
    for (int lane = 1; lane < laneCount; ++lane) {
        const LaneKind kind = timeline.kindOf(lane);
        const LaneKind before = timeline.kindOf(lane - 1);
        const bool isHandler = kind == LaneKind::Spans && before == LaneKind::Handler;
        const bool isNamed = kind == LaneKind::Trace
            && !timeline.traceNames[static_cast<std::size_t>(lane)].isEmpty();
        if ((kind != before && !isHandler) || isNamed)
            geometry.groups.push_back(lane);
    }
    return geometry;
}

void TimelineWidget::measure()
{
    const int scrolled = m_geometry.scrolled;
    m_geometry = geometryFor(m_timeline, fontMetrics());
    m_geometry.scrolled = scrolled;
}

int TimelineWidget::plotWidth() const
{
    return viewport()->width() - m_geometry.gutter - m_geometry.rightMargin;
}

void TimelineWidget::setScale(const TimeScale &scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    relayOut();
    Q_EMIT scaleChanged();
}

void TimelineWidget::relayOut()
{
    m_bars.clear();
    m_bars.resize(m_timeline.lanes.size());
    m_hovered = {};
    syncScrollBars();
    viewport()->update();
    tellDetails();
}

void TimelineWidget::syncScrollBars()
{
    const QScopedValueRollback<bool> guard(m_syncing, true);
    const double step = nanosecondsPerScrollStep(m_scale);
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

void TimelineWidget::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    if (m_geometry.scrolled != verticalScrollBar()->value()) {
        m_geometry.scrolled = verticalScrollBar()->value();
        m_hovered = {};
        viewport()->update();
    }
    const double step = nanosecondsPerScrollStep(m_scale);
    const double begin = horizontalScrollBar()->value() * step;
    if (std::abs(begin - m_scale.begin()) > step / 2)
        setScale(m_scale.panned((begin - m_scale.begin()) / m_scale.nanosecondsPerPixel()));
}

void TimelineWidget::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_scale = m_scale.resized(plotWidth());
    relayOut();
}

void TimelineWidget::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        measure();
        m_scale = m_scale.resized(plotWidth());
        relayOut();
        updateGeometry();
    }
}

double TimelineWidget::tickDistance(const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("0000.000 ms")) + 16.0;
}

QSize TimelineWidget::sizeHint() const
{
    const int lanes = std::clamp(laneCount(), 4, 12);
    return {640, m_geometry.axisHeight + m_geometry.contentHeight(lanes) + 2 * frameWidth()};
}

QSize TimelineWidget::minimumSizeHint() const
{
    return {m_geometry.gutter + 160,
            m_geometry.axisHeight + m_geometry.contentHeight(2) + 2 * frameWidth()};
}

int TimelineWidget::firstLaneAt(int y) const
{
    int lane = 0;
    while (lane < laneCount() && m_geometry.topOf(lane) + m_geometry.rowHeight < y)
        ++lane;
    return lane;
}

void TimelineWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (m_timeline.isEmpty())
        return;

    TimelinePainter parts(painter, m_geometry, palette(), m_marks, viewport()->rect(),
                          event->rect());
    const Axis axis = axisOf(m_scale, tickDistance(fontMetrics()));
    parts.drawGrid(axis, viewport()->height());
    for (int lane = firstLaneAt(event->rect().top());
         lane < laneCount() && m_geometry.topOf(lane) <= event->rect().bottom(); ++lane) {
        parts.drawLane(m_timeline, lane, barsOf(lane));
        if (const QString caption = captionOf(m_timeline, lane); !caption.isEmpty())
            parts.drawCaption(lane, caption);
    }
    if (m_hovered.isValid())
        parts.drawHover(m_hovered.lane, barAtPosition(m_hovered));
    const BarPosition selected = barOf(m_selected);
    if (selected.isValid())
        parts.drawSelection(selected.lane, barAtPosition(selected), hasFocus());
    parts.drawAxis(axis);
}

} // namespace coldframe

#include "moc_timelinewidget.cpp"
